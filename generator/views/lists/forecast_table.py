"""The table of forecasts whose outcome is known, counted by likelihood."""

from typing import NamedTuple

from generator.model.ledger.forecast_scores import judged_forecasts, scores
from generator.model.record.record import ForecastOutcome
from generator.views.context.site_context import SiteContext


class ScoreLine(NamedTuple):
    """One likelihood; `counts` are in the order of `ScoreTable.outcomes`."""

    likelihood: str
    counts: tuple[str, ...]
    total: str


class ScoreTable(NamedTuple):
    """Outcomes counted by the likelihood that was forecast; `outcomes` head the columns."""

    outcomes: tuple[str, ...]
    lines: tuple[ScoreLine, ...]


def score_table(context: SiteContext) -> ScoreTable | None:
    """None while no issued forecast has an outcome."""
    language = context.language
    lines = tuple(
        ScoreLine(
            likelihood=score.likelihood.label.to(language),
            counts=(str(score.happened), str(score.partly), str(score.did_not_happen)),
            total=str(score.total),
        )
        for score in scores(judged_forecasts(context.ledger))
    )
    outcomes = tuple(outcome.label.to(language) for outcome in ForecastOutcome)
    return ScoreTable(outcomes, lines) if lines else None
