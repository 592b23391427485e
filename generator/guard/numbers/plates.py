"""Vehicle plates: cars 30A-123.45, motorcycles 29-X1 123.45, older ones of four digits."""

import re
from collections.abc import Iterator

from generator.guard.text.patterns import later
from generator.guard.text.plain_text import Glance
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_PLATE = later(
    r"(?<![\w.,/-])(?:1[1-9]|[2-9]\d) ?-? ?(?P<letters>[A-Za-zĐđ]{1,2})\d?(?P<gap>[-. ]{0,3})"
    r"(?:(?P<five>\d{3}[. -]?\d{2}|\d{2}[. -]\d{3})|(?P<four>\d{4}))(?![\w/]|[.,-]\d)"
)
# Plates of the army and of embassies: letters first.
_LETTERS_FIRST = later(
    r"(?<![\w.,/-])(?:[A-Z]{2}[ -]\d{2}[ -.]\d{2}|(?:NN|NG|QT|CV)[ -]?\d{3}[ -.]\d{2,3})(?![\w/-])"
)
_VEHICLE = later(
    r"(?<!\w)(?:xe|biển|bks|phương tiện|kiểm soát|ô tô|ôtô|mô tô|bien so|biển số|bsx|bs|taxi)(?!\w)"
)
_NO_VEHICLE = later(r"(?:lớp|khối|số|quyết định|công văn|mã|phòng|căn|lô|ký hiệu) +$")
_YEAR = later(r"(?:19|20)\d\d")
_REACH = 48
PLATE_SIGNS = Signs(as_written=(_PLATE, _LETTERS_FIRST))


def plates(glance: Glance) -> Iterator[Sighting]:
    """Every plate; one without its usual form only where a vehicle is spoken of."""
    for found in _LETTERS_FIRST.finditer(glance.text):
        if _VEHICLE.search(glance.before(found.start(), _REACH)):
            yield Sighting("BT504", found.start(), found.end(), found[0], "plate")
    for found in _PLATE.finditer(glance.text):
        if _is_plate(glance, found):
            yield Sighting("BT504", found.start(), found.end(), found[0], "plate")


def _is_plate(glance: Glance, found: re.Match[str]) -> bool:
    before = glance.before(found.start(), _REACH)
    if _VEHICLE.search(before):
        return True
    if _NO_VEHICLE.search(before) or not found["letters"].isupper():
        return False
    return bool(found["five"]) or not (_YEAR.fullmatch(found["four"]) or not found["gap"].strip())
