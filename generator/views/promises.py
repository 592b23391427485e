"""Which bulletins still owe the next issue they announced, as rule BT708 sees it."""

from collections.abc import Iterator

from generator.model.edition import Edition
from generator.model.kinds import is_of
from generator.model.kinds.bulletin import BulletinKind
from generator.model.kinds.event import Event
from generator.model.ledger import Ledger


def owing(ledger: Ledger) -> frozenset[str]:
    """The bulletins after which no newer one came: of their kind, or about their event."""
    newest: dict[tuple[str, str], str] = {}
    for edition in reversed(ledger.editions):
        if edition.version == 1 and not ledger.is_withdrawn(edition.bulletin):
            newest.setdefault((str(edition.plan.get("kind", "")), ""), edition.bulletin)
            for event in _events(edition):
                newest.setdefault(("", event), edition.bulletin)
    return frozenset(
        bulletin
        for bulletin, versions in ledger.bulletins.items()
        if not ledger.is_withdrawn(bulletin) and _is_newest(newest, versions[-1])
    )


def _events(edition: Edition) -> Iterator[str]:
    if edition.plan.get("event"):
        yield str(edition.plan["event"])
    yield from (one for one in edition.records if is_of(one, Event))


def _is_newest(newest: dict[tuple[str, str], str], edition: Edition) -> bool:
    kind, event = edition.plan.get("kind"), edition.plan.get("event")
    is_of_event = kind == BulletinKind.QUICK and event
    key = ("", str(event)) if is_of_event else (str(kind or ""), "")
    return newest.get(key) == edition.bulletin
