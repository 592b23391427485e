"""A sighting: a piece of text that may not be published, and its masked form for messages."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.guard.text.plain_text import Passage
from generator.guard.text.prefilter import Signs


class Sighting(NamedTuple):
    """What was seen (code of the rule, offsets, text); `kind` divides a code where rules differ."""

    code: str
    start: int
    end: int
    value: str
    kind: str = ""

    @property
    def is_doubt(self) -> bool:
        """Whether people must judge it (BT513, BT514, plots of land); any other is forbidden."""
        return self.code in ("BT513", "BT514") or self.kind == "parcel"

    def moved(self, by: int) -> "Sighting":
        """The same in a text in which it stands so many letters further on."""
        return self._replace(start=self.start + by, end=self.end + by)


class Detector(NamedTuple):
    """A detector: its function, and the `signs` without which it finds nothing.

    Of overlapping sightings in a `group` only that of the first detector counts: a number cannot
    be a telephone and an account at the same time.
    """

    find: Callable[[Passage], Iterator[Sighting]]
    signs: Signs
    group: str = "identity"


_DOTS = "•••"
_WHOLE_NUMBER = 8


def masked(sighting: Sighting) -> str:
    """The value shortened: its author can find it on the line, but nobody else can use it."""
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
    return _masked_number(value)


def _masked_number(value: str) -> str:
    if len(value) < _WHOLE_NUMBER:
        return f"{value[:2]}{_DOTS}"
    return f"{value[:3]}{_DOTS}{value[-2:]}"
