"""Markdown texts: rendered to safe HTML, and searched for links, images and raw HTML."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

Address = Callable[[str], str | None]

# Headings of a text come below the headings of the page that shows it.
FIRST_HEADING = 4
_HEADING = re.compile(r"h[1-6]")
_TAGS = {
    *("p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li"),
    *("h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "a", "img"),
}
_ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "title"}, "th": {"scope"}}
_SCHEMES = {"https", "mailto"}
_OUTWARD = re.compile(r"(https://|mailto:)[^\s\\]+")
_HAS_SCHEME = re.compile(r"//|[^/]*:")
# A text without any of these is only paragraphs.
_MARKUP = re.compile(r"[\\`*_\[\]<>&#|=~:\xa0\t]|^ *([-+]|\d+\.)|  ", re.MULTILINE)
_MAY_POINT = re.compile(r"[\[<]")
_RAW_HTML = re.compile(r"<[A-Za-z/!?][^<>\n]*>?")


class Marks(NamedTuple):
    """The targets of a text's links and images, entities resolved, and the raw HTML in it."""

    links: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    raw_html: tuple[str, ...] = ()


def outward(target: str) -> str | None:
    """The address of a link that leads out of the bulletin; None for every other link."""
    return target if _OUTWARD.fullmatch(target) else None


def to_html(text: str, address: Address = outward) -> str:
    """The text as HTML that holds no script, no raw HTML and no heading above h4.

    `address` gives the URL for the target of a link or an image, as `record id → page`; if it
    gives None, only the words remain. Images from other sites are never shown.
    """
    if not _MARKUP.search(text):
        return "\n".join(f"<p>{paragraph}</p>" for paragraph in _paragraphs(text))
    html = _SafeMarkdown(address).convert(text)
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES)


def marks(text: str) -> Marks:
    """Every link, image and piece of raw HTML of a text, outside code."""
    if not _MAY_POINT.search(text):
        return Marks()
    markdown = _SafeMarkdown(outward)
    markdown.convert(text)
    return Marks(tuple(markdown.links), tuple(markdown.images), tuple(markdown.raw_html))


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        yield "\n".join(line.strip() for line in paragraph.split("\n"))


class _SafeMarkdown(Markdown):
    """Markdown with tables and without raw HTML, for one text; collects links, images and HTML."""

    def __init__(self, address: Address) -> None:
        super().__init__(extensions=["tables"])
        self.address = address
        self.links: list[str] = []
        self.images: list[str] = []
        self.raw_html: list[str] = []
        self.preprocessors.deregister("html_block")
        self.inlinePatterns.deregister("html")
        # It runs after all others, when escapes and entities are resolved.
        self.treeprocessors.register(_TreeCleaner(self), "tidy", -10)


class _TreeCleaner(Treeprocessor):
    """Corrects every element of the finished tree: links, images, headings, table headers."""

    def __init__(self, markdown: _SafeMarkdown) -> None:
        super().__init__(markdown)
        self.markdown = markdown

    def run(self, root: Element) -> None:
        for element in root.iter():
            for text in (element.text, element.tail):  # the contents of code are escaped already
                self.markdown.raw_html += _RAW_HTML.findall(text or "")
            if element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self._image(element)
            elif element.tag == "th":
                element.set("scope", "col")
            elif _HEADING.fullmatch(element.tag):
                element.tag = f"h{min(int(element.tag[1]) + FIRST_HEADING - 1, 6)}"

    def _link(self, element: Element) -> None:
        target = _browser_target(element.get("href", ""))
        self.markdown.links.append(target)
        address = self.markdown.address(target)
        if address is None:
            element.tag = "span"
        else:
            element.set("href", address)

    def _image(self, element: Element) -> None:
        target = _browser_target(element.get("src", ""))
        self.markdown.images.append(target)
        address = None if _HAS_SCHEME.match(target) else self.markdown.address(target)
        if address is None:
            element.tag, element.text = "span", element.get("alt")
        else:
            element.set("src", address)


def _browser_target(target: str) -> str:
    """A target as a browser understands it."""
    return unescape(target.replace(AMP_SUBSTITUTE, "&")).strip()
