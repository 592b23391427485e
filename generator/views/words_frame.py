"""The words of the frame around every page, in both languages."""

from generator.base.text import Bilingual
from generator.views.words_offline import OFFLINE_FRAME

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
    "lost_home": Bilingual(
        "Hãy mở lại trang đầu của bản tin để tìm.",
        "Open the front page of the bulletins again to search.",
    ),
    "home": Bilingual("Về trang đầu", "To the front page"),
    **OFFLINE_FRAME,
}
