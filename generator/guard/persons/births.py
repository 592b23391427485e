"""Dates and years of birth of single persons."""

import re
from collections.abc import Iterator

from generator.guard.names.name_words import SURNAMES, UPPER
from generator.guard.text.patterns import lazy_regex
from generator.guard.text.plain_text import Passage, word_forms
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

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
    r"|(?:tý|tí|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi) \(?(?:19|20)\d\d"
    rf"|(?:{_STEMS}) \w+(?: \(?(?:18|19|20)\d\d)?"
    r"|(?:một nghìn chín trăm|hai nghìn)(?: \w+){1,3}|'?\d\d(?= ?[,).;]|$))"
)
_LEAP = (
    r"(?: (?:ra|vào|ngày|năm|tháng|là|âm lịch|dương lịch|ghi|đúng|hồi|khoảng|lúc|giữa|đầu"
    r"|cuối|của \w+|người \w+"
    r"|đứa|(?:trên|trong) \w+|mùa \w+|\d{1,2} (?:giờ|h)(?: \d{1,2}(?: phút)?)?"
    r"|tại [\w ]{2,24}|ở [\w ]{2,24})|:)*"
)
_BORN = lazy_regex(
    r"(?<!\w)(?:(?:ngày|ngày tháng|ngày, tháng|ngày/tháng)[, /]*(?:năm )?sinh(?!\w)"
    r"|năm sinh|ntns|n\.?s\.?(?=[ :])|dob"
    r"|sinh nhật(?: lần thứ \w+)?(?: của [^\d.;]{2,40}?)?|tuổi(?= (?:" + _STEMS + r") \w+)"
    r"|(?P<short>sn|s/n|s\.n\.?|s\.)|(?P<verb>sinh|chào đời|ra đời))"
    rf"{_LEAP}[ :(]*(?P<when>{_WHEN}|\d{{1,2}} (?:tháng )?(?:{_MOON}"
    rf"|tết)[ ,]*(?:năm )?(?:18|19|20)\d\d)"
)
# “Ông Lê Văn Mẫu (1957)”, “(nam, 1995)”, “Anh Mẫu - 1989 - thợ hàn”.
_SURNAME = "|".join(sorted(SURNAMES, key=len, reverse=True))
_AFTER_NAME = lazy_regex(
    rf"(?<!\w)(?:(?i:ông|bà|anh|chị|cô|chú|bác|cụ|cậu|dì|em"
    rf"|cháu) [{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*){{0,4}}"
    rf"|(?:{_SURNAME})(?: [{UPPER}][^\W\d_]*){{1,4}})"
    r"(?: \((?P<when>(?:19[2-9]|20[01])\d)(?=[),])| ?[-–,] ?(?P<dashed>(?:19[2-9]"
    r"|20[01])\d)(?= ?[-–,]))"
    r"|\((?i:nam|nữ)[,; ]+(?P<sexed>(?:19|20)\d\d)(?=[),])"
    r"|(?<!\w)(?i:nam|nữ)[,;:]? (?P<bare>(?:19[2-9]|20[01])\d)(?=[,;.)]|$)"
)
_NO_YEAR_OF_BIRTH = lazy_regex(
    r"(?<!\w)(?:đường|phố|ngõ|trường|giải|phường|chùa|đình|đền|cầu|chợ|bão|tượng|vua|cuốn"
    r"|phim|tác phẩm|của|nhà thơ"
    r"|nhà văn|nhạc sĩ|tổng bí thư|chủ tịch|miền|việt|phía|thi|bài|thơ|tranh) $"
)
# “phát sinh năm”, “học sinh”, …: “sinh” is the second half of another word.
_COMPOUND = lazy_regex(
    r"(?<!\w)(?:phát|vệ|học|(?<!dự )tuyển|thí|dân|nảy|tái|hồi|hy|mưu|(?<!đặc )sản"
    r"|(?<!nạn )(?<!bệnh )(?<!công )(?<!phạm )(?<!thân )(?<!chủ )(?<!nghệ )(?<!doanh )"
    r"(?<!quân )(?<!cá )(?<!tình )nhân"
    r"|y|(?<!hồ )sơ|giáo"
    r"|thư|nội|tân|môn|kháng|song|quyền|an"
    r"|ký|di|đản|giáng|phục|phat|ve|tuyen|lâm|phúc|trường|diễn|vi|bán|thiếu nhi|chung|đầu|tự) $"
)
# Years of groups and of historical people identify nobody.
_GROUP = lazy_regex(
    r"(?<!\w)(?:trẻ|trẻ em|các (?:em|cháu)|những người|(?:nam )?công dân(?: nam| nữ)?|học sinh"
    r"|người|thanh niên|phụ nữ|thí sinh"
    r"|người cao tuổi|đối tượng|nhóm|lứa tuổi|nam giới|nữ giới|người dân|đoàn viên|hội viên"
    r"|sinh viên|tân binh|cử tri|đảng viên|chị em|anh em|ứng viên"
    r"|(?:các )?cháu bé|tre em|lao động) (?:được )?$"
)
_SINGLE_PERSON = lazy_regex(
    r"(?<!\w)(?:một|1|cháu|em|anh|chị|ông|bà|người tên) (?:học sinh|trẻ|em|cháu|người"
    r"|thanh niên|phụ nữ|công dân)(?: \w+)? $"
)
# “sinh năm 2008 và 2009”, “sinh năm 1976 trở về trước”, “Nam sinh năm 2008 khám tuyển”.
_SEVERAL_YEARS = lazy_regex(
    r" ?(?:và|đến|hoặc|hay|tới|-|,) ?(?:năm )?(?:19|20)\d\d|,? trở|,? (?:về trước|về sau)"
)
_NAMELESS = lazy_regex(r"(?:^|[.!?\n] ?)(?:nam|nữ) $")
_HISTORY = lazy_regex(
    r"chủ tịch|hồ chí minh|bác hồ|danh nhân|lãnh tụ|tổng bí thư|anh hùng|đức phật|kỷ niệm"
    r"|lê-nin|các mác"
)
_CHILD = lazy_regex(r"(?<!\w)(?:em|cháu|bé|con|con trai|con gái|trẻ|công dân nhí|cu)(?!\w)")
_REACH = 40
BIRTH_WORDS = word_forms(("sinh", "ntns", "sn", "ns", "s", "n", "đời", "dob", *_STEMS.split("|")))
_NEAR = 40
# The signs around a year that stands after a name.
_YEAR_ALONE = lazy_regex(
    r"[(,–-] ?(?:19[2-9]|20[01])\d ?[-–,)]|(?i:nam|nữ)[,;: ]+(?:19[2-9]|20[01])\d"
    r"|\((?i:nam|nữ)[,; ]+(?:19|20)\d\d"
)
BIRTH_SIGNS = Signs(in_any_case=(_BORN,))
YEAR_SIGNS = Signs(as_written=(_YEAR_ALONE,))


