"""Dates of birth, and minors told by age, class and school."""

import re
from collections.abc import Iterator

from generator.guard.glance import Glance, triggers
from generator.guard.later import later
from generator.guard.sighting import Sighting
from generator.guard.signs import Signs

_DAY = r"\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:18|19|20)?\d\d|(?:18|19|20)\d\d-\d\d-\d\d"
_MONTH = (
    r"(?:tháng )?\d{1,2} ?[/-] ?(?:18|19|20)\d\d"
    r"|\d{1,2} tháng \d{1,2}(?:,? năm (?:18|19|20)?\d\d)?"
    r"|tháng \d{1,2},? năm (?:18|19|20)\d\d"
)
_MOON = "giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|chạp|một"
_STEMS = "giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý"
_WHEN = (
    rf"(?:{_DAY}|{_MONTH}|(?:mồng|mùng) \d{{1,2}}(?: tháng (?:\d{{1,2}}"
    rf"|{_MOON}))?(?:,? (?:năm )?(?:18|19|20)\d\d)?"
    rf"|(?:tháng )?(?:{_MOON}),? (?:năm )?(?:18|19|20)\d\d|(?:18|19|20)\d\d(?!\d)"
    rf"|(?:{_STEMS}) \w+(?: \(?(?:18|19|20)\d\d)?"
    r"|(?:một nghìn chín trăm|hai nghìn)(?: \w+){1,3}|'?\d\d(?= ?[,).;]|$))"
)
_BORN = later(
    rf"(?<!\w)(?:ngày[, /]*(?:tháng[, /]*)?(?:năm )?sinh|năm sinh|ntns|(?P<short>sn|ns|s\.n\.?"
    rf"|s\.)|(?P<verb>sinh|chào đời|ra đời))"
    rf"(?: (?:vào|ngày|năm|tháng|là|âm lịch|dương lịch|ghi|đúng|của \w+|người \w+|(?:trên"
    rf"|trong) \w+)|:)*[ :]*(?P<when>{_WHEN})"
)
# “phát sinh năm”, “học sinh”, … : the second half of another word.
_COMPOUND = later(
    r"(?<!\w)(?:phát|vệ|học|(?<!dự )tuyển|thí|dân|nảy|tái|hồi|hy|mưu|sản|nhân|y|(?<!hồ )sơ|giáo"
    r"|thư|nội|tân|môn|kháng|song|quyền|an"
    r"|ký|di|đản|giáng|phục|phat|ve|tuyen|lâm|phúc|trường|diễn|vi|bán|thiếu nhi|chung|đầu|tự) $"
)
# Groups and people of history have years that single nobody out.
_GROUP = later(
    r"(?<!\w)(?:trẻ|trẻ em|các (?:em|cháu)|những người|(?:nam )?công dân(?: nam| nữ)?|học sinh"
    r"|người|thanh niên|phụ nữ|thí sinh"
    r"|người cao tuổi|đối tượng|nhóm|lứa tuổi|nam giới|nữ giới|người dân|đoàn viên|hội viên"
    r"|(?:các )?cháu bé|tre em|lao động) (?:được )?$"
)
_ONE = later(
    r"(?<!\w)(?:một|1|cháu|em|anh|chị|ông|bà|người tên) (?:học sinh|trẻ|em|cháu|người"
    r"|thanh niên|phụ nữ|công dân)(?: \w+)? $"
)
_HISTORY = later(
    r"chủ tịch|hồ chí minh|bác hồ|danh nhân|lãnh tụ|tổng bí thư|anh hùng|đức phật|kỷ niệm"
    r"|lê-nin|các mác"
)
_AGE = later(r"(?<!\w)(?P<age>\d{1,2}) tuổi")
_CHILD = later(r"(?<!\w)(?:em|cháu|bé|nam sinh|nữ sinh|học sinh|con trai|con gái|bạn)(?!\w)")
_CLASS = later(r"(?<!\w)lớp (?:\d{1,2} ?[a-zđ]?\d{0,2}|lá|chồi|mầm|mẫu giáo|mg)(?!\w)")
_SINGLE_CLASS = later(r"lớp \d{1,2} ?[a-zđ]\d{0,2}(?!\w)")
_SCHOOL = later(r"(?<!\w)(?:trường|tiểu học|thcs|thpt|mầm non|mẫu giáo)(?!\w)")
_MANY = later(
    r"(?<!\w)(?:trẻ em|các|những|toàn bộ|\d+ (?:em|cháu|học sinh|trẻ)|mọi|trẻ|số|tất cả|đủ"
    r"|từ)(?!\w)"
)
_SENTENCE = later(r"[^.!?\x00]+(?:\.(?=\w)[^.!?\x00]+)*")
_GROWN = 18
_REACH = 40
BIRTH_WORDS = triggers(("sinh", "ntns", "sn", "ns", "s", "đời"))
AGE_WORDS = triggers(("tuổi",))
BIRTH_SIGNS = Signs(in_any_case=(_BORN,))
AGE_SIGNS = Signs(in_any_case=(_AGE,))


def births(glance: Glance) -> Iterator[Sighting]:
    """When a person was born."""
    for found in glance.finds_near(BIRTH_WORDS, _BORN, 80):
        is_birth = not found["short"] or _is_year(found["when"])
        if is_birth and _is_told(glance, found) and not _is_of_many(glance, found):
            yield Sighting("BT509", found.start(), found.end(), found["when"])


def _is_year(when: str) -> bool:
    return bool(re.fullmatch(r"(?:18|19|20)\d\d|.*\D(?:18|19|20)\d\d", when))


def _is_told(glance: Glance, found: re.Match[str]) -> bool:
    """Bodies, works and rules “ra đời” too, and only children are told of by it."""
    if found["verb"] in ("ra đời", "chào đời"):
        return bool(_CHILD.search(glance.before(found.start(), _REACH)))
    is_two_digits = len(found["when"].strip("'")) == 2  # noqa: PLR2004  “sinh năm 85”
    return not is_two_digits or "năm" in found[0] or bool(found["short"])


def _is_of_many(glance: Glance, found: re.Match[str]) -> bool:
    before = glance.before(found.start(), _REACH)
    if found["verb"] == "sinh" and _COMPOUND.search(before):
        return True
    near = before + glance.after(found.end(), _REACH)
    return bool(_HISTORY.search(near)) or bool(_GROUP.search(before) and not _ONE.search(before))


def children(glance: Glance) -> Iterator[Sighting]:
    """An age below eighteen with class and school in one sentence, said of one child."""
    for sentence in _SENTENCE.finditer(glance.low):
        said = sentence[0]
        age = _AGE.search(said)
        if (
            not age
            or int(age["age"]) >= _GROWN
            or not _CLASS.search(said)
            or not _SCHOOL.search(said)
        ):
            continue
        if _CHILD.search(said) and (_SINGLE_CLASS.search(said) or not _MANY.search(said)):
            start = sentence.start() + age.start()
            yield Sighting("BT508", start, start + len(age[0]), age[0], "age")
