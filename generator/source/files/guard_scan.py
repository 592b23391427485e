"""What the guard sees in one file: looked at where it is parsed, and remembered with its values."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any

from generator.base.span import FieldPath
from generator.guard.scan import as_one_text, sightings
from generator.guard.text.plain_text import GAP
from generator.guard.text.sighting import Sighting

Sighted = tuple[FieldPath, Sighting]
# What is never a text that a person wrote: ids, days and moments, digests.
_PLAIN = re.compile(r"[A-Z]{2}-\d{4}-\d{4,}|\d{4}-\d\d-\d\d(?:T[\d:+Z.-]*)?|sha256:[0-9a-f]{64}")


def sighted(values: dict[str, Any]) -> tuple[Sighted, ...]:
    """Every sighting with the key it stands under; its offsets are those within that text.

    All texts of a file are looked at in one go, which costs a fraction of one by one; where each
    stands is asked only when something is seen.
    """
    texts: list[str] = []
    _gather(values, texts)
    seen = sightings(as_one_text(texts))
    return tuple(_placed(values, texts, seen)) if seen else ()


def _gather(group: Any, texts: list[str]) -> None:  # noqa: ANN401  values are nested at will
    """Every text of nested values, in the order in which `_paths` tells where they stand."""
    for one in group.values() if type(group) is dict else group:
        if type(one) is str:
            if " " in one or not _PLAIN.fullmatch(one):
                texts.append(one.strip())
        elif one is not None:
            _gather(one, texts)


def _paths(at: FieldPath, group: Any) -> Iterator[FieldPath]:  # noqa: ANN401
    for key, one in group.items() if type(group) is dict else enumerate(group):
        if type(one) is str:
            if " " in one or not _PLAIN.fullmatch(one):
                yield (*at, key)
        elif one is not None:
            yield from _paths((*at, key), one)


def _placed(
    values: dict[str, Any], texts: list[str], seen: Iterable[Sighting]
) -> Iterator[Sighted]:
    paths = list(_paths((), values))
    starts = [0, *accumulate(len(text) + len(GAP) for text in texts)]
    for one in seen:
        number = bisect_right(starts, one.start) - 1
        first = starts[number]
        yield paths[number], one._replace(start=one.start - first, end=one.end - first)


def as_json(seen: Iterable[Sighted]) -> list[list[Any]]:
    """How sightings travel and are kept."""
    return [[list(at), list(sighting)] for at, sighting in seen]


def from_json(kept: Iterable[list[Any]]) -> tuple[Sighted, ...]:
    return tuple((tuple(at), Sighting(*sighting)) for at, sighting in kept)
