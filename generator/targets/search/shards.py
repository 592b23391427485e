"""The inverted index of a segment, cut into small files by the beginning of words.

A folded word (lower case, no marks) leads to its spellings; each spelling to the pages that have
it, and to those with it in their title. Words are sorted by fold: each file has a stretch of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from generator.base import fold as folding
from generator.targets.search.postings import ascending

# Bytes in a file; a single very frequent word may need more.
LARGEST = 10_000

_spelling = cache(folding.spelling)
_fold = cache(folding.fold)


class Indexed(NamedTuple):
    """The distinct spellings of a page: of all its text, and of its title alone."""

    words: Iterable[str]
    title: Iterable[str]


class Shard(NamedTuple):
    """The stretch of words that begins with `first`: fold → [spelling, pages, titles, …]."""

    first: str
    words: dict[str, list[str]]


def spellings(text: str) -> set[str]:
    """The distinct words of a text."""
    return set(map(_spelling, set(folding.written(text))))


def shards(pages: Sequence[Indexed]) -> Iterator[Shard]:
    """The index of these pages, numbered from 0 in their order."""
    words: dict[str, list[str]] = {}
    size = 0
    for fold, spellings_of_fold in _by_fold(pages):
        added = sum(map(len, spellings_of_fold)) + len(fold) + 12
        if words and size + added > LARGEST:
            yield Shard(next(iter(words)), words)
            words, size = {}, 0
        words[fold] = spellings_of_fold
        size += added
    if words:
        yield Shard(next(iter(words)), words)


def _by_fold(pages: Sequence[Indexed]) -> Iterator[tuple[str, list[str]]]:
    words = _postings(page.words for page in pages)
    titles = _postings(page.title for page in pages)
    folds = sorted((_fold(spelling), spelling) for spelling in words)
    by_fold: dict[str, list[str]] = {}
    for fold, spelling in folds:
        numbers = (ascending(words[spelling]), ascending(titles.get(spelling, ())))
        by_fold.setdefault(fold, []).extend((spelling, *numbers))
    yield from by_fold.items()


def _postings(pages: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    numbers_by_word: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(pages):
        for word in words:
            numbers_by_word[word].append(number)
    return numbers_by_word
