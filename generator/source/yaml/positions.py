"""The place of a part of a text: from an offset in a YAML scalar's value back to the file.

The five ways of writing a scalar are read again here, with the place of each character. If the
result differs from the value that libyaml read, it is dropped, and the place is the whole value.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

from generator.base.span import Span

# libyaml's events are typed too loosely to be of use.
Event: TypeAlias = Any


class _PlacedCharacter(NamedTuple):
    """A character of a value, and its start and end in the source."""

    character: str
    start: int
    stop: int


Reading: TypeAlias = Sequence[_PlacedCharacter]

_BREAK = re.compile(r"\r\n|\r|\n")
_TOKEN = {
    None: re.compile(r"[ \t\r\n]+|."),
    "'": re.compile(r"[ \t\r\n]+|''|."),
    '"': re.compile(
        r"[ \t\r\n]+|\\(?:\r\n|[\r\n])[ \t\r\n]*"
        r"|\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\.|."
    ),
}
_ESCAPES = dict(zip("0abtnvfreN_LP\t", "\0\a\b\t\n\v\f\r\x1b\x85\xa0\u2028\u2029\t", strict=True))
_HEADER = re.compile(r"[|>]([-+\d]*)[^\r\n]*(?:\r\n|\r|\n|\Z)")
_DIGIT, _ABOVE = re.compile(r"\d"), re.compile(r"[ -]*")
_LINE = re.compile(r"( *)([^\r\n]*)(\r\n|\r|\n|\Z)")


@dataclass(frozen=True)
class Scalar:
    """A text of a file as written, with the source around it."""

    path: str
    source: str
    event: Event

    def span(self, start: int, end: int) -> Span | None:
        """The first line of a part of the stripped value.

        None when the place of the part cannot be found.
        """
        reading = self._reading
        value: str = self.event.value
        indent = len(value) - len(value.lstrip())
        if reading is None or not 0 <= start + indent < end + indent <= len(reading):
            return None
        first, last = reading[start + indent].start, reading[end + indent - 1].stop
        line_start = self.source.rfind("\n", 0, first) + 1
        line_end = (self.source.find("\n", first) + 1 or len(self.source) + 1) - 1
        line = self.source.count("\n", 0, first) + 1
        return Span(self.path, line, first - line_start + 1, max(min(last, line_end) - first, 1))

    @cached_property
    def _reading(self) -> Reading | None:
        """Every character with its place, read once for all findings in the text."""
        event = self.event
        start, end = event.start_mark.index, event.end_mark.index
        readings = (
            _blocks(self.source, start, event.style)
            if event.style in ("|", ">")
            else iter([_flow(self.source, start, end, event.style or None)])
        )
        return next(
            (
                reading
                for reading in readings
                if "".join(placed.character for placed in reading) == event.value
            ),
            None,
        )


def _flow(source: str, start: int, end: int, style: str | None) -> Reading:
    """Plain and quoted texts; one line break becomes a space, n breaks become n-1 breaks."""
    inner = (start + 1, end - 1) if style else (start, end)
    tokens = _TOKEN[style].finditer(source, *inner)
    return list(chain.from_iterable(_token(match[0], match.start(), style) for match in tokens))


def _token(token: str, at: int, style: str | None) -> Iterator[_PlacedCharacter]:
    if token[0] in " \t\r\n":
        yield from _fold(token, at)
    elif token[0] == "\\" and style == '"':
        yield from _resolve_escape(token, at)
    else:  # a character, or '' in single quotes
        yield _PlacedCharacter(token[0], at, at + len(token))


def _fold(blank: str, at: int) -> Iterator[_PlacedCharacter]:
    breaks = list(_BREAK.finditer(blank))
    if not breaks:
        yield from (
            _PlacedCharacter(sign, at + offset, at + offset + 1)
            for offset, sign in enumerate(blank)
        )
    elif len(breaks) == 1:
        yield _PlacedCharacter(" ", at + breaks[0].start(), at + breaks[0].end())
    else:
        yield from (
            _PlacedCharacter("\n", at + line_break.start(), at + line_break.end())
            for line_break in breaks[1:]
        )


def _resolve_escape(token: str, at: int) -> Iterator[_PlacedCharacter]:
    """`\\n`, `\\u202e`, or a break that joins two lines."""
    sign = token[1]
    if sign in "\r\n":
        breaks = list(_BREAK.finditer(token))[1:]
        yield from (
            _PlacedCharacter("\n", at + line_break.start(), at + line_break.end())
            for line_break in breaks
        )
    elif sign in "xuU":
        yield _PlacedCharacter(chr(int(token[2:], 16)), at, at + len(token))
    else:
        yield _PlacedCharacter(_ESCAPES.get(sign, sign), at, at + len(token))


class _BlockLine(NamedTuple):
    """A line of a block; `text` is empty when it holds only its indentation."""

    start: int
    text: str
    newline: _PlacedCharacter


def _blocks(source: str, start: int, style: str) -> Iterator[Reading]:
    """Readings of a block, one for each possible indentation; at most one gives the value.

    The first line gives the indentation; or a digit does, counted from the key or list above.
    """
    header = _HEADER.match(source, start)
    if header is None:
        return
    signs = header[1]
    lines = [match for match in _LINE.finditer(source, header.end()) if match[0]]
    indents = {next((len(match[1]) for match in lines if match[2]), 0)}
    if digit := _DIGIT.search(signs):
        above = _ABOVE.match(source, source.rfind("\n", 0, start) + 1)
        begun = above[0] if above else ""
        indents = {at + int(digit[0]) for at in (0, begun.rfind("-"), len(begun))}
    for indent in sorted(indents, reverse=True):
        yield _block(list(_content(lines, indent)), style, signs)


def _content(lines: Sequence["re.Match[str]"], indent: int) -> Iterator[_BlockLine]:
    """The lines of a block with this indentation."""
    for match in lines:
        spaces, text = match[1], match[2]
        if text and len(spaces) < indent:
            return
        skipped = min(len(spaces), indent)
        newline = _PlacedCharacter("\n" if match[3] else "", *match.span(3))
        yield _BlockLine(match.start() + skipped, spaces[skipped:] + text, newline)


def _block(lines: Sequence[_BlockLine], style: str, signs: str) -> Reading:
    """The lines joined by the rules of `|` or `>`."""
    characters: list[_PlacedCharacter] = []
    pending: list[_PlacedCharacter] = []
    was_deep = True  # nothing to fold before the first line
    for line in lines:
        if line.text:
            is_deep = line.text[0] in " \t"
            characters += _join_breaks(
                pending, is_folded=style == ">" and not (was_deep or is_deep)
            )
            characters += (
                _PlacedCharacter(letter, line.start + offset, line.start + offset + 1)
                for offset, letter in enumerate(line.text)
            )
            pending, was_deep = [], is_deep
        pending.append(line.newline)
    final_breaks = pending if "+" in signs else [] if "-" in signs else pending[:1]
    has_text = any(line.text for line in lines)
    return [
        character
        for character in (*characters, *(final_breaks if has_text or "+" in signs else []))
        if character.character
    ]


def _join_breaks(breaks: list[_PlacedCharacter], *, is_folded: bool) -> list[_PlacedCharacter]:
    if not is_folded:
        return breaks
    return breaks[1:] or [_PlacedCharacter(" ", *line_break[1:]) for line_break in breaks]
