"""A Vietnamese text as it is read aloud: numbers, days, times, units and short forms in full.

It is worked on in passes, each of which leaves words to those after it. Ids of records are left
out: nobody can follow them by ear. What is already in words stays as it is.
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
    said = nfc(text)
    for pattern, say in (*_CODES, *days.PASSES, *_NUMBERS, *_SHORT_FORMS):
        said = pattern.sub(say, said)
    for pattern, instead in _TIDY:
        said = pattern.sub(instead, said)
    return said.strip()


# ── codes ────────────────────────────────────────────────────────────────────────────────────


def _phone(found: re.Match[str]) -> str:
    """Digit by digit, with a pause between the groups as they are written."""
    plus = "cộng " if found[0].startswith("+") else ""
    return plus + ", ".join(digits(group) for group in re.findall("[0-9]+", found[0]))


def _symbol(found: re.Match[str]) -> str:
    """15-KH/BTG as “mười lăm, Kế hoạch Ban Tuyên giáo”; a type that is said before is not twice."""
    year = f" năm {cardinal(int(found['year']))}" if found["year"] else ""
    words = [ABBREVIATIONS.get(one, one) for one in re.split("[-/]", found["body"])]
    before = found.string[: found.start()].casefold().removesuffix("số ").rstrip()
    if before.endswith(words[0].casefold()):
        words = words[1:]
    return ", ".join(filter(None, (figures(found["number"]) + year, " ".join(words))))


def _address(found: re.Match[str]) -> str:
    said = re.sub("[0-9]+", lambda number: f" {digits(number[0])} ", found[0])
    for sign, word in _IN_ADDRESSES.items():
        said = said.replace(sign, f" {word} ")
    return re.sub(r"\.(?=\S)", " chấm ", said)


_IN_ADDRESSES = {
    "://": "hai chấm gạch chéo gạch chéo",
    "@": "a còng",
    "-": "gạch ngang",
    "_": "gạch dưới",
    "/": "gạch chéo",
}
_IDS = r"[A-Z]{2}-[0-9]{4}-[0-9]{4,}(?:/v[0-9]+)?"
_SOURCES = r"(?:(?:[Cc]ăn cứ|[Tt]heo|[Xx]em):?\s+)?"


def _standard(found: re.Match[str]) -> str:
    """QCVN 01-1:2024/BYT as “quy chuẩn Việt Nam không một gạch ngang một, năm …, Bộ Y tế”."""
    number = " gạch ngang ".join(map(figures, found["number"].split("-")))
    body = ABBREVIATIONS.get(found["body"] or "", found["body"])
    said = f"{ABBREVIATIONS[found['kind']]} {number}, năm {cardinal(int(found['year']))}"
    return f"{said}, {body}" if body else said


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


def _quantity(found: re.Match[str]) -> str:
    """A number or a range, with its sign and its unit."""
    said = _number(found["low"])
    if found["high"]:
        said += f" đến {_number(found['high'])}"
    minus = "âm " if found["minus"] else ""
    return f" {minus}{said} {_unit(found['unit'] or '')} "


def _unit(text: str) -> str:
    return " trên ".join(UNITS[one] for one in filter(None, text.split("/")))


def _one_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_GROUPED = "[0-9]{1,3}(?:[.\u00a0\u202f][0-9]{3})+"
_IN_THOUSANDS = re.compile(rf"{_GROUPED}(?![0-9])")
_BETWEEN_THOUSANDS = re.compile("[.\u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_NUMBER = rf"(?:{_GROUPED}(?![0-9])|[0-9]+)(?:[,.][0-9]+)?"
_UNIT = rf"(?:{_one_of(UNITS)})"

_NUMBERS: tuple[Pass, ...] = (
    (
        re.compile(
            rf"(?:(?<![\w)])(?P<minus>[-−](?=[0-9])))?(?P<low>{_NUMBER})"
            rf"(?:\s?[-–—]\s?(?P<high>{_NUMBER}))?"
            rf"(?:\s?(?P<unit>{_UNIT}(?:/{_UNIT})*)(?![\w²³]))?"
        ),
        _quantity,
    ),
    (re.compile(rf"(?<![\w/]){_UNIT}(?:/{_UNIT})+(?![\w/²³])"), lambda found: _unit(found[0])),
)


# ── short forms and what is left over ────────────────────────────────────────────────────────

_SHORT_FORMS: tuple[Pass, ...] = (
    (re.compile(r"(?<!\w)TP\.? ?HCM(?!\w)"), lambda _: "Thành phố Hồ Chí Minh"),
    (
        re.compile(rf"(?<![\w.])(?:{_one_of(BEFORE_NAMES)})(?=\s*\w)"),
        lambda found: f"{BEFORE_NAMES[found[0]]} ",
    ),
    (
        re.compile(rf"(?<![\w.-])(?:{_one_of(ABBREVIATIONS)})(?!\w)"),
        lambda found: ABBREVIATIONS[found[0]],
    ),
    (re.compile(rf"\s*([{re.escape(''.join(SIGNS))}])\s*"), lambda found: f" {SIGNS[found[1]]} "),
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
