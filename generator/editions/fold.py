"""Fold the editions up to a moment into the Ledger."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from generator.model.edition.edition import Closed, Edition, recall_of_edition
from generator.model.kinds.bulletin import Mode
from generator.model.ledger.frozen_directory import NO_ROLL, Roll
from generator.model.ledger.ledger import Ledger
from generator.model.record.record import Circulation
from generator.model.registry.registry import Exercises
from generator.model.registry.signoff import Recall


def fold_editions(
    editions: Iterable[Edition],
    recalls: Mapping[str, Recall],
    moment: datetime,
    roll: Roll = NO_ROLL,
) -> Ledger:
    """Everything issued and recalled until `moment`; editions in the order of the chain."""
    chain = tuple(editions)
    moments = [e.issued_at for e in chain] + [recall.at for recall in recalls.values()]
    made = {name: recall for name, recall in recalls.items() if recall.at <= moment}
    issued = [(e, recall_of_edition(e, made)) for e in chain if e.issued_at <= moment]
    return Ledger(
        editions=tuple(edition for edition, recall in issued if recall is None),
        recalls=made,
        moment=moment,
        upcoming=min((at for at in moments if at > moment), default=None),
        roll=roll,
        closed=tuple(Closed.of(edition, recall) for edition, recall in issued if recall),
    )


def visible(
    editions: Iterable[Edition], circulation: Circulation, exercises: Exercises
) -> tuple[Edition, ...]:
    """The editions that a site of this circulation may show; an unknown circulation is internal."""
    return tuple(
        edition
        for edition in editions
        if (circulation is Circulation.INTERNAL or _is_public(edition))
        and (exercises is Exercises.SHOW or edition.plan.get("mode") != Mode.EXERCISE)
    )


def _is_public(edition: Edition) -> bool:
    return edition.plan.get("circulation") == Circulation.PUBLIC
