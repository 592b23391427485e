"""Which bulletins still owe the next issue they announced, as rule BT708 sees it."""

from collections.abc import Iterator

from generator.model.edition import Edition, Relation
from generator.model.kinds.bulletin import BulletinKind
from generator.model.ledger import Ledger


def owing(ledger: Ledger) -> frozenset[str]:
    """The bulletins after which no newer one came: of their kind, or about their event."""
    newest: dict[tuple[str, str], str] = {}
    for edition in reversed(ledger.editions):
        if edition.version == 1 and not _is_withdrawn(ledger, edition):
            newest.setdefault((str(edition.plan.get("kind", "")), ""), edition.bulletin)
            for event in _events(edition):
                newest.setdefault(("", event), edition.bulletin)
    return frozenset(
        bulletin
        for bulletin, versions in ledger.bulletins.items()
        if not _is_withdrawn(ledger, versions[-1]) and _is_newest(newest, versions[-1])
    )


def _is_withdrawn(ledger: Ledger, edition: Edition) -> bool:
    return ledger.bulletins[edition.bulletin][-1].relation is Relation.WITHDRAWAL


def _events(edition: Edition) -> Iterator[str]:
    if edition.plan.get("event"):
        yield str(edition.plan["event"])
    yield from (one for one in edition.records if one.startswith("SV"))


def _is_newest(newest: dict[tuple[str, str], str], edition: Edition) -> bool:
    kind, event = edition.plan.get("kind"), edition.plan.get("event")
    is_of_event = kind == BulletinKind.QUICK and event
    key = ("", str(event)) if is_of_event else (str(kind or ""), "")
    return newest.get(key) == edition.bulletin
