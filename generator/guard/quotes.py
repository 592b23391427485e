"""Quotations put into the mouth of a citizen."""

import re
from collections.abc import Iterator

from generator.guard.glance import Glance
from generator.guard.later import later
from generator.guard.sighting import Sighting
from generator.guard.signs import Signs

_SPEAKER = (
    r"người dân|bà con|cư dân|hộ dân|nhân dân|dân|phụ huynh|tiểu thương|công nhân|học sinh"
    r"|sinh viên|cử tri|người cao tuổi|cụ già"
    r"|chủ hộ|chủ quán|chủ cửa hàng|người bán hàng|hàng xóm|người thuê trọ|người đi đường"
    r"|nhân chứng|tài xế|lái xe|shipper"
    r"|công dân|hộ gia đình|người thân|người nhà|bệnh nhân|nạn nhân|nông dân|người lao động"
    r"|hội viên|đoàn viên|chủ nhà|khách"
    r"|(?:ông|bà|anh|chị|cô|chú|bác|cụ|cháu|em)(?: (?!em|con|bà|chị)[^\s,.:;“\"]+){1,5}?"
    r"|một (?:ông|bà|anh|chị|cụ|bác|cô|chú)"
    r"|ý kiến(?: \w+){0,3}|độc giả|bạn đọc|tài khoản|người dùng|facebooker|dư luận|chị|anh"
    r"|người bán|người mua|học viên|nghệ nhân|hành khách|thanh niên|phụ nữ|người gọi[^.:]{0,30}"
    r"|người (?:ở|đến|đi|làm|bị|được|thuê|có|từng|trong|tham gia)[^.:]{0,40}|chủ \w+|xe ôm"
    r"|đảng viên|thành viên|bố mẹ|mẹ|cha|vợ|chồng|con|già làng|trưởng bản|giáo dân|khách hàng"
    r"|tiểu thương|cựu chiến binh"
)
_VERB = (
    r"bảo|đáp|đáp lại|viết lên|lời|thì|ghi lời|nói nguyên văn|nói|cho biết|chia sẻ|bức xúc|than"
    r"|than thở|than phiền|kể|kể lại|phàn nàn|bày tỏ|phản ánh|cho rằng|nhận xét|khẳng định"
    r"|đề nghị|hỏi|viết|bình luận|nêu|nêu ý kiến|trả lời|phát biểu|cho hay|tâm sự|kêu|thắc mắc"
    r"|kiến nghị|quả quyết|lo lắng|gọi điện"
    r"|giãi bày|trình bày|thốt lên|chất vấn|đặt câu hỏi|nhắn|bộc bạch|cảm thán|khen|chê|mong"
    r"|mong muốn|lo ngại|nói rõ|nói thêm|nguyên văn"
)
_OPEN = "[“\"«‘'„]"
_QUOTED = r"(?P<said>[^”\"»’“\x00]{8,}?)"
_AFTER_SPEAKER = later(
    rf"(?<!\w)(?:{_SPEAKER})(?!\w)[^.!?:“\"«\x00]{{0,60}}?(?<!\w)(?:{_VERB})(?!\w)[^.!?:“\"«\x00]{{0,24}}?"
    rf"(?P<lead>: ?|, ?|rằng:? |là:? | )[–-]? ?{_OPEN}{_QUOTED}(?:[”\"»]|’(?!\w)|'(?!\w)|$)"
)
_BEFORE_SPEAKER = later(
    rf"{_OPEN}{_QUOTED}[”\"»][,.!?…]{{0,2}} ?[,–-]? ?(?:(?:đó )?là (?:lời|câu nói|ý kiến"
    rf"|chia sẻ|câu hỏi|băn khoăn)(?: \w+){{0,2}} của )?"
    rf"(?:một |các |nhiều |những |lời )?(?:{_SPEAKER})(?!\w)[^.!?:“\"\x00]{{0,50}}"
)
_WORDS_OF = later(
    rf"(?<!\w)(?:lời|ý kiến|câu hỏi|chia sẻ|câu|tâm sự) (?:nói |kể )?(?:của )?(?:một |các "
    rf"|nhiều |mấy )?(?:{_SPEAKER})(?!\w)"
    rf"[^.!?:“\"«\x00]{{0,40}}(?P<lead>: ?| là:? ?| ){_OPEN}{_QUOTED}(?:[”\"»]|$)"
)
_ME = r"(?:tôi|chúng tôi|tụi em|em|cháu|mình|nhà tôi|bọn tôi|con tôi)"
_DIALOGUE = later(
    rf"(?:^|\n)[–—-] (?P<said>[^\n]*(?<!\w){_ME}(?!\w)[^\n]*?)(?:[,.!?]\s+|\s*\n)"
    rf"[^\n.]*?(?:{_SPEAKER})(?!\w)[^\n.]*(?<!\w)(?:{_VERB})(?!\w)"
)
_DASH = later(r"(?:\A|\n)[–—-] ")
_SAYS = later(rf"(?<!\w)(?:{_VERB}|lời|câu nói|ý kiến|chia sẻ|câu hỏi|băn khoăn)(?!\w)")
_OFFICIAL = later(
    r"(?<!\w)(?:đại diện|lãnh đạo|bí thư|chủ tịch|trưởng|phó|ubnd|ủy ban|công an|cơ quan|ban "
    r"|báo cáo|công văn|thông báo"
    r"|nghị quyết|luật|quyết định|cán bộ|phát ngôn|đồng chí|loa)"
)
# Quoted though no speech: documents, slogans, forms, terms.
_NAME_OF_THING = later(
    r"(?:về việc|chương trình|kế hoạch|phong trào|cuộc vận động|khẩu hiệu|chủ đề|mô hình|đề án"
    r"|cuốn|bài|chuyên đề|câu lạc bộ|thông báo|tờ rơi"
    r"|mẫu đơn|đơn|phiếu|hội thi|cuộc thi|dự án|gọi là|mang tên|có tên|nhan đề|danh hiệu|cụm từ"
    r"|từ|mục|biển|nhóm|tin|video|clip|hoạt động|ngày hội) ?$"
)
_WORDS_OF_SPEECH = 3
_REACH = 110
_OPENING = later(r"[“\"«„]|(?<= )[‘']")
QUOTE_SIGNS = Signs(in_any_case=(_AFTER_SPEAKER, _BEFORE_SPEAKER, _WORDS_OF, _DIALOGUE))


