"""Wording compared: runs of syllables, whatever their letters' case and marks."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

_SYLLABLE = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?;:…\n]")

Phrase = tuple[str, ...]


class Run(NamedTuple):
    """Syllables that follow one another, folded, and where they stand in the text."""

    phrase: Phrase
    start: int
    end: int


Segment = tuple[Run, ...]


def fold(text: str) -> str:
    """Lower case without marks, letter by letter, so that places stay the same."""
    return "".join(map(_fold, text))


@cache
def _fold(letter: str) -> str:
    plain = normalize("NFD", letter)[0].lower()[:1]
    return {"đ": "d"}.get(plain, plain)


def breaks(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern of the names that belong to nobody's wording; matches folded text."""
    longest_first = sorted({fold(name) for name in names}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def segments(text: str, names: re.Pattern[str]) -> Iterator[Segment]:
    """The syllables of each stretch of text that no name and no end of a sentence parts."""
    plain = names.sub(lambda found: "." * len(found[0]), fold(text))
    start = 0
    for end in (*(found.start() for found in _SENTENCE_END.finditer(plain)), len(plain)):
        spans = _SYLLABLE.finditer(plain, start, end)
        yield tuple(Run((one[0],), one.start(), one.end()) for one in spans)
        start = end


def runs(segment: Segment, length: int) -> Iterator[Run]:
    """Every run of so many syllables within a segment."""
    for first in range(len(segment) - length + 1):
        part = segment[first : first + length]
        yield Run(tuple(one.phrase[0] for one in part), part[0].start, part[-1].end)
