"""A text as the detectors look at it: made plain letter by letter, its words told apart.

Nearly every text is clean and never comes here: see `prefilter`. Where a detector has reason to
look, words as bytes lead it to the places that matter.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

# Between texts that are looked at together; no pattern reaches across it.
GAP = "\n\x00\n"
ODD = re.compile("[\u00a0\u2000-\u200a\u2010-\u2013\u2212\u202f\u3000\uff01-\uff5e\ufffc]")
_WORD = re.compile(r"\w+")
_PLAIN = {
    **dict.fromkeys([0xA0, 0x202F, 0x3000, 0xFFFC, *range(0x2000, 0x200B)], " "),
    **dict.fromkeys([0x2010, 0x2011, 0x2012, 0x2013, 0x2212], "-"),
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
}
# Bytes that part words; E2 begins the quotes and dashes of Vietnamese print, never a letter.
_PARTING = bytes(code for code in range(0x80) if not chr(code).isalnum()) + b"\xe2"
_AS_SPACES = bytes.maketrans(_PARTING, b" " * len(_PARTING))
# What an opening quote or a dash leaves before its word once E2 is gone.
_REST_OF_QUOTE = ("", "\udc80\udc9c", "\udc80\udc98", "\udc80\udc93", "\udc80\udc94")


class Glance:
    """A text with its plain form; every offset is an offset of the text."""

    def __init__(self, text: str) -> None:
        self.text = text.translate(_PLAIN) if ODD.search(text) else text

    @cached_property
    def low(self) -> str:
        """In small letters, of the same length."""
        low = self.text.lower()
        if len(low) == len(self.text):
            return low
        return "".join(one if len(one.lower()) != 1 else one.lower() for one in self.text)

    @cached_property
    def is_plain(self) -> bool:
        """Whether the text is typed without the marks of Vietnamese."""
        return self.text.isascii()

    def finds(self, pattern: re.Pattern[str], text: str | None = None) -> Iterator[re.Match[str]]:
        """Matches of a pattern in the small letters, or of its twin for text without marks."""
        return (_plain(pattern) if self.is_plain else pattern).finditer(
            self.low if text is None else text
        )

    def finds_near(
        self, words: frozenset[bytes], pattern: re.Pattern[str], reach: int = 40
    ) -> Iterator[re.Match[str]]:
        """The same, only around the words that set a detector going."""
        for start, end in self.spots(words, reach):
            yield from self.finds_within(pattern, start, end)

    def finds_within(
        self, pattern: re.Pattern[str], start: int, end: int
    ) -> Iterator[re.Match[str]]:
        """The same, within one stretch."""
        fitting = _plain(pattern) if self.is_plain else pattern
        return fitting.finditer(self.low, start, _end_of_word(self.low, end))

    def spots(self, words: frozenset[bytes], reach: int) -> list[tuple[int, int]]:
        """The stretches of the text around these words, those that touch made one."""
        merged: list[tuple[int, int]] = []
        for at in sorted(self.places(words)):
            if merged and at - reach <= merged[-1][1]:
                merged[-1] = (merged[-1][0], at + reach)
            else:
                merged.append((max(0, at - reach), at + reach))
        return merged

    def places(self, words: frozenset[bytes]) -> Iterator[int]:
        """Where these words stand, in no order."""
        for word in words & self.words:
            letters = _letters(word)
            at = self.text.find(letters)
            while at >= 0:
                yield at
                at = self.text.find(letters, at + 1)

    @cached_property
    def words(self) -> frozenset[bytes]:
        """The words as bytes, in the letters they are written with."""
        encoded = self.text.encode("utf-8", "surrogatepass")
        return frozenset(encoded.translate(_AS_SPACES).split())

    def before(self, at: int, reach: int) -> str:
        """The small letters left of a place, from the same text."""
        return self.low[max(0, at - reach) : at].rpartition("\x00")[2]

    def after(self, at: int, reach: int) -> str:
        """The small letters right of a place, from the same text."""
        return self.low[at : at + reach].partition("\x00")[0]


@cache
def _letters(word: bytes) -> str:
    """A word of a glance as it stands in the text, without what a quote left before it."""
    return word.lstrip(b"\x80\x93\x94\x98\x9c").decode("utf-8", "replace")


def _end_of_word(text: str, at: int) -> int:
    """This place, or the end of the word that it would cut."""
    word = _WORD.match(text, at)
    return word.end() if word else at


@cache
def _plain(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(unaccented(pattern.pattern), pattern.flags)


def unaccented(text: str) -> str:
    """The text as it is typed without marks: Nguyễn becomes Nguyen."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(one for one in parts if not unicodedata.combining(one))


def parted(text: str, by: str | None = None) -> tuple[str, ...]:
    """A list of words, written as one text so that it can be read as one."""
    return tuple(text.split(by))


def triggers(words: Iterable[str]) -> frozenset[bytes]:
    """Single words in every case people write them in, as a glance cuts them."""
    spelt = {form for word in words for form in (word, unaccented(word))}
    cases = {case for word in spelt for case in (word, word.capitalize(), word.upper())}
    return frozenset(
        (rest + case).encode("utf-8", "surrogateescape")
        for case in cases
        for rest in _REST_OF_QUOTE
    )
