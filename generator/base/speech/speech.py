"""A Vietnamese text as it is read aloud: numbers, days, times, units and short forms in full.

Passes run in order; each replaces one form by words, which later passes leave alone. Ids of
records are left out: no listener can follow them. Text already in words stays as it is.
"""

import re

from generator.base.speech import abbreviations, codes, days, quantities, roman
from generator.base.text import nfc

_PASSES = (
    *codes.PASSES,
    *abbreviations.BEFORE_NUMBERS,
    *quantities.RATIOS,
    *days.PASSES,
    *roman.PASSES,
    *quantities.PASSES,
    *abbreviations.PASSES,
)


def aloud(text: str) -> str:
    """The text in words, NFC, with no digit left; lines stay lines."""
    spoken = nfc(text)
    for pattern, in_words in _PASSES:
        spoken = pattern.sub(in_words, spoken)
    for pattern, replacement in _TIDY:
        spoken = pattern.sub(replacement, spoken)
    return spoken.strip()


_TIDY: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\(\s*\)|\[\s*\]"), ""),
    (re.compile(r"[^\S\n]+"), " "),
    (re.compile(r" ?\n ?"), "\n"),
    (re.compile(r" +([,.;:!?)\]”…])"), r"\1"),
    (re.compile(r"([(\[“]) +"), r"\1"),
    (re.compile(r"(?<=\w) ?/ ?(?=\w)"), ", "),
)
