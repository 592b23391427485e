"""A Vietnamese text as it is read aloud: numbers, days, times, units and short forms in full.

Passes run in order; each replaces one form by words, which later passes leave alone. Ids of
records are left out: no listener can follow them. Text already in words stays as it is.
"""

import re
from collections.abc import Iterable

from generator.base.speech import days
from generator.base.speech.days import Pass
from generator.base.speech.numerals import cardinal, decimal, digits, figures
from generator.base.speech.short_forms import ABBREVIATIONS, BEFORE_NAMES, SIGNS, UNITS
from generator.base.text import nfc


def aloud(text: str) -> str:
    """The text in words, NFC, with no digit left; lines stay lines."""
    spoken = nfc(text)
    for pattern, in_words in (*_CODES, *days.PASSES, *_NUMBERS, *_SHORT_FORMS):
        spoken = pattern.sub(in_words, spoken)
    for pattern, replacement in _TIDY:
        spoken = pattern.sub(replacement, spoken)
    return spoken.strip()


# ── codes ────────────────────────────────────────────────────────────────────────────────────


def _phone(match: re.Match[str]) -> str:
    """Digit by digit, with a pause between the groups as they are written."""
    plus = "cộng " if match[0].startswith("+") else ""
    return plus + ", ".join(digits(group) for group in re.findall("[0-9]+", match[0]))


def _symbol(match: re.Match[str]) -> str:
    """15-KH/BTG as “mười lăm, Kế hoạch Ban Tuyên giáo”; a type just named is not repeated."""
    year = f" năm {cardinal(int(match['year']))}" if match["year"] else ""
    words = [ABBREVIATIONS.get(word, word) for word in re.split("[-/]", match["body"])]
    before = match.string[: match.start()].casefold().removesuffix("số ").rstrip()
    if before.endswith(words[0].casefold()):
        words = words[1:]
    return ", ".join(filter(None, (figures(match["number"]) + year, " ".join(words))))


def _address(match: re.Match[str]) -> str:
    spoken = re.sub("[0-9]+", lambda number: f" {digits(number[0])} ", match[0])
    for sign, word in _IN_ADDRESSES.items():
        spoken = spoken.replace(sign, f" {word} ")
    return re.sub(r"\.(?=\S)", " chấm ", spoken)


_IN_ADDRESSES = {
    "://": "hai chấm gạch chéo gạch chéo",
    "@": "a còng",
    "-": "gạch ngang",
    "_": "gạch dưới",
    "/": "gạch chéo",
}
_IDS = r"[A-Z]{2}-[0-9]{4}-[0-9]{4,}(?:/v[0-9]+)?"
_SOURCES = r"(?:(?:[Cc]ăn cứ|[Tt]heo|[Xx]em):?\s+)?"


def _standard(match: re.Match[str]) -> str:
    """QCVN 01-1:2024/BYT as “quy chuẩn Việt Nam không một gạch ngang một, năm …, Bộ Y tế”."""
    number = " gạch ngang ".join(map(figures, match["number"].split("-")))
    body = ABBREVIATIONS.get(match["body"] or "", match["body"])
    spoken = f"{ABBREVIATIONS[match['kind']]} {number}, năm {cardinal(int(match['year']))}"
    return f"{spoken}, {body}" if body else spoken


