"""Ids, addresses, symbols of documents and telephones in words, for `speech.py`."""

import re

from generator.base.lazy_regex import lazy_regex
from generator.base.speech.numerals import cardinal, digits, figures
from generator.base.speech.passes import Pass
from generator.base.speech.short_forms import ABBREVIATIONS, IN_SYMBOLS

_IDS = r"[A-Z]{2}-[0-9]{4}-[0-9]{4,}(?:/v[0-9]+)?"
_SOURCES = r"(?:(?:[Cc]ăn cứ|[Tt]heo|[Xx]em):?\s+)?"
_IN_ADDRESSES = {
    "://": "hai chấm gạch chéo gạch chéo",
    "@": "a còng",
    "-": "gạch ngang",
    "_": "gạch dưới",
    "/": "gạch chéo",
    "?": "hỏi chấm",
    "=": "bằng",
    "&": "và",
    "#": "thăng",
}
# Who answers at a short number, and what one does with it.
_ANSWERS = (
    "gọi|báo|bấm|quay số|điện thoại|đường dây nóng|tổng đài|số máy|hotline|liên hệ|cảnh sát|"
    "điện thoại bàn|máy bàn|fax|zalo|tel|đt|sđt|số điện thoại|"
    "công an|cấp cứu|cứu thương|cứu hỏa|cứu hoả|cứu nạn|cứu hộ|bảo vệ trẻ em|nhắn tin"
)
_TO = r"(?:\s(?:ngay|cho|tới|đến|số|máy|điện thoại|khẩn cấp|tổng đài|đường dây nóng|theo))*:?\s"
_NUMBER = (
    r"(?:(?:\(?\+84\)?[ .-]?[0-9]{2,3}|0[0-9]{2,3}|\(0[0-9]{2,3}\))(?:[ .-]?[0-9]{3,4}){2}"
    r"|(?:0[0-9]{2,3}|\(0[0-9]{2,3}\))[ .-]?[0-9]{2}(?:[ .-][0-9]{3}){2}"
    r"|1[89]00[ .-]?(?:[0-9]{4,6}|[0-9]{3}[ .-][0-9]{3}))"
)
_LOCAL = "[2-9][0-9]{2,3}[ .-]?[0-9]{4}"
_OR = r"(?:\s?/\s?|\s[-–—]\s|[–—]|-(?=0[0-9]{8}))"
_END = r"(?![\w/]|[.,][0-9])"
_EACH = lazy_regex(rf"{_NUMBER}|{_LOCAL}|(?<=[/ ])[0-9]{{1,4}}(?=\s?/|$)")
_BETWEEN = lazy_regex(r"\s?/\s?|\s?[-–—]\s?")
_AND = r"(?:,?\s(?:hoặc|và|hay)\s(?:số\s)?|,\s?|\s?/\s?|\s[-–]\s)"


def _phones(match: re.Match[str] | str) -> str:
    """One number, or several: 024 3382 4507/508 is two."""
    written = match if isinstance(match, str) else match[0]
    return _BETWEEN.sub(" hoặc ", _EACH.sub(lambda one: _phone(one[0]), written))


def _phone(text: str) -> str:
    """Digit by digit, with a pause between the groups as they are written, or as usual."""
    plus = "cộng " if text.lstrip("(").startswith("+") else ""
    written = re.findall("[0-9]+", text)
    return plus + ", ".join(map(digits, _in_groups(written[0]) if len(written) == 1 else written))


def _in_groups(number: str) -> tuple[str, ...]:
    """0901234567 is written in no groups, and said as 0901 234 567."""
    usual = {10: (4, 7), 11: (3, 7)}.get(len(number)) if number.startswith("0") else (4, 8)
    if usual is None:
        return (number,)
    first, second = usual
    return tuple(filter(None, (number[:first], number[first:second], number[second:])))


def _short_numbers(match: re.Match[str]) -> str:
    said = re.sub("[0-9]+", lambda one: digits(one[0]), match["numbers"])
    return match["lead"] + re.sub(r"\s?/\s?", ", ", said)


