"""Roman numerals of congresses, centuries and chapters in words, for `speech.py`."""

import re

from generator.base.lazy_regex import lazy_regex
from generator.base.speech.numerals import cardinal, figures
from generator.base.speech.passes import Pass, alternatives

_ORDINALS = {1: "nhất", 4: "tư"}
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50}
NUMERAL = r"(?=[IVXL])(?:XL|X{0,3})(?:IX|IV|V?I{0,3})"
# What is counted with them; a bare “V” or “X” may be anything else.
_COUNTED = (
    "khóa", "khoá", "nhiệm kỳ", "kỳ", "kỳ họp", "lần thứ", "thứ", "chương", "phần", "mục",
    "tiểu mục", "loại", "cấp", "đại hội", "thế kỷ", "phụ lục", "bảng", "giai đoạn", "đợt", "hạng",
    "nhóm", "bậc", "vùng", "khu vực", "học kỳ", "bước", "tập", "quyển", "hội nghị trung ương",
    "biểu", "mẫu", "tuyến", "chuyên đề", "quý", "báo động", "báo động cấp", "lần",
)  # fmt: skip
_LEAD = rf"(?P<lead>(?<!\w)(?i:{alternatives(_COUNTED)})\s+)"


def value(roman: str) -> int:
    """The number of a numeral up to 49: 14 of XIV."""
    numbers = [_LETTERS[letter] for letter in roman]
    followed = zip(numbers, [*numbers[1:], 0], strict=True)
    return sum(-number if number < following else number for number, following in followed)


def _counted(match: re.Match[str]) -> str:
    """Khóa I, II và III; mục II.3: each numeral of a list, and the point below it."""
    is_ordinal = match["lead"].rstrip().casefold().endswith("thứ")
    words = re.sub(NUMERAL, lambda one: _word(one[0], is_ordinal), match["numerals"])
    below = f" chấm {match['below']}" if match["below"] else ""
    year = f" năm {match['year']}" if match["year"] else ""
    return f"{match['lead']}{re.sub(' ?[-–—] ?', ' đến ', words)}{below}{year}"


def _word(roman: str, is_ordinal: bool) -> str:  # noqa: FBT001
    """Lần thứ nhất, lần thứ tư; but khóa một, khóa bốn."""
    number = value(roman)
    return _ORDINALS.get(number) or cardinal(number) if is_ordinal else cardinal(number)


def _heading(match: re.Match[str]) -> str:
    return f"{cardinal(value(match[1])).capitalize()}."


def _section(match: re.Match[str]) -> str:
    """II.1, III.2.1."""
    below = map(figures, match[2].removeprefix(".").split("."))
    return " chấm ".join((cardinal(value(match[1])), *below))


PASSES: tuple[Pass, ...] = (
    (
        lazy_regex(
            rf"{_LEAD}(?P<numerals>{NUMERAL}(?:(?:,\s|\svà\s|\sđến\s|\s?[-–—]\s?){NUMERAL}(?!\w))*)"
            r"(?:\.(?P<below>[0-9]+)|/(?P<year>20[0-9]{2}))?(?![\w/])"
        ),
        _counted,
    ),
    (
        lazy_regex(rf"(?<=[0-9])-({NUMERAL})(?![\w.,/-])"),
        lambda match: f" {cardinal(value(match[1]))}" if match[1] else match[0],
    ),
    (lazy_regex(rf"(?m)^({NUMERAL})\.(?=\s)"), _heading),
    (lazy_regex(rf"(?<![\w.,])(?!X\.)({NUMERAL})((?:\.[0-9]{{1,2}})+)(?!\w)"), _section),
)