_CODES: tuple[Pass, ...] = (
    (
        re.compile(
            r"\b(?P<kind>QCVN|TCVN) (?P<number>[0-9]+(?:-[0-9]+)?):(?P<year>[12][0-9]{3})"
            r"(?:/(?P<body>[A-ZĐ]+))?"
        ),
        _standard,
    ),
    (re.compile(rf"\s*[(\[]{_SOURCES}{_IDS}(?:[,;\s]+{_IDS})*[)\]]"), lambda _: ""),
    (re.compile(rf"\s*{_SOURCES}\b{_IDS}(?:,\s+{_IDS})*"), lambda _: ""),
    (re.compile(r"https?://[^\s<>()“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), _address),
    (
        re.compile(
            r"(?<![\w/])(?P<number>[0-9]+)(?:/(?P<year>[12][0-9]{3}))?[/-]"
            r"(?P<body>[A-ZĐƯ][A-ZĐƯa-z]*(?:[-/][A-ZĐƯ][A-ZĐƯa-z]*)*)(?!\w)"
        ),
        _symbol,
    ),
    (
        re.compile(
            r"(?<![\w.,/])(?:\+84[ .-]?[0-9]{2,3}|0[0-9]{2,3}|\(0[0-9]{2,3}\))"
            r"(?:[ .-]?[0-9]{3,4}){2}(?![\w/])"
            r"|(?<![\w.,/])1[89]00[ .-]?[0-9]{4,6}(?![\w/])"
            r"|(?:(?<=điện thoại )|(?<=đường dây nóng )|(?<=tổng đài )|(?<=gọi )|(?<=số máy ))"
            r"[0-9]{3,5}(?![\w/]|[.,][0-9])"
        ),
        _phone,
    ),
    (re.compile("(?<=[A-Za-z])-(?=[0-9])"), lambda _: " "),
    (re.compile("(?<=[0-9])\\s?[-–—]\\s?(?=(?:D|DN|Ø)[0-9])"), lambda _: " đến "),
    (re.compile("(?<=\\bA)/(?=H[0-9])"), lambda _: " "),
    (re.compile("(?<=lần)/(?=ngày|tuần|tháng|quý|năm|giờ)"), lambda _: " một "),
    (re.compile("(?<!\\w)[Đđ]/c:"), lambda _: "địa chỉ:"),
    (re.compile("(?<!\\w)[Đđ]/c(?!\\w)"), lambda _: "đồng chí"),
)


# ── numbers and units ────────────────────────────────────────────────────────────────────────


def _number(text: str) -> str:
    """1.234 is a whole number; 12,5 and 3.5 are decimals."""
    joined = _BETWEEN_THOUSANDS.sub("", text) if _IN_THOUSANDS.match(text) else text
    whole, _, fraction = joined.replace(".", ",").partition(",")
    return decimal(whole, fraction) if fraction else figures(whole)


def _quantity(match: re.Match[str]) -> str:
    """A number or a range, with its sign and its unit."""
    spoken = _number(match["low"])
    if match["high"]:
        spoken += f" đến {_number(match['high'])}"
    minus = "âm " if match["minus"] else ""
    return f" {minus}{spoken} {_unit(match['unit'] or '')} "


def _unit(text: str) -> str:
    return " trên ".join(UNITS[unit] for unit in filter(None, text.split("/")))


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_GROUPED = "[0-9]{1,3}(?:[.\u00a0\u202f][0-9]{3})+"
_IN_THOUSANDS = re.compile(rf"{_GROUPED}(?![0-9])")
_BETWEEN_THOUSANDS = re.compile("[.\u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_NUMBER = rf"(?:{_GROUPED}(?![0-9])|[0-9]+)(?:[,.][0-9]+)?"
_UNIT = rf"(?:{_alternatives(UNITS)})"

_NUMBERS: tuple[Pass, ...] = (
    (
        re.compile(
            rf"(?:(?<![\w)])(?P<minus>[-−](?=[0-9])))?(?P<low>{_NUMBER})"
            rf"(?:\s?[-–—]\s?(?P<high>{_NUMBER}))?"
            rf"(?:\s?(?P<unit>{_UNIT}(?:/{_UNIT})*)(?![\w²³]))?"
        ),
        _quantity,
    ),
    (re.compile(rf"(?<![\w/]){_UNIT}(?:/{_UNIT})+(?![\w/²³])"), lambda match: _unit(match[0])),
)


# ── short forms and what is left over ────────────────────────────────────────────────────────

_SHORT_FORMS: tuple[Pass, ...] = (
    (re.compile(r"(?<!\w)TP\.? ?HCM(?!\w)"), lambda _: "Thành phố Hồ Chí Minh"),
    (
        re.compile(rf"(?<![\w.])(?:{_alternatives(BEFORE_NAMES)})(?=\s*\w)"),
        lambda match: f"{BEFORE_NAMES[match[0]]} ",
    ),
    (
        re.compile(rf"(?<![\w.-])(?:{_alternatives(ABBREVIATIONS)})(?!\w)"),
        lambda match: ABBREVIATIONS[match[0]],
    ),
    (re.compile(rf"\s*([{re.escape(''.join(SIGNS))}])\s*"), lambda match: f" {SIGNS[match[1]]} "),
    (re.compile(r"\bvà/hoặc\b"), lambda _: "và hoặc"),
)

_TIDY: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\(\s*\)|\[\s*\]"), ""),
    (re.compile(r"[^\S\n]+"), " "),
    (re.compile(r" ?\n ?"), "\n"),
    (re.compile(r" +([,.;:!?)\]”…])"), r"\1"),
    (re.compile(r"([(\[“]) +"), r"\1"),
    (re.compile(r"(?<=\w) ?/ ?(?=\w)"), " trên "),
)
