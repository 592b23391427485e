"""Days, months and times of day in words, for `speech.py`: pure rewriting of a Vietnamese text."""

import re

from generator.base.lazy_regex import lazy_regex
from generator.base.speech.numerals import cardinal
from generator.base.speech.passes import COUNTED, END, FREE, Pass
from generator.base.speech.roman import NUMERAL, value

_FIRST_DAYS, _MOST_DAYS, _MOST_MONTHS, _FOURTH = 10, 31, 12, 4
_MOST_PARTS = 10  # 3/4 is a part of a whole, 5/11 is a day
_HOLIDAYS = frozenset({(1, 5), (1, 6), (2, 9), (5, 9)})  # labour, children, independence, school
_THIS_CENTURY, _SHORT = 2000, 2
_WEEKDAYS = {"1": "nhất", "4": "tư", "T": "thứ ", "CN": "chủ nhật"}

_YEAR = r"(?P<year>(?:1[4-9]|2[01])[0-9]{2})"
_DAY, _MONTH = r"(?P<day>[0-9]{1,2})", r"(?P<month>[0-9]{1,2})"
_OF_YEAR = r"(?P<month>0?[1-9]|1[0-2])"
_LEAD = (
    r"(?P<lead>(?:(?<!hằng )(?<!hàng )(?<!mỗi )[Nn]gày|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối"
    r"|[Đđ]êm|[Hh]ôm|[Ll]ễ|[Dd]ịp|[Qq]uốc khánh)\s+)"
)
_FIRST = (
    r"(?P<first>[0-9]{1,2}(?:,\s?[0-9]{1,2})*)"
    r"(?P<joint>(?:,\s?|\s(?:và|đến)\s)(?:ngày\s+)?|\s?[-–—]\s?)"
)
_SPAN = r"(?P<first>[0-9]{1,2})(?P<joint>\s?[-–—]\s?)"
_MASS = lazy_regex(r"\s(?:tổng|số|dân|diện tích|lượng|quân số|chiều|thể)\b")
_THINGS = lazy_regex(rf"\s(?:{COUNTED})(?!\w)")
_HOUR = r"(?:[01]?[0-9]|2[0-4])"
_MOMENT = rf"{_HOUR}(?:[hg](?:[0-5][0-9])?|:[0-5][0-9])"
_WORDED = rf"{_HOUR}\s?giờ(?:\s[0-5]?[0-9](?:\sphút)?)?"
_PART = r"(?:\s(?:sáng|trưa|chiều|tối|đêm|khuya))?"
_SLASHED = r"[0-9]{1,2}/[0-9]{1,2}(?:/[12][0-9]{3})?|[0-9]{1,2}/[12][0-9]{3}"
_POINTED = r"[0-9]{1,2}\.[0-9]{1,2}\.[12][0-9]{3}"
_WEEKDAY = r"(?:[Tt]hứ\s)?(?:T?[2-7]|CN)(?![\w/%]|[.,][0-9])"


def _date(match: re.Match[str]) -> str:
    """A day, or two days of one month; after “sáng” or “ngày” nothing is put before it."""
    named = {"lead": "", "first": "", "joint": "", "year": "", **match.groupdict()}
    if not _is_day(named["day"], named["month"]):
        return match[0]
    first = f"{_all_days(named['first'])}{_joint(named['joint'])}" if named["first"] else ""
    day = f"{first}{_day(named['day'])} tháng {_month(named['month'])}{_year(named['year'])}"
    return f"{named['lead'] or 'ngày '}{day}"


def _is_day(day: str, month: str) -> bool:
    return 0 < int(day) <= _MOST_DAYS and 0 < int(month) <= _MOST_MONTHS


def _year(year: str | None) -> str:
    """Two figures are of this century."""
    if not year:
        return ""
    return f" năm {cardinal(int(year) + (_THIS_CENTURY if len(year) == _SHORT else 0))}"


def _day(day: str) -> str:
    """Days up to the tenth take “mùng”."""
    number = int(day)
    return f"mùng {cardinal(number)}" if 0 < number <= _FIRST_DAYS else cardinal(number)


