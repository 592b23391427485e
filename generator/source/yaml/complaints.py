"""Why a file cannot be read, in plain words: reason and remedy in both languages."""

import re
from typing import NamedTuple

from generator.base.diagnostics import Diagnostic
from generator.base.span import Span
from generator.base.text import Bilingual
from generator.source.problems import NOT_YAML

_CONFLICT_SIGNS = ("<<<<<<<", "=======", ">>>>>>>")
_CONFLICT_MARK = re.compile(r"^(?:(?:<{7}|>{7})(?:[ \r]|$)|={7}\r?$)", re.MULTILINE)


class Complaint(NamedTuple):
    """Why a file cannot be read, and what to do."""

    reason: Bilingual
    mend: Bilingual


QUOTE = Complaint(
    Bilingual("dấu nháy mở ở đây không được đóng", "the quote opened here is never closed"),
    Bilingual("thêm dấu nháy đóng ở cuối đoạn chữ", "add the closing quote at the end of the text"),
)
INNER_QUOTE = Complaint(
    Bilingual(
        "đoạn chữ trong dấu nháy kết thúc sớm, vì bên trong có cùng loại dấu nháy",
        "the quoted text ends early, for it holds the same kind of quote",
    ),
    Bilingual(
        "dùng “ ” bên trong, hoặc bao cả đoạn bằng loại dấu nháy kia",
        "use “ ” inside, or put the whole in the other kind of quote",
    ),
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
AFTER_QUOTE = Complaint(
    Bilingual("có chữ đứng sau dấu nháy đóng", "there is text after the closing quote"),
    Bilingual(
        "bao cả đoạn chữ trong một cặp dấu nháy, hoặc dùng “ ” cho chữ được trích",
        "put the whole text in one pair of quotes, or use “ ” inside it",
    ),
)
COLON = Complaint(
    Bilingual(
        "chữ đứng trước dấu hai chấm này bị hiểu là tên một khóa",
        "what stands before this colon is taken for a key",
    ),
    Bilingual(
        "đặt cả đoạn chữ trong dấu nháy, hoặc kiểm tra thụt đầu dòng",
        "put the whole text in quotes, or check the indentation",
    ),
)
NO_COLON = Complaint(
    Bilingual("thiếu dấu hai chấm sau khóa", "the colon after the key is missing"),
    Bilingual("viết “khóa: giá trị”, có dấu cách sau dấu hai chấm", "write “key: value”"),
)
INDENT = Complaint(
    Bilingual(
        "dòng này thụt vào không thẳng với các khóa cùng nhóm",
        "this line is not aligned with the keys of its group",
    ),
    Bilingual("sửa số dấu cách đầu dòng cho thẳng hàng", "align the start of the line"),
)
TEXT = Complaint(
    Bilingual(
        "dòng chữ này không thụt vào như các dòng khác của đoạn",
        "this line of text is not indented like the others of its block",
    ),
    Bilingual(
        "thêm dấu cách đầu dòng cho thẳng với các dòng khác của đoạn",
        "indent it like the other lines of the block",
    ),
)
COMMA = Complaint(
    Bilingual(
        "trong ngoặc [ ] hoặc { }, thiếu dấu phẩy trước chỗ này",
        "inside [ ] or { }, the comma before this is missing",
    ),
    Bilingual(
        "thêm dấu phẩy giữa hai mục; nếu cả đoạn là một câu thì đặt câu trong dấu nháy",
        "add the comma between the two items; if they are one sentence, put it in quotes",
    ),
)
OTHER_BRACKET = Complaint(
    Bilingual(
        "ngoặc đóng này không cùng loại với ngoặc mở", "this bracket does not fit the opening one"
    ),
    Bilingual("[ đóng bằng ], { đóng bằng }", "close [ with ] and { with }"),
)
EXTRA_BRACKET = Complaint(
    Bilingual("thừa một dấu ngoặc đóng", "there is a closing bracket too many"),
    Bilingual("xóa dấu ngoặc thừa này", "delete this bracket"),
)
WRAPPED = Complaint(
    Bilingual(
        "dòng này là phần tiếp của câu ở dòng trên, nhưng không thụt vào",
        "this line continues the text of the line above, but is not indented",
    ),
    Bilingual(
        "nối dòng này vào cuối dòng trên; hoặc viết “>-” sau dấu hai chấm ở trên, xuống dòng, rồi"
        " thụt mọi dòng của câu sâu hơn khóa đó hai dấu cách",
        "join it to the line above; or write “>-” after the colon above, and indent every line of"
        " the text two spaces deeper than that key",
    ),
)
NO_SPACE = Complaint(
    Bilingual(
        "thiếu dấu cách sau dấu hai chấm của khóa",
        "the space after the colon of the key is missing",
    ),
    Bilingual("viết “khóa: giá trị”, có dấu cách sau dấu hai chấm", "write “key: value”"),
)
DASH = Complaint(
    Bilingual(
        "thiếu dấu cách sau dấu gạch ngang đầu mục",
        "the space after the dash of the item is missing",
    ),
    Bilingual("viết “- ” rồi mới đến chữ", "write “- ”, and then the text"),
)
BULLET = Complaint(
    Bilingual(
        "mục của danh sách bắt đầu bằng một dấu khác dấu gạch ngang",
        "the item of the list begins with another sign than a hyphen",
    ),
    Bilingual(
        "thay dấu đó bằng “- ” (gạch ngang của bàn phím, rồi một dấu cách)",
        "put “- ” in its place (the hyphen of the keyboard, and a space)",
    ),
)
HASH = Complaint(
    Bilingual(
        "từ dấu # này trở đi là chú thích, nên phần còn lại của dòng bị bỏ",
        "from this # on it is a comment, so the rest of the line is dropped",
    ),
    Bilingual(
        "nếu # thuộc về câu, đặt cả câu trong dấu nháy kép; nếu là chú thích, chuyển nó lên một"
        " dòng riêng phía trên khóa",
        "if the # belongs to the text, put the text in double quotes; if it is a comment, move it"
        " to a line of its own above the key",
    ),
)
TABLE = Complaint(
    Bilingual(
        "đây là một bảng dán vào, dấu | ở đầu bị hiểu là lệnh mở đoạn nhiều dòng",
        "this is a pasted table, and its first | opens a text of several lines",
    ),
    Bilingual(
        "viết lại bảng thành câu; khóa nhận bảng (details, answer, summary) thì viết “|” sau dấu"
        " hai chấm, xuống dòng, rồi thụt mọi dòng của bảng sâu hơn khóa hai dấu cách",
        "write the table as sentences; for a key that takes tables (details, answer, summary) write"
        " “|” after the colon, and indent every line of the table two spaces deeper",
    ),
)
CHARACTER = Complaint(
    Bilingual("ký tự này không được đứng đầu giá trị", "no value may begin with this character"),
    Bilingual("đặt giá trị trong dấu nháy", "put the value in quotes"),
)
ESCAPE = Complaint(
    Bilingual(
        "dấu \\ trong nháy kép không đi với chữ này", "the \\ in double quotes has no meaning here"
    ),
    Bilingual("dùng nháy đơn, hoặc viết \\\\", "use single quotes, or write \\\\"),
)
CONFLICT = Complaint(
    Bilingual(
        "hai người cùng sửa chỗ này và git chưa ghép được",
        "two people changed this place and git could not join it",
    ),
    Bilingual(
        "chọn phần đúng giữa các dấu <<<<<<<, ======= và >>>>>>>, rồi xóa ba dấu đó",
        "keep what is right between <<<<<<<, ======= and >>>>>>>, and delete these three lines",
    ),
)
DIRECTIVE = Complaint(
    Bilingual("dòng này bắt đầu bằng dấu %", "this line begins with the sign %"),
    Bilingual(
        "xóa dòng này; nếu là một phần của câu, đặt cả câu trong dấu nháy",
        "delete the line; if it is part of a sentence, put the whole sentence in quotes",
    ),
)
OTHER = Complaint(
    Bilingual("cách viết ở đây không đúng", "the notation is wrong here"),
    Bilingual(
        "kiểm tra dấu hai chấm, dấu nháy và thụt đầu dòng",
        "check colons, quotes and indentation",
    ),
)


def sign_at_start(sign: str, mend: Bilingual) -> Complaint:
    """A sign at the start of a text that means something else there."""
    return Complaint(
        Bilingual(
            f"dấu “{sign}” ở đầu có nghĩa khác, nên phần sau không được đọc là chữ",
            f"“{sign}” at the start means something else, so what follows is not read as text",
        ),
        mend,
    )


def unclosed(opening: str, closing: str) -> Complaint:
    return Complaint(
        Bilingual(
            f"ngoặc “{opening}” mở ở đây không được đóng",
            f"“{opening}” opened here is never closed",
        ),
        Bilingual(
            f"thêm “{closing}” vào cuối danh sách; nếu đây là câu bắt đầu bằng “{opening}”, đặt cả"
            " câu trong dấu nháy",
            f"add “{closing}” at the end; if it is a text that begins with “{opening}”, put it in"
            " quotes",
        ),
    )


def conflict(path: str, text: str) -> Diagnostic | None:
    """The problem of a file that git could not join, whatever else is wrong in it."""
    mark = _CONFLICT_MARK.search(text) if any(sign in text for sign in _CONFLICT_SIGNS) else None
    return complaint(Span(path, text.count("\n", 0, mark.start()) + 1), CONFLICT) if mark else None


def complaint(span: Span, reason: Complaint) -> Diagnostic:
    return NOT_YAML.at(span, reason=reason.reason, mend=reason.mend)
