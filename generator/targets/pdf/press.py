"""The press: parts of a book are painted one after the other and become one PDF.

WeasyPrint paints a document as a whole: the boxes of all pages stay in memory (over 2 MiB for a
page of a bulletin), and every tag asks anew for the list of all pages, so that the time grows with
their square. Here a part is painted, tagged and written as soon as it is laid out, then forgotten.
The pieces that do it are the engine's own, at the version that the lock names.
"""

import gc
from collections.abc import Iterable, Set
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pydyf  # type: ignore[import-untyped]  # it ships no types

from generator.targets.pdf import archive, structure

if TYPE_CHECKING:
    from types import ModuleType

    from weasyprint.document import Document, DocumentMetadata, Page

_POINTS = 0.75  # in a CSS pixel
_VARIANT = "pdf/a-3a"  # and PDF/UA-1: pdf_archive adds it
_PRINTED = 4  # the flag of a link that is there on paper too, which PDF/A asks of every one
_SHARED = ("ExtGState", "XObject", "Pattern", "Shading")
Bookmark = tuple[str, tuple[int, float, float], list[Any], str]


class BoundPart(NamedTuple):
    """A part in the book: its pages, its element in the structure, and its bookmarks."""

    pages: list[Any]
    element: bytes
    bookmarks: list[Bookmark]


