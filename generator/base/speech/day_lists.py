"""Which 5-12 is the fifth of December and which is “five to twelve”, for `speech.py`.

What is judged to be a day is written 5/12 here, as `days.py` reads it.
"""

import re

from generator.base.lazy_regex import lazy_regex
from generator.base.speech.numerals import cardinal
from generator.base.speech.passes import COUNTED, END, Pass

_D, _M = "(?:[12][0-9]|3[01]|0?[1-9])", "(?:1[0-2]|0?[1-9])(?![0-9])"
_DAY_MONTH = rf"{_D}[-/]{_M}(?:[-/]20[0-9]{{2}})?"
_HYPHENED = rf"{_D}-{_M}(?:-20[0-9]{{2}})?"
_NAMED = (
    r"(?<!hằng )(?<!hàng )(?<!mỗi )(?<!một )"
    r"\b(?:[Nn]gày|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Hh]ôm)\s"
)
_NEXT = r"(?:,\s?|;\s?|\s(?:và|hoặc|hay|đến(?:\shết)?|tới)\s)"
_OTHERS = r"(?:ngày|sáng|trưa|chiều|tối|đêm)\s"
# Nobody says a noun after a day; what is counted, measured or timed is no day.
_ALONE = (
    rf"{END}(?!\s?[%°]|\s(?!và|đến|hoặc|lúc|tại|là|thì|có|các|được|sẽ|để|ở|trên|vẫn|không|mới|mọi"
    r"|sau|trước|hằng|theo|do|nếu)[a-zà-ỹđ])"
)
# Words that set a term: what follows them is a day, unless something is counted.
_TERM = (
    r"(?<!\w)(?i:hạn(?:\s(?:cuối|chót|nộp|là))*|trước|sau|kể từ|chậm nhất(?:\slà)?"
    r"|(?:đến |tới )?hết|khai mạc|bế mạc|đến|tới|[0-9]{1,2}h(?:[0-5][0-9])?,):?\s"
)
_NAMED_BEFORE = lazy_regex(
    r"(?:(?i:ngày|sáng|trưa|chiều|tối|đêm|hôm|lễ|dịp|số|tổ|lớp|phòng|ngõ|cột|trang|điều|khoản"
    r"|phố|đường)|\b[A-ZĐÀ-Ỹ]\w*)\s$"
)
_SLASH = lazy_regex("-")
_PARTS = lazy_regex("[-/]")
_ITEM = lazy_regex(rf"(?P<lead>{_OTHERS})?(?P<day>(?<![\w/-]){_DAY_MONTH})")


def _slashed(text: str) -> str:
    return _SLASH.sub("/", text)


def _named(match: re.Match[str]) -> str:
    """Ngày 30-11 và 1-12: what is joined to a day by “và” or a comma is a day as well."""
    if are_spans(match["lead"], match["days"]):
        return f"{match['lead']}{match['days'].replace('-', ' đến ')}"
    first, *_ = _ITEM.findall(match["days"])
    others = match["days"][len(first[1]) :]
    said = _ITEM.sub(lambda one: f"{one['lead'] or 'ngày '}{_slashed(one['day'])}", others)
    return f"{match['lead']}{_slashed(first[1])}{said}"


def are_spans(lead: str, days: str) -> bool:
    """Các ngày 3-5, 8-10: each might be a span of days, as the second number is never a month."""
    pairs = [tuple(map(int, _PARTS.split(day)[:2])) for _, day in _ITEM.findall(days)]
    months = {month for _, month in pairs}
    rises = all(day < month for day, month in pairs)
    return lead.casefold().startswith("các") and "/" not in days and rises and len(months) > 1


def _one(match: re.Match[str]) -> str:
    return f"{match['lead']}ngày {_slashed(match['day'])}"


def _bare(match: re.Match[str]) -> str:
    """Đóng cửa 20-11; not Trường THCS 19-5, which is a name."""
    named = _NAMED_BEFORE.search(match.string, 0, match.start())
    return match[0] if named else _one(match)


def _from_to(match: re.Match[str]) -> str:
    return (
        f"{match['lead']}ngày {_slashed(match['from'])}{match['to']}ngày {_slashed(match['until'])}"
    )


