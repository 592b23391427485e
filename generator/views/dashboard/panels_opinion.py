"""Panels of opinion: streams over months by topic, leaning and breadth, and judged forecasts."""

from collections.abc import Sequence

from generator.base.text import Choice
from generator.model.kinds.opinion import Breadth, Tendency
from generator.model.record.record import ForecastOutcome
from generator.views.context.formatter import chosen, sentence_case
from generator.views.context.times import month_text
from generator.views.dashboard.chart_lines import MOST_LINES, ChartLine, lines
from generator.views.dashboard.charts import Series
from generator.views.dashboard.figures import Count
from generator.views.dashboard.figures_opinion import ForecastFigures, StreamFigures
from generator.views.dashboard.panels import (
    Board,
    NamedCounts,
    Panel,
    PanelGroup,
    sentences,
    stacked_panel,
    table_of,
)

_TENDENCY_FILLS = ("solid-good", "grid-bad", "lines-warn", "dots-info", "empty-info")
_BREADTH_FILLS = ("solid-info", "grid-info", "lines-info", "empty-info")
_OUTCOME_FILLS = ("solid-info", "lines-info", "empty-info")


def streams_group(board: Board, figures: StreamFigures) -> PanelGroup:
    panels = (
        _topic_panel(board, figures),
        _choice_panel(board, figures, (Tendency, "tendency"), figures.by_tendency, _TENDENCY_FILLS),
        _choice_panel(board, figures, (Breadth, "breadth"), figures.by_breadth, _BREADTH_FILLS),
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
    finding = sentences(
        board.most_frequent(label, totals, total=figures.total, **span),
        board.few_cases_warning(figures.total),
    )
    picture = lines(board.chart(panel, title, finding), months, chart_lines)
    named = [
        NamedCounts(month, tuple(line.values[number] for line in chart_lines))
        for number, month in enumerate(months)
    ]
    table = table_of(board.label("month"), named, (line.label for line in chart_lines))
    return Panel(panel, title, finding, picture, board.label("streams_note"), table)


def _topic_lines(board: Board, by_topic: Sequence[Count]) -> list[ChartLine]:
    """The most frequent topics, and all others together when they are too many to draw."""
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
    choices: tuple[type[Choice], str],
    counts: Sequence[Count],
    fills: Sequence[str],
) -> Panel:
    kind, name = choices
    panel, title = f"streams-{name}", board.label(f"streams_{name}")
    if not figures.total:
        return board.empty_panel(panel, title)
    names = [chosen(kind, count.id).label.to(board.language) for count in counts]
    series = [Series(name, fill) for name, fill in zip(names, fills, strict=True)]
    totals = [(name, sum(count.counts)) for name, count in zip(names, counts, strict=True)]
    named = [
        NamedCounts(_short_month(month), tuple(count.counts[number] for count in counts))
        for number, month in enumerate(figures.months)
    ]
    finding = sentences(
        board.most_frequent("choice_said", totals, total=figures.total),
        board.few_cases_warning(figures.total),
    )
    return stacked_panel(board, (panel, title, finding), board.label("month"), named, series)


def _short_month(month: str) -> str:
    """11/2026, from 2026-11."""
    return f"{month[5:]}/{month[:4]}"


def forecasts_group(board: Board, figures: ForecastFigures) -> PanelGroup:
    return PanelGroup("forecasts", board.label("forecasts"), (_forecasts_panel(board, figures),))


def _forecasts_panel(board: Board, figures: ForecastFigures) -> Panel:
    panel, title = "forecasts-outcome", board.label("forecasts_title")
    is_open = figures.waiting + figures.running
    unjudged = board.label("forecasts_open", waiting=figures.waiting, running=figures.running)
    if not figures.scores:
        empty = board.empty_panel(panel, title)
        return empty._replace(finding=sentences(empty.finding, unjudged if is_open else ""))
    named = [
        NamedCounts(
            sentence_case(score.likelihood.label.to(board.language)),
            (score.happened, score.partly, score.did_not_happen),
        )
        for score in figures.scores
    ]
    sums = [sum(column) for column in zip(*(row.counts for row in named), strict=True)]
    sums_by_outcome = dict(zip((outcome.value for outcome in ForecastOutcome), sums, strict=True))
    finding = sentences(
        board.label("forecasts_said", total=sum(sums), **sums_by_outcome),
        unjudged if is_open else "",
        board.few_cases_warning(sum(sums)),
    )
    series = [
        Series(outcome.label.to(board.language), fill)
        for outcome, fill in zip(ForecastOutcome, _OUTCOME_FILLS, strict=True)
    ]
    shown_panel = stacked_panel(
        board, (panel, title, finding), board.label("likelihood"), named, series
    )
    return shown_panel._replace(note=sentences(shown_panel.note, board.label("forecasts_why")))
