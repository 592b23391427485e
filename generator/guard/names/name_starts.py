"""Where a name may begin, and the word before it that tells whose name it is."""

import re
from collections.abc import Iterator

from generator.guard.names.name_words import (
    BIRTH_ORDER,
    HIGHLAND,
    MINOR_ROLES,
    PERSONAL_ROLES,
    PLAIN_SURNAMES,
    ROLES,
    SURNAMES,
    TITLES,
    UPPER,
)
from generator.guard.names.proper_names import is_at_start, is_of_one_person, run_at
from generator.guard.text.patterns import later
from generator.guard.text.plain_text import Glance, parted, triggers, unaccented

ALL_TITLES = {**{unaccented(t): unaccented(TITLES[t]) for t in reversed(TITLES)}, **TITLES}
ALL_ROLES = ROLES | frozenset(map(unaccented, ROLES))
_SECOND = later(rf"[ -](?=[{UPPER}])")
AGED = later(
    rf"(?: [{UPPER}][^\W\d_]+){{0,3}}(?:,? ?[(]|, ?| )(?P<age>\d{{1,2}}) tuổi(?! (?:đảng"
    rf"|đời|nghề|thọ))"
)
_SOMEBODY_IS = later(
    r"(?<!\w)(?:người|kẻ|bên|trưởng|phó|chủ|giám đốc|bí thư|chủ tịch|thư ký|đại diện|hộ"
    r"|thủ kho|thủ quỹ)"
    r"(?: \w+){0,4} (?:tên(?: là)?|là)$"
)
_CALLED = later(
    r"(?<!\w)(?:cán bộ|thợ|người|chủ|tài xế|lái xe|bảo vệ|nhân viên|giáo viên|đối tượng|nạn nhân"
    r"|khách|công nhân|thanh niên|phụ nữ|sinh viên|kỹ sư)(?: \w+){0,3} (?:có )?tên(?: là)?$"
)
_SECOND_OF_NAME = later(rf" (?:Văn|Thị|Seo|Mí|Hữu|Đình) [{UPPER}]")
_ADULT = 18
_MINOR_WORDS = triggers(parted("tuổi sinh bé trẻ nhỏ cháu nhóc con thiếu trưởng lớp trò đội phó"))
_AGED_NOUNS = frozenset(ALL_TITLES) | frozenset(
    parted("trẻ người cây đường con nam nữ từ dưới trên đủ khi học thanh hơn gần")
)
_CAPITAL = later(rf"[{UPPER}](?<![^\W_].)[^\W\d_]*")
AROUND = " :“\"'‘(*_."
_LONGEST_LEAD = 20
_SURNAMES = (
    SURNAMES
    | PLAIN_SURNAMES
    | BIRTH_ORDER
    | frozenset(name.upper() for name in SURNAMES | PLAIN_SURNAMES)
)
LAST_OF_TITLES = frozenset(ALL_TITLES) | PERSONAL_ROLES
MAY_LEAD = frozenset(("tên", "là", "ten"))
REACH, MINOR_REACH = 24, 80


def candidates(glance: Glance) -> Iterator[int]:
    """Where a name may begin: at a capital after a title or a role, and at a surname not alone."""
    text = glance.text
    has_age = "tuổi" in glance.low or "tuoi" in glance.low
    has_minor = not _MINOR_WORDS.isdisjoint(glance.words)
    for word in _CAPITAL.finditer(text):
        at = word.start()
        if (
            _is_name_like(text, word)
            or (has_age and AGED.match(text, word.end()))
            or (has_minor and any(glance.finds(MINOR_ROLES, glance.before(at, MINOR_REACH))))
            or _is_led(glance, word)
        ):
            yield at


def _is_name_like(text: str, word: re.Match[str]) -> bool:
    is_known = word[0] in _SURNAMES and _SECOND.match(text, word.end())
    return bool(is_known or _SECOND_OF_NAME.match(text, word.end()))


def _is_led(glance: Glance, word: re.Match[str]) -> bool:
    at, text = word.start(), glance.text
    lead = text[max(0, at - _LONGEST_LEAD) : at].rstrip(AROUND).rpartition(" ")[2].lower()
    may_be = lead in MAY_LEAD or (word[0] in HIGHLAND and _SECOND.match(text, word.end()))
    return lead in LAST_OF_TITLES or bool(may_be and title_before(glance, at))


def title_by_age(glance: Glance, at: int) -> str:
    """“Tuấn, 9 tuổi”: whoever has an age is a person; a child after words of children."""
    if _MINOR_WORDS.isdisjoint(glance.words):
        return ""
    run = run_at(glance.text, at)
    if not run or not is_of_one_person(glance, run, least=1):
        return ""
    minor = next(glance.finds(MINOR_ROLES, glance.before(at, MINOR_REACH)), None)
    if minor and (minor["child"] or (minor["named"] or "").strip().startswith(("tên", "ten"))):
        return "bé"
    word = _CAPITAL.match(glance.text, at)
    aged = AGED.match(glance.text, word.end()) if word else None
    is_noun = run.syllables[0].lower() in _AGED_NOUNS and is_at_start(glance.before(at, REACH))
    if not aged or is_noun:
        return ""
    return "em" if int(aged["age"]) < _ADULT else "ông"


def title_before(glance: Glance, at: int) -> str:
    """The title or role right before a name, in small letters; empty when there is none."""
    before = glance.before(at, REACH).rstrip(" “\"'‘(*_:")
    before = re.sub(r"(?<=(?<!\w)m[rs])\.$|(?<=(?<!\w)mrs)\.$", "", before)
    if _SOMEBODY_IS.search(before):
        return "là"
    if _CALLED.search(before):
        return "tên"
    before = re.sub(r" (?:tên(?: là)?|là|có tên(?: là)?)$", "", before)
    found = re.search(r"(?:đ/c|đ/ c|\w+)$", before)
    if not found:
        return ""
    lead = ALL_TITLES.get(found[0])
    if lead is None:
        is_part_of_name = glance.text[at - len(glance.before(at, REACH)) + found.start()].isupper()
        is_role = found[0] in ALL_ROLES and not (
            is_part_of_name and _is_inside(before, found.start())
        )
        return found[0] if is_role else ""
    return found[0] if before[: found.start()].rstrip().endswith(lead) else ""


def _is_inside(before: str, at: int) -> bool:
    """Whether a capital here stands within a sentence, as in a name."""
    return not is_at_start(before[:at])
