"""A Vietnamese text as it is read aloud: numbers, days, times, units and short forms in full.

Passes run in order; each replaces one form by words, which later passes leave alone. Ids of
records are left out: no listener can follow them. Text already in words stays as it is.
"""

import re

from generator.base.lazy_regex import lazy_regex
from generator.base.speech import (
    abbreviations,
    codes,
    day_lists,
    days,
    numbering,
    quantities,
    roman,
    signs,
)
from generator.base.text import nfc

_PASSES = (
    *numbering.STRETCHES,
    *codes.PASSES,
    *abbreviations.BEFORE_NUMBERS,
    *signs.PASSES,
    *quantities.RATIOS,
    *day_lists.PASSES,
    *numbering.PASSES,
    *days.PASSES,
    *numbering.SECTIONS,
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
    (lazy_regex(r"\(\s*\)|\[\s*\]"), ""),
    (lazy_regex(r"[^\S\n]+"), " "),
    (lazy_regex(r" ?\n ?"), "\n"),
    (lazy_regex(r" +([,.;:!?)\]”…])"), r"\1"),
    (lazy_regex(r"([(\[“]) +"), r"\1"),
    (lazy_regex(r"(?<=\w) ?/ ?(?=\w)"), ", "),
)
