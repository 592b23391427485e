"""Numbers that name and do not count: papers of a year, houses, stretches, sections."""

import re
from string import ascii_uppercase

from generator.base.lazy_regex import lazy_regex
from generator.base.speech.numerals import cardinal, digits, figures
from generator.base.speech.passes import COUNTED, END, FREE, Pass, alternatives
from generator.base.speech.short_forms import ROADS

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
# The first, second … of a year.
_PERIODS = (
    "kỳ", "kỳ họp", "đợt", "khóa", "khoá", "vụ", "tuần", "tuần thứ", "học kỳ", "lần", "lớp",
    "phiên", "chuyến", "ca", "tập", "lần thứ", "đợt thứ", "ngày thứ", "hội nghị lần", "phiên thứ",
)  # fmt: skip
# Papers, whose number is one of a year with or without the word “số”.
PAPERS_OF_A_YEAR = (
    "số", "nghị quyết", "nghị định", "quyết định", "thông tư", "chỉ thị", "luật", "pháp lệnh",
    "kết luận", "quy định", "NQ", "NĐ", "QĐ", "TT", "CT", "KL", "TTLT", "công điện", "công văn",
    "CV", "tờ trình", "TTr", "giấy mời", "GM", "biên bản", "hướng dẫn", "HD",
)  # fmt: skip
_PLACES = (
    "ngõ", "ngách", "hẻm", "kiệt", "tổ", "số nhà", "nhà số", "số", "nhà", "chi bộ", "chi hội",
    "chi đoàn", "phân đoàn",
    "phân hội", "TDP", "tổ dân phố", "lô", "thửa", "căn", "căn hộ", "khu", "khu phố", "đội",
    "phòng", "cột", "thôn", "xóm", "cụm", "ki-ốt", "kiốt", "nhóm", "tiểu khu",
)  # fmt: skip
_IN_ROWS = (
    "ngõ", "ngách", "hẻm", "lớp", "tổ", "thôn", "xóm", "nhà", "số nhà", "phòng", "lô", "khu",
    "tầng", "trạm", "khối", "cột", "tòa", "tuyến", "bể", "giếng", "điểm", "đội", "số", "TDP",
)  # fmt: skip
# After these a number names one of them.
NUMBERED = (*PAPERS_OF_A_YEAR, *_PERIODS, *_PLACES, *_IN_ROWS)
_ROAD = rf"(?:{alternatives(ROADS)})\.?\s?[0-9]+[A-Z]?"
_KM = r"[Kk]m\s?[0-9]+(?:\+[0-9]+)?"
_DASH = r"\s?[-–—]\s?"


def _of_year(match: re.Match[str]) -> str:
    """Tuần 48/2026 is the 48th of its year, QĐ số 5/2026 a number and a year."""
    named = {"lead": "", **match.groupdict()}
    is_period = named["lead"].rstrip().casefold() in _PERIODS
    joint = " năm " if is_period else ", năm "
    return f"{named['lead']}{figures(match['number'])}{joint}{cardinal(int(match['year']))}"


def _place(match: re.Match[str]) -> str:
    """Ngõ 12/5, số nhà 12/5/3, chi bộ 5/2: each number by itself."""
    said = [" ".join(_number_and_letter(one)) for one in match["numbers"].split("/")]
    return match["lead"] + " trên ".join(said)


def _number_and_letter(text: str) -> tuple[str, ...]:
    number = text.rstrip(ascii_uppercase)
    return (figures(number), *text[len(number) :])


def _to(match: re.Match[str]) -> str:
    return f"{match[1]} đến "


def _row(match: re.Match[str]) -> str:
    """Các ngõ 12-14-16 are three."""
    return match["lead"] + ", ".join(re.split(_DASH, match["numbers"]))


def _milestone(match: re.Match[str]) -> str:
    beyond = f" cộng {figures(match['beyond'])}" if match["beyond"] else ""
    return f"ki-lô-mét {figures(match['at'])}{beyond}"


def _points(match: re.Match[str]) -> str:
    return " chấm ".join(map(figures, match[0].split(".")))


# Two of a kind with a dash between them; before anything is said, as they must look alike.
STRETCHES: tuple[Pass, ...] = (
    (lazy_regex(rf"(?<!\w)({_KM}){_DASH}(?={_KM})"), _to),
    (lazy_regex(rf"(?<!\w)({_KM}){_DASH}(?=[0-9]+\+[0-9])"), lambda m: f"{m[1]} đến Km"),
    (lazy_regex(rf"(?<!\w)({_ROAD}){_DASH}(?={_ROAD})"), _to),
    (
        lazy_regex(
            r"(?<![\w./-])(?!T[2-7]|Q[1-4])((?P<name>[^\W\d_]+)(?P<space>\.?\s?)[0-9]{1,4}[A-Za-z]?)"
            rf"{_DASH}(?=(?i:(?P=name))(?P=space)[0-9])"
        ),
        _to,
    ),
    (lazy_regex(rf"(?<![\w./-])([0-9]{{1,2}}[A-Z][0-9]{{1,2}}){_DASH}(?=[0-9]+[A-Z][0-9])"), _to),
    (
        lazy_regex(
            rf"(?P<lead>(?<!\w)(?i:{alternatives(_IN_ROWS)})\s)"
            rf"(?P<numbers>[0-9]{{1,3}}(?:{_DASH}[0-9]{{1,3}}){{2,}}){END}"
        ),
        _row,
    ),
    (
        lazy_regex(
            r"(?<![\w.-])(?!T[2-7])(P\.?\s?[0-9]{3,4}|[A-Z]{1,3}[0-9]+)-(?=[A-Z]{1,3}[0-9])"
        ),
        lambda m: f"{m[1]}, ",
    ),
)

