"""The words of the search page, including those that its script shows."""

from collections.abc import Mapping

from generator.base.text import Bilingual as Word

# Texts of search.js; each is hidden in the page under its name.
SAID_BY_SCRIPT: Mapping[str, Word] = {
    "loading": Word("Đang tìm…", "Searching…"),
    "ask": Word(
        "Gõ từ cần tìm hoặc chọn một mục lọc.", "Type what to find, or choose something to filter."
    ),
    "one": Word("Có 1 kết quả.", "1 result."),
    "found": Word("Có {count} kết quả.", "{count} results."),
    "some": Word(
        "Không có trang nào có đủ các từ này. {count} trang dưới đây có một số từ.",
        "No page holds all these words. The {count} pages below hold some of them.",
    ),
    "guide": Word(
        "Không bản ghi nào có các từ này; phần hướng dẫn có {count} trang.",
        "No record holds these words; {count} pages of the guide do.",
    ),
    "nothing": Word(
        "Không tìm thấy. Hãy thử ít từ hơn, bỏ bớt mục lọc, hoặc gõ mã của bản ghi.",
        "Nothing found. Try fewer words or filters, or the id of a record.",
    ),
    "failed": Word(
        "Không tải được dữ liệu tìm kiếm. Hãy kiểm tra kết nối rồi tải lại trang.",
        "What the search needs could not be loaded. Check the connection and reload the page.",
    ),
    "more": Word("Xem thêm kết quả", "More results"),
    "in_force": Word("Đang có hiệu lực", "In force"),
    "coming": Word("Sắp có hiệu lực", "Coming"),
    "expired": Word("Đã hết hiệu lực", "Expired"),
    "superseded": Word("Đã được thay thế", "Superseded"),
    "recalled": Word("Đã thu hồi", "Recalled"),
    "withdrawn": Word("Đã ngừng dùng", "Withdrawn"),
    "held": Word("Đang tạm giữ", "Withheld"),
    "unused": Word("Không dùng nội dung này.", "Do not use this."),
}

SEARCH: Mapping[str, Word] = {
    "search_title": Word("Tìm", "Search"),
    "search_summary": Word(
        "Tìm trong mọi bản tin, bản ghi và trang hướng dẫn, gõ có dấu hay không dấu đều được.",
        "Search all bulletins, records and the guide, with or without diacritics.",
    ),
    "search_query": Word("Từ cần tìm, có dấu hay không dấu, hoặc mã", "Words, or an id"),
    "search_go": Word("Tìm", "Search"),
    "search_filters": Word("Lọc kết quả", "Filter"),
    "search_kind": Word("Loại", "Kind"),
    "search_area": Word("Địa bàn", "Area"),
    "search_topic": Word("Lĩnh vực", "Topic"),
    "search_event": Word("Sự việc", "Event"),
    "search_all": Word("Tất cả", "All"),
    "search_in_force": Word("Chỉ nội dung đang có hiệu lực", "Only what is in force"),
    "search_results": Word("Kết quả", "Results"),
    "search_answer": Word("Nói gì lúc này", "What to say now"),
    "search_who": Word("Hỏi thêm:", "Who answers:"),
    "search_telephone": Word("Số điện thoại, nơi trả lời:", "Telephone, who answers:"),
    "search_guide": Word("Hướng dẫn", "Guide"),
    "search_unscripted": Word(
        "Muốn tìm ở đây, trình duyệt phải cho phép chạy JavaScript."
        " Nếu không, hãy mở các danh sách:",
        "Searching here needs JavaScript. Without it, open one of the lists:",
    ),
    **{f"search_said_{name}": word for name, word in SAID_BY_SCRIPT.items()},
}
