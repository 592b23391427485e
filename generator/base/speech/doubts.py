"""Forms that cannot be read for sure: a listener would hear what the program guesses."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.base.lazy_regex import lazy_regex
from generator.base.speech.passes import alternatives
from generator.base.speech.short_forms import ABBREVIATIONS, LETTERS, UNITS
from generator.base.speech.speech import aloud

# A word in capitals is no abbreviation.
_SYLLABLE = lazy_regex(
    "(?:NGH|NG|NH|TH|TR|PH|KH|GH|GI|CH|QU|[BCDĐGHKLMNPQRSTVX])?[^\\W\\d_BCDĐGHKLMNPQRSTVXZFWJ]{1,3}"
    "(?:NG|NH|CH|[CMNPT])?"
)
_CAPITALS = lazy_regex(r"(?<![\w./-])[A-ZĐƠƯÂÊÔĂ]{2,}(?![\w./-])")
_CAPITALS_OR_DAY = lazy_regex(r"[A-ZĐƠƯÂÊÔĂ]{2,}|\bT(?=[2-8])")
_SPOKEN_IN_FULL = {*ABBREVIATIONS, *LETTERS}
_DAY_OF_WEEK = lazy_regex(r"(?<!\w)T (?:hai|ba|bốn|năm|sáu|bảy)(?!\w)")
_BEFORE = lazy_regex(
    r"(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|lễ|dịp|ngõ|ngách|hẻm|tổ|số nhà|mục|điểm|khoản|phần|chương"
    r"|bước|tỷ lệ|lớp|đường|phố|và|Quốc khánh|số|phòng|thửa|lô|thôn|xóm)\s$",
    re.IGNORECASE,
)
_END = r"(?![\w/]|[.,][0-9])"
_NO_NOUN = r"(?!\s(?!và|đến|hoặc|lúc|tại|là|thì|có|các|được|sẽ)[a-zà-ỹđ])"
_UNIT = alternatives(UNITS)
_UNCLEAR = (
    # A part of a whole or a day; days or parts; thousands or thousandths; a decimal or a section.
    lazy_regex(rf"(?<![\w/.,-])[1-9]/(?:[2-9]|10){_END}{_NO_NOUN}"),
    lazy_regex(rf"(?<![\w/.,-])[1-9][-–][1-9]/(?:[2-9]|10){_END}"),
    lazy_regex(rf"(?<![\w.,/-])[1-9][0-9]{{0,2}},[0-9]{{3}}{_END}"),
    lazy_regex(rf"(?<![\w.,/-])[0-9]+\.[0-9]{{1,2}}(?![\w]|[.,/][0-9])(?!\s?(?:{_UNIT})(?!\w))"),
    # A figure with letters that are no unit.
    lazy_regex(rf"(?<![\w.,/-])[0-9][0-9.,]*(?!(?:{_UNIT}|[hgp])(?![a-zđ]))[a-zđ]{{1,3}}(?![\w/])"),
)


class Doubt(NamedTuple):
    """What is written, and what would be said."""

    written: str
    said: str


def doubts(text: str) -> Iterator[Doubt]:
    """The forms of a text that may be meant otherwise than they would be read."""
    for pattern in _UNCLEAR:
        for match in pattern.finditer(text):
            if not (_BEFORE.search(text[: match.start()]) or _is_day_only(match[0])):
                yield Doubt(match[0], aloud(match[0]))
    if all(capitals in _SPOKEN_IN_FULL for capitals in _CAPITALS_OR_DAY.findall(text)):
        return
    spoken = aloud(text)
    for match in (*_CAPITALS.finditer(spoken), *_DAY_OF_WEEK.finditer(spoken)):
        if _is_unknown(match[0]):
            yield Doubt(match[0], match[0])


def _is_day_only(written: str) -> bool:
    """8/3 is a day: no part of a whole is larger than the whole."""
    before, slash, whole = written.rpartition("/")
    return bool(slash) and int(before[-1]) >= int(whole)


def _is_unknown(capitals: str) -> bool:
    return capitals not in LETTERS and not _SYLLABLE.fullmatch(capitals)
