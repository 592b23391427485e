"""The words of one paragraph as runs of Word: white space as in HTML, faces, breaks, footnotes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from docx.text.paragraph import Paragraph
from lxml.html import HtmlElement

from generator.targets.word.footnotes import Footnotes

_SPACE = re.compile(r"[ \t\r\n\f]+")  # a no-break space stays
_BOLD, _ITALIC = frozenset({"strong", "b", "th", "dt"}), frozenset({"em", "i"})
_STRONG = frozenset({"lead", "part-label", "at"})
_LABELS = frozenset({"part-label", "at"})  # style sheets put a colon behind them
_UNWRITTEN = frozenset({"svg", "script", "style"})


class Face(NamedTuple):
    """How words look; `call` says that they are a footnote (`note`) or its number (`call`)."""

    is_bold: bool = False
    is_italic: bool = False
    is_struck: bool = False
    is_raised: bool = False
    call: str = ""


class Piece(NamedTuple):
    """Words of one face; a line break is the text of a line end."""

    text: str
    face: Face


def pieces(element: HtmlElement, face: Face = Face()) -> Iterator[Piece]:  # noqa: B008
    """The words inside an element, in order."""
    yield from plain(element.text, face)
    for inner in element:
        if isinstance(inner.tag, str) and inner.tag not in _UNWRITTEN:
            yield from words_of(inner, face)
        yield from plain(inner.tail, face)


def plain(text: str | None, face: Face = Face()) -> Iterator[Piece]:  # noqa: B008
    """Words without marks, or none."""
    if text:
        yield Piece(_SPACE.sub(" ", text), face)


def words_of(element: HtmlElement, face: Face = Face()) -> Iterator[Piece]:  # noqa: B008
    """The words of an element that stands in a line, as it faces them."""
    call = next((name for name in ("note", "call") if name in element.classes), "")
    if element.tag == "br":
        yield Piece("\n", face)
    elif is_hidden(element):
        return
    elif call:
        yield Piece(" ".join(element.text_content().split()), Face(call=call))
    else:
        yield from pieces(element, _faced(element, face))
        if not _LABELS.isdisjoint(element.classes):
            yield Piece(":", face)


def is_hidden(element: HtmlElement) -> bool:
    """Whether the style sheets of paper hide it: a title where the id of evidence is enough."""
    return "cite-title" in element.classes and any(
        "cites" in one.classes for one in element.iterancestors()
    )


def _faced(element: HtmlElement, face: Face) -> Face:
    return face._replace(
        is_bold=face.is_bold or element.tag in _BOLD or not _STRONG.isdisjoint(element.classes),
        is_italic=face.is_italic or element.tag in _ITALIC,
        is_struck=face.is_struck or element.tag in ("del", "s"),
        is_raised=face.is_raised or element.tag == "sup",
    )


def write(paragraph: Paragraph, every: Iterator[Piece], notes: Footnotes) -> None:
    """Add the words; spaces at the ends of lines are left out."""
    kept = _trimmed([piece for piece in every if piece.text])
    for piece in kept:
        if piece.face.call == "note":
            notes.call(paragraph, piece.text)
        elif piece.face.call:
            notes.call_again(paragraph, piece.text)
        elif piece.text == "\n":
            paragraph.add_run().add_break()
        else:
            _add_run(paragraph, piece)


def _trimmed(every: list[Piece]) -> Iterator[Piece]:
    """One space between words, and none where a line begins or ends."""
    is_start = True
    for number, piece in enumerate(every):
        text = piece.text
        if text != "\n" and not piece.face.call:
            text = text.lstrip(" ") if is_start else text
            text = text.rstrip(" ") if _ends_line(every, number) else text
        if text:
            is_start = text.endswith(("\n", " "))
            yield piece._replace(text=text)


def _ends_line(every: list[Piece], number: int) -> bool:
    following = next((piece for piece in every[number + 1 :] if piece.text.strip(" ")), None)
    return following is None or following.text == "\n"


def _add_run(paragraph: Paragraph, piece: Piece) -> None:
    run, face = paragraph.add_run(piece.text), piece.face
    run.bold, run.italic = face.is_bold or None, face.is_italic or None
    run.font.strike, run.font.superscript = face.is_struck or None, face.is_raised or None
