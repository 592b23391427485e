"""Names of persons: after a title, after an office or a role, or by the surname alone."""

import re
from collections.abc import Iterator

from generator.guard.births import years
from generator.guard.glance import Glance, triggers, unaccented
from generator.guard.naming import (
    Run,
    is_at_start,
    is_bare_name,
    is_of_one_person,
    run_at,
    with_surname,
)
from generator.guard.sighting import Sighting
from generator.guard.vocabulary import (
    BIRTH_ORDER,
    HIGHLAND,
    LEGENDARY,
    MINOR_ROLES,
    MINOR_TITLES,
    NOT_NAMES,
    PERSONAL_ROLES,
    PLAIN_SURNAMES,
    PLURALS,
    ROLES,
    SURNAMES,
    TITLES,
    UPPER,
)

_TITLES = {**{unaccented(t): unaccented(TITLES[t]) for t in reversed(TITLES)}, **TITLES}
_ROLES = ROLES | frozenset(map(unaccented, ROLES))
_INITIALS = re.compile(
    rf"(?<![\w.])(?:[{UPPER}]\.){{2,3}}[{UPPER}][^\W\d_A-ZĐ]+"
    rf"|(?<![\w.])[HKYM]['’][{UPPER}][^\W\d_]+(?: [{UPPER}][^\W\d_]+)*"
    rf"|(?<=(?:tên|gọi) )(?:[{UPPER}]\.){{1,4}}|(?<![\w.])(?:[{UPPER}]\. ?){{1,4}}(?=,? ?\(?(?:sinh|sn|SN|\d{{1,2}} tuổi|trú|ở (?:tổ"
    rf"|thôn|ngõ)|(?:đang |là )?học|lớp \d|trình báo|gửi đơn|nộp đơn))"
)
_SECOND = re.compile(rf"[ -](?=[{UPPER}])")
_AND = re.compile(r"(?:,|;| và| cùng| với)+ ?")
_PLURAL = re.compile(rf"(?<!\w)(?:{'|'.join(PLURALS)}) ?$")
_YOUNG = re.compile(
    r"[”\"')*_.]*[^.!?\x00]{0,16}?[ ,(–-]+(?:là )?(?:[1-9]|1[0-7]|một|hai|ba|bốn|năm|sáu|bảy"
    r"|tám|chín|mười) tuổi|[”\"')]*[ ,(–-]*(?:là )?(?:đang )?(?:học sinh|học lớp|lớp \d"
    r"|lớp trưởng|trẻ em)"
)
_AGED = re.compile(
    r"(?: [{U}][^\W\d_]+){{0,3}}(?:,? ?[(]|, ?| )(?P<age>\d{{1,2}}) tuổi(?! (?:đảng|đời|nghề|thọ))".format(
        U=UPPER
    )
)
_SMALL_LETTERS = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(name.lower() for name in PLAIN_SURNAMES))}) (?:van|thi|dinh|huu|duc|minh|ngoc) [a-z]{{2,}}"
    r"(?: [a-z]{2,})?(?= ?[,.;:)\n]|$)|(?<!\w)(?:nguyen|tran|pham|huynh|dang|bui|hoang) (?:van|thi) [a-z]{2,}"
)
_CHILD_OF_AGE = re.compile(r"[, (]+(?:[1-9]|1[0-7]) tuổi")
_SOMEBODY_IS = re.compile(
    r"(?<!\w)(?:người|kẻ|bên|trưởng|phó|chủ|giám đốc|bí thư|chủ tịch|thư ký|đại diện|hộ|thủ kho|thủ quỹ)"
    r"(?: \w+){0,4} (?:tên(?: là)?|là)$"
)
_SECOND_OF_NAME = re.compile(rf" (?:Văn|Thị|Seo|Mí|Hữu|Đình) [{UPPER}]")
_IS_CALLED = re.compile(r"(?<!\w)(?:tên|tên là) ?$")
_ADULT = 18
_MINOR_WORDS = triggers(
    ("tuổi", "sinh", "bé", "trẻ", "nhỏ", "cháu", "nhóc", "con", "thiếu", "trưởng", "lớp", "trò", "đội", "phó")
)
_AGED_NOUNS = frozenset(_TITLES) | frozenset(
    (
        "trẻ",
        "người",
        "cây",
        "đường",
        "con",
        "nam",
        "nữ",
        "từ",
        "dưới",
        "trên",
        "đủ",
        "khi",
        "học",
        "thanh",
        "hơn",
        "gần",
    )
)
_PLAIN_ONLY = frozenset(map(unaccented, TITLES)) - frozenset(TITLES)
_PLAIN_NOT_NAMES = frozenset(map(unaccented, NOT_NAMES))
_CAPITAL = re.compile(rf"[{UPPER}](?<![^\W_].)[^\W\d_]*")
_AROUND = " :“\"'‘(*_."
_LONGEST_LEAD = 20
_SURNAMES = (
    SURNAMES
    | PLAIN_SURNAMES
    | BIRTH_ORDER
    | frozenset(name.upper() for name in SURNAMES | PLAIN_SURNAMES)
)
_LAST_OF_TITLES = frozenset(_TITLES) | PERSONAL_ROLES
_MAY_LEAD = frozenset(("tên", "là", "ten"))
_REACH, _MINOR_REACH = 24, 80


