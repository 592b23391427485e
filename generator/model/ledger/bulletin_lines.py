"""Which bulletin follows which: those about one event, or of one kind, form a line.

A later bulletin of its line takes the place of an older one: that is no longer news, and the next
issue that it promised has come.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from generator.model.edition.edition import Edition
from generator.model.kinds import is_of
from generator.model.kinds.event import Event
from generator.model.ledger.ledger import Ledger
from generator.model.ledger.queries import is_over

# The bulletins of each line in the order of their first issue, by the line's event or kind.
Lines = Mapping[str, Sequence[str]]


class Followers(NamedTuple):
    """The bulletin right after another in its line, and the last: the newest version of each."""

    next: Edition
    newest: Edition


def bulletin_lines(ledger: Ledger) -> Lines:
    """The lines of all bulletins that are not withdrawn; a bulletin may stand in many."""
    lines: dict[str, list[str]] = {}
    for bulletin, versions in ledger.bulletins.items():
        if not ledger.is_withdrawn(bulletin):
            for line in dict.fromkeys((_kind(versions[0]), *events_in(versions[0]))):
                lines.setdefault(line, []).append(bulletin)
    return lines


def line_of(edition: Edition) -> str:
    """The line in which a bulletin is followed: of its event if it is quick, else of its kind."""
    event = edition.plan.get("event")
    return str(event) if edition.is_quick and event else _kind(edition)


def is_about_event(edition: Edition) -> bool:
    return line_of(edition) != _kind(edition)


def followers(ledger: Ledger, lines: Lines, edition: Edition, line: str) -> Followers | None:
    """What came after a bulletin in a line; None when nothing did."""
    first = ledger.bulletins[edition.bulletin][0]
    in_line = (ledger.bulletins[bulletin] for bulletin in lines.get(line, ()))
    later = [versions[-1] for versions in in_line if _is_after(versions[0], first)]
    return Followers(later[0], later[-1]) if later else None


def announced(ledger: Ledger, lines: Lines, edition: Edition) -> datetime | None:
    """When the next issue is due; None when it has come, or the event of the bulletin is over."""
    next_issue, event = edition.plan.get("next_issue"), edition.plan.get("event")
    if not next_issue or edition.is_withdrawal:
        return None
    is_last = event in ledger.issued and is_over(ledger, str(event))
    if is_last or followers(ledger, lines, edition, line_of(edition)):
        return None
    return datetime.fromisoformat(str(next_issue))


def _is_after(edition: Edition, other: Edition) -> bool:
    return (edition.issued_at, edition.name) > (other.issued_at, other.name)


def _kind(edition: Edition) -> str:
    return str(edition.plan.get("kind", ""))


def events_in(edition: Edition) -> Iterator[str]:
    """The events that a bulletin is about, or prints."""
    if edition.plan.get("event"):
        yield str(edition.plan["event"])
    yield from (record_id for record_id in edition.records if is_of(record_id, Event))
