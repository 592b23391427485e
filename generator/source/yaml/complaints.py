"""Errors of libyaml in plain words: reason and remedy in both languages."""

import re
from typing import Any, NamedTuple, TypeAlias

import yaml

from generator.base.diagnostics import Diagnostic
from generator.base.span import Span
from generator.base.text import Bilingual
from generator.source.problems import NOT_YAML
from generator.source.yaml.misplaced_lines import in_text_block, lost_colon, misplaced, start_of


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
_COLON = Complaint(
    Bilingual(
        "chữ đứng trước dấu hai chấm này bị hiểu là tên một khóa",
        "what stands before this colon is taken for a key",
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
_TEXT = Complaint(
    Bilingual(
        "dòng chữ này không thụt vào như các dòng khác của đoạn",
        "this line of text is not indented like the others of its block",
    ),
    Bilingual(
        "thêm dấu cách đầu dòng cho thẳng với các dòng khác của đoạn",
        "indent it like the other lines of the block",
    ),
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
_CONFLICT = Complaint(
    Bilingual(
        "hai người cùng sửa chỗ này và git chưa ghép được",
        "two people changed this place and git could not join it",
    ),
    Bilingual(
        "chọn phần đúng giữa các dấu <<<<<<<, ======= và >>>>>>>, rồi xóa ba dấu đó",
        "keep what is right between <<<<<<<, ======= and >>>>>>>, and delete these three lines",
    ),
)
_CONFLICT_MARK = re.compile(r"^<{7} ", re.MULTILINE)
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


_ABOUT_LINES = (_COLON, _NO_COLON, _INDENT)
PAIR = 2

# libyaml's marks and events are typed too loosely to be of use.
Mark: TypeAlias = Any
Event: TypeAlias = Any


def complaint(span: Span, reason: Complaint) -> Diagnostic:
    return NOT_YAML.at(span, reason=reason.reason, mend=reason.mend)


def unreadable(path: str, text: str, error: yaml.YAMLError, quoted: Event | None) -> Diagnostic:
    """The problem at the place to correct; `quoted` is the last quoted text before the error."""
    conflict = _CONFLICT_MARK.search(text)
    if conflict:
        return complaint(Span(path, text.count("\n", 0, conflict.start()) + 1), _CONFLICT)
    return _by_error(path, text, error, quoted)


def _by_error(path: str, text: str, error: yaml.YAMLError, quoted: Event | None) -> Diagnostic:
    """The problem of an error that is not a git conflict."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None or not isinstance(error, yaml.MarkedYAMLError):
        return complaint(Span(path), _complaint_for(str(error)))
    if _tab_before(text, mark):
        return complaint(_at(path, mark), TAB)
    if "quoted scalar" in str(error.context) and "end of stream" in str(error.problem):
        return complaint(_at(path, error.context_mark), QUOTE)
    if quoted is not None and mark.line - quoted.end_mark.line <= 1:
        if quoted.start_mark.line < quoted.end_mark.line:
            return complaint(_at(path, quoted.start_mark), QUOTE)
        if mark.line == quoted.end_mark.line:
            is_inner = text.split("\n")[mark.line].count(quoted.style) > PAIR
            return complaint(_at(path, mark), INNER_QUOTE if is_inner else AFTER_QUOTE)
    return _by_lines(path, text, error)


def _by_lines(path: str, text: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    """The problem at the line to correct, which may be before the line that libyaml names."""
    mark: Mark = error.problem_mark or error.context_mark
    reason = _complaint_for(str(error.problem))
    number = error.context_mark.line if reason is _NO_COLON and error.context_mark else mark.line
    if reason not in _ABOUT_LINES or (reason is _COLON and not _ends_a_key(text, mark)):
        return complaint(_at(path, mark), reason)
    for wrong_line, line_reason in (
        (lost_colon(text, number), _NO_COLON),
        (misplaced(text, number), _INDENT),
    ):
        if wrong_line is not None:
            return complaint(
                Span(path, wrong_line + 1, start_of(text, wrong_line) + 1), line_reason
            )
    is_text = reason is _NO_COLON and in_text_block(text, number)
    return complaint(
        Span(path, number + 1, start_of(text, number) + 1), _TEXT if is_text else reason
    )


def _ends_a_key(text: str, mark: Mark) -> bool:
    """Whether the text before the colon at the mark is only a key."""
    line: str = text.split("\n")[mark.line]
    return line[: mark.column].lstrip(" -").isidentifier()


def _complaint_for(problem: str) -> Complaint:
    return next((reason for phrase, reason in _BY_PHRASE if phrase in problem), _OTHER)


def _tab_before(text: str, mark: Mark) -> bool:
    lines = text.split("\n")
    return mark.line < len(lines) and "\t" in lines[mark.line][: mark.column + 1]


def _at(path: str, mark: Mark) -> Span:
    return Span(path, mark.line + 1, mark.column + 1)
