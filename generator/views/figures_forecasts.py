"""Figures of forecasts: what came of those that were judged, and how many still wait for it."""

from dataclasses import dataclass
from datetime import date

from generator.model.kinds import kinds_with
from generator.model.scoring import Score, judged_in, scores
from generator.views.figures import Counted


@dataclass(frozen=True, slots=True)
class ForecastFigures:
    """`waiting` came due before the newest edition without an outcome; `running` did not yet."""

    scores: tuple[Score, ...]
    waiting: int
    running: int


def forecast_figures(counted: Counted) -> ForecastFigures:
    contents = [content for _, content in counted.of(*kinds_with("forecast"))]
    unjudged = [
        date.fromisoformat(forecast["until"]) if forecast.get("until") else date.max
        for content in contents
        for forecast in content.get("forecast", ())
        if not forecast.get("outcome")
    ]
    waiting = sum(until < counted.today for until in unjudged)
    judged = (one for content in contents for one in judged_in(content))
    return ForecastFigures(scores(judged), waiting, len(unjudged) - waiting)