PASSES: tuple[Pass, ...] = (
    (
        lazy_regex(
            rf"(?P<lead>(?<!\w)(?i:{alternatives((*PAPERS_OF_A_YEAR, *_PERIODS))})\s)"
            rf"(?P<number>[0-9]{{1,5}})/{_YEAR}{END}"
        ),
        _of_year,
    ),
    (
        lazy_regex(rf"{FREE}(?P<number>[0-9]{{1,2}})(?:T|\stháng)/{_YEAR}{END}"),
        lambda m: f"{cardinal(int(m['number']))} tháng năm {cardinal(int(m['year']))}",
    ),
    (
        lazy_regex(
            rf"{FREE}(?P<number>1[3-9]|[2-9][0-9]|[0-9]{{3,5}})/{_YEAR}{END}"
            rf"(?!\s(?:{COUNTED})(?!\w))"
        ),
        _of_year,
    ),
    (
        lazy_regex(
            rf"(?P<lead>(?<!\w)(?i:{alternatives(_PLACES)})\s)"
            rf"(?P<numbers>[0-9]{{1,4}}[A-Z]?(?:/[0-9]{{1,4}}[A-Z]?)+){END}"
        ),
        _place,
    ),
    (lazy_regex(rf"{FREE}(?P<lead>)(?P<numbers>[0-9]{{1,4}}[A-Z](?:/[0-9]{{1,4}})+){END}"), _place),
    (
        lazy_regex(r"(?<!\w)(?<![0-9] )[Kk]m\s?(?P<at>[0-9]+)(?:\+(?P<beyond>[0-9]+))?(?!\w)"),
        _milestone,
    ),
    (
        lazy_regex(r"(?P<lead>(?<!\w)(?i:máy lẻ|số lẻ|nhánh|phím)\s(?:số\s)?)(?P<number>[0-9]+)"),
        lambda match: match["lead"] + digits(match["number"]),
    ),
)
# After the days: 5.12.2026 is none of these.
SECTIONS: tuple[Pass, ...] = (
    (
        lazy_regex(
            rf"(?<![\w./,-])(?P<lead>)(?P<numbers>[0-9]{{1,3}}(?:{_DASH}[0-9]{{1,3}}){{2}})"
            rf"(?!{_DASH}[0-9]){END}"
        ),
        _row,
    ),
    # E1.30 is a name; PM2.5 is a size.
    (lazy_regex(r"(?<=[A-Z])(?<!PM)[0-9]+\.[0-9]+(?![\w.])"), lambda m: f" {_points(m)}"),
    (lazy_regex(r"(?<![\w.,/])[0-9]{1,2}(?:\.[0-9]{1,2}){2,}(?!\w|[.,/-][0-9])"), _points),
)
# What is written like a number of this kind and may be something else.
_DAYS_IN_NAMES = "3/2|8/3|26/3|30/4|1/5|15/5|19/5|1/6|27/7|19/8|2/9|10/10|20/10|20/11|22/12"
UNCLEAR_NUMBERS = (
    lazy_regex(rf"(?<!\w)(?i:chi bộ|chi đoàn|đội|tổ|khu|thôn|xóm|nhà)\s(?:{_DAYS_IN_NAMES}){END}"),
    lazy_regex(r"(?<![\w./-])(?P<name>[A-Z]{1,3})[0-9]+-(?!(?P=name)[0-9])[A-Z]{1,3}[0-9]+"),
    lazy_regex(rf"{FREE}(?:1[3-9]|[2-9][0-9]|[0-9]{{3,5}})/{_YEAR}{END}(?!\s)"),
    lazy_regex(
        r"(?<!\w)(?<![0-9] )Đ\.\s?[0-9]{1,3}(?![\w/])(?!\s(?:Luật|Bộ luật|NĐ|Nghị|Thông|TT|QĐ|Quy))"
    ),
    lazy_regex(
        rf"(?<!\w)(?i:báo cáo|kế hoạch|thông báo|chương trình|bản tin|chuyên đề|đề án|công báo)"
        rf"\s(?:0?[1-9]|1[0-2])/{_YEAR}{END}"
    ),
    lazy_regex(r"(?<![\w.,/-])[0-9]{3}(?:,[0-9]{3}){2,}(?!\w|[.,/][0-9]|\s[a-zà-ỹđ])"),
    lazy_regex(r"(?<![\w./-])[0-9]{1,3}(?:-[0-9]{1,3}){2}(?![\w/-])(?!\s[a-zà-ỹđ])"),
)
