"""Letters that look like those of Vietnamese and are others: search and the guard would miss them.

A word of another language is left alone: only a letter that nobody can tell from ours is told, in
a word that mixes it with ours, or in a text that holds no letter of the other language's own.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.base.text import nfc


class Lookalike(NamedTuple):
    """A word with foreign letters: its place, the first such letter, and the right word."""

    start: int
    end: int
    letter: str
    right: str


@dataclass(frozen=True, eq=False, slots=True)
class _Writing:
    """Letters of another writing that look like ours, and those that show it is really meant."""

    letters: dict[str, str]
    own: re.Pattern[str]
    shortest: int = 1


def _pairs(theirs: str, ours: str) -> dict[str, str]:
    return dict(zip(theirs, ours, strict=True))


_CYRILLIC = _pairs("АВЕЗКМНОРСТУХІЈЅҺԀԚԜҮаеорсухіјѕһԁԛԝүӏ", "ABE3KMHOPCTYXIJShDQWYaeopcyxijshdqwyl")
_GREEK = _pairs("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ", "ABEZHIKMNOPTYXaikvopux")
_WRITINGS = (
    _Writing(_pairs("Ðð", "Đđ"), re.compile("[ÞþÆæ]")),
    _Writing(_pairs("Ɖɖ", "Đđ"), re.compile("[ƐɛƆɔŊŋƑƒ]")),
    _Writing(_pairs("Ǎǎ", "Ăă"), re.compile("[āēīōūǖěǐǒǔǚ]")),
    _Writing(_pairs("ı", "i"), re.compile("[ğşçöü]", re.IGNORECASE)),
    _Writing(_pairs("ɑɡ", "ag"), re.compile("[əɔʃʒŋθ]")),
    _Writing(_CYRILLIC, re.compile(f"(?![{''.join(_CYRILLIC)}])[\u0400-\u052f]")),
    _Writing(_GREEK, re.compile(f"(?![{''.join(_GREEK)}])[\u0370-\u03ff\u1f00-\u1fff]"), 2),
)
_OURS = {letter: ours for writing in _WRITINGS for letter, ours in writing.letters.items()}
# Letters in another form of print: full width, ligatures of PDFs, mathematical alphabets.
_FORMS = "\uff01-\uff5e\ufb00-\ufb06\U0001d400-\U0001d7ff"
_STROKES = "\u0334-\u0338"
_STRUCK_D = re.compile(f"[dD][{_STROKES}]")  # NFC does not compose it into đ
_FORM, _EAST_ASIAN = (
    re.compile(f"[{_FORMS}]"),
    re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"),
)
_WORD = re.compile(f"(?:(?:[^\\W\\d_]|[{_FORMS}])[\u0300-\u036f]*)+")
# Writings that nobody mixes with ours in one word; Greek is: kΩ, μg, IFNγ.
_NEVER_MIXED = re.compile("[\u0400-\u058f\u13a0-\u13ff\u2c80-\u2cff\ua4d0-\ua4ff]")
_AFTER_SMALL = re.compile("(?<=[a-zà-ỹ])α|α(?=[a-zà-ỹ])")
# Without one of these a text holds nothing of the kind.
SIGNS = (
    f"\u00d0\u00f0\u0131\u0189\u01cd\u01ce\u0251\u0256\u0261{_STROKES}\u0370-\u058f\u13a0-\u13ff"
    f"\u1f00-\u1fff\u2c80-\u2cff\ua4d0-\ua4ff{_FORMS}"
)


def lookalikes(text: str) -> Iterator[Lookalike]:
    """The words of a composed text that hold letters of another writing in place of ours."""
    meant = {writing for writing in _WRITINGS if writing.own.search(text)}
    is_east_asian = bool(_EAST_ASIAN.search(text))
    for match in _WORD.finditer(text):
        letters = _foreign_letters(match[0], meant, is_form_meant=is_east_asian)
        if letters:
            right = "".join(_ours(letter) if letter in letters else letter for letter in match[0])
            right = _STRUCK_D.sub(lambda struck: "Đ" if struck[0][0] == "D" else "đ", right)
            yield Lookalike(*match.span(), letters[0], nfc(right))


def _foreign_letters(
    word: str, meant: Collection[_Writing], *, is_form_meant: bool
) -> Sequence[str]:
    """The letters of a word that are foreign to it; the writings `meant` are really used."""
    if struck := _STRUCK_D.findall(word):
        return struck
    if _FORM.search(word) and not is_form_meant:
        return _FORM.findall(word)
    foreign = [letter for letter in word if _like(letter) or _NEVER_MIXED.match(letter)]
    if not foreign:
        return []
    if not _is_latin(foreign[0]) and any(map(_is_latin, word)):
        return [letter for letter in foreign if letter != "α" or _AFTER_SMALL.search(word)]
    writing = next((w for w in _WRITINGS if _like(foreign[0]) in w.letters), None)
    if writing is None or writing in meant or len(word) < writing.shortest:
        return []
    return foreign if _is_latin(foreign[0]) or len(foreign) == len(word) else []


def _like(letter: str) -> str:
    """The letter of the table that it is, perhaps with a mark; else nothing."""
    base = unicodedata.normalize("NFD", letter)[0]
    return letter if letter in _OURS else base if base in _OURS else ""


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


def _ours(letter: str) -> str:
    """The letter of ours that a foreign one looks like, with its marks."""
    if letter in _OURS:
        return _OURS[letter]
    base, *marks = list(unicodedata.normalize("NFD", letter))
    return nfc(_OURS.get(base, unicodedata.normalize("NFKC", base)) + "".join(marks))
