"""Questions about issued records, each answered in one place: open, in force, replaced by what.

Pages, papers, feeds, API, calendar and search ask here and in `Ledger.standing`; they never
compute their own answer from frozen content.
"""

from collections.abc import Iterable
from datetime import date, datetime

from generator.base.digest import Json
from generator.model.corpus.standing import Standing, has_come, retired_on, window_of
from generator.model.edition.edition import Edition
from generator.model.kinds import end_of, is_of, kind_of
from generator.model.kinds.event import Event, Level
from generator.model.kinds.information import Nature, Result, Step
from generator.model.kinds.message import Message
from generator.model.ledger.ledger import Ledger
from generator.model.record.record import Urgency


def is_over(ledger: Ledger, record_id: str, moment: datetime | None = None) -> bool:
    """Whether an event is closed or a concern settled; an end in the future does not count yet.

    Without `moment` the ledger's moment is used.
    """
    last = ledger.issued[record_id][-1]
    return has_come(end_of(last.content), moment or ledger.moment, last.edition.zone)


def is_retired(ledger: Ledger, record_id: str, moment: datetime | None = None) -> bool:
    """Whether the record itself says that it is out of use by now."""
    last = ledger.issued[record_id][-1]
    return has_come(retired_on(last.content), moment or ledger.moment, last.edition.zone)


def is_open(ledger: Ledger, record_id: str, moment: datetime | None = None) -> bool:
    """Whether an event or a concern is offered to readers and still goes on."""
    is_stopped = ledger.stop(record_id) or is_retired(ledger, record_id, moment)
    return not is_stopped and not is_over(ledger, record_id, moment)


def open_events(ledger: Ledger, moment: datetime | None = None) -> tuple[str, ...]:
    """The ids of open events, newest id first."""
    return tuple(event for event in ledger.of(Event) if is_open(ledger, event, moment))


def is_urgent(ledger: Ledger, event_id: str) -> bool:
    """Whether an event is a hot spot, or what it asks for cannot wait."""
    content = ledger.issued[event_id][-1].content
    waits = content.get("urgency") in (None, Urgency.ROUTINE)
    return content.get("level") == Level.HOT_SPOT or not waits


def in_order(ledger: Ledger, message_ids: Iterable[str]) -> list[str]:
    """Messages in the order of the editors: what leads its event, then the newest issue first.

    Within an issue they stand as its plan names them.
    """

    def place(message_id: str) -> tuple[bool, float, int]:
        edition = ledger.issued[message_id][-1].edition
        named = [*edition.plan["include"]]
        within = named.index(message_id) if message_id in named else len(named)
        return message_id not in ledger.leading, -edition.issued_at.timestamp(), within

    return sorted(message_ids, key=place)


def is_usable(ledger: Ledger, record_id: str) -> bool:
    """Whether it may be used now or later."""
    return ledger.standing(record_id).is_usable


def lasts(ledger: Ledger, record_id: str, moment: datetime) -> bool:
    """Whether its validity allows use at a moment or later, even if people stopped it."""
    last = ledger.issued[record_id][-1]
    window = window_of(last.content, last.edition.zone)
    return not is_retired(ledger, record_id, moment) and (not window or moment <= window.until)


def lasting_messages(ledger: Ledger, moment: datetime, stop: Standing | None) -> tuple[str, ...]:
    """The messages whose validity allows use at a moment or later, and with this `stop`.

    `stop` None selects messages that nobody stopped.
    """
    messages = (message for message in ledger.of(Message) if ledger.stop(message) is stop)
    return tuple(message for message in messages if lasts(ledger, message, moment))


def needs_attention(ledger: Ledger, record_id: str) -> bool:
    """Whether readers must see it first: a usable message, or an open event or concern."""
    if is_of(record_id, Message):
        return is_usable(ledger, record_id)
    return bool(kind_of(record_id).ends_at) and is_open(ledger, record_id)


def newest_versions(ledger: Ledger) -> tuple[Edition, ...]:
    """The newest version of every bulletin that was not recalled; the one issued last is first."""
    newest = (
        versions[-1]
        for bulletin, versions in ledger.bulletins.items()
        if ledger.closing(bulletin) is None
    )
    return tuple(
        sorted(newest, key=lambda edition: (edition.issued_at, edition.name), reverse=True)
    )


def is_newest(ledger: Ledger, edition: Edition) -> bool:
    """Whether it is the newest version of its bulletin, and not a withdrawal."""
    newest = ledger.bulletins[edition.bulletin][-1]
    is_last = newest.name == edition.name and not edition.is_withdrawal
    return is_last and ledger.closing(edition.bulletin) is None


def successor(ledger: Ledger, record_id: str) -> str | None:
    """The record to use instead of a record that is out of use, if one was named."""
    match ledger.standing(record_id):
        case Standing.RECALLED:
            return ledger.recalls[record_id].instead
        case Standing.SUPERSEDED:
            return ledger.superseded_by[record_id]
        case Standing.WITHDRAWN if is_retired(ledger, record_id):
            retired = ledger.issued[record_id][-1].content["retired"]
            return str(retired["replaced_by"]) if retired.get("replaced_by") else None
        case _:
            return None


def stopped_at(ledger: Ledger, record_id: str) -> datetime | None:
    """When people recalled, withdrew or replaced a record; None while it is offered or held."""
    match ledger.stop(record_id):
        case Standing.RECALLED:
            return ledger.recalls[record_id].at
        case Standing.WITHDRAWN:
            return withdrawn_at(ledger, record_id)
        case Standing.SUPERSEDED:
            return _replaced_at(ledger, record_id)
        case _:
            return None


def withdrawn_at(ledger: Ledger, record_id: str) -> datetime | None:
    """When the last bulletin that offered it was withdrawn or recalled; None when none was."""
    bulletins = ledger.printed_in(record_id)
    newest = (ledger.bulletins[bulletin][-1] for bulletin in bulletins)
    closings = (closing for bulletin in bulletins if (closing := ledger.closing(bulletin)))
    moments = [edition.issued_at for edition in newest if edition.is_withdrawal]
    return max([*moments, *(closing.at for closing in closings)], default=None)


def _replaced_at(ledger: Ledger, record_id: str) -> datetime:
    """When the message that replaced this message was first issued."""
    newer = ledger.issued[ledger.superseded_by[record_id]]
    replacing = (
        appearance for appearance in newer if appearance.content.get("supersedes") == record_id
    )
    return next(replacing).edition.issued_at


def is_rumour(content: Json) -> bool:
    return content.get("nature") == Nature.RUMOUR


def is_concluded(content: Json) -> bool:
    """Whether a frozen information has passed its last step of verification."""
    return any(step.get("step") == Step.CONCLUDED for step in content.get("verification", ()))


def concluded_on(content: Json) -> date | None:
    """The day on which a frozen information was concluded; None while it is not, or for others."""
    steps = content.get("verification", ())
    days = [step["on"] for step in steps if step.get("step") == Step.CONCLUDED and step.get("on")]
    return date.fromisoformat(str(days[-1])) if days else None


def concluded_result(content: Json) -> Result | None:
    """The result of the concluding step of a frozen information; None without one."""
    results = [
        step["result"]
        for step in content.get("verification", ())
        if step.get("step") == Step.CONCLUDED and step.get("result")
    ]
    return Result.named(results[-1]) if results else None
