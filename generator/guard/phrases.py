"""Lists of phrases: how they become one pattern, and which of their words set a detector going."""

import re
from collections.abc import Iterable

from generator.guard.glance import Glance, parted, triggers, unaccented
from generator.guard.later import later

# Of a phrase these words say too little: a detector set going by them would always run.
_EVERYDAY = frozenset(
    parted(
        """
    a ai anh bao biết biển bà bán bên băm bảo bằng bị bọn bố bộ ca cam cao cho chuyện chân chí
    chính chưa chấp chất chẳng chỉ chịu chợ chủ chứng chữ con cá các cách cái cán còn có
    cô công cùng cũ cũng cư cường cấp cầu cắt cộng cụ của cử cửa da diễn do dung dân dây dùng
    dụng em gia giá giới giữ gì gọi gốc hai hay ho hoa hoặc hàng hành hướng hạ họ học hỏa hồ
    hồi hộ hội khai khi khuynh khuẩn khó không khớp kiến ký kết kỳ la liên lo là làm lên
    lý lũ lưu lạ lại lấy lập lễ lệnh lực mai mang minh miệng mà mình mùa mất mặt một mới mục
    nam nghiệm nghĩa nghị ngoan ngoặc nguyên người ngập nhiều nhiệm nhà nhân nhóm như nhận
    những này nên nói nước nối nửa nữ phe phiếu phát phân phương phường phạm phải phụ phục
    quan quyết quá quản quốc ra rồi sai sau say sinh song suất sách sâu sĩ sơn sẽ số sử sự tai
    theo thiên thiếu thiểu thu thuế thành thái thì thư thải thấp thế thể thị thụt tin tiêu
    tiếng tiếp triển trong trung truyền trên trùng trường trẻ trở trữ tuần tán tâm tên tình
    tích tôn tư tưởng tại tạp tắc tối tổ tới từ tự va vay vi viên việc viện việt và vào vì vòi
    văn về với vụ xa xanh xe xin xuất xã xả y án áp ích ô ông ý ăn đang đi điểm đá đã đó đông
    đưa đường được đảo đất đầu đặt đến để đốc đối đồ đồng độ động đời đục ống ở
    """
    )
)
_TONES = {
    "oá": "óa", "oà": "òa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oé": "óe", "oè": "òe",
    "oẻ": "ỏe", "oẹ": "ọe", "uý": "úy", "uỳ": "ùy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_BOTH = {**_TONES, **{old: new for new, old in _TONES.items()}}
_TONE = later(rf"(?:{'|'.join(_BOTH)})(?!\w)")


def phrases(*written: str) -> tuple[str, ...]:
    """Phrases parted by bars, in any number of lines."""
    listed = (" ".join(one.split()) for text in written for one in text.split("|"))
    return tuple(one for one in listed if one)


def any_of(listed: tuple[str, ...]) -> str:
    """The pattern of these phrases, whole words, in both ways of writing the tone of oa and uy."""
    return rf"(?<!\w)(?:{'|'.join(map(both_tones, listed))})(?!\w)"


def both_tones(pattern: str) -> str:
    """A pattern that takes “hóa” and “hoá” alike."""
    return _TONE.sub(lambda found: f"(?:{found[0]}|{_BOTH[found[0]]})", pattern)


def telling_words(listed: tuple[str, ...]) -> frozenset[str]:
    """The words of phrases that are not everyday words; each phrase has one."""
    words = {word for phrase in listed for word in re.findall(r"[^\W\d_]+", phrase)}
    telling = words - _EVERYDAY
    respelt = {_TONE.sub(lambda found: _BOTH[found[0]], word) for word in telling}
    return frozenset(telling | respelt)


def is_whole(text: str, found: re.Match[str]) -> bool:
    """Whether a match within a stretch was not cut off in the middle of a word."""
    return not text[found.end() : found.end() + 1].isalnum()


def is_telling(phrase: str) -> bool:
    """Whether something in a phrase sets a detector going."""
    return bool(telling_words((phrase,)))


def with_marks(words: Iterable[str]) -> frozenset[bytes]:
    """Triggers of a text that is written with marks: there “ban” is no “bán”."""
    written = frozenset(words)
    bare = frozenset(map(unaccented, written))
    return (triggers(written) - triggers(bare)) | triggers(written & bare)


def fitting(glance: Glance, words: frozenset[bytes], marked: frozenset[bytes]) -> frozenset[bytes]:
    """Which of two sets of triggers a text is to be looked at with."""
    return words if glance.is_plain else marked
