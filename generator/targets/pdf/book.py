"""A book (the yearbook): its parts are laid out in turn, each after the pages before it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.targets.pdf import engine
from generator.targets.pdf.press import BoundPart, Press
from generator.views.context.pdf_job import PdfJob
from generator.views.yearbook.yearbook import Book

if TYPE_CHECKING:
    from weasyprint.document import Document


def render_book(book: Book) -> bytes:
    """The PDF/UA-1 file of a book whose parts all begin on a right-hand page.

    The front lists page numbers of later parts, so it is laid out twice; the bulletins only once.
    Memory holds a single bulletin at a time, and the finished parts.
    """
    length = _rounded_to_even(len(engine.part_of(book.front({}), 1).pages))
    bindery = _Bindery(book.blank, engine.press(), length)
    for name, job in book.chapters():
        bindery.add(job, f"{name}.", lowered=1)
    bindery.add(book.back(bindery.places), "", lowered=0)
    ends = bindery.parts
    bindery.number, bindery.parts = 0, []
    front = bindery.add(book.front(bindery.places), "", lowered=0)
    if bindery.number != length:
        raise ValueError("The contents take another number of pages than was counted.")
    return bindery.press.bind([*bindery.parts, *ends], front)


@dataclass
class _Bindery:
    """The parts so far; `number` counts their pages, `places` gives the page of each anchor."""

    blank: PdfJob
    press: Press
    number: int
    parts: list[BoundPart] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)

    def add(self, job: PdfJob, prefix: str, lowered: int) -> "Document":
        """Add a part, and a blank page after it when it ends on a right-hand page."""
        part = engine.part_of(job, self.number + 1)
        _prefix_anchors(part, prefix)
        self._note_places(part, prefix.removesuffix("."))
        self._put(part, lowered)
        if self.number % 2:
            self._put(engine.part_of(self.blank, self.number + 1), 0)
        return part

    def _note_places(self, part: "Document", name: str) -> None:
        if name:
            part.pages[0].anchors = {name: (0, 0, 0, 0), **part.pages[0].anchors}
        for number, page in enumerate(part.pages, start=self.number + 1):
            for anchor in page.anchors:
                self.places.setdefault(anchor, number)

    def _put(self, part: "Document", lowered: int) -> None:
        self.number += len(part.pages)
        self.parts.append(self.press.put(part, lowered))


def _prefix_anchors(part: "Document", prefix: str) -> None:
    """Prefix all anchors of a part and its links to them, so that parts do not share anchors."""
    for page in part.pages:
        page.anchors = {f"{prefix}{name}": place for name, place in page.anchors.items()}
        page.links = [
            (kind, f"{prefix}{target}" if kind == "internal" else target, place, box)
            for kind, target, place, box in page.links
        ]


def _rounded_to_even(pages: int) -> int:
    return pages + pages % 2
