"""What must stand first on a page: that something is recalled, held, expired, superseded."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from generator.model.corpus.standing import Standing
from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.model.ledger.queries import is_open, successor
from generator.model.record.record import Record
from generator.views.blocks.consultation_notes import why_held
from generator.views.context.formatter import Cite, Formatter
from generator.views.context.reading_times import USABLE, span_of
from generator.views.context.site_context import SiteContext
from generator.views.context.usability import UsePeriod


class Notice(NamedTuple):
    """One notice; `instead` names what to use in its place, `see` the matter that it waits for.

    With `when` or `due` it stands for some moments of reading only (`reading_times`).
    """

    text: str
    reason: str = ""
    instead: tuple[Cite, ...] = ()
    see: Cite | None = None
    tone: str = "notice-stop"
    span: UsePeriod | None = None
    when: str = ""
    due: str = ""
    is_hidden: bool = False


def notices(reading: SiteContext, wording: Formatter, record: Record) -> tuple[Notice, ...]:
    return (*_lasting(reading, wording, record), *_timed(reading, wording, record))


def _timed(reading: SiteContext, wording: Formatter, record: Record) -> tuple[Notice, ...]:
    if isinstance(record, Message):
        return tuple(_of_message(reading, wording, record))
    if isinstance(record, Event) and is_open(reading.ledger, record.id):
        return due_notice(wording, "due_event", record.next_update, record.contact or record.unit)
    return ()


def due_notice(
    wording: Formatter, label: str, due: datetime | None, unit: str | None
) -> tuple[Notice, ...]:
    """That something newer was due at a moment; shown by the script when the moment is past."""
    if due is None:
        return ()
    said = wording.label(label).format(moment=wording.moment(due), unit=wording.unit(unit))
    return (Notice(said, tone="notice-due", due=due.isoformat(), is_hidden=True),)


def _of_message(reading: SiteContext, wording: Formatter, record: Message) -> Iterator[Notice]:
    """What each state of its validity says; one is shown at a time."""
    span = span_of(reading, record.id)
    if span is None or record.valid is None:
        return
    standing = reading.standing(record.id)
    expired = wording.label("expired").format(
        moment=wording.moment(datetime.fromisoformat(span.until))
    )
    is_over = standing is Standing.EXPIRED
    yield Notice(expired, span=span, when="expired", is_hidden=not is_over)
    coming = wording.label("coming").format(moment=wording.moment(record.valid.start))
    is_early = standing is Standing.COMING
    yield Notice(coming, tone="", span=span, when="coming", is_hidden=not is_early)
    for due in due_notice(
        wording, "due_message", record.next_update, record.contact or record.unit
    ):
        yield due._replace(span=span, when=USABLE)


def _lasting(reading: SiteContext, wording: Formatter, record: Record) -> Iterator[Notice]:
    match reading.standing(record.id):
        case Standing.RECALLED:
            yield _recalled(reading, wording, record.id)
        case Standing.SUPERSEDED:
            instead = _instead(reading, wording, record.id)
            yield Notice(wording.label("superseded"), "", instead)
        case Standing.HELD:
            why = why_held(reading, wording, record.id)
            matter = wording.cite(reading.ledger.held[record.id])
            yield Notice(wording.label("held_notice").format(why=why), see=matter)
        case Standing.WITHDRAWN:
            yield Notice(wording.label("withdrawn"))


def _recalled(reading: SiteContext, wording: Formatter, record_id: str) -> Notice:
    recall = reading.ledger.recalls[record_id]
    said = wording.label("recalled").format(
        moment=wording.moment(recall.at), unit=wording.unit(recall.unit)
    )
    reason = wording.label("recall_reason").format(reason=recall.reason)
    return Notice(said, reason, _instead(reading, wording, record_id))


def _instead(reading: SiteContext, wording: Formatter, record_id: str) -> tuple[Cite, ...]:
    return wording.cites(filter(None, (successor(reading.ledger, record_id),)))
