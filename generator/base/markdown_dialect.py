"""The dialect of Markdown that records are written in: CommonMark with tables, and what was typed.

Numbers of lists, figures with `*` between them, lines that begin with “a)” stay; nothing vanishes.
The library is slow to load, so that `prose.py` loads this module for the first text with marks.
"""

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, list_block
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

# Headings of a text come below the headings of the page that shows it.
FIRST_HEADING = 4
# Deeper than people write; what stands deeper would not be shown.
_MOST_NESTED = 60
_FEWEST_IN_HEADLINE = 4
_NO_NUMBER = -1
_MOST_FIGURES = 2  # 2026. begins no list
_ORDERED = re.compile(r"(\d{1,9})[.)](?:\s|$)")
_COMPARES = re.compile(r">\s?=?\s?(?!1[.)]\s)\d")
_POINT = re.compile(r"(?:[a-zđ]|[A-ZĐ]|[IVXL]{1,6}|\d{1,4})[.)]\s|[-+•–]\s")
_UNDER_NUMBER = re.compile(r"( {1,4})(?:[-*+]|(\d{1,2})[.)])\s")
_AT_NUMBER = re.compile(r"((\d{1,2})[.)]\s+)\S")


def rendered(tokens: Sequence[Token]) -> str:
    """The HTML of tokens, not yet cleaned."""
    return str(_parser().renderer.render(tokens, _parser().options, {}))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _MOST_NESTED})
    # Indented lines are no code, and a line that begins with “[1]:” does not disappear.
    parser.enable("table").disable(["code", "reference"])
    parser.block.ruler.at("list", _list, {"alt": ["paragraph", "blockquote"]})
    parser.block.ruler.at("blockquote", _quote, {"alt": ["paragraph", "list"]})
    parser.inline.ruler.before("emphasis", "times", _times)
    # Judged by `address`, and told as it was typed.
    parser.validateLink = bool  # type: ignore[method-assign, assignment]
    parser.normalizeLink = str  # type: ignore[method-assign, assignment]
    return parser


def parsed(text: str) -> list[Token]:
    """The tokens of a text; those of a line are children of its token."""
    tokens = _parser().parse(_indented(text))
    _number(tokens)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + FIRST_HEADING - 1, 6)}"
        elif token.type == "th_open":
            token.attrs = {"scope": "col"}
        elif token.children:
            _break_lines(token.children)
    return tokens


def _indented(text: str) -> str:
    """What is indented under “1. ” by fewer spaces than CommonMark asks belongs to it too."""
    lines, room, following = text.split("\n"), 0, _NO_NUMBER
    for place, line in enumerate(lines):
        if opened := _AT_NUMBER.match(line):
            room, following = len(opened[1]), int(opened[2]) + 1
        elif (inner := _UNDER_NUMBER.match(line)) and int(inner[2] or 0) == following:
            following += 1  # indented a little, and the next of the same list
        elif inner and len(inner[1]) < room:
            lines[place], following = " " * room + line.lstrip(), _NO_NUMBER
        elif line[:1] not in ("", " "):
            room = 0
    return "\n".join(lines)


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  the library's
    """As the library reads lists, but for lines that only begin with a year, a day or a figure."""
    number = _ORDERED.match(state.src, state.bMarks[start] + state.tShift[start])
    is_next_item = state.sCount[start] < state.blkIndent  # of the list in which we are
    if number and not is_next_item and not _begins_list(state, start, end, number[1]):
        return False
    return list_block(state, start, end, silent)


def _begins_list(state: StateBlock, start: int, end: int, number: str) -> bool:
    if len(number) > _MOST_FIGURES:
        return False
    lines = range(start + 1, end)
    following = (
        _ORDERED.match(state.src, state.bMarks[line] + state.tShift[line])
        for line in lines
        if state.sCount[line] == state.sCount[start]
    )
    return int(number) <= 1 or any(one and int(one[1]) == int(number) + 1 for one in following)


def _quote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  the library's
    """“> 60 tuổi” compares, and quotes nobody."""
    if _COMPARES.match(state.src, state.bMarks[start] + state.tShift[start]):
        return False
    return blockquote(state, start, end, silent)


def _times(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's
    """A star between figures is a sign: 2*4 giờ."""
    around = state.src[max(state.pos - 1, 0) : state.pos + 2]
    if not re.fullmatch(r"\d\*\d", around):
        return False
    if not silent:
        state.pending += "*"
    state.pos += 1
    return True


def _number(tokens: Sequence[Token]) -> None:
    """Every item has the number that was typed, and its mark."""
    expected: dict[int, int] = {}  # by depth, the number of the next item
    for token in tokens:
        if token.type == "ordered_list_open":
            expected[token.level + 1] = int(token.attrs.get("start", 1))
            token.attrs |= {"class": "round"} if token.markup == ")" else {}
        elif token.type == "list_item_open" and token.info:
            if int(token.info) != expected[token.level]:
                token.attrSet("value", token.info)
            expected[token.level] = int(token.info) + 1


def _break_lines(children: Sequence[Token]) -> None:
    """A line that begins with “a)” or “I.”, or follows a headline, stays a line."""
    for place, token in enumerate(children):
        if token.type == "softbreak":
            before, after = children[place - 1].content, children[place + 1].content
            if _POINT.match(after) or _is_headline(before):
                token.type, token.tag = "hardbreak", "br"


def _is_headline(line: str) -> bool:
    return line.isupper() and sum(map(str.isalpha, line)) >= _FEWEST_IN_HEADLINE
