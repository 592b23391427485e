"""The words around every page: the frame, saved copies without a network, feeds and calendar."""

from collections.abc import Mapping

from generator.base.text import Bilingual
from generator.base.text import Bilingual as Word

OFFLINE: Mapping[str, Word] = {
    "one_file": Word("Tải một tệp để đọc khi không có mạng", "One file to read without a network"),
    "offline_title": Word("Đang không có mạng", "No network"),
    "offline_summary": Word(
        "Trang cần xem chưa được lưu trên máy; các trang đã lưu.",
        "The page is not saved on this device; the pages that are.",
    ),
    "offline_says": Word(
        "Trang cần xem chưa được lưu trên máy này nên không mở được khi mất mạng.",
        "That page is not saved on this device, so it cannot be opened without a network.",
    ),
    "offline_again": Word("Thử mở lại trang đó", "Try that page again"),
    "offline_saved": Word("Các trang đã lưu trên máy", "Pages saved on this device"),
    "offline_none": Word("Máy này chưa lưu trang nào.", "This device has saved no page yet."),
    "offline_urgent": Word(
        "Việc gấp mà không xem được nội dung thống nhất: gọi đầu mối của đơn vị, không tự trả lời.",
        "In urgent need of an agreed message that cannot be opened: call your unit, do not answer"
        " on your own.",
    ),
    "alone_file": Word(
        "Tệp này đọc được không cần mạng. Nội dung theo bản {name}, mã băm {digest}.",
        "This file can be read without a network. It holds version {name}, digest {digest}.",
    ),
    "stick_read": Word(
        "{site}\r\n\r\n"
        "Đây là toàn bộ trang bản tin, đọc được không cần mạng.\r\n\r\n"
        "1. Giải nén cả tệp zip ra một thư mục (đừng mở thẳng trong tệp zip).\r\n"
        "2. Mở tệp index.html trong thư mục đó bằng trình duyệt.\r\n\r\n"
        "Trên điện thoại: mở trang của bản tin, chọn “Tải một tệp để đọc khi không có mạng”.\r\n"
        "Nội dung nào cũng ghi thời hạn; hết hạn thì không dùng.\r\n"
        "Kiểm tra thư mục có bị sửa hay không: bulletin verify <thư mục>\r\n",
        "{site}\r\n\r\n"
        "This is the whole site of the bulletin; it can be read without a network.\r\n\r\n"
        "1. Extract the whole zip into a folder (do not open pages inside the zip).\r\n"
        "2. Open index.html in that folder with a browser.\r\n\r\n"
        "On a phone, open the page of a bulletin and take “One file to read without a network”.\r\n"
        "Everything says until when it holds; do not use it afterwards.\r\n"
        "To see whether the folder was altered: bulletin verify <folder>\r\n",
    ),
}

# Texts of the scripts; the reader's device fills in {moment}, {age}, {count} and {size}.
OFFLINE_FRAME: Mapping[str, Word] = {
    "saved_copy": Word(
        "Bản lưu trên máy, lấy lúc {moment} ({age}).", "Saved copy, taken at {moment} ({age})."
    ),
    "saved_moment": Word(
        "{hour} giờ {minute} ngày {day}/{month}/{year}", "{hour}:{minute} on {day}/{month}/{year}"
    ),
    "saved_now": Word("vừa xong", "just now"),
    "saved_newer": Word("Đã có mạng: xem bản mới nhất", "Back online: see the newest"),
    "saved_kept": Word(
        "Đã lưu {count} trang để đọc khi mất mạng ({size} MB), lấy lúc {moment}.",
        "{count} pages are saved for reading without a network ({size} MB), taken at {moment}.",
    ),
    "stick": Word(
        "Tải cả trang về máy tính (tệp zip, mở được không cần mạng)",
        "The whole site for a computer without a network (zip)",
    ),
}


FRAME_WORDS: dict[str, Bilingual] = {
    "skip": Bilingual("Đến nội dung chính", "To the content"),
    "search": Bilingual("Tìm trong bản tin", "Search the bulletins"),
    "find": Bilingual("Tìm", "Search"),
    "sections": Bilingual("Các mục", "Sections"),
    "close": Bilingual("Đóng", "Close"),
    "contents": Bilingual("Trên trang này", "On this page"),
    "foot": Bilingual(
        "Chỉ dùng nội dung còn hiệu lực. Bản đã phát hành không thay đổi;"
        " chỗ nào sửa đều có ghi ở mục Đính chính.",
        "Use only what is in force. Issued versions do not change; every change is in Corrections.",
    ),
    "lost": Bilingual("Không có trang này", "There is no such page"),
    "lost_says": Bilingual(
        "Địa chỉ có thể đã gõ nhầm. Mã của bản ghi và bản tin không bao giờ đổi; hãy tìm theo mã.",
        "The address may be mistyped. Ids of records and bulletins never change; search by the id.",
    ),
    "lost_find": Bilingual("Gõ mã hoặc điều cần hỏi", "Type the id or what you want to ask"),
    "home": Bilingual("Về trang đầu", "To the front page"),
    **OFFLINE_FRAME,
}


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
