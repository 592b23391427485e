"""Dates and years of birth of single persons."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.guard.names.name_words import (
    HIGHLAND_SURNAMES,
    MIDDLE_NAMES,
    STRONG_SURNAMES,
    SURNAMES,
    TITLES,
    UPPER,
)
from generator.guard.names.proper_names import NameRun, is_historical, is_known, run_at
from generator.guard.text.plain_text import Passage, word_forms
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_DAY = r"\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:18|19|20)?\d\d|(?:18|19|20)\d\d-\d\d-\d\d"
_MONTH = (
    r"(?:tháng |t\.?)?\d{1,2} ?[/-] ?(?:18|19|20)\d\d"
    r"|\d{1,2} tháng \d{1,2}(?:,? năm (?:18|19|20)?\d\d)?"
    r"|tháng \d{1,2},? năm (?:18|19|20)\d\d"
)
# A day or a year at which people of today were born, when no word says so.
_YEAR_LIVED = r"(?:19[2-9]\d|20[01]\d)"
_DAY_LIVED = rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR_LIVED}"
_LIVED = rf"(?:{_DAY_LIVED}|{_YEAR_LIVED})(?!\d)"
_MOON = "giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|chạp|một"
_SIGNS_OF_YEARS = "tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi"
_STEMS = "giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý"
_MONTHS_ABROAD = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_WHEN = (
    rf"(?:{_DAY}|{_MONTH}|rằm tháng (?:\d{{1,2}}|{_MOON}),? (?:năm )?(?:18|19|20)\d\d"
    rf"|(?:mồng|mùng) \d{{1,2}}(?: tháng (?:\d{{1,2}}"
    rf"|{_MOON}))?(?:,? (?:năm )?(?:18|19|20)\d\d)?"
    rf"|(?:tháng )?(?:{_MOON}),? (?:năm )?(?:(?:18|19|20)\d\d|(?:{_STEMS}) \w+)"
    r"|(?:18|19|20)\d\d(?!\d)"
    rf"|(?:{_SIGNS_OF_YEARS}),? \(?(?:19|20)\d\d"
    rf"|(?:{_STEMS}) \w+(?: \(?(?:18|19|20)\d\d)?"
    r"|(?:(?:\w+ ){1,2}tháng \w+(?: \w+)?,? năm )?(?:một nghìn chín trăm|hai nghìn|một chín)"
    r"(?: \w+){1,3}"
    r"|(?:năm|sáu|bảy|bẩy|tám|chín) (?:mươi|mốt|một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín)"
    r"(?= ?[,).;]|$)"
    rf"|\d{{1,2}} (?:{_MONTHS_ABROAD})[a-z]*,? (?:19|20)\d\d"
    rf"|(?:{_MONTHS_ABROAD})[a-z]* \d{{1,2}},? (?:19|20)\d\d"
    r"|'?\d\d(?= ?[,).;]|$))"
)
_LEAP = (
    r"(?: (?:ra|vào|ngày|năm|tháng|là|âm lịch|dương lịch|ghi|đúng|hồi|khoảng|lúc|giữa|đầu"
    r"|cuối|của \w+|người \w+"
    r"|đứa|(?:trên|trong) \w+|mùa \w+|\d{1,2} (?:giờ|h)(?: \d{1,2}(?: phút)?)?"
    r"|tại [\w ]{2,24}|ở [\w ]{2,24})|:)*"
)
_BORN = lazy_regex(
    r"(?<!\w)(?:(?:(?:ngày|ngày tháng|ngày, tháng|ngày/tháng)[, /-]*(?:năm )?sinh(?!\w)|năm sinh)"
    rf"(?:[^\d.;:|\n]{{1,40}}(?=:)|[^\d.;:|\n]{{1,40}}:(?: \w+){{1,3}}(?= {_LIVED})|"
    r"(?: (?!trước|từ|đến|hạn|theo|và|sau)[^\W\d]+){1,9}?"
    rf"(?=:? (?:{_LIVED})))?"
    r"|ntns|n[./]?s\.?(?=[ :])|dob"
    r"|born(?: on| in)?|sinh nhật(?: lần thứ \w+)?(?: [^\d.;:]{2,40}?)?|tuổi(?= (?:"
    + _STEMS
    + r") \w+)"
    rf"|tuổi(?= (?:{_SIGNS_OF_YEARS}),? \(?(?:19|20)\d)"
    r"|date of birth"
    r"|(?P<short>sn|s/n|s\.n\.?|s\.)\.?(?=\W|(?:19|20)\d\d)|(?P<verb>sinh(?!\w)|chào đời|ra đời))"
    rf"{_LEAP}[ :(|]*(?P<when>{_WHEN}|\d{{1,2}} (?:tháng )?(?:{_MOON}"
    rf"|tết)[ ,]*(?:năm )?(?:18|19|20)\d\d)"
)
# “Ông Lê Văn Mẫu (1957)”, “(nam, 1995)”, “Anh Mẫu - 1989 - thợ hàn”.
_SURNAME = "|".join(sorted(SURNAMES, key=len, reverse=True))
_AFTER_NAME = lazy_regex(
    rf"(?<!\w)(?:(?i:đ/c|đồng chí|ông|bà|anh|chị|cô|chú|bác|cụ|cậu|dì|em"
    rf"|cháu) [{UPPER}]['’{UPPER}]?[{UPPER}]?[^\W\d_]*(?: [{UPPER}][^\W\d_]*){{0,4}}"
    rf"|(?P<bare_name>(?:{_SURNAME})(?: [{UPPER}][^\W\d_]*){{1,4}}))"
    rf"(?: \((?P<when>{_LIVED})(?=[),])"
    rf"| ?[-–,|;] ?(?P<dashed>{_LIVED})(?= ?(?:[-–,|;.)]|$)))"
    r"|\((?i:nam|nữ)[,; ]+(?P<sexed>(?:19|20)\d\d)(?=[),])"
    r"|(?<!\w)(?i:nam|nữ)[,;:]? (?P<sexed_bare>(?:19[2-9]|20[01])\d)(?=[,;.)]|$)"
    r"|(?<![\d/.-])(?P<noted>(?:19[2-9]|20[01])\d) ?\((?i:ns|sn|năm sinh|n\.s\.?|sinh)\)"
)
_YEAR_GROUPS = ("when", "dashed", "sexed", "sexed_bare", "noted")
_NO_YEAR_OF_BIRTH = lazy_regex(
    r"(?<!\w)(?:đường|phố|ngõ|trường|giải|phường|chùa|đình|đền|cầu|chợ|bão|tượng|vua|cuốn"
    r"|phim|tác phẩm|của|nhà thơ"
    r"|nhà văn|nhạc sĩ|tổng bí thư|chủ tịch|miền|việt|phía|thi|bài|thơ|tranh) $"
)
# “phát sinh năm”, “học sinh”, …: “sinh” is the second half of another word.
_COMPOUND = lazy_regex(
    r"(?<!\w)(?:hi|phát|vệ|học|(?<!dự )tuyển|thí|dân|tái|hồi|hy|mưu|(?<!đặc )sản"
    r"|(?<!nạn )(?<!bệnh )(?<!công )(?<!phạm )(?<!thân )(?<!chủ )(?<!nghệ )(?<!doanh )"
    r"(?<!quân )(?<!cá )(?<!tình )nhân"
    r"|y|(?<!hồ )sơ|giáo|(?<!người )(?<!kê )khai|cứu|bẩm|cộng"
    r"|thư|nội|tân|môn|kháng|song|(?<!ủy )(?<!uỷ )quyền|(?<!công )an"
    r"|(?<!thư )ký|di|đản|giáng|phục|phat|ve|tuyen|lâm|phúc|trường|diễn|vi|(?<!bên )bán|thiếu nhi"
    r"|chung|đầu|tự|suất|mức|tỷ lệ|tỉ lệ) $"
)
# Years of groups and of historical people identify nobody.
_GROUP = lazy_regex(
    r"(?<!\w)(?:trẻ|trẻ em|các (?:em|cháu)|những người|(?:nam )?công dân(?: nam| nữ)?|học sinh"
    r"|người|thanh niên|phụ nữ|thí sinh"
    r"|người cao tuổi|đối tượng|nhóm|lứa tuổi|nam giới|nữ giới|người dân|đoàn viên|hội viên"
    r"|sinh viên|tân binh|cử tri|đảng viên|chị em|anh em|ứng viên"
    r"|(?:các )?cháu bé|tre em|lao động|ai|thế hệ|lứa|lớp người|đàn (?!ông|bà)\w+|bê con|bê|nghé"
    r"|lợn con|voi con|\w+ giống),?"
    r"(?: (?:có|được|mới|nam|nữ|đều|cùng|thường trú|trong|độ tuổi|đến tuổi"
    r"|đủ tuổi|phường|xã|lần đầu|nhập ngũ|\(?nam\)?|\(?nữ\)?))* \(?$"
)
_SINGLE_PERSON = lazy_regex(
    r"(?<!\w)(?:một|1|01|đứa|cháu|em|anh|chị|ông|bà|người tên|là|do|nạn nhân|bệnh nhân|duy nhất)"
    r" (?:(?!nhóm|số|trong)\w+ ){0,3}?(?:học sinh|trẻ|em|cháu|người|thanh niên|phụ nữ|nữ giới"
    r"|nam giới|nữ|nam|công dân|cử tri|sinh viên|lao động|hội viên|đoàn viên|đảng viên|đối tượng)"
    r"(?:,? \w+){0,2},? \(?$"
)
# “sinh năm 2008 và 2009”, “sinh năm 1976 trở về trước”, “Nam sinh năm 2008 khám tuyển”.
_SEVERAL_YEARS = lazy_regex(
    r" ?(?:và|đến|hoặc|hay|tới|-|,|\|) ?(?:năm )?(?:19|20)\d\d|,? trở|,? (?:về trước|về sau)"
)
_WHOLE_DAY = lazy_regex(_DAY)
# “SN” and a whole day are written of one person, unless a word makes it many.
_MANY = lazy_regex(r"(?<!\w)(?:các|những|nhiều|mọi|toàn bộ|tất cả|số|\d+|nhóm|độ tuổi)(?!\w)")
_NAMELESS = lazy_regex(r"(?:^|[.!?\n] ?)(?:nam|nữ) $")
# The earliest years of birth of people today, and of people who bear the name of a street.
_LIVING, _REVERED = 1890, 1930
_BEFORE_GIVEN_NAME = frozenset(TITLES) | SURNAMES | MIDDLE_NAMES
_YEAR = lazy_regex(r"(?:18|19|20)\d\d")
_HISTORY = lazy_regex(
    r"chủ tịch|hồ chí minh|bác hồ|của bác |danh nhân|lãnh tụ|tổng bí thư|anh hùng|đức phật|kỷ niệm"
    r"|lê-nin|các mác"
)
_CHILD = lazy_regex(r"(?<!\w)(?:em|cháu|bé|con|con trai|con gái|trẻ|công dân nhí|cu)(?!\w)")
_REACH = 40
BIRTH_WORDS = word_forms(
    (
        "sinh",
        "ntns",
        "sn",
        "ns",
        "s",
        "n",
        "đời",
        "tuổi",
        "dob",
        "birth",
        "born",
        *_STEMS.split("|"),
    )
)
_NEAR = 40
# The signs around a year that stands after a name.
_YEAR_ALONE = lazy_regex(
    rf"[(,|;–-] ?{_LIVED} ?(?:[-–,|;.)]|$)"
    r"|(?:19[2-9]|20[01])\d ?\((?i:ns|sn|năm sinh|n\.s|sinh)"
    r"|(?i:nam|nữ)[,;: ]+(?:19[2-9]|20[01])\d"
    r"|\((?i:nam|nữ)[,; ]+(?:19|20)\d\d"
)
_GLUED = lazy_regex(r"[sn](?<!\w.)(?:n|s|inh)(?P<when>(?:19|20)\d\d)(?!\w)")
# In tables the heading tells what a column holds.
_BIRTH_HEADING = lazy_regex(
    r"(?:^|\W)(?:sinh(?: ngày| năm)?|ntns|sn|ns|n\.s\.?|dob)(?: \W*)?(?:\(.*\))?$"
)
_PERSON_HEADING = lazy_regex(
    r"^(?:họ|tên|họ (?:và |, )?tên|ông|bà|chủ|người|hộ|đại diện|công dân|cử tri|hội viên"
    r"|đảng viên|đoàn viên|học sinh)(?!\w)(?! số)"
)
_DATE = lazy_regex(rf"(?:{_DAY}|{_MONTH}|(?:18|19|20)\d\d)")
_TABLE = lazy_regex(
    r"(?:sinh(?: ngày| năm)?|ntns|sn|ns|n\.s\.?|dob)[^|\n\w]*(?:\([^|\n]*)?(?:\||\n[^\n]*\|)"
)
BIRTH_SIGNS = Signs(in_any_case=(_BORN, _GLUED, _TABLE))
YEAR_SIGNS = Signs(as_written=(_YEAR_ALONE,))


def births(passage: Passage) -> Iterator[Sighting]:
    """Days and years of birth after a word for birth."""
    for match in passage.matches_near(BIRTH_WORDS, _BORN, 80):
        is_birth = not match["short"] or _is_year(match["when"])
        if is_birth and _is_of_person(passage, match) and not _is_of_many(passage, match):
            yield Sighting("BT509", *match.span("when"), match["when"])
    for match in _GLUED.finditer(passage.low):
        yield Sighting("BT509", match.start(), match.end(), match["when"])
    yield from _births_in_tables(passage)


def _births_in_tables(passage: Passage) -> Iterator[Sighting]:
    """The cells below “Năm sinh” in a table of persons."""
    for cell in passage.cells:
        if (
            any(passage.matches(_BIRTH_HEADING, cell.heading))
            and (day := _DATE.fullmatch(passage.low, cell.start, cell.end))
            and (
                _WHOLE_DAY.fullmatch(day[0])
                or any(any(passage.matches(_PERSON_HEADING, one)) for one in cell.headings)
            )
        ):
            value = passage.text[cell.start : cell.end]
            yield Sighting("BT509", cell.start, cell.end, value)


def years(passage: Passage) -> Iterator[Sighting]:
    """A year in brackets or between dashes after a person's name."""
    for match in _AFTER_NAME.finditer(passage.text):
        group = next(group for group in _YEAR_GROUPS if match[group])
        start, end = match.span(group)
        if _is_of_other_thing(passage, match):
            continue
        if not _NO_YEAR_OF_BIRTH.search(passage.before(match.start(), _NEAR)):
            yield Sighting("BT509", start, end, match[group])


