"""The dashboard for leaders: counts of issued records, as of the newest edition."""

from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from generator.base.times import moment_text
from generator.model.registry.boundaries import Boundaries
from generator.views.context.page import Page, Planned
from generator.views.context.page_layout import Frame, finish
from generator.views.context.site_context import SiteContext, key_of
from generator.views.dashboard.charts import hatches
from generator.views.dashboard.figures import Areas, CountedRecords, areas_of
from generator.views.dashboard.figures_opinion import (
    ForecastFigures,
    StreamFigures,
    forecast_figures,
    stream_figures,
)
from generator.views.dashboard.figures_reach import (
    NetworkFigures,
    TimeFigures,
    network_figures,
    time_figures,
)
from generator.views.dashboard.figures_work import (
    ConcernFigures,
    PromiseFigures,
    concern_figures,
    promise_figures,
)
from generator.views.dashboard.panels import Board, PanelGroup
from generator.views.dashboard.panels_opinion import forecasts_group, streams_group
from generator.views.dashboard.panels_reach import network_group, times_group
from generator.views.dashboard.panels_work import concerns_group, map_group, promises_group

ADDRESS, SECTION = "dashboard/", "dashboard"


class Figures(NamedTuple):
    """Every number of the page."""

    concerns: ConcernFigures
    promises: PromiseFigures
    streams: StreamFigures
    forecasts: ForecastFigures
    times: TimeFigures
    network: NetworkFigures


def plan_dashboard(context: SiteContext, boundaries: Boundaries) -> Planned:
    """The key of the page is made of the numbers and names that it shows."""
    counted = CountedRecords(context.ledger)
    if not counted.editions:
        key = key_of(("dashboard", context.language))
        return Planned(ADDRESS, SECTION, key, partial(_make_empty, context))
    areas, board = areas_of(counted), _board(context, counted)
    figures = _figures(counted, areas)
    key_parts = (
        repr(figures),
        repr(areas.known),
        repr((board.topics, board.units)),
        _as_of(context, counted),
    )
    key = key_of(
        ("dashboard", context.language, str(counted.is_exercise), boundaries.digest), key_parts
    )
    groups = partial(_groups, board, figures, areas, boundaries)
    return Planned(ADDRESS, SECTION, key, lambda: _make(context, counted, groups()))


def _board(context: SiteContext, counted: CountedRecords) -> Board:
    return Board(
        language=context.language,
        topics=counted.registered("topics"),
        areas=counted.registered("areas"),
        units=counted.registered("units"),
    )


def _figures(counted: CountedRecords, areas: Areas) -> Figures:
    return Figures(
        concerns=concern_figures(counted, areas),
        promises=promise_figures(counted),
        streams=stream_figures(counted),
        forecasts=forecast_figures(counted),
        times=time_figures(counted),
        network=network_figures(counted, areas),
    )


def _groups(
    board: Board, figures: Figures, areas: Areas, boundaries: Boundaries
) -> tuple[PanelGroup, ...]:
    return (
        concerns_group(board, figures.concerns),
        map_group(board, figures.concerns, areas, boundaries),
        promises_group(board, figures.promises),
        streams_group(board, figures.streams),
        forecasts_group(board, figures.forecasts),
        times_group(board, figures.times),
        network_group(board, figures.network),
    )


def _as_of(context: SiteContext, counted: CountedRecords) -> str:
    """The moment of the numbers, and that exercises are left out if there are any."""
    zone = counted.editions[-1].zone
    moment = moment_text(counted.as_of, zone, context.language)
    sentence = context.label("dash_as_of").format(moment=moment)
    return f"{sentence} {context.label('dash_actual_only')}" if counted.is_mixed else sentence


def _frame(context: SiteContext, counted: CountedRecords | None = None) -> Frame:
    title, summary = context.label("dash_title"), context.label("dash_summary")
    mark = context.exercise_mark(counted.editions[-1]) if counted and counted.is_exercise else ""
    return Frame(ADDRESS, SECTION, title, summary, mark)


def _make(context: SiteContext, counted: CountedRecords, groups: tuple[PanelGroup, ...]) -> Page:
    values = {"as_of": _as_of(context, counted), "groups": groups, "hatches": hatches()}
    return finish(context, _frame(context, counted), "dashboard", **values)


def _make_empty(context: SiteContext) -> Page:
    values = {"as_of": "", "groups": (), "hatches": Markup()}
    return finish(context, _frame(context), "dashboard", **values)
