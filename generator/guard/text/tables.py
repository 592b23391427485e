"""Tables in a text: what stands in a cell is read after the heading of its column."""

from collections.abc import Iterator
from typing import NamedTuple


class Cell(NamedTuple):
    """A cell below the first row: its offsets, its heading, and all headings of its table."""

    start: int
    end: int
    heading: str
    headings: tuple[str, ...]

    def is_number(self, low: str) -> bool:
        """Whether nothing but digits stands in the cell."""
        return low[self.start : self.end].isdigit()


def cells(low: str) -> Iterator[Cell]:
    """The cells of all tables in a lower-case text, in reading order."""
    headings: tuple[str, ...] = ()
    at = 0
    for line in low.split("\n"):
        parts = line.split("|")
        if len(parts) == 1:
            headings = ()
        elif not headings:
            headings = tuple(part.strip() for part in parts)
        else:
            yield from _cells_of_row(at, parts, headings)
        at += len(line) + 1


def _cells_of_row(at: int, parts: list[str], headings: tuple[str, ...]) -> Iterator[Cell]:
    for part, heading in zip(parts, headings, strict=False):
        start = at + len(part) - len(part.lstrip())
        if part.strip():
            yield Cell(start, start + len(part.strip()), heading, headings)
        at += len(part) + 1
