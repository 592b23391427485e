"""Lists of phrases: how they become one pattern, and which of their words set a detector going."""

import re

# Of a phrase these words say too little: a detector set going by them would always run.
_EVERYDAY = frozenset(
    """
    a ai anh bà bán bị bọn bộ các cái cán cao chẳng chỉ chị cho chưa chủ có con cô công của cùng
    cũng cụ cử dân đã đang để đến đi đó đồng được động em gia giữ gì hai hành hay hoặc họ hộ
    khi không kinh làm lên lấy lại mới một mà mình này nên nhà nhân như những nhiều nhóm nói nước
    ở ông phải phường ra rồi sẽ số sự tại tên thành thì tổ tin tới trên trong trường từ và vào
    về vì việc viên vụ với xã xin
    """.split()
)
_TONES = {
    "oá": "óa", "oà": "òa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oé": "óe", "oè": "òe",
    "oẻ": "ỏe", "oẹ": "ọe", "uý": "úy", "uỳ": "ùy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_BOTH = {**_TONES, **{old: new for new, old in _TONES.items()}}
_TONE = re.compile(rf"(?:{'|'.join(_BOTH)})(?!\w)")


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


def is_telling(phrase: str) -> bool:
    """Whether something in a phrase sets a detector going."""
    return bool(telling_words((phrase,)))
