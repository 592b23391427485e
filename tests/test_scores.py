"""Forecasts that came due are counted, and the page of opinions shows what came of them."""

from generator.base.text import Language
from generator.model.ledger.forecast_scores import Score, scores
from generator.model.ledger.ledger import Ledger
from generator.model.record.record import ForecastOutcome, Likelihood
from generator.views.context.page import Page
from generator.views.site.all_pages import plan_site
from tests.exercise import record_files, text_of, week


def opinions(ledger: Ledger) -> Page:
    return next(p for p in plan_site(ledger, Language.VI) if p.address == "opinions/").make()


def test_forecasts_are_counted_by_likelihood_against_what_came() -> None:
    judged = [
        (Likelihood.LIKELY, ForecastOutcome.HAPPENED),
        (Likelihood.LIKELY, ForecastOutcome.DID_NOT_HAPPEN),
        (Likelihood.ALMOST_CERTAIN, ForecastOutcome.HAPPENED),
        (Likelihood.LIKELY, ForecastOutcome.HAPPENED),
    ]
    assert scores(judged) == (
        Score(Likelihood.ALMOST_CERTAIN, 1, 0, 0),
        Score(Likelihood.LIKELY, 2, 0, 1),
    )
    assert scores([]) == ()


def test_the_list_of_opinions_says_how_forecasts_turned_out() -> None:
    shown = text_of(opinions(week().ledger()).body)
    assert "Dự báo đã kiểm chứng" in shown
    assert "nhiều khả năng 1 0 0 1" in shown
    files = record_files()
    path = "content/records/event/2026/SV-2026-0001.yml"
    files[path] = str(files[path]).replace("    outcome: happened\n", "")
    assert "Dự báo đã kiểm chứng" not in opinions(week(files).ledger()).body
