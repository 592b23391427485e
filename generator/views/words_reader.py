"""The words of the pages that readers open first, in both languages."""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word

READER: Mapping[str, Word] = {
    "we_say": Word("Nói", "Say"),
    "we_do_not_say": Word("Không nói", "Do not say"),
    "nothing_known": Word("Chưa có điều nào được kết luận.", "Nothing has been concluded yet."),
    "nothing_unknown": Word("Không ghi điều nào chưa rõ.", "Nothing is noted as unknown."),
    "nothing_to_say": Word(
        "Chưa có nội dung thống nhất nào đang có hiệu lực. Chỉ nói điều đã xác minh.",
        "No agreed message is in force. Say only what has been verified.",
    ),
    "say_nothing_else": Word(
        "Không nêu nguyên nhân, con số hoặc lời hứa khi chưa có nội dung thống nhất.",
        "Give no cause, figure or promise before there is an agreed message.",
    ),
    "more_points": Word("Thêm {count} điều", "{count} more"),
    "more_uses": Word("Thêm: {titles}", "Also: {titles}"),
    "who_and_until": Word("Ai trả lời, đến khi nào", "Who answers, until when"),
    "answers_now": Word("Nơi trả lời", "Who answers"),
    "event_differences": Word("Ý kiến khác nhau", "Differing opinions"),
    "event_rumours": Word("Tin đồn và sự thật", "Rumours and facts"),
    "holding_here": Word("Đang có hiệu lực, đang mở", "In force and open"),
    "all_here": Word("Tất cả, mới nhất đứng trước", "Everything, newest first"),
    "records_here": Word("{count} bản ghi", "{count} records"),
    "pair_fact": Word("Sự thật", "The fact"),
}
