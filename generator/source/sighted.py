"""What the guard sees in one file: looked at where it is parsed, and remembered with its values."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from generator.base.span import FieldPath
from generator.guard.glance import GAP
from generator.guard.look import joined, sightings
from generator.guard.sighting import Sighting

Sighted = tuple[FieldPath, Sighting]
# What is never a text that a person wrote: ids, days and moments, digests.
_PLAIN = re.compile(r"[A-Z]{2}-\d{4}-\d{4,}|\d{4}-\d\d-\d\d(?:[T ][\d:+Z.-]*)?|sha256:[0-9a-f]{64}")


def sighted(values: dict[str, Any]) -> tuple[Sighted, ...]:
    """Every sighting with the key it stands under; its offsets are those within that text.

    All texts of a file are looked at in one go, which costs a fraction of one by one.
    """
    texts = [(at, text) for at, text in _texts((), values) if not _PLAIN.fullmatch(text)]
    starts: list[int] = []
    length = 0
    for _, text in texts:
        starts.append(length)
        length += len(text) + len(GAP)
    return tuple(_placed(texts, starts, seen) for seen in sightings(joined(t for _, t in texts)))


def _placed(texts: list[tuple[FieldPath, str]], starts: list[int], seen: Sighting) -> Sighted:
    number = bisect_right(starts, seen.start) - 1
    first = starts[number]
    return texts[number][0], seen._replace(start=seen.start - first, end=seen.end - first)


def _texts(at: FieldPath, value: object) -> Iterator[tuple[FieldPath, str]]:
    match value:
        case str():
            yield at, value.strip()
        case dict():
            for key, one in value.items():
                yield from _texts((*at, key), one)
        case list():
            for number, one in enumerate(value):
                yield from _texts((*at, number), one)


def as_json(seen: Iterable[Sighted]) -> list[list[Any]]:
    """How sightings travel and are kept."""
    return [[list(at), list(sighting)] for at, sighting in seen]


def from_json(kept: Iterable[list[Any]]) -> tuple[Sighted, ...]:
    return tuple((tuple(at), Sighting(*sighting)) for at, sighting in kept)
