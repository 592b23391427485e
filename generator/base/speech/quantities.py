"""Numbers, ranges, lists, ratios and units in words, for `speech.py`."""

import re
from itertools import pairwise

from generator.base.lazy_regex import lazy_regex
from generator.base.speech.numerals import cardinal, decimal, digits, figures
from generator.base.speech.passes import Pass, alternatives
from generator.base.speech.short_forms import UNITS

_SCALES = {
    "nghìn": "nghìn", "ngàn": "ngàn", "triệu": "triệu", "tỷ": "tỷ", "tỉ": "tỉ", "vạn": "vạn",
    "nghìn tỷ": "nghìn tỷ", "nghìn tỉ": "nghìn tỉ", "triệu tỷ": "triệu tỷ",
    "chục": "chục", "trăm": "trăm",
}  # fmt: skip
_GROUPED = "[0-9]{1,3}(?:[.\u00a0\u202f][0-9]{3})+"
_IN_THOUSANDS = lazy_regex(rf"{_GROUPED}(?![0-9])")
_BETWEEN_THOUSANDS = lazy_regex("[.\u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_NUMBER = rf"(?:{_GROUPED}(?![0-9])|[0-9]+)(?:[,.][0-9]+)?"
_UNIT = rf"(?:{alternatives(UNITS)})"
_NUMBERED = (
    "số", "tổ", "thôn", "xóm", "cụm", "khu phố", "lớp", "phòng", "khoản", "điều", "mục", "mẫu",
    "lô", "thửa", "nhóm", "đội", "khu", "ngõ", "câu", "bảng", "tầng", "tòa", "phường", "quận",
    "tuyến", "vùng", "khối", "đợt", "bước", "trạm", "bể", "giếng", "hộ",
)  # fmt: skip
# Papers whose numbers are told figure by figure: “Công văn số không năm”.
_PAPERS = (
    "phiếu", "công văn", "biên bản", "thông báo", "quyết định", "kế hoạch", "báo cáo", "giấy mời",
    "tờ trình", "nghị quyết", "chỉ thị", "văn bản", "hợp đồng", "nghị định", "thông tư", "đề án",
    "biểu mẫu", "mẫu số", "biểu", "mẫu đơn", "đường huyện", "đường tỉnh",
)  # fmt: skip
_RATIO = (
    r"(?P<lead>\b(?:[Tt][ỷỉ] (?:lệ|số)|[Bb]ước|[Tt]rang|[Tt]ờ|[Ll]ớp|[Bb]ản đồ)\s"
    r"(?:(?:bản đồ|là|trộn|số|địa chính|quy hoạch)\s){0,2})"
)
_VULGAR = {
    "½": "một phần hai",
    "¼": "một phần tư",
    "¾": "ba phần tư",
    "⅓": "một phần ba",
    "⅔": "hai phần ba",
}


def _number(text: str) -> str:
    """1.234 is a whole number; 12,5 and 3.5 are decimals."""
    joined = _BETWEEN_THOUSANDS.sub("", text) if _IN_THOUSANDS.match(text) else text
    whole, _, fraction = joined.replace(".", ",").partition(",")
    return decimal(whole, fraction) if fraction else figures(whole)


def _count(text: str) -> str:
    """01 hộ is one household: nobody says the nought before a number under a hundred."""
    return cardinal(int(text)) if re.fullmatch("0[0-9]", text) else _number(text)


def _quantity(match: re.Match[str]) -> str:
    """A number or a range, with its sign, its scale and its unit."""
    spoken = _count(match["low"])
    if match["high"]:
        spoken += f" đến {_count(match['high'])}"
    minus = "âm " if match["minus"] else ""
    scale = _SCALES[" ".join(match["scale"].split())] if match["scale"] else ""
    return f" {minus}{spoken} {scale} {_unit(match['unit'] or '')} ".replace("  ", " ")


def _unit(text: str) -> str:
    return " trên ".join(UNITS[unit] for unit in filter(None, text.split("/")))


def _paper(match: re.Match[str]) -> str:
    return f"{match['lead']}{digits(match['number'])}"


def _list(match: re.Match[str]) -> str:
    """Mẫu số 1,2,3: no decimals, as there are three of them or a word for what is numbered."""
    numbers = match["numbers"].split(",")
    if match["lead"] and not _MANY.search(match.string, 0, match.start()) and not _rise(numbers):
        return match[0]
    return match["lead"] + ", ".join(map(_count, numbers))


def _rise(numbers: list[str]) -> bool:
    """Tổ 2,5 may be two of them, tuyến 20,5 may not."""
    return all(int(low) < int(high) for low, high in pairwise(numbers))


def _by_thousands(match: re.Match[str]) -> str:
    return match[0].replace(",", ".")


def _ratio(match: re.Match[str]) -> str:
    joint = " " if match["sign"] in "-–" else " trên "
    return f"{match['lead']}{_count(match['low'])}{joint}{match['high']}"


def _prime(match: re.Match[str]) -> str:
    return f"{_count(match[1])} {'giây' if match[2] in _SECONDS else 'phút'}"


def _step(match: re.Match[str]) -> str:
    """1. Thời gian; 2) Địa điểm, at the beginning of a line."""
    return cardinal(int(match[1])).capitalize() + ("." if match[2] == "." else ",")


def _section(match: re.Match[str]) -> str:
    """Mục 2.1 is no decimal."""
    return match["lead"] + " chấm ".join(map(figures, match[2].split(".")))


_MANY = lazy_regex(r"\b(?:[Cc]ác|[Nn]hững|[Mm]ọi|[Cc]ả) $")
_BELOW = r"(?P<lead>\b(?i:mục|tiểu mục|điểm|khoản|phần|chương|bảng|biểu|hình|phiên bản|bài)\s)"
_SECONDS = ("''", '"', "″", "′′")

# 1:30 alone is a time; after “tỷ lệ” it is none, so that these come before days.
RATIOS: tuple[Pass, ...] = (
    (
        lazy_regex(rf"{_RATIO}(?P<low>[0-9]+)\s?(?P<sign>[:/])\s?(?P<high>{_NUMBER})(?!\w)"),
        _ratio,
    ),
    (
        lazy_regex(
            r"(?P<lead>\b(?:[Tt][ỷỉ] số|[Tt]hắng|[Tt]hua|[Hh]òa|[Dd]ẫn)\s)"
            r"(?P<low>[0-9]+)(?P<sign>[-–])(?P<high>[0-9]+)(?![\w%])"
        ),
        _ratio,
    ),
    (
        lazy_regex(
            r"(?<![\w:.,])(?P<lead>)(?P<low>1)(?P<sign>:)"
            r"(?P<high>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{3,})(?!\w)"
        ),
        _ratio,
    ),
)

PASSES: tuple[Pass, ...] = (
    (
        lazy_regex(
            r"(?<![\w.,/])([0-9]+)\s?½\s(giờ|tiếng|ngày|tháng|năm|tuần|lít|tấn|tạ|mét|triệu|tỷ)(?!\w)"
        ),
        lambda match: f"{figures(match[1])} {match[2]} rưỡi",
    ),
    (lazy_regex(r"(?<![\w.,])([0-9]+)\+(?=[\s,.;)]|$)(?!\s?[0-9])"), lambda m: f"{m[1]} trở lên"),
    (
        lazy_regex(rf"(?<![\w.,/])([0-9]+)/(?=[0-9]+(?:,[0-9]+)?\s?(?:{_UNIT})(?!\w))"),
        lambda match: f"{figures(match[1])} trên ",
    ),
    (lazy_regex("[½¼¾⅓⅔]"), lambda match: f" {_VULGAR[match[0]]} "),
    (lazy_regex(r"(?m)^([0-9]{1,2})(\.|\))(?=\s)"), _step),
    (lazy_regex(rf"{_BELOW}([0-9]+(?:\.[0-9]+)+)(?![\w])"), _section),
    (
        lazy_regex(rf"({_NUMBER}\s?(?:{_UNIT}))\s?[-–—]\s?(?={_NUMBER}\s?(?:{_UNIT}|tuổi)(?!\w))"),
        lambda m: f"{m[1]} đến ",
    ),
    (lazy_regex(r"(?<=[0-9]) [-–] (?=[0-9]+ = )"), lambda _: " trừ "),
    (lazy_regex(r"(?<=tăng )\+(?=[0-9])"), lambda _: ""),
    (
        lazy_regex(
            rf"(?<![\w.,])[0-9]{{1,3}}(?:,[0-9]{{3}}){{2,}}(?=\s?(?:{_UNIT})(?![\w²³]))"
            r"|(?<![\w.,])[0-9]{1,2}(?:,[0-9]{3}){2,}(?!\w|[,.][0-9])"
            r"|(?<![\w.,])[0-9]{1,3}(?:,[0-9]{3})*,0[0-9]{2}(?:,[0-9]{3})+(?![\w]|[,.][0-9])"
        ),
        _by_thousands,
    ),
    (
        lazy_regex(r"(?<![\w.,])([0-9]{1,3}),000(?=\s?(?:đ|đồng|VNĐ|VND)(?!\w))"),
        lambda m: f"{m[1]}.000",
    ),
    (
        lazy_regex(r"([0-9]+\s[a-zà-ỹđ]+(?:\s[a-zà-ỹđ]+)?)/(?=[0-9]+\s[a-zà-ỹđ])"),
        lambda m: f"{m[1]}, ",
    ),
    (
        lazy_regex(
            rf"(?P<lead>(?<!\w)(?i:{alternatives(_PAPERS)})\s(?i:số\s)?)(?P<number>0[0-9]+)(?![\w/,.][0-9]|\w)"
        ),
        _paper,
    ),
    (
        lazy_regex(
            rf"(?<![\w/.,])(?P<lead>)(?P<low>{_GROUPED}|[0-9]+)(?P<sign>/)"
            rf"(?P<high>{_GROUPED}|[0-9]{{2,}})(?![\w/])"
        ),
        _ratio,
    ),
    (
        lazy_regex(
            rf"(?P<lead>(?<!\w)(?<!vĩ )(?<!kinh )(?i:{alternatives(_NUMBERED)})\s)"
            r"(?P<numbers>[0-9]{1,3}(?:,[0-9]{1,3})+)(?![\w%]|[.,][0-9])"
            rf"(?!\s(?:{_UNIT})(?!\w)|\s?[-–—]\s?[0-9]+,)"
        ),
        _list,
    ),
    (
        lazy_regex(
            r"(?<![\w.,])(?P<lead>)(?P<numbers>[0-9]{1,3}(?:,[0-9]{1,3}){2,})(?![\w]|[.,][0-9])"
        ),
        _list,
    ),
    (lazy_regex(r"(?:(?<=[0-9m])\s?[x×*]|(?<=[\w²³%)])\s[x×*])\s?(?=[0-9])"), lambda _: " nhân "),
    (lazy_regex(r"(?<![\w.,])([0-9]{1,3})\s?(''|″|′′|\"|'|′)(?!\w)"), _prime),
    (
        lazy_regex(
            rf"(?:(?<![\w)])(?P<minus>[-−](?=[0-9])))?(?P<low>{_NUMBER})"
            rf"(?:\s?[-–—]\s?(?P<high>{_NUMBER}))?"
            rf"(?:\s?(?P<scale>{alternatives(_SCALES)})(?!\w))?"
            rf"(?:\s?(?P<unit>{_UNIT}(?:/{_UNIT})*)(?![\w²³]))?"
        ),
        _quantity,
    ),
    (lazy_regex(rf"(?<![\w/]){_UNIT}(?:/{_UNIT})+(?![\w/²³])"), lambda match: _unit(match[0])),
)
