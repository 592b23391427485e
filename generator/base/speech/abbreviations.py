"""Abbreviations and signs in full, some by what stands around them, for `speech.py`."""

import re

from generator.base.lazy_regex import lazy_regex
from generator.base.speech.passes import Pass, alternatives
from generator.base.speech.short_forms import (
    ABBREVIATIONS,
    BEFORE_NAMES,
    ROADS,
    SIGNS,
    WITH_SIGNS,
)

_COMPANY = r"(?<!\w)(?i:công ty|cty|tập đoàn|ngân hàng|tổng công ty)(?:\s(?:TM|TMCP|XD|ĐT))?"
# What is given to each of them: 2 kg gạo/người, 35 học sinh/lớp.
_SHARES = (
    "người|hộ|nhà|xe|lượt|lớp|học sinh|ngày|tháng|năm|buổi|suất|con|cây|phòng|căn|giờ|tuần|quý|vụ|"
    "sào|mẫu|cháu|em|tổ|thôn|gia đình|nhân khẩu|khẩu|đợt|ca|bữa|trẻ|đơn vị|điểm|chốt|ô"
)
_RATED = "ngày|tuần|tháng|quý|năm|giờ|lượt|buổi|phút|giây"


def _room(match: re.Match[str]) -> str:
    """P.301 is a room, P.102 in a list of road signs a sign; P.3 is a ward."""
    return "P " if _ROAD_SIGN.search(match.string, 0, match.start()) else "phòng "


def _compound(match: re.Match[str]) -> str:
    """UBND-HĐND, PCTT&TKCN: read if each part is known; “HT&ĐT” stays as it is."""
    if match[0] in ABBREVIATIONS:
        return match[0]
    parts = re.split("[&–-]", match[0])
    joint = " và " if "&" in match[0] else ", "
    return (
        joint.join(ABBREVIATIONS[one] for one in parts)
        if set(parts) <= ABBREVIATIONS.keys()
        else match[0]
    )


_ROAD_SIGN = lazy_regex(
    r"\b[Bb]iển(?: báo| cấm| số)*[ :]+(?:[A-Z]+\.?[0-9]+[a-z]?[,;]? (?:và )?)*$"
)

