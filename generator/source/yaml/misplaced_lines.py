"""Finds the misplaced line when libyaml notices the error only at a later line."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.source.yaml.known_keys import every_key, keys_on_top

_KEYED = re.compile(r"^( *)((?:- +)*)([\w-]+):(?: +(.*))?$")
_TEXT_BLOCK = re.compile(r"^[|>][-+0-9]*(?: +#.*)?$")
_OPENS_TEXT = re.compile(r"^( *+)(?:- ++)*+(?:[^\s:]++:)? *+[|>][-+0-9]*(?: +#.*)?$")


class KeyLine(NamedTuple):
    """A line that begins with a key; `number` counts from 0, `column` is that of the key."""

    number: int
    column: int
    key: str
    value: str

    @property
    def opens_text(self) -> bool:
        return bool(_TEXT_BLOCK.match(self.value))


def structural_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines outside blocks of text, with their numbers from 0."""
    text_indent: int | None = None
    for number, line in enumerate(text.split("\n")):
        is_text = text_indent is not None and (not line.strip() or _indent(line) > text_indent)
        if not is_text:
            opening = _OPENS_TEXT.match(line.rstrip())
            text_indent = len(opening[1]) if opening else None
            yield number, line


def keyed_lines(text: str) -> Iterator[KeyLine]:
    """The lines that begin with a key, except inside a block of text."""
    for number, line in structural_lines(text):
        match = _KEYED.match(line.rstrip())
        if match:
            yield KeyLine(number, len(match[1]) + len(match[2]), match[3], match[4] or "")


def misplaced(text: str, number: int) -> int | None:
    """The line whose indentation is wrong, or None; `number` is the line where reading stopped.

    A line may not be deeper than a key before it that already has a value. The name of the key
    and the indentation of the other lines decide which of the two is misplaced.
    """
    lines = list(keyed_lines(text))
    here = next((line for line in lines if line.number == number), None)
    column = here.column if here else start_of(text, number)
    above = (line for line in reversed(lines) if line.number < number and line.column < column)
    parent = next(above, None)
    if parent is None or _may_hold(parent, column, text):
        return None
    return parent.number if _is_misplaced(parent, column, lines) else number


def _may_hold(parent: KeyLine, column: int, text: str) -> bool:
    """Whether a line may begin at that column below a key without value, as its first line does."""
    below = [line for line in text.split("\n")[parent.number + 1 :] if line.strip()]
    return not parent.value and (not below or _indent(below[0]) == column)


def _is_misplaced(line: KeyLine, deeper: int, lines: list[KeyLine]) -> bool:
    earlier = {other.key for other in lines if other.column == 0 and other.number < line.number}
    if line.column == 0:
        return line.key not in keys_on_top() or line.key in earlier
    used = Counter(other.column for other in lines)
    return used[line.column] == 1 and used[deeper] > 1


def lost_colon(text: str, number: int) -> int | None:
    """This line or the line before it, if it begins with a key without its colon."""
    lines = text.split("\n")
    for candidate in (number, number - 1):
        words = lines[candidate].lstrip(" -").split(" ") if candidate >= 0 else []
        if len(words) > 1 and words[0] in every_key():
            return candidate
    return None


def in_text_block(text: str, number: int) -> bool:
    """Whether the line follows a block of text, and so was most likely meant to be part of it."""
    before = [line for line in keyed_lines(text) if line.number < number]
    return bool(before) and before[-1].opens_text


def start_of(text: str, number: int) -> int:
    """The column of the first character of a line, from 0."""
    return _indent(text.split("\n")[number])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
