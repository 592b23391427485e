"""Secrecy marks as marks; not the word in the names of laws, and not honey."""

import re
from collections.abc import Iterator

from generator.guard.glance import Glance, triggers
from generator.guard.later import later
from generator.guard.sighting import Sighting
from generator.guard.signs import Signs

_MARK = later(r"(?<!\w)(?:TUYỆT +|TỐI +)?MẬT(?!\w)")
_SPACED = later(r"(?<!\w)(?:T *U *Y *Ệ *T|T *Ố *I) +M *Ậ *T(?!\w)|(?<!\w)M +Ậ +T(?!\w)")
_PLAIN_MARK = later(r"(?<!\w)(?:TOI MAT|TUYET MAT|TOP SECRET)(?!\w)")
_WRITTEN = later(
    r"(?<!\w)(?:độ mật|mức độ mật|mức mật|do mat|cấp độ mật"
    r"|độ bảo mật)[ ]?[:：=][ “\"'(]*(?:tuyệt |tối |tuyet |toi )?(?:mật|mat)(?!\w)"
    r"|(?<!\w)(?:dấu|đóng dấu|độ|mang dấu|chữ|khung|nhãn|mức|loại|công văn|tài liệu|văn bản"
    r"|báo cáo|hồ sơ|chỉ)(?: mật)?:? [“\"'(]?(?P<level>(?:tuyệt |tối )?mật)(?!\w)"
    r"|[(\[](?:tuyệt |tối )?mật[)\]]"
)
_OTHER_WORD_BEFORE = later(r"(?:BÍ|BẢO|CƠ|THÂN|NỘI|ẨN|TRỌNG|HỌA|ĐƯỜNG|RUỘT|TÚI|DỊCH|ĐỘ) +$")
_OTHER_WORD_AFTER = later(
    r" +(?:ĐỘ|ONG|KHẨU|MÃ|VỤ|THIẾT|THƯ|DANH|MÍA|HOA|NGỮ|GẤU|BÁO|THÁM|NGHỊ|ĐÀM|HIỆU)(?!\w)"
)
_RULE = later(
    r"(?<!\w)(?:không được|cấm|nghiêm cấm|theo luật|quy định|luật bảo vệ|không đăng|không đưa"
    r"|không soạn|không lưu|không gửi|không chụp)(?!\w)"
)
_REACH = 70
SECRECY_WORDS = triggers(("mật", "mat", "secret", "ậ"))
SECRECY_SIGNS = Signs(in_any_case=(_WRITTEN,), as_written=(_MARK, _SPACED, _PLAIN_MARK))


def secrecy(glance: Glance) -> Iterator[Sighting]:
    """A mark in capitals, or a degree of secrecy given to a document."""
    for pattern in (_MARK, _PLAIN_MARK, _SPACED):
        for found in pattern.finditer(glance.text):
            if not _is_other_word(glance.text, found):
                yield Sighting("BT512", found.start(), found.end(), found[0])
    for found in _WRITTEN.finditer(glance.low):
        value = glance.text[found.start() : found.end()]
        if found["level"] is None or _is_given(glance, found):
            yield Sighting("BT512", found.start(), found.end(), value)


def _is_other_word(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 12) : found.start()]
    return bool(_OTHER_WORD_BEFORE.search(before) or _OTHER_WORD_AFTER.match(text, found.end()))


def _is_given(glance: Glance, found: re.Match[str]) -> bool:
    """“Tài liệu Mật” with its capital is a mark; “tài liệu mật” in a rule speaks of such papers."""
    level = glance.text[found.start("level") : found.end("level")]
    return level[0].isupper() and not _RULE.search(glance.before(found.start(), _REACH))
