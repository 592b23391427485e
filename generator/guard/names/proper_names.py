"""Decides whether a run of capitalised syllables is a person, or a place, a body or a prize."""

import re
from itertools import islice
from typing import NamedTuple

from generator.base.lazy_regex import lazy_regex
from generator.guard.names.historical_figures import HISTORICAL
from generator.guard.names.name_words import (
    BETWEEN,
    BIRTH_ORDER,
    CLEAR_PLAIN_SURNAMES,
    HIGHLAND,
    HIGHLAND_SURNAMES,
    MIDDLE_NAMES,
    NAMED_AFTER,
    NOT_NAMES,
    OFFICE_WORDS,
    PLACES,
    PLAIN_MIDDLE_NAMES,
    PLAIN_SURNAMES,
    STRONG_SURNAMES,
    SURNAMES,
    UPPER,
    ZODIAC,
)
from generator.guard.text.plain_text import Passage, split_words, unaccented, word_forms

SYLLABLE = rf"(?:[{UPPER}]['’][{UPPER}]?[^\W\d_]+|[{UPPER}][^\W\d_]*(?:-[a-z]{{2,6}}(?![^\W_]))?)"
# A dot stands only after an abbreviated syllable: “Ng. Văn Hợi”, not “… Sự. Ngày sinh …”.
_JOINT = r"(?:(?<=(?<![^\W\d_])[^\W\d_])\. ?|(?<=(?<![^\W\d_])[^\W\d_]{2})\. ?| |-)"
_RUN = lazy_regex(rf"{SYLLABLE}(?:{_JOINT}{SYLLABLE}){{0,5}}")
_PARTS = lazy_regex(r"[^\s.-]+")
_BETWEEN = " .-"
_CAPITALS = rf"{SYLLABLE}(?: {SYLLABLE})*"
_LEFT_OF_PLACE = lazy_regex(
    rf"(?<!\w)(?i:{NAMED_AFTER})\.?(?:,? (?i:{BETWEEN}))*,? [“\"'‘(]?"
    rf"(?:{_CAPITALS}(?: \d+\w?)? ?(?:,|–|—|-|/|và|đến|với|hoặc|giao|nối|sang"
    rf"|qua) ?(?:(?i:đường|phố|trường|phường|xã) )?)*$"
)
# Without one of these words no name is that of a place: of each phrase the last but “Văn”, “Thị”.
_WORDS_OF_PLACES = word_forms(
    [word for word in re.findall(r"\w+", phrase) if word not in ("văn", "thị")][-1]
    for phrase in NAMED_AFTER.split("|")
)
# “Vở kịch về Nguyễn Trãi”; a column of roads or places.
_WORK_ABOUT = lazy_regex(
    r"(?<!\w)(?:vở|phim|kịch|chèo|cải lương|tuồng|múa|hát|sách|truyện|tiểu thuyết|thơ|triển lãm"
    r"|chuyên đề|hoạt cảnh|ca khúc|tọa đàm|hội thảo|tham luận)(?: [^\W\d_]+){0,3} (?:về|kể về"
    r"|ca ngợi"
    r"|tưởng nhớ|tưởng niệm)(?: cuộc đời| thân thế| sự nghiệp| và| danh nhân| anh hùng){0,5} $"
)
_OF_PLACES = lazy_regex(
    r"^(?:tên )?(?:tuyến|đường|phố|đoạn|trục|nút|ngõ|hẻm|kiệt|cầu|chợ|công viên|trường(?! hợp)"
    r"|địa điểm|điểm|vị trí|địa bàn|khu vực|bến|trạm|giải|rạch)(?!\w)"
)
# “Trưởng thôn Lê Văn A”: the body belongs to the office, the name to its holder.
_HEAD_OF = lazy_regex(
    r"(?i)(?<!\w)(?:y tá|y sĩ|công an|quân sự|dân quân|thú y|khuyến nông|trưởng|phó|chủ tịch"
    r"|bí thư|giám đốc|cán bộ|đại diện|thư ký|chủ nhiệm|chủ|già"
    r"|viên)(?: [a-zđà-ỹ]+){1,6} $"
)
# Without marks “trường” and “trưởng” look the same.
_PLAIN_HEAD = lazy_regex(
    r"(?i)(?<!\w)(?:hoi|to|thon|hieu|ban|phong|doi|doan|nhom|lop|cum|vien|don|xuong|vu|tram|xom|ap"
    r"|gia|truc|bep|ke toan) truong $"
)
# “Học sinh lớp 6 Trần Gia Bảo”: the class belongs to the child.
_IN_CLASS = lazy_regex(
    r"(?i)(?<!\w)(?:học sinh|em|bạn|nam sinh|nữ sinh|cháu|bé|thủ khoa|á khoa)(?: \w+)?"
    r" (?:lớp|khối) \d{1,2} ?[a-zđ]?\d{0,2} $"
)
RIGHT_OF_PERSON = lazy_regex(
    r"[”\"')*_]*(?:[ ,(–-]{1,3}(?:sinh |sn |\d{1,3} tuổi|trú |ngụ |ở (?:tổ|thôn|ngõ|số|khu|xóm"
    r"|ấp)|chủ hộ|số điện thoại|sđt"
    r"|cccd|cmnd|tổ dân phố|tổ \d)"
    r"|(?: ?[,(–-]) ?(?:(?:tổ|thôn|xóm|bản|ấp|khu|buôn|đội|nhóm|hội|chi hội|hiệu|ban)"
    r" (?:trưởng|phó)"
    r"|già làng|(?:trưởng|phó) (?:thôn|bản|ấp|xóm|buôn|khu|ban|phòng|đội)|bí thư|chủ tịch|giám đốc"
    r"|dân (?:làng|bản|buôn|xóm|ấp|thôn))"
    r"|,? (?:cho biết|nói|chia sẻ|phản ánh|kể|bức xúc|kiến nghị|đề nghị|khiếu nại|tố cáo"
    r"|cho rằng|cho hay|bày tỏ|gửi đơn"
    r"|làm đơn|nộp đơn|là người|là chủ(?! đề)|là hộ|bị (?:ngã|tai nạn|thương|bắt|phạt|xử|mắc|bệnh"
    r"|khởi tố|kỷ luật)|viết|đăng|xin|ký))"
)
_GREAT = lazy_regex(
    r"(?<!\w)(?:chủ tịch|vua|anh hùng|danh nhân|bác|cụ|nhà thơ|nhà văn|đại tướng"
    r"|tổng bí thư|liệt sĩ|thánh|đức|tướng"
    r"|đại thi hào|nhạc sĩ|họa sĩ|hoạ sĩ|danh tướng|danh y|chí sĩ|trạng nguyên|nữ tướng"
    r"|quốc công) $"
)
# “41 LÊ HỒNG PHONG, TỔ 6”
_DOOR = lazy_regex(r"\d[a-z]?,? $")
_NEAR = 8
_REACH, _REACH_AFTER = 100, 28
_THREE, _MOST = 3, 5
_TWO_ENOUGH = frozenset(
    split_words("Nguyễn Trần Phạm Lê Huỳnh Võ Vũ Đặng Bùi Đỗ Ngô Phan Trương Trịnh Đinh")
)
_SURE_SECOND = frozenset(("Văn", "Thị", "Seo", "Mí"))
_LED_BY_DEPUTY = OFFICE_WORDS | frozenset(split_words("Tổng Ban Đoàn Công Hội Phòng Viện Thủ"))
_SPELLABLE = lazy_regex(
    r"(?:ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
# Words of networks, firms and countries: no name of a person holds one.
_BODIES_ABROAD = frozenset(
    split_words(
        "bank group corporation university world company limited united vina petro hotel vietnam"
        " samsung display plaza resort honda toyota hyundai engineering vincom grab bike express"
        " solar energy farm coffee house center centre mart shop store park-city airlines airways"
        " logistics construction industrial international foundation project team club league"
        " premier open air green smart city tower home land holdings capital media online data"
        " electric electronics motor motors foods food beer coop unicef unesco undp jica koica"
        " windows google facebook zalo youtube tiktok viber android iphone word excel fb web"
        " website fanpage telegram messenger telecom"
        " viettel vinaphone mobifone vinfast mitsubishi heavy"
        " toshiba panasonic sony canon intel nestle pepsi coca cola milk bluetooth sensor wifi"
        " camera gps internet myanmar singapore malaysia indonesia philippines vision habitat"
        " children neighbors save humanity"
    )
)
_BORDER, _BORDER_BEFORE = lazy_regex(r" ?(?:[,(|\n\x00–-]|$)"), lazy_regex(r"(?:^|[:|\n,\x00]) ?$")
# Weak surnames that begin no heading.
SHOUTED_ALONE = frozenset(
    split_words(
        "HOÀNG DƯƠNG LÝ CAO MAI TÔ CHU ĐÀM VI BẾ CẦM ĐẬU GIÀNG KHÚC KIỀU LÒ LỤC LỪU MẠC NÔNG QUÀNG"
        " SẦM TÀO THẨM TRIỆU VÀNG VỪ ĐÀO HỒ KHỔNG THÂN SÙNG THÀO TRÁNG PHÀN TẨN CHẢO"
    )
)
# What follows a name in capitals, with and without marks.
_AFTER_SHOUTED = frozenset(
    split_words(
        "SINH SN TRÚ TRU NGỤ NGU Ở O TẠI TAI XIN NỘP NOP GỬI GUI BỊ BI CHƯA CHUA ĐÃ DA ĐỀ DE KIẾN"
        " KIEN KHIẾU KHIEU NHẬN TỐ DỰ THAM PHÁT ĐƯỢC DUOC LÀ LÀM LAM KÝ KY VỀ VE TRAO TẶNG ĐẠT DAT"
    )
)
_SPOKEN = frozenset(" ".join(name.split()).casefold() for name in HISTORICAL)
_HISTORICAL = _SPOKEN | frozenset(map(unaccented, _SPOKEN))
_PLAIN_NOT_NAMES = frozenset(map(unaccented, NOT_NAMES)) | {"Mam", "Ba"}
_SHOUTED = {
    known: frozenset(name.upper() for name in known)
    for known in (STRONG_SURNAMES, SURNAMES, MIDDLE_NAMES)
}


_SURNAMES = SURNAMES | PLAIN_SURNAMES | BIRTH_ORDER | _SHOUTED[SURNAMES]


class NameRun(NamedTuple):
    """Adjacent capitalised syllables, with the offsets of the run."""

    start: int
    end: int
    syllables: tuple[str, ...]

    @property
    def is_shouted(self) -> bool:
        """Whether all letters are capitals (a run that begins with an initial is not)."""
        return len(self.syllables[0]) > 1 and all(syllable.isupper() for syllable in self.syllables)


def run_at(text: str, at: int) -> NameRun | None:
    """The run that begins at an offset, without words of an office at its end."""
    match = _RUN.match(text, at)
    if not match:
        return None
    syllables = _PARTS.findall(match[0])
    end = match.end()
    while len(syllables) > 2 and syllables[-1] in OFFICE_WORDS:  # noqa: PLR2004  a name has two
        end = text.rindex(syllables.pop(), at, end)
        end = at + len(text[at:end].rstrip(_BETWEEN))
    return _without_sentence(text, NameRun(at, end, tuple(syllables)))


def _without_sentence(text: str, run: NameRun) -> NameRun:
    """“TRAN VAN HUNG SINH NGAY …”: in capitals the sentence goes on after the name."""
    for number, syllable in enumerate(run.syllables):
        if number >= _THREE and syllable in _AFTER_SHOUTED and run.is_shouted:
            parts = islice(_PARTS.finditer(text, run.start, run.end), number, None)
            end = run.start + len(text[run.start : next(parts).start()].rstrip(_BETWEEN))
            return NameRun(run.start, end, run.syllables[:number])
    return run


def is_of_one_person(passage: Passage, run: NameRun, least: int = 2) -> bool:
    """For runs after a rank or a profession: few syllables, no body and no place."""
    first = run.syllables[0]
    is_other = first in NOT_NAMES or is_known(run) or run.is_shouted or is_abroad_body(run)
    return not is_other and least <= len(run.syllables) < _MOST and not is_named_after(passage, run)


def is_historical(before: str) -> bool:
    """Whether a text ends with the name of a historical figure."""
    words = before.split()
    return any(" ".join(words[-count:]) in _HISTORICAL for count in (2, 3, 4))


def is_foreign(run: NameRun) -> bool:
    """Whether a syllable is none of our language: “John Smith”; not “World Bank”."""
    words = [unaccented(syllable).lower() for syllable in run.syllables]
    return not is_abroad_body(run) and not all(map(_SPELLABLE.fullmatch, words))


def is_abroad_body(run: NameRun) -> bool:
    """Whether a syllable belongs to a firm, a network or a country."""
    return not _BODIES_ABROAD.isdisjoint(syllable.lower() for syllable in run.syllables)


def is_known(run: NameRun) -> bool:
    """Whether a run is the name of a place or of a historical figure."""
    return " ".join(run.syllables).casefold() in _HISTORICAL | PLACES


def with_surname(syllables: tuple[str, ...]) -> bool:
    """Whether a run reads as surname and given name."""
    is_known = syllables[0] in _SURNAMES or syllables[0] in HIGHLAND
    return len(syllables) > 1 and is_known and not _is_no_name(syllables)


def _is_no_name(syllables: tuple[str, ...]) -> bool:
    """Whether it is “Phó Chủ tịch” or “Trang Facebook”, although Phó and Trang are surnames."""
    is_office = syllables[0] == "Phó" and syllables[1] in _LED_BY_DEPUTY
    return (
        is_office
        or is_acronym_within(syllables)
        or any(syllable.lower() in _BODIES_ABROAD for syllable in syllables[1:])
    )


def is_acronym_within(syllables: tuple[str, ...]) -> bool:
    """“Đoàn TNCS Hồ Chí Minh”: capitals among small letters name a body."""
    is_shouted = [syllable.isupper() for syllable in syllables if len(syllable) > 1]
    return any(is_shouted) and not all(is_shouted)


def is_at_start(before: str) -> bool:
    """Whether a capital letter after this text only begins a sentence."""
    return not before.strip() or before.rstrip()[-1] in '.!?:;,“"(-–•*‘/>…'


def is_bare_name(passage: Passage, run: NameRun, *, is_expected: bool = False) -> bool:
    """Whether a run without a title is a person; `is_expected` when a role stands before it."""
    spoken = " ".join(run.syllables).casefold()
    if len(run.syllables) < 2 or _is_no_name(run.syllables):  # noqa: PLR2004  a given name alone
        return False
    is_told = bool(RIGHT_OF_PERSON.match(passage.after(run.end, _REACH_AFTER)))
    is_told = is_told and not _DOOR.search(passage.before(run.start, _NEAR))
    if spoken in _HISTORICAL and (not is_told or _GREAT.search(passage.before(run.start, _REACH))):
        return False
    if spoken in PLACES:
        return False
    if run.syllables[1] in ZODIAC and len(run.syllables) == 2:  # noqa: PLR2004  a year
        return False
    if not (
        _looks_like_name(run)
        or _stands_alone_shouted(passage, run)
        or ((is_told or is_expected) and not run.is_shouted and with_surname(run.syllables))
    ):
        return False
    return not is_named_after(passage, run)


def _stands_alone_shouted(passage: Passage, run: NameRun) -> bool:
    """“HỌ TÊN: ĐÀO QUANG LỊCH”: in capitals a weak surname needs a middle name and borders."""
    first, second = run.syllables[0], run.syllables[1]
    is_known = first in SHOUTED_ALONE and second in _SHOUTED[MIDDLE_NAMES]
    is_bordered = _BORDER.match(passage.text, run.end) and _BORDER_BEFORE.search(
        passage.text[max(0, run.start - 2) : run.start]
    )
    return run.is_shouted and is_known and len(run.syllables) in (3, 4) and bool(is_bordered)


def is_of_other_thing(passage: Passage, run: NameRun) -> bool:
    """Whether the whole run names a road, a body or a figure, so that no part of it is a person."""
    spoken = " ".join(run.syllables).casefold()
    return len(run.syllables) >= _THREE and (
        is_named_after(passage, run)
        or (spoken in _HISTORICAL and not is_bare_name(passage, run, is_expected=True))
    )


def is_named_after(passage: Passage, run: NameRun) -> bool:
    if passage.words.isdisjoint(_WORDS_OF_PLACES):
        return False
    if passage.cells and any(passage.matches(_OF_PLACES, passage.heading(run.start))):
        return True
    left = passage.text[max(0, run.start - _REACH) : run.start].rpartition("\x00")[2]
    if any(passage.matches(_WORK_ABOUT, left.lower())):
        return True
    if (passage.is_plain and _PLAIN_HEAD.search(left)) or _IN_CLASS.search(left):
        return False
    return any(passage.matches(_LEFT_OF_PLACE, left)) and not any(passage.matches(_HEAD_OF, left))


def _looks_like_name(run: NameRun) -> bool:
    if run.is_shouted:
        return _looks_like_shouted_name(run.syllables)
    first, second, count = run.syllables[0], run.syllables[1], len(run.syllables)
    if first in STRONG_SURNAMES:
        return _THREE <= count <= _MOST or first in _TWO_ENOUGH
    if first in HIGHLAND_SURNAMES or (first in HIGHLAND and run.syllables[-1] in HIGHLAND_SURNAMES):
        return count <= _MOST
    if first in CLEAR_PLAIN_SURNAMES:
        return not _is_road_name(first, second)
    is_known = first in SURNAMES and second in MIDDLE_NAMES and not _is_road_name(first, second)
    is_plain = first in PLAIN_SURNAMES and second in PLAIN_MIDDLE_NAMES
    is_plain = is_plain and not _is_road_name(first, second)
    is_clear = second in _SURE_SECOND and count <= _MOST and first not in NOT_NAMES
    return count >= _THREE and (is_known or is_plain or is_clear)


def _is_road_name(first: str, second: str) -> bool:
    """Whether it is “Đường Phạm Văn Đồng” or “Truong Tieu hoc” at the beginning of a sentence."""
    is_named = second in SURNAMES | PLAIN_SURNAMES
    is_body = second in _PLAIN_NOT_NAMES or second.isupper()
    return (first in ("Đường", "Từ") and is_named) or (
        first in ("Duong", "Truong") and (is_named or is_body)
    )


def _looks_like_shouted_name(syllables: tuple[str, ...]) -> bool:
    """For headings in capitals: only a middle name shows that a run is a person."""
    is_known = syllables[0] in _SHOUTED[STRONG_SURNAMES]
    if syllables[1] in ("VĂN", "THỊ", "VAN", "THI") and len(syllables) > 2:  # noqa: PLR2004
        return syllables[0] in _SURNAMES or syllables[0].capitalize() not in NOT_NAMES
    return (
        is_known
        and _THREE <= len(syllables) <= _MOST - 1
        and syllables[1] in _SHOUTED[MIDDLE_NAMES]
    )
