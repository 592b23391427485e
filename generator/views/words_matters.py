"""The words of consultations: how far a matter is, and what is held back because of it."""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word

MATTERS: Mapping[str, Word] = {
    "matter_state": Word("Tình trạng", "State"),
    "matter_since": Word("{state}, từ ngày {day}", "{state}, since {day}"),
    "matter_on": Word("{state}, ngày {day}", "{state}, on {day}"),
    "matter_waits": Word("{matter}; chờ {who}", "{matter}; waiting for {who}"),
    "withheld": Word(
        "{id} đang tạm giữ, chưa được dùng: {why}.",
        "{id} is withheld and may not be used: {why}.",
    ),
    "held_directed": Word(
        "cấp quyết định cho ý kiến chỉ đạo ngày {day}, chờ các bên phê duyệt lại",
        "the deciding body gave a direction on {day}, the parties have yet to approve it again",
    ),
    "held_notice": Word(
        "Đang tạm giữ: {why}. Không dùng nội dung này.",
        "Withheld: {why}. Do not use this.",
    ),
    "held_title": Word("Nội dung đang tạm giữ", "Withheld"),
    "see_matter": Word("Việc đang trao đổi", "The matter"),
    "released_by": Word("Được dùng theo", "Released by"),
    "effect_released": Word("Được dùng theo kết quả này", "Released by this outcome"),
    "effect_replaced": Word("Đã được thay bằng", "Replaced by"),
    "effect_held": Word("Đang tạm giữ", "Withheld"),
    "effect_unissued": Word("Chưa phát hành", "Not issued"),
    "effect_continued": Word("Giải quyết ở lần trao đổi sau", "Settled later in"),
}
