"""Where a name may begin, and the title or role before it."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.guard.names.name_words import (
    ALSO_NAMES,
    BIRTH_ORDER,
    HIGHLAND,
    MINOR_ROLES,
    NOT_NAMES,
    PERSONAL_ROLES,
    PLAIN_SURNAMES,
    ROLE_LEADS,
    ROLES,
    ROLES_ABROAD,
    SURNAMES,
    TITLES,
    UPPER,
)
from generator.guard.names.proper_names import NameRun, is_at_start, is_of_one_person, run_at
from generator.guard.text.plain_text import Passage, split_words, unaccented, word_forms

ALL_TITLES = {**{unaccented(t): unaccented(TITLES[t]) for t in reversed(TITLES)}, **TITLES}
_LEADS = {**ROLE_LEADS, **ALL_TITLES}
ALL_ROLES = ROLES | frozenset(map(unaccented, ROLES))
_SECOND = lazy_regex(rf"[ -](?=[{UPPER}])")
AGED = lazy_regex(
    rf"(?: [{UPPER}][^\W\d_]+){{0,3}}(?:,? ?[(]|, ?| )(?P<age>\d{{1,2}}) tuổi(?! (?:đảng"
    rf"|đời|nghề|thọ))"
)
_SOMEBODY_IS = lazy_regex(
    r"(?<!\w)(?:người|kẻ|bên|trưởng|phó|chủ|giám đốc|bí thư|chủ tịch|thư ký|đại diện|hộ"
    r"|thủ kho|thủ quỹ)"
    r"(?: \w+){0,4} (?:tên(?: là)?|là)$"
)
_CALLED = lazy_regex(
    r"(?<!\w)(?:cán bộ|thợ|người|chủ|tài xế|lái xe|bảo vệ|nhân viên|giáo viên|đối tượng|nạn nhân"
    r"|khách|công nhân|thanh niên|phụ nữ|sinh viên|kỹ sư)(?: \w+){0,3} (?:có )?tên(?: là)?$"
)
# “cô giáo Hằng”, “anh bảo vệ Tuấn”: the title is the first word.
_WORKS = split_words(
    "giáo|chủ|bảo vệ|tài xế|lái xe|lao công|công nhân|xe ôm|nuôi|y tá|điều dưỡng|kế toán|thủ quỹ"
    "|thủ kho|dân quân|tổ trưởng|tổ phó|shipper"
    "|thợ điện|thợ nước|thợ hàn|thợ hồ|thợ máy|thợ mộc|thợ xây|thợ may|chủ quán|chủ nhà|chủ trọ"
    "|chủ tiệm|chủ vườn|chủ tàu|chủ ghe|chủ xe|chủ sạp|chủ hộ",
    "|",
)
_ENDS_OF_WORKS = frozenset(work.rpartition(" ")[2] for work in _WORKS)
WORK_OF_TITLED = rf"(ông|bà|anh|chị|cô|chú|bác|thầy|cậu) (?:{'|'.join(_WORKS)})"
_TITLED_WORK = lazy_regex(rf"(?<!\w)(?<!các )(?<!những ){WORK_OF_TITLED}$")
# “chủ phương tiện Pờ Gió Xá”, “khen thưởng thợ điện …”
WORKER = (
    r"(?:chủ (?!tịch|đầu tư|thầu|hãng|trương|đề|yếu|động|nhật)|thợ |khen thưởng |biểu dương "
    r"|tuyên dương )"
    r"[a-zđà-ỹ]+(?: [a-zđà-ỹ]+){0,2}"
)
_WORKER = lazy_regex(rf"(?<!\w){WORKER}$")
_SECOND_OF_NAME = lazy_regex(rf" (?:Văn|Thị|Seo|Mí|Hữu|Đình) [{UPPER}]")
_ADULT = 18
_MINOR_WORDS = word_forms(
    split_words("tuổi sinh bé trẻ nhỏ cháu nhóc con thiếu trưởng lớp trò đội phó")
)
_AGED_NOUNS = frozenset(ALL_TITLES) | frozenset(
    split_words("trẻ người cây đường con nam nữ từ dưới trên đủ khi học thanh hơn gần")
)
_CAPITAL = lazy_regex(rf"[{UPPER}](?<![^\W_].)[^\W\d_]*")
AROUND = " :“\"'‘(*_."
# The heading of a column of names.
_NAME_HEADING = lazy_regex(
    r"^(?:họ (?:và |, |và chữ )?tên|tên (?:người|chủ|học sinh)|họ tên|chủ hộ|tên chủ hộ|người \w+"
    r"|đại diện(?: hộ)?)(?: [^|\d]{0,24})?$"
)
ABROAD = lazy_regex(rf"(?<!\w)(?:{ROLES_ABROAD})[,.:]? $")
_ENDS_ABROAD = frozenset(role.rpartition(" ")[2] for role in ROLES_ABROAD.split("|"))
_LISTED_NAME = lazy_regex(rf"[{UPPER}][^\W\d_]*(?:[ '’-][{UPPER}][^\W\d_]*)*(?= ?[(,;|\n]|$)")
# “nhắc con cháu: “Đừng …””: the capital only begins what is said.
_OPENS_SPEECH, _LONGEST_GAP = lazy_regex(r": ?[“\"'‘«]$"), 4
_LONGEST_LEAD = 20
_DOT_OF_TITLE = lazy_regex(r"(?<=(?<!\w)m[rs])\.$|(?<=(?<!\w)mrs)\.$")
_IS_NAMED = lazy_regex(r" (?:tên(?: là)?|là|có tên(?: là)?)$")
_LAST_WORD = lazy_regex(r"(?:đ/c|đ/ c|(?<!\w)\w+)$")
_SURNAMES = (
    SURNAMES
    | PLAIN_SURNAMES
    | BIRTH_ORDER
    | HIGHLAND
    | frozenset(name.upper() for name in SURNAMES | PLAIN_SURNAMES)
    | frozenset(unaccented(name).upper() for name in SURNAMES)
)
LAST_OF_TITLES = frozenset(ALL_TITLES) | PERSONAL_ROLES | frozenset(ROLE_LEADS)
MAY_LEAD = frozenset(("tên", "là", "ten"))
REACH, MINOR_REACH = 24, 80
OWNER = "chủ của"


def candidates(passage: Passage) -> Iterator[int]:
    """Offsets where a name may begin: capitals after a title or role, surnames before a capital."""
    text = passage.text
    has_age = "tuổi" in passage.low or "tuoi" in passage.low
    has_minor = not _MINOR_WORDS.isdisjoint(passage.words)
    for word in _CAPITAL.finditer(text):
        at = word.start()
        if (
            _is_name_like(text, word)
            or (has_age and AGED.match(text, word.end()))
            or (has_minor and any(passage.matches(MINOR_ROLES, passage.before(at, MINOR_REACH))))
            or _follows_title(passage, word)
        ):
            yield at


def _is_name_like(text: str, word: re.Match[str]) -> bool:
    is_known = word[0] in _SURNAMES and _SECOND.match(text, word.end())
    return bool(is_known or _SECOND_OF_NAME.match(text, word.end()))


def _follows_title(passage: Passage, word: re.Match[str]) -> bool:
    at, text = word.start(), passage.text
    if _is_listed(passage, at):
        return True
    lead = text[max(0, at - _LONGEST_LEAD) : at].rstrip(AROUND).rpartition(" ")[2].lower()
    may_be = lead in MAY_LEAD or (word[0] in HIGHLAND and _SECOND.match(text, word.end()))
    if lead in _ENDS_OF_WORKS and _TITLED_WORK.search(passage.before(at, REACH).rstrip(AROUND)):
        return True
    if lead in _ENDS_ABROAD and ABROAD.search(passage.before(at, REACH)):
        return True
    return lead in LAST_OF_TITLES or bool(may_be and title_before(passage, at))


def _is_listed(passage: Passage, at: int) -> bool:
    """Whether a cell of a column of names begins here and holds a name, not “Kế toán”."""
    cell = passage.cell(at)
    return (
        cell is not None
        and cell.start == at
        and any(passage.matches(_NAME_HEADING, cell.heading))
        and bool(_LISTED_NAME.match(passage.text, at, cell.end))
    )


def title_by_age(passage: Passage, at: int) -> str:
    """The title that an age implies (“Tuấn, 9 tuổi”): “em” or “bé” for a child; else “ông”."""
    if _MINOR_WORDS.isdisjoint(passage.words):
        return ""
    run = run_at(passage.text, at)
    if not run or not (is_of_one_person(passage, run, least=1) or _is_name_of_two(run)):
        return ""
    minor = next(passage.matches(MINOR_ROLES, passage.before(at, MINOR_REACH)), None)
    if minor and (minor["child"] or (minor["named"] or "").strip().startswith(("tên", "ten"))):
        return "bé"
    word = _CAPITAL.match(passage.text, at)
    aged = AGED.match(passage.text, word.end()) if word else None
    is_noun = run.syllables[0].lower() in _AGED_NOUNS and is_at_start(passage.before(at, REACH))
    if not aged or is_noun:
        return ""
    return "em" if int(aged["age"]) < _ADULT else "ông"


def _is_name_of_two(run: NameRun) -> bool:
    """“Bé gái Hạ Vy”: a child's name may begin like the word for a place or a body."""
    may_be = run.syllables[0] in ALSO_NAMES and not run.is_shouted
    return may_be and len(run.syllables) == 2 and run.syllables[1] not in NOT_NAMES  # noqa: PLR2004


