"""The words that only paper needs: where the rest stands, and the log of verification."""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word

PAPER: Mapping[str, Word] = {
    "more_questions": Word(
        "Còn {count} câu hỏi và trả lời khác, xem {address}",
        "{count} more questions and answers, see {address}",
    ),
    "more_moments": Word(
        "{count} diễn biến trước đó, xem {address}", "{count} earlier moments, see {address}"
    ),
    "tasks_done": Word("{count} việc đã xong, xem {address}", "{count} tasks done, see {address}"),
    "more_forecasts": Word(
        "Còn {count} dự báo đã qua hoặc dài hơn 72 giờ, xem {address}",
        "{count} more forecasts, past or beyond 72 hours, see {address}",
    ),
    "more_changes": Word(
        "Và {count} thay đổi khác, xem {address}changes/",
        "And {count} other changes, see {address}changes/",
    ),
    "note_goes_on": Word("… (xem tiếp tại {address})", "… (goes on at {address})"),
    "evidence_elsewhere": Word(
        "Chi tiết và nhật ký thẩm tra, xác minh, kết luận của {count} thông tin làm căn cứ: xem "
        "{address} và tệp {file} đính kèm bản PDF này.",
        "Details and verification log of the {count} items relied on: see {address} and the file "
        "{file} attached to this PDF.",
    ),
    "paper_annex": Word("Phụ lục", "Annex"),
    "scripts": Word("Bài đọc trên loa truyền thanh", "Loudspeaker script"),
    "facts_reported": Word("Thông tin", "Information"),
    "paper_files": Word("Tệp kèm theo", "Files"),
    "log": Word("Nhật ký thẩm tra, xác minh, kết luận", "Verification log"),
    "log_item": Word("Thông tin", "Item"),
    "directive_named": Word("Tên văn bản", "Directive"),
    "directive_said": Word("Nơi ban hành, thời hạn", "Issued by, from and until when"),
    "directive_texts": Word("Nội dung các văn bản", "What the directives say"),
    "log_details": Word("Chi tiết thông tin làm căn cứ", "Details of what is relied on"),
}
