"""Tables of a print in Word, with spans and repeated heads, and the columns of an official form."""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import sqrt
from typing import NamedTuple

from docx.document import Document
from docx.shared import Length, Pt
from docx.table import Table, _Cell, _Row
from lxml.html import HtmlElement

from generator.model.record.table_room import FLOOR, INDENT, PADDING, has_room, needs, parts
from generator.targets.word import looks
from generator.targets.word.flow import Flow, Holder, Page, put_picture
from generator.targets.word.looks import length
from generator.targets.word.oxml import element
from generator.targets.word.runs import Face, pieces, write

_NONE = Pt(0)
_WIDER = 1.4  # a face that stands for Times New Roman where that is missing
_LEAST = 1.0  # type sizes: an empty column
_MARGIN = Pt((PADDING - 0.5) / 2)  # of a cell, at each side
_SMALLER = (11.0, 10.0, 9.0, FLOOR)  # points


class Placed(NamedTuple):
    """A cell of a table: where it begins, and how many rows and columns it takes."""

    row: int
    column: int
    rows: int
    columns: int
    element: HtmlElement


def put(page: Page, into: Holder, node: HtmlElement) -> None:
    """One print element, with everything it holds."""
    Flow(page, _SPECIAL).put(into, node)


def _put_table(page: Page, into: Holder, node: HtmlElement) -> None:
    """A table, in as many parts of its columns as on the paper that the PDF engine sets."""
    caption, rows = node.find(".//caption"), list(node.iter("tr"))
    placed = list(_placed(rows))
    if caption is not None:
        write(looks.add_line(into, looks.CELL), pieces(caption, Face(is_bold=True)), page.notes)
    heads = sum(1 for _ in node.iterfind(".//thead/tr"))
    for part in _parts(page, node, placed):
        _put_grid(page, into, part, heads)
        looks.add_line(into, looks.CELL)


def _parts(page: Page, node: HtmlElement, placed: list[Placed]) -> Iterator[list[Placed]]:
    """The cells of each part; only what somebody typed is divided, and it has no spans."""
    if not placed:
        return
    columns, room = _needs(placed), page.width.pt - INDENT
    is_typed = any("prose" in one.classes for one in node.iterancestors())
    if not is_typed or has_room(columns, FLOOR, room):
        yield placed
        return
    for part in parts(columns, room):
        places = {column: place for place, column in enumerate(part)}
        yield [c._replace(column=places[c.column]) for c in placed if c.column in places]


def _put_grid(page: Page, into: Holder, placed: list[Placed], heads: int) -> None:
    size = _fitting_size(placed, page)
    widths = _widths(placed, page.width, size)
    high = max(cell.row + cell.rows for cell in placed)
    table = _new_table(into, (high, len(widths)), widths)
    table.style = "Table Grid"
    _set_margins(table, _MARGIN)
    for cell in placed:
        _put_cell(page, _merged(table, cell), cell.element)
    _set_size(table, size)
    _hold_rows(table, heads)


def _placed(rows: Sequence[HtmlElement]) -> Iterator[Placed]:
    """Where each cell stands, after the cells of rows above that reach down to it."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while (number, column) in taken:
                column += 1
            high = min(int(cell.get("rowspan", 1)), len(rows) - number)
            wide = int(cell.get("colspan", 1))
            taken |= {(number + r, column + c) for r in range(high) for c in range(wide)}
            yield Placed(number, column, high, wide, cell)
            column += wide


def _fitting_size(placed: Sequence[Placed], page: Page) -> float:
    """The size of type, in points, in which the longest word of every column fits its line, in
    a wider face too."""
    largest, columns = float(length(page.figures["small-size"]).pt), _roomy(_needs(placed))
    for size in (largest, *(size for size in _SMALLER if size < largest)):
        if has_room(columns, size, page.width.pt):
            return size
    return FLOOR


def _roomy(columns: Sequence[float]) -> list[float]:
    """What columns need in the face of an office program that lacks ours."""
    return [need * _WIDER for need in columns]


def _needs(placed: Sequence[Placed]) -> tuple[float, ...]:
    """What each column needs, in type sizes, as the PDF's tables are judged."""
    columns = max(cell.column + cell.columns for cell in placed)
    texts = [[""] * columns for _ in range(max(cell.row for cell in placed) + 1)]
    for cell in placed:
        if cell.columns == 1:
            texts[cell.row][cell.column] = cell.element.text_content()
    return tuple(max(need, _LEAST) for need in needs(texts))


