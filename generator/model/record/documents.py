"""Whether the reference of a step of verification names a document, or only what was heard."""

import re

# Where something was posted, printed or broadcast: it says who said it, not whether it is true.
_MEDIUM = re.compile(
    r"https?://|\bwww\.|\b[\w-]+\.(?:vn|com|net|org)\b"
    r"|\b(?:facebook|fanpage|fb|zalo|tiktok|youtube|instagram|twitter|threads|telegram|viber)\b"
    r"|\bmạng xã hội\b|\bbài (?:đăng|viết|báo)\b|\bđăng (?:tải|trên)\b|\bbình luận\b"
    r"|\b(?:livestream|clip|video|status|website|link)\b|\btrang (?:mạng|tin|web)\b"
    r"|\bbáo(?! cáo\b| giá\b| động\b)(?<!thông báo)(?<!cảnh báo)(?<!dự báo)\b"
    r"|\btạp chí\b|\btruyền hình\b|\btrên mạng\b|\btin mạng\b"
    r"|\b(?:vnexpress|vietnamnet|dân trí|tuổi trẻ|tiền phong)\b"
    r"|\b(?:lời kể|nghe kể|nghe nói|truyền miệng|gọi điện|điện thoại)\b",
    re.IGNORECASE,
)
# Papers that a unit makes when it looks into something.
_PAPER = re.compile(
    r"\b(?:biên bản|công văn|công điện|phiếu|báo cáo|tờ trình|quyết định|giấy|hồ sơ)\b",
    re.IGNORECASE,
)
# Papers that bear a number: an announcement without one may be a post.
_NUMBERED = re.compile(
    r"\b(?:thông báo|thông cáo|kết luận|văn bản|kết quả|kế hoạch|hướng dẫn)\b.*\bsố\s*\d",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"(?:không|chưa|đã)?(?: ?có| rõ)?|rồi|n/?a|x+|none|null", re.IGNORECASE)


def names_nothing(reference: str | None) -> bool:
    """Whether no document is named: nothing is written, or only that there is none."""
    text = (reference or "").strip(" .…-–_?")
    return not any(letter.isalnum() for letter in text) or bool(_NOTHING.fullmatch(text))


def names_only_a_medium(reference: str) -> bool:
    """Whether it names a post, a newspaper or an address of the net, but no paper of a unit."""
    is_paper = _PAPER.search(reference) or _NUMBERED.search(reference)
    return bool(_MEDIUM.search(reference)) and not is_paper


def is_same(reference: str, other: str | None) -> bool:
    """Whether two references are the same but for spaces and letter case."""
    return " ".join(reference.split()).casefold() == " ".join((other or "").split()).casefold()