def _is_of_other_thing(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the name before the year is a place or a historical figure: “Hà Nội (2015)”."""
    if match["sexed_bare"] and passage.is_plain:
        return True  # “thanh lap nam 1975”: without marks it is “năm”
    run = run_at(passage.text, match.start("bare_name")) if match["bare_name"] else None
    return run is not None and (is_known(run) or (_is_short(run) and not match["when"]))


def _is_short(run: NameRun) -> bool:
    """Whether it reads as well as the name of a place: “Sơn Đông, 2015”."""
    is_clear = run.syllables[0] in STRONG_SURNAMES | HIGHLAND_SURNAMES
    return len(run.syllables) <= 2 and not is_clear  # noqa: PLR2004  surname and given name


def _is_year(when: str) -> bool:
    return bool(re.fullmatch(r"(?:18|19|20)\d\d|.*\D(?:18|19|20)\d\d|'?\d\d", when))


def _is_of_person(passage: Passage, match: re.Match[str]) -> bool:
    """“ra đời” is also said of bodies, works and rules: it counts only for children."""
    if match["verb"] == "ra đời":
        return bool(_CHILD.search(passage.before(match.start(), _REACH)))
    is_two_digits = len(match["when"].strip("'")) == 2  # noqa: PLR2004  “sinh năm 85”
    return (
        not is_two_digits
        or any(word in match[0] for word in ("năm", "nam"))
        or bool(match["short"])
    )


def _is_of_many(passage: Passage, match: re.Match[str]) -> bool:
    before = passage.before(match.start(), _REACH)
    if match["verb"] == "sinh" and _is_compound(passage, match.start(), before):
        return True
    after = passage.after(match.end(), _REACH)
    near = before + after
    is_single = any(passage.matches(_SINGLE_PERSON, before))
    is_group = any(passage.matches(_GROUP, before)) and not is_single
    is_compared = match[0].startswith(("năm sinh", "nam sinh")) and not is_group
    if (_SEVERAL_YEARS.match(after) and not is_compared) or _NAMELESS.search(before):
        return True
    year = _YEAR.search(match["when"])
    is_past = year is not None and int(year[0]) < (_REVERED if is_historical(before) else _LIVING)
    return is_past or bool(_HISTORY.search(near) or (is_group and _is_many(match, before)))


def _is_compound(passage: Passage, at: int, before: str) -> bool:
    """Whether “sinh” ends another word (“vệ sinh”); not after a name (“chị An sinh năm …”)."""
    if not any(passage.matches(_COMPOUND, before)):
        return False
    words = passage.text[max(0, at - _REACH) : at].split()[-2:]
    is_named = len(words) > 1 and words[1].istitle() and words[0] in _BEFORE_GIVEN_NAME
    return not is_named


def _is_many(match: re.Match[str], before: str) -> bool:
    is_of_one = match["short"] or _WHOLE_DAY.fullmatch(match["when"])
    return not is_of_one or bool(_MANY.search(re.split(r"[.;,]", before)[-1]))