def _all_days(text: str) -> str:
    return re.sub(
        "([0-9]+)(,(?=[0-9]))?", lambda one: _day(one[1]) + (", " if one[2] else ""), text
    )


def _month(month: str) -> str:
    return _fourth(int(month))


def _fourth(number: int) -> str:
    """Of months, days of the week and parts the fourth is “tư”."""
    return "tư" if number == _FOURTH else cardinal(number)


def _joint(text: str) -> str:
    return text if text.strip(" -–—") else " đến "


def _months(match: re.Match[str]) -> str:
    """Tháng 9–11/2026, T11/2026, 11/2026: one month, or the first and the last."""
    named = {"lead": "", "first": "", "year": "", **match.groupdict()}
    lead = named["lead"] if len(named["lead"]) > 1 else "tháng "
    first = f"{_month(named['first'])} đến " if named["first"] else ""
    return f"{lead}{first}{_month(named['month'])}{_year(named['year'])}"


def _quarter(match: re.Match[str]) -> str:
    """Quý IV/2026, Q.IV/2026, quý 4."""
    said = re.sub(
        f"{NUMERAL}|[1-4]",
        lambda one: cardinal(int(one[0]) if one[0].isdecimal() else value(one[0])),
        match["quarters"],
    )
    lead = match["lead"] if match["lead"][1:2].isalpha() else "quý "
    return f"{lead}{re.sub(' ?[-–—] ?', ' đến ', said)}{_year(match['year'])}"


def _day_or_part(match: re.Match[str]) -> str:
    """19/11 is a day, 3/4 a part of a whole, 40/50 forty of fifty."""
    day, month = int(match["day"]), int(match["month"])
    is_padded = "0" in (match["day"][0], match["month"][0])
    counts = _counts(match)
    could_be_part = 0 < day < month <= _MOST_PARTS and not is_padded
    if could_be_part and (counts or (day, month) not in _HOLIDAYS) and not _are_some(match):
        return f"{cardinal(day)} phần {_fourth(month)}"
    if _is_day(match["day"], match["month"]) and not (counts and day <= month):
        return _date(match)
    return f"{cardinal(day)} trên {cardinal(month)}"


def _counts(match: re.Match[str]) -> bool:
    behind = match.string, match.end()
    return bool(_MASS.match(*behind) or _THINGS.match(*behind))


def _are_some(match: re.Match[str]) -> bool:
    """5/7 tổ are five of seven; halves, thirds and quarters are parts of anything."""
    day, month = int(match["day"]), int(match["month"])
    return day > 1 and month > _FOURTH and _THINGS.match(match.string, match.end()) is not None


def _days(match: re.Match[str]) -> str:
    """16–22/11 are days of one month; 1–2/3 is left to be read as numbers."""
    day, month = int(match["day"]), int(match["month"])
    is_span = int(match["first"]) < day <= _MOST_DAYS and 0 < month <= _MOST_MONTHS
    return match[0] if _counts(match) or not is_span else _date(match)


def _named_days(match: re.Match[str]) -> str:
    """Ngày 5; các ngày 5, 6 và 7; ngày 5 đến 7."""
    return match["lead"] + re.sub(" ?[-–—] ?", " đến ", _all_days(match["days"]))


def _weekdays(match: re.Match[str]) -> str:
    """Thứ 2, 4 và 6; T2–T6; thứ 7, CN."""
    said = re.sub(
        "[1-7]|T(?=[2-7])|CN", lambda one: _WEEKDAYS.get(one[0]) or cardinal(int(one[0])), match[0]
    )
    return re.sub(" ?[-–—] ?", " đến ", said)


def _time(match: re.Match[str]) -> str:
    hour, minute = cardinal(int(match["hour"])), int(match["minute"] or 0)
    return f"{hour} giờ {cardinal(minute)} phút" if minute else f"{hour} giờ"


