"""Telephone numbers typed with other marks or with letters that look like digits: O912/345/678."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.guard.numbers.phones import is_telephone
from generator.guard.text.plain_text import Passage
from generator.guard.text.sighting import Sighting

_DIGITS_OF_LETTERS = str.maketrans("OoIl", "0011")
_SAME = r"[\dOoIl]"
DISGUISED = lazy_regex(
    rf"[+0Oo](?<![\w/.,-].)(?:(?<=\+) ?84)?(?:(?: (?:chấm|cham|phẩy|gạch|gach) |[ ./_*·•~-]{{0,3}})"
    rf"{_SAME}){{8,10}}(?![\w/])"
)
_DISGUISE = lazy_regex(r"[OoIl/_*·•~]|chấm|cham|phẩy|gạch|gach")
_FEWEST_DIGITS = 6
# The parts between strokes of a date or of the number of a paper are shorter or longer.
_STROKES = lazy_regex(r"[0Oo][\dOoIl]{2,4}(?: ?/ ?[\dOoIl]{2,4}){1,3}")


def disguised_phones(passage: Passage) -> Iterator[Sighting]:
    """Telephone numbers that a person reads at once, but a search for digits does not."""
    for match in DISGUISED.finditer(passage.text):
        digits = match[0].translate(_DIGITS_OF_LETTERS)
        is_stroked = "/" not in match[0] or _STROKES.fullmatch(match[0])
        is_number = sum(map(str.isdigit, match[0])) >= _FEWEST_DIGITS
        is_disguised = is_number and is_stroked and _DISGUISE.search(match[0])
        if is_disguised and is_telephone(re.sub(r"\D", "", digits)):
            yield Sighting("BT501", match.start(), match.end(), digits, "phone")
