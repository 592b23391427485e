"""A text in the form that the detectors read: odd letters replaced, lower case, set of words.

The prefilter stops nearly all texts before this step. A detector searches only near certain words;
they are looked up as bytes, because that is fast.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from generator.guard.text.tables import Cell, cells

# Separates texts that are scanned together; no pattern matches across it.
GAP = "\n\x00\n"
ODD = re.compile(
    "[\u00a0\u00d0\u00f0\u0189\u0256\u2000-\u200a\u2010-\u2013\u2212\u202f\u3000\uff01-\uff5e\ufffc]"
)
_MARKED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"\w+")
_PLAIN = {
    **dict.fromkeys([0xA0, 0x202F, 0x3000, 0xFFFC, *range(0x2000, 0x200B)], " "),
    **dict.fromkeys([0x2010, 0x2011, 0x2012, 0x2013, 0x2212], "-"),
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    # Letters of other languages that look like Đ and đ.
    **dict.fromkeys([0xD0, 0x189], "Đ"),
    **dict.fromkeys([0xF0, 0x256], "đ"),
}
# Bytes that separate words. E2 is the first byte of printed quotes and dashes, never of a letter.
_PARTING = bytes(code for code in range(0x80) if not chr(code).isalnum()) + b"\xe2"
_TO_SPACES = bytes.maketrans(_PARTING, b" " * len(_PARTING))
# The bytes of an opening quote or a dash that stay before a word when E2 is removed.
_REST_OF_QUOTE = ("", "\udc80\udc9c", "\udc80\udc98", "\udc80\udc93", "\udc80\udc94")


class Passage:
    """A text to scan; all offsets count letters of `text`, which is as long as the original."""

    def __init__(self, text: str) -> None:
        self.text = text.translate(_PLAIN) if ODD.search(text) else text

    @cached_property
    def low(self) -> str:
        """The text in lower case, with the same length."""
        low = self.text.lower()
        if len(low) == len(self.text):
            return low
        return "".join(
            letter if len(letter.lower()) != 1 else letter.lower() for letter in self.text
        )

    @cached_property
    def is_plain(self) -> bool:
        """Whether the text is typed without the marks of Vietnamese."""
        return is_plain(self.text)

    def matches(self, pattern: re.Pattern[str], text: str | None = None) -> Iterator[re.Match[str]]:
        """Matches in the lower-case text; a text without marks is searched without marks."""
        return self._regex(pattern).finditer(self.low if text is None else text)

    def begins(self, pattern: re.Pattern[str], text: str) -> bool:
        """Whether a part of the lower-case text begins with a match."""
        return self._regex(pattern).match(text) is not None

    def _regex(self, pattern: re.Pattern[str]) -> re.Pattern[str]:
        return _unaccented_regex(pattern) if self.is_plain else pattern

    def matches_near(
        self, words: frozenset[bytes], pattern: re.Pattern[str], reach: int = 40
    ) -> Iterator[re.Match[str]]:
        """The same, but only within `reach` letters of one of the words."""
        for start, end in self.stretches(words, reach):
            yield from self.matches_within(pattern, start, end)

    def matches_within(
        self, pattern: re.Pattern[str], start: int, end: int
    ) -> Iterator[re.Match[str]]:
        """The same, but only between two offsets; a word at the end is searched to its end."""
        return self._regex(pattern).finditer(self.low, start, _end_of_word(self.low, end))

    def stretches(self, words: frozenset[bytes], reach: int) -> list[tuple[int, int]]:
        """The (start, end) stretches around these words; overlapping stretches are merged."""
        merged: list[tuple[int, int]] = []
        for at in sorted(self.offsets(words)):
            if merged and at - reach <= merged[-1][1]:
                merged[-1] = (merged[-1][0], at + reach)
            else:
                merged.append((max(0, at - reach), at + reach))
        return merged

    def offsets(self, words: frozenset[bytes]) -> Iterator[int]:
        """The offsets of these words, unsorted."""
        for word in words & self.words:
            letters = _as_written(word)
            at = self.text.find(letters)
            while at >= 0:
                yield at
                at = self.text.find(letters, at + 1)

    @cached_property
    def words(self) -> frozenset[bytes]:
        """The words of the text as UTF-8 bytes, in the case in which they are written."""
        encoded = self.text.encode("utf-8", "surrogatepass")
        return frozenset(encoded.translate(_TO_SPACES).split())

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of the tables in the text, in reading order."""
        return tuple(cells(self.low)) if "|" in self.text else ()

    def cell(self, at: int) -> Cell | None:
        """The cell around an offset; None outside tables and in their first row."""
        number = bisect_right(self.cells, at, key=lambda cell: cell.start) - 1
        cell = self.cells[number] if number >= 0 else None
        return cell if cell and at < cell.end else None

    def heading(self, at: int) -> str:
        """The heading of the cell around an offset; empty when there is none."""
        cell = self.cell(at)
        return cell.heading if cell else ""

    def before(self, at: int, reach: int) -> str:
        """The lower-case text before an offset, at most `reach` letters, not across GAP."""
        return self.low[max(0, at - reach) : at].rpartition("\x00")[2]

    def after(self, at: int, reach: int) -> str:
        """The lower-case text after an offset, at most `reach` letters, not across GAP."""
        return self.low[at : at + reach].partition("\x00")[0]


@cache
def _as_written(word: bytes) -> str:
    """A word of `Passage.words` as text, without the rest of a quote before it."""
    return word.lstrip(b"\x80\x93\x94\x98\x9c").decode("utf-8", "replace")


def _end_of_word(text: str, at: int) -> int:
    """The offset, or the end of the word that it would cut."""
    word = _WORD.match(text, at)
    return word.end() if word else at


@cache
def _unaccented_regex(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(unaccented(pattern.pattern), pattern.flags)


def is_plain(text: str) -> bool:
    """Whether a text is typed without the marks of Vietnamese; printed quotes may stand in it."""
    return text.isascii() or not _MARKED.search(text)


def unaccented(text: str) -> str:
    """The text without Vietnamese marks: Nguyễn becomes Nguyen."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def split_words(text: str, by: str | None = None) -> tuple[str, ...]:
    """A list of words that the code writes as a single text, to keep it readable."""
    return tuple(text.split(by))


def word_forms(words: Iterable[str]) -> frozenset[bytes]:
    """The words in every case and without marks, as the bytes found in `Passage.words`."""
    spelt = {form for word in words for form in (word, unaccented(word))}
    cases = {case for word in spelt for case in (word, word.capitalize(), word.upper())}
    return frozenset(
        (rest + case).encode("utf-8", "surrogateescape")
        for case in cases
        for rest in _REST_OF_QUOTE
    )
