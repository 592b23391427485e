"""Maps of areas: equal tiles grouped by parent area, or real boundaries when there are any."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.views.dashboard.charts import (
    LETTER_OF_TEXT,
    LINE,
    WIDTH,
    Chart,
    Series,
    drawing,
    label_lines,
    legend,
    short,
    text,
)

_COLUMNS, _GAP, _PADDING = 3, 6, 5
_TILE = (WIDTH - _GAP * (_COLUMNS - 1)) / _COLUMNS
_TEXT_LINES = 4
_NAME_LINES = 2
_SHADES = ("empty-info", "dots-info", "lines-info", "grid-info")


class Tile(NamedTuple):
    """An area with its value."""

    name: str
    value: int


class TileGroup(NamedTuple):
    """The tiles of the areas inside a parent area; the group of the outermost has no name."""

    name: str
    tiles: tuple[Tile, ...]


class Shades(NamedTuple):
    """The highest value of each hatching; the last hatching has none, its label is `rest`.

    `rest` is a text such as "from {first}".
    """

    steps: tuple[int, ...]
    rest: str

    def fill(self, value: int) -> str:
        return _SHADES[sum(value > step for step in self.steps)]

    def series(self) -> tuple[Series, ...]:
        """The hatchings with the range of values of each as its label."""
        firsts = (0, *(step + 1 for step in self.steps))
        spans = zip(firsts, self.steps, strict=False)
        closed_labels = (str(last) if first == last else f"{first}–{last}" for first, last in spans)
        labels = (*closed_labels, self.rest.format(first=firsts[-1]))
        return tuple(
            Series(label, self.fill(first)) for label, first in zip(labels, firsts, strict=True)
        )


def shades(innermost: Sequence[int], rest: str) -> Shades:
    """Zero has its own hatching, the other values are cut into thirds.

    Only innermost areas count: an outer area sums up several areas.
    """
    values = sorted(value for value in innermost if value)
    thirds = {values[(len(values) - 1) * part // 3] for part in (1, 2)} if values else set()
    return Shades(tuple(sorted({0, *thirds})), rest)


def tile_map(chart: Chart, groups: Sequence[TileGroup], hatching: Shades) -> Markup:
    """Tiles of equal size, so that a large area does not look more important."""
    parts, y = legend(hatching.series())
    for group in groups:
        for line in label_lines(group.name, WIDTH) if group.name else ():
            parts.append(text(0, y + 13, line, "label"))
            y += LINE + 1
        for first in range(0, len(group.tiles), _COLUMNS):
            y = _row(parts, group.tiles[first : first + _COLUMNS], y, hatching)
        y += _GAP
    return drawing(chart, y, parts)


def _row(parts: list[Markup], tiles: Sequence[Tile], y: float, hatching: Shades) -> float:
    tile_lines = [label_lines(tile.name, _TILE - 2 * _PADDING)[:_TEXT_LINES] for tile in tiles]
    height = 28 + LINE * max(len(lines) for lines in tile_lines) + _PADDING
    for number, (tile, lines) in enumerate(zip(tiles, tile_lines, strict=True)):
        x = number * (_TILE + _GAP)
        parts.append(_frame(x, y, height))
        parts.append(_band(x, y, hatching.fill(tile.value)))
        parts.append(_number(x + _TILE / 2, y + 17, tile.value))
        for line_number, line in enumerate(lines):
            parts.append(text(x + _PADDING, y + 28 + LINE * line_number + 12, line))
    return y + height + _GAP


def _frame(x: float, y: float, height: float) -> Markup:
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" class="tile"/>').format(
        short(x + 0.5), short(y + 0.5), short(_TILE - 1), short(height - 1)
    )


def _band(x: float, y: float, fill: str) -> Markup:
    return Markup(
        '<rect x="{}" y="{}" width="{}" height="24" fill="url(#{})" class="block"/>'
    ).format(short(x + 0.5), short(y + 0.5), short(_TILE - 1), fill)


def _number(x: float, y: float, value: int) -> Markup:
    """A number on a plain ground, so that it can be read on every hatching."""
    width = 10 + 8 * len(str(value))
    ground = Markup('<rect x="{}" y="{}" width="{}" height="18" rx="3" class="ground"/>').format(
        short(x - width / 2), short(y - 13), width
    )
    return ground + text(x, y, str(value), "label at-middle")


Ring = Sequence[tuple[float, float]]


class Outline(NamedTuple):
    """The rings of an area in units of the drawing.

    Its number stands at `centre`; `room` is the width and the height of the area through it.
    """

    rings: tuple[Ring, ...]
    centre: tuple[float, float]
    room: tuple[float, float]


def boundary_map(
    chart: Chart,
    outlines: Mapping[str, Outline],
    tiles: Mapping[str, Tile | None],
    hatching: Shades,
) -> Markup:
    """Real boundaries; an area with None for a tile is drawn as a border around inner areas."""
    parts, top = legend(hatching.series())
    texts: list[Markup] = []
    for area, outline in outlines.items():
        path = Markup("").join(_path_data(ring, top) for ring in outline.rings)
        if tile := tiles[area]:
            parts.append(_filled_area(path, hatching.fill(tile.value), tile))
            texts += _texts(outline, top, tile)
        else:
            texts.insert(0, Markup('<path d="{}" class="border"/>').format(path))
    bottom = max(
        (y for outline in outlines.values() for ring in outline.rings for _, y in ring), default=0
    )
    return drawing(chart, top + bottom + 2, (*parts, *texts))


def _filled_area(path: Markup, fill: str, tile: Tile) -> Markup:
    return Markup(
        '<path d="{}" fill="url(#{})" fill-rule="evenodd" class="block">'
        "<title>{}: {}</title></path>"
    ).format(path, fill, tile.name, tile.value)


def _texts(outline: Outline, top: float, tile: Tile) -> Iterator[Markup]:
    """The number of an area and, if there is room, its name below the number."""
    x, y = outline.centre[0], outline.centre[1] + top
    yield _number(x, y + 4, tile.value)
    width, height = outline.room
    name_lines = label_lines(tile.name, width, LETTER_OF_TEXT)
    has_room = (
        max(map(len, name_lines)) * LETTER_OF_TEXT < width and len(name_lines) * 30 + 20 < height
    )
    if len(name_lines) <= _NAME_LINES and has_room:
        for line_number, line in enumerate(name_lines):
            yield text(x, y + 22 + 15 * line_number, line, "halo at-middle")


def _path_data(ring: Ring, top: float) -> str:
    return f"M{'L'.join(f'{short(x)} {short(y + top)}' for x, y in ring)}Z"
