"""Panels of opinion: streams over months by topic, leaning and breadth, and judged forecasts."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.base.text import Choice
from generator.base.times import month_text
from generator.model.kinds.opinion import Breadth, Tendency
from generator.model.record.record import ForecastOutcome
from generator.views.context.formatter import chosen, sentence_case
from generator.views.dashboard.chart_lines import MOST_LINES, ChartLine, lines
from generator.views.dashboard.charts import Series
from generator.views.dashboard.figures import Count
from generator.views.dashboard.figures_opinion import ForecastFigures, StreamFigures
from generator.views.dashboard.panels import (
    Board,
    NamedCounts,
    Panel,
    PanelGroup,
    PanelHead,
    Picture,
    sentences,
    stacked_panel,
    table_of,
)

_TENDENCY_FILLS = ("solid-good", "grid-bad", "lines-warn", "dots-info", "empty-info")
_BREADTH_FILLS = ("solid-info", "grid-info", "lines-info", "empty-info")
_OUTCOME_FILLS = ("solid-info", "lines-info", "empty-info")


class _ChoiceField(NamedTuple):
    """A field of a stream whose values are choices, and its name in ids and labels."""

    choices: type[Choice]
    name: str


def streams_group(board: Board, figures: StreamFigures) -> PanelGroup:
    panels = (
        _topic_panel(board, figures),
        _choice_panel(
            board, figures, _ChoiceField(Tendency, "tendency"), figures.by_tendency, _TENDENCY_FILLS
        ),
        _choice_panel(
            board, figures, _ChoiceField(Breadth, "breadth"), figures.by_breadth, _BREADTH_FILLS
        ),
    )
    return PanelGroup("streams", board.label("streams"), panels)


def _topic_panel(board: Board, figures: StreamFigures) -> Panel:
    panel, title = "streams-topic", board.label("streams_topic")
    if not figures.total:
        return board.empty_panel(panel, title)
    months = [_short_month(month) for month in figures.months]
    chart_lines = _topic_lines(board, figures.by_topic)
    label = "streams_said" if len(months) > 1 else "streams_month"
    totals = [(board.topic(count.id), sum(count.counts)) for count in figures.by_topic]
    span = {
        "first": month_text(figures.months[0], board.language).lower(),
        "last": month_text(figures.months[-1], board.language).lower(),
    }
    finding = board.most_frequent(label, totals, total=figures.total, **span)
    rows = [
        NamedCounts(month, tuple(line.values[number] for line in chart_lines))
        for number, month in enumerate(months)
    ]
    table = table_of(board.label("month"), rows, (line.label for line in chart_lines))
    said = "; ".join(f"{name}: {count}" for name, count in totals)
    picture = Picture(lambda chart: lines(chart, months, chart_lines), f"{said}.")
    warning = board.few_cases_warning(figures.total)
    head = PanelHead(panel, title, finding, figures.total, warning)
    return board.panel(head, picture, table, board.label("streams_note"))


def _topic_lines(board: Board, by_topic: Sequence[Count]) -> list[ChartLine]:
    """A line for each topic; beyond MOST_LINES the less frequent topics share the last line."""
    topic_lines = [ChartLine(board.topic(count.id), count.counts) for count in by_topic]
    if len(topic_lines) <= MOST_LINES:
        return topic_lines
    others = zip(*(line.values for line in topic_lines[MOST_LINES - 1 :]), strict=True)
    return [
        *topic_lines[: MOST_LINES - 1],
        ChartLine(board.label("other_topics"), tuple(map(sum, others))),
    ]


def _choice_panel(
    board: Board,
    figures: StreamFigures,
    field: _ChoiceField,
    counts: Sequence[Count],
    fills: Sequence[str],
) -> Panel:
    panel_id, title = f"streams-{field.name}", board.label(f"streams_{field.name}")
    if not figures.total:
        return board.empty_panel(panel_id, title)
    names = [chosen(field.choices, count.id).label.to(board.language) for count in counts]
    series = [Series(name, fill) for name, fill in zip(names, fills, strict=True)]
    totals = [(name, sum(count.counts)) for name, count in zip(names, counts, strict=True)]
    rows = [
        NamedCounts(_short_month(month), tuple(count.counts[number] for count in counts))
        for number, month in enumerate(figures.months)
    ]
    finding = board.most_frequent("choice_said", totals, total=figures.total)
    warning = board.few_cases_warning(figures.total)
    panel_head = PanelHead(panel_id, title, finding, figures.total, warning)
    table = table_of(board.label("month"), rows, names)
    return stacked_panel(board, panel_head, table, rows, series)


def _short_month(month: str) -> str:
    """11/2026 from 2026-11."""
    return f"{month[5:]}/{month[:4]}"


def forecasts_group(board: Board, figures: ForecastFigures) -> PanelGroup:
    return PanelGroup("forecasts", board.label("forecasts"), (_forecasts_panel(board, figures),))


def _forecasts_panel(board: Board, figures: ForecastFigures) -> Panel:
    panel_id, title = "forecasts-outcome", board.label("forecasts_title")
    is_open = figures.waiting + figures.running
    unjudged = board.label("forecasts_open", waiting=figures.waiting, running=figures.running)
    if not figures.scores:
        empty = board.empty_panel(panel_id, title)
        return empty._replace(finding=sentences(empty.finding, unjudged if is_open else ""))
    rows = [
        NamedCounts(
            sentence_case(score.likelihood.label.to(board.language)),
            (score.happened, score.partly, score.did_not_happen),
        )
        for score in figures.scores
    ]
    sums = [sum(column) for column in zip(*(row.counts for row in rows), strict=True)]
    sums_by_outcome = dict(zip((outcome.value for outcome in ForecastOutcome), sums, strict=True))
    finding = sentences(
        board.label("forecasts_said", total=sum(sums), **sums_by_outcome),
        unjudged if is_open else "",
    )
    series = [
        Series(outcome.label.to(board.language), fill)
        for outcome, fill in zip(ForecastOutcome, _OUTCOME_FILLS, strict=True)
    ]
    warning = board.few_cases_warning(sum(sums))
    panel_head = PanelHead(panel_id, title, finding, sum(sums), warning)
    table = table_of(board.label("likelihood"), rows, (entry.label for entry in series))
    panel = stacked_panel(board, panel_head, table, rows, series)
    return panel._replace(note=sentences(panel.note, board.label("forecasts_why")))
