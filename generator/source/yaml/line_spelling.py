"""Lines whose blanks or quotes are other signs than those that a file is made of.

They look right and are read otherwise. `bulletin fix` writes them anew; reading names them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.base.text import Bilingual
from generator.source.yaml.known_keys import every_key
from generator.source.yaml.misplaced_lines import structural_lines

# Blanks that a keyboard's space bar does not write: of Word, of web pages, of East Asian text.
ODD_BLANKS = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
TAB_WIDTH = 2
_BLANK_LINE = re.compile(r"^[ \t]+(?=\r?$)", re.MULTILINE)
_INDENT = re.compile(f"[ \t{ODD_BLANKS}]+")
_AFTER_DASH = re.compile(f"^( *(?:- +)*-)(?=[ \t]*[{ODD_BLANKS}\t])[ \t{ODD_BLANKS}]+")
_AFTER_KEY = re.compile(f"^( *(?:- +)*([\\w-]+):)(?=[ \t]*[{ODD_BLANKS}])[ \t{ODD_BLANKS}]+")
_CURLY = re.compile(
    r"^( *(?:(?:- +)+(?:[\w-]+: +)?|[\w-]+: +))"
    '(["“”„‟‘’‚‛](.+?)["“”‟‘’‛])([ \t]*|[ \t]+#.*)$'
)
_DOUBLE, _SINGLE = '“”„‟"', "‘’‚‛"

INDENT = Bilingual(
    "dòng này thụt đầu dòng bằng dấu cách không ngắt (của Word, của trang mạng)",
    "this line is indented with no-break spaces (of Word or a web page)",
)
BLANK = Bilingual(
    "sau “-” hoặc sau khóa ở đây là dấu cách không ngắt (của Word, của trang mạng)",
    "after “-” or the key stands a no-break space here (of Word or a web page)",
)
TAB = Bilingual("dòng này thụt đầu dòng bằng phím Tab", "this line is indented with a tab")
CURLY = Bilingual(
    "giá trị nằm trong dấu nháy cong; chỉ dấu nháy thẳng mới bao được một giá trị, còn dấu nháy"
    " cong thì bị in ra",
    "the value stands in curly quotes; only straight ones can hold a value, curly ones are printed",
)


class Respelling(NamedTuple):
    """A line (from 0) as it was meant; what is wrong with it, and at which column (from 0)."""

    number: int
    column: int
    what: Bilingual
    line: str


def respelled_blanks(text: str, tab_width: int = TAB_WIDTH) -> Iterator[Respelling]:
    """The lines whose blanks at the start, after the dash or after the key are no spaces."""
    for number, line in structural_lines(text):
        column, meant = _with_spaces(line, tab_width)
        if meant != line:
            is_indent = not line[:column].strip()
            what = TAB if line[column] == "\t" else INDENT if is_indent else BLANK
            yield Respelling(number, column, what, meant)


def without_lines_of_tabs(text: str) -> str:
    """The text in which a line that only holds tabs and spaces is as empty as it looks."""
    if "\t" not in text:
        return text
    return _BLANK_LINE.sub(lambda line: "" if "\t" in line[0] else line[0], text)


def respelled_quotes(text: str) -> Iterator[Respelling]:
    """The lines whose whole value stands in curly quotes."""
    for number, line in structural_lines(text):
        match = _CURLY.match(line)
        if match and is_in_curly_quotes(match[2]):
            meant = match[1] + in_quotes(match[3].strip()) + match[4]
            yield Respelling(number, len(match[1]), CURLY, meant)


def is_in_curly_quotes(value: str) -> bool:
    """Whether one pair of curly quotes holds the whole value, not two quotations in it."""
    if value[:1] == value[-1:] == '"':
        return False
    for quotes in (_DOUBLE, _SINGLE):
        if len(value) > len("“”") and value[0] in quotes and value[-1] in quotes:
            opened = value[1:-1]
            return not re.search(f"[{quotes}].*[{quotes}]", opened) or _is_nested(opened)
    return False


def _is_nested(inner: str) -> bool:
    """Whether quotations inside a value are opened before they are closed."""
    depth = 0
    for sign in re.findall("[“”„]", inner):
        depth += -1 if sign == "”" else 1
        if depth < 0:
            return False
    return depth == 0


def in_quotes(text: str) -> str:
    """The text in straight quotes, as an editor writes it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def with_curly_quotations(value: str) -> str:
    """A value that begins with a straight quote, with the quotations in it in curly ones.

    It stays in straight quotes if they were meant to hold the whole, or if it needs them.
    """
    quote = value[0]
    is_second_opening = value[: value.find(quote, 1)].endswith((" ", "("))
    is_whole = value.endswith(quote) and is_second_opening
    inner = value[1:-1] if is_whole else value
    for number in range(inner.count(quote)):
        inner = inner.replace(quote, "”" if number % 2 else "“", 1)
    if is_whole:
        return f"{quote}{inner}{quote}"
    return in_quotes(inner) if re.search(r":(?: |$)| #", inner) else inner


def _with_spaces(line: str, tab_width: int) -> tuple[int, str]:
    """The first column with another blank, and the line with spaces in all these places."""
    if not line.strip():
        return 0, "" if re.search(f"[{ODD_BLANKS}]", line) else line
    blanks = _INDENT.match(line)
    indent = blanks[0] if blanks else ""
    spaces = re.sub(f"[{ODD_BLANKS}]", " ", indent).expandtabs(tab_width)
    meant = spaces + line[len(indent) :]
    column = next((at for at, sign in enumerate(indent) if sign != " "), len(indent))
    dashed = _AFTER_DASH.sub(r"\1 ", meant)
    keyed = _AFTER_KEY.match(dashed)
    if keyed and keyed[2] in every_key():
        dashed = _AFTER_KEY.sub(r"\1 ", dashed)
    is_later = spaces == indent and dashed != meant
    return (_first_odd(line) if is_later else column), dashed


def _first_odd(line: str) -> int:
    match = re.search(f"[{ODD_BLANKS}\t]", line)
    return match.start() if match else 0
