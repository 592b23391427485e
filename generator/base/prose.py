"""Markdown texts of records: rendered to safe HTML, and searched for links, images and raw HTML.

`markdown_dialect.py` says how they are read.
"""

import importlib
import re
from collections.abc import Callable, Iterator, Sequence
from html import escape, unescape
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

import nh3

from generator.base.typed_lines import meant_breaks

if TYPE_CHECKING:
    from markdown_it.token import Token


Address = Callable[[str], str | None]

_TAGS = {
    *("p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li"),
    *("h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "a", "img"),
}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "th": {"scope"},
    "ol": {"start", "class"},
    "ul": {"class"},
    "li": {"value"},
}
_SCHEMES = {"https", "mailto"}
_OUTWARD = re.compile(r"(https://|mailto:)[^\s\\]+")
_HAS_SCHEME = re.compile(r"//|[^/]*:")
# A text without any of these is only paragraphs.
_MARKUP = re.compile(
    r"[\\`*_\[\]<>&#|=~:\xa0\t]|^ *([-+]|\d+[.)])|  |\n *[\w]{1,5}[.)]\s", re.MULTILINE
)
MAY_POINT = re.compile(r"[\[<]")
RAW_HTML = re.compile(r"<[A-Za-z/!?][^<>\n]*>?")
_TABLE = re.compile("<table>(.*?)</table>", re.DOTALL)
_ROW = re.compile("<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile("<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
_MOST_MARKS = 15_000
_MARK = re.compile(r"[\\`*_\[\]<>&|~!\n]")
TOO_DEEP = re.compile(
    r"^(?: {4}|\t){20}|^[ \t]*(?:>[ \t]*|(?:[-+*]|\d+\.)[ \t]+){20}", re.MULTILINE
)


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
    dialect = _dialect()
    tokens = dialect.parsed(text)
    for token in _all(tokens):
        _place_target(token, address)
    html = dialect.rendered(tokens)
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES).strip()


def marks(text: str) -> Marks:
    """Every link, image and piece of raw HTML of a text, outside code."""
    if is_intricate(text):
        return Marks(is_intricate=True)
    if not MAY_POINT.search(text):
        return Marks()
    tokens = tuple(_all(_dialect().parsed(text)))
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


def tables(text: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The tables of a text: rows of cells, as their words are shown."""
    if "|" not in text or is_intricate(text):
        return ()
    html = to_html(text)
    return tuple(
        tuple(tuple(map(_words, _CELL.findall(row))) for row in _ROW.findall(table))
        for table in _TABLE.findall(html)
    )


def _words(html: str) -> str:
    return unescape(re.sub("<[^>]+>", "", html))


def is_plain(text: str) -> bool:
    """Whether it has no mark at all: it is only paragraphs, printed as they are."""
    return _MARKUP.search(text) is None


def is_intricate(text: str) -> bool:
    """Whether it has so many marks or lines that only a machine, or a mistake, wrote them.

    The library's time grows with their number: these are about a second.
    """
    if TOO_DEEP.search(text):
        return True
    return len(text) > _MOST_MARKS and len(_MARK.findall(text)) > _MOST_MARKS


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in paragraph.split("\n")]
        breaks = ("<br>\n" if is_meant else "\n" for is_meant in meant_breaks(lines))
        yield "".join(part for pair in zip(lines, (*breaks, ""), strict=True) for part in pair)


def _dialect() -> ModuleType:
    """Loaded for the first text that has marks."""
    return importlib.import_module("generator.base.markdown_dialect")


def _all(tokens: "Sequence[Token]") -> "Iterator[Token]":
    for token in tokens:
        yield token
        yield from token.children or () if token.type == "inline" else ()


# ── links and images ─────────────────────────────────────────────────────────────────────────


def _place_target(token: "Token", address: Address) -> None:
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


def _target(token: "Token", key: str) -> str:
    return browser_target(str(token.attrs.get(key, "")))


def browser_target(target: str) -> str:
    """A target as a browser understands it."""
    return unescape(target).strip()
