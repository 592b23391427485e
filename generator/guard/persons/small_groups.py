"""Small numbers of citizens in a sentence."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.guard.text.plain_text import Passage, word_forms
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_PEOPLE = (
    "hộ dân|hộ gia đình|hộ|người dân|người cao tuổi|người|gia đình|trường hợp|cháu|em|học sinh"
    "|cụ|phụ nữ|công dân|ý kiến|lá đơn|đơn"
    "|phiếu|lượt phản ánh|lượt|cuộc gọi|bệnh nhân|ca bệnh|ca|tiểu thương|cử tri|phản ánh"
)
_DID = (
    "phản ánh|kiến nghị|khiếu nại|tố cáo|phản đối|không đồng (?:ý|tình|thuận)|chưa đồng (?:ý"
    "|tình|thuận)|đồng (?:ý|tình|thuận)|mắc|nhiễm"
    "|dương tính|theo đạo|gửi đơn|đề nghị|ý kiến|từ chối|bày tỏ|trả lời|không hài lòng|hài lòng"
    "|lo ngại|nghiện|tái nghèo|nghèo|cận nghèo"
    "|khuyết tật|chưa ký|không ký|tử vong|khiếu kiện|góp ý|không tán thành|tán thành|bỏ phiếu"
    "|nêu|ngộ độc|bị bệnh|bị ốm|gọi đến"
)
COUNTED = lazy_regex(
    rf"(?<![\w/.,-])(?P<count>\d{{1,2}}|{'|'.join(_WORDS)}) (?:{_PEOPLE})(?!\w)"
    rf"(?: [^\W\d]+){{0,6}}? (?:{_DID})(?!\w)"
)
_NUMBERED = lazy_regex(
    r"(?<!\w)(?:tổ|khu|số|thôn|cụm|đội|nhóm|ngày|tháng|điều|quý|lớp|khối|phần|mục|câu|bảng|năm"
    r"|giờ|khoản|điểm|đợt|lần|thứ|phố|nhất|tuần|kỳ|trên|hơn|khoảng"
    r"|từ|dưới|ít nhất|mỗi|cứ|đủ|tối đa|tối thiểu|và|đến) $"
)
_FIGURE = lazy_regex(r"\d{1,2} (?=[a-zđ])")
_NUMBER_WORDS = word_forms(_WORDS)
_SMALL = 20
COUNT_SIGNS = Signs(in_any_case=(COUNTED,))


def counts(passage: Passage) -> Iterator[Sighting]:
    """Small counts of citizens who did or suffered something; the programme sets the limit."""
    for match in _near_numbers(passage):
        count = _number(match["count"])
        if 0 < count < _SMALL and not _NUMBERED.search(passage.before(match.start(), 16)):
            yield Sighting("BT511", match.start(), match.end(), str(count), "count")


def _near_numbers(passage: Passage) -> Iterator[re.Match[str]]:
    for figure in _FIGURE.finditer(passage.low):
        match = COUNTED.match(passage.low, figure.start())
        if match:
            yield match
    for at in passage.offsets(_NUMBER_WORDS):
        match = COUNTED.match(passage.low, at)
        if match:
            yield match


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _WORDS[text]