def names(glance: Glance) -> Iterator[Sighting]:
    """Every person's name; a minor's has the code of minors."""
    reached = minor_until = -1
    for at in _candidates(glance):
        if at < reached:
            continue
        run = run_at(glance.text, at)
        by_age = _title_by_age(glance, at)
        title = by_age or _title_before(glance, at)
        if title in _PLAIN_ONLY and not (
            glance.is_plain or (run and run.syllables[0] in PLAIN_SURNAMES)
        ):
            title = ""
        if not title and minor_until >= 0 and _AND.fullmatch(glance.text[minor_until:at]):
            title = "em"
        if run and (by_age or _is_person(glance, run, title)):
            reached = run.end
            seen = _sighted(glance, run, title)
            minor_until = reached if seen.code == "BT508" else -1
            yield seen
    for found in _INITIALS.finditer(glance.text):
        run = Run(found.start(), found.end(), (found[0].strip(),))
        yield _sighted(glance, run, _title_before(glance, run.start))
    for found in _SMALL_LETTERS.finditer(glance.text) if glance.is_plain else ():
        yield Sighting("BT507", found.start(), found.end(), found[0], "titled")
    yield from years(glance)


def _title_by_age(glance: Glance, at: int) -> str:
    """“Tuấn, 9 tuổi”: whoever has an age is a person; a child after words of children."""
    if _MINOR_WORDS.isdisjoint(glance.words):
        return ""
    run = run_at(glance.text, at)
    if not run or not is_of_one_person(glance, run, least=1):
        return ""
    minor = next(glance.finds(MINOR_ROLES, glance.before(at, _MINOR_REACH)), None)
    if minor and (
        minor["child"] or "tên" in (minor["named"] or "") or "ten" in (minor["named"] or "")
    ):
        return "bé"
    word = _CAPITAL.match(glance.text, at)
    aged = _AGED.match(glance.text, word.end()) if word else None
    is_noun = run.syllables[0].lower() in _AGED_NOUNS and is_at_start(glance.before(at, _REACH))
    if not aged or is_noun:
        return ""
    return "em" if int(aged["age"]) < _ADULT else "ông"


def _candidates(glance: Glance) -> Iterator[int]:
    """Where a name may begin: at a capital after a title or a role, and at a surname not alone."""
    text = glance.text
    has_age = "tuổi" in glance.low or "tuoi" in glance.low
    has_minor = not _MINOR_WORDS.isdisjoint(glance.words)
    for word in _CAPITAL.finditer(text):
        at = word.start()
        if word[0] in _SURNAMES and _SECOND.match(text, word.end()):
            yield at
            continue
        if _SECOND_OF_NAME.match(text, word.end()):
            yield at
            continue
        if word[0] in HIGHLAND and _SECOND.match(text, word.end()) and _title_before(glance, at):
            yield at
            continue
        if (has_age and _AGED.match(text, word.end())) or (
            has_minor and any(glance.finds(MINOR_ROLES, glance.before(at, _MINOR_REACH)))
        ):
            yield at
            continue
        lead = text[max(0, at - _LONGEST_LEAD) : at].rstrip(_AROUND).rpartition(" ")[2].lower()
        if lead in _LAST_OF_TITLES or (lead in _MAY_LEAD and _title_before(glance, at)):
            yield at


