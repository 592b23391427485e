"""What is only spelling of a file, mended: signs that nobody sees, blanks, quotes round a value.

Lines keep their numbers, and nothing else is touched: comments, order, folding and quotes stay. The
outcome is given only when the file can be read afterwards.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import yaml

from generator.base.diagnostics import Diagnostic
from generator.base.text import Bilingual, nfc
from generator.source.yaml.characters import FORBIDDEN, ZERO_WIDTH, decode
from generator.source.yaml.line_spelling import (
    TAB_WIDTH,
    Respelling,
    in_quotes,
    is_in_curly_quotes,
    respelled_blanks,
    respelled_quotes,
    without_lines_of_tabs,
)
from generator.source.yaml.loader import parse

_BOM = b"\xef\xbb\xbf"
_BREAKS = re.compile(r"\r\n?")
_TAB_WIDTHS = (TAB_WIDTH, 4, 8, 1, 3, 0)  # the last: typed beside the blanks
_MOST_TRIED = 40  # lines; each is tried with what stands above it

_ZERO_WIDTH = Bilingual("xóa ký tự ẩn không có bề rộng", "removed signs without width")
_COMPOSED = Bilingual(
    "ghép dấu thanh, dấu mũ vào chữ cái (Unicode dựng sẵn)", "joined detached marks (NFC)"
)
_NO_BOM = Bilingual("bỏ dấu BOM ở đầu tệp", "removed the byte order mark")
_STRAIGHT = Bilingual("thay dấu nháy cong bằng dấu nháy thẳng", "straight quotes for curly ones")
_SPACES = Bilingual("thụt và cách bằng dấu cách thường", "spaces for other blanks")


class Change(NamedTuple):
    """One change: its line from 1, what was done, and the line as it is now."""

    line: int
    what: Bilingual
    after: str


class Mended(NamedTuple):
    """The bytes of a file as they should be, how they differ, and why they are not to be used."""

    content: bytes
    changes: tuple[Change, ...] = ()
    problem: Diagnostic | None = None


def mended(path: str, content: bytes) -> Mended:
    """The file with its spelling mended; unchanged, with the problem, if it still cannot be"
    " read."""
    text = decode(path, content)
    if isinstance(text, Diagnostic):
        return Mended(content, (), text)
    changes = [Change(1, _NO_BOM, "")] if content.startswith(_BOM) else []
    unbroken, breaks = _BREAKS.subn("\n", text)
    if breaks:
        changes.append(Change(1, _line_ends(breaks), ""))
    visible = _each_line(unbroken, _without_zero_width)
    composed = _each_line(visible, nfc)
    changes += _differences(unbroken, visible, _ZERO_WIDTH)
    changes += _differences(visible, composed, _COMPOSED)
    spaced = _readable_spacing(path, without_lines_of_tabs(composed))
    changes += _differences(composed, spaced, _SPACES)
    quoted = _with_straight_quotes(path, spaced)
    changes += _differences(spaced, quoted, _STRAIGHT)
    return _outcome(path, content, quoted, changes)


def _outcome(path: str, content: bytes, text: str, changes: list[Change]) -> Mended:
    parsed = parse(path, text.encode())
    if parsed.value is None:
        return Mended(content, (), parsed.problems[0])
    return Mended(text.encode(), tuple(sorted(changes, key=lambda change: change.line)))


def _readable_spacing(path: str, text: str) -> str:
    """The text with spaces for tabs and other blanks; a tab is as wide as makes it readable."""
    spacings = [_respelled(text, respelled_blanks(text, width)) for width in _TAB_WIDTHS]
    spacings += [_with_single_widths(path, text)]
    readable = (spaced for spaced in spacings if _can_be_read(path, spaced))
    quotable = (s for s in spacings if _can_be_read(path, _respelled(s, respelled_quotes(s))))
    return next(readable, None) or next(quotable, spacings[0])


def _with_single_widths(path: str, text: str) -> str:
    """The text where each tab is as wide as lets it be read up to its line.

    If no width does, the line is aligned with one above it.
    """
    ways = [{line.number: line.line for line in respelled_blanks(text, w)} for w in _TAB_WIDTHS]
    lines = text.split("\n")
    for number in list(ways[0])[:_MOST_TRIED]:
        meant = [way[number] for way in ways]
        for line in (*meant, *_aligned(meant[0], lines[:number])):
            lines[number] = line
            if _can_be_read(path, "\n".join(lines[: number + 1])):
                break
    return "\n".join(lines)


def _aligned(line: str, above: list[str]) -> Iterator[str]:
    """The line as far indented as each of the lines above it, the nearest first."""
    indents = (len(other) - len(other.lstrip(" ")) for other in reversed(above) if other.strip())
    yield from (f"{' ' * indent}{line.strip()}" for indent in dict.fromkeys(indents))


def _with_straight_quotes(path: str, text: str) -> str:
    """The text with straight quotes round the values in curly ones."""
    if not _can_be_read(path, text):
        text = _respelled(text, respelled_quotes(text))
    if not _can_be_read(path, text):
        return text
    pieces, last = [], 0
    for start, end in _curly_values(text):
        pieces += [text[last:start], in_quotes(text[start + 1 : end - 1].strip())]
        last = end
    return "".join([*pieces, text[last:]])


def _curly_values(text: str) -> Iterator[tuple[int, int]]:
    """Where the plain values stand that are wholly in curly quotes."""
    next_event: Callable[[], Any] = yaml.CSafeLoader(text).get_event
    while not isinstance(event := next_event(), yaml.StreamEndEvent):
        is_plain = isinstance(event, yaml.ScalarEvent) and not event.style
        if is_plain and is_in_curly_quotes(event.value):
            yield event.start_mark.index, event.end_mark.index


def _can_be_read(path: str, text: str) -> bool:
    return parse(path, text.encode()).value is not None


def _respelled(text: str, lines: Iterator[Respelling]) -> str:
    meant = text.split("\n")
    for line in list(lines):
        meant[line.number] = line.line
    return "\n".join(meant)


def _each_line(text: str, change: Callable[[str], str]) -> str:
    return "\n".join(map(change, text.split("\n")))


def _without_zero_width(line: str) -> str:
    return FORBIDDEN.sub(lambda match: "" if match[0] in ZERO_WIDTH else match[0], line)


def _differences(before: str, after: str, what: Bilingual) -> Iterator[Change]:
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    for number, (old, new) in enumerate(pairs, start=1):
        if old != new:
            yield Change(number, what, new)


def _line_ends(count: int) -> Bilingual:
    return Bilingual(
        f"đổi {count} chỗ xuống dòng kiểu Windows (CRLF) thành kiểu thường (LF)",
        f"line ends of Windows (CRLF) made plain (LF), {count} times",
    )
