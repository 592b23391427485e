"""An .xlsx file as rows: what people see of it; what is hidden, struck out or in doubt is told."""

import zlib
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

import openpyxl
from lxml import etree
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from generator.base.text import Bilingual
from generator.targets.incoming.blocks import begun
from generator.targets.incoming.package import refused
from generator.targets.incoming.sheet import (
    MOST_ABOVE,
    MOST_COLUMNS,
    MOST_READ,
    IsHead,
    Row,
    Table,
    as_table,
)

_X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_HIDING = ("1", "true")
_MOST_TOLD = 20
# What openpyxl raises on parts that are missing, of the wrong form or wrongly packed.
_BROKEN = (
    *(InvalidFileException, BadZipFile, zlib.error, SyntaxError, OSError, EOFError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError, OverflowError),
)


class Looks(NamedTuple):
    """What the cells of a sheet do not say: hidden rows and columns, merges, empty formulas.

    `joined` has the cells of each row that belong to a merge over several rows, `uncounted` the
    cells whose formula has no value.
    """

    rows: set[int]
    columns: set[int]
    joined: dict[int, str]
    uncounted: dict[int, str]


def read(name: str, package: ZipFile, is_head: IsHead) -> Table:
    """The first sheet that is shown and names a known column, formulas as their last value."""
    assert package.fp is not None  # noqa: S101  it was opened from bytes
    package.fp.seek(0)
    content = BytesIO(package.fp.read())
    try:
        book = openpyxl.load_workbook(content, read_only=True, data_only=True, keep_links=False)
        sheet = _chosen(book, is_head)
        looks = _looks(package, sheet._worksheet_path)
        rows = list(_rows(sheet, looks))
        notes = (*_other_sheets(book, sheet), *_hidden(rows, looks), *_beside(package))
    except _BROKEN as error:
        raise refused(name, "không phải bảng Excel (.xlsx)", "no Excel table (.xlsx)") from error
    seen = (_without(row, looks.columns) for row in rows if row.number not in looks.rows)
    table = as_table(name, seen, is_head)
    return table._replace(notes=(*notes, *table.notes))


def _chosen(book: Any, is_head: IsHead) -> Any:  # noqa: ANN401  openpyxl has no types
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in shown:
        rows = sheet.iter_rows(max_row=MOST_ABOVE, max_col=MOST_COLUMNS, values_only=True)
        if any(is_head([str(value) for value in row if value is not None]) for row in rows):
            return sheet
    return shown[0]


def _rows(sheet: Any, looks: Looks) -> Iterator[Row]:  # noqa: ANN401
    rows = sheet.iter_rows(max_row=MOST_READ, max_col=MOST_COLUMNS + 1)
    for number, row in enumerate(rows, 1):
        cells = [_text(cell) for cell in row]
        yield Row(number, cells, _flaw(number, row, looks))


def _flaw(number: int, row: Any, looks: Looks) -> Bilingual | None:  # noqa: ANN401
    """Why a row cannot be taken as it stands."""
    if at := looks.joined.get(number):
        return Bilingual(
            f"ô {at} gộp nhiều dòng: bỏ gộp và điền từng dòng",
            f"the cells {at} span several lines: part them and fill each line",
        )
    if at := looks.uncounted.get(number):
        return Bilingual(
            f"ô {at} là công thức chưa có kết quả: mở bằng Excel, lưu lại",
            f"the cell {at} is a formula without a result: open it in Excel and save it",
        )
    for cell in row:
        at = f"{get_column_letter(cell.column)}{number}" if cell.value is not None else ""
        if at and cell.data_type == "e":
            return Bilingual(f"ô {at} báo lỗi {cell.value}", f"the cell {at} says {cell.value}")
        if at and cell.font is not None and cell.font.strike:
            return Bilingual(f"ô {at} bị gạch ngang", f"the cell {at} is struck out")
    return None


