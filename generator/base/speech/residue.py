"""What is left in the words to be spoken and is no word: the one judgement of “cannot be read”."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.base.speech.short_forms import LETTERS, NAMES, UNITS

# Letters that stand for themselves, what a sentence is set with, and nothing else.
_SIGN = lazy_regex(r"[^\w\s.,;:!?…()\[\]\"“”'‘’«»/•–—-]|_|[⁰¹²³⁴-⁹₀-₉]|[0-9]+")
_TOKEN = lazy_regex(r"[^\W\d_]+")
_WORD_IN_CAPITALS = lazy_regex(
    "(?:NGH|NG|NH|TH|TR|PH|KH|GH|GI|CH|QU|[BCDĐGHKLMNPQRSTVX])?[^\\W\\d_BCDĐGHKLMNPQRSTVXZFWJ]{1,3}"
    "(?:NG|NH|CH|[CMNPT])?"
)
_ROMAN = lazy_regex("(?=[IVX]{3}|II|IV|IX|XX|VI)[IVX]+(?<!VI)(?<!XI)|X?VIII?|XII?I")
_VOWEL = lazy_regex(
    "[aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE
)
_TONED = lazy_regex("[^A-ZĐ]")
_NUMBER = (
    "không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|triệu|tỷ|tỉ|phẩy"
)
_SAID_UNIT = "(?:lít|mét|gam|giờ|phút|giây|lần|đồng|khối|vuông)"
# A unit that was not taken for one: “bảy h ba mươi”; “nhóm hai m”.
_BARE_UNIT = lazy_regex(
    rf"(?:\b(?:{_NUMBER}),? |{_SAID_UNIT}, )(?P<unit>[hmpksltgx])(?!\w)(?!, [a-z]\b)"
)
_SPOKEN = frozenset(word for said in UNITS.values() for word in re.findall(r"[^\W\d_]+", said))
_READ = {*LETTERS, *NAMES, *_SPOKEN}
_SHORT = 4


def residue(spoken: str) -> Iterator[str]:
    """Signs, figures, letters without a vowel and unknown abbreviations, in their order."""
    found = [(match.start(), match[0]) for match in _SIGN.finditer(spoken)]
    found += [
        (match.start(), match[0])
        for match in _TOKEN.finditer(spoken)
        if not _is_read(match[0], spoken, match.span())
    ]
    found += [(match.start("unit"), match["unit"]) for match in _BARE_UNIT.finditer(spoken)]
    for _, text in sorted(set(found)):
        yield text


def _is_read(token: str, spoken: str, span: tuple[int, int]) -> bool:
    if len(token) == 1 or token in _READ:
        return True
    if token.isupper():
        if _ROMAN.fullmatch(token):
            return False
        return _WORD_IN_CAPITALS.fullmatch(token) is not None and not _stands_out(
            token, spoken, span
        )
    has_one_capital = token[1:].islower()
    return has_one_capital and _VOWEL.search(token) is not None


def _stands_out(token: str, spoken: str, span: tuple[int, int]) -> bool:
    """CA phường: a short word without a tone is in capitals, and those beside it are not."""
    if len(token) > _SHORT or _TONED.search(token):
        return False
    before, after = _TOKEN.findall(spoken[: span[0]]), _TOKEN.findall(spoken[span[1] :])
    beside = [*before[-1:], *after[:1]]
    return bool(beside) and not any(word.isupper() and len(word) > 1 for word in beside)
