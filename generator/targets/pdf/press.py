"""The press: paints the parts of a book in turn and makes a single PDF of them.

WeasyPrint paints a document as a whole: the boxes of all pages stay in memory (over 2 MiB for a
page of a bulletin), and every tag builds the list of all pages again, so the time grows with the
square of their number. The press paints, tags and writes each part as soon as it is laid out, then
frees it. It calls internal functions of the engine, at the version pinned in the lock file.
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
_VARIANT = "pdf/a-3a"  # and PDF/UA-1: archive.py adds it
_PRINT_FLAG = 4  # flag of a link that is also printed on paper; PDF/A requires it for every link
_SHARED = ("ExtGState", "XObject", "Pattern", "Shading")
Bookmark = tuple[str, tuple[int, float, float], list[Any], str]


class BoundPart(NamedTuple):
    """A part of the book: references of its pages, its structure element, and its bookmarks."""

    pages: list[Any]
    element: bytes
    bookmarks: list[Bookmark]


class Press:
    """A PDF that grows by parts; an anchor means its first place in the book."""

    def __init__(self, weasyprint: "ModuleType") -> None:
        self._pdf = CountedPdf()
        self._pieces, self._matrix = weasyprint.pdf, weasyprint.matrix.Matrix
        self._options = {**weasyprint.DEFAULT_OPTIONS, "pdf_variant": _VARIANT}
        self._colours = Path(weasyprint.pdf.__file__).with_name("sRGB2014.icc")
        self._fonts: dict[Any, Any] = {}
        self._images: dict[Any, Any] = {}
        self._places: dict[str, bytes] = {}
        self._marks: list[bytes] = []
        self._pages_with_fonts: list[Page] = []
        self._resources = pydyf.Dictionary({name: pydyf.Dictionary() for name in _SHARED})
        self._resources["Font"] = None
        self._pdf.add_object(self._resources)
        self._root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self._pdf.add_object(self._root)
        self._document = self._element("/Document", self._root)

    def put(self, document: "Document", lowered: int) -> BoundPart:
        """Paint and tag a part; its headings go down by `lowered` levels.

        Links to anchors of this part and of earlier parts are kept; others are left out.
        """
        start = len(self._pdf.objects)
        first = len(self._pdf.page_references)
        part = self._element("/Part", self._document)
        anchors = {name for page in document.pages for name in page.anchors} | {*self._places}
        links = [link for page in document.pages for link in self._put_page(page, part, anchors)]
        for reference, annotation in links:
            annotation |= {"StructParent": self._mark(reference), "F": _PRINT_FLAG}
        structure.mend(self._pdf, start, lowered)
        bookmarks = document.make_bookmark_tree(_POINTS, transform_pages=True)
        self._forget(start)
        pages = self._pdf.pages["Kids"][3 * first :]
        return BoundPart(pages, part.reference, _shifted_bookmarks(first, bookmarks))

    def bind(self, parts: Iterable[BoundPart], front: "Document") -> bytes:
        """The bytes of the PDF: the parts in this order, with the metadata of `front`."""
        pdf, ordered = self._pdf, tuple(parts)
        pdf.pages["Kids"][:] = [number for part in ordered for number in part.pages]
        self._document["K"] = pydyf.Array(part.element for part in ordered)
        self._pieces.add_outlines(
            pdf, [bookmark for part in ordered for bookmark in part.bookmarks]
        )
        self._name_resources()
        self._name_places()
        self._describe(front.metadata)
        self._keep_standards(front)
        output = BytesIO()
        pdf.write(output, b"1.7", identifier=True, compress=True)
        return output.getvalue()

    # ── one page ─────────────────────────────────────────────────────────────────────────────

    def _put_page(self, page: "Page", part: pydyf.Dictionary, anchors: Set[str]) -> list[Any]:
        """Paint and tag a page; returns its links, each with the reference of its element."""
        tags: dict[Any, Any] = {}
        width, height = page.width * _POINTS, page.height * _POINTS
        box = (0, 0, page.width, page.height)
        stream = self._pieces.Stream(
            self._fonts, box, self._resources, self._images, tags, {}, None, compress=True
        )
        stream.transform(d=-1, f=height)
        self._pdf.add_object(stream)
        page_object = self._place(stream, width, height)
        self._link(page, page_object, anchors, tags)
        self._paint(page, stream)
        marks_and_links: tuple[dict[int, bytes], list[Any]] = ({}, [])
        number = len(self._pdf.page_references) - 1
        tree = self._pieces.tags._build_box_tree(
            page._page_box,
            part,
            self._pdf,
            number,
            *marks_and_links,
            tags,
        )
        part["K"].extend(element.reference for element in tree)
        mark_references = pydyf.Array(
            reference for _, reference in sorted(marks_and_links[0].items())
        )
        page_object["StructParents"] = self._mark(mark_references.data)
        return marks_and_links[1]

    def _paint(self, page: "Page", stream: pydyf.Stream) -> None:
        fonts = len(self._fonts)
        page.paint(stream, _POINTS)
        if len(self._fonts) > fonts:
            self._pages_with_fonts.append(page)  # its boxes own the fonts that this page used first

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
        self, page: "Page", page_object: pydyf.Dictionary, anchors: Set[str], tags: dict[Any, Any]
    ) -> None:
        matrix = self._matrix(_POINTS, 0, 0, -_POINTS, 0, page.height * _POINTS)
        links = [link for link in page.links if link[0] == "external" or link[1] in anchors]
        new_anchors = [
            (name, *at[:2]) for name, at in page.anchors.items() if name not in self._places
        ]
        names: list[tuple[str, pydyf.Array]] = []
        self._pieces.add_links((links, new_anchors), matrix, self._pdf, page_object, names, tags)
        self._places |= {name: place.data for name, place in names}

    # ── the structure ────────────────────────────────────────────────────────────────────────

    def _element(self, kind: str, parent: pydyf.Dictionary) -> pydyf.Dictionary:
        element = pydyf.Dictionary(
            {"Type": "/StructElem", "S": kind, "K": pydyf.Array(), "P": parent.reference}
        )
        self._pdf.add_object(element)
        return element

    def _mark(self, elements: bytes) -> int:
        """Register elements; returns the number by which a page or a link refers to them."""
        self._marks.append(elements)
        return len(self._marks) - 1

    def _forget(self, start: int) -> None:
        """Reduce the objects since `start` to the bytes that will be written."""
        objects = self._pdf.objects
        objects[start:] = [FinishedObject(pdf_object) for pdf_object in objects[start:]]
        gc.collect()  # boxes refer to each other in circles

    # ── the whole ────────────────────────────────────────────────────────────────────────────

    def _name_resources(self) -> None:
        fonts = self._pieces.build_fonts_dictionary(
            self._pdf, self._fonts, compress=True, subset=True, options=self._options
        )
        self._pdf.add_object(fonts)
        self._resources["Font"] = fonts.reference
        self._pieces._use_references(self._pdf, self._resources, self._images, {})

    def _name_places(self) -> None:
        """Write the tree of anchors (sorted by name) and the tree of marks (by number)."""
        names = pydyf.Array()
        for name, place in sorted(self._places.items()):
            names.extend([pydyf.String(name), place])
        self._pdf.catalog["Names"] = pydyf.Dictionary({"Dests": pydyf.Dictionary({"Names": names})})
        marks = pydyf.Array()
        for number, elements in enumerate(self._marks):
            marks.extend([number, elements])
        parents = pydyf.Dictionary({"Nums": marks})
        self._pdf.add_object(parents)
        self._root |= {
            "ParentTree": parents.reference,
            "K": pydyf.Array([self._document.reference]),
        }

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

    def _keep_standards(self, document: "Document") -> None:
        """Write the colour profile, and the names of both standards."""
        colours = pydyf.Stream([self._colours.read_bytes()], {"N": 3}, compress=True)
        self._pdf.add_object(colours)
        intent = {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "DestOutputProfile": colours.reference,
        }
        profile_name = pydyf.String(self._colours.name)
        names = {"OutputConditionIdentifier": profile_name, "Info": profile_name}
        self._pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary({**intent, **names})])
        self._pieces.VARIANTS[_VARIANT][0](self._pdf, document, [], [], compress=False)
        archive.name_both_standards(self._pdf.objects[-1])


def _shifted_bookmarks(first: int, bookmarks: Iterable[Bookmark]) -> list[Bookmark]:
    """Bookmarks of a part, with page numbers of the whole book."""
    return [
        (label, (page + first, x, y), _shifted_bookmarks(first, inner), state)
        for label, (page, x, y), inner, state in bookmarks
    ]


class CountedPdf(pydyf.PDF):  # type: ignore[misc]  # it ships no types
    """A PDF that keeps the list of its pages, instead of building it again for each tag."""

    def __init__(self) -> None:
        super().__init__()
        self._references: list[bytes] = []

    @property
    def page_references(self) -> list[bytes]:
        return self._references

    def add_page(self, page: pydyf.Dictionary) -> None:
        super().add_page(page)
        self._references.append(page.reference)


class FinishedObject(pydyf.Object):  # type: ignore[misc]  # it ships no types
    """A PDF object reduced to its bytes."""

    data = b""
    compressible = True

    def __init__(self, original: pydyf.Object) -> None:
        super().__init__()
        self.number, self.data, self.compressible = (
            original.number,
            original.data,
            original.compressible,
        )
