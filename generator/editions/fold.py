"""Fold the editions up to a moment into the Ledger."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from generator.model.edition.edition import Closed, History, Link, Redacted, recall_of_edition
from generator.model.kinds.bulletin import Mode
from generator.model.ledger.frozen_directory import NO_ROLL, Roll
from generator.model.ledger.ledger import Ledger
from generator.model.record.record import Circulation
from generator.model.registry.registry import Exercises
from generator.model.registry.signoff import Recall


def fold_editions(
    chain: Iterable[Link],
    recalls: Mapping[str, Recall],
    moment: datetime,
    roll: Roll = NO_ROLL,
) -> Ledger:
    """Everything issued and recalled until `moment`; editions in the order of the chain."""
    links = tuple(chain)
    moments = [link.issued_at for link in links] + [recall.at for recall in recalls.values()]
    made = {name: recall for name, recall in recalls.items() if recall.at <= moment}
    issued = [(link, _closed(link, made)) for link in links if link.issued_at <= moment]
    return Ledger(
        editions=tuple(
            link for link, closed in issued if closed is None and not isinstance(link, Redacted)
        ),
        recalls=made,
        moment=moment,
        upcoming=min((at for at in moments if at > moment), default=None),
        roll=roll,
        closed=tuple(closed for _, closed in issued if closed),
    )


def _closed(link: Link, recalls: Mapping[str, Recall]) -> Closed | None:
    """A link of the chain of which no word is shown any more."""
    if isinstance(link, Redacted):
        return Closed.redacted(link)
    recall = recall_of_edition(link, recalls)
    return Closed.recalled(link, recall) if recall else None


def visible(history: History, circulation: Circulation, exercises: Exercises) -> tuple[Link, ...]:
    """The links that a site of this circulation may show; an unknown circulation is internal."""
    chain: tuple[Link, ...] = (*history.editions, *history.redacted)
    return tuple(
        link
        for link in sorted(chain, key=lambda link: (link.issued_at, link.bulletin, link.version))
        if (circulation is Circulation.INTERNAL or _said(link, "circulation") == Circulation.PUBLIC)
        and (exercises is Exercises.SHOW or _said(link, "mode") != Mode.EXERCISE)
    )


def _said(link: Link, key: str) -> object:
    return (link.redaction.terms if isinstance(link, Redacted) else link.plan).get(key)
