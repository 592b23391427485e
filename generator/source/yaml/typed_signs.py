"""Signs that people type as text and that mean something else there: the real cause of an error.

Asked only when a file cannot be read, with libyaml's error; most causes stand before its mark.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from generator.base.text import Bilingual
from generator.source.yaml.complaints import (
    BULLET,
    COMMA,
    DASH,
    EXTRA_BRACKET,
    HASH,
    OTHER_BRACKET,
    TABLE,
    Complaint,
    sign_at_start,
    unclosed,
)
from generator.source.yaml.known_keys import list_keys, markdown_keys
from generator.source.yaml.line_spelling import in_quotes, with_curly_quotations
from generator.source.yaml.misplaced_lines import structural_lines

# libyaml's errors and marks are typed too loosely to be of use.
Error: TypeAlias = Any
Mark: TypeAlias = Any

CLOSING = {"[": "]", "{": "}"}
_BEFORE_VALUE = re.compile(r"^ *(?:- +)*(?:([\w-]+): +)?")
_TIGHT_DASH = re.compile(r"^ *-(?=[^\W\d])")
_BULLET = re.compile(r"^ *[–—−•·▪●◦‣*+](?= +\S)")
_COMMENT = re.compile(r"(?<=\S)[ \t]+(?=#)")
_LONGEST = 90  # characters of a line that is shown whole
_LINES_BEFORE = 4


class Cause(NamedTuple):
    """The place where the mistake was made (line and column from 0), and what it is."""

    line: int
    column: int
    complaint: Complaint


def sign_cause(text: str, error: Error) -> Cause | None:
    """The sign at the start of a value that made it unreadable."""
    context, problem = str(error.context), str(error.problem)
    for scanned in ("alias", "anchor", "tag", "block scalar"):
        if context.endswith(f" {scanned}") and not problem.startswith("found a tab"):
            return _at_start(text, error.context_mark)
    mark = error.problem_mark
    if "are not allowed" in problem and _starts_value(text, mark):
        return _at_start(text, mark)
    if problem.endswith(("expected node content", "cannot start any token")):
        return _at_start(text, mark) if _sign_at(text, mark).strip() else None
    return None


def bracket_cause(text: str, error: Error) -> Cause | None:
    """The bracket that is missing, too many, or that was meant as text."""
    mark, sign = error.problem_mark, _sign_at(text, error.problem_mark)
    before = text.split("\n")[mark.line][: mark.column].rstrip() if sign else ""
    if "did not find expected ',' or" in str(error.problem):
        return _flow_cause(text, error, before)
    if sign in ("]", "}") and "did not find expected" in str(error.problem):
        return Cause(mark.line, mark.column, EXTRA_BRACKET)
    return _text_after_bracket(text, mark, before)


def line_cause(text: str, error: Error) -> Cause | None:
    """A dash without its space, another bullet, or a comment in a text, on the lines before."""
    mark = error.problem_mark
    lines = [(n, line) for n, line in structural_lines(text) if n <= mark.line and line.strip()]
    for number, line in reversed(lines[-_LINES_BEFORE:]):
        for pattern, complaint in ((_TIGHT_DASH, DASH), (_BULLET, BULLET)):
            if match := pattern.match(line):
                return Cause(number, match.end() - 1, complaint)
    if len(lines) > 1 and lines[-1][0] == mark.line and not _KEY_OR_ITEM.match(lines[-1][1]):
        number, line = lines[-2]
        if match := _COMMENT.search(line):
            return Cause(number, match.end(), HASH)
    return None


_KEY_OR_ITEM = re.compile(r"^ *(?:- |[\w-]+:(?: |$)|#)")


IN_QUOTES = Bilingual(
    'đặt cả câu, từ đầu đến hết câu, trong dấu nháy kép "…"',
    'put the whole text, from its start to its end, in double quotes "…"',
)


def quoted_line(text: str, index: int) -> Bilingual:
    """How the line is written with the text from that place on in quotes."""
    before = text[text.rfind("\n", 0, index) + 1 : index]
    end = text.find("\n", index)
    value = text[index : end if end >= 0 else len(text)].rstrip()
    shown = f"{before.lstrip()}{in_quotes(value)}"
    if "{" in before or "[" in before or len(shown) > _LONGEST:
        return IN_QUOTES
    return Bilingual(
        f"đặt cả câu trong dấu nháy: “{shown}”", f"put the whole text in quotes: “{shown}”"
    )


def requoted_line(text: str, mark: Mark) -> Bilingual | None:
    """How the line is written whose value opens with the straight quote at the mark, but holds or
    ends before others: quotations inside it in curly ones."""
    line = text.split("\n")[mark.line]
    before, value = line[: mark.column], line[mark.column :].rstrip()
    shown = f"{before.lstrip()}{with_curly_quotations(value)}"
    if "{" in before or "[" in before or len(shown) > _LONGEST or value.count(value[0]) % 2:
        return None
    return Bilingual(f"gõ lại dòng này: “{shown}”", f"type the line again: “{shown}”")


def _at_start(text: str, mark: Mark) -> Cause:
    """The complaint about the sign at the mark, by what it means there."""
    sign, line = _sign_at(text, mark), text.split("\n")[mark.line]
    if sign == "|" and line.count("|") > 1:
        return Cause(mark.line, mark.column, TABLE)
    if _BULLET.match(line) and _BEFORE_VALUE.sub("", line) == line.lstrip():
        return Cause(mark.line, mark.column, BULLET)
    mend = quoted_line(text, mark.index)
    key = _BEFORE_VALUE.match(line)
    if sign == "*" and line.count("*") > 1 and not (key and key[1] in markdown_keys()):
        plain = text[: mark.index] + text[mark.index :].replace("*", "")
        mend = quoted_line(plain, mark.index)
        mend = Bilingual(
            f"bỏ các dấu “*” vì ở đây không có chữ đậm, rồi {mend.vi}",
            f"leave out the “*”, there is no bold type here, then {mend.en}",
        )
    elif sign == "-" and key and key[1] in list_keys():
        mend = Bilingual(
            f"xuống dòng sau “{key[1]}:”, viết mỗi mục trên một dòng thụt vào, bắt đầu bằng “- ”",
            f"begin a new line after “{key[1]}:”, and write each item on a line, as “- …”",
        )
    elif sign == "-":
        mend = Bilingual(f"bỏ dấu “-”, hoặc {mend.vi}", f"leave out the “-”, or {mend.en}")
    return Cause(mark.line, mark.column, sign_at_start(sign, mend))


def _starts_value(text: str, mark: Mark) -> bool:
    """Whether only a key or a dash stands before the mark on its line."""
    before = text.split("\n")[mark.line][: mark.column]
    start = _BEFORE_VALUE.match(before)
    return bool(start and before.strip() and start.end() == len(before))


def _flow_cause(text: str, error: Error, before: str) -> Cause | None:
    """Between brackets, something else came than a comma or the closing bracket."""
    mark, opened = error.problem_mark, error.context_mark
    lines, sign = text.split("\n"), _sign_at(text, mark)
    if mark.line > opened.line:
        return next(
            _comments(lines, opened.line, mark.line),
            Cause(
                opened.line,
                opened.column,
                unclosed(text_at(lines, opened), _closing(lines, opened)),
            ),
        )
    if sign in ("]", "}"):
        return Cause(mark.line, mark.column, OTHER_BRACKET)
    if before.endswith(("]", "}")) and sign not in CLOSING:
        return _text_after_bracket(text, mark, before)
    return None if before.endswith(("'", '"')) else Cause(mark.line, mark.column, COMMA)


def text_at(lines: list[str], mark: Mark) -> str:
    """The sign at a mark."""
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1]


def _closing(lines: list[str], mark: Mark) -> str:
    return CLOSING.get(text_at(lines, mark), "]")


def _comments(lines: list[str], first: int, after: int) -> Iterator[Cause]:
    """The # on these lines, which may have swallowed a closing bracket."""
    for number in range(first, after):
        if match := _COMMENT.search(lines[number]):
            yield Cause(number, match.end(), HASH)


def _text_after_bracket(text: str, mark: Mark, before: str) -> Cause | None:
    """A text that begins with a word in brackets, as “[Khẩn] …”."""
    if not before.endswith(("]", "}")):
        return None
    opening = "[" if before.endswith("]") else "{"
    column = before.rfind(opening)
    if column < 0:
        return None
    return Cause(
        mark.line,
        column,
        sign_at_start(opening, quoted_line(text, mark.index - mark.column + column)),
    )


def _sign_at(text: str, mark: Mark) -> str:
    return text_at(text.split("\n"), mark)