class Press:
    """One file that grows by parts; an anchor stands for its first place in the book."""

    def __init__(self, weasyprint: "ModuleType") -> None:
        self._pdf = Pages()
        self._pieces, self._matrix = weasyprint.pdf, weasyprint.matrix.Matrix
        self._options = {**weasyprint.DEFAULT_OPTIONS, "pdf_variant": _VARIANT}
        self._colours = Path(weasyprint.pdf.__file__).with_name("sRGB2014.icc")
        self._fonts: dict[Any, Any] = {}
        self._images: dict[Any, Any] = {}
        self._places: dict[str, bytes] = {}
        self._marked: list[bytes] = []
        self._kept: list[Page] = []
        self._resources = pydyf.Dictionary({name: pydyf.Dictionary() for name in _SHARED})
        self._resources["Font"] = None
        self._pdf.add_object(self._resources)
        self._root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self._pdf.add_object(self._root)
        self._whole = self._element("/Document", self._root)

    def put(self, document: "Document", lowered: int) -> BoundPart:
        """Paint and tag a part; its headings stand `lowered` levels below those it is written with.

        Links lead to anchors of this part and of those before it; others are left out.
        """
        start = len(self._pdf.objects)
        first = len(self._pdf.page_references)
        part = self._element("/Part", self._whole)
        known = {name for page in document.pages for name in page.anchors} | {*self._places}
        links = [link for page in document.pages for link in self._put_page(page, part, known)]
        for reference, annotation in links:
            annotation |= {"StructParent": self._mark(reference), "F": _PRINTED}
        structure.mend(self._pdf, start, lowered)
        bookmarks = document.make_bookmark_tree(_POINTS, transform_pages=True)
        self._forget(start)
        pages = self._pdf.pages["Kids"][3 * first :]
        return BoundPart(pages, part.reference, _counted_from(first, bookmarks))

    def bind(self, parts: Iterable[BoundPart], described: "Document") -> bytes:
        """The file: the parts in this order, described as the given document is."""
        pdf, bound = self._pdf, tuple(parts)
        pdf.pages["Kids"][:] = [number for part in bound for number in part.pages]
        self._whole["K"] = pydyf.Array(part.element for part in bound)
        self._pieces.add_outlines(pdf, [one for part in bound for one in part.bookmarks])
        self._name_resources()
        self._name_places()
        self._describe(described.metadata)
        self._keep_standards(described)
        written = BytesIO()
        pdf.write(written, b"1.7", identifier=True, compress=True)
        return written.getvalue()

    # ── one page ─────────────────────────────────────────────────────────────────────────────

    def _put_page(self, page: "Page", part: pydyf.Dictionary, known: Set[str]) -> list[Any]:
        """Paint and tag a page; its links, each with the reference of its element."""
        tags: dict[Any, Any] = {}
        width, height = page.width * _POINTS, page.height * _POINTS
        box = (0, 0, page.width, page.height)
        stream = self._pieces.Stream(
            self._fonts, box, self._resources, self._images, tags, {}, None, compress=True
        )
        stream.transform(d=-1, f=height)
        self._pdf.add_object(stream)
        placed = self._place(stream, width, height)
        self._link(page, placed, known, tags)
        self._paint(page, stream)
        found: tuple[dict[int, bytes], list[Any]] = ({}, [])
        number = len(self._pdf.page_references) - 1
        tree = self._pieces.tags._build_box_tree(
            page._page_box,
            part,
            self._pdf,
            number,
            *found,
            tags,
        )
        part["K"].extend(element.reference for element in tree)
        marked = pydyf.Array(reference for _, reference in sorted(found[0].items()))
        placed["StructParents"] = self._mark(marked.data)
        return found[1]

    def _paint(self, page: "Page", stream: pydyf.Stream) -> None:
        fonts = len(self._fonts)
        page.paint(stream, _POINTS)
        if len(self._fonts) > fonts:
            self._kept.append(page)  # its boxes own the fonts that were met here first

    def _place(self, stream: pydyf.Stream, width: float, height: float) -> pydyf.Dictionary:
        whole = pydyf.Array([0, 0, width, height])
        boxes = dict.fromkeys(("MediaBox", "TrimBox", "BleedBox"), whole)
        page = pydyf.Dictionary(
            {
                "Type": "/Page",
                "Parent": self._pdf.pages.reference,
                "Contents": stream.reference,
                "Resources": self._resources.reference,
                "Tabs": "/S",
                **boxes,
            }
        )
        self._pdf.add_page(page)
        return page

    def _link(
        self, page: "Page", placed: pydyf.Dictionary, known: Set[str], tags: dict[Any, Any]
    ) -> None:
        matrix = self._matrix(_POINTS, 0, 0, -_POINTS, 0, page.height * _POINTS)
        links = [link for link in page.links if link[0] == "external" or link[1] in known]
        new = [(name, *at[:2]) for name, at in page.anchors.items() if name not in self._places]
        names: list[tuple[str, pydyf.Array]] = []
        self._pieces.add_links((links, new), matrix, self._pdf, placed, names, tags)
        self._places |= {name: place.data for name, place in names}

    # ── the structure ────────────────────────────────────────────────────────────────────────

    def _element(self, kind: str, parent: pydyf.Dictionary) -> pydyf.Dictionary:
        element = pydyf.Dictionary(
            {"Type": "/StructElem", "S": kind, "K": pydyf.Array(), "P": parent.reference}
        )
        self._pdf.add_object(element)
        return element

    def _mark(self, elements: bytes) -> int:
        """The number under which a page or a link is found in the structure."""
        self._marked.append(elements)
        return len(self._marked) - 1

    def _forget(self, start: int) -> None:
        """Keep of the objects since `start` only what will be written."""
        objects = self._pdf.objects
        objects[start:] = [Finished(one) for one in objects[start:]]
        gc.collect()  # boxes name one another in circles

    # ── the whole ────────────────────────────────────────────────────────────────────────────

    def _name_resources(self) -> None:
        fonts = self._pieces.build_fonts_dictionary(
            self._pdf, self._fonts, compress=True, subset=True, options=self._options
        )
        self._pdf.add_object(fonts)
        self._resources["Font"] = fonts.reference
        self._pieces._use_references(self._pdf, self._resources, self._images, {})

    def _name_places(self) -> None:
        """The tree of anchors is sorted by name; that of marks by number."""
        names = pydyf.Array()
        for name, place in sorted(self._places.items()):
            names.extend([pydyf.String(name), place])
        self._pdf.catalog["Names"] = pydyf.Dictionary({"Dests": pydyf.Dictionary({"Names": names})})
        marks = pydyf.Array()
        for number, elements in enumerate(self._marked):
            marks.extend([number, elements])
        parents = pydyf.Dictionary({"Nums": marks})
        self._pdf.add_object(parents)
        self._root |= {"ParentTree": parents.reference, "K": pydyf.Array([self._whole.reference])}

    def _describe(self, metadata: "DocumentMetadata") -> None:
        date = self._pieces._w3c_date_to_pdf(metadata.created, "created")
        moments = {name: pydyf.String(date) for name in ("CreationDate", "ModDate")}
        producer = pydyf.String(f"WeasyPrint {self._pieces.VERSION}")
        self._pdf.info |= {"Producer": producer, "Title": pydyf.String(metadata.title), **moments}
        self._pdf.catalog |= {
            "Lang": pydyf.String(metadata.lang),
            "StructTreeRoot": self._root.reference,
            "MarkInfo": pydyf.Dictionary({"Marked": "true"}),
            "ViewerPreferences": pydyf.Dictionary({"DisplayDocTitle": "true"}),
        }

    def _keep_standards(self, described: "Document") -> None:
        """The colours that the file means, and the names of both standards."""
        colours = pydyf.Stream([self._colours.read_bytes()], {"N": 3}, compress=True)
        self._pdf.add_object(colours)
        intent = {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "DestOutputProfile": colours.reference,
        }
        name = pydyf.String(self._colours.name)
        named = {"OutputConditionIdentifier": name, "Info": name}
        self._pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary({**intent, **named})])
        self._pieces.VARIANTS[_VARIANT][0](self._pdf, described, [], [], compress=False)
        archive.name_both_standards(self._pdf.objects[-1])


def _counted_from(first: int, bookmarks: Iterable[Bookmark]) -> list[Bookmark]:
    """Bookmarks of a part by the pages of the whole."""
    return [
        (label, (page + first, x, y), _counted_from(first, inner), state)
        for label, (page, x, y), inner, state in bookmarks
    ]


class Pages(pydyf.PDF):  # type: ignore[misc]  # it ships no types
    """A PDF that knows its pages without counting them anew for each tag."""

    def __init__(self) -> None:
        super().__init__()
        self._known: list[bytes] = []

    @property
    def page_references(self) -> list[bytes]:
        return self._known

    def add_page(self, page: pydyf.Dictionary) -> None:
        super().add_page(page)
        self._known.append(page.reference)


class Finished(pydyf.Object):  # type: ignore[misc]  # it ships no types
    """An object of which only the bytes are kept."""

    data = b""
    compressible = True

    def __init__(self, one: pydyf.Object) -> None:
        super().__init__()
        self.number, self.data, self.compressible = one.number, one.data, one.compressible
