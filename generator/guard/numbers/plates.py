"""Vehicle plates: cars 30A-123.45, motorcycles 29-X1 123.45, older ones of four digits."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.guard.text.plain_text import Passage
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_PLATE = lazy_regex(
    r"(?<![^\W_])(?<![.,/-])(?:1[1-9]|[2-9]\d) ?-? ?(?P<letters>[A-Za-zĐđ]{1,2})\d?"
    r"(?P<gap>[-. ]{0,3})"
    r"(?:(?P<five>\d{3}[. -]?\d{2}|\d{2}[. -]\d{3})|(?P<four>\d{4}))(?![^\W_]|/|[.,-]\d)"
)
# Plates of the army, of embassies and for a few days: letters first, or last but the number.
_LETTERS_FIRST = lazy_regex(
    r"(?<![\w.,/-])(?:[A-Z]{2}[ -]\d{2}[ -.]\d{2}|(?:NN|NG|QT|CV)[ -]?\d{3}[ -.]\d{2,3}"
    r"|\d{2}[ -]?\d{3}[ -]?(?:NN|NG|QT|CV)[ -]?\d{2}|T ?\d{2}[ -]\d{3}[. ]?\d{2})(?![\w/-])"
)
# “Hai chín E không hai bảy chín tám”, said aloud.
_FIGURE = r"(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|chấm|\d+)"
_SAID = lazy_regex(
    rf"(?<!\w){_FIGURE} {_FIGURE} [a-hk-nps-vx-zđ]\d?(?:[ ,.-]{{1,2}}{_FIGURE}){{3,}}(?!\w)"
)
_VEHICLE = lazy_regex(
    r"(?<!\w)(?:xe|biển|bks|phương tiện|kiểm soát|ô tô|ôtô|mô tô|bien so|biển số|bsx|bs|taxi)(?!\w)"
)
_NO_VEHICLE = lazy_regex(
    r"(?:lớp|khối|số|bản vẽ|hồ sơ|mẫu|hợp đồng|gói thầu|quyết định"
    r"|công văn|mã|phòng|căn|lô|ký hiệu) +$"
)
_YEAR = lazy_regex(r"(?:19|20)\d\d")
_REACH = 48
PLATE_SIGNS = Signs(in_any_case=(_SAID,), as_written=(_PLATE, _LETTERS_FIRST))


def plates(passage: Passage) -> Iterator[Sighting]:
    """Every plate; an unusual form counts only near a word for vehicles."""
    for match in _LETTERS_FIRST.finditer(passage.text):
        if _VEHICLE.search(passage.before(match.start(), _REACH)):
            yield Sighting("BT504", match.start(), match.end(), match[0], "plate")
    for match in passage.matches(_SAID):
        if _VEHICLE.search(passage.before(match.start(), _REACH)):
            yield Sighting("BT504", match.start(), match.end(), match[0], "plate")
    for match in _PLATE.finditer(passage.text):
        if _is_plate(passage, match):
            yield Sighting("BT504", match.start(), match.end(), match[0], "plate")


def _is_plate(passage: Passage, match: re.Match[str]) -> bool:
    before = passage.before(match.start(), _REACH)
    if _VEHICLE.search(before):
        return True
    if _NO_VEHICLE.search(before) or not match["letters"].isupper():
        return False
    return bool(match["five"]) or not (_YEAR.fullmatch(match["four"]) or not match["gap"].strip())
