"""The words for units and areas that have ended, and for those that stand in their place."""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word

SUCCESSION: Mapping[str, Word] = {
    # Whom to ask, where the unit that was named has ended.
    "unit_succeeded": Word("{named} (nay là {unit})", "{named} (now {unit})"),
    "unit_ended": Word(
        "{named} (đã ngừng hoạt động, nay hỏi {unit})", "{named} (no longer exists, ask {unit})"
    ),
    "unit_gone": Word(
        "{named} (đơn vị này đã ngừng hoạt động)", "{named} (this unit no longer exists)"
    ),
    "spoken_before": Word("trước đây là {named}", "formerly {named}"),
    "contact_moved": Word(
        "{named} đã kết thúc hoạt động ngày {day}. Nơi trả lời hiện nay: {contact}.",
        "{named} ended on {day}. Who answers now: {contact}.",
    ),
    "contact_gone": Word(
        "{named} đã kết thúc hoạt động ngày {day}; không còn nơi trả lời.",
        "{named} ended on {day}; nobody answers for it.",
    ),
    # The pages of units and areas.
    "life_unit_ended": Word("Đã kết thúc hoạt động ngày {day}", "Ended on {day}"),
    "life_unit_ending": Word("Hoạt động đến hết ngày {day}", "Exists until {day}"),
    "life_unit_coming": Word("Hoạt động từ ngày {day}", "Exists from {day}"),
    "life_area_ended": Word("Đã hết hiệu lực từ sau ngày {day}", "Not in use after {day}"),
    "life_area_ending": Word("Dùng đến hết ngày {day}", "In use until {day}"),
    "life_area_coming": Word("Dùng từ ngày {day}", "In use from {day}"),
    "life": Word("Thời gian", "Time"),
    "life_now": Word("Nay là", "Now"),
    "life_later": Word("Sau đó là", "Then"),
    "life_before": Word("Kế thừa của", "Successor of"),
    "life_asks": Word("Nơi trả lời", "Contact"),
    "nothing_from_unit": Word(
        "Chưa có bản ghi nào do đơn vị này cung cấp.", "This unit has supplied no record yet."
    ),
    "nothing_in_area": Word(
        "Chưa có bản ghi nào về địa bàn này.", "There is no record about this area yet."
    ),
    "ended_badge": Word("Đã kết thúc", "Ended"),
    "party_badge": Word("Bên phối hợp", "Party"),
}
