"""Names of persons: after a title, after an office or a role, or by the surname alone."""

from collections.abc import Iterator

from generator.guard.names.name_starts import (
    ALL_ROLES,
    ALL_TITLES,
    MINOR_REACH,
    REACH,
    candidates,
    title_before,
    title_by_age,
)
from generator.guard.names.name_words import (
    LEGENDARY,
    MINOR_ROLES,
    MINOR_TITLES,
    NOT_NAMES,
    PERSONAL_ROLES,
    PLAIN_SURNAMES,
    PLURALS,
    TITLES,
    UPPER,
)
from generator.guard.names.proper_names import (
    NameRun,
    is_at_start,
    is_bare_name,
    is_of_one_person,
    run_at,
    with_surname,
)
from generator.guard.text.patterns import later
from generator.guard.text.plain_text import Glance, unaccented
from generator.guard.text.sighting import Sighting

_IS_TOLD = (
    r",? ?\(?(?:sinh|sn|SN|\d{1,2} tuổi|trú|ở (?:tổ|thôn|ngõ)|(?:đang |là )?học|lớp \d|trình báo"
    r"|gửi đơn|nộp đơn)"
)
_INITIALED = (
    rf"(?<![\w.])(?:[{UPPER}]\.){{2,3}}[{UPPER}][^\W\d_A-ZĐ]+"
    rf"|(?<![\w.])[HKYM]['’][{UPPER}][^\W\d_]+(?: [{UPPER}][^\W\d_]+)*"
)
_INITIALS = later(
    rf"{_INITIALED}"
    rf"|(?<=(?:tên|gọi) )(?:[{UPPER}]\.){{1,4}}"
    rf"|(?<![\w.])(?:[{UPPER}]\. ?){{1,4}}(?={_IS_TOLD})"
)
_AND = later(r"(?:,|;| và| cùng| với)+ ?")
_PLURAL = later(rf"(?<!\w)(?:{'|'.join(PLURALS)}) ?$")
_YOUNG = later(
    r"[”\"')*_.]*[^.!?\x00]{0,16}?[ ,(–-]+(?:là )?(?:[1-9]|1[0-7]|một|hai|ba|bốn|năm|sáu|bảy"
    r"|tám|chín|mười) tuổi|[”\"')]*[ ,(–-]*(?:là )?(?:đang )?(?:học sinh|học lớp|lớp \d"
    r"|lớp trưởng|trẻ em)"
)
_SMALL_LETTERS = later(
    rf"(?<!\w)(?:{'|'.join(sorted(name.lower() for name in PLAIN_SURNAMES))}) (?:van|thi"
    rf"|dinh|huu|duc|minh|ngoc) [a-z]{{2,}}"
    r"(?: [a-z]{2,})?(?= ?[,.;:)\n]|$)|(?<!\w)(?:nguyen|tran|pham|huynh|dang|bui"
    r"|hoang) (?:van|thi) [a-z]{2,}"
)
FORM_SIGNS = (
    later(_INITIALED),
    later(rf"(?:tên|gọi) [{UPPER}]\."),
    later(rf"(?<![\w.])(?:[{UPPER}]\. ?){{1,4}}{_IS_TOLD}"),
    _SMALL_LETTERS,
)
_CHILD_OF_AGE = later(r"[, (]+(?:[1-9]|1[0-7]) tuổi")
_NO_PERSON = later(r"(?:cá|tư|pháp) nhân [“\"]?$")
_IS_CALLED = later(r"(?<!\w)(?:tên|tên là) ?$")
PLAIN_ONLY = frozenset(map(unaccented, TITLES)) - frozenset(TITLES)
_PLAIN_NOT_NAMES = frozenset(map(unaccented, NOT_NAMES))


def names(glance: Glance) -> Iterator[Sighting]:
    """Every person's name; a minor's has the code of minors."""
    reached = minor_until = -1
    for at in candidates(glance):
        if at < reached:
            continue
        run = run_at(glance.text, at)
        by_age = title_by_age(glance, at)
        title = by_age or title_before(glance, at)
        title = "" if _is_other_word(glance, title, run) else title
        if not title and minor_until >= 0 and _AND.fullmatch(glance.text[minor_until:at]):
            title = "em"
        if run and (by_age or _is_person(glance, run, title)):
            reached = run.end
            seen = _sighted(glance, run, title)
            minor_until = reached if seen.code == "BT508" else -1
            yield seen
    yield from _by_form(glance)


def _by_form(glance: Glance) -> Iterator[Sighting]:
    """Initials, and names typed in small letters."""
    for found in _INITIALS.finditer(glance.text):
        run = NameRun(found.start(), found.end(), (found[0].strip(),))
        yield _sighted(glance, run, title_before(glance, run.start))
    for found in _SMALL_LETTERS.finditer(glance.text) if glance.is_plain else ():
        yield Sighting("BT507", found.start(), found.end(), found[0], "titled")


def _is_other_word(glance: Glance, title: str, run: NameRun | None) -> bool:
    """A title without its marks among words that have theirs: “be”, “co”."""
    is_plain = glance.is_plain or bool(run and run.syllables[0] in PLAIN_SURNAMES)
    return title in PLAIN_ONLY and not is_plain


def _is_person(glance: Glance, run: NameRun, title: str) -> bool:
    if not title:
        return is_bare_name(glance, run)
    has_surname = with_surname(run.syllables)
    if title in PLAIN_ONLY:
        plain_name = run.syllables[0] in PLAIN_SURNAMES and len(run.syllables) > 1
        return plain_name or (glance.is_plain and run.syllables[0] not in _PLAIN_NOT_NAMES)
    if title in PERSONAL_ROLES and is_of_one_person(glance, run):
        return not _NO_PERSON.search(glance.before(run.start, REACH))
    if title == "tên" or (
        title in ALL_ROLES and _IS_CALLED.search(glance.before(run.start, REACH))
    ):
        return is_of_one_person(glance, run, least=1)
    if title in TITLES and not (run.is_shouted and not has_surname):
        return _is_titled(glance, run, title, has_surname=has_surname)
    return is_bare_name(glance, run, is_expected=has_surname)


def _is_titled(glance: Glance, run: NameRun, title: str, *, has_surname: bool) -> bool:
    spoken = f"{title} {' '.join(run.syllables)}".casefold()
    is_moon = spoken == "chị hằng" and ("cuội" in glance.low or "trung thu" in glance.low)
    if spoken.startswith(LEGENDARY) or is_moon:
        return False
    if has_surname:
        return run.syllables[0] not in NOT_NAMES or len(run.syllables) > 2 or title in MINOR_TITLES  # noqa: PLR2004
    if run.syllables[0] in NOT_NAMES:
        return False
    at = glance.low.rfind(title, 0, run.start)
    before = glance.before(at, REACH)
    is_capital = glance.text[at].isupper()
    return not _PLURAL.search(before) and (not is_capital or is_at_start(before))


def _sighted(glance: Glance, run: NameRun, title: str) -> Sighting:
    value = glance.text[run.start : run.end]
    after = glance.after(run.end, REACH)
    before = glance.before(run.start, MINOR_REACH)
    is_young = any(one.start() == 0 for one in glance.finds(_YOUNG, after))
    if title in TITLES and title not in MINOR_TITLES and title != "bạn":
        is_young = bool(_CHILD_OF_AGE.match(after))
    is_minor = title in MINOR_TITLES or is_young or any(glance.finds(MINOR_ROLES, before))
    kind = "titled" if title in ALL_TITLES else "bare"
    return Sighting("BT508" if is_minor else "BT507", run.start, run.end, value, kind)
