"""Forms that cannot be read for sure: a listener would hear what the program guesses."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.base.lazy_regex import lazy_regex
from generator.base.speech.day_lists import TERMS_OR_SPANS, is_rising
from generator.base.speech.numbering import NUMBERED, UNCLEAR_NUMBERS
from generator.base.speech.passes import END, alternatives
from generator.base.speech.residue import residue
from generator.base.speech.short_forms import UNITS
from generator.base.speech.speech import aloud

_DAY_OF_WEEK = lazy_regex(r"(?<!\w)T (?:hai|ba|bốn|năm|sáu|bảy)(?!\w)")
_BEFORE = lazy_regex(
    r"(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|lễ|dịp|mục|điểm|khoản|phần|chương|bước"
    r"|tỷ lệ|bảng|biểu|hình|phiên bản|bài"
    r"|đường|phố|và"
    rf"|Quốc khánh|{alternatives(NUMBERED)})\s$",
    re.IGNORECASE,
)
_NO_NOUN = r"(?!\s(?!và|đến|hoặc|lúc|tại|là|thì|có|các|được|sẽ)[a-zà-ỹđ])"
_UNIT = alternatives(UNITS)
_UNCLEAR = (
    # A part of a whole or a day; days or parts; thousands or thousandths; a decimal or a section.
    lazy_regex(rf"(?<![\w/.,-])[1-9]/(?:[2-9]|10){END}{_NO_NOUN}"),
    lazy_regex(rf"(?<![\w/.,-])[1-9][-–][1-9]/(?:[2-9]|10){END}"),
    lazy_regex(rf"(?<![\w.,/-])[1-9][0-9]{{0,2}},[0-9]{{3}}{END}"),
    lazy_regex(
        rf"(?<![\w.,/-])[0-9]+\.[0-9]{{1,2}}(?![\w]|[.,/][0-9])(?!\s?(?:{_UNIT}|[NESW])(?!\w)"
        r"|(?:\s?[-–—]\s?|\sđến\s)[0-9.]+\s?(?:giờ|h)(?!\w))"
    ),
    # A figure with letters that are no unit; five amperes or the first class of the fifth.
    lazy_regex(rf"(?<![\w.,/-])[0-9][0-9.,]*(?!(?:{_UNIT}|[hgp])(?![a-zđ]))[a-zđ]{{1,3}}(?![\w/])"),
    lazy_regex(r"(?:(?<=; )|(?<=, )|^)[0-9]+\s?A(?![\w])"),
    lazy_regex(r"(?<![\w.,])(?:[0-9]{2,}K|[0-9][0-9,]*\s?T)(?![\w/-])"),
    # The seventh month or all week.
    lazy_regex(
        r"(?<![\w/])(?<!trực )(?<!động )(?<!vụ )(?<!tục )(?<!trợ )(?<!cửa )(?<!nhận )(?<!suốt )"
        r"(?<!đến )(?<!từ )(?<!trước )(?<!sau )(?<!hạn )(?<!hết )24/7(?![\w/])(?!;)"
    ),
    # North or south.
    lazy_regex(r"[0-9]+[°'′\"″][0-9°'′\"″,]*\s?N(?!\w)(?![^.\n]*[EW](?!\w))"),
)


class Doubt(NamedTuple):
    """What is written, and what would be said."""

    written: str
    said: str


def doubts(text: str) -> Iterator[Doubt]:
    """The forms of a text that may be meant otherwise than they would be read."""
    unclear = [Doubt(written, aloud(written)) for written in _unclear(text)]
    yield from unclear
    spoken = aloud(text)
    told = " ".join(one.said for one in unclear)
    left = [match[0] for match in _DAY_OF_WEEK.finditer(spoken)] + list(residue(spoken))
    yield from (Doubt(one, one) for one in dict.fromkeys(left) if one not in told)


def _unclear(text: str) -> Iterator[str]:
    yield from (match[0] for match in _unnamed(_UNCLEAR, text) if not _is_day_only(match[0]))
    yield from (match[0] for match in _unnamed(UNCLEAR_NUMBERS, text))
    for pattern in TERMS_OR_SPANS:
        yield from (match[0] for match in filter(is_rising, pattern.finditer(text)))


def _unnamed(patterns: Iterable[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """What is found, unless a word before it says what it is."""
    for pattern in patterns:
        for match in pattern.finditer(text):
            if not _BEFORE.search(text[: match.start()]):
                yield match


def _is_day_only(written: str) -> bool:
    """8/3 is a day: no part of a whole is larger than the whole."""
    before, slash, whole = written.rpartition("/")
    return bool(slash) and int(before[-1]) >= int(whole)