def _pointed(match: re.Match[str]) -> str:
    """7.30 giờ is no decimal; hours and minutes are said below."""
    until = f"-{match[3]}h{match[4]}" if match[3] else ""
    return f"{match[1]}h{match[2]}{until}"


def _around_the_clock(match: re.Match[str]) -> str:
    hours = " giờ" if match[2] else ""
    return f"hai mươi tư trên {cardinal(int(match[1]))}{hours}"


def _until(match: re.Match[str]) -> str:
    return f"{match[1]} đến "


def _street(match: re.Match[str]) -> str:
    """Đường 30/4, phố 19/8, ngày Quốc tế Phụ nữ 8/3: a name, before which nobody says “ngày”."""
    if not _is_day(match["day"], match["month"]):
        return match[0]
    day = cardinal(int(match["day"])) if match["street"] else _day(match["day"])
    return f"{match['lead']}{day} tháng {_month(match['month'])}"


PASSES: tuple[Pass, ...] = (
    (lazy_regex(rf"(?<![\w/]){_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?![\w/])"), _date),
    (lazy_regex(rf"({_MOMENT})\s?/\s?(?={_MOMENT})"), lambda match: f"{match[1]}, "),
    # A dash between two days or two moments is “đến”, whatever these are.
    (
        lazy_regex(
            rf"(?<![\w/.,:-])({_SLASHED}|{_POINTED})\s?[-–—]\s?(?=(?:{_SLASHED}|{_POINTED}){END})"
        ),
        _until,
    ),
    (
        lazy_regex(
            rf"(?<![\w.,])({_HOUR})\.([0-5][0-9])(?:(?:\s?[-–—]\s?|\sđến\s)({_HOUR})\.([0-5][0-9]))?"
            r"\s?(?:giờ|h)(?!\w|\s[0-9])"
        ),
        _pointed,
    ),
    (
        lazy_regex(
            rf"(?<![\w/.,:-])((?:{_MOMENT}|{_WORDED}){_PART})\s?[-–—]\s?(?={_MOMENT}|{_WORDED})"
        ),
        _until,
    ),
    (lazy_regex(rf"(?<![\w/.,:-])({_HOUR})\s?[-–—]\s?(?={_HOUR}[hg](?![a-zà-ỹ]))"), _until),
    (
        lazy_regex(
            r"(?P<lead>(?:(?P<street>\b(?:[Đđ]ường|[Pp]hố|[Cc]hợ|[Cc]ầu|[Qq]uảng trường|[Tt]rường))"
            r"|\b[Nn]gày)(?:\s[A-ZĐÀ-Ỹ]\w*(?:\s[a-zà-ỹđ]\w*)?(?:\s-)?){0,4}\s)"
            rf"{_DAY}(?:/|(?<=[a-zà-ỹA-ZĐ]\s[0-9])-|(?<=[a-zà-ỹA-ZĐ]\s[0-9][0-9])-){_MONTH}{END}"
        ),
        lambda match: (
            _street(match) if match["street"] or " " in match["lead"].strip() else match[0]
        ),
    ),
    (lazy_regex(rf"{_LEAD}{_FIRST}{_DAY}(?P<s>[/.-]){_MONTH}(?P=s){_YEAR}{END}"), _date),
    (lazy_regex(rf"{_LEAD}{_FIRST}{_DAY}/{_MONTH}{END}"), _date),
    (lazy_regex(rf"{_LEAD}{_DAY}(?P<s>[/.-]){_MONTH}(?P=s){_YEAR}{END}"), _date),
    (
        lazy_regex(rf"{_LEAD}{_DAY}(?:/|-(?![0-9]+\s(?:hằng\s|hàng\s|mỗi\s)?tháng)){_MONTH}{END}"),
        _date,
    ),
    (
        lazy_regex(rf"{_LEAD}{_DAY}(?P<s>[/.-]){_MONTH}(?P=s)(?P<year>[23][0-9]){END}"),
        _date,
    ),
    (
        lazy_regex(r"(?<!\w)((?i:từ|đến|tới|trước|sau|hạn|hết)\s)24/7(?![\w/])"),
        lambda match: f"{match[1]}ngày hai mươi tư tháng bảy",
    ),
    (lazy_regex(rf"{FREE}{_SPAN}{_DAY}/{_MONTH}(?:/{_YEAR})?{END}"), _days),
    (lazy_regex(rf"{FREE}{_DAY}(?P<s>[/.-]){_MONTH}(?P=s){_YEAR}{END}"), _date),
    (lazy_regex(rf"{FREE}{_DAY}/{_MONTH}/(?P<year>[0-9]{{2}}){END}"), _date),
    (
        lazy_regex(
            rf"(?P<lead>(?<!\w)(?:[Qq]uý\s+|Q\.?\s?(?=[1-4](?:[/-]|\snăm\s)20|[IV])))"
            rf"(?P<quarters>(?:[1-4]|{NUMERAL})(?:(?:,\s|\svà\s|\s?[-–—]\s?)(?:[1-4]|{NUMERAL}))*)"
            rf"(?:[/-]{_YEAR})?(?![^\W]|[/.,][0-9])"
        ),
        _quarter,
    ),
    (
        lazy_regex(
            rf"(?P<lead>[Tt]háng\s+)(?:(?P<first>0?[1-9]|1[0-2])\s?[-–—]\s?)?{_OF_YEAR}"
            rf"(?:[/-]{_YEAR})?{END}"
        ),
        _months,
    ),
    (lazy_regex(rf"(?<![\w/])(?P<lead>T){_OF_YEAR}[/-]{_YEAR}{END}"), _months),
    (lazy_regex(rf"{FREE}{_OF_YEAR}/{_YEAR}{END}"), _months),
    (lazy_regex(r"(?<![\w/])(?<!ngày )24/(7|24)(\s?h)?(?![\w/])"), _around_the_clock),
    (lazy_regex(rf"{FREE}{_DAY}/{_MONTH}{END}"), _day_or_part),
    (
        lazy_regex(
            rf"(?P<lead>\b[Nn]gày\s+(?:mùng\s+)?)(?P<days>(?:[12]?[0-9]|3[01]|0[1-9])"
            rf"(?:(?:,\s|\svà\s|\sđến\s|\s?[-–—]\s?)(?:[12]?[0-9]|3[01]|0[1-9])(?=[\s.,;)]|$)(?!\s(?:giờ|hộ|người)))*)"
            rf"{END}"
        ),
        _named_days,
    ),
    (
        lazy_regex(
            r"(?<![\w-])(?:(?<!lần )(?<!khóa )[Tt]hứ\s(?=[2-7](?!\w))"
            r"|(?=T[2-7]\s?[-–,]\s?(?:T[2-7]|CN)))"
            rf"{_WEEKDAY}(?:(?:,\s?|\svà\s|\sđến\s|\s?[-–—]\s?){_WEEKDAY})*"
        ),
        _weekdays,
    ),
    (lazy_regex(r"(?<!\w)CN(?=,?\s(?:ngày|[(]?[0-9]))"), lambda _: "chủ nhật"),
    (
        lazy_regex(r"(?P<lead>\b(?:[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối)\s)T(?P<days>[2-7])(?!\w)"),
        lambda match: match["lead"] + _weekdays(re.match("T[2-7]", f"T{match['days']}") or match),
    ),
    (lazy_regex(rf"(?<=[Tt]hứ )1{END}"), lambda _: "nhất"),
    (lazy_regex(rf"(?<=[Tt]hứ )4{END}"), lambda _: "tư"),
    (
        lazy_regex(
            rf"(?<![\w:])(?P<hour>{_HOUR})(?:(?:[:hg]|\sh\s)(?P<minute>[0-5][0-9])|[hg])(?:\sphút|ph|['′p])?(?![\w:/])"
        ),
        _time,
    ),
    (
        lazy_regex(
            rf"(?<![\w,.])(?P<hour>[0-9]{{1,2}})\s+giờ\s+(?P<minute>[0-5][0-9])(?:\s+phút)?{END}"
        ),
        _time,
    ),
)
