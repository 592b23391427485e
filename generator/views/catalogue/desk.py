"""The words of the desk and of drafts, in both languages."""

from collections.abc import Mapping
from functools import cache

from generator.base.diagnostics import Severity
from generator.base.text import Bilingual as Word
from generator.base.text import Language

TITLE = Word("Bàn biên tập", "Editors' desk")
SEVERITIES: Mapping[Severity, Word] = {
    Severity.ERROR: Word("Lỗi", "Error"),
    Severity.HOLD: Word("Tạm giữ", "Hold"),
    Severity.WARNING: Word("Cảnh báo", "Warning"),
    Severity.NOTE: Word("Lưu ý", "Note"),
}
TONES: Mapping[Severity, str] = {
    Severity.ERROR: "bad",
    Severity.HOLD: "warn",
    Severity.WARNING: "info",
    Severity.NOTE: "plain",
}
WORDS: Mapping[str, Word] = {
    "draft": Word("DỰ THẢO", "DRAFT"),
    "desk_says": Word(
        "Trang này chỉ có trong bản xem trước trên máy của người biên tập; không in, không chuyển"
        " tiếp.",
        "This page exists only in the preview on an editor's machine; do not print or pass it on.",
    ),
    "draft_says": Word(
        "Chưa phát hành. Nội dung còn có thể thay đổi; không dùng, không in, không chuyển tiếp.",
        "Not issued. The content may still change; do not use, print or pass it on.",
    ),
    "summary": Word(
        "Lúc {moment}: {count} việc đang chờ, {late} việc trễ hạn.",
        "At {moment}: {count} things wait, {late} of them late.",
    ),
    "quiet": Word("Không có việc nào đang chờ.", "Nothing is waiting."),
    "nobody": Word("Chưa rõ đơn vị", "Nobody is named"),
    "nobody_says": Word(
        "Tệp chưa đọc được hoặc không thuộc bản ghi nào; người sửa tệp gần nhất xử lý.",
        "The file cannot be read or belongs to no record; whoever changed it last mends it.",
    ),
    "offices": Word("Người ký: {offices}", "Who signs: {offices}"),
    "contact": Word("Đầu mối: {contact}", "Contact: {contact}"),
    "late": Word("trễ {days} ngày", "{days} d. late"),
    "late_today": Word("trễ hôm nay", "late today"),
    "since": Word("từ {day}", "since {day}"),
    "due": Word("hạn {day}", "due {day}"),
    "holds": Word("Đang giữ lại", "Holds back"),
    "fix": Word("Cách xử lý", "What to do"),
    "writing": Word("Bản đang soạn", "Being written"),
    "writing_says": Word(
        "Chưa phát hành, hoặc đã sửa sau lần phát hành gần nhất.",
        "Not issued yet, or changed since it was issued last.",
    ),
    "findings": Word("Điểm phải xử lý", "Findings"),
    "work": Word("Việc phải làm", "To do"),
    "back": Word("Về Bàn biên tập", "Back to the desk"),
    "source": Word("Tệp nguồn", "The file"),
    "unprintable": Word(
        "Còn lỗi nên chưa xem trước được bản tin; sửa xong thì bản xem trước hiện ở đây.",
        "There are errors, so the bulletin cannot be shown; mend them and it appears here.",
    ),
    "preview": Word("Bản xem trước", "Preview"),
}


@cache
def desk_words(language: Language) -> Mapping[str, str]:
    return {name: word.to(language) for name, word in WORDS.items()}
