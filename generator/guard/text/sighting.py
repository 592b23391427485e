"""One thing seen in a text that may not be there, and how it is named without repeating it."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.guard.text.plain_text import Glance
from generator.guard.text.prefilter import Signs


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


_DOTS = "•••"
_WHOLE_NUMBER = 8


def masked(sighting: Sighting) -> str:
    """Enough for the author to find it on the line, too little for anybody to use it."""
    value = " ".join(sighting.value.split())
    if sighting.code in ("BT507", "BT508") and sighting.kind != "age":
        return ".".join(word[0] for word in value.replace("-", " ").split()) + "."
    if sighting.code == "BT502":
        name, at, _ = value.partition("@")
        return f"{name[:2]}{_DOTS}{at}{_DOTS if at else ''}"
    if sighting.code in ("BT512", "BT513", "BT514") or sighting.kind in ("age", "count"):
        return value
    if sighting.code == "BT510":
        return " ".join(value.split()[:2]) + " …"
    return _of_number(value)


def _of_number(value: str) -> str:
    if len(value) < _WHOLE_NUMBER:
        return f"{value[:2]}{_DOTS}"
    return f"{value[:3]}{_DOTS}{value[-2:]}"