# What would be taken for numbers or units: run before these.
BEFORE_NUMBERS: tuple[Pass, ...] = (
    (lazy_regex(r"(?<!\w)P\.\s?(?=[A-ZĐ]{2,})"), lambda _: "phòng "),
    (
        lazy_regex(rf"(?<!\w)({alternatives(ROADS)})\.?\s?(?=[0-9])"),
        lambda match: f"{ROADS[match[1]]} ",
    ),
    (lazy_regex(rf"({_COMPANY}\s)CP(?!\w)"), lambda match: f"{match[1]}cổ phần"),
    (lazy_regex(r"(?<!\w)[Cc]ty(?!\w)"), lambda match: f"{match[0][0]}ông ty"),
    (
        lazy_regex(rf"(?<![\w&-])(?:{alternatives(WITH_SIGNS)})(?!\w)"),
        lambda match: WITH_SIGNS[match[0]],
    ),
    (lazy_regex(r"(?<![\w&-])[A-ZĐ]{2,}(?:[&–-][A-ZĐ]{2,})+(?![\w&-])"), _compound),
    (lazy_regex(r"\s?&\s?"), lambda _: " và "),
    (
        lazy_regex(r"(?<!\w)CA(?=\s(?:phường|xã|TP|Tp|tỉnh|huyện|quận|thành phố|thị|khu vực|P\.))"),
        lambda _: "Công an",
    ),
    (lazy_regex(r"(?<=[a-zà-ỹđ])/(?=1\s[a-zà-ỹđ])"), lambda _: " trên "),
    (lazy_regex(r"(?<!\w)P\.?\s?(?=[0-9]{3,4}[a-z]?(?!\w))"), _room),
    (lazy_regex(r"(?<!\w)k\.?\s?(?=[0-9]+,?\s(?:Đ\.?\s?[0-9]|[Đđ]iều))"), lambda _: "khoản "),
    (
        lazy_regex(r"(?<!\w)Đ(?:\.\s?|(?<=[0-9]\sĐ)\s?)(?=[0-9]{1,3}(?![\w/]))"),
        lambda _: "Điều ",
    ),
    (lazy_regex(r"\s?\((?:\*|[Vv]/v)\)"), lambda _: ""),
    (
        lazy_regex(r"(?<!\w)[Vv]/v(?!\w)"),
        lambda match: "Về việc" if match[0][0] == "V" else "về việc",
    ),
    (lazy_regex(r"(?<!\w)BCH (?=[Qq]uân sự|PCTT|[Pp]hòng,? chống|TKCN)"), lambda _: "Ban Chỉ huy "),
    (
        lazy_regex(r"(?<!\w)([ac])\.(?=[A-ZĐ][a-zà-ỹ])"),
        lambda match: "anh " if match[1] == "a" else "chị ",
    ),
    (lazy_regex(r"(?<=\b[A-Z])\.(?=[a-z]{2})"), lambda _: " "),
    (lazy_regex(r"(?<=\b[a-zđ]),(?=[a-zđ]\b)"), lambda _: ", "),
    (lazy_regex(rf"(?<=[Ll]ần)/(?={_RATED})"), lambda _: " một "),
    (
        lazy_regex(
            r"((?<![\w.,])[0-9][0-9.,]*\s?[^\s/,;()0-9]+(?:\s[^\s/,;()0-9]+){0,2})"
            rf"((?:/(?:{_SHARES}))+)(?!\w|\.\w)"
        ),
        lambda match: match[1] + match[2].replace("/", " trên "),
    ),
    (
        lazy_regex(r"(?:(?<=[a-zđ²³])|(?<=m[23]))/(?=[0-9]{1,3}\s?(?:h|giờ|ngày|phút)(?!\w))"),
        lambda _: " trong ",
    ),
    (lazy_regex(r"(?<=[A-Z])/(?=[0-9]+\s?(?:ml|mL|l|g|kg)(?!\w))"), lambda _: " trên "),
    (lazy_regex(r"(?<=[Tt]ỷ lệ )(\w+)/(?=\w)"), lambda match: f"{match[1]} trên "),
    (lazy_regex(r"(?<!\w)([Đđ])/c:"), lambda match: f"{match[1]}ịa chỉ:"),
    (lazy_regex(r"(?<!\w)[Đđ]/c(?!\w)"), lambda _: "đồng chí"),
    (lazy_regex(r"\b(và)/(hoặc)\b"), lambda match: f"{match[1]} {match[2]}"),
    (lazy_regex(r"(?<=[0-9])\s?[-–—]\s?(?=(?:D|DN|Ø)[0-9])"), lambda _: " đến "),
    (lazy_regex(r"(?<=\bA)/(?=H[0-9])"), lambda _: " "),
    (
        lazy_regex(
            r"(?<![\w°º-])((?:[A-Za-z]+-)*[A-Za-z]*[A-Z][A-Za-z]*)-(?=[0-9])(?!(?:19|20)[0-9]{2})"
        ),
        lambda match: f"{match[1]} ",
    ),
)

PASSES: tuple[Pass, ...] = (
    (lazy_regex(r"(?<!\w)TP\.? ?HCM(?!\w)"), lambda _: "Thành phố Hồ Chí Minh"),
    (
        lazy_regex(rf"(?<![\w.])(?:{alternatives(BEFORE_NAMES)})(?=\s*\w)"),
        lambda match: f"{BEFORE_NAMES[match[0]]} ",
    ),
    (
        lazy_regex(rf"(?<![\w.-])(?:{alternatives(ABBREVIATIONS)})(?!\w)"),
        lambda match: ABBREVIATIONS[match[0]],
    ),
    (
        lazy_regex(r"(?i:(?<!\w)(đường|phố|quận|phường|phòng|thị xã|thành phố)) (?=(?i:\1)\s)"),
        lambda _: "",
    ),
    (lazy_regex(rf"\s*([{re.escape(''.join(SIGNS))}])\s*"), lambda match: f" {SIGNS[match[1]]} "),
)
