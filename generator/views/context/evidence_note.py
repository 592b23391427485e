"""What stands beside a citation: nothing while the evidence is plain, else its state."""

from collections.abc import Callable
from datetime import date

from generator.base.text import Language
from generator.model.corpus.evidence import Doubt, Flaw
from generator.model.kinds.information import Result
from generator.views.catalogue.labels import labels

DayText = Callable[[date], str]


def evidence_note(
    doubt: Doubt | None, result: Result | None, language: Language, day_text: DayText
) -> str:
    """The state of cited evidence; a fact that is true in part says so, its wording too."""
    if doubt is None:
        return result.label.to(language) if result is Result.PARTLY else ""
    if doubt.flaw is Flaw.SUPERSEDED and doubt.day and doubt.told:
        then = {"told": day_text(doubt.told), "day": day_text(doubt.day), "id": doubt.instead}
        return labels(language)["true_then"].format(**then)
    return doubt.flaw.label.to(language)
