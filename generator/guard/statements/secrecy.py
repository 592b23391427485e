"""Secrecy marks on papers; not the word “mật” in names of laws, and not “mật” as honey."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.guard.text.patterns import any_of, phrases
from generator.guard.text.plain_text import Passage, unaccented
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_GAP = r"[\s._*-]"
_SPACED_LEVEL = (
    rf"(?:t{_GAP}*u{_GAP}*y{_GAP}*ệ{_GAP}*t{_GAP}+|t{_GAP}*ố{_GAP}*i{_GAP}+)?m{_GAP}+ậ{_GAP}+t"
    rf"|t{_GAP}+u{_GAP}+y{_GAP}+ệ{_GAP}+t{_GAP}+m{_GAP}*ậ{_GAP}*t"
    rf"|t{_GAP}+ố{_GAP}+i{_GAP}+m{_GAP}*ậ{_GAP}*t"
)
_WORD = r"(?<![^\W_])(?:(?:tuyệt|tối)[\s._-]*)?mật(?![^\W_])"
_LEVEL = lazy_regex(rf"(?<![^\W_])(?:{_SPACED_LEVEL})(?![^\W_])|{_WORD}")
_PLAIN_DEGREE = (
    r"(?:tuyet|toi)[\s._-]?mat|m[ .]a[ .]t|t *o *i +m *a *t|t *u *y *e *t +m *a *t|top secret"
)
_PLAIN_LEVEL = lazy_regex(rf"(?<![^\W_])(?:{_PLAIN_DEGREE}|mat)(?![^\W_])")
# Other words of which “mật” is a part.
_OTHER_BEFORE = lazy_regex(
    r"(?<!\w)(?:bí|bảo|cơ|thân|nội|ẩn|trọng|họa|hoạ|đường|ruột|túi|dịch|gian|nước|sỏi|ống"
    r"|viêm|men|lấy|nuôi"
    r"|quay|chè|bánh|bim|giữ|mía|vại|hũ|lọ|chai|lít|kg|vắt|bò|gấu|ngọt|cắt|mổ|tụ|sản phẩm"
    r"|đựng|chứa)[ -]$"
)
_OTHER_AFTER = lazy_regex(
    r"[ -](?:độ|ong|khẩu|mã|vụ|thiết|thư|danh|mía|hoa|ngữ|gấu|báo|thám|nghị|đàm|hiệu|lệnh"
    r"|ước|ngọt|nhân|rừng"
    r"|đường|phục|kế|chỉ|tông|giáo|trong|thoại|tiếp|hội|truyền|điện|bong|heo|lợn|cá|dừa"
    r"|nguyên|sơn|tấn)(?!\w)"
)
# Words for marked papers, and words for marking.
_PAPER = any_of(
    phrases(
        "công văn|công điện|điện|tài liệu|văn bản|báo cáo|hồ sơ|kế hoạch|phương án|bản đồ",
        "tờ trình|đề án|nghị quyết",
        "văn kiện|biên bản|quyết định|chỉ thị|thông báo|danh sách|tệp|file|bản|bản tin|thư",
        "phiếu|đề cương|sơ đồ",
        "bản vẽ|dự thảo|kết luận|giấy|ảnh|trang|bì|phong bì|số liệu|thông tin|đĩa|usb",
        "ổ cứng|phụ lục|đề thi|mệnh lệnh|giấy mời|nội dung|bản sao|bản in",
    )
)
_MARKING = any_of(
    phrases(
        "dấu|đóng dấu|mang dấu|con dấu|chữ|khung|nhãn|mức|mức độ|cấp|cấp độ|loại|phân loại",
        "xếp loại|ký hiệu|độ|thuộc độ",
        "chế độ|diện|ghi|ghi rõ|in|in chữ|đóng|xếp|hạng|bìa|đề|chỉ|độ bảo mật|dòng chữ|dòng",
        "tem|đóng mộc|mộc|đánh dấu",
    )
)
_AFTER_MARKING = lazy_regex(
    _MARKING + r"(?: (?:là|chữ|hạng|loại|ở|đỏ|mức|độ|vào|thành|mật))*[ :“\"'‘(\[]*$"
)
_AFTER_PAPER = lazy_regex(_PAPER + r"(?: (?:loại|thuộc loại|độ|hạng|này|trên))?[ (\[“\"'-]*$")
_DEGREE = lazy_regex(
    r"(?<!\w)(?:mức |cấp )?(?:độ|do) (?:mật|mat) ?[:=] ?[“\"'(]*"
    r"(?:(?:(?:tuyệt|tối|tuyet|toi) ?)?(?:mật|mat)"
    r"|[abc])(?!\w)"
)
_LIKE_MARK_BEFORE = lazy_regex(r"(?:^|[\n\x00(\[“\"'‘:;/|_]|[–—-])\s*$")
# “Bản sao số 02/05, Mật, …”
_OF_NUMBERED_PAPER = lazy_regex(_PAPER + r"(?:(?! mật)[^,;:.]){0,40}\d[^,;:.\s]*, ?$")
_LIKE_MARK_AFTER = lazy_regex(r"\s*(?:$|[\n\x00)\]”\"'’:;,/|._!]|[–—-])")
_STAMPED = lazy_regex(
    r"(?<!\w)(?:đóng dấu|mang dấu|có dấu|dấu đỏ|in dấu|đóng mộc)(?: chữ| đỏ)?[ “\"']*$"
)
# “loại mật, chỉ đọc tại chỗ”, “dấu mật đỏ”, “mật – hỏa tốc”
_OF_KIND = lazy_regex(r"(?<!\w)(?:dấu|con dấu|loại|mức|chữ|dòng chữ) [“\"']?$")
_STAYS = lazy_regex(r"[”\"']?(?:[,;.)]|$| (?:đỏ|ở góc|ở lề|trên bìa))")
_FORBIDS = lazy_regex(r"[”\"']? (?:thì )?(?:không|cấm|chỉ|phải|cần|nên)(?!\w)")
_AS_URGENT = lazy_regex(r" ?[-–/,] ?(?:hỏa tốc|hoả tốc|khẩn|thượng khẩn)")
# Talk about secrecy: laws, rules, plays.
_TALK = lazy_regex(
    any_of(
        phrases(
            "không được|cấm|nghiêm cấm|theo luật|luật|quy định|không đăng|không đưa",
            "không soạn|không lưu|không gửi",
            "không chụp|không phát tán|không để|không mang|danh mục|thuật ngữ|độ mật theo",
            "nghị định|thông tư|phim|điệp vụ",
            "trò chơi|tiểu thuyết|truyện|vở|xác định độ mật|ba độ mật|các độ mật|ba mức|gồm",
            "khái niệm|nghĩa là|là gì",
            "tập huấn|phổ biến|quy chế|hướng dẫn|quản lý văn bản|bảo vệ bí mật",
            "bí mật nhà nước|tuyên truyền|nếu|khi|ai|mọi",
            "kiểm tra việc|xử lý|giải mật|hết thời hạn|nhắc nhở|sổ đăng ký|văn thư",
            "thẩm quyền|trách nhiệm|sẽ|phải|cần",
        )
    )
)
_LAW = lazy_regex(
    any_of(
        phrases(
            "danh mục bí mật|thuật ngữ|theo luật|độ mật theo|nghị định quy định"
            "|luật bảo vệ bí mật|điệp vụ|phim|tiểu thuyết|trò chơi|vở kịch|vở chèo|truyện"
        )
    )
)
_REACH, _CLOSE = 80, 24
SECRECY_SIGNS = Signs(
    in_any_case=(_DEGREE, _LEVEL, lazy_regex(rf"(?<![^\W_])(?:{_PLAIN_DEGREE})(?![^\W_])")),
    as_written=(lazy_regex(r"(?<![^\W_])MAT(?![^\W_])"),),
)


def secrecy(passage: Passage) -> Iterator[Sighting]:
    """A secrecy mark in capitals, or a degree of secrecy of a paper."""
    for match in _DEGREE.finditer(passage.low):
        if not _LAW.search(passage.before(match.start(), _REACH)):
            yield _sighting(passage, *match.span())
    for match in _LEVEL.finditer(passage.low):
        if not _is_other_word(passage, match) and _is_mark(passage, match):
            yield _sighting(passage, *match.span())
    for match in _PLAIN_LEVEL.finditer(passage.low):
        if _is_plain_mark(passage, match):
            yield _sighting(passage, *match.span())


def _sighting(passage: Passage, start: int, end: int) -> Sighting:
    return Sighting("BT512", start, end, passage.text[start:end])


def _is_other_word(passage: Passage, match: re.Match[str]) -> bool:
    before, after = passage.before(match.start(), _CLOSE), passage.after(match.end(), _CLOSE)
    is_half = match[0] == "mật" and _OTHER_BEFORE.search(before)
    # “Có chữ MẬT trong khung đỏ”: the next word is written otherwise, so it is another word.
    beside = passage.text[match.end() - 1 : match.end() + 2]
    is_apart = beside[0].isupper() and beside[2:].islower() and not match[0].istitle()
    is_apart = is_apart and passage.text[match.start() : match.end()].isupper()
    is_other = _OTHER_AFTER.match(after) and not match[0].startswith(("tu", "tố"))
    return bool(is_half or (is_other and not is_apart))


def _is_mark(passage: Passage, match: re.Match[str]) -> bool:
    """Whether it is a mark: capitals are; small letters only beside words for a certain paper."""
    original = passage.text[match.start() : match.end()]
    before, after = passage.before(match.start(), _REACH), passage.after(match.end(), _CLOSE)
    if _LAW.search(f"{before}{original.lower()}{after}"):
        return False
    is_leveled, is_talk = match[0] != "mật", bool(_TALK.search(before.rpartition(". ")[2]))
    if original.isupper():
        return not (passage.text[: match.start()].rpartition("\n")[2].isupper() and is_talk)
    is_spaced = bool(re.search(r"(?<!\w)m\W", match[0]))
    is_alone = _LIKE_MARK_BEFORE.search(before) or _OF_NUMBERED_PAPER.search(before)
    stands_alone = bool(is_alone and _LIKE_MARK_AFTER.match(after))
    if is_spaced or (original[0].isupper() and stands_alone):
        return True
    is_marked = bool(_AFTER_MARKING.search(before))
    is_on_paper = bool(_AFTER_PAPER.search(before))
    if is_leveled or original[0].isupper() or "(" in before[-1:] or "[" in before[-1:]:
        return not is_talk and (is_marked or is_on_paper or stands_alone)
    is_stamped = bool(_STAMPED.search(before) or _AS_URGENT.match(after))
    is_stamped = is_stamped and not _FORBIDS.match(after)
    is_stamped = is_stamped or bool(_OF_KIND.search(before) and _STAYS.match(after))
    return not is_talk and (is_stamped or (is_on_paper and _is_about_one_paper(before, after)))


def _is_about_one_paper(before: str, after: str) -> bool:
    """Whether a single paper is meant (“Công văn mật số 22”), not secret papers in general."""
    return bool(
        re.match(r"\s*(?:[–—-]|số|này|bị|kèm|đã|của|\d|ngày|[”\"’)])", after)
    ) and not before.endswith("bản ")


def _is_plain_mark(passage: Passage, match: re.Match[str]) -> bool:
    original = passage.text[match.start() : match.end()]
    before, after = passage.before(match.start(), _REACH), passage.after(match.end(), _CLOSE)
    if re.search(r"(?<!\w)(?:bi|bao(?! cao)|danh muc|luat|nghi dinh|phim)(?: \w+){0,3} $", before):
        return False
    stands_alone = bool(_LIKE_MARK_BEFORE.search(before) and _LIKE_MARK_AFTER.match(after))
    if match[0].startswith(("m ", "m.")):
        return original.isupper() and stands_alone
    if match[0] != "mat":
        is_me = (
            match[0].startswith("toi") and not original.isupper() and not _is_joined(passage, match)
        )
        return not is_me or bool(
            (stands_alone and passage.is_plain)
            or _search_unaccented(_AFTER_PAPER, before)
            or _search_unaccented(_AFTER_MARKING, before)
        )
    is_marked = bool(_search_unaccented(_AFTER_MARKING, before)) and passage.is_plain
    return (original == "MAT" and (is_marked or stands_alone)) or (
        passage.is_plain and before.rstrip().endswith(("dong dau", "do mat:"))
    )


def _is_joined(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the word is a part of a file name."""
    near = passage.text[max(0, match.start() - 1) : match.end() + 1]
    return "_" in near or "-" in near


def _search_unaccented(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return re.search(unaccented(pattern.pattern), text)
