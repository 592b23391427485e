"""The words for what depends on the moment of reading: validity, due updates, the device's clock.

The text of a page without scripts is true at any moment; a script may say more.
"""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word

READING: Mapping[str, Word] = {
    # Under the title of a page; a script adds how long ago that was.
    "updated": Word("Cập nhật {moment}", "Updated {moment}"),
    # A badge: the text that is always true, then the text for each state.
    "holds_until": Word("Có hiệu lực đến {until}", "In force until {until}"),
    "holds_between": Word(
        "Có hiệu lực từ {since} đến {until}", "In force from {since} until {until}"
    ),
    "now_coming": Word("Sắp có hiệu lực, dùng từ {since}", "Coming, use from {since}"),
    "now_in_force": Word("Đang có hiệu lực, đến {until}", "In force, until {until}"),
    "now_expired": Word("Hết hiệu lực từ {until}", "Expired on {until}"),
    # What a moment in a list means.
    "on_written": Word("Ghi ngày {day}", "Written on {day}"),
    "on_concluded": Word("Kết luận ngày {day}", "Concluded on {day}"),
    "at_issued": Word("Phát hành {moment}", "Issued {moment}"),
    # Beside the result of an information: it was concluded on a day, not for ever.
    "concluded_then": Word("lúc kết luận, ngày {day}", "when concluded, on {day}"),
    # A newer bulletin stands in the place of this one.
    "follower_of_event": Word(
        "Đã có bản tin mới hơn về việc này:", "There is a newer bulletin about this event:"
    ),
    "follower_of_kind": Word(
        "Đã có bản tin mới hơn cùng loại:", "There is a newer bulletin of this kind:"
    ),
    "follower_of_named": Word(
        "Đã có bản tin mới hơn về việc “{event}”:", "There is a newer bulletin about “{event}”:"
    ),
    "follower": Word("{bulletin}, {moment} → mở", "{bulletin}, {moment} → open"),
    "corrected_since": Word("đã đính chính: {words}", "corrected: {words}"),
    "corrected_out": Word("đã đính chính: bỏ “{words}”", "corrected: without “{words}”"),
    "came": Word("đã có", "it has come"),
    # An instruction that is closed.
    "closed_old": Word(
        "Nội dung cũ, không dùng nữa. Bấm để xem lại.",
        "Old wording, no longer in use. Select to read it.",
    ),
    "closed_held": Word(
        "Nội dung đang tạm giữ, chưa được dùng. Bấm để xem.",
        "Withheld, not to be used yet. Select to read it.",
    ),
    "closed_changed": Word(
        "Nội dung trong bản này đã được sửa ở bản sau. Bấm để xem lại.",
        "This wording was changed in a later version. Select to read it.",
    ),
    # Promised updates whose moment is past.
    "due_badge": Word("Đã quá hẹn cập nhật", "An update was due"),
    "due_message": Word(
        "Lẽ ra đã có nội dung mới hơn lúc {moment}. Trước khi dùng, hãy tải lại trang này"
        " hoặc hỏi {unit}.",
        "A newer message was due at {moment}. Before you use this one, reload the page"
        " or ask {unit}.",
    ),
    "due_event": Word(
        "Lẽ ra đã có cập nhật về sự việc này lúc {moment}. Hãy tải lại trang hoặc hỏi {unit}.",
        "An update on this event was due at {moment}. Reload the page or ask {unit}.",
    ),
    "due_issue": Word(
        "Lẽ ra đã có bản tin tiếp theo lúc {moment}. Hãy tải lại trang hoặc hỏi {unit}.",
        "The next bulletin was due at {moment}. Reload the page or ask {unit}.",
    ),
    "due_valid": Word(
        "Có nội dung thống nhất trong bản này đã hết hiệu lực từ {moment}."
        " Chỉ dùng nội dung còn hiệu lực.",
        "A message in this bulletin expired on {moment}. Use only what is in force.",
    ),
    # The front page.
    "coming_title": Word("Sắp có hiệu lực", "Coming into force"),
    "expired_title": Word("Vừa hết hiệu lực, không dùng nữa", "Just expired, no longer in use"),
    "doubt_title": Word(
        "Không rõ còn hiệu lực hay không, hãy xem thời hạn",
        "In force or not cannot be told, see the times",
    ),
    # Since the last visit.
    "visits_title": Word("Thay đổi từ lần xem trước", "Changes since your last visit"),
    "visits_count": Word("{count} mục", "{count} new"),
    "visits_done": Word("Đánh dấu đã xem", "Mark as read"),
    "visits_done_says": Word("Đã ghi nhận là đã xem.", "Marked as read."),
    "visits_kept": Word(
        "Chỉ ghi trong trình duyệt của máy này, không gửi đi đâu.",
        "Kept only in this device's browser, sent nowhere.",
    ),
}

# How long ago an issue was: texts of the script, in the file of facts about the site.
AGO_WORDS: Mapping[str, Word] = {
    "now": Word("hôm nay", "today"),
    "today": Word("hôm nay, {hours} giờ trước", "today, {hours} h ago"),
    "hours": Word("{hours} giờ trước", "{hours} h ago"),
    "yesterday": Word("hôm qua", "yesterday"),
    "days": Word("{days} ngày trước", "{days} days ago"),
}

# Texts of the script, on every page; the frame puts them beside `#reading-time`.
CLOCK_WORDS: Mapping[str, Word] = {
    "clock": Word(
        "Ngày giờ trên máy này sớm hơn lúc lập trang ({moment}) nên không thể biết nội dung nào"
        " còn hiệu lực. Hãy chỉnh lại ngày giờ, hoặc tự xem thời hạn ghi ở từng nội dung.",
        "This device's clock is earlier than the making of this site ({moment}), so it cannot tell"
        " what is in force. Set the clock, or go by the times written on each message.",
    ),
}
