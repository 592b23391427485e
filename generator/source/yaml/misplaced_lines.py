"""Which line is out of place, when libyaml only notices it at a later one."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.source.yaml.known_keys import every_key, keys_on_top

_KEYED = re.compile(r"^( *)((?:- +)*)([\w-]+):(?: +(.*))?$")
_TEXT_BLOCK = re.compile(r"^[|>][-+0-9]*$")


class KeyLine(NamedTuple):
    """A line that begins with a key; `number` counts from 0, `column` is that of the key."""

    number: int
    column: int
    key: str
    value: str

    @property
    def opens_text(self) -> bool:
        return bool(_TEXT_BLOCK.match(self.value))


def keyed_lines(text: str) -> Iterator[KeyLine]:
    """The lines that begin with a key, without those inside a block of text."""
    inside: int | None = None
    for number, line in enumerate(text.split("\n")):
        is_text = inside is not None and (not line.strip() or _indent(line) > inside)
        if is_text:
            continue
        inside = None
        found = _KEYED.match(line.rstrip())
        if found:
            column = len(found[1]) + len(found[2])
            one = KeyLine(number, column, found[3], found[4] or "")
            inside = len(found[1]) if one.opens_text else None
            yield one


def misplaced(text: str, number: int) -> int | None:
    """The line whose indentation is wrong, given the one where reading stopped, if either is.

    A line may not be deeper than a key before it that already has its value. Which of the two is
    out of place is told by what the key is called and by how the other lines are indented.
    """
    lines = list(keyed_lines(text))
    here = next((one for one in lines if one.number == number), None)
    column = here.column if here else start_of(text, number)
    above = (one for one in reversed(lines) if one.number < number and one.column < column)
    parent = next(above, None)
    if parent is None or _may_hold(parent, column, text):
        return None
    return parent.number if _is_astray(parent, column, lines) else number


def _may_hold(parent: KeyLine, column: int, text: str) -> bool:
    """Whether a line may begin at that column under a key: it has no value, and its lines do so."""
    below = [line for line in text.split("\n")[parent.number + 1 :] if line.strip()]
    return not parent.value and (not below or _indent(below[0]) == column)


def _is_astray(line: KeyLine, deeper: int, lines: list[KeyLine]) -> bool:
    earlier = {one.key for one in lines if one.column == 0 and one.number < line.number}
    if line.column == 0:
        return line.key not in keys_on_top() or line.key in earlier
    used = Counter(one.column for one in lines)
    return used[line.column] == 1 and used[deeper] > 1


def lost_colon(text: str, number: int) -> int | None:
    """The line, of this one and the one before, that begins with a key without its colon."""
    lines = text.split("\n")
    for one in (number, number - 1):
        words = lines[one].lstrip(" -").split(" ") if one >= 0 else []
        if len(words) > 1 and words[0] in every_key():
            return one
    return None


def in_text_block(text: str, number: int) -> bool:
    """Whether the line follows a block of text, so that it was most likely meant to be in it."""
    before = [one for one in keyed_lines(text) if one.number < number]
    return bool(before) and before[-1].opens_text


def start_of(text: str, number: int) -> int:
    """The column of the first sign of a line, from 0."""
    return _indent(text.split("\n")[number])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
