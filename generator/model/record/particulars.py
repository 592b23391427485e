"""The particulars of a text: its days, hours, numbers and places, each in one form.

What a sentence tells in figures and names can be compared with what its evidence holds, however
the two are written: 19/11 and 19 tháng 11, 17h and 17 giờ, 1,5 triệu and 1.500.000, hai mươi mốt
and 21. Each is compared with its own kind: an hour does not prove a number of people.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.base.fold import spelling, written
from generator.model.record.number_words import in_figures, small_numbers

Day = tuple[int, int, int]  # day, month, year; 0 for what is not written
_HALF_DAY, _LAST_HOUR, _LAST_MINUTE = 12, 24, 59
_MONTHS, _DAYS = 12, 31
_DAY = re.compile(
    "|".join(
        (
            r"(?<!\d)(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})(?!\d)",
            r"(?<![\d/])(?P<sd>\d{1,2})/(?P<sm>\d{1,2})(?:/(?P<sy>\d{4}))?(?![\d/])",
            r"(?<!\d)(?P<dd>\d{1,2})(?P<sep>[-.])(?P<dm>\d{1,2})(?P=sep)(?P<dy>\d{4})(?!\d)",
            r"(?<!\d)(?P<wd>\d{1,2}) tháng (?P<wm>\d{1,2})(?: năm (?P<wy>\d{4}))?(?!\d)",
            r"tháng (?P<md>)(?P<mm>\d{1,2})(?:(?:/| năm )(?P<my>\d{4}))?(?!\d)",
            r"ngày (?P<od>\d{1,2})(?P<om>)(?P<oy>)(?![\d/]|[-.]\d| tháng)",
            r"quý \w+(?:/| năm )(?P<qd>)(?P<qm>)(?P<qy>\d{4})(?!\d)",
            r"năm (?P<yd>)(?P<ym>)(?P<yy>\d{4})(?!\d)",
        )
    ),
    re.IGNORECASE,
)
# “20, 21 và 22/11”, “từ 20 đến 22/11”: the month stands only with the last day.
_DAYS_BEFORE = re.compile(
    r"(?P<first>(?<![\d/])\d{1,2}(?:, ?\d{1,2})*)(?P<join> và | đến | ?[–-] ?)(?:ngày )?"
    r"(?P<last>\d{1,2})(?P<rest>/\d{1,2}(?:/\d{4})?| tháng \d{1,2}(?: năm \d{4})?)(?!\d)",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?<![\d.,])(?P<h>\d{1,2})(?: ?giờ| ?[hg](?![a-zà-ỹ])|:(?=\d{2}))"
    r"(?: ?(?P<m>\d{1,2}|rưỡi)(?!\d| ?(?:giờ|h\b|tháng|/)))?(?: ?(?:phút|p)\b)?"
    r"(?P<half> ?(?:trưa|chiều|tối|đêm))?",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:công văn|thông báo|văn bản|kế hoạch|quyết định|báo cáo|tờ trình|biên bản|phiếu|kết luận"
    r"|nghị định|luật|nghị quyết|chỉ thị)(?: \w+){0,3} số \d[\w/.-]*"
    r"|\d+/\d{4}/[A-ZĐ][\w-]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<n>\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?!\d)"
    r"(?: ?(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)(?!\w))?",
    re.IGNORECASE,
)
_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_CAPITAL = "[A-ZĐÀ-ÝĂƠƯẠ-Ỵ]"
_PLACE = re.compile(
    r"(?<!\w)(?i:phường|xã|thị trấn|quận|huyện|thành phố|tỉnh|thôn|tổ dân phố|khu phố|khu|cụm|ấp"
    r"|bản|đường|phố|ngõ|hẻm|cầu|cống|chợ|trường|trạm|bệnh viện|hồ(?! chí minh)|sông|đê"
    r"|kênh|đập|nhà văn hóa|chùa|đình|bến|ga|chung cư|công viên|ngã ba"
    r"|ngã tư|quốc lộ|tỉnh lộ|đèo|sân vận động|tại|ở)"
    rf"(?P<name>(?: {_CAPITAL}\w*(?: [a-zà-ỹ]+(?= {_CAPITAL}))?)+)"
)
_FIRST = re.compile(r"(?:^|(?<=[.!?…\n] )|(?<=[.!?…\n]))\w")


_REMEMBERED = 8192  # texts: who checks again after a change has changed a few


class Particulars(NamedTuple):
    """The days, hours (minutes since midnight), numbers and names of places of a text.

    Each maps to the words that are written. The number of a paper is no number of things.
    """

    days: Mapping[Day, str]
    hours: Mapping[int, str]
    numbers: Mapping[str, str]
    places: Mapping[str, str]


class Held(NamedTuple):
    """What pieces of evidence hold: their particulars, small numbers in words, and their names."""

    particulars: Particulars
    small: frozenset[str]
    names: str


@lru_cache(maxsize=_REMEMBERED)
def particulars(text: str) -> Particulars:
    """Days and hours are taken out first, so that their figures are not numbers as well."""
    rest = _DAYS_BEFORE.sub(_each_day, in_figures(text))
    days = {day: match[0] for match in _DAY.finditer(rest) if (day := _day_of(match))}
    rest = _DAY.sub(lambda match: " ; " if _day_of(match) else match[0], rest)
    rest = _PAPER.sub(" ; ", rest)
    hours = {
        minutes: match[0].strip()
        for match in _HOUR.finditer(rest)
        if (minutes := _minutes(match)) is not None
    }
    rest = _HOUR.sub(lambda match: match[0] if _minutes(match) is None else " ; ", rest)
    places = {_spelled(match["name"]): match[0] for match in _PLACE.finditer(_uncapped(rest))}
    numbers = {_plain(match): match[0] for match in _NUMBER.finditer(rest)}
    return Particulars(days, hours, numbers, places)


def held_in(pieces: Iterable[str]) -> Held:
    return _held("\n".join(pieces))


@lru_cache(maxsize=_REMEMBERED)
def _held(text: str) -> Held:
    return Held(particulars(text), small_numbers(text), _spelled(text))


def unstated(told: Particulars, evidence: Iterable[Held]) -> tuple[str, ...]:
    """The days, hours, numbers, places that no piece of evidence holds, as they are written."""
    pieces = tuple(evidence)
    hours = {minutes for piece in pieces for minutes in piece.particulars.hours}
    numbers = {number for piece in pieces for number in (*piece.particulars.numbers, *piece.small)}
    return (
        *(words for day, words in told.days.items() if not _is_held(day, pieces)),
        *(words for minutes, words in told.hours.items() if minutes not in hours),
        *(words for number, words in told.numbers.items() if number not in numbers),
        *(
            words
            for name, words in told.places.items()
            if not any(name in piece.names for piece in pieces)
        ),
    )


def _is_held(day: Day, held: Iterable[Held]) -> bool:
    """Whether a day of the evidence has every part that is written, or does not write it."""
    return any(
        all(
            part == other or not part or (not other and number == _YEAR)
            for number, (part, other) in enumerate(zip(day, known, strict=True))
        )
        for piece in held
        for known in piece.particulars.days
    )


_YEAR = 2


def _each_day(match: re.Match[str]) -> str:
    """“20/11, 21/11, 22/11” from “20, 21 và 22/11”; a range has every day between."""
    first, last = [int(day) for day in match["first"].split(",")], int(match["last"])
    is_range = match["join"] != " và " and len(first) == 1
    days = [*range(first[0], last + 1)] if is_range and first[0] <= last else [*first, last]
    return ", ".join(f"{day}{match['rest']}" for day in days)


def _day_of(match: re.Match[str]) -> Day | None:
    for letter in "isdwmoqy":
        if match[f"{letter}d"] is not None:
            day, month, year = (int(match[f"{letter}{part}"] or 0) for part in "dmy")
            return (day, month, year) if day <= _DAYS and month <= _MONTHS else None
    return None


def _minutes(match: re.Match[str]) -> int | None:
    """Minutes since midnight: five in the afternoon is 17, one in the night is 1."""
    written, half = match["m"] or "0", (match["half"] or "").strip().lower()
    hour, minute = int(match["h"]), 30 if written == "rưỡi" else int(written)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return None
    is_later = hour < _HALF_DAY and hour in _AFTERNOON.get(half, ())
    return (hour + _HALF_DAY * is_later) * 60 + minute


# Hours that are written small and are after noon.
_AFTERNOON = {
    "trưa": range(1, 3),
    "chiều": range(1, 12),
    "tối": range(5, 12),
    "đêm": range(8, 12),
}


def _plain(match: re.Match[str]) -> str:
    """1250 from 1.250 and 1 250, 1500000 from 1,5 triệu, 12.5 from 12,5, 7 from 07."""
    whole, _, part = match["n"].partition(",")
    digits = whole.replace(".", "").replace(" ", "")
    places = _SCALES.get((match["scale"] or "").lower(), 0)
    moved, rest = part[:places].ljust(places, "0"), part[places:].rstrip("0")
    plain = (digits + moved).lstrip("0") or "0"
    return f"{plain}.{rest}" if rest else plain


def _spelled(text: str) -> str:
    """The words of a text, with hoà as hòa and a sign before each that has a capital."""
    words = (
        f"^{spelling(word)}" if word[0].isupper() else spelling(word) for word in written(text)
    )
    return f" {' '.join(words)} "


def _uncapped(text: str) -> str:
    """The text with the first letter of each sentence small: its capital names nothing."""
    return _FIRST.sub(lambda match: match[0].lower(), text)
