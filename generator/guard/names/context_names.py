"""Names that only what stands beside them shows: an identity number, a birth, a label, a title.

Surname and letters may be anything here: rare surnames, capitals, small letters without marks.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from generator.base.lazy_regex import lazy_regex
from generator.guard.names.name_words import (
    DEEDS,
    HIGHLAND_SURNAMES,
    NOT_NAMES,
    OFFICE_WORDS,
    PLAIN_MIDDLE_NAMES,
    STRONG_SURNAMES,
    SURNAMES,
    UPPER,
)
from generator.guard.names.plain_words import (
    ALSO_PLAIN_WORDS,
    FUNCTION_WORDS,
    GIVEN_NAMES,
    PLAIN_TITLES,
    SURE_SURNAMES,
)
from generator.guard.names.proper_names import (
    SYLLABLE,
    NameRun,
    is_abroad_body,
    is_acronym_within,
    is_known,
    is_named_after,
)
from generator.guard.text.plain_text import Passage, split_words, unaccented, word_forms
from generator.guard.text.wide_patterns import START_OF_LETTERS

# What only a person has, right after the name.
_SIGN = (
    r"[ ,;:(|–-]{1,4}(?:(?:có |mang |số |thẻ )?(?:cccd|cmnd|cmt|cmtnd|căn cước|định danh|đdcn"
    r"|hộ chiếu|gplx|bhyt|bhxh)"
    r"|(?:sinh|sn|ns|s/n|s\.n\.?|n\.s\.?|ntns|dob)[ .:]{0,2}(?:(?:năm|ngày|tháng)[ :]|\d)"
    r"|ngày(?:,? tháng)?(?:,? năm)? sinh(?!\w)|năm sinh(?!\w)"
    r"|\d{1,3} tuổi|(?:học )?lớp (?:\d{1,2}|lá|chồi|mầm)"
    r"|(?:thường trú|tạm trú|cư trú|trú|ngụ|hiện ở|ở) (?:tại|tổ|ấp|thôn|khóm|khu|số|bản|xóm|buôn)"
    r"|quê (?:quán|ở|:)|dân tộc:? \w"
    r"|(?:stk|số tk|tk|tài khoản|số tài khoản|mst|[a-z]{2,7}bank|bidv|vcb|mb|acb)[ :]{1,3}\d"
    r"|(?:sđt|đt|điện thoại|đtdđ|tel)[ .:]{1,3}[+(]?\d|\d{8,})"
)
_FIRST = rf"[{UPPER}](?<![\w'’].)(?:['’][{UPPER}]?)?[^\W\d_]*(?:-[a-z]{{2,6}}(?![^\W_]))?"
_TOLD = lazy_regex(rf"(?P<name>{_FIRST}(?:[ -]{SYLLABLE}){{1,4}})(?=(?i:{_SIGN}))")
_HAS = lazy_regex(_SIGN)
_BORDER = lazy_regex(r"(?:^|[\n\x00|:;,(“\"•*–—-]|\d[.)/]|(?<!\w)(?:và|gồm|với|cho|của|là|tên)) ?$")
# “Người liên hệ: …”, “Chủ tài khoản: …”: the label says that a person follows.
_COLON = lazy_regex(rf": ?[“\"]?(?=[{UPPER}])")
_LABEL = lazy_regex(
    r"(?<!\w)(?:người|chủ(?! đề| đầu| trương| yếu| trì)|bệnh nhân|học sinh|thí sinh|công dân"
    r"|họ(?: và|,)?(?: chữ đệm| chữ lót|,)*(?: và)? tên|họ tên|tên(?= ?$)|tên (?:người|chủ)"
    r"|ứng viên|ứng cử viên|lao động|đại diện|liên hệ|phụ trách|tác giả|thủ quỹ|kế toán"
    r"|trưởng \w+|phó \w+|thợ \w+|tài xế|lái xe|bố|mẹ|vợ|chồng|con|cha|thư ký|thành viên"
    r"|tổ trưởng|tổ phó|ông/bà|ông \(bà\)|ông, bà|cán bộ|nhân viên|hội viên|đảng viên|đoàn viên"
    r"|nạn nhân|nhân chứng|ảnh|tin, bài|tin và ảnh|bài|thực hiện"
    r"|biên tập)(?: [a-zà-ỹđ,/]+){0,6} ?(?:\([^)]{0,20}\))? ?$"
)
_RUN = lazy_regex(rf"{SYLLABLE}(?:[ -]{SYLLABLE}){{1,4}}(?= ?(?:[,;.(|\n\x00–—”\"-]|$))")
_LONGEST_NAME, _LONGEST_LABEL = 48, 64
# “Công ty TNHH Xây lắp Hoàng Long, MST …”
_BODY = lazy_regex(
    r"(?<!\w)(?:công ty|tnhh|htx|hợp tác xã|doanh nghiệp|dntn|xí nghiệp|chi nhánh|cửa hàng|tập đoàn"
    r"|trường|quỹ|ngân hàng|cơ sở|hộ kinh doanh)(?:(?! của| do| ông| bà)[^,.;:\n]){0,32}$"
)
_FEWEST, _MOST = 2, 4
# “em danh thanh phuc hoc lop …”: small letters without marks.
_SMALL_SURNAMES = {unaccented(name).lower() for name in SURNAMES if name.isalpha()}
_SMALL_SURNAME = "|".join(sorted(_SMALL_SURNAMES - {"la", "va", "thi", "van", "da", "co"}))
_SMALL_NAME = rf"(?P<name>(?:{_SMALL_SURNAME})(?: [a-z]+){{1,3}})"
_SMALL_TITLED = lazy_regex(rf"(?<!\w)(?P<title>{PLAIN_TITLES}):? (?={_SMALL_NAME})")
# “vàng a sình mượn bình phun”: small letters with marks.
_MARKED_SURNAMES = (
    "nguyễn|trần|phạm|huỳnh|đặng|bùi|trịnh|đinh|phùng|giàng|vàng|sùng|thào|mùa|lò|lường|quàng|hạng|vừ"
    "|lầu|cứ|hờ|tẩn|phàn|chảo|triệu|nông|hoàng|võ|đỗ|ngô|lê"
)
_SMALL_MARKED = lazy_regex(
    rf"(?<![\w-])(?:{_MARKED_SURNAMES})"
    r" (?:văn (?!hóa|hoá|bản|phòng|nghệ|minh)|thị (?!trường|trấn|xã|thành)|a|seo|láo)"
    r" ?[a-zà-ỹđ]{2,}(?!\w)"
)
# “chị út mén nói”, “bác hai lúa cho mượn máy”: the order of birth and what one is called.
_CALLED_BY_ORDER = lazy_regex(
    r"(?<!\w)(?:ông|bà|anh|chị|cô|chú|bác|cậu|dì|mợ|thím|dượng) (?:hai|ba|tư|năm|sáu|bảy|tám|chín"
    r"|mười|út) (?!(?:lần|người|ngày|tháng|năm|nay|ngoái|tuổi|con|cái|bên|vợ|chồng|nhà|xã|thôn|tổ"
    r"|giờ|phút|đồng|triệu|phần|em|chị|anh|vấn|pháp|nhân|thục|tưởng|trang|tay|chân|mắt|đứa|bà|ông"
    r"|cô|phường|ấp|chiếc|chục|trăm|mươi|nghìn|đều|cùng|cũng|trong|vừa|được|là|có|ở)(?!\w))"
    r"(?P<name>[a-zà-ỹđ]+)(?= (?P<deed>\w+)| ?[,.:;!?)]|$)"
)
# “học sinh tống gia bảo lớp 5b”
_SMALL_AND_MARKED = lazy_regex(
    r"(?<!\w)(?:học sinh|hs|em|cháu|bé|anh|chị|ông|bà|cô|chú|bác|cụ|tên|tên là|hộ|chủ hộ) "
    r"(?P<name>[a-zà-ỹđ]+(?: [a-zà-ỹđ]+){1,3})"
)
_CLEAR_MARKED = frozenset(
    split_words(
        "nguyễn trần phạm huỳnh đặng bùi trịnh đinh phan ngô lê vũ võ đỗ trương hoàng lý tô giàng"
        " sùng thào vừ lò quàng triệu châu dương tống nghiêm khuất"
    )
)
_ROLE_AND_GIVEN = lazy_regex(
    r"(?<!\w)(?i:ke toan|bac s[yi]|y s[yi]|thu quy|thu kho|co giao|thay giao|truong thon|to truong"
    r"|to pho|bi thu|van thu|bao ve|tai xe|lai xe"
    r"|dong chi) (?P<name>(?P<given>[A-Z][a-z]+))(?! ?[A-Z\d])(?!\w)"
)
_PLAIN_LETTER = lazy_regex(
    r"(?<![\w.,/-])(?<!min )(?<!lop )(?<!khu )a (?P<name>(?P<given>[A-Z][a-z]+))(?![\w-])"
)
_PLAIN_HIGHLAND = lazy_regex(
    r"(?<![\w-])(?P<name>(?:giang|vang|sung|thao|ly|mua|lau|trang) (?:a|seo) [a-z]{2,})(?!\w)"
)
# “co bay hien”: the order of birth and the given name.
_ORDERED = lazy_regex(
    r"(?<!\w)(?:ong|bac|cau|di|chu|co|anh|chi|ba) (?P<name>(?:ut|bay|sau|tam"
    r"|chin) (?P<given>[a-z]+))(?!\w)"
)
_SURE_GIVEN = GIVEN_NAMES - frozenset(
    split_words(
        "nam ngay thang nguoi ho lan dan duong so to phan tang tuyen truong dong ban lo cong giao"
        " hai ba tu sau khu diem cau tan muoi nhan doan vien lien nha que tinh xuan"
    )
)
_SMALL_BEFORE = lazy_regex(rf"(?<![\w-]){_SMALL_NAME}$")
_MIDDLE = frozenset(name.lower() for name in PLAIN_MIDDLE_NAMES)
_KNOWN = SURNAMES | frozenset(map(unaccented, SURNAMES))
_HOURS = frozenset(split_words("Sáng Trưa Chiều Tối Đêm Ngày Thứ Sang Trua Chieu Toi Dem Ngay Thu"))
_NO_PART = _HOURS | NOT_NAMES | OFFICE_WORDS | frozenset(map(unaccented, NOT_NAMES | OFFICE_WORDS))


# “Người giao: Thông.”: after such a label a single word is a name.
_SURE_LABEL = lazy_regex(
    r"(?<!\w)(?:người|bên|thủ|trực|lao động|nhân viên|cán bộ|họ tên|tên|khách|chủ|tổ trưởng|tổ phó"
    r"|trưởng nhóm|phó nhóm|thư ký|kế toán|bảo vệ|lái xe|tài xế|phụ trách|đại diện|liên hệ)"
    r"(?: [a-zà-ỹđ]+){0,4} ?$"
)
_GIVEN = rf"[{UPPER}][a-zà-ỹđ]+"
_ONE_WORD = lazy_regex(rf"{_GIVEN}(?= ?(?:[,;.(|\n\x00–—-]|$))")
# “c Thắm ơi”, “bàn a Quyết”: titles of one letter, as in messages; not “khu a Đông”.
_LETTER_TITLE = lazy_regex(
    rf"[aceboô] (?<![^\s(“\"]..)(?P<name>{_GIVEN}(?: {_GIVEN}){{0,3}})(?!\w)"
)
_LETTERED = lazy_regex(
    r"(?<!\w)(?:lớp|khu|tổ|nhà|lô|mục|điểm|khoản|phần|phụ lục|loại|hạng|vitamin|gan|tòa|toà|nhóm"
    r"|dãy|khối|ca|đội|câu|kho|bên|cấp|bảng|tuyến|block|\d+) $"
)
# “Phân công ca C: Dũng – cổng, Kiệt – kho”: who has which duty.
_DUTY = lazy_regex(r"(?<!\w)(?:phân công|lịch trực|trực|kíp|ca)(?: \w+){0,4} ?$")
# “Vắng: Páo, Dở, Chư.”: two single names or more.
_MEMBERS = lazy_regex(
    r"(?<!\w)(?:vắng|có mặt|thành phần|danh sách|đội|nhóm|tổ|đi cùng|tham gia"
    r"|gồm)(?: [\w ]{1,20})? ?$"
)
_SINGLE_NAMES = lazy_regex(
    rf"{_GIVEN}(?: {_GIVEN}){{0,2}}(?:(?:, | và ){_GIVEN}(?: {_GIVEN}){{0,2}})+(?= ?[.;(\n]|$)"
)
# “Gửi Hà: …”, “nhờ Quỳnh VP gọi lại”
_ADDRESSED = lazy_regex(
    rf"(?<!\w)(?i:gửi|nhờ|nhắn|cảm ơn|cám ơn) (?P<name>{_GIVEN}(?: {_GIVEN})?)(?= VP| ơi|:|,"
    rf"| (?:giúp|gọi"
    r"|in|nhé|nha|làm|soạn|chuyển|ký|mang|kiểm|đã|vì|xem|sửa))"
)
_HAS_DUTY = lazy_regex(
    rf"(?P<name>{_GIVEN}(?: {_GIVEN}){{0,2}})"
    r"(?: ?[–:(-] ?[a-zà-ỹđ][^,;.\n\x00]{0,30})?(?:[,;] ?| và |(?=[.\n\x00]|$))"
)
# “Con nghiện Tèo”, “chủ nợ Phượng”
_CALLED = lazy_regex(
    r"(?<!\w)(?i:con nghiện|chủ nợ|chủ hụi|ông trùm|bà trùm|nghi phạm|bị can|bị cáo|tên trộm)"
    rf" (?P<name>{_GIVEN}(?: {_GIVEN})?)"
)
_LEADS = word_forms(
    ("gửi", "nhờ", "nhắn", "ơn", "nghiện", "nợ", "hụi", "trùm", "phạm", "can", "cáo", "trộm")
)
_SIGN_WORDS = (
    "(?:(?:có|mang|số|thẻ) ){0,1}(?:cccd|cmnd|cmt|căn cước|định danh|đdcn|hộ chiếu|gplx|bhyt|bhxh)"
    r"|(?:sinh|sn|ns|s/n|s\.n|n\.s|ntns|dob)[ .:]*(?:năm|ngày|tháng|\d)"
    r"|ngày(?: sinh|,? tháng|,? năm)|năm sinh|\d+ tuổi|(?:học ){0,1}lớp (?:\d|lá|chồi|mầm)"
    "|(?:thường trú|tạm trú|cư trú|trú|ngụ|hiện ở|ở) (?:tại|tổ|ấp|thôn|khóm|khu|số|bản|xóm|buôn)"
    "|quê (?:quán|ở|:)|dân tộc"
    r"|(?:số tk|stk|tk|số tài khoản|tài khoản|mst|[a-z]+bank|bidv|vcb|mb|acb)[ :]+\d"
    r"|(?:sđt|đt|điện thoại|đtdđ|tel)[ .:]+[+(]?\d|\d{8,}"
)
_LABEL_WORDS = (
    "người|chủ|bệnh nhân|học sinh|thí sinh|công dân|tên|ứng viên|ứng cử viên|lao động|đại diện"
    "|liên hệ|phụ trách|tác giả|thủ|kế toán|trưởng|phó|thợ|tài xế|lái xe|bố|mẹ|vợ|chồng|con|cha"
    "|thư ký|thành viên|ông|cán bộ|nhân viên|hội viên|đảng viên|đoàn viên|nạn nhân|nhân chứng"
    "|ảnh|tin|bài|thực hiện|biên tập|bên|trực|khách|phân công|kíp|ca|vắng|có mặt|thành phần"
    "|danh sách|đội|nhóm|tổ|đi cùng|tham gia|gồm"
)
# Nearly without repetitions, so that the engine has few states: a capital before a sign of a person
# or after a label, a title of one letter; in small letters a sign, or a title and a surname.
_SMALL_MARKED_SURNAMES = "|".join(sorted(_CLEAR_MARKED))
TOLD_SIGNS = (
    rf"[{UPPER}][^\s.-]*[ ,;:(|–-]+(?i:{_SIGN_WORDS})",
    rf"{START_OF_LETTERS}(?i:{_LABEL_WORDS})(?: [^:\n]*)?: ?[“\"]?[{UPPER}]",
    rf"(?i:gửi|nhờ|nhắn|ơn|con nghiện|chủ nợ|hụi|trùm|nghi phạm|bị can|bị cáo|tên trộm) [{UPPER}]",
    rf"(?:^|[\s(“\"])[aceboô] [{UPPER}]",
    rf"(?:{_MARKED_SURNAMES}) (?:văn|thị|a|seo|láo) ",
    r"(?:ông|bà|anh|chị|cô|chú|bác|cậu|dì|mợ|thím|dượng) (?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười|út)"
    r" \pL",
    r"(?:sinh|hs|em|cháu|bé|anh|chị|ông|bà|cô|chú|bác|cụ|tên|là|hộ)"
    rf" (?:{_SMALL_MARKED_SURNAMES}) \pL",
)
PLAIN_TOLD_SIGNS = (
    rf"[a-z][ ,;:(|-]+(?i:{unaccented(_SIGN_WORDS)})",
    r"(?:^|\s)a [A-Z][a-z]",
    r"(?:giang|vang|sung|thao|ly|mua|lau|trang) (?:a|seo) [a-z]",
    r"(?:ong|bac|cau|di|chu|co|anh|chi|ba) (?:ut|bay|sau|tam|chin) [a-z]",
    r"(?i:toan|s[yi]|quy|kho|giao|thon|truong|pho|thu|ve|xe|chi) [A-Z][a-z]",
    rf"(?:{PLAIN_TITLES}):? (?:{_SMALL_SURNAME}) [a-z]",
)


def told_names(passage: Passage) -> Iterator[tuple[NameRun, str]]:
    """Each name and its title: before a sign of a person, after a label, or in small letters."""
    for match in passage.matches(_TOLD, passage.text):
        run = _from_surname(passage, _run_of(match.start(), match["name"]))
        if run and _is_person(passage, run):
            yield run, ""
    for colon in _COLON.finditer(passage.text):
        yield from _after_colon(passage, colon)
    if passage.is_plain:
        yield from _small_names(passage)
    else:
        yield from _small_marked_names(passage)
        yield from _after_letters(passage)


def _small_marked_names(passage: Passage) -> Iterator[tuple[NameRun, str]]:
    for small in _SMALL_MARKED.finditer(passage.text):
        yield _run_of(small.start(), small[0]), ""
    for called in _CALLED_BY_ORDER.finditer(passage.text):
        deed = called["deed"]
        if deed in (None, "để", "từ", "ở") or deed in DEEDS:
            yield _run_of(called.start("name"), called["name"]), "anh"
    for titled in _SMALL_AND_MARKED.finditer(passage.text):
        words = titled["name"].split()
        if words[0] in _CLEAR_MARKED:
            given = list(takewhile(_is_small_given, words[1:]))
            if given:
                name = " ".join((words[0], *given))
                yield _run_of(titled.start("name"), name), titled[0].split()[0]


def _is_small_given(word: str) -> bool:
    return unaccented(word) in GIVEN_NAMES - FUNCTION_WORDS


def _after_colon(passage: Passage, colon: re.Match[str]) -> Iterator[tuple[NameRun, str]]:
    label, at = passage.before(colon.start(), _LONGEST_LABEL), colon.end()
    if any(passage.matches(_LABEL, label)):
        match = _RUN.match(passage.text, at)
        run = _run_of(at, match[0]) if match else None
        if run and _is_person(passage, run):
            yield run, ""
            return
    one = _ONE_WORD.match(passage.text, at)
    if one and one[0] not in _NO_PART and any(passage.matches(_SURE_LABEL, label)):
        yield _run_of(at, one[0]), ""
    elif any(passage.matches(_DUTY, label)) or (
        any(passage.matches(_MEMBERS, label)) and _are_given(_SINGLE_NAMES.match(passage.text, at))
    ):
        yield from _on_duty(passage, at)


def _are_given(listed: re.Match[str] | None) -> bool:
    """Whether all listed are given names, or have clear surnames or the same: none is a place."""
    items = [item.split() for item in re.split(r", | và ", listed[0])] if listed else []
    firsts = {item[0] for item in items}
    is_one_family = len(firsts) == 1 and firsts <= SURNAMES
    return bool(items) and all(
        unaccented(item[0]).lower() in GIVEN_NAMES
        if len(item) == 1
        else is_one_family or item[0] in STRONG_SURNAMES | HIGHLAND_SURNAMES
        for item in items
    )


def _on_duty(passage: Passage, at: int) -> Iterator[tuple[NameRun, str]]:
    while match := _HAS_DUTY.match(passage.text, at):
        run = _run_of(at, match["name"])
        if _NO_PART.isdisjoint(run.syllables) and not is_known(run):
            yield run, ""
        at = match.end()


def _after_letters(passage: Passage) -> Iterator[tuple[NameRun, str]]:
    patterns = () if passage.words.isdisjoint(_LEADS) else (_ADDRESSED, _CALLED)
    for match in (match for pattern in patterns for match in pattern.finditer(passage.text)):
        run = _run_of(match.start("name"), match["name"])
        if _NO_PART.isdisjoint(run.syllables) and not is_known(run):
            yield run, ""
    for match in _LETTER_TITLE.finditer(passage.text):
        run = _run_of(match.start("name"), match["name"])
        is_numbered = _LETTERED.search(passage.before(match.start(), 12))
        first = run.syllables[0]
        is_given = not first.isascii() or first.lower() in GIVEN_NAMES  # not “a Word file”
        if is_given and not is_numbered and first not in _NO_PART and not is_known(run):
            yield run, "anh"


def _from_surname(passage: Passage, run: NameRun) -> NameRun | None:
    """The run from its first surname on; all of it after a border."""
    is_bordered = _BORDER.search(passage.before(run.start, 8)) is not None
    if run.is_shouted and not is_bordered:
        return None
    for number, syllable in enumerate(map(str.capitalize, run.syllables[:-1])):
        if syllable in _KNOWN and (number == 0 or syllable not in NOT_NAMES):
            at = run.start + sum(len(one) + 1 for one in run.syllables[:number])
            return NameRun(at, run.end, run.syllables[number:])
    return run if is_bordered and not run.is_shouted else None


def _run_of(start: int, text: str) -> NameRun:
    return NameRun(start, start + len(text), tuple(re.split(r"[ -]", text)))


def _is_person(passage: Passage, run: NameRun) -> bool:
    first = run.syllables[0].capitalize()
    is_surname = first in _KNOWN and len(run.syllables) <= _MOST + 1
    if _is_other_thing(passage, run):
        return False
    if first in _NO_PART and not (is_surname and len(run.syllables) > _FEWEST):
        return False
    return is_surname or (
        _FEWEST <= len(run.syllables) <= _MOST
        and min(map(len, run.syllables)) > 1
        and _NO_PART.isdisjoint(syllable.capitalize() for syllable in run.syllables)
    )


def _is_other_thing(passage: Passage, run: NameRun) -> bool:
    """Whether it is a body, a place, a figure or, in capitals, a phrase like “HỒ SƠ”."""
    is_body = is_abroad_body(run) or is_acronym_within(run.syllables)
    is_body = is_body or bool(_BODY.search(passage.before(run.start, _LONGEST_NAME)))
    first, second, *_ = (unaccented(syllable).lower() for syllable in run.syllables)
    is_phrase = run.is_shouted and second in ALSO_PLAIN_WORDS.get(first, ())
    return is_body or is_phrase or is_known(run) or is_named_after(passage, run)


def _small_names(passage: Passage) -> Iterator[tuple[NameRun, str]]:
    for sign in passage.matches(_HAS):
        start = max(0, sign.start() - _LONGEST_NAME)
        small = _SMALL_BEFORE.search(passage.text, start, sign.start())
        yield from _small_name(small, "") if small else ()
    for small in _SMALL_TITLED.finditer(passage.text):
        yield from _small_name(small, small["title"])
    for pattern in (_PLAIN_LETTER, _ROLE_AND_GIVEN, _ORDERED, _PLAIN_HIGHLAND):
        for match in pattern.finditer(passage.text):
            if match.groupdict("").get("given", "an").lower() in _SURE_GIVEN:
                yield _run_of(match.start("name"), match["name"]), ""


def _small_name(match: re.Match[str], title: str) -> Iterator[tuple[NameRun, str]]:
    words = tuple(match["name"].split())
    ends = (number for number, word in enumerate(words) if number > 1 and word in FUNCTION_WORDS)
    words = words[: next(ends, len(words))]
    count = _length_of_small_name(words)
    if count:
        start = match.start("name")
        words = words[:count]
        yield NameRun(start, start + len(" ".join(words)), words), title.rpartition(" ")[2]


def _length_of_small_name(words: tuple[str, ...]) -> int:
    """How many of the words are a name in small letters; 0 when they are something else."""
    surname, second = words[:2]
    is_word = second in ALSO_PLAIN_WORDS.get(surname, ())
    if len(words) == _FEWEST:
        return 0 if is_word or surname not in SURE_SURNAMES or second not in GIVEN_NAMES else 2
    if second not in _MIDDLE or (is_word and words[2] not in GIVEN_NAMES):
        return 0
    if second not in ("van", "thi") and words[2] not in GIVEN_NAMES:
        return 0
    return len(words) if len(words) > 3 and words[3] in GIVEN_NAMES else 3  # noqa: PLR2004  names
