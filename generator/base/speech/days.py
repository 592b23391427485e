"""Days, months and times of day in words, for `speech.py`: pure rewriting of a Vietnamese text."""

import re
from collections.abc import Callable

from generator.base.speech.numerals import cardinal, figures
from generator.base.speech.short_forms import ROMAN

Pass = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]

_FIRST_DAYS, _MOST_DAYS, _MOST_MONTHS, _FOURTH = 10, 31, 12, 4
_MOST_PARTS = 10  # 3/4 is a part of a whole, 5/11 is a day

_YEAR = r"(?P<year>[12][0-9]{3})"
_DAY, _MONTH = r"(?P<day>[0-9]{1,2})", r"(?P<month>[0-9]{1,2})"
_LEAD = r"(?P<lead>(?:[Nn]gày|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Hh]ôm)\s+)"
_FIRST = r"(?P<first>[0-9]{1,2})(?P<joint>\s+(?:và|đến)\s+(?:ngày\s+)?|\s?[-–—]\s?)"
_SPAN = r"(?P<first>[0-9]{1,2})(?P<joint>\s?[-–—]\s?)"
_IN_LANES = r"(?P<lead>\b(?:[Nn]gõ|[Nn]gách|[Hh]ẻm|[Kk]iệt|[Tt]ổ|[Ss]ố nhà)\s+)"
_FREE, END = r"(?<![\w/.,])", r"(?![\w/]|[.,][0-9])"
_ORDERED = "Quý|Khóa|Khoá|Nhiệm kỳ|Kỳ|Lần thứ|Chương|Phần|Mục|Loại|Cấp"


def _date(match: re.Match[str]) -> str:
    """A day, or two days of one month; after “sáng” or “ngày” nothing is put before it."""
    named = {"lead": "", "first": "", "joint": "", "year": "", **match.groupdict()}
    year = f" năm {cardinal(int(named['year']))}" if named["year"] else ""
    first = f"{_day(named['first'])}{_joint(named['joint'])}" if named["first"] else ""
    day = f"{first}{_day(named['day'])} tháng {_month(named['month'])}{year}"
    return f"{named['lead'] or 'ngày '}{day}"


def _day(day: str) -> str:
    """Days up to the tenth take “mùng”."""
    number = int(day)
    return f"mùng {cardinal(number)}" if 0 < number <= _FIRST_DAYS else cardinal(number)


def _month(month: str) -> str:
    return _fourth(int(month))


def _fourth(number: int) -> str:
    """Of months, days of the week and parts the fourth is “tư”."""
    return "tư" if number == _FOURTH else cardinal(number)


def _joint(text: str) -> str:
    return text if text.strip(" -–—") else " đến "


def _month_of_year(match: re.Match[str]) -> str:
    lead = match["lead"] or "tháng "
    is_quarter = lead.casefold().startswith("quý")
    month = cardinal(int(match["month"])) if is_quarter else _month(match["month"])
    return f"{lead}{month} năm {cardinal(int(match['year']))}"


def _day_or_part(match: re.Match[str]) -> str:
    """19/11 is a day, 3/4 a part of a whole, 40/50 forty of fifty."""
    day, month = int(match["day"]), int(match["month"])
    is_padded = "0" in (match["day"][0], match["month"][0])
    is_day = 0 < day <= _MOST_DAYS and 0 < month <= _MOST_MONTHS
    if is_day and not (day < month <= _MOST_PARTS and not is_padded):
        return _date(match)
    if 0 < day < month <= _MOST_PARTS:
        return f"{cardinal(day)} phần {_fourth(month)}"
    return f"{figures(match['day'])} trên {figures(match['month'])}"


def _days(match: re.Match[str]) -> str:
    """16–22/11 are days of one month; 1–2/3 is left to be read as numbers."""
    day, month = int(match["day"]), int(match["month"])
    is_span = int(match["first"]) < day <= _MOST_DAYS and 0 < month <= _MOST_MONTHS
    return _date(match) if is_span and not day < month else match[0]


def _named_day(match: re.Match[str]) -> str:
    return f"{match['lead']}{_day(match['day'])}"


def _time(match: re.Match[str]) -> str:
    hour, minute = cardinal(int(match["hour"])), int(match["minute"] or 0)
    return f"{hour} giờ {cardinal(minute)} phút" if minute else f"{hour} giờ"


def _roman(match: re.Match[str]) -> str:
    year = f" năm {cardinal(int(match['year']))}" if match["year"] else ""
    number = ROMAN.get(match["roman"])
    return match["lead"] + (cardinal(number) if number else match["roman"]) + year


def _lane(match: re.Match[str]) -> str:
    return f"{match['lead']}{figures(match['day'])} trên {figures(match['month'])}"


def _around_the_clock(match: re.Match[str]) -> str:
    return f"hai mươi tư trên {cardinal(int(match[1]))}"


PASSES: tuple[Pass, ...] = (
    (re.compile(rf"(?<![\w/]){_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?![\w/])"), _date),
    (re.compile(rf"{_LEAD}{_FIRST}{_DAY}/{_MONTH}(?:/{_YEAR})?{END}"), _date),
    (re.compile(rf"{_LEAD}{_DAY}/{_MONTH}(?:/{_YEAR})?{END}"), _date),
    (re.compile(rf"{_FREE}{_SPAN}{_DAY}/{_MONTH}(?:/{_YEAR})?{END}"), _days),
    (re.compile(rf"{_IN_LANES}{_DAY}/{_MONTH}{END}"), _lane),
    (re.compile(rf"{_FREE}{_DAY}/{_MONTH}/{_YEAR}{END}"), _date),
    (
        re.compile(rf"(?P<lead>(?:[Tt]háng|[Qq]uý)\s+)(?P<month>[0-9]{{1,2}})/{_YEAR}{END}"),
        _month_of_year,
    ),
    (re.compile(rf"{_FREE}(?P<lead>)(?P<month>0?[1-9]|1[0-2])/{_YEAR}{END}"), _month_of_year),
    (re.compile(r"(?<![\w/])24/(7|24)(?![\w/])"), _around_the_clock),
    (re.compile(rf"{_FREE}{_DAY}/{_MONTH}{END}"), _day_or_part),
    (re.compile(rf"(?P<lead>\b[Nn]gày\s+)(?P<day>[12]?[0-9]|3[01]){END}"), _named_day),
    (re.compile(rf"(?:(?<=[Tt]háng )|(?<=[Tt]hứ ))0?4{END}"), lambda _: "tư"),
    (re.compile(rf"(?<=[Tt]hứ )1{END}"), lambda _: "nhất"),
    (
        re.compile(
            r"(?<![\w:])(?P<hour>[01]?[0-9]|2[0-4])(?:[:hg](?P<minute>[0-5][0-9])|h)(?![\w:/])"
        ),
        _time,
    ),
    (
        re.compile(
            rf"(?<![\w,.])(?P<hour>[0-9]{{1,2}})\s+giờ\s+(?P<minute>[0-5][0-9])(?:\s+phút)?{END}"
        ),
        _time,
    ),
    (re.compile(r"(?<=\w)[-–—](?=ngày )"), lambda _: " đến "),
    (re.compile(r"(?:(?<=giờ)|(?<=phút))\s?[-–—]\s?(?=\w)"), lambda _: " đến "),
    (
        re.compile(
            rf"(?P<lead>\b(?:{_ORDERED}|{_ORDERED.lower()})\s+)(?P<roman>[IVX]+)(?:/{_YEAR})?(?![^\W\d])"
        ),
        _roman,
    ),
)
