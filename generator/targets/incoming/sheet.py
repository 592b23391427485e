"""A table of counts (.xlsx, .csv): its rows as texts, with the number of each line."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice
from typing import NamedTuple

from generator.base.text import Bilingual
from generator.targets.incoming.blocks import begun, clean
from generator.targets.incoming.encoding import decoded
from generator.targets.incoming.package import refused

MOST_ROWS, MOST_COLUMNS = 2_000, 60
MOST_ABOVE = 20  # rows of a title that may stand above the heads of the columns
MOST_READ = MOST_ROWS + MOST_ABOVE + 2
_PARTING = ";,\t"
_ADVICE = Bilingual("trong Excel chọn lưu thành “CSV UTF-8”", "in Excel save it as “CSV UTF-8”")
IsHead = Callable[[Sequence[str]], bool]


class Row(NamedTuple):
    """A row as it stands: every cell, and why it cannot be trusted."""

    number: int
    cells: Sequence[str]
    flaw: Bilingual | None = None


class Line(NamedTuple):
    """A row of the table, by the heading of each column; only cells that hold something."""

    number: int
    cells: dict[str, str]
    flaw: Bilingual | None = None


class Table(NamedTuple):
    """The heads of the columns, the lines under them, and what an editor must know of it."""

    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[Bilingual, ...] = ()


def read_csv(name: str, content: bytes, is_head: IsHead) -> Table:
    """The rows of a CSV file, parted by the sign that its first lines have most of."""
    text = decoded(name, content, _ADVICE)
    first = "\n".join(text.split("\n", MOST_ABOVE)[:MOST_ABOVE])
    parting = max(_PARTING, key=first.count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=parting)
    try:
        every = [Row(number, row) for number, row in enumerate(islice(rows, MOST_READ), 1)]
    except csv.Error as error:
        raise refused(name, "không phải bảng CSV", "no CSV table") from error
    return as_table(name, every, is_head)


def as_table(name: str, rows: Iterable[Row], is_head: IsHead) -> Table:
    """The rows under the heads: the first row that names a known column, else the first of all.

    Refused when there is none, when there are too many, or when two columns have one name.
    """
    filled = list(_filled(name, rows))
    among = filled[:MOST_ABOVE]
    start = next((at for at, row in enumerate(among) if is_head(row.cells)), 0)
    lines = filled[start + 1 :]
    if not lines:
        raise refused(name, "bảng không có dòng nào dưới dòng tiêu đề", "no row under its heads")
    if len(lines) > MOST_ROWS:
        raise refused(name, f"hơn {MOST_ROWS} dòng", f"over {MOST_ROWS} rows")
    heads = tuple(filled[start].cells)
    twice = next((head for head in heads if head and heads.count(head) > 1), "")
    if twice:
        raise refused(name, f"hai cột cùng tên “{twice}”", f"two columns are named “{twice}”")
    notes = tuple(_above(row) for row in filled[:start])
    return Table(heads, tuple(_line(heads, row) for row in lines), notes)


def _filled(name: str, rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        cells = [clean(cell) for cell in row.cells]
        if any(cells[MOST_COLUMNS:]):
            raise refused(name, f"hơn {MOST_COLUMNS} cột", f"over {MOST_COLUMNS} columns")
        if any(cells):
            last = max(number for number, cell in enumerate(cells) if cell)
            yield row._replace(cells=cells[: last + 1])


def _above(row: Row) -> Bilingual:
    said = begun(" ".join(filter(None, row.cells)))
    return Bilingual(
        f"dòng {row.number} ở trên tên các cột, không lấy: {said}",
        f"line {row.number} stands above the heads and was left out: {said}",
    )


def _line(heads: Sequence[str], row: Row) -> Line:
    """A row by its heads; one with a cell under no head is told, for nobody knows what it says."""
    cells = {head: cell for head, cell in zip(heads, row.cells, strict=False) if head and cell}
    width = len(heads)
    under = [cell for n, cell in enumerate(row.cells) if cell and (n >= width or not heads[n])]
    flaw = row.flaw
    if under and not flaw:
        said = begun(" ".join(under))
        flaw = Bilingual(f"ô không có tên cột: {said}", f"a cell under no head: {said}")
    return Line(row.number, cells, flaw)
