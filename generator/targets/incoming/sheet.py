"""A table of counts (.xlsx, .csv): its rows as texts, with the number of each line."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BytesIO, StringIO
from itertools import islice
from typing import NamedTuple
from zipfile import ZipFile

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from generator.targets.incoming.blocks import clean
from generator.targets.incoming.package import refused

MOST_ROWS, MOST_COLUMNS = 2_000, 60
_PARTING = ";,\t"


class Line(NamedTuple):
    """A row of the table, by the heading of each column; only cells that hold something."""

    number: int
    cells: dict[str, str]


def read_csv(name: str, content: bytes) -> tuple[Line, ...]:
    """The rows of a CSV file in UTF-8, parted by the sign that its first line has most of."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refused(
            name,
            "không phải chữ UTF-8; trong Excel chọn lưu thành “CSV UTF-8”",
            "not in UTF-8; in Excel save it as “CSV UTF-8”",
        ) from error
    parting = max(_PARTING, key=text.partition("\n")[0].count)
    try:
        return _lines(name, csv.reader(StringIO(text, newline=""), delimiter=parting))
    except csv.Error as error:
        raise refused(name, "không phải bảng CSV", "no CSV table") from error


def read_workbook(name: str, package: ZipFile) -> tuple[Line, ...]:
    """The rows of the first sheet, formulas as their last value."""
    assert package.fp is not None  # noqa: S101  it was opened from bytes
    package.fp.seek(0)
    try:
        book = openpyxl.load_workbook(
            BytesIO(package.fp.read()), read_only=True, data_only=True, keep_links=False
        )
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True)
        return _lines(name, (tuple(map(_text, row)) for row in rows))
    except (InvalidFileException, KeyError, IndexError, ValueError) as error:
        raise refused(name, "không phải bảng Excel (.xlsx)", "no Excel table (.xlsx)") from error


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


def _lines(name: str, rows: Iterable[Iterable[str]]) -> tuple[Line, ...]:
    """The rows under the first that is not empty, which names the columns."""
    filled = _filled(enumerate(islice(rows, MOST_ROWS + 2), 1))
    _, heads = next(filled, (0, []))
    lines = tuple(
        Line(number, {head: cell for head, cell in zip(heads, row, strict=False) if head and cell})
        for number, row in filled
    )
    if not lines:
        raise refused(name, "bảng không có dòng nào dưới dòng tiêu đề", "no row under its heads")
    if len(lines) > MOST_ROWS:
        raise refused(name, f"hơn {MOST_ROWS} dòng", f"over {MOST_ROWS} rows")
    return lines


def _filled(rows: Iterable[tuple[int, Iterable[str]]]) -> Iterator[tuple[int, list[str]]]:
    for number, row in rows:
        cells = [clean(cell) for cell in islice(row, MOST_COLUMNS)]
        if any(cells):
            yield number, cells
