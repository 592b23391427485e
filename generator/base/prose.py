"""Markdown texts: rendered to safe HTML, and searched for links, images and raw HTML."""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
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
# The library looks at a whole block again for each of its marks and marked lines, and from each
# bracket up to the next that closes it. So many letters are no second; people write a fiftieth.
_MOST_LETTERS_SEEN, _MOST_LETTERS_BETWEEN_BRACKETS = 20_000_000, 1_000_000
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_MARK = re.compile(r"[\\`*_\[<&]|  $|^[ \t]*(?:[-+=>#|]|\d+\.)", re.MULTILINE)
_BRACKET = re.compile(r"\[|\]\(?|\)")
_TOO_DEEP = re.compile(
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
    if is_intricate(text):
        text = escape(text, quote=False)
    elif _MARKUP.search(text):
        html = _SafeMarkdown(address).convert(text)
        return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES)
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in _paragraphs(text))


def marks(text: str, *extensions: str) -> Marks:
    """Every link, image and piece of raw HTML of a text, outside code.

    `extensions` of Markdown are those that pages of the guide have and texts of records have not.
    """
    if _MARKUP.search(text) and is_intricate(text):
        return Marks(is_intricate=True)
    if not _MAY_POINT.search(text):
        return Marks()
    markdown = _SafeMarkdown(outward, *extensions)
    markdown.convert(text)
    return Marks(tuple(markdown.links), tuple(markdown.images), tuple(markdown.raw_html))


def is_intricate(text: str) -> bool:
    """Whether so many marks stand close together that only a machine, or a mistake, wrote them.

    The library would need minutes or hours for such a text, or all the depth of the interpreter.
    """
    if _TOO_DEEP.search(text):
        return True
    blocks = _BLANK_LINES.split(text)
    seen = sum(len(block) * len(_MARK.findall(block)) for block in blocks) + len(blocks) ** 2
    between_brackets = sum(map(_letters_between_brackets, blocks))
    return seen > _MOST_LETTERS_SEEN or between_brackets > _MOST_LETTERS_BETWEEN_BRACKETS


def _letters_between_brackets(block: str) -> int:
    """From each opening bracket to the one that closes it, or else to the end of the block."""
    count, opened, targets = 0, list[int](), list[int]()
    for bracket in _BRACKET.finditer(block):
        if bracket[0] == "[":
            opened.append(bracket.start())
            continue
        waiting = targets if bracket[0] == ")" else opened
        count += bracket.start() - waiting.pop() if waiting else 0
        if bracket[0] == "](":
            targets.append(bracket.start())
    return count + sum(len(block) - start for start in (*opened, *targets))


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        yield "\n".join(line.strip() for line in paragraph.split("\n"))


class _SafeMarkdown(Markdown):
    """Markdown with tables and without raw HTML, for one text; collects links, images and HTML."""

    def __init__(self, address: Address, *extensions: str) -> None:
        super().__init__(extensions=["tables", *extensions])
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
