"""Every question about what was issued, answered once: is it open, does it hold, what replaces it.

Pages, papers, feeds, API, calendar and search ask here and in `Ledger.standing`; they never look
into frozen content for an answer of their own.
"""

from datetime import datetime

from generator.base.digest import Json
from generator.model.corpus.standing import Standing, has_come, window_of
from generator.model.edition.edition import Edition
from generator.model.kinds import end_of, is_of, kind_of
from generator.model.kinds.event import Event
from generator.model.kinds.information import Nature, Result, Step
from generator.model.kinds.message import Message
from generator.model.ledger.ledger import Ledger


def is_over(ledger: Ledger, record_id: str, moment: datetime | None = None) -> bool:
    """Whether an event has been closed or a concern settled; an end that lies ahead has not come.

    `moment` is the ledger's own where none is given.
    """
    last = ledger.issued[record_id][-1]
    return has_come(end_of(last.content), moment or ledger.moment, last.edition.zone)


def is_retired(ledger: Ledger, record_id: str, moment: datetime | None = None) -> bool:
    """Whether its own record took it out of use."""
    last = ledger.issued[record_id][-1]
    day = (last.content.get("retired") or {}).get("on")
    return has_come(day, moment or ledger.moment, last.edition.zone)


def is_open(ledger: Ledger, record_id: str, moment: datetime | None = None) -> bool:
    """Whether an event or a concern is offered and still goes on."""
    is_stopped = ledger.stop(record_id) or is_retired(ledger, record_id, moment)
    return not is_stopped and not is_over(ledger, record_id, moment)


def open_events(ledger: Ledger, moment: datetime | None = None) -> tuple[str, ...]:
    """The events that go on, newest id first."""
    return tuple(one for one in ledger.of(Event) if is_open(ledger, one, moment))


def is_usable(ledger: Ledger, record_id: str) -> bool:
    """Whether it may be used now or later."""
    return ledger.standing(record_id).is_usable


def lasts(ledger: Ledger, record_id: str, moment: datetime) -> bool:
    """Whether time alone lets it be used at a moment or later, whatever people did to it."""
    last = ledger.issued[record_id][-1]
    window = window_of(last.content, last.edition.zone)
    return not is_retired(ledger, record_id, moment) and (not window or moment <= window.until)


def lasting_messages(ledger: Ledger, moment: datetime, stop: Standing | None) -> tuple[str, ...]:
    """The messages that time lets be used at a moment or later, and that people stopped like this.

    None stands for those that nobody stopped.
    """
    found = (one for one in ledger.of(Message) if ledger.stop(one) is stop)
    return tuple(one for one in found if lasts(ledger, one, moment))


def needs_attention(ledger: Ledger, record_id: str) -> bool:
    """What a reader of an area, topic or unit must see first: usable messages, and what is open."""
    if is_of(record_id, Message):
        return is_usable(ledger, record_id)
    return bool(kind_of(record_id).ends_at) and is_open(ledger, record_id)


def newest_versions(ledger: Ledger) -> tuple[Edition, ...]:
    """The newest version of every bulletin, the one issued last first."""
    newest = (versions[-1] for versions in ledger.bulletins.values())
    return tuple(sorted(newest, key=lambda one: (one.issued_at, one.name), reverse=True))


def is_newest(ledger: Ledger, edition: Edition) -> bool:
    """Whether it is what its bulletin says now: the newest version, and not taken back."""
    newest = ledger.bulletins[edition.bulletin][-1]
    return newest.name == edition.name and not edition.is_withdrawal


def successor(ledger: Ledger, record_id: str) -> str | None:
    """What is to be used instead of a record that is out of use, where somebody said so."""
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
    """When the last bulletin that offered it was taken back; None when none was."""
    newest = (ledger.bulletins[bulletin][-1] for bulletin in ledger.printed_in(record_id))
    return max((one.issued_at for one in newest if one.is_withdrawal), default=None)


def _replaced_at(ledger: Ledger, record_id: str) -> datetime:
    """When a message was first issued as the one that takes this one's place."""
    newer = ledger.issued[ledger.superseded_by[record_id]]
    replacing = (one for one in newer if one.content.get("supersedes") == record_id)
    return next(replacing).edition.issued_at


def is_rumour(content: Json) -> bool:
    return content.get("nature") == Nature.RUMOUR


def is_concluded(content: Json) -> bool:
    """Whether a frozen information has gone through its last step."""
    return any(step.get("step") == Step.CONCLUDED for step in content.get("verification", ()))


def concluded_result(content: Json) -> Result | None:
    """What a frozen information was concluded to be; None while it is not."""
    results = [
        step["result"]
        for step in content.get("verification", ())
        if step.get("step") == Step.CONCLUDED and step.get("result")
    ]
    return Result.named(results[-1]) if results else None
