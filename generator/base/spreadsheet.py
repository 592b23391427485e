"""A table as CSV for spreadsheets: UTF-8 with the mark they look for, and no cell is a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

# What begins like this a spreadsheet may compute, also after blanks and as wide letters.
_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


def spreadsheet(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """An apostrophe before a cell keeps a spreadsheet from computing it."""
    text = io.StringIO()
    table = csv.writer(text)
    for row in (heads, *rows):
        table.writerow([f"'{cell}" if _is_formula(cell) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _is_formula(cell: str) -> bool:
    return _FORMULA.match(cell) is not None and not _NUMBER.fullmatch(cell)
