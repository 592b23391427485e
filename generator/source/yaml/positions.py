"""Where a part of a text was written: from an offset in a YAML scalar's value back to the file.

The five ways of writing a scalar are read once more here, keeping for each character its place.
What libyaml read decides: a reading that gives another value is dropped, and the place is then
the whole value.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

from generator.base.span import Span

# libyaml's events are typed too loosely to be of use.
Event: TypeAlias = Any


class _Written(NamedTuple):
    """One character of a value, and from where to where it stands in the source."""

    character: str
    start: int
    stop: int


Reading: TypeAlias = Sequence[_Written]

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
_LINE = re.compile(r"( *)([^\r\n]*)(\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text of a file, as written."""

    path: str
    source: str
    event: Event

    def span(self, start: int, end: int) -> Span | None:
        """The first line of a part of the value, whose outer white space does not count.

        None when the part cannot be told from the rest.
        """
        reading = self._reading()
        value: str = self.event.value
        outer = len(value) - len(value.lstrip())
        if reading is None or not 0 <= start + outer < end + outer <= len(reading):
            return None
        first, last = reading[start + outer].start, reading[end + outer - 1].stop
        line_start = self.source.rfind("\n", 0, first) + 1
        line_end = (self.source.find("\n", first) + 1 or len(self.source) + 1) - 1
        line = self.source.count("\n", 0, first) + 1
        return Span(self.path, line, first - line_start + 1, max(min(last, line_end) - first, 1))

    def _reading(self) -> Reading | None:
        event = self.event
        start, end = event.start_mark.index, event.end_mark.index
        readings = (
            _blocks(self.source, start, event.style)
            if event.style in ("|", ">")
            else iter([_flow(self.source, start, end, event.style or None)])
        )
        return next((r for r in readings if "".join(w.character for w in r) == event.value), None)


def _flow(source: str, start: int, end: int, style: str | None) -> Reading:
    """Plain and quoted texts; one line break is a space, more are one break less."""
    inner = (start + 1, end - 1) if style else (start, end)
    tokens = _TOKEN[style].finditer(source, *inner)
    return list(chain.from_iterable(_token(found[0], found.start(), style) for found in tokens))


def _token(token: str, at: int, style: str | None) -> Iterator[_Written]:
    if token[0] in " \t\r\n":
        yield from _folded(token, at)
    elif token[0] == "\\" and style == '"':
        yield from _escaped(token, at)
    else:  # a character, or '' in single quotes
        yield _Written(token[0], at, at + len(token))


def _folded(blank: str, at: int) -> Iterator[_Written]:
    breaks = list(_BREAK.finditer(blank))
    if not breaks:
        yield from (_Written(sign, at + n, at + n + 1) for n, sign in enumerate(blank))
    elif len(breaks) == 1:
        yield _Written(" ", at + breaks[0].start(), at + breaks[0].end())
    else:
        yield from (_Written("\n", at + b.start(), at + b.end()) for b in breaks[1:])


def _escaped(token: str, at: int) -> Iterator[_Written]:
    """`\\n`, `\\u202e`, or a break that joins two lines."""
    sign = token[1]
    if sign in "\r\n":
        breaks = list(_BREAK.finditer(token))[1:]
        yield from (_Written("\n", at + b.start(), at + b.end()) for b in breaks)
    elif sign in "xuU":
        yield _Written(chr(int(token[2:], 16)), at, at + len(token))
    else:
        yield _Written(_ESCAPES.get(sign, sign), at, at + len(token))


class _BlockLine(NamedTuple):
    """One line of a block; `text` is None where it has nothing beyond its indentation."""

    start: int
    text: str
    newline: _Written


def _blocks(source: str, start: int, style: str) -> Iterator[Reading]:
    """A block read with every indentation it may have; only one gives the value."""
    header = _HEADER.match(source, start)
    if header is None:
        return
    signs = header[1]
    lines = [found for found in _LINE.finditer(source, header.end()) if found[0]]
    deepest = next((len(found[1]) for found in lines if found[2]), 0)
    for indent in range(deepest, -1, -1):
        yield _block(list(_content(lines, indent)), style, signs)


def _content(lines: Sequence["re.Match[str]"], indent: int) -> Iterator[_BlockLine]:
    """The lines that belong to a block of this indentation."""
    for found in lines:
        spaces, text = found[1], found[2]
        if text and len(spaces) < indent:
            return
        skipped = min(len(spaces), indent)
        newline = _Written("\n" if found[3] else "", *found.span(3))
        yield _BlockLine(found.start() + skipped, spaces[skipped:] + text, newline)


def _block(lines: Sequence[_BlockLine], style: str, signs: str) -> Reading:
    """The lines joined as `|` and `>` join them."""
    written: list[_Written] = []
    pending: list[_Written] = []
    was_deep = True  # nothing to fold before the first line
    for line in lines:
        if line.text:
            is_deep = line.text[0] in " \t"
            written += _joined(pending, is_folded=style == ">" and not (was_deep or is_deep))
            written += (
                _Written(c, line.start + n, line.start + n + 1) for n, c in enumerate(line.text)
            )
            pending, was_deep = [], is_deep
        pending.append(line.newline)
    kept = pending if "+" in signs else [] if "-" in signs else pending[:1]
    has_text = any(line.text for line in lines)
    return [w for w in (*written, *(kept if has_text or "+" in signs else [])) if w.character]


def _joined(breaks: list[_Written], *, is_folded: bool) -> list[_Written]:
    if not is_folded:
        return breaks
    return breaks[1:] or [_Written(" ", *b[1:]) for b in breaks]
