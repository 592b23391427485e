"""The dialect of Markdown that records are written in: CommonMark with tables, and what was typed.

Marks and numbers of lists, `*` between figures and lines stay; no sign vanishes that is none.
The library is slow to load, so that `prose.py` loads this module for the first text with marks.
"""

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, heading, list_block
from markdown_it.rules_inline import StateInline, backtick, escape
from markdown_it.token import Token

from generator.base.typed_lines import TYPED_MARKS, meant_breaks, outlined

# Headings of a text come below the headings of the page that shows it.
FIRST_HEADING = 4
# Deeper than people write; what stands deeper would not be shown.
_MOST_NESTED = 60
_NO_NUMBER = -1
_MOST_FIGURES = 2  # 2026. begins no list
_ORDERED = re.compile(r"(\d{1,9})[.)](?:\s|$)")
_COMPARES = re.compile(r">\s?=?\s?(?!1[.)]\s)\d")
_NUMBERED = re.compile(r"#+\s*\d+(?![.)\d])")  # “# 5 phố” is no heading
_JOINS = re.compile(r"[\w)\]]\*|\*[\w(\[]")  # a sign between two things
_SIGN = re.compile(r"\d(\*)(?=\d)|\((\*+)(?=\))")
_CLASSES = {mark: name for name, mark in TYPED_MARKS.items()}
_UNDER_NUMBER = re.compile(r"( {1,4})(?:[-*+]|(\d{1,2})[.)])\s")
_AT_NUMBER = re.compile(r"((\d{1,2})[.)]\s+)\S")


def rendered(tokens: Sequence[Token]) -> str:
    """The HTML of tokens, not yet cleaned."""
    return str(_parser().renderer.render(tokens, _parser().options, {}))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _MOST_NESTED})
    # Indented lines are no code, a line that begins with “[1]:” does not disappear, “&copy;” stays.
    parser.enable("table").disable(["code", "reference", "entity"])
    parser.block.ruler.at("list", _list, {"alt": ["paragraph", "blockquote"]})
    parser.block.ruler.at("blockquote", _quote, {"alt": ["paragraph", "list"]})
    parser.block.ruler.at("heading", _heading, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.ruler.at("backticks", _code)
    parser.inline.ruler.at("escape", _escape)
    parser.inline.ruler.before("emphasis", "times", _times)
    # Judged by `address`, and told as it was typed.
    parser.validateLink = bool  # type: ignore[method-assign, assignment]
    parser.normalizeLink = str  # type: ignore[method-assign, assignment]
    return parser


def parsed(text: str) -> list[Token]:
    """The tokens of a text; those of a line are children of its token."""
    tokens = _parser().parse(_indented(outlined(text)))
    _mark(tokens)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + FIRST_HEADING - 1, 6)}"
        elif token.type == "th_open":
            token.attrs = {"scope": "col"}
        elif token.children:
            _break_lines(token)
            _keep_signs(token.children)
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


def _heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  the library's
    if _NUMBERED.match(state.src, state.bMarks[start] + state.tShift[start]):
        return False
    return heading(state, start, end, silent)


def _code(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's
    """After a letter or a figure the sign is one of feet, minutes or an apostrophe."""
    if state.src[state.pos] == "`" and state.src[state.pos - 1 : state.pos].isalnum():
        return _as_typed(state, silent)
    return backtick(state, silent)


def _escape(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's
    r"""Two strokes begin the name of a computer: \may-chu."""
    if state.src.startswith("\\\\", state.pos):
        return _as_typed(state, silent, 2)
    return escape(state, silent)


def _as_typed(state: StateInline, silent: bool, count: int = 1) -> bool:  # noqa: FBT001  the library's
    if not silent:
        state.pending += state.src[state.pos : state.pos + count]
    state.pos += count
    return True


def _times(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's
    """A star between figures is a sign, and so are stars alone in brackets: 2*4 giờ (*)."""
    found = _SIGN.match(state.src, max(state.pos - 1, 0))
    return found is not None and _as_typed(state, silent, len(found[1] or found[2]))


def _mark(tokens: Sequence[Token]) -> None:
    """Every item has the number that was typed, and every list its mark: “-” may be a sign."""
    expected: dict[int, int] = {}  # by depth, the number of the next item
    for token in tokens:
        if token.type == "ordered_list_open":
            expected[token.level + 1] = int(token.attrs.get("start", 1))
            token.attrs |= {"class": "round"} if token.markup == ")" else {}
        elif token.type == "bullet_list_open" and token.markup in _CLASSES:
            token.attrs = {"class": _CLASSES[token.markup]}
        elif token.type == "list_item_open" and token.info:
            if int(token.info) != expected[token.level]:
                token.attrSet("value", token.info)
            expected[token.level] = int(token.info) + 1


def _break_lines(line: Token) -> None:
    """A break that was meant stays one."""
    breaks = [one for one in line.children or () if one.type in ("softbreak", "hardbreak")]
    meant = [*meant_breaks(line.content.split("\n"))]
    is_told = len(meant) == len(breaks)  # else a break stands within a mark
    for place, token in enumerate(breaks):
        if token.type == "softbreak" and not (is_told and not meant[place]):
            token.type, token.tag = "hardbreak", "br"


def _keep_signs(children: Sequence[Token]) -> None:
    """What “*” and “_” mark is words that stand for themselves; else they are signs."""
    opened: list[int] = []
    for place, token in enumerate(children):
        if token.type == "em_open":
            opened.append(place)
        elif token.type == "em_close" and opened:
            first = opened.pop()
            if not _is_stressed(children, first, place):
                for sign in (children[first], token):
                    sign.type, sign.content, sign.nesting = "text", sign.markup, 0


def _is_stressed(children: Sequence[Token], first: int, last: int) -> bool:
    words = "".join(token.content for token in children[first + 1 : last])
    before = children[first - 1].content[-1:] if first else ""
    after = children[last + 1].content[:1] if last + 1 < len(children) else ""
    return any(map(str.isalpha, words)) and not _JOINS.search(before + "*" + after)
