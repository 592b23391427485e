"""Minors that can be recognised without a name: by age, class, school, parents or place."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.guard.text.plain_text import Passage, split_words, unaccented
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_LOW_NUMBERS = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười(?: (?:một|hai|ba|bốn|lăm|sáu|bảy))?"
_AGE = lazy_regex(
    rf"(?<!\w)(?<!dưới )(?<!trên )(?<!từ )(?<!đủ )(?<!đến )(?<!hơn )(?:(?P<age>(?<![/.,-])(?:[1-9]"
    rf"|1[0-7]|[1-3]\d(?= (?:tháng|tuần|ngày))))|(?P<said>{_LOW_NUMBERS}))"
    r" (?:tuổi(?! thọ|-)|(?:tháng|tuần|ngày) tuổi)"
    r"(?! (?:trở|đến|trong|vào lớp|mới))"
)
# “cháu bé lên ba”, “bé 5t”, a newborn that was left.
_SPOKEN_AGE = lazy_regex(
    r"[cbeđhn](?<!\w.)(?:háu|é|m|on|ứa trẻ|s|ọc sinh|am sinh|ữ sinh)(?: \w+)?,? \(?(?:(?:mới "
    r"|vừa )?lên (?:[2-9]|1[0-5]"
    rf"|{_LOW_NUMBERS})|(?:[1-9]|1[0-7]) ?t)(?!\w)"
    r"|sơ sinh(?=[^.;]{0,40}(?<!\w)bị (?:bỏ|vứt|bạo|ngạt|chết))"
)
# Words for a single child, if no number above 1 stands before them.
_CHILD = lazy_regex(
    r"(?<!\w)(?:(?:một|1|có|là|con|đứa|về|thấy|cho|tìm|của) )?"
    r"(?P<child>cháu bé|cháu gái|cháu trai|cháu|em bé|em nhỏ|bé gái|bé trai|bé sơ sinh|bé"
    r"|cậu bé|cô bé|(?:cậu|cô) học trò|nam sinh"
    r"|nữ sinh|thiếu niên|thiếu nữ|con trai|con gái|con út|con đầu|con lớn|con nhỏ|đứa con"
    r"|đứa trẻ|đứa bé|trẻ|học trò"
    r"|nhóc|học sinh (?:nam|nữ)|học sinh|hs|em|bạn|nam thanh niên|nữ thanh niên|đứa cháu"
    r"|con riêng|con nuôi|cu|lớp trưởng|lớp phó)(?!\w)"
)
_CERTAIN_MARKED = split_words(
    "cậu học trò|cô học trò|cháu bé|cháu gái|cháu trai|em bé|bé gái|bé trai|cậu bé|cô bé"
    "|nam sinh|nữ sinh|cháu|bé|con út"
    "|thiếu niên|thiếu nữ|con trai|con gái|đứa trẻ|đứa bé|đứa con|con nuôi|con đầu|con lớn"
    "|con nhỏ|đứa cháu|con riêng|học sinh nam|học sinh nữ|lớp trưởng|lớp phó",
    "|",
)
_CERTAIN = frozenset(_CERTAIN_MARKED) | frozenset(map(unaccented, _CERTAIN_MARKED))
_SINGLE = lazy_regex(r"(?<!\w)(?:một|1|01|duy nhất|có|tên|người|là|em) $")
_SEVERAL = lazy_regex(
    r"(?<!\w)(?:các|những|nhiều|toàn bộ|mọi|số|tất cả|đủ|mỗi|từng|hai|ba|bốn|năm|sáu|bảy"
    r"|tám|chín|mười|trăm|nghìn"
    r"|\d+|dành cho|cho|đối với|bà|chị|anh|ông|lượng|đông|độ tuổi|nhóm|bất kỳ|trẻ|đàn|cô"
    r"|chú)(?: \w+)? ?$"
)
_FEW = lazy_regex(
    r"(?<!\w)(?:hai|2|ba|3) (?:anh em|chị em|cháu|em|bé|bạn|nam sinh|nữ sinh|học sinh|thí sinh"
    r"|thiếu niên|con|đứa)"
)
_IN_CLASS = lazy_regex(
    r"\)?,? [(–-]? ?(?:(?:đang|hiện|cùng|là|học sinh|học) )*lớp (?:(?:1[0-2]|[1-9])"
    r"(?: ?[a-eghik-mđ]\d{0,2}|[/.-]\d{1,2})|(?:mẫu giáo )?(?:lá|chồi|mầm|nhỡ|bé|lớn)"
    r" ?(?:[a-d]?\d{1,2}|[a-d]))(?!\w)"
)
_ALL_OF = lazy_regex(
    r"(?<!\w)(?:các|những|nhiều|toàn bộ|mọi|tất cả|mỗi|từng|dành cho|đối với|độ tuổi|nhóm|lứa"
    r"|\d+ (?:em|bạn|học sinh|cháu|trẻ|thí sinh))(?!\w)"
)
_CLASS = lazy_regex(
    r"(?<!\w)lớp (?:\d{1,2}[/.-]\d{1,2}|\d{1,2} ?[a-zđ]?\d{0,2}|lá|chồi|mầm|mẫu giáo|mg|một"
    r"|hai|ba|bốn|năm)(?!\w)"
)
_LETTERED = lazy_regex(
    r"(?<!\w)lớp (?:1[0-2]|[1-9])(?: ?[a-eghik-mđ]\d{0,2}|[/.-]\d{1,2})(?!\w)|lớp (?:lá|chồi|mầm)"
)
_SCHOOL = lazy_regex(
    r"(?<!\w)(?i:trường|tiểu học|thcs|thpt|mầm non|mẫu giáo|cơ sở|phổ thông|nội trú"
    r"|liên cấp|dân lập|chuyên|nhóm trẻ|nhà trẻ) [“\"]?"
    r"(?!THCS|THPT|Tiểu|Trung|Mầm)[A-ZĐÁÀẢÂĂÊÔƠƯÝ]\w+"
)
_PARENT = lazy_regex(
    r"(?<!\w)(?:con(?: trai| gái| út| đầu| nuôi| lớn| nhỏ)*|cháu(?: nội| ngoại| trai| gái"
    r"| đích tôn)*|em(?: trai| gái)?)(?: \d{1,2} tuổi)?(?: của"
    r"| nhà)?(?: vợ chồng)?"
    r" (?:ông|bà|anh|chị|cô|chú|bác|chủ|gia đình|nhà|trưởng|giám đốc|kế toán"
    r"|bí thư|hiệu trưởng|tổ trưởng|cán bộ xã|phó|bác sĩ|thầy)(?!\w)"
    r"|(?:bố|mẹ|ông|bà) (?:của )?(?:cháu|bé|em) "
)
_PLACE = lazy_regex(
    r"(?<!\w)(?:ở|trú|ngụ|tại|nhà|thuộc|quê|người)(?: \w+)? (?:tổ|thôn|xóm|ấp|bản|ngõ|hẻm"
    r"|khu|khối|khóm|buôn|sóc|phum|cụm|phố|phường|xã|làng"
    r"|tổ dân phố|phòng trọ|nhà trọ|khu trọ|xóm trọ|dãy trọ|chung cư|tòa|đường)"
    r"(?!\w)|(?<!\w)(?:tổ dân phố|tổ|thôn|xóm|ấp|bản|ngõ"
    r"|làng|phường|xã|khu|khối|khóm|buôn|sóc|phum|cụm) (?:\d+|[A-ZĐ]\w+)"
)
_HAMLET = lazy_regex(r"(?<!\w)(?:ở|trú|ngụ|tại) (?:tổ|thôn|xóm|ấp|bản|buôn|ngõ|hẻm)(?!\w)")
_SENTENCE = lazy_regex(r"[^.!?\x00]+(?:\.(?=\w)[^.!?\x00]+)*")
_NEAR_AGE = 60  # “Học sinh lớp 9A Trường THCS Đồng Bãi, 14 tuổi”
CHILD_SIGNS = Signs(in_any_case=(_AGE, _SPOKEN_AGE, _CLASS))


def children(passage: Passage) -> Iterator[Sighting]:
    """A sentence about one child with its age or class and its school, parents or place."""
    for match in _SENTENCE.finditer(passage.low):
        evidence = _evidence_of_child(passage, match)
        if evidence:
            start, end = match.start() + evidence.start(), match.start() + evidence.end()
            yield Sighting("BT508", start, end, passage.text[start:end], "age")


def _evidence_of_child(passage: Passage, match: re.Match[str]) -> re.Match[str] | None:
    """The match that identifies the child: its age, else its class; None when nothing does."""
    sentence = match[0]
    age = _first(passage, _AGE, sentence) or _first(passage, _SPOKEN_AGE, sentence)
    grade = _first(passage, _CLASS, sentence)
    if not (age or grade) or not _is_of_single_child(passage, sentence, age):
        return None
    original = passage.text[match.start() : match.end()]
    school = _first(passage, _SCHOOL, original)
    parent = _first(passage, _PARENT, sentence)
    if age and (parent or _first(passage, _PLACE, original) or grade or school):
        return age
    is_placed = school or parent or _first(passage, _HAMLET, sentence)
    is_schooled = grade and (_first(passage, _LETTERED, grade[0]) or is_placed)
    return grade if is_schooled else None


def _first(passage: Passage, pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(passage.matches(pattern, text), None)


def _is_of_single_child(passage: Passage, sentence: str, age: re.Match[str] | None) -> bool:
    is_placed = age or _first(passage, _LETTERED, sentence)
    if is_placed and _first(passage, _FEW, sentence):
        return True
    # “Thí sinh 10 tuổi, học lớp 5B”: age and class together, whatever the child is called.
    is_graded = age and passage.begins(_IN_CLASS, sentence[age.end() :])
    if age and is_graded and not _first(passage, _ALL_OF, sentence[: age.start()]):
        return True
    parent = _first(passage, _PARENT, sentence)
    is_child_of = parent is not None and not _is_many(passage, sentence[: parent.start()])
    return is_child_of or any(
        _is_single_child(passage, sentence, child, age)
        for child in passage.matches(_CHILD, sentence)
    )


def _is_many(passage: Passage, before: str) -> bool:
    return any(passage.matches(_SEVERAL, before))


def _is_single_child(
    passage: Passage, sentence: str, child: re.Match[str], age: re.Match[str] | None
) -> bool:
    before = sentence[: child.start("child")]
    if any(passage.matches(_SINGLE, before)):
        return True
    if _is_many(passage, before):
        return False
    is_aged = age is not None and 0 <= age.start() - child.end() <= _NEAR_AGE
    return (is_aged and child["child"] != "trẻ") or child["child"] in _CERTAIN
