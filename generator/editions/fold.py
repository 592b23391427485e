"""Fold the editions up to a moment into the Ledger."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from generator.model.edition.closed import Closed, recall_of_edition
from generator.model.edition.edition import History, Link, Redacted
from generator.model.kinds.bulletin import Mode
from generator.model.ledger.frozen_directory import NO_ROLL, Roll
from generator.model.ledger.ledger import Ledger
from generator.model.record.record import Circulation
from generator.model.registry.registry import Exercises
from generator.model.registry.signoff import Recall, recall_path


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
    issued = _with_closings([link for link in links if link.issued_at <= moment], made)
    return Ledger(
        editions=tuple(
            link for link, closed in issued if closed is None and not isinstance(link, Redacted)
        ),
        recalls=made,
        moment=moment,
        upcoming=min((at for at in moments if at > moment), default=None),
        roll=roll,
        closed=tuple(closed for _, closed in issued if closed),
        ahead=(
            *(link.path for link in links if link.issued_at > moment),
            *(recall_path(name) for name in sorted(recalls.keys() - made.keys())),
        ),
    )


def _with_closings(
    links: Iterable[Link], recalls: Mapping[str, Recall]
) -> list[tuple[Link, Closed | None]]:
    """Each link, and how it is closed if no word of it is shown any more.

    A withdrawal repeats the content of the version before: it is closed when that one was
    recalled, or the words would come back with it.
    """
    last: dict[str, Recall | None] = {}
    closed: list[tuple[Link, Closed | None]] = []
    for link in links:
        if isinstance(link, Redacted):
            closed.append((link, Closed.redacted(link)))
            continue
        repeated = last.get(link.bulletin) if link.is_withdrawal else None
        recall = recall_of_edition(link, recalls) or repeated
        last[link.bulletin] = recall
        closed.append((link, Closed.recalled(link, recall) if recall else None))
    return closed


def visible(history: History, circulation: Circulation, exercises: Exercises) -> tuple[Link, ...]:
    """The links that a site of this circulation may show; an unknown circulation is internal."""
    return tuple(
        link
        for link in history.links
        if (circulation is Circulation.INTERNAL or _said(link, "circulation") == Circulation.PUBLIC)
        and (exercises is Exercises.SHOW or _said(link, "mode") != Mode.EXERCISE)
    )


def _said(link: Link, key: str) -> object:
    return (link.redaction.terms if isinstance(link, Redacted) else link.plan).get(key)