def births(passage: Passage) -> Iterator[Sighting]:
    """Days and years of birth after a word for birth."""
    for match in passage.matches_near(BIRTH_WORDS, _BORN, 80):
        is_birth = not match["short"] or _is_year(match["when"])
        if is_birth and _is_of_person(passage, match) and not _is_of_many(passage, match):
            yield Sighting("BT509", match.start(), match.end(), match["when"])


def years(passage: Passage) -> Iterator[Sighting]:
    """A year in brackets or between dashes after a person's name."""
    for match in _AFTER_NAME.finditer(passage.text):
        group = match.lastgroup or "when"
        start, end = match.span(group)
        if not _NO_YEAR_OF_BIRTH.search(passage.before(match.start(), _NEAR)):
            yield Sighting("BT509", start, end, match[group])


def _is_year(when: str) -> bool:
    return bool(re.fullmatch(r"(?:18|19|20)\d\d|.*\D(?:18|19|20)\d\d|'?\d\d", when))


def _is_of_person(passage: Passage, match: re.Match[str]) -> bool:
    """“ra đời” is also said of bodies, works and rules: it counts only for children."""
    if match["verb"] in ("ra đời", "chào đời"):
        return bool(_CHILD.search(passage.before(match.start(), _REACH)))
    is_two_digits = len(match["when"].strip("'")) == 2  # noqa: PLR2004  “sinh năm 85”
    return not is_two_digits or "năm" in match[0] or bool(match["short"])


def _is_of_many(passage: Passage, match: re.Match[str]) -> bool:
    before = passage.before(match.start(), _REACH)
    if match["verb"] == "sinh" and _COMPOUND.search(before):
        return True
    after = passage.after(match.end(), _REACH)
    if _SEVERAL_YEARS.match(after) or _NAMELESS.search(before):
        return True
    near = before + after
    return bool(_HISTORY.search(near)) or bool(
        _GROUP.search(before) and not _SINGLE_PERSON.search(before)
    )
