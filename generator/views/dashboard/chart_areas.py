"""Maps of areas: equal tiles grouped by what they lie in, or real boundaries when given."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.views.dashboard.charts import (
    LETTER_OF_TEXT,
    LINE,
    WIDTH,
    Chart,
    Series,
    broken,
    drawing,
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
    """The tiles of the areas within one; the outermost group has no name."""

    name: str
    tiles: tuple[Tile, ...]


class Shades(NamedTuple):
    """Up to which value each hatching goes; the last has no end. `rest` says so: "from {first}"."""

    steps: tuple[int, ...]
    rest: str

    def fill(self, value: int) -> str:
        return _SHADES[sum(value > step for step in self.steps)]

    def series(self) -> tuple[Series, ...]:
        """The hatchings with the values they stand for."""
        firsts = (0, *(step + 1 for step in self.steps))
        spans = zip(firsts, self.steps, strict=False)
        said = (str(last) if first == last else f"{first}–{last}" for first, last in spans)
        named = (*said, self.rest.format(first=firsts[-1]))
        return tuple(
            Series(one, self.fill(first)) for one, first in zip(named, firsts, strict=True)
        )


def shades(innermost: Sequence[int], rest: str) -> Shades:
    """Nought by itself, the other areas in thirds; outer areas hold several and do not count."""
    found = sorted(value for value in innermost if value)
    thirds = {found[(len(found) - 1) * part // 3] for part in (1, 2)} if found else set()
    return Shades(tuple(sorted({0, *thirds})), rest)


def tile_map(chart: Chart, groups: Sequence[TileGroup], shade: Shades) -> Markup:
    """Equal tiles, so that no area looks weightier for being large."""
    parts, y = legend(shade.series())
    for group in groups:
        for line in broken(group.name, WIDTH) if group.name else ():
            parts.append(text(0, y + 13, line, "label"))
            y += LINE + 1
        for first in range(0, len(group.tiles), _COLUMNS):
            y = _row(parts, group.tiles[first : first + _COLUMNS], y, shade)
        y += _GAP
    return drawing(chart, y, parts)


def _row(parts: list[Markup], tiles: Sequence[Tile], y: float, shade: Shades) -> float:
    names = [broken(tile.name, _TILE - 2 * _PADDING)[:_TEXT_LINES] for tile in tiles]
    height = 28 + LINE * max(len(lines) for lines in names) + _PADDING
    for number, (tile, lines) in enumerate(zip(tiles, names, strict=True)):
        x = number * (_TILE + _GAP)
        parts.append(_frame(x, y, height))
        parts.append(_band(x, y, shade.fill(tile.value)))
        parts.append(_number(x + _TILE / 2, y + 17, tile.value))
        for at, line in enumerate(lines):
            parts.append(text(x + _PADDING, y + 28 + LINE * at + 12, line))
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
    """A number that can be read on every hatching."""
    width = 10 + 8 * len(str(value))
    ground = Markup('<rect x="{}" y="{}" width="{}" height="18" rx="3" class="ground"/>').format(
        short(x - width / 2), short(y - 13), width
    )
    return ground + text(x, y, str(value), "label at-middle")


Ring = Sequence[tuple[float, float]]


class Outline(NamedTuple):
    """A drawn area: its rings in units of the drawing, where its number stands, and its room.

    The room is how broad and how high it is through that point.
    """

    rings: tuple[Ring, ...]
    centre: tuple[float, float]
    room: tuple[float, float]


def boundary_map(
    chart: Chart,
    outlines: Mapping[str, Outline],
    tiles: Mapping[str, Tile | None],
    shade: Shades,
) -> Markup:
    """Real boundaries; an area whose inner areas are drawn too is only a border (None)."""
    parts, top = legend(shade.series())
    said: list[Markup] = []
    for area, outline in outlines.items():
        way = Markup("").join(_way(ring, top) for ring in outline.rings)
        if tile := tiles[area]:
            parts.append(_filled(way, shade.fill(tile.value), tile))
            said += _said(outline, top, tile)
        else:
            said.insert(0, Markup('<path d="{}" class="border"/>').format(way))
    bottom = max((y for one in outlines.values() for ring in one.rings for _, y in ring), default=0)
    return drawing(chart, top + bottom + 2, (*parts, *said))


def _filled(way: Markup, fill: str, tile: Tile) -> Markup:
    return Markup(
        '<path d="{}" fill="url(#{})" fill-rule="evenodd" class="block">'
        "<title>{}: {}</title></path>"
    ).format(way, fill, tile.name, tile.value)


def _said(outline: Outline, top: float, tile: Tile) -> Iterator[Markup]:
    """The number of an area and, where there is room, its name below."""
    x, y = outline.centre[0], outline.centre[1] + top
    yield _number(x, y + 4, tile.value)
    broad, high = outline.room
    names = broken(tile.name, broad, LETTER_OF_TEXT)
    has_room = max(map(len, names)) * LETTER_OF_TEXT < broad and len(names) * 30 + 20 < high
    if len(names) <= _NAME_LINES and has_room:
        for at, line in enumerate(names):
            yield text(x, y + 22 + 15 * at, line, "halo at-middle")


def _way(ring: Ring, top: float) -> str:
    return f"M{'L'.join(f'{short(x)} {short(y + top)}' for x, y in ring)}Z"
