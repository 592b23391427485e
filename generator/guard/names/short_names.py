"""Names that are not written out: abbreviated surnames, and names joined in file names."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.guard.names.name_words import PLAIN_MIDDLE_NAMES, SURNAMES, UPPER
from generator.guard.names.proper_names import is_historical
from generator.guard.text.plain_text import Passage, split_words, unaccented
from generator.guard.text.prefilter import Signs

_GIVEN = rf"[{UPPER}][^\W\d_A-ZĐ]+"
# “Ng. Văn Hợi”, “Tr. T. Lan”, “N. V. Hợi”.
_ABBREVIATED = lazy_regex(
    rf"[NTPHĐLBVD](?<![\w.].)(?:gx?|r|h)?(?:\.? ?(?:Văn|Thị|Đình|Hữu|Đức) ?{_GIVEN}"
    rf"|(?:\. ?| )[VT]\. ?{_GIVEN})"
)
# “P. Văn Miếu” is a ward, “T. T. Huế” a province.
_NO_SURNAME = lazy_regex(r"[PHT](?:\.? ?(?:Văn|Đình|Hữu|Đức)|[^grh]{1,2}[VT]\.)")
_SURE = split_words(
    "nguyen tran pham huynh bui hoang le vu vo ngo dang dinh phan trinh truong luong phung quach"
    " ta doan duong"
)
# Surnames that are other words too; then “van” and “thi” may begin another word.
_UNSURE = split_words(
    "luc lang kieu sam giap vuong mac tang than bach ninh lo vang giang sung thao mua lu ly"
    " vi ho ha mai cao chu to dam trieu nong luu lam quang lau ma"
    " do hau tong"
)
_OTHER_WORDS = split_words(
    "hoa ban phong nghe thu hien kien dong hanh tai chuyen don de mieu cong minh truong xa moi"
    " hanh tot dua sinh tuyen"
)
# Surnames that no other word looks like; any middle name may follow.
_CLEAR = split_words("nguyen pham huynh bui hoang")
_MIDDLE = "|".join(sorted({name.lower() for name in PLAIN_MIDDLE_NAMES if len(name) > 1}))
_JOINED = lazy_regex(
    rf"(?:(?:{'|'.join(_SURE)})[-_](?:van|thi)[-_][a-z]{{2,}}"
    rf"|(?:{'|'.join(_UNSURE)})[-_](?:van|thi)[-_](?!(?:{'|'.join(_OTHER_WORDS)})(?![a-z]))[a-z]{{2,}}"
    rf"|(?:{'|'.join(_CLEAR)})[-_](?:{_MIDDLE})[-_][a-z]{{2,}})"
    r"(?:[-_](?!lop)[a-z]{2,})?(?![a-z])",
)
# “chau-Giang-A-Su_lop2C”: a child, whatever its surname.
_CHILD_BEFORE = r"(?:chau|be|em|hs|hoc[-_]sinh)[-_]"
_JOINED_CHILD = lazy_regex(
    rf"(?<![A-Za-z])(?i:{_CHILD_BEFORE})(?P<name>[A-Z][a-z]*(?:[-_](?!lop|Lop)[A-Z][a-z]*){{1,3}})"
    r"(?:[-_](?i:lop)[-_]?\d|(?<=[-_][A-Z][a-z])(?![a-z])|(?<=[-_][A-Z][a-z][a-z])(?![a-z])"
    r"|(?<=[-_][A-Z][a-z]{3})(?![a-z])|(?<=[-_][A-Z][a-z]{4})(?![a-z]))"
)
_PLAIN_FIRST = frozenset(map(unaccented, SURNAMES))
_OF_CHILD = lazy_regex(rf"(?<![a-z]){_CHILD_BEFORE}$")
_PLACE_BEFORE = lazy_regex(
    r"(?<![a-z])(?:duong|pho|truong|thpt|thcs|hoc|chuyen|phuong|xa|khu|cho|cau|ngo|hem|vien|quang"
    r"|(?<!hoa.)giai|quy|cong nghiep|do thi|to|ga|tuong|rap|hat|tang|hieu)[-_ ]$"
)
# Searched first, because it is rare; the surname stands before it.
_JOINT = lazy_regex(rf"[-_](?:van|thi|{_MIDDLE})(?=[-_])")
_GLUED_JOINT = lazy_regex(r"(?:Van|Thi)(?=[A-Z][a-z])")
_GLUED = lazy_regex(rf"(?:{'|'.join(name.title() for name in _SURE)})(?:Van|Thi)[A-Z][a-z]+")
_REACH, _LONGEST = 12, 8
SHORT_NAME_SIGNS = Signs(in_any_case=(_JOINED,), as_written=(_ABBREVIATED, _GLUED, _JOINED_CHILD))


def short_names(passage: Passage) -> Iterator[tuple[str, int, int]]:
    """The (code, start, end) of such names."""
    for match in _ABBREVIATED.finditer(passage.text):
        if not _NO_SURNAME.match(match[0]):
            yield "BT507", *match.span()
    for match in _after_surname(passage.text, _GLUED_JOINT, _GLUED):
        yield "BT507", *match.span()
    for match in _after_surname(passage.low, _JOINT, _JOINED):
        if not _is_place(passage, match):
            is_child = _OF_CHILD.search(passage.before(match.start(), _REACH))
            yield "BT508" if is_child else "BT507", *match.span()


def children_in_file_names(passage: Passage) -> Iterator[tuple[int, int]]:
    for match in (
        _JOINED_CHILD.finditer(passage.text) if "_" in passage.text or "-" in passage.text else ()
    ):
        first = re.split(r"[-_]", match["name"])[0]
        if "lop" in match[0].lower() or first in _PLAIN_FIRST:
            yield match.span("name")


def _after_surname(
    text: str, joint: re.Pattern[str], whole: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """The whole names around the joints, each of which follows a surname."""
    for hit in joint.finditer(text):
        start = hit.start()
        while hit.start() - start < _LONGEST and text[start - 1 : start].isalpha():
            start -= 1
        match = whole.match(text, start)
        if match and not text[start - 1 : start].isalpha():
            yield match


def _is_place(passage: Passage, match: re.Match[str]) -> bool:
    words = re.split(r"[-_]", match[0])
    is_figure = any(is_historical(" ".join(words[:count])) for count in (3, 4))
    return is_figure or bool(_PLACE_BEFORE.search(passage.before(match.start(), _REACH)))
