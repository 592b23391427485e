"""What the first screen counts and lists: work and its days, open problems, what waits, answers."""

from dataclasses import dataclass

from generator.model.kinds.concern import Concern
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.directive import Directive
from generator.model.ledger.issued_work import Waiting, Work, open_since, waiting_for
from generator.model.ledger.queries import is_over
from generator.views.dashboard.figures import CountedRecords
from generator.views.dashboard.figures_work import unfinished


@dataclass(frozen=True, slots=True)
class FirstFigures:
    """Work by its due day; open concerns and what waits, the oldest first; answers, newest first.

    `answered` are the concerns answered in `month` (2026-11), that of the newest edition.
    """

    month: str
    work: tuple[Work, ...]
    open: tuple[Concern, ...]
    waiting: tuple[Waiting, ...]
    answered: tuple[Concern, ...]


def first_figures(counted: CountedRecords) -> FirstFigures:
    concerns = tuple(counted.records(Concern))
    still_open = (
        concern for concern in concerns if not is_over(counted.ledger, concern.id, counted.as_of)
    )
    month = f"{counted.today:%Y-%m}"
    return FirstFigures(
        month=month,
        work=unfinished(counted),
        open=tuple(sorted(still_open, key=lambda concern: (open_since(concern), concern.id))),
        waiting=_waiting(counted),
        answered=_answered(concerns, month),
    )


def _waiting(counted: CountedRecords) -> tuple[Waiting, ...]:
    asked = (
        waiting_for(counted.ledger, record)
        for record in (*counted.records(Consultation), *counted.records(Directive))
    )
    return tuple(sorted(filter(None, asked), key=lambda waiting: (waiting.since, waiting.record)))


def _answered(concerns: tuple[Concern, ...], month: str) -> tuple[Concern, ...]:
    answers = [
        (concern.answer.on, concern)
        for concern in concerns
        if concern.answer and f"{concern.answer.on:%Y-%m}" == month
    ]
    answers.sort(key=lambda answer: (answer[0], answer[1].id), reverse=True)
    return tuple(concern for _, concern in answers)
