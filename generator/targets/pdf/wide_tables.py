"""Tables that people typed, made to fit the sheet: smaller, over both columns, or in parts.

What is in no part would be cut off at the edge without a word; every cell stays in the text.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from xml.etree.ElementTree import Element

from generator.model.layouts import Layout
from generator.model.record.table_room import FLOOR, INDENT, MM, has_room, needs, parts

_TYPE = 10.0  # points: the type of tables (`small-size`)
_BETWEEN = 6 * MM  # theme/pdf/masthead.css, .in-columns


def fit_tables(root: Element, layout: Layout) -> None:
    """Change each table within `.prose` so that it has room; `root` is the whole document."""
    room, above = _room(layout), {child: one for one in root.iter() for child in one}
    for columns in [one for one in root.iter() if _is(one, "in-columns")]:
        _lift(columns, above[columns], (room - _BETWEEN) / 2)
    above = {child: one for one in root.iter() for child in one}
    for table in [*_typed(root)]:
        within = _is_within(table, above, "in-columns")
        _fit(table, above[table], (room - _BETWEEN) / 2 if within else room)


def _room(layout: Layout) -> float:
    """The width of the text in points."""
    figures, both = layout.figures, ("margin-left", "margin-right")
    sides = [figures.get(side) or figures["margin"] for side in both]
    width = figures["paper"].split()[0]
    return (_mm(width) - sum(map(_mm, sides))) * MM - INDENT


def _mm(figure: str) -> float:
    return float(figure.removesuffix("mm"))


def _typed(root: Element) -> Iterator[Element]:
    for prose in root.iter():
        if _is(prose, "prose"):
            yield from (one for one in prose.iter() if one.tag == "table")


def _is(element: Element, name: str) -> bool:
    return name in element.get("class", "").split()


def _is_within(table: Element, above: Mapping[Element, Element], name: str) -> bool:
    around = table
    while around in above:
        around = above[around]
        if _is(around, name):
            return True
    return False


def _lift(columns: Element, parent: Element, room: float) -> None:
    """Put each entry with a table that is too wide for a column between two sets of columns."""
    wide = [one for one in columns if any(not _has_room(t, FLOOR, room) for t in _typed(one))]
    if not wide:
        return
    entries, place = list(columns), list(parent).index(columns)
    parent.remove(columns)
    for entry in reversed(entries):
        after = parent[place] if place < len(parent) else None
        if entry in wide:
            parent.insert(place, entry)
        elif after is not None and after.get("data-of") == "columns":
            after.insert(0, entry)
        else:
            group = Element("div", {"class": columns.get("class", ""), "data-of": "columns"})
            group.append(entry)
            parent.insert(place, group)


def _rows(table: Element) -> list[list[Element]]:
    return [list(row) for row in table.iter("tr")]


def _has_room(table: Element, size: float, room: float) -> bool:
    return has_room(_needs(table), size, room)


def _needs(table: Element) -> tuple[float, ...]:
    return needs([["".join(cell.itertext()) for cell in row] for row in _rows(table)])


def _fit(table: Element, parent: Element, room: float) -> None:
    if _has_room(table, _TYPE, room):
        return
    table.set("class", "dense")
    if _has_room(table, FLOOR, room):
        return
    place = list(parent).index(table)
    parent.remove(table)
    for part in reversed(parts(_needs(table), room)):
        parent.insert(place, _of_columns(table, part))


def _of_columns(table: Element, columns: tuple[int, ...]) -> Element:
    part = deepcopy(table)
    for row in part.iter("tr"):
        row[:] = [cell for number, cell in enumerate(row) if number in columns]
    return part
