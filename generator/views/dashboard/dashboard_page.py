"""The dashboard for leaders: what is owed, then counts, as of the newest edition."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from generator.base.times import moment_text
from generator.model.registry.boundaries import Boundaries
from generator.views.context.as_of import AsOf
from generator.views.context.page import Page, Planned
from generator.views.context.page_layout import Frame, finish
from generator.views.context.site_context import SiteContext, key_of
from generator.views.dashboard.charts import hatches
from generator.views.dashboard.figures import Areas, CountedRecords, areas_of
from generator.views.dashboard.figures_first import FirstFigures, first_figures
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
from generator.views.dashboard.lists import ADDRESS, BoardList, Moment, key_numbers, lists
from generator.views.dashboard.panels import Board, PanelGroup, Table
from generator.views.dashboard.panels_opinion import forecasts_group, streams_group
from generator.views.dashboard.panels_reach import network_group, times_group
from generator.views.dashboard.panels_work import concerns_group, map_group, promises_group

SECTION = "dashboard"


class Figures(NamedTuple):
    """Every number of the page."""

    first: FirstFigures
    concerns: ConcernFigures
    promises: PromiseFigures
    streams: StreamFigures
    forecasts: ForecastFigures
    times: TimeFigures
    network: NetworkFigures


@dataclass(frozen=True)
class Dashboard:
    """The page and its tables, from a ledger with at least one edition."""

    context: SiteContext
    counted: CountedRecords
    boundaries: Boundaries

    @cached_property
    def board(self) -> Board:
        return Board(
            language=self.context.language,
            topics=self.counted.registered("topics"),
            areas=self.counted.registered("areas"),
            units=self.counted.registered("units"),
        )

    @cached_property
    def areas(self) -> Areas:
        return areas_of(self.counted)

    @cached_property
    def figures(self) -> Figures:
        counted, areas = self.counted, self.areas
        return Figures(
            first=first_figures(counted),
            concerns=concern_figures(counted, areas),
            promises=promise_figures(counted),
            streams=stream_figures(counted),
            forecasts=forecast_figures(counted),
            times=time_figures(counted),
            network=network_figures(counted, areas),
        )

    @cached_property
    def lists(self) -> tuple[BoardList, ...]:
        moment = Moment(self.counted.as_of, self.counted.zone)
        return lists(self.board, self.figures.first, moment)

    @cached_property
    def groups(self) -> tuple[PanelGroup, ...]:
        board, figures = self.board, self.figures
        return (
            concerns_group(board, figures.concerns),
            map_group(board, figures.concerns, self.areas, self.boundaries),
            promises_group(board, figures.promises),
            streams_group(board, figures.streams),
            forecasts_group(board, figures.forecasts),
            times_group(board, figures.times),
            network_group(board, figures.network),
        )

    def tables(self) -> Iterator[tuple[str, Table]]:
        """Every table of the page, with the name of its file."""
        yield from ((board_list.id, board_list.table) for board_list in self.lists)
        panels = (panel for group in self.groups for panel in group.panels)
        yield from ((panel.id, panel.table) for panel in panels if panel.table)

    @property
    def as_of(self) -> AsOf:
        """The moment of the numbers."""
        moment = moment_text(self.counted.as_of, self.counted.zone, self.context.language)
        text = self.context.label("dash_as_of").format(moment=moment)
        return AsOf(text, self.counted.as_of.isoformat())

    def make(self) -> Page:
        numbers = key_numbers(self.board, self.figures.first, self.lists)
        return finish(
            self.context,
            _frame(self.context, self.counted),
            "dashboard",
            as_of=self.as_of,
            zone=self.as_of.at[-6:],
            actual_only=self.counted.is_mixed,
            numbers=numbers,
            lists=self.lists,
            groups=self.groups,
            hatches=hatches(),
        )


def dashboard_of(context: SiteContext, boundaries: Boundaries) -> Dashboard | None:
    """None before the first issue."""
    counted = CountedRecords(context.ledger)
    return Dashboard(context, counted, boundaries) if counted.editions else None


def plan_dashboard(context: SiteContext, boundaries: Boundaries) -> Planned:
    """The key of the page is made of the numbers and names that it shows."""
    dashboard = dashboard_of(context, boundaries)
    if dashboard is None:
        key = key_of(("dashboard", context.language))
        return Planned(ADDRESS, SECTION, key, partial(_make_empty, context))
    counted, board = dashboard.counted, dashboard.board
    key_parts = (
        repr(dashboard.figures),
        repr(dashboard.areas.known),
        repr((board.topics, board.units)),
        *dashboard.as_of,
    )
    is_for = (str(counted.is_exercise), str(counted.is_mixed))
    key = key_of(("dashboard", context.language, *is_for, boundaries.digest), key_parts)
    return Planned(ADDRESS, SECTION, key, dashboard.make)


def _frame(context: SiteContext, counted: CountedRecords | None = None) -> Frame:
    title, summary = context.label("dash_title"), context.label("dash_summary")
    mark = context.exercise_mark(counted.editions[-1]) if counted and counted.is_exercise else ""
    return Frame(ADDRESS, SECTION, title, summary, mark)


def _make_empty(context: SiteContext) -> Page:
    return finish(context, _frame(context), "dashboard", numbers=())
