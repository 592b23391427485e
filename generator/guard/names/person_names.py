"""Names of persons: after a title, an office or a role, or by the surname alone."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.guard.names.context_names import told_names
from generator.guard.names.name_starts import (
    ABROAD,
    ALL_ROLES,
    ALL_TITLES,
    MINOR_REACH,
    OWNER,
    REACH,
    candidates,
    title_before,
    title_by_age,
)
from generator.guard.names.name_words import (
    ALSO_NAMES,
    BIRTH_ORDER,
    HIGHLAND,
    LEGENDARY,
    MIDDLE_NAMES,
    MINOR_ROLES,
    MINOR_TITLES,
    NOT_NAMES,
    PERSONAL_ROLES,
    PLAIN_SURNAMES,
    PLURALS,
    ROLE_LEADS,
    TITLES,
    UPPER,
)
from generator.guard.names.proper_names import (
    NameRun,
    is_abroad_body,
    is_at_start,
    is_bare_name,
    is_foreign,
    is_known,
    is_named_after,
    is_of_one_person,
    is_of_other_thing,
    run_at,
    with_surname,
)
from generator.guard.names.short_names import children_in_file_names, short_names
from generator.guard.text.plain_text import Passage, split_words, unaccented
from generator.guard.text.sighting import Sighting

_IS_TOLD = (
    r",? ?\(?(?:sinh|sn|SN|\d{1,2} tuổi|trú|ở (?:tổ|thôn|ngõ)|(?:đang |là )?học|lớp \d|trình báo"
    r"|gửi đơn|nộp đơn)"
)
_INITIALED = (
    rf"(?<![\w.])(?!T\. ?[PTX]\.)(?:[{UPPER}]\. ?){{2,3}}[{UPPER}][^\W\d_A-ZĐ]+"
    rf"|(?<![\w.])(?:[HKYM]|Kh)['’][{UPPER}][^\W\d_]+(?: [{UPPER}][^\W\d_]+)*"
)
# The same and initials alone; a capital comes first, so that the search for it is fast.
_INITIALS = lazy_regex(
    rf"[{UPPER}](?:(?<![\w.].)(?:(?!(?<=T)\. ?[PTX]\.)\. ?(?:[{UPPER}]\. ?){{1,2}}"
    rf"[{UPPER}][^\W\d_A-ZĐ]+"
    rf"|(?:(?<=[HKYM])|(?<=K)h)['’][{UPPER}][^\W\d_]+(?: [{UPPER}][^\W\d_]+)*"
    rf"|\. ?(?:[{UPPER}]\. ?){{0,3}}(?={_IS_TOLD}))"
    rf"|(?<=(?:tên|gọi) .)\.(?:[{UPPER}]\.){{0,3}})"
)
_NEXT_WORD, _REACH_AFTER, _REACH_BEFORE = 12, 72, 48
_AND = lazy_regex(r"(?:,|;| và| cùng| với)+ ?")
_PLURAL = lazy_regex(rf"(?<!\w)(?:{'|'.join(PLURALS)}) ?$")
_CLOSED = r"[”\"')*_.]*"
_AGE_OF_CHILD = (
    r"(?:(?:(?:[1-9]|1[0-7])(?:, | và ))*(?:[1-9]|1[0-7]|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
    r"(?: tháng)?|[1-3]\d tháng) tuổi"
    r"|(?:[1-9]|1[0-7])t(?!\w)"
)
# What follows the name of a child; between them nobody else, such as a mother or a teacher.
_YOUNG = lazy_regex(
    rf"{_CLOSED}[^.!?\x00]{{0,16}}?[ ,(–-]+(?:là )?(?:{_AGE_OF_CHILD})"
    rf"|{_CLOSED}[ ,(–-]+con (?:trai |gái )?(?:của )?(?:ông|bà|anh|chị)[^.;\n\x00]{{0,30}}"
    rf"(?:{_AGE_OF_CHILD})"
    r"|[ ,(]{1,2}20(?:09|1\d|2\d)\)"
    rf"|{_CLOSED}[ ,(|–-]*(?:(?!mẹ|bố|cha|má|ông|bà|chủ|giáo|cô|thầy|dạy|phụ|con|của|trưởng|anh|chị"
    r"|phó|cho|với|và|gửi|thăm)\w+[ ,(–-]+){0,4}(?:học sinh|học lớp|học trường"
    r"|lớp (?:\d|lá|chồi|mầm|trưởng)|trẻ em|học (?:tiểu học|thcs|thpt))"
    rf"|{_CLOSED}[ ,(–-]*(?:sinh(?: năm| ngày)?|sn|ngày sinh)[: ]*[\d/. -]{{0,8}}20(?:09|[12]\d)"
    # The class right after the name: “bạn Minh Đức 5C”, “| 5A | Tiểu học …”.
    r"|[ (]{1,2}(?:1[0-2]|[1-9]) ?[a-eghik]\d{0,2}(?=[,;.)]|$)"
    r"|[ |,;(–-]{1,3}(?:1[0-2]|[1-9])(?: ?[a-eghikm]\d{0,2}|[/.-]\d{1,2})[ |,;)–-]{1,3}"
    r"(?:trường |th |tiểu học|thcs|thpt|trung học|ptdt|phổ thông)"
)
_LISTED_MINORS = lazy_regex(
    r"(?<!phụ huynh )(?<!cha mẹ )(?<!\w)(?:học sinh|các em|các cháu|các bạn|đội viên|thiếu nhi"
    r"|học trò|thí sinh nhỏ tuổi)(?! sinh viên)[^.;\n\x00]{0,50}(?::|(?<!\w)gồm|nhất là) ?$"
    r"|(?:^|[.;\n] ?)lớp \d{1,2}\w*: ?$"
)
# “Thủ khoa lớp 10: …”, “cầu thủ U11 …”; not “giáo viên lớp 3A …”.
_OF_CLASS = lazy_regex(r"(?<!\w)(?:lớp (?:1[0-2]|[1-9])(?: ?[a-k]\d?)?|u(?:[6-9]|1[0-7])) ?:? ?$")
_OF_ADULT = lazy_regex(
    r"(?<!\w)(?:giáo viên|cô|thầy|chủ nhiệm|gvcn|dạy|phụ huynh|mẹ|bố|ba|huấn luyện viên|hlv)(?!\w)"
)
_OF_MINORS = lazy_regex(r"học sinh|(?<!\w)(?:trẻ|cháu|em|đội viên|thiếu nhi|con)(?!\w)")
_SMALL_LETTERS = lazy_regex(
    rf"(?<!\w)(?!dinh van hoa|tu van|cong van|do thi (?:moi|xanh|hoa|va|trung))"
    rf"(?:{'|'.join(sorted(name.lower() for name in PLAIN_SURNAMES))}) (?:van|thi"
    rf"|dinh|huu|duc|minh|ngoc) [a-z]{{2,}}"
    r"(?: [a-z]{2,})?(?= ?[,.;:)\n]|$| (?:xin|nop|gui|nhan|ky|sinh|tru)(?!\w))"
    r"|(?<!\w)(?:nguyen|tran|pham|huynh|dang|bui"
    r"|hoang) (?:van|thi) (?!rang|la |cua |nhu )[a-z]{2,}"
)
# “K'Rông Nô”, “Đắk R'Lấp”, “Cư M'gar” are places.
_HIGHLAND_PLACE = lazy_regex(r"k['’](?:r[oô]ng|bang|dang|ning)|m['’]d|h['’](?:bông|leo)")
_LEADS_PLACE = lazy_regex(r"(?<!\w)(?:ea|ia|cư|chư|đắk|đăk|dak|krông|đạ|đam|yang|kon|plei|bon) $")
# “Jean-Luc Moreau, đại diện nhà tài trợ”
_FOREIGN = r"[A-Z][a-z]+(?:-[A-Za-z][a-z]+)?"
_FOREIGN_TOLD = lazy_regex(
    rf"(?<![\w-])(?P<name>{_FOREIGN}(?: {_FOREIGN}){{1,3}}),? \(?(?:đại diện|chuyên gia|trưởng"
    rf"|phó|điều phối"
    r"|giám đốc|chủ tịch|kỹ sư|tình nguyện viên|giáo viên|quản lý|thành viên|du khách|công dân"
    r"|quốc tịch|người (?:Anh|Pháp|Mỹ|Đức|Nga|Nhật|Hàn|Úc|Ý|Lào|Thái|Hà Lan|Ấn|Trung Quốc)"
    r"|\d\d tuổi"
    r"|cố vấn|nhà (?:nghiên cứu|báo|khoa học)|bác sĩ|tiến sĩ|giáo sư|hộ chiếu|passport|sinh năm)"
)
# “Dạ em là …”: one who says this is grown up.
_INTRODUCES = lazy_regex(
    r"(?<!\w)(?:dạ|thưa[^.;:\n]{0,24}|alo|chào[^.;:\n]{0,24}|kính gửi[^.;:\n]{0,32}),?"
    r" (?:em|cháu|con) (?:tên(?: là)?"
    r"|là) $"
)
# “GIÀ LÀNG SIU BLAO PHÁT BIỂU”: in capitals only a syllable of another language shows the name.
_SHOUTED_ROLE = lazy_regex(
    r"(?<!\w)(?:GIÀ LÀNG|NGHỆ NHÂN|TRƯỞNG (?:BUÔN|BẢN|THÔN|LÀNG|BON)|THẦY CÚNG) "
    rf"(?P<name>[{UPPER}]+ [{UPPER}]{{1,6}})(?!\w)"
)
_SHOUTED_WORDS = frozenset(
    word.encode() for word in ("LÀNG", "NHÂN", "TRƯỞNG", "CÚNG", "LANG", "NHAN", "TRUONG", "CUNG")
)
FORM_SIGNS = (
    _SHOUTED_ROLE,
    _FOREIGN_TOLD,
    lazy_regex(_INITIALED),
    lazy_regex(rf"(?:tên|gọi) [{UPPER}]\."),
    lazy_regex(rf"(?<![\w.])(?:[{UPPER}]\. ?){{1,4}}{_IS_TOLD}"),
    _SMALL_LETTERS,
)
_CHILD_OF_AGE = lazy_regex(r"[, (]+(?:[1-9]|1[0-7]) tuổi")
_NO_PERSON = lazy_regex(r"(?:(?:cá|tư|pháp) nhân|cờ tướng) [“\"]?$")
_IS_CALLED = lazy_regex(r"(?<!\w)(?:tên|tên là) ?$")
PLAIN_ONLY = frozenset(map(unaccented, TITLES)) - frozenset(TITLES)
_RANK = lazy_regex(
    r"(?<!\w)(?:bác sĩ|y sĩ|y tá|luật sư|(?:thiếu|trung|thượng|đại) (?:úy|uý|tá)|mục sư|ni sư) $"
)
_SUBJECTS = frozenset(
    split_words("Đa Gia Nội Ngoại Sản Nhi Răng Khoa Thú Tai Mắt Da Tim Chuyên Đông Phụ Y Quân")
)
_PLAIN_LEGENDARY = tuple(map(unaccented, LEGENDARY))
_PLAIN_ALSO_NAMES = {unaccented(name): unaccented(ALSO_NAMES[name]) for name in ALSO_NAMES}
_PLAIN_NOT_NAMES = frozenset(map(unaccented, NOT_NAMES))


def names(passage: Passage) -> Iterator[Sighting]:
    """Every name of a person; the name of a minor has the code BT508."""
    for start, end in children_in_file_names(passage):
        yield Sighting("BT508", start, end, passage.text[start:end], "bare")
    reached = minor_until = -1
    for at in candidates(passage):
        if at < reached:
            continue
        run = run_at(passage.text, at)
        by_age = title_by_age(passage, at)
        title = by_age or title_before(passage, at)
        title = "" if _is_other_word(passage, title, run) else title
        if not title and minor_until >= 0 and _AND.fullmatch(passage.text[minor_until:at]):
            title = "em"
        if run and (by_age or _is_from_abroad(passage, run) or _is_person(passage, run, title)):
            reached = run.end
            sighting = name_sighting(passage, run, title)
            minor_until = reached if sighting.code == "BT508" else -1
            yield sighting
        elif run and is_of_other_thing(passage, run):
            reached = run.end
    yield from _names_by_form(passage)


def _names_by_form(passage: Passage) -> Iterator[Sighting]:
    """Initials, names of other languages, and names in file names and in small letters."""
    for match in _INITIALS.finditer(passage.text):
        run = NameRun(match.start(), match.end(), (match[0].strip(),))
        if not _is_highland_place(passage, run):
            yield name_sighting(passage, run, title_before(passage, run.start))
    yield from _names_of_other_languages(passage)
    for code, start, end in short_names(passage):
        yield Sighting(code, start, end, passage.text[start:end], "bare")
    for told, title in told_names(passage):
        yield name_sighting(passage, told, title)
    for match in _SMALL_LETTERS.finditer(passage.text) if passage.is_plain else ():
        yield Sighting("BT507", match.start(), match.end(), match[0], "titled")


def _names_of_other_languages(passage: Passage) -> Iterator[Sighting]:
    """A name that its syllables show, before what the person is or after a role in capitals."""
    matches = list(_FOREIGN_TOLD.finditer(passage.text))
    if not passage.words.isdisjoint(_SHOUTED_WORDS):
        matches += passage.matches(_SHOUTED_ROLE, passage.text)
    for match in matches:
        run = NameRun(*match.span("name"), tuple(re.findall(r"[^\s-]+", match["name"])))
        is_shouted = match[0].isupper()
        is_highland = is_shouted and run.syllables[0] in HIGHLAND
        is_person = is_shouted or is_of_one_person(passage, run)
        if is_highland or (is_foreign(run) and is_person):
            yield Sighting("BT507", run.start, run.end, match["name"], "bare")


def _is_highland_place(passage: Passage, run: NameRun) -> bool:
    if passage.text[run.start + 1] not in "'’":
        return False
    return (
        _HIGHLAND_PLACE.match(passage.low, run.start) is not None
        or _LEADS_PLACE.search(passage.before(run.start, REACH)) is not None
        or is_named_after(passage, run)
    )


def _is_other_word(passage: Passage, title: str, run: NameRun | None) -> bool:
    """Whether the title is another word: “be”, “co” without marks in a text with marks."""
    is_plain = passage.is_plain or bool(run and run.syllables[0] in PLAIN_SURNAMES)
    return title in PLAIN_ONLY and not is_plain


def _is_from_abroad(passage: Passage, run: NameRun) -> bool:
    is_led = bool(ABROAD.search(passage.before(run.start, REACH))) and is_foreign(run)
    return is_led and is_of_one_person(passage, run)


def _is_person(passage: Passage, run: NameRun, title: str) -> bool:
    if not title:
        return is_bare_name(passage, run)
    has_surname = with_surname(run.syllables)
    if title in PLAIN_ONLY:
        plain_name = run.syllables[0] in PLAIN_SURNAMES and len(run.syllables) > 1
        plain_name = plain_name and not is_named_after(passage, run)
        plain_name = plain_name or (run.is_shouted and is_bare_name(passage, run))
        return plain_name or (passage.is_plain and _is_named_without_marks(passage, run, title))
    before = passage.before(run.start, REACH)
    if title == "tên" or (title in ALL_ROLES and _IS_CALLED.search(before)):
        return is_of_one_person(passage, run, least=1)
    is_of_one = title in PERSONAL_ROLES | ROLE_LEADS.keys() and not _NO_PERSON.search(before)
    if is_of_one and (is_of_one_person(passage, run) or _is_called_by_rank(passage, run)):
        return True
    if title in TITLES and not (run.is_shouted and not has_surname):
        return _is_titled(passage, run, title, has_surname=has_surname)
    is_full = title != OWNER or len(run.syllables) > 2  # noqa: PLR2004  “chủ vườn An Phú”
    return is_bare_name(passage, run, is_expected=has_surname and is_full)


def _is_called_by_rank(passage: Passage, run: NameRun) -> bool:
    """“Bác sĩ Quyền”, not “bác sĩ Đa khoa”."""
    is_ranked = bool(_RANK.search(passage.before(run.start, REACH)))
    return is_ranked and len(run.syllables) == 1 and run.syllables[0] not in NOT_NAMES | _SUBJECTS


def _is_named_without_marks(passage: Passage, run: NameRun, title: str) -> bool:
    """“chi Hoa”, but not “Ba Ria”, “ong D110” or “phan anh: Xe …”."""
    is_word = run.syllables[0] in _PLAIN_NOT_NAMES and not _is_given_name(passage, run)
    is_word = is_word or run.syllables[0] in ("Ong", "Ba")  # “Cau Ong Lanh”
    is_beside = (
        passage.text[run.start - 1 : run.start] == " "
        and passage.text[run.start - 2 : run.start - 1].isalpha()
    )
    is_number = passage.text[run.end : run.end + 1].isdigit() or run.is_shouted
    is_legend = f"{title} {' '.join(run.syllables)}".casefold().startswith(_PLAIN_LEGENDARY)
    is_other = is_word or is_number or is_legend or not is_beside
    return not is_other and _is_free_title(passage, run, title)


def _is_free_title(passage: Passage, run: NameRun, title: str) -> bool:
    """Whether the title is not plural and no part of the name of a place: “Bà Rịa”."""
    at = passage.low.rfind(title, 0, run.start)
    before = passage.before(at, REACH)
    return not _PLURAL.search(before) and (not passage.text[at].isupper() or is_at_start(before))


def _is_titled(passage: Passage, run: NameRun, title: str, *, has_surname: bool) -> bool:
    spoken = f"{title} {' '.join(run.syllables)}".casefold()
    is_moon = spoken == "chị hằng" and ("cuội" in passage.low or "trung thu" in passage.low)
    is_full_name = has_surname and len(run.syllables) > 2 and run.syllables[1] in MIDDLE_NAMES  # noqa: PLR2004
    if (
        is_moon
        or is_abroad_body(run)
        or (spoken.startswith(LEGENDARY) and (not is_full_name or is_known(run)))
    ):
        return False
    if has_surname and not (run.syllables[0] in BIRTH_ORDER and len(run.syllables) > 1):
        return run.syllables[0] not in NOT_NAMES or len(run.syllables) > 2 or title in MINOR_TITLES  # noqa: PLR2004
    if run.syllables[0] in NOT_NAMES and not _is_given_name(passage, run):
        return False
    return _is_free_title(passage, run, title)


def _is_given_name(passage: Passage, run: NameRun) -> bool:
    """“chị Liên gọi”, not “anh Liên đoàn trưởng”."""
    others = (_PLAIN_ALSO_NAMES if passage.is_plain else ALSO_NAMES).get(run.syllables[0])
    rest = passage.low[run.start + len(run.syllables[0]) :][:_NEXT_WORD]
    return others is not None and not re.match(rf" (?:{others})(?!\w)", rest)


def name_sighting(passage: Passage, run: NameRun, title: str) -> Sighting:
    value = passage.text[run.start : run.end]
    is_boy = title != "cu" or not passage.is_plain  # without marks it may be “cụ”
    is_titled = title in MINOR_TITLES and is_boy
    is_titled = is_titled and not _INTRODUCES.search(passage.before(run.start, _REACH_BEFORE))
    is_minor = is_titled or _is_young(passage, run, title)
    kind = "titled" if title in ALL_TITLES else "bare"
    return Sighting("BT508" if is_minor else "BT507", run.start, run.end, value, kind)


def _is_young(passage: Passage, run: NameRun, title: str) -> bool:
    """Whether the words around a name say that it is a minor’s."""
    after = passage.after(run.end, _REACH_AFTER)
    if title in TITLES and title not in MINOR_TITLES and title != "bạn":
        is_young = bool(_CHILD_OF_AGE.match(after))
    else:
        is_young = passage.begins(_YOUNG, after)
    before = passage.before(run.start, MINOR_REACH)
    is_led = any(passage.matches(MINOR_ROLES, before)) or any(
        passage.matches(_LISTED_MINORS, before)
    )
    is_of_class = not title or title not in TITLES
    is_of_class = is_of_class and any(passage.matches(_OF_CLASS, before))
    is_led = is_led or (is_of_class and not any(passage.matches(_OF_ADULT, before)))
    return is_young or is_led or _is_listed_minor(passage, run)


def _is_listed_minor(passage: Passage, run: NameRun) -> bool:
    """Whether a table names pupils: by its heading, or by a column “Lớp”."""
    cell = passage.cell(run.start)
    return cell is not None and (
        "lớp" in cell.headings or any(passage.matches(_OF_MINORS, cell.heading))
    )
