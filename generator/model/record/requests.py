"""Whether a sentence asks people to do something, or only tells them how things are."""

import re

from generator.base.text import nfc

# What a request is said with, in both languages; “được” and “vẫn” only tell that one may.
_ASKS = (
    *("hãy", "đừng", "chớ", "nên", "cần", "phải", "đề nghị", "mời", "xin", "vui lòng", "nhớ"),
    *("chủ động", "tránh", "hạn chế", "tạm dùng", "tạm ngừng", "tạm dừng", "gọi", "hỏi", "báo"),
    *("liên hệ", "theo dõi", "chờ", "mở vòi", "xả", "trữ", "đun", "rửa", "mang", "đưa trẻ", "giữ"),
    *("tắt", "khóa", "cắt điện", "dọn", "che", "đeo", "đi vòng", "đi đường", "làm theo"),
    *("không đi", "không dùng", "không uống", "không ăn", "không ra", "không tự", "không vào"),
    *("không chia sẻ", "không lan truyền", "không chuyển", "không mua", "không đưa", "không để"),
    *("đăng ký", "tiêm", "khai báo", "sơ tán", "rời khỏi", "lên chỗ", "chuyển đồ"),
)
_ASKS_ENGLISH = (
    *("please", "must", "should", "do not", "don't", "avoid", "call", "ask", "report", "keep"),
    *("boil", "use", "wait", "open", "close", "bring", "go", "stay", "leave", "check", "follow"),
)
# A verb asks where a clause begins with it, or after who is asked; elsewhere it tells.
_WHO = r"(?:bà con|người dân|nhân dân|các hộ|các gia đình|mọi người|hộ dân|residents)\s+"
_BEGINS = rf"(?:^|[,;:.!?–]\s*|\bthì\s+|\bvà\s+|\brồi\s+|\band\s+|\bthen\s+|{_WHO})"
_ALWAYS = re.compile(
    r"\b(?:hãy|đừng|chớ|không nên|nên|đề nghị|vui lòng|please|must|should|do not|don't)\b", re.I
)
_CLAUSE = re.compile(rf"{_BEGINS}(?:{'|'.join((*_ASKS, *_ASKS_ENGLISH))})\b", re.I)


def asks_to_act(text: str) -> bool:
    """Whether a sentence, or one of several, asks for something; “nên” that gives a reason too."""
    said = nfc(text)
    return bool(_ALWAYS.search(said) or _CLAUSE.search(said))
