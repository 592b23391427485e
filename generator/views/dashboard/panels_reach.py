"""Panels of reach: the days from a report to its message, and the listening network by area."""

from datetime import date

from generator.base.times import day_text
from generator.views.context.formatter import sentence_case
from generator.views.dashboard.charts import Bar, RangeRow, Series, grouped_bars, ranges
from generator.views.dashboard.figures_reach import (
    AreaCoverage,
    DaySpread,
    NetworkFigures,
    TimeFigures,
)
from generator.views.dashboard.panels import (
    MOST_BARS,
    Board,
    NamedCounts,
    Panel,
    PanelGroup,
    PanelHead,
    Picture,
    Table,
    TableRow,
    sentences,
)

_STAGES = ("concluded", "rumours", "told", "in_all")


def times_group(board: Board, figures: TimeFigures) -> PanelGroup:
    return PanelGroup("times", board.label("times"), (_times_panel(board, figures),))


def _times_panel(board: Board, figures: TimeFigures) -> Panel:
    panel, title = "times-days", board.label("times_title")
    spreads = {name: spread for name in _STAGES if (spread := getattr(figures, name))}
    if figures.concluded is None:
        return board.empty_panel(panel, title)
    finding = sentences(
        _sentence(board, "times", figures.concluded),
        _sentence(board, "told", figures.told) if figures.told else "",
    )
    rows = [
        RangeRow(
            board.label(name), spread[1:], board.label("times_printed", **_facts(board, spread))
        )
        for name, spread in spreads.items()
    ]
    said = "; ".join(f"{row.label}: {row.printed}" for row in rows)
    picture = Picture(lambda chart: ranges(chart, rows), f"{said}.", board.label("times_drawn"))
    table = Table(
        tuple(board.label(head) for head in _HEADS),
        tuple(
            TableRow(board.label(name), _cells(board, spread)) for name, spread in spreads.items()
        ),
    )
    cases = figures.concluded.cases
    head = PanelHead(panel, title, finding, cases, board.few_cases_warning(cases))
    return board.panel(head, picture, table, board.label("times_note"))


_HEADS = ("stage", "cases", "least", "middle", "slowest", "middle_half")


def _sentence(board: Board, label: str, spread: DaySpread) -> str:
    ending = "said" if spread.middle else "same_day"
    return board.label(f"{label}_{ending}", **_facts(board, spread))


def _facts(board: Board, spread: DaySpread) -> dict[str, str]:
    return {name: board.number(value) for name, value in spread._asdict().items()}


def _cells(board: Board, spread: DaySpread) -> tuple[str, ...]:
    words = _facts(board, spread)
    half = board.label("between", lower=words["lower"], upper=words["upper"])
    return (words["cases"], words["least"], words["middle"], words["most"], half)


def network_group(board: Board, figures: NetworkFigures) -> PanelGroup:
    return PanelGroup("network", board.label("network"), (_network_panel(board, figures),))


def _network_panel(board: Board, figures: NetworkFigures) -> Panel:
    panel, title = "network-areas", board.label("network_title")
    if not figures.covered:
        return board.empty_panel(panel, title)
    finding = sentences(
        board.label("network_said", covered=len(figures.covered)), _gaps_sentence(board, figures)
    )
    series = (
        Series(board.label("groups"), "dots-info"),
        Series(board.label("collaborators"), "empty-info"),
        Series(board.label("reporting"), "solid-info"),
    )
    bars = [_bar(board, coverage) for coverage in figures.covered]
    heads = (
        board.label("area"),
        *(sentence_case(entry.label) for entry in series),
        board.label("day"),
    )
    table = Table(heads, tuple(_row(board, coverage) for coverage in figures.covered))
    is_cut = len(bars) > MOST_BARS
    cut = board.label("first_rows", count=MOST_BARS) if is_cut else ""
    counts = (NamedCounts(bar.label, bar.values) for bar in bars)
    picture = Picture(
        lambda chart: grouped_bars(chart, series, bars[:MOST_BARS]),
        board.told(counts, series),
        cut,
    )
    head = PanelHead(panel, title, finding, len(bars))
    return board.panel(head, picture, table, board.label("network_note"))


def _gaps_sentence(board: Board, figures: NetworkFigures) -> str:
    if not figures.uncovered:
        return board.label("network_all")
    names = [board.area(area) for area in figures.uncovered[:MOST_BARS]]
    printed = ", ".join(names) + (", …" if len(figures.uncovered) > MOST_BARS else "")
    return board.label("network_gaps", count=len(figures.uncovered), names=printed)


def _bar(board: Board, coverage: AreaCoverage) -> Bar:
    reporting = -1 if coverage.reporting is None else coverage.reporting
    return Bar(board.area(coverage.area), (coverage.groups, coverage.collaborators, reporting), "")


def _row(board: Board, coverage: AreaCoverage) -> TableRow:
    reporting = "" if coverage.reporting is None else str(coverage.reporting)
    day = day_text(date.fromisoformat(coverage.day), board.language)
    cells = (str(coverage.groups), str(coverage.collaborators), reporting, day)
    return TableRow(board.area(coverage.area), cells)
