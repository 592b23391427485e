"""Words in the form that search compares; theme/assets/fold.js must agree (tests/fold.json).

A word is a run of letters and digits. Its fold has no capitals and no marks; its spelling keeps
the marks but not the place of the tone, so that hoà and hòa are the same word.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Texts are made of the same words again and again.
_MOST_WORDS = 1 << 16
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_WORD = re.compile(r"[\w\u0300-\u036f]+")
_MARKS = re.compile(r"[\u0300-\u036f]")
_TONE = re.compile(f"[{_TONES}]")


class Word(NamedTuple):
    """One word of a text, folded and spelled."""

    fold: str
    spelling: str


def fold(text: str) -> str:
    """Small letters without marks, đ as d."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))
    return unicodedata.normalize("NFC", bare.replace("đ", "d"))


@lru_cache(_MOST_WORDS)
def spelling(word: str) -> str:
    """Small letters with their marks, the tone last."""
    parts = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", _TONE.sub("", parts)) + "".join(_TONE.findall(parts))


def written(text: str) -> list[str]:
    """The words of a text as they are written, composed, in their order."""
    return _WORD.findall(unicodedata.normalize("NFC", text).replace("_", " "))


def words(text: str) -> list[Word]:
    """The words of a text in their order."""
    return [_word(word) for word in written(text)]


@lru_cache(_MOST_WORDS)
def _word(word: str) -> Word:
    return Word(fold(word), spelling(word))
