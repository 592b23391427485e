"""Markdown texts of records: rendered to safe HTML, and searched for links, images and raw HTML.

The dialect is CommonMark with tables, as editors and forges show it, but what was typed stays:
numbers of lists, figures with `*` between them, lines that begin with “a)”; nothing disappears.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from html import escape, unescape
from typing import NamedTuple

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, list_block
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

Address = Callable[[str], str | None]

# Headings of a text come below the headings of the page that shows it.
FIRST_HEADING = 4
_TAGS = {
    *("p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li"),
    *("h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "a", "img"),
}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "th": {"scope"},
    "ol": {"start", "class"},
    "li": {"value"},
}
_SCHEMES = {"https", "mailto"}
_OUTWARD = re.compile(r"(https://|mailto:)[^\s\\]+")
_HAS_SCHEME = re.compile(r"//|[^/]*:")
# A text without any of these is only paragraphs.
_MARKUP = re.compile(
    r"[\\`*_\[\]<>&#|=~:\xa0\t]|^ *([-+]|\d+[.)])|  |\n *[\w]{1,5}[.)]\s", re.MULTILINE
)
_MAY_POINT = re.compile(r"[\[<]")
RAW_HTML = re.compile(r"<[A-Za-z/!?][^<>\n]*>?")
_MOST_MARKS = 15_000
_MARK = re.compile(r"[\\`*_\[\]<>&|~!\n]")
# Deeper than people write; what stands deeper would not be shown.
_MOST_NESTED = 60
_TOO_DEEP = re.compile(
    r"^(?: {4}|\t){20}|^[ \t]*(?:>[ \t]*|(?:[-+*]|\d+\.)[ \t]+){20}", re.MULTILINE
)
_FEWEST_IN_HEADLINE = 4
_MOST_FIGURES = 2  # 2026. begins no list
_ORDERED = re.compile(r"(\d{1,9})[.)](?:\s|$)")
_COMPARES = re.compile(r">\s?=?\s?\d")
_POINT = re.compile(r"(?:[a-zđ]|[A-ZĐ]|[IVXL]{1,6}|\d{1,4})[.)]\s|[-+•–]\s")
_UNDER_NUMBER = re.compile(r"( {1,4})(?=(?:[-*+]|\d{1,2}[.)])\s)")
_AT_NUMBER = re.compile(r"(\d{1,2}[.)]\s+)\S")


class Marks(NamedTuple):
    """The targets of a text's links and images, entities resolved, and the raw HTML in it.

    Of an intricate text nothing more is known.
    """

    links: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    raw_html: tuple[str, ...] = ()
    is_intricate: bool = False


def outward(target: str) -> str | None:
    """The address of a link that leads out of the bulletin; None for every other link."""
    return target if _OUTWARD.fullmatch(target) else None


def to_html(text: str, address: Address = outward) -> str:
    """The text as HTML that holds no script, no raw HTML and no heading above h4.

    `address` gives the URL for the target of a link or an image, as `record id → page`; if it
    gives None, only the words remain. Images from other sites are never shown. An intricate text
    is shown as it was typed.
    """
    if is_plain(text) or is_intricate(text):
        typed = escape(text, quote=False)
        return "\n".join(f"<p>{paragraph}</p>" for paragraph in _paragraphs(typed))
    tokens = _parsed(text)
    for token in _all(tokens):
        _place_target(token, address)
    html = _parser().renderer.render(tokens, _parser().options, {})
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES).strip()


def marks(text: str) -> Marks:
    """Every link, image and piece of raw HTML of a text, outside code."""
    if is_intricate(text):
        return Marks(is_intricate=True)
    if not _MAY_POINT.search(text):
        return Marks()
    tokens = tuple(_all(_parsed(text)))
    return Marks(
        tuple(_target(token, "href") for token in tokens if token.type == "link_open"),
        tuple(_target(token, "src") for token in tokens if token.type == "image"),
        tuple(
            found
            for token in tokens
            if token.type == "text"
            for found in RAW_HTML.findall(token.content)
        ),
    )


def is_plain(text: str) -> bool:
    """Whether it has no mark at all: it is only paragraphs, printed as they are."""
    return _MARKUP.search(text) is None


def is_intricate(text: str) -> bool:
    """Whether it has so many marks or lines that only a machine, or a mistake, wrote them.

    The library's time grows with their number: these are about a second.
    """
    if _TOO_DEEP.search(text):
        return True
    return len(text) > _MOST_MARKS and len(_MARK.findall(text)) > _MOST_MARKS


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        yield "\n".join(line.strip() for line in paragraph.split("\n"))


# ── parsing ──────────────────────────────────────────────────────────────────────────────────


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


def _parsed(text: str) -> list[Token]:
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


def _all(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or () if token.type == "inline" else ()


def _indented(text: str) -> str:
    """What is indented under “1. ” by fewer spaces than CommonMark asks belongs to it too."""
    lines, room = text.split("\n"), 0
    for place, line in enumerate(lines):
        if opened := _AT_NUMBER.match(line):
            room = len(opened[1])
        elif (inner := _UNDER_NUMBER.match(line)) and len(inner[1]) < room:
            lines[place] = " " * room + line.lstrip()
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


# ── links and images ─────────────────────────────────────────────────────────────────────────


def _place_target(token: Token, address: Address) -> None:
    """Where a link leads, or its words alone; images only from the bulletin itself."""
    if token.type == "link_open":
        href = address(_target(token, "href"))
        token.tag, token.attrs = ("a", {**token.attrs, "href": href}) if href else ("span", {})
    elif token.type == "image":
        target = _target(token, "src")
        source = None if _HAS_SCHEME.match(target) else address(target)
        if source is None:
            token.type, token.content = "text", token.content
        else:
            token.attrs = {**token.attrs, "src": source}


def _target(token: Token, key: str) -> str:
    """A target as a browser understands it."""
    return unescape(str(token.attrs.get(key, ""))).strip()
