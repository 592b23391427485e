"""Panels of work: concerns by topic, area and age, promises by unit, and the map of areas."""

from collections.abc import Iterator
from itertools import pairwise

from generator.model.registry.boundaries import Boundaries
from generator.views.dashboard.chart_areas import Tile, boundary_map, shades, tile_map
from generator.views.dashboard.chart_areas import TileGroup as Tiles
from generator.views.dashboard.charts import Bar, Series, stacked_bars
from generator.views.dashboard.figures import Areas
from generator.views.dashboard.figures_work import (
    BANDS,
    OPEN,
    ConcernFigures,
    Promise,
    PromiseFigures,
)
from generator.views.dashboard.panels import (
    Board,
    NamedCounts,
    Panel,
    PanelGroup,
    PanelHead,
    Picture,
    Table,
    TableRow,
    sentences,
    stacked_panel,
    table_of,
)
from generator.views.dashboard.projection import project_boundaries

_PROMISE_FILLS = ("grid-bad", "empty-info", "solid-good")


def concerns_group(board: Board, figures: ConcernFigures) -> PanelGroup:
    by_topic = [NamedCounts(board.topic(count.id), count.counts) for count in figures.by_topic]
    by_area = [NamedCounts(board.area(count.id), count.counts) for count in figures.by_area]
    area = _concerns_panel(board, figures, "area", by_area)
    if area.table:
        area = area._replace(note=sentences(board.label("area_note"), area.note))
    panels = (_concerns_panel(board, figures, "topic", by_topic), area, _age_panel(board, figures))
    return PanelGroup("concerns", board.label("concerns"), panels)


def _concerns_panel(
    board: Board, figures: ConcernFigures, head: str, rows: list[NamedCounts]
) -> Panel:
    panel_id, title = f"concerns-{head}", board.label(f"concerns_{head}")
    if not rows:
        return board.empty_panel(panel_id, title)
    label = "concerns_said" if figures.open else "concerns_done"
    finding = board.label(label, total=figures.total, open=figures.open)
    trend = board.most_frequent("most_open", [(row.name, row.counts[OPEN]) for row in rows])
    series = (
        Series(board.label("open"), "lines-warn"),
        Series(board.label("settled"), "solid-good"),
    )
    warning = board.few_cases_warning(figures.total)
    panel_head = PanelHead(panel_id, title, finding, figures.total, warning, trend)
    table = table_of(board.label(head), rows, (entry.label for entry in series))
    return stacked_panel(board, panel_head, table, rows, series)


def _age_panel(board: Board, figures: ConcernFigures) -> Panel:
    title = board.label("concerns_age")
    if not figures.open:
        empty = board.empty_panel("concerns-age", title)
        return empty._replace(finding=board.label("age_none")) if figures.total else empty
    finding = board.label(
        "age_said", open=figures.open, old=figures.ages[-1], days=BANDS[-1], oldest=figures.oldest
    )
    rows = [
        NamedCounts(band, (count,)) for band, count in zip(_bands(board), figures.ages, strict=True)
    ]
    series = (Series(board.label("open"), "lines-warn"),)
    bars = [Bar(row.name, row.counts, str(row.counts[0])) for row in rows]
    warning = board.few_cases_warning(figures.open)
    picture = Picture(lambda chart: stacked_bars(chart, series, bars), board.told(rows, series))
    table = table_of(board.label("band"), rows, (board.label("open"),))
    head = PanelHead("concerns-age", title, finding, figures.open, warning)
    return board.panel(head, picture, table, board.label("age_note"))


def _bands(board: Board) -> Iterator[str]:
    yield board.label("band_first", last=BANDS[0])
    for before, last in pairwise(BANDS):
        yield board.label("band_next", first=before + 1, last=last)
    yield board.label("band_last", last=BANDS[-1])


def promises_group(board: Board, figures: PromiseFigures) -> PanelGroup:
    return PanelGroup("promises", board.label("promises"), (_promises_panel(board, figures),))


