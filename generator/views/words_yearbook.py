"""The words of the yearbook: its cover, contents, corrections and index."""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word

YEARBOOK: Mapping[str, Word] = {
    "yearbook": Word("Tập bản tin năm {year}", "Bulletins of {year}"),
    "yearbook_holds": Word("Gồm {count} bản tin", "Holds {count} bulletins"),
    "yearbook_exercises": Word("{count} bản tin diễn tập", "{count} made in an exercise"),
    "yearbook_withdrawn": Word("{count} bản tin đã thu hồi", "{count} withdrawn"),
    "yearbook_among": Word("trong đó có {parts}", "of which {parts}"),
    "yearbook_as_of": Word("Nội dung đến {moment}", "As of {moment}"),
    "yearbook_order": Word(
        "Mỗi bản tin được in theo phiên bản mới nhất, xếp theo thứ tự phát hành lần đầu.",
        "Each bulletin is printed in its newest version, in the order of first issue.",
    ),
    "yearbook_contents": Word("Mục lục", "Contents"),
    "yearbook_version": Word("phiên bản {version}", "version {version}"),
    "yearbook_issued": Word("phát hành {moment}", "issued at {moment}"),
    "yearbook_code": Word("Mã kiểm tra: {digest}", "Check code: {digest}"),
    "yearbook_page": Word("Trang", "Page"),
    "yearbook_is_withdrawn": Word("Đã thu hồi", "Withdrawn"),
    "yearbook_recalled": Word(
        "Sau khi phát hành, {id} “{title}” đã bị thu hồi lúc {moment}. Không dùng nội dung đó.",
        "After the issue {id} “{title}” was recalled at {moment}. Do not use that message.",
    ),
    "yearbook_verify": Word(
        "Mã băm tính trên tệp {file} trong kho của chương trình. Lệnh “bulletin verify” tính lại "
        "mã này và cả chuỗi phát hành.",
        "The digest is taken over the file {file} of the programme. The command “bulletin verify” "
        "recomputes it and the whole chain.",
    ),
    "yearbook_corrections": Word("Đính chính, thu hồi", "Corrections and recalls"),
    "yearbook_corrections_note": Word(
        "Các lần đính chính, thu hồi trong năm {year} và về các bản tin trong tập này.",
        "What was corrected, withdrawn or recalled in {year}, or of the bulletins in this book.",
    ),
    "yearbook_no_corrections": Word(
        "Không có đính chính hoặc thu hồi.", "Nothing was corrected, withdrawn or recalled."
    ),
    "yearbook_at": Word("Lúc", "At"),
    "yearbook_what": Word("Bản tin, nội dung", "Bulletin or message"),
    "yearbook_why": Word("Việc và lý do", "What and why"),
    "yearbook_elsewhere": Word("ngoài tập này", "not in this book"),
    "yearbook_areas": Word("Tra theo địa bàn", "Index by area"),
    "yearbook_topics": Word("Tra theo lĩnh vực", "Index by topic"),
    "yearbook_events": Word("Tra theo sự việc", "Index by event"),
    "yearbook_check": Word("Kiểm tra tập này", "To check this book"),
    "yearbook_again": Word(
        "Lệnh “bulletin render --year {year}” lập lại tập này từ các bản đã phát hành; nếu không "
        "có gì thay đổi thì mã kiểm tra ở chân trang vẫn như cũ.",
        "The command “bulletin render --year {year}” makes this book again from what was issued; "
        "unless something has changed, the check code at the foot of the page is the same.",
    ),
    "yearbook_scan": Word(
        "Quét mã QR hoặc mở địa chỉ dưới đây để xem các bản tin đang có hiệu lực.",
        "Scan the code or open this address for the bulletins that hold now.",
    ),
    "yearbook_look": Word(
        "Xem trang bản tin của chương trình để biết các bản tin đang có hiệu lực.",
        "See the bulletin's site for the bulletins that hold now.",
    ),
    "yearbook_qr": Word("Mã QR: {coded}", "QR code: {coded}"),
}