def _text(cell: Any) -> str:  # noqa: ANN401
    """What a cell says; a part of a number stands behind a comma, for 1.265 is a thousand here."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and "%" in (cell.number_format or ""):
        return f"{value * 100:.15g}%".replace(".", ",")
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    return "" if value is None else str(value)


def _without(row: Row, columns: set[int]) -> Row:
    kept = ["" if number in columns else cell for number, cell in enumerate(row.cells, 1)]
    return row._replace(cells=kept)


# ── what the cells do not say ────────────────────────────────────────────────────────────────


def _looks(package: ZipFile, path: str) -> Looks:
    """The looks of a sheet, its part read element by element."""
    looks, known = Looks(set(), set(), {}, {}), (*_LOOKED, f"{_X}mergeCell")
    with package.open(path.removeprefix("/")) as part:
        for _, node in etree.iterparse(part, tag=known, resolve_entities=False, no_network=True):
            _LOOKED.get(node.tag, _look_at_merge)(looks, node)
            node.clear()
            while node.getprevious() is not None:
                del node.getparent()[0]
    return looks


def _look_at_row(looks: Looks, node: etree._Element) -> None:
    number = int(node.get("r", "0"))
    if number > MOST_READ:
        return
    if node.get("hidden") in _HIDING or node.get("ht") == "0":
        looks.rows.add(number)
    for cell in node:
        if cell.find(f"{_X}f") is not None and not cell.findtext(f"{_X}v"):
            looks.uncounted.setdefault(number, cell.get("r", ""))


def _look_at_column(looks: Looks, node: etree._Element) -> None:
    if node.get("hidden") in _HIDING or node.get("width") == "0":
        first, last = int(node.get("min", "1")), int(node.get("max", "1"))
        looks.columns.update(range(first, min(last, MOST_COLUMNS + 1) + 1))


def _look_at_merge(looks: Looks, node: etree._Element) -> None:
    _, top, _, bottom = range_boundaries(node.get("ref", ""))
    if top and bottom and bottom > top:
        for number in range(top, min(bottom, MOST_READ) + 1):
            looks.joined.setdefault(number, node.get("ref", ""))


_LOOKED = {f"{_X}row": _look_at_row, f"{_X}col": _look_at_column}


def _hidden(rows: list[Row], looks: Looks) -> Iterator[Bilingual]:
    hidden = [row for row in rows if row.number in looks.rows and any(row.cells)]
    for row in hidden[:_MOST_TOLD]:
        said = begun(" ".join(filter(None, row.cells)))
        yield Bilingual(
            f"dòng {row.number} đang ẩn, không lấy: {said}",
            f"line {row.number} is hidden and was left out: {said}",
        )
    if (more := len(hidden) - _MOST_TOLD) > 0:
        yield Bilingual(f"và {more} dòng ẩn nữa", f"and {more} more hidden lines")
    for number in sorted(looks.columns):
        cells = (row.cells[number - 1] for row in rows if len(row.cells) >= number)
        said = begun(" ".join(filter(None, cells)))
        if said:
            letter = get_column_letter(number)
            yield Bilingual(
                f"cột {letter} đang ẩn, không lấy: {said}",
                f"column {letter} is hidden and was left out: {said}",
            )


def _other_sheets(book: Any, taken: Any) -> Iterator[Bilingual]:  # noqa: ANN401
    for sheet in islice(book.worksheets, _MOST_TOLD):
        if sheet is taken:
            continue
        first = next(sheet.iter_rows(max_row=1, max_col=MOST_COLUMNS, values_only=True), ())
        said = begun(" ".join(str(value) for value in first if value is not None))
        vi, en = ("", "") if sheet.sheet_state == "visible" else (" (đang ẩn)", " (hidden)")
        yield Bilingual(
            f"trang tính “{sheet.title}”{vi} không lấy: {said or 'trống'}",
            f"the sheet “{sheet.title}”{en} was left out: {said or 'empty'}",
        )


def _beside(package: ZipFile) -> Iterator[Bilingual]:
    """Comments, pictures and macros of a workbook."""
    names = package.namelist()
    for name in islice((n for n in names if n.startswith("xl/comments")), _MOST_TOLD):
        for _, comment in etree.iterparse(
            package.open(name), tag=f"{_X}comment", resolve_entities=False, no_network=True
        ):
            at, said = comment.get("ref", ""), begun("".join(comment.itertext()))
            yield Bilingual(
                f"lời bình ở ô {at} không lấy: {said}",
                f"the comment at the cell {at} was left out: {said}",
            )
    for part, vi, en in (
        ("xl/media/", "hình", "pictures"),
        ("xl/charts/", "biểu đồ", "charts"),
        ("xl/vbaProject", "mã lệnh (macro)", "macros"),
    ):
        if count := sum(1 for name in names if name.startswith(part)):
            yield Bilingual(f"{count} {vi} không được lấy", f"{count} {en} were left out")