def title_before(passage: Passage, at: int) -> str:
    """The title or role directly before a name, in lower case; empty when there is none."""
    if _is_listed(passage, at):
        return "tên"
    before = passage.before(at, REACH).rstrip(" “\"'‘(*_:")
    before = _DOT_OF_TITLE.sub("", before)
    if _SOMEBODY_IS.search(before):
        return "là"
    if _CALLED.search(before):
        return "tên"
    before = _IS_NAMED.sub("", before)
    before = _TITLED_WORK.sub(r"\1", before)
    last_word = _LAST_WORD.search(before)
    lead = _LEADS.get(last_word[0]) if last_word else None
    is_speech = lead is not None and _OPENS_SPEECH.search(passage.before(at, _LONGEST_GAP))
    if not last_word or is_speech:
        return ""
    if lead is None:
        is_part_of_name = passage.text[
            at - len(passage.before(at, REACH)) + last_word.start()
        ].isupper()
        is_role = last_word[0] in ALL_ROLES and not (
            is_part_of_name and _is_inside(before, last_word.start())
        )
        return last_word[0] if is_role else _worker(before)
    return last_word[0] if before[: last_word.start()].rstrip().endswith(lead) else ""


def _worker(before: str) -> str:
    """The role of a worker or owner: of an owner (`OWNER`) only a full name is told."""
    worker = _WORKER.search(before)
    return "" if not worker else "chủ" if worker[0].startswith("thợ") else OWNER


def _is_inside(before: str, at: int) -> bool:
    """Whether this offset is inside a sentence, so that a capital marks a name."""
    return not is_at_start(before[:at])
