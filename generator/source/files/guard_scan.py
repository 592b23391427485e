"""The guard's sightings in a file: found where it is parsed, and cached with its values."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any

from generator.base.span import FieldPath
from generator.guard.scan import as_one_text, sightings
from generator.guard.text.plain_text import GAP
from generator.guard.text.sighting import Sighting

PlacedSighting = tuple[FieldPath, Sighting]
# Values that are never free text: ids, days and moments, digests.
_PLAIN = re.compile(
    r"[A-Z]{2}-\d{4}-\d{4,}|\d{4}-\d\d-\d\d(?:T[\d:+Z.-]*)?|sha256:[0-9a-f]{64}", re.ASCII
)


def file_sightings(values: dict[str, Any]) -> tuple[PlacedSighting, ...]:
    """Every sighting with the path of its text; its offsets count within that text.

    All texts of a file are scanned together, which is much faster than each by itself; the paths
    of the texts are computed only when the guard sees something.
    """
    texts: list[str] = []
    _gather(values, texts)
    sightings_in_text = sightings(as_one_text(texts))
    return tuple(_with_paths(values, texts, sightings_in_text)) if sightings_in_text else ()


def _gather(group: Any, texts: list[str]) -> None:  # noqa: ANN401  values are nested at will
    """Append every text of nested values, in the same order as `_paths` yields their paths."""
    for value in group.values() if type(group) is dict else group:
        if type(value) is str:
            if " " in value or not _PLAIN.fullmatch(value):
                texts.append(value.strip())
        elif value is not None:
            _gather(value, texts)


def _paths(at: FieldPath, group: Any) -> Iterator[FieldPath]:  # noqa: ANN401
    for key, value in group.items() if type(group) is dict else enumerate(group):
        if type(value) is str:
            if " " in value or not _PLAIN.fullmatch(value):
                yield (*at, key)
        elif value is not None:
            yield from _paths((*at, key), value)


def _with_paths(
    values: dict[str, Any], texts: list[str], sightings_in_text: Iterable[Sighting]
) -> Iterator[PlacedSighting]:
    paths = list(_paths((), values))
    starts = [0, *accumulate(len(text) + len(GAP) for text in texts)]
    for sighting in sightings_in_text:
        number = bisect_right(starts, sighting.start) - 1
        yield paths[number], sighting.moved(-starts[number])


def as_json(placed_sightings: Iterable[PlacedSighting]) -> list[list[Any]]:
    """Sightings as JSON values, for other processes and the cache."""
    return [[list(at), list(sighting)] for at, sighting in placed_sightings]


def from_json(packed: Iterable[list[Any]]) -> tuple[PlacedSighting, ...]:
    return tuple((tuple(at), Sighting(*sighting)) for at, sighting in packed)
