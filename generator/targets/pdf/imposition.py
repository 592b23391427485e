"""Imposition: the pages of a booklet, two on each side of a sheet, in the order for folding.

The sheets are printed on both sides, turned along the short edge, laid on one another, and folded
once in the middle: then the pages follow one another.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import DecodedStreamObject, NameObject

from generator.model.layouts import document_type

PAGES_OF_A_SHEET = 4
POINTS_OF_A_MM = 72 / 25.4
_MARK, _GAP = 5 * POINTS_OF_A_MM, 2 * POINTS_OF_A_MM


class Side(NamedTuple):
    """The numbers of the pages at the left and at the right of a side; None is an empty page."""

    left: int | None
    right: int | None


class Size(NamedTuple):
    """Width and height, in points."""

    width: float
    height: float


def sides(pages: int) -> tuple[Side, ...]:
    """Front and back of each sheet, the outermost first, for pages numbered from 1."""
    whole = -(-pages // PAGES_OF_A_SHEET) * PAGES_OF_A_SHEET
    return tuple(_numbered(pages, pair) for pair in _pairs(whole))


def pages_in(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def sheet_of(document: str) -> Size:
    """The paper on which two pages of this booklet stand side by side."""
    sheet = document_type(document).sheet
    if sheet is None:
        raise ValueError(document)
    return Size(*map(_points, sheet.value.split()))


def _points(length: str) -> float:
    return float(length.removesuffix("mm")) * POINTS_OF_A_MM


def two_up(pdf: bytes, sheet: Size) -> bytes:
    """The pages of a PDF on sheets of this size, with marks where the paper is to be cut.

    The copy is for a printer only: it has neither the tags nor the attachments of the original.
    """
    reader, writer = PdfReader(BytesIO(pdf)), PdfWriter()
    for side in sides(len(reader.pages)):
        page = writer.add_blank_page(*sheet)
        for number, is_right in ((side.left, False), (side.right, True)):
            if number is not None:
                _place(page, reader.pages[number - 1], sheet, is_right=is_right)
        _mark_cuts(writer, page, _size_of(reader.pages[0]), sheet)
    if reader.metadata and reader.metadata.title:
        writer.add_metadata({"/Title": reader.metadata.title})
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def _pairs(whole: int) -> Iterator[tuple[int, int]]:
    """For each sheet: its last and first page, then the two between them on its back."""
    for first in range(1, whole // 2, 2):
        last = whole + 1 - first
        yield last, first
        yield first + 1, last - 1


def _numbered(pages: int, pair: tuple[int, int]) -> Side:
    return Side(*(number if number <= pages else None for number in pair))


def _size_of(page: PageObject) -> Size:
    return Size(float(page.mediabox.width), float(page.mediabox.height))


def _place(onto: PageObject, page: PageObject, sheet: Size, *, is_right: bool) -> None:
    """Put a page to the left or to the right of the fold, at half the height."""
    size = _size_of(page)
    x = sheet.width / 2 - (0 if is_right else size.width)
    onto.merge_transformed_page(
        page, Transformation().translate(x, (sheet.height - size.height) / 2)
    )


def _mark_cuts(writer: PdfWriter, onto: PageObject, size: Size, sheet: Size) -> None:
    """Short lines beside the corners of both pages; none where the sheet is no larger."""
    left, low = sheet.width / 2 - size.width, (sheet.height - size.height) / 2
    if left < _MARK or low < _MARK:
        return
    right, high = sheet.width - left, sheet.height - low
    lines = [
        *(
            (x, y, x + way * _MARK, y)
            for x, way in ((left - _GAP, -1), (right + _GAP, 1))
            for y in (low, high)
        ),
        *(
            (x, y, x, y + way * _MARK)
            for y, way in ((low - _GAP, -1), (high + _GAP, 1))
            for x in (left, right)
        ),
    ]
    drawn = DecodedStreamObject()
    strokes = (f"{a:.2f} {b:.2f} m {c:.2f} {d:.2f} l S" for a, b, c, d in lines)
    drawn.set_data("\n".join(("q 0.5 w", *strokes, "Q")).encode())
    marks = PageObject.create_blank_page(width=sheet.width, height=sheet.height)
    marks[NameObject("/Contents")] = drawn
    onto.merge_page(marks)
