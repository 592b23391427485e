"""How forecasts turned out: for each stated likelihood, how often the scenario happened."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.base.digest import Json
from generator.model.kinds import kinds_with
from generator.model.ledger.ledger import Ledger
from generator.model.record.record import ForecastOutcome, Likelihood

Judged = tuple[Likelihood, ForecastOutcome]


class Score(NamedTuple):
    """The outcomes of the forecasts of one likelihood, counted."""

    likelihood: Likelihood
    happened: int
    partly: int
    did_not_happen: int

    @property
    def total(self) -> int:
        return self.happened + self.partly + self.did_not_happen


def scores(judged: Iterable[Judged]) -> tuple[Score, ...]:
    """A score for each likelihood that was used, the most likely first.

    Counts, not percentages: a few forecasts a year prove no rate, and no document says which
    probability "likely" stands for.
    """
    counts = Counter(judged)
    all_scores = (
        Score(likelihood, *(counts[likelihood, outcome] for outcome in ForecastOutcome))
        for likelihood in Likelihood
    )
    return tuple(score for score in all_scores if score.total)


def judged_forecasts(ledger: Ledger) -> Iterator[Judged]:
    """The forecasts of opinions and events as last issued, where an outcome was written."""
    for record_id in ledger.of(*kinds_with("forecast")):
        yield from judged_in(ledger.issued[record_id][-1].content)


def judged_in(content: Json) -> Iterator[Judged]:
    """The forecasts of one frozen record where an outcome was written."""
    for forecast in content.get("forecast", ()):
        if forecast.get("outcome"):
            likelihood = Likelihood.named(forecast["likelihood"])
            yield likelihood, ForecastOutcome.named(forecast["outcome"])
