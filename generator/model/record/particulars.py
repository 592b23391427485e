"""The particulars of a text: its days, hours, numbers and places, each in one form.

What a sentence tells in figures and names can be compared with what its evidence holds, however
the two are written: 19/11 and 19 tháng 11, 17h and 17 giờ, 1.250 and 1250, hai mươi mốt and 21.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

Day = tuple[int, int, int]  # day, month, year; 0 for a year that is not written
_HALF_DAY, _LAST_HOUR, _LAST_MINUTE = 12, 24, 59
_MONTHS, _DAYS = 12, 31
_ISO_DAY = r"(?<!\d)(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})(?!\d)"
_SLASHED = r"(?<![\d/])(?P<sd>\d{1,2})/(?P<sm>\d{1,2})(?:/(?P<sy>\d{4}))?(?![\d/])"
_DOTTED = r"(?<!\d)(?P<dd>\d{1,2})(?P<sep>[-.])(?P<dm>\d{1,2})(?P=sep)(?P<dy>\d{4})(?!\d)"
_WORDED = r"(?<!\d)(?P<wd>\d{1,2}) tháng (?P<wm>\d{1,2})(?: năm (?P<wy>\d{4}))?(?!\d)"
_DAY = re.compile("|".join((_ISO_DAY, _SLASHED, _DOTTED, _WORDED)), re.IGNORECASE)
_HOUR = re.compile(
    r"(?<![\d.,])(?P<h>\d{1,2})(?: ?giờ| ?h(?![a-zà-ỹ])|:(?=\d{2}))"
    r"(?: ?(?P<m>\d{1,2})(?!\d| ?(?:giờ|h\b|tháng|/)))?(?: ?(?:phút|p)\b)?"
    r"(?P<half> ?(?:trưa|chiều|tối|đêm))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[. ]\d{3})+(?!\d)|(?<![.,])\d+(?:,\d+)?")
_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000}
_TENS = {"mười", "mươi", "trăm", *_SCALES}
_JOINING = {"linh", "lẻ"}
_WORD = re.compile(r"\w+")
_CAPITAL = "[A-ZĐÀ-ÝĂƠƯẠ-Ỵ]"
_PLACE = re.compile(
    r"(?<!\w)(?i:phường|xã|thị trấn|quận|huyện|thành phố|tỉnh|thôn|tổ dân phố|khu phố|khu|cụm|ấp"
    r"|bản|đường|phố|ngõ|hẻm|cầu|cống|chợ|trường|trạm|bệnh viện|hồ|sông|đê|kênh|đập|nhà văn hóa"
    r"|chùa|đình|bến|ga|chung cư|công viên|ngã ba|ngã tư|quốc lộ|tỉnh lộ|đèo)"
    rf"(?P<name>(?: {_CAPITAL}\w*(?: [a-zà-ỹ]+(?= {_CAPITAL}))?)+)"
)
_FIRST = re.compile(r"(?:^|(?<=[.!?…\n] )|(?<=[.!?…\n]))\w")


class Particulars(NamedTuple):
    """The days, hours (minutes since midnight), numbers and names of places of a text.

    Each maps to the words that are written; an hour of an afternoon counts as both its readings.
    """

    days: Mapping[Day, str]
    hours: Mapping[int, str]
    numbers: Mapping[str, str]
    places: Mapping[str, str]


def particulars(text: str) -> Particulars:
    """Days and hours are taken out first, so that their figures are not numbers as well."""
    days = {day: match[0] for match in _DAY.finditer(text) if (day := _day_of(match))}
    rest = _DAY.sub(lambda match: " ; " if _day_of(match) else match[0], text)
    hours = {
        minutes: match[0].strip() for match in _HOUR.finditer(rest) for minutes in _minutes(match)
    }
    rest = _HOUR.sub(lambda match: " ; " if any(_minutes(match)) else match[0], rest)
    places = {match["name"].strip(): match[0] for match in _PLACE.finditer(_uncapped(rest))}
    numbers = {_plain(match[0]): match[0] for match in _NUMBER.finditer(rest)}
    return Particulars(days, hours, {**numbers, **dict(_numbers_in_words(rest))}, places)


class Held(NamedTuple):
    """What pieces of evidence hold: their text, and the particulars of it."""

    text: str
    particulars: Particulars


def held_in(pieces: Iterable[str]) -> Held:
    text = "\n".join(pieces)
    return Held(text, particulars(text))


def unstated(told: Particulars, evidence: Iterable[Held]) -> tuple[str, ...]:
    """The days, hours, numbers, places that no piece of evidence holds, as they are written."""
    pieces = tuple(evidence)
    held = [piece.particulars for piece in pieces]
    numbers = {number for piece in held for number in piece.numbers} | _figures_of(held)
    return (
        *(words for day, words in told.days.items() if not _is_held(day, held)),
        *(words for words in _unstated_hours(told, held)),
        *(words for number, words in told.numbers.items() if number not in numbers),
        *(
            words
            for name, words in told.places.items()
            if not any(name in piece.text for piece in pieces)
        ),
    )


def _is_held(day: Day, held: Iterable[Particulars]) -> bool:
    return any(
        day[:2] == other[:2] and (day[2] == other[2] or not day[2] or not other[2])
        for piece in held
        for other in piece.days
    )


def _unstated_hours(told: Particulars, held: Iterable[Particulars]) -> Iterator[str]:
    """An hour of an afternoon is held when one of its readings is."""
    known = {minutes for piece in held for minutes in piece.hours}
    written = dict.fromkeys(told.hours.values())
    for words in written:
        if not any(told.hours[minutes] == words for minutes in known & told.hours.keys()):
            yield words


def _figures_of(held: Iterable[Particulars]) -> set[str]:
    """The figures of days and hours: “ngày 25 hằng tháng” may rest on 25/12."""
    figures: set[str] = set()
    for piece in held:
        figures |= {str(figure) for day in piece.days for figure in day}
        figures |= {str(minutes // 60) for minutes in piece.hours}
    return figures


def _day_of(match: re.Match[str]) -> Day | None:
    for letter in "isdw":
        if match[f"{letter}d"]:
            day, month, year = (int(match[f"{letter}{part}"] or 0) for part in "dmy")
            return (day, month, year) if 0 < day <= _DAYS and 0 < month <= _MONTHS else None
    return None


def _minutes(match: re.Match[str]) -> Iterator[int]:
    hour, minute = int(match["h"]), int(match["m"] or 0)
    if hour <= _LAST_HOUR and minute <= _LAST_MINUTE:
        yield hour * 60 + minute
        if match["half"] and hour < _HALF_DAY:
            yield (hour + _HALF_DAY) * 60 + minute


def _plain(number: str) -> str:
    """1250 from 1.250 and from 1 250, 12.5 from 12,5, 7 from 07."""
    whole, _, part = number.partition(",")
    digits = whole.replace(".", "").replace(" ", "").lstrip("0") or "0"
    return f"{digits}.{part}" if part else digits


def _numbers_in_words(text: str) -> Iterator[tuple[str, str]]:
    """Numbers from ten on that are written in words; smaller ones are too often no numbers."""
    run: list[str] = []
    for word in [*(found[0].lower() for found in _WORD.finditer(text)), ""]:
        if word in _UNITS or word in _TENS or (run and word in _JOINING):
            run.append(word)
            continue
        if _TENS & {*run}:
            yield str(_value(run)), " ".join(run)
        run = []


def _value(words: Iterable[str]) -> int:
    total = group = last = 0
    for word in words:
        if word in _UNITS:
            last = _UNITS[word]
            group += last
        elif word == "mười":
            group, last = group + 10, 0
        elif word in ("mươi", "trăm"):
            factor = 10 if word == "mươi" else 100
            group, last = group - last + (last or 1) * factor, 0
        elif word in _SCALES:
            total, group, last = total + (group or 1) * _SCALES[word], 0, 0
    return total + group


def _uncapped(text: str) -> str:
    """The text with the first letter of each sentence small: its capital names nothing."""
    return _FIRST.sub(lambda match: match[0].lower(), text)
