"""Figures of opinion: streams over months, and the outcomes of forecasts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.base.digest import Json
from generator.base.text import Choice
from generator.model.kinds import kinds_with
from generator.model.kinds.opinion import Breadth, Opinion, Tendency
from generator.model.ledger.forecast_scores import Score, judged_in, scores
from generator.views.dashboard.figures import Count, CountedRecords

MOST_MONTHS = 12
MONTHS_A_YEAR = 12


class _DatedStream(NamedTuple):
    """A stream of opinion, its topic, and the month (2026-11) in which its period ends."""

    month: str
    topic: str
    content: Json


@dataclass(frozen=True, slots=True)
class StreamFigures:
    """Counts of streams in each of `months` (2026-11), oldest first."""

    months: tuple[str, ...]
    total: int
    by_topic: tuple[Count, ...]
    by_tendency: tuple[Count, ...]
    by_breadth: tuple[Count, ...]


def stream_figures(counted: CountedRecords) -> StreamFigures:
    """Streams of the twelve months up to that of the newest edition."""
    streams = [stream for _, content in counted.of(Opinion) for stream in _streams(content)]
    months = _months({stream.month for stream in streams}, f"{counted.today:%Y-%m}")
    recent = [stream for stream in streams if stream.month in months]
    totals = Counter(stream.topic for stream in recent)
    topics = sorted(totals, key=lambda topic: (-totals[topic], topic))
    return StreamFigures(
        months=months,
        total=len(recent),
        by_topic=_counts(topics, months, ((stream.topic, stream.month) for stream in recent)),
        by_tendency=_choices(Tendency, "tendency", recent, months),
        by_breadth=_choices(Breadth, "breadth", recent, months),
    )


def _streams(content: Json) -> list[_DatedStream]:
    month = str((content.get("period") or {}).get("until") or content["created"])[:7]
    topic = str(content.get("topic") or "")
    return [_DatedStream(month, topic, stream) for stream in content.get("streams", ())]


def _months(stream_months: set[str], newest: str) -> tuple[str, ...]:
    """The newest twelve months without a gap, not before the first month with a stream."""
    if not stream_months:
        return ()
    last, first = _number(max(*stream_months, newest)), _number(min(stream_months))
    numbers = range(max(first, last - MOST_MONTHS + 1), last + 1)
    return tuple(
        f"{number // MONTHS_A_YEAR:04}-{number % MONTHS_A_YEAR + 1:02}" for number in numbers
    )


def _number(month: str) -> int:
    return int(month[:4]) * MONTHS_A_YEAR + int(month[5:]) - 1


def _choices(
    choices: type[Choice], key: str, streams: list[_DatedStream], months: tuple[str, ...]
) -> tuple[Count, ...]:
    return _counts(
        list(choices), months, ((str(stream.content[key]), stream.month) for stream in streams)
    )


def _counts(
    ids: Iterable[str], months: tuple[str, ...], pairs: Iterable[tuple[str, str]]
) -> tuple[Count, ...]:
    counter = Counter(pairs)
    return tuple(
        Count(str(count_id), tuple(counter[str(count_id), month] for month in months))
        for count_id in ids
    )


@dataclass(frozen=True, slots=True)
class ForecastFigures:
    """`waiting` forecasts were due before the newest edition and have no outcome.

    `running` forecasts are not due yet.
    """

    scores: tuple[Score, ...]
    waiting: int
    running: int


def forecast_figures(counted: CountedRecords) -> ForecastFigures:
    contents = [content for _, content in counted.of(*kinds_with("forecast"))]
    unjudged_until = [
        date.fromisoformat(forecast["until"]) if forecast.get("until") else date.max
        for content in contents
        for forecast in content.get("forecast", ())
        if not forecast.get("outcome")
    ]
    waiting = sum(until < counted.today for until in unjudged_until)
    judged_forecasts = (forecast for content in contents for forecast in judged_in(content))
    return ForecastFigures(scores(judged_forecasts), waiting, len(unjudged_until) - waiting)
