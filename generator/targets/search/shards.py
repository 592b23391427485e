"""The inverted index of some hundreds of pages, cut into small files by how words begin.

A folded word leads to its spellings; each of them to the pages that say it, and to those whose
title says it. Words stand in the order of their folds, so that a file holds one stretch of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from generator.base import fold as folding
from generator.targets.search.postings import ascending

# Bytes of a file; a single word that is said everywhere may need more.
LARGEST = 10_000

_spelling = cache(folding.spelling)
_fold = cache(folding.fold)


class Indexed(NamedTuple):
    """What one page says, as spellings, each once: all of it, and its title alone."""

    said: Iterable[str]
    title: Iterable[str]


class Shard(NamedTuple):
    """The stretch of words that begins with `first`: fold → [spelling, pages, titles, …]."""

    first: str
    words: dict[str, list[str]]


def spellings(text: str) -> set[str]:
    """The different words of a text."""
    return set(map(_spelling, set(folding.written(text))))


def shards(pages: Sequence[Indexed]) -> Iterator[Shard]:
    """The index of these pages, numbered from 0 in their order."""
    stretch: dict[str, list[str]] = {}
    size = 0
    for fold, found in _by_fold(pages):
        more = sum(map(len, found)) + len(fold) + 12
        if stretch and size + more > LARGEST:
            yield Shard(next(iter(stretch)), stretch)
            stretch, size = {}, 0
        stretch[fold] = found
        size += more
    if stretch:
        yield Shard(next(iter(stretch)), stretch)


def _by_fold(pages: Sequence[Indexed]) -> Iterator[tuple[str, list[str]]]:
    said = _postings(one.said for one in pages)
    titles = _postings(one.title for one in pages)
    folds = sorted((_fold(spelling), spelling) for spelling in said)
    found: dict[str, list[str]] = {}
    for fold, spelling in folds:
        pair = (ascending(said[spelling]), ascending(titles.get(spelling, ())))
        found.setdefault(fold, []).extend((spelling, *pair))
    yield from found.items()


def _postings(pages: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(pages):
        for word in words:
            found[word].append(number)
    return found
