"""Text that exists in Vietnamese and in English, and small functions on text."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Self


class Language(StrEnum):
    """The languages in which every sentence of the program exists."""

    VI = "vi"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same words twice; neither language may be missing."""

    vi: str
    en: str

    def to(self, language: Language) -> str:
        return self.vi if language is Language.VI else self.en


class Choice(StrEnum):
    """A closed list of values: an English key with the label that people see."""

    label: Bilingual

    def __new__(cls, value: str, vi: str, en: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = Bilingual(vi, en)
        return member

    @classmethod
    def named(cls, key: str) -> Self:
        """The member with this key; raises KeyError when there is none."""
        return {member.value: member for member in cls}[key]


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like the given one, or None when nothing is close."""
    matches = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def syllables(text: str) -> int:
    """How many syllables a Vietnamese reader says aloud: each written word counts as one."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())
