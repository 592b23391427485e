"""What must stand first on a page: that something is recalled, held, expired, superseded."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.kinds.message import Message
from generator.model.record import Record
from generator.model.state import Standing
from generator.views.matters import why_held
from generator.views.reading import Reading
from generator.views.wording import Cite, Wording


class Notice(NamedTuple):
    """One notice; `instead` names what to use in its place, `see` the matter that it waits for."""

    text: str
    reason: str
    instead: tuple[Cite, ...]
    see: Cite | None = None


def notices(reading: Reading, wording: Wording, record: Record) -> tuple[Notice, ...]:
    return tuple(_notices(reading, wording, record))


def _notices(reading: Reading, wording: Wording, record: Record) -> Iterator[Notice]:
    standing = reading.standing(record.id)
    valid = record.valid if isinstance(record, Message) else None
    match standing:
        case Standing.RECALLED:
            yield _recalled(reading, wording, record.id)
        case Standing.SUPERSEDED:
            successor = reading.ledger.superseded_by[record.id]
            yield Notice(wording.label("superseded"), "", wording.cites((successor,)))
        case Standing.HELD:
            why = why_held(reading, wording, record.id)
            matter = wording.cite(reading.ledger.held[record.id])
            yield Notice(wording.label("held_notice").format(why=why), "", (), matter)
        case Standing.WITHDRAWN:
            yield Notice(wording.label("withdrawn"), "", ())
        case Standing.EXPIRED if valid:
            said = wording.label("expired").format(moment=wording.moment(valid.until))
            yield Notice(said, "", ())
        case Standing.COMING if valid:
            said = wording.label("coming").format(moment=wording.moment(valid.start))
            yield Notice(said, "", ())


def _recalled(reading: Reading, wording: Wording, record_id: str) -> Notice:
    recall = reading.ledger.recalls[record_id]
    said = wording.label("recalled").format(
        moment=wording.moment(recall.at), unit=wording.unit(recall.unit)
    )
    reason = wording.label("recall_reason").format(reason=recall.reason)
    return Notice(said, reason, wording.cites(filter(None, (recall.instead,))))