def _after_first(match: re.Match[str]) -> str:
    return f"{match['lead']}{match['first']}{_slashed(match['day'])}"


def _span(match: re.Match[str]) -> str:
    """Hằng ngày 7-9 giờ: a number to a number, whatever is before it."""
    hours = " giờ" if match["hours"] else ""
    return f"{match['lead']}{cardinal(int(match['low']))} đến {cardinal(int(match['high']))}{hours}"


PASSES: tuple[Pass, ...] = (
    # As weather papers write it: 19h/28, 7h/30/11.
    (
        lazy_regex(
            rf"(?<![\w/.,])([0-9]{{1,2}}h(?:[0-5][0-9])?)/(?!7(?![\w/]))(?={_D}(?:/{_M})?{END})"
        ),
        lambda match: f"{match[1]} ngày ",
    ),
    (
        lazy_regex(
            r"(?P<lead>\b(?i:ngày|sáng|trưa|chiều|tối|đêm|hôm)\s)"
            r"(?P<low>[0-9]{1,2})\s?[-–—]\s?(?P<high>[0-9]{1,2})"
            rf"(?:(?P<hours>\s?[hg](?!\w))|(?=\s?(?:{COUNTED}|giờ)(?!\w))(?!\stháng\s[0-9]))"
        ),
        _span,
    ),
    (
        lazy_regex(
            rf"(?P<lead>(?:[Cc]ác\s)?{_NAMED})"
            rf"(?P<days>{_DAY_MONTH}(?:{_NEXT}(?:{_OTHERS})?{_DAY_MONTH}{END})+)"
        ),
        _named,
    ),
    (
        lazy_regex(
            rf"(?P<lead>{_NAMED})(?P<first>[0-9]{{1,2}}(?:,\s?[0-9]{{1,2}})*\s(?:và|đến)\s)"
            rf"(?P<day>{_HYPHENED}){END}"
        ),
        _after_first,
    ),
    (
        lazy_regex(
            rf"(?P<lead>(?<!\w)[Tt]ừ\s)(?P<from>{_DAY_MONTH})(?P<to>\s(?:đến|tới)\s(?:hết\s)?)"
            rf"(?P<until>{_DAY_MONTH}){_ALONE}"
        ),
        _from_to,
    ),
    (
        lazy_regex(
            rf"(?P<lead>(?<!\w)[Tt]ừ\s)(?P<from>{_D})(?P<to>\s(?:đến|tới)\s(?:hết\s)?)"
            rf"(?P<until>{_D}/{_M}(?:/20[0-9]{{2}})?){END}(?!\s(?:{COUNTED})(?!\w))"
        ),
        _from_to,
    ),
    # Nothing goes from 20 to 11.
    (
        lazy_regex(
            rf"(?<![\w/.,:-])(?<!ngày )(?P<lead>)(?P<day>(?:1[3-9]|2[0-9]|3[01])-{_M})(?!-){_ALONE}"
        ),
        _bare,
    ),
    (lazy_regex(rf"(?P<lead>{_TERM})(?P<day>{_HYPHENED}){_ALONE}"), _one),
)


def is_rising(match: re.Match[str]) -> bool:
    """Đến 15-12 is a day, as no span goes down."""
    if "days" in match.re.groupindex:
        return are_spans("các", match["days"])
    day, month = map(int, match["span"].split("-")[:2])
    return day < month and "20" not in match["span"].split("-")[2:]


# What would be a span of numbers as well: “đến 10-12”, “từ 5-12”.
TERMS_OR_SPANS = (
    lazy_regex(
        rf"(?<!\w)(?<!tổ )(?<!lớp )(?<!thôn )(?<!phòng )(?<![0-9] )(?i:từ|đến|tới|đợt)\s"
        rf"(?P<span>{_D}-{_M}){_ALONE}(?!\s(?:đến|tới)\s(?:hết\s)?[0-9])"
    ),
    lazy_regex(rf"\b[Cc]ác ngày (?P<span>{_D}-{_M}){_ALONE}(?!,?\s(?:và\s)?[0-9]+-)"),
    lazy_regex(rf"\b[Cc]ác ngày (?P<days>{_HYPHENED}(?:{_NEXT}{_HYPHENED}{END})+)"),
)
