"""The elements of a finished print, one after the other, as paragraphs and tables of Word."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.image.exceptions import UnrecognizedImageError
from docx.section import Section
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph
from lxml.html import HtmlElement

from generator.base.typed_lines import TYPED_MARKS
from generator.targets.word import looks
from generator.targets.word.footnotes import Footnotes
from generator.targets.word.looks import HEADINGS, LOOKS, length
from generator.targets.word.oxml import add_borders, draw_rule
from generator.targets.word.runs import Face, Piece, pieces, plain, words_of, write

# What a print holds beside its words: the picture of a code, and how a sheet is checked.
LEFT_OUT = frozenset({"svg", "script", "style", "proof", "code"})
_WORDS = frozenset(
    {"a", "abbr", "b", "br", "code", "del", "em", "i", "kbd", "mark", "q", "s", "small", "span"}
    | {"strong", "sub", "sup", "time", "u"}
)
_BOXED = ("top", "left", "bottom", "right")
_INDENT = Mm(6)


@dataclass(frozen=True)
class Page:
    """The file that is written; `width` is that of its text."""

    document: Document
    figures: looks.Figures
    images: Mapping[str, bytes]
    notes: Footnotes
    width: Length

    def section(self) -> Section:
        return self.document.sections[-1]


Holder = Document | BlockItemContainer  # a file or a cell
Put = Callable[[Page, Holder, HtmlElement], None]


@dataclass(frozen=True)
class Flow:
    """Writes elements: tables and the like by the function of their tag or class."""

    page: Page
    special: Mapping[str, Put]

    def put_all(self, into: Holder, element: HtmlElement, style: str = "") -> None:
        """All that an element holds; words beside blocks become paragraphs of their own."""
        beside = list(plain(element.text))
        for inner in element:
            if isinstance(inner.tag, str) and inner.tag in _WORDS:
                beside.extend(words_of(inner))
            elif isinstance(inner.tag, str):
                self._put_words(into, beside, style)
                self.put(into, inner, style)
            beside.extend(plain(inner.tail))
        self._put_words(into, beside, style)

    def put(self, into: Holder, element: HtmlElement, style: str = "") -> None:
        """One block."""
        names = (*element.classes, element.tag)
        if not LEFT_OUT.isdisjoint(names):
            return
        special = next((self.special[name] for name in names if name in self.special), None)
        if special:
            special(self.page, into, element)
        elif element.tag in ("h1", *HEADINGS):
            self._put_heading(into, element)
        elif element.tag in ("ul", "ol"):
            self._put_list(into, element)
        elif is_line(element):
            self._put_line(into, element, style)
        else:
            self.put_all(into, element, style)

    def _put_words(self, into: Holder, beside: list[Piece], style: str) -> None:
        if any(piece.text.strip() for piece in beside):
            paragraph = looks.add_line(into, style or looks.BODY)
            write(paragraph, iter(beside), self.page.notes)
        beside.clear()

    def _put_heading(self, into: Holder, element: HtmlElement) -> None:
        words = [span for span in element if set(span.classes) & set(LOOKS)]
        for span in words:
            look = LOOKS[next(name for name in span.classes if name in LOOKS)]
            write(looks.add_line(into, look.style), pieces(span), self.page.notes)
        if not words:
            style = HEADINGS.get(element.tag, LOOKS["type"].style)
            paragraph = looks.add_line(into, style)
            write(paragraph, pieces(element), self.page.notes)

    def _put_list(self, into: Holder, element: HtmlElement, depth: int = 1) -> None:
        kind = element.get("class", "")
        number, end = int(element.get("start", "1")), ")" if kind == "round" else "."
        for item in element.iterchildren("li"):
            number = int(item.get("value", number))
            mark = f"{number}{end} " if element.tag == "ol" else f"{TYPED_MARKS.get(kind, '-')} "
            self._put_item(into, item, mark, depth)
            number += 1

    def _put_item(self, into: Holder, item: HtmlElement, mark: str, depth: int) -> None:
        """An item: its words behind its mark, then the lists inside it."""
        inner = [one for one in item if one.tag in ("ul", "ol", "table")]
        paragraph = looks.add_line(into, looks.ITEM)
        paragraph.paragraph_format.left_indent = Length(_INDENT * depth)
        write(paragraph, iter((Piece(mark, Face()), *_own_words(item))), self.page.notes)
        for one in inner:
            if one.tag == "table":
                self.put(into, one)
            else:
                self._put_list(into, one, depth + 1)

    def _put_line(self, into: Holder, element: HtmlElement, style: str) -> None:
        name = next((name for name in element.classes if name in LOOKS), "")
        look = LOOKS[name].style if name else style or looks.BODY
        if name in _RULED and not element.text_content().strip():
            _put_rule(self.page, into, look, name)
            return
        paragraph = looks.add_line(into, look)
        write(paragraph, _separate(element), self.page.notes)
        paragraph.paragraph_format.keep_with_next = "leads" in element.classes or None
        if name == "motto" or (name == "nation-name" and element.getnext() is None):
            for run in paragraph.runs:
                run.underline = True
        if name in ("stamp", "circulation"):
            add_borders(paragraph, _BOXED)
            paragraph.paragraph_format.left_indent = Mm(12)
            paragraph.paragraph_format.right_indent = Mm(12)


def is_line(element: HtmlElement) -> bool:
    """Whether an element holds nothing but words."""
    return all(
        not isinstance(one.tag, str) or one.tag in _WORDS for one in element.iterdescendants()
    )


# Where a form has a rule and no words, the share of its width that stays free at each end.
_RULED = {"under-issuer": 0.3, "under-abstract": 0.35}


def _put_rule(page: Page, into: Holder, look: str, name: str) -> None:
    is_issuer = name == "under-issuer"
    width = length(page.figures["issuer-width"]) if is_issuer else page.width
    paragraph = looks.add_line(into, look)
    paragraph.paragraph_format.line_spacing = 0.3
    draw_rule(paragraph, Length(int(width * _RULED[name])))


def _separate(element: HtmlElement) -> Iterator[Piece]:
    """The words of a line; names that stand under one another are parted by line ends."""
    if "issuers" not in element.classes:
        yield from pieces(element)
        return
    for number, span in enumerate(element):
        if number:
            yield Piece("\n", Face())
        yield from pieces(span)


def _own_words(item: HtmlElement) -> Iterator[Piece]:
    """The words of an item, block by block, without those of its lists."""
    yield from plain(item.text)
    for inner in item:
        if isinstance(inner.tag, str) and inner.tag not in ("ul", "ol", "table"):
            if inner.tag not in _WORDS and inner.getprevious() is not None:
                yield Piece("\n", Face())
            yield from words_of(inner)
        yield from plain(inner.tail)


def put_picture(page: Page, into: Holder, element: HtmlElement) -> None:
    """A picture with its caption; what Word cannot show is told by its caption alone."""
    image = element.find(".//img")
    content = page.images.get(image.get("src", ""), b"") if image is not None else b""
    paragraph: Paragraph = looks.add_line(into, looks.CELL)
    try:
        if content:
            paragraph.add_run().add_picture(BytesIO(content), width=page.width)
    except UnrecognizedImageError:
        pass
    caption = element.find(".//figcaption")
    if caption is not None:
        write(looks.add_line(into, looks.CELL), pieces(caption), page.notes)
