"""A table that somebody typed has room on every sheet, with every cell in the text."""

from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element, fromstring

import pytest
from pdfplumber.page import Page

from generator.base.prose import tables, to_html
from generator.model.layouts import layout_of
from generator.model.record.table_room import FLOOR, MOST_PARTS, NARROWEST, has_room, needs, parts
from generator.targets.pdf.wide_tables import fit_tables
from tests.measure import MM, NEAR, figure, pages_of_job
from tests.test_pdf import job

LAYOUT = layout_of("masthead", "bulletin")
COLUMNS = (3, 8, 10, 24)


def typed(count: int, letters: int = 9) -> str:
    """A table of so many columns and two rows; each cell says where it stands."""
    head, first, second = (
        [f"{row}{n}{'x' * letters}"[:letters] for n in range(count)] for row in ("đ", "một", "hai")
    )
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * count, first, second))


def document(text: str, look: str = "") -> Element:
    entries = f"<article><div class='prose'>{to_html(text)}</div></article>"
    other = "<article><p>Bản ghi khác.</p></article>"
    return fromstring(f"<body><div class='{look}'>{other}{entries}{other}</div></body>")  # noqa: S314  made here


def fitted(text: str, look: str = "") -> list[Element]:
    root = document(text, look)
    fit_tables(root, LAYOUT)
    return [*root.iter("table")]


def cells(table: Element) -> list[list[str]]:
    return [[cell.text or "" for cell in row] for row in table.iter("tr")]


@pytest.mark.parametrize("count", COLUMNS)
def test_every_column_stands_in_a_part_and_each_part_begins_with_the_first(count: int) -> None:
    (whole,) = tables(typed(count))
    found = [cells(one) for one in fitted(typed(count))]
    assert all([row[0] for row in part] == [row[0] for row in whole] for part in found)
    head = [cell for part in found for cell in part[0][1:]]
    assert head == [*whole[0][1:]]
    assert (len(found) > 1) == (count > 10)


def how(count: int, letters: int = 9) -> tuple[int, str | None, int]:
    """In how many parts of the columns the entries stand, the look of the table, its parts."""
    root = document(typed(count, letters), "in-columns")
    fit_tables(root, LAYOUT)
    found = [*root.iter("table")]
    return len(root), found[0].get("class"), len(found)


def test_a_table_is_first_set_smaller_then_over_both_columns_and_divided_last() -> None:
    assert how(4) == (1, None, 1)
    assert how(4, 10) == (1, "dense", 1)
    assert how(8) == (3, None, 1)  # it stands between two sets of columns
    assert how(10) == (3, "dense", 1)
    assert how(24) == (3, "dense", 3)


def test_parts_are_as_few_and_as_equal_as_can_be() -> None:
    (table,) = tables(typed(24))
    columns = needs(table)
    found = parts(columns, NARROWEST)
    assert all(has_room([columns[n] for n in part], FLOOR, NARROWEST) for part in found)
    lengths = [len(part) for part in found]
    assert max(lengths) - min(lengths) <= 2
    assert len(found) <= MOST_PARTS


@cache
def printed() -> tuple[Page, ...]:
    """Every width of table, once over the whole sheet and once in two columns."""
    texts = [f"<article><div class=prose>{to_html(typed(one))}</div></article>" for one in COLUMNS]
    both = "".join((*texts, "<div class=in-columns>", *texts, "</div>"))
    return pages_of_job(job(both))


def words() -> Iterator[tuple[str, float, float]]:
    for page in printed():
        for word in page.extract_words():
            yield word["text"], word["x0"], word["x1"] - page.width


@pytest.mark.pdf
def test_no_cell_is_cut_off_at_the_edge_or_printed_over_another() -> None:
    found = [word for word in words() if "x" in word[0]]
    every = [
        cell
        for count in COLUMNS
        for (one,) in [tables(typed(count))]
        for row in one
        for cell in row
    ]
    said = [text for text, _, _ in found]
    assert all(said.count(cell) >= 2 * every.count(cell) for cell in every)
    margin = min(figure("masthead", "bulletin", f"margin-{side}") for side in ("left", "right"))
    assert all(start >= margin - NEAR and end <= NEAR - margin for _, start, end in found)
    assert margin > 10 * MM
