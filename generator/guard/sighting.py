"""One thing seen in a text that may not be there: plain, so that it travels and is kept."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.guard.glance import Glance
from generator.guard.signs import Signs


class Sighting(NamedTuple):
    """What was seen, and where; `kind` tells apart what one code judges differently."""

    code: str
    start: int
    end: int
    value: str
    kind: str = ""


class Detector(NamedTuple):
    """How one sort of thing is found; without one of its `signs` it is not there.

    Of sightings in one `group` that overlap only the first detector's stands: a number is not
    a telephone and an account at once.
    """

    find: Callable[[Glance], Iterator[Sighting]]
    signs: Signs
    group: str = "identity"
