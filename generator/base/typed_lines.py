"""Lines as people type them: which of their breaks are meant, and which item stands under which."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

# The marks of lists that are printed as typed, by the class of the list: each may be a sign.
TYPED_MARKS = {"dash": "-", "plus": "+"}
# A shorter line does not end because the editor's window, or a rule about length, ended it.
_SHORTEST_WRAPPED = 50
_FULL = 0.8  # of the longest line: where a wrapped line ends at the least
_FEWEST_IN_HEADLINE = 4
_MARKUP = "*_`~ "
_POINT = re.compile(
    r"(?:[a-zđ]|[A-ZĐ]|[IVXL]{1,6}|[ivx]{1,5}|\d{1,4}[a-zđ]?(?:\.\d{1,3})*)[.)/](?!\d)"
    r"|[(\[](?:\d{1,3}|[a-zđ]|[ivx]{1,5})[)\]]"
    r"|\d{1,2}\s?[-–:]\s|\d{1,2}\s?[hg:]\s?\d{0,2}\s?[-–:]"
    r"|[-+•–·●○▪■□✓✔✗☑☐☒→⇒|>]"
)
_LABEL = re.compile(r"[^\W\d_][^:.;\n]{0,30}:\s")
_ITEM = re.compile(r"((?:\d{1,2}[.)]|[-*•+])\s+)\S")
_RANKS = {"-": 1, "*": 1, "•": 1, "+": 2}


def meant_breaks(lines: Sequence[str]) -> Iterator[bool]:
    """For each break between the lines of a paragraph, whether it is meant.

    One is not meant where prose was wrapped: the line is full, and the sentence goes on.
    """
    width = max(map(len, lines), default=0)
    for before, after in pairwise(lines):
        yield not _is_wrapped(before.rstrip(), after.lstrip(_MARKUP), width)


def _is_wrapped(before: str, after: str, width: int) -> bool:
    first = after.partition(" ")[0]
    is_full = len(before) + 1 + len(first) > _FULL * width
    if width < _SHORTEST_WRAPPED or not is_full or before.endswith((":", ";")):
        return False
    goes_on = not (after[:1].isupper() or _POINT.match(after) or _LABEL.match(after))
    return goes_on and not _is_headline(before)


def _is_headline(line: str) -> bool:
    return line.isupper() and sum(map(str.isalpha, line)) >= _FEWEST_IN_HEADLINE


def outlined(text: str) -> str:
    """The text with the items of an outline indented that offices type at the margin.

    Under “1.” stands “-”, and under both “+”; what stands indented below goes along.
    """
    lines, outline, room, is_apart = text.split("\n"), list[tuple[int, int]](), 0, True
    for place, line in enumerate(lines):
        if item := _ITEM.match(line):
            rank = _RANKS.get(line[0], 0)
            if is_apart and rank not in [opened for opened, _ in outline]:
                outline.clear()
            outline = [(opened, width) for opened, width in outline if opened < rank]
            room = sum(width for _, width in outline)
            outline.append((rank, len(item[1])))
        elif line.strip() and not line.startswith(" ") and is_apart:
            outline, room = [], 0
        is_apart = not line.strip()
        if room and (item or line.startswith(" ")):
            lines[place] = " " * room + line
    return "\n".join(lines)