def _promises_panel(board: Board, figures: PromiseFigures) -> Panel:
    panel_id, title = "promises-unit", board.label("promises_unit")
    total = sum(figures.totals)
    if not total:
        return board.empty_panel(panel_id, title)
    states = {promise.name.lower(): figures.totals[promise] for promise in Promise}
    rows = [NamedCounts(board.unit(count.id), count.counts) for count in figures.by_unit]
    finding = board.label("promises_said", total=total, **states)
    overdue = [(row.name, row.counts[Promise.OVERDUE]) for row in rows]
    trend = board.most_frequent("most_overdue", overdue)
    series = [
        Series(board.label(promise.name.lower()), fill)
        for promise, fill in zip(Promise, _PROMISE_FILLS, strict=True)
    ]
    panel_head = PanelHead(panel_id, title, finding, total, board.few_cases_warning(total), trend)
    table = table_of(board.label("unit"), rows, (entry.label for entry in series))
    panel = stacked_panel(board, panel_head, table, rows, series)
    return panel._replace(note=sentences(panel.note, board.label("promises_note")))


def map_group(
    board: Board, figures: ConcernFigures, areas: Areas, boundaries: Boundaries
) -> PanelGroup:
    title = board.label("map_title")
    tiles = {count.id: Tile(board.area(count.id), count.counts[0]) for count in figures.open_within}
    if not tiles:
        return PanelGroup("map", board.label("map"), (board.empty_panel("map-open", title),))
    open_counts = [
        (board.area(count.id), count.counts[OPEN])
        for count in figures.by_area
        if count.counts[OPEN]
    ]
    finding = board.label("map_said", named=len(open_counts), areas=len(tiles))
    trend = board.most_frequent("most_open", open_counts)
    table_rows = (
        TableRow(tiles[area].name, (parent_name, str(tiles[area].value)))
        for area, parent_name in _areas_with_parent(board, areas)
    )
    heads = (board.label("area"), board.label("map_above"), board.label("map_open"))
    warning = board.few_cases_warning(figures.open)
    head = PanelHead("map-open", title, finding, figures.open, warning, trend)
    picture = _map_picture(board, areas, boundaries, tiles)
    panel = board.panel(
        head, picture, Table(heads, tuple(table_rows)), board.label("map_inside_note")
    )
    return PanelGroup("map", board.label("map"), (panel,))


def _map_picture(
    board: Board, areas: Areas, boundaries: Boundaries, tiles: dict[str, Tile]
) -> Picture:
    """The map and the note below it: tiles, or real boundaries when there are any."""
    innermost = [tile.value for area, tile in tiles.items() if area not in areas.below]
    hatching = shades(innermost, board.label("map_from"))
    told = "; ".join(f"{tile.name}: {tile.value}" for tile in tiles.values() if tile.value)
    said = f"{told}." if told else ""
    outlines = project_boundaries(
        boundary for boundary in boundaries.areas if boundary.area in tiles
    )
    if not outlines:
        groups = list(_tile_groups(board, areas, tiles))
        return Picture(
            lambda chart: tile_map(chart, groups, hatching), said, board.label("map_note")
        )
    outer = {parent for area in outlines for parent in areas.lineage(area)[1:]}
    ordered = sorted(outlines, key=lambda area: (len(areas.lineage(area)), area))
    drawn_tiles = {area: None if area in outer else tiles[area] for area in ordered}
    drawn = {area: outlines[area] for area in ordered}
    missing = len(tiles) - len(outlines)
    left_out = board.label("boundary_missing", missing=missing) if missing else ""
    note = sentences(board.label("boundary_note"), left_out)
    return Picture(lambda chart: boundary_map(chart, drawn, drawn_tiles, hatching), said, note)


def _tile_groups(board: Board, areas: Areas, tiles: dict[str, Tile]) -> Iterator[Tiles]:
    """First the group of the outermost areas, then a group for each area with inner areas."""
    waiting = [""]
    while waiting:
        parent = waiting.pop(0)
        inner = areas.below.get(parent, ())
        name = board.label("within", name=board.area(parent)) if parent else ""
        yield Tiles(name, tuple(tiles[area] for area in inner))
        waiting[:0] = [area for area in inner if area in areas.below]


def _areas_with_parent(board: Board, areas: Areas) -> Iterator[tuple[str, str]]:
    """(area id, name of its parent area), each area before its inner areas."""
    waiting = [("", area) for area in areas.below.get("", ())]
    while waiting:
        parent_name, area = waiting.pop(0)
        yield area, parent_name
        inner = areas.below.get(area, ())
        waiting[:0] = [(board.area(area), inner_area) for inner_area in inner]