def _title_before(glance: Glance, at: int) -> str:
    """The title or role right before a name, in small letters; empty when there is none."""
    before = glance.before(at, _REACH).rstrip(" “\"'‘(*_:")
    before = re.sub(r"(?<=(?<!\w)m[rs])\.$|(?<=(?<!\w)mrs)\.$", "", before)
    if _SOMEBODY_IS.search(before):
        return "là"
    before = re.sub(r" (?:tên(?: là)?|là|có tên(?: là)?)$", "", before)
    found = re.search(r"(?:đ/c|đ/ c|\w+)$", before)
    if not found:
        return ""
    lead = _TITLES.get(found[0])
    if lead is None:
        is_part_of_name = glance.text[at - len(glance.before(at, _REACH)) + found.start()].isupper()
        is_role = found[0] in _ROLES and not (is_part_of_name and _is_inside(before, found.start()))
        return found[0] if is_role else ""
    return found[0] if before[: found.start()].rstrip().endswith(lead) else ""


def _is_inside(before: str, at: int) -> bool:
    """Whether a capital here stands within a sentence, as in a name."""
    return not is_at_start(before[:at])


def _is_person(glance: Glance, run: Run, title: str) -> bool:
    if not title:
        return is_bare_name(glance, run)
    has_surname = with_surname(run.syllables)
    if title in _PLAIN_ONLY:
        plain_name = run.syllables[0] in PLAIN_SURNAMES and len(run.syllables) > 1
        return plain_name or (glance.is_plain and run.syllables[0] not in _PLAIN_NOT_NAMES)
    if title in PERSONAL_ROLES and is_of_one_person(glance, run):
        return (
            not glance.before(run.start, _REACH)
            .rstrip(' “"')
            .endswith(("cá nhân", "tư nhân", "pháp nhân"))
        )
    if title == "tên" or (title in _ROLES and _IS_CALLED.search(glance.before(run.start, _REACH))):
        return is_of_one_person(glance, run, least=1)
    if title in TITLES and not (run.is_shouted and not has_surname):
        return _is_titled(glance, run, title, has_surname=has_surname)
    return is_bare_name(glance, run, is_expected=has_surname)


def _is_titled(glance: Glance, run: Run, title: str, *, has_surname: bool) -> bool:
    spoken = f"{title} {' '.join(run.syllables)}".casefold()
    is_moon = spoken == "chị hằng" and ("cuội" in glance.low or "trung thu" in glance.low)
    if spoken.startswith(LEGENDARY) or is_moon:
        return False
    if has_surname:
        return run.syllables[0] not in NOT_NAMES or len(run.syllables) > 2 or title in MINOR_TITLES  # noqa: PLR2004
    if run.syllables[0] in NOT_NAMES:
        return False
    at = glance.low.rfind(title, 0, run.start)
    before = glance.before(at, _REACH)
    is_capital = glance.text[at].isupper()
    return not _PLURAL.search(before) and (not is_capital or is_at_start(before))


def _sighted(glance: Glance, run: Run, title: str) -> Sighting:
    value = glance.text[run.start : run.end]
    after = glance.after(run.end, _REACH)
    before = glance.before(run.start, _MINOR_REACH)
    is_young = any(one.start() == 0 for one in glance.finds(_YOUNG, after))
    if title in TITLES and title not in MINOR_TITLES and title != "bạn":
        is_young = bool(_CHILD_OF_AGE.match(after))
    is_minor = title in MINOR_TITLES or is_young or any(glance.finds(MINOR_ROLES, before))
    kind = "titled" if title in _TITLES else "bare"
    return Sighting("BT508" if is_minor else "BT507", run.start, run.end, value, kind)