def _symbol(match: re.Match[str]) -> str:
    """15-KH/BTG as “mười lăm, Kế hoạch Ban Tuyên giáo”; a type just named is not repeated."""
    year = f", năm {cardinal(int(match['year']))}" if match["year"] else ""
    known = {**ABBREVIATIONS, **IN_SYMBOLS}
    words = [known.get(word, word) for word in re.split("[-/]|(?<=[A-Z])(?=[0-9])", match["body"])]
    kind = re.split("[-/]", match["body"])[0].casefold()
    before = match.string[: match.start()].casefold().removesuffix("số ").rstrip()
    if before.endswith((words[0].casefold(), f" {kind}", f"\n{kind}")) or before == kind:
        words = words[1:]
    return ", ".join(filter(None, (figures(match["number"]) + year, " ".join(words))))


def _address(match: re.Match[str]) -> str:
    spoken = re.sub("[0-9]+", lambda number: f" {digits(number[0])} ", match[0])
    for sign, word in _IN_ADDRESSES.items():
        spoken = spoken.replace(sign, f" {word} ")
    return re.sub(r"\.(?=\S)", " chấm ", spoken)


def _standard(match: re.Match[str]) -> str:
    """QCVN 01-1:2024/BYT as “quy chuẩn Việt Nam không một gạch ngang một, năm …, Bộ Y tế”."""
    number = " gạch ngang ".join(map(figures, match["number"].split("-")))
    body = ABBREVIATIONS.get(match["body"] or "", match["body"])
    spoken = f"{ABBREVIATIONS[match['kind']]} {number}, năm {cardinal(int(match['year']))}"
    return f"{spoken}, {body}" if body else spoken


def _plate(match: re.Match[str]) -> str:
    """29B-123.45: the province, the letter and every digit."""
    head, number = f"{digits(match['province'])} {match['series']}", match["number"]
    groups = number.split(".") if "." in number else (number,)
    return ", ".join((head, *map(digits, groups)))


PASSES: tuple[Pass, ...] = (
    (
        lazy_regex(
            r"\b(?P<kind>QCVN|TCVN) (?P<number>[0-9]+(?:-[0-9]+)?):(?P<year>[12][0-9]{3})"
            r"(?:/(?P<body>[A-ZĐ]+))?"
        ),
        _standard,
    ),
    (lazy_regex(rf"\s*[(\[]{_SOURCES}{_IDS}(?:[,;\s]+{_IDS})*[)\]]"), lambda _: ""),
    (lazy_regex(rf"\s*{_SOURCES}\b{_IDS}(?:,\s+{_IDS})*"), lambda _: ""),
    (
        lazy_regex(
            r"https?://[^\s<>()“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
            r"|(?<![\w.])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:vn|com|org|net|info|me|edu)(?:/[\w./?=&#-]*\w)?(?!\w)"
        ),
        _address,
    ),
    (
        lazy_regex(
            r"(?<![\w-])(?P<province>[0-9]{2})-?(?P<series>[A-Z]{1,2}[0-9]?)[- ]"
            r"(?P<number>[0-9]{3}\.?[0-9]{1,2})(?![\w.])"
        ),
        _plate,
    ),
    (
        lazy_regex(
            r"(?<![\w/])(?P<number>[0-9]+)(?:/(?P<year>[12][0-9]{3}))?[/-]"
            r"(?P<body>[A-ZĐƯ][A-ZĐƯa-z]*(?:[-/][A-ZĐƯ][A-ZĐƯa-z]*)*(?(year)(?:[0-9]{1,2})?))(?!\w)"
        ),
        _symbol,
    ),
    (lazy_regex(r"(?<!\w)ĐT(?=[.:]?\s?(?:[(+]|0[0-9]{2})|:|\.:)\.?"), lambda _: "điện thoại"),
    (
        lazy_regex(rf"(?<![\w.,/]){_NUMBER}(?:{_OR}{_NUMBER}|\s?/\s?[0-9]{{1,4}}(?![\w/]))*{_END}"),
        _phones,
    ),
    (
        lazy_regex(
            rf"(?P<lead>(?<!\w)(?i:{_ANSWERS}){_TO})"
            rf"(?P<numbers>{_LOCAL}(?:(?:{_OR}|\s(?:hoặc|và|hay)\s){_LOCAL}|/[0-9]{{1,4}}(?![\w/]))*){_END}"
        ),
        lambda match: match["lead"] + _phones(match["numbers"]),
    ),
    (
        lazy_regex(
            rf"(?P<lead>(?<!\w)(?i:{_ANSWERS}){_TO})"
            rf"(?P<numbers>1[0-9]{{2,4}}(?:{_AND}1[0-9]{{2,4}})*)(?![\w/]|[.,][0-9])"
        ),
        _short_numbers,
    ),
)
