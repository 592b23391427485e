"""The words of feeds, the calendar and the links to them, in both languages."""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word

FEEDS: Mapping[str, Word] = {
    "follow_atom": Word("Theo dõi bằng Atom", "Follow by Atom"),
    "follow_json": Word("Theo dõi bằng JSON", "Follow by JSON"),
    "follow_calendar": Word("Lịch (tệp .ics)", "Calendar (.ics)"),
    "follow_api": Word("Dữ liệu cho máy đọc", "For machines"),
    "feed_about": Word("{site}: {name}", "{site}: {name}"),
    "feed_summary": Word(
        "Thu hồi và đính chính đứng trước, rồi đến bản mới nhất.",
        "Recalls and corrections first, then the newest.",
    ),
    "feed_correction": Word("{relation}: {title}", "{relation}: {title}"),
    "feed_recalled": Word(
        "{unit} thu hồi lúc {moment}. Không dùng nội dung này nữa.",
        "Recalled by {unit} at {moment}. Do not use it any more.",
    ),
    "feed_instead": Word("Dùng thay: {id}, {title}.", "Use instead: {id}, {title}."),
    "feed_issued": Word("Phát hành lúc {moment}.", "Issued at {moment}."),
    "feed_changed": Word("Thay đổi: {text}", "Changed: {text}"),
    "feed_next": Word("Kỳ tới: {moment}.", "Next issue: {moment}."),
    "calendar_update": Word("Cập nhật tới: {name}", "Next update: {name}"),
    "calendar_end": Word("Hết hiệu lực: {name}", "Expires: {name}"),
    "calendar_task": Word("Hạn nhiệm vụ, {unit}: {name}", "Task due, {unit}: {name}"),
    "calendar_task_nobody": Word("Hạn nhiệm vụ: {name}", "Task due: {name}"),
    "calendar_issue": Word("Kỳ tới sau bản tin {name}", "Next issue after bulletin {name}"),
    "calendar_over": Word("Không còn dùng", "No longer used"),
    "kind_and_id": Word("{kind} {id}", "{kind} {id}"),
}
