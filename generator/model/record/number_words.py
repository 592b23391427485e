"""Numbers in words, as people write and read them: hai mươi mốt, hăm lăm, mười một giờ ba mươi."""

import re
from collections.abc import Sequence

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_TENS = {"mười": 10, "mươi": 10, "chục": 10, "trăm": 100}
_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000}
_JOINING = ("linh", "lẻ")
_ANY = "|".join((*_UNITS, *_TENS, *_SCALES, *_JOINING, "hăm", "băm"))
_RUN = re.compile(rf"(?<!\w)(?:{_ANY})(?: (?:{_ANY}))*(?!\w)", re.IGNORECASE)
# Words of one syllable below ten are too often no numbers; with these beside them they are.
_COUNTED = re.compile(
    r" (?:người|hộ|ca|mẫu|vụ|trường hợp|gia đình|em|cháu|học sinh|căn|ngôi|xe|bể|tấn|mét|km|cây số"
    r"|giờ|phút|trạm|công nhân|cán bộ|chiếc|con|phần)(?!\w)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?<!\w)(?:ngày|mồng|mùng|tháng|số|tổ|thôn|ấp|lúc|giờ) $", re.IGNORECASE)
_PERCENT = re.compile(r" phần trăm(?!\w)", re.IGNORECASE)


def in_figures(text: str) -> str:
    """The text with its numbers in figures: a written 21 for hai mươi mốt."""
    return _RUN.sub(_figures, _PERCENT.sub("%", text))


def small_numbers(text: str) -> frozenset[str]:
    """The numbers below ten that stand in words, whatever they count: two from “Hai xe bồn”."""
    return frozenset(
        str(_UNITS[word]) for word in re.findall(r"\w+", text.lower()) if word in _UNITS
    )


def _figures(match: re.Match[str]) -> str:
    words = match[0].lower().split()
    if len(words) == 1 and not _is_counted(match):
        return match[0]
    return str(value_of(words))


def _is_counted(match: re.Match[str]) -> bool:
    """Whether a single word is a number here: ten, or a smaller one beside what is counted."""
    word, text = match[0].lower(), match.string
    if word == "mười":
        return True
    if word not in _UNITS or word in ("không", "một", "mốt", "tư", "lăm", "nhăm"):
        return bool(word == "một" and _COUNTED.match(text, match.end()))
    return bool(_COUNTED.match(text, match.end()) or _BEFORE.search(text, 0, match.start()))


def value_of(words: Sequence[str]) -> int:
    """The value of a number in words; hai lăm is 25, hăm lăm 25, ba chục 30."""
    total = group = 0
    last: int | None = None
    for word in words:
        if word in ("hăm", "băm"):
            group, last = group + (20 if word == "hăm" else 30), None
        elif word in _UNITS:
            if last and word in ("mốt", "tư", "lăm", "nhăm"):
                group += last * 9
            last = _UNITS[word]
            group += last
        elif word in _TENS:
            tens = 1 if last is None else last
            group, last = group - (last or 0) + tens * _TENS[word], None
        elif word in _SCALES:
            total, group, last = total + (group or 1) * _SCALES[word], 0, None
    return total + group
