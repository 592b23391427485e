"""What libyaml complains about, in plain words: reason and mend in both languages."""

from typing import NamedTuple

from generator.base.text import Bilingual


class Complaint(NamedTuple):
    """Why a file cannot be read, and what to do."""

    reason: Bilingual
    mend: Bilingual


TAB = Complaint(
    Bilingual("dòng này thụt đầu dòng bằng phím Tab", "this line is indented with a tab"),
    Bilingual("thay Tab bằng dấu cách", "replace the tab with spaces"),
)
QUOTE = Complaint(
    Bilingual("dấu nháy mở ở đây không được đóng", "the quote opened here is never closed"),
    Bilingual("thêm dấu nháy đóng ở cuối đoạn chữ", "add the closing quote at the end of the text"),
)
EMPTY = Complaint(
    Bilingual("tệp trống", "the file is empty"),
    Bilingual(
        "viết các khóa của bản ghi, hoặc xóa tệp", "write the keys of the record, or delete it"
    ),
)
NOT_KEYS = Complaint(
    Bilingual(
        "tệp phải gồm các dòng “khóa: giá trị”", "the file must consist of lines “key: value”"
    ),
    Bilingual("viết “khóa: giá trị” trên mỗi dòng", "write “key: value” on each line"),
)
_COLON = Complaint(
    Bilingual(
        "dấu hai chấm ở đây bị hiểu là một khóa mới", "the colon here is taken for a new key"
    ),
    Bilingual(
        "đặt cả đoạn chữ trong dấu nháy, hoặc kiểm tra thụt đầu dòng",
        "put the whole text in quotes, or check the indentation",
    ),
)
_NO_COLON = Complaint(
    Bilingual("thiếu dấu hai chấm sau khóa", "the colon after the key is missing"),
    Bilingual("viết “khóa: giá trị”, có dấu cách sau dấu hai chấm", "write “key: value”"),
)
_INDENT = Complaint(
    Bilingual(
        "dòng này thụt vào không thẳng với các khóa cùng nhóm",
        "this line is not aligned with the keys of its group",
    ),
    Bilingual("sửa số dấu cách đầu dòng cho thẳng hàng", "align the start of the line"),
)
_FLOW = Complaint(
    Bilingual("ngoặc [ ] hoặc { } không được đóng đúng", "a bracket [ ] or { } is not closed"),
    Bilingual(
        "thêm dấu phẩy giữa các mục hoặc dấu ngoặc đóng",
        "add the comma between the items or the closing bracket",
    ),
)
_CHARACTER = Complaint(
    Bilingual("ký tự này không được đứng đầu giá trị", "no value may begin with this character"),
    Bilingual("đặt giá trị trong dấu nháy", "put the value in quotes"),
)
_ESCAPE = Complaint(
    Bilingual(
        "dấu \\ trong nháy kép không đi với chữ này", "the \\ in double quotes has no meaning here"
    ),
    Bilingual("dùng nháy đơn, hoặc viết \\\\", "use single quotes, or write \\\\"),
)
_OTHER = Complaint(
    Bilingual("cách viết ở đây không đúng", "the notation is wrong here"),
    Bilingual(
        "kiểm tra dấu hai chấm, dấu nháy và thụt đầu dòng",
        "check colons, quotes and indentation",
    ),
)

_BY_PHRASE: tuple[tuple[str, Complaint], ...] = (
    ("mapping values are not allowed", _COLON),
    ("could not find expected ':'", _NO_COLON),
    ("did not find expected key", _INDENT),
    ("did not find expected '-'", _INDENT),
    ("block sequence entries are not allowed", _INDENT),
    ("did not find expected ',' or", _FLOW),
    ("did not find expected node content", _FLOW),
    ("unknown escape character", _ESCAPE),
    ("did not find expected hexdecimal", _ESCAPE),
    ("Unicode character code", _ESCAPE),
    ("found unexpected end of stream", QUOTE),
    ("cannot start any token", _CHARACTER),
    ("did not find expected <document start>", _INDENT),
)


def explained(problem: str) -> Complaint:
    return next((said for phrase, said in _BY_PHRASE if phrase in problem), _OTHER)