def has_quotes(glance: Glance) -> bool:
    text = glance.text
    return bool(
        "“" in text
        or '"' in text
        or "«" in text
        or "‘" in text
        or " '" in text
        or _DASH.search(text)
    )


def quotes(glance: Glance) -> Iterator[Sighting]:
    """Words between quotation marks that a citizen is made to say."""
    if not has_quotes(glance):
        return
    seen = -1
    for found in _found(glance):
        at = found.start("said")
        if at > seen and _is_speech(glance, found):
            seen = found.end("said")
            yield Sighting("BT510", at, seen, glance.text[at:seen])


def _found(glance: Glance) -> list[re.Match[str]]:
    found = list(glance.finds(_DIALOGUE)) if _DASH.search(glance.text) else []
    for mark in _OPENING.finditer(glance.low):
        start, end = max(0, mark.start() - _REACH), mark.end() + 2 * _REACH
        if not any(glance.finds_within(_SAYS, start, end)):
            continue
        found += glance.finds_within(_AFTER_SPEAKER, start, end)
        found += glance.finds_within(_WORDS_OF, start, end)
        after = glance.finds_within(_BEFORE_SPEAKER, mark.start(), end)
        found += (f for f in after if _SAYS.search(f[0], f.end("said") - f.start()))
    return sorted(found, key=lambda one: one.start("said"))


def _is_speech(glance: Glance, found: re.Match[str]) -> bool:
    words = len(found["said"].split())
    lead = found.groupdict().get("lead", ":").strip()
    least = _WORDS_OF_SPEECH if lead else 2 * _WORDS_OF_SPEECH
    before = glance.low[found.start() : found.start("said") - 1]
    return (
        words >= least
        and not _NAME_OF_THING.search(before.rstrip(" :,"))
        and not _OFFICIAL.search(before or glance.low[found.end("said") : found.end()])
    )