def _widths(placed: Sequence[Placed], width: Length, size: float) -> list[Length]:
    """What each column needs; what is left is shared by the root of the longest text."""
    columns: Sequence[float] = _needs(placed)
    if has_room(_roomy(columns), size, width.pt):
        columns = _roomy(columns)
    least = [Pt(need * size + PADDING) for need in columns]
    roots = [1.0] * len(least)
    for cell in placed:
        if cell.columns == 1:
            root = sqrt(len(" ".join(cell.element.text_content().split())))
            roots[cell.column] = max(roots[cell.column], root)
    left = width - sum(least)
    if left < 0:
        return [Length(width * own // sum(least)) for own in least]
    shares = (left * root / sum(roots) for root in roots)
    return [Length(int(own + share)) for own, share in zip(least, shares, strict=True)]


def _set_size(table: Table, size: float) -> None:
    for cell in table._cells:
        for run in (run for line in cell.paragraphs for run in line.runs):
            run.font.size = Pt(size)


def _new_table(into: Holder, size: tuple[int, int], widths: Sequence[Length]) -> Table:
    """A table of fixed widths; they stand in its grid too, which LibreOffice reads."""
    more = () if isinstance(into, Document) else (Length(sum(widths)),)
    table: Table = into.add_table(*size, *more)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    return table


def _merged(table: Table, cell: Placed) -> _Cell:
    first = table.cell(cell.row, cell.column)
    if cell.rows == cell.columns == 1:
        return first
    last = table.cell(cell.row + cell.rows - 1, cell.column + cell.columns - 1)
    merged: _Cell = first.merge(last)
    return merged


def _put_cell(page: Page, cell: _Cell, node: HtmlElement) -> None:
    """The words of a cell; the empty paragraph that Word asks for goes if there are others."""
    empty = cell.paragraphs[0]
    Flow(page, _SPECIAL).put_all(cell, node, looks.CELL)
    if len(cell.paragraphs) > 1 and not empty.text:
        empty._p.getparent().remove(empty._p)
    else:
        looks.set_style(empty, looks.CELL)


def _hold_rows(table: Table, heads: int) -> None:
    for row in islice(table.rows, heads):
        row._tr.get_or_add_trPr().append(element("tblHeader", val="true"))
        for run in (run for cell in row.cells for line in cell.paragraphs for run in line.runs):
            run.bold = True
    for row in table.rows:
        _hold_together(row)


def _hold_together(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(element("cantSplit", val="true"))


# ── the columns of the form ──────────────────────────────────────────────────────────────────


def _put_head(page: Page, into: Holder, node: HtmlElement) -> None:
    figures = page.figures
    widths = [length(figures["issuer-width"]), length(figures["nation-width"])]
    _set_margins(_put_columns(page, into, node, widths), _NONE)


def _put_signatures(page: Page, into: Holder, node: HtmlElement) -> None:
    columns = len(node)
    widths = [Length(page.width // columns)] * columns
    _set_margins(_put_columns(page, into, node, widths), _NONE)


def _put_positions(page: Page, into: Holder, node: HtmlElement) -> None:
    """Opinions of equal space, side by side."""
    columns = len(node)
    table = _put_columns(page, into, node, [Length(page.width // columns)] * columns)
    table.style = "Table Grid"
    looks.add_line(into, looks.CELL)


def _put_columns(page: Page, into: Holder, node: HtmlElement, widths: Sequence[Length]) -> Table:
    """The parts of an element beside one another, in a table that nobody sees."""
    table = _new_table(into, (1, len(widths)), widths)
    _hold_together(table.rows[0])
    for cell, part in zip(table.rows[0].cells, node, strict=True):
        _put_cell(page, cell, part)
    return table


def _set_margins(table: Table, margin: Length) -> None:
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w=margin.twips, type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def _put_rows(page: Page, into: Holder, node: HtmlElement) -> None:
    """A list of values, each after its label."""
    for one in node.iter("dt"):
        value = one.getnext()
        words = (*pieces(one, Face(is_bold=True)), *pieces(_colon()), *pieces(value))
        write(looks.add_line(into, looks.CELL), iter(words), page.notes)


def _colon() -> HtmlElement:
    made = HtmlElement(": ")
    made.tag = "span"
    return made


def _put_lines(page: Page, into: Holder, node: HtmlElement) -> None:
    """A place to write."""
    del node, page
    looks.add_line(into, looks.CELL).add_run("." * 80)


_SPECIAL = {
    "head": _put_head,
    "signature-row": _put_signatures,
    "positions": _put_positions,
    "table": _put_table,
    "dl": _put_rows,
    "figure": put_picture,
    "to-write": _put_lines,
}
