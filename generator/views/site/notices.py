"""The notices at the top of a page: the record is recalled, held, expired, superseded."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from generator.model.corpus.standing import Standing
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.ledger.queries import is_open, successor
from generator.model.record.record import Record
from generator.views.blocks.consultation_notes import why_held
from generator.views.context.formatter import Cite, Formatter, sentence_case
from generator.views.context.reading_times import USABLE, span_of
from generator.views.context.site_context import SiteContext
from generator.views.context.usability import UsePeriod


class Notice(NamedTuple):
    """A notice; `instead` names the record to use, `see` the consultation it waits for.

    With `when` or `due` it is shown only at some moments of reading (`reading_times`).
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


def notices(context: SiteContext, formatter: Formatter, record: Record) -> tuple[Notice, ...]:
    return (
        *_lasting_notices(context, formatter, record),
        *_timed_notices(context, formatter, record),
    )


def _timed_notices(
    context: SiteContext, formatter: Formatter, record: Record
) -> tuple[Notice, ...]:
    if isinstance(record, Message):
        return tuple(_validity_notices(context, formatter, record))
    if isinstance(record, Event) and is_open(context.ledger, record.id):
        return due_notice(formatter, "due_event", record.next_update, record.contact or record.unit)
    return ()


def due_notice(
    formatter: Formatter, label: str, due: datetime | None, unit: str | None
) -> tuple[Notice, ...]:
    """A notice that an update was due; hidden until the script sees that `due` is past."""
    if due is None:
        return ()
    sentence = formatter.label(label).format(
        moment=formatter.moment(due), unit=formatter.answering(unit)
    )
    return (Notice(sentence, tone="notice-due", due=due.isoformat(), is_hidden=True),)


def _validity_notices(
    context: SiteContext, formatter: Formatter, record: Message
) -> Iterator[Notice]:
    """A notice for each state of the validity; only the current state is shown."""
    span = span_of(context, record.id)
    if span is None or record.holds is None:
        return
    standing = context.standing(record.id)
    expired = formatter.label("expired").format(
        moment=formatter.moment(datetime.fromisoformat(span.until))
    )
    is_over = standing is Standing.EXPIRED
    yield Notice(expired, span=span, when="expired", is_hidden=not is_over)
    coming = formatter.label("coming").format(moment=formatter.moment(record.holds.start))
    is_early = standing is Standing.COMING
    yield Notice(coming, tone="", span=span, when="coming", is_hidden=not is_early)
    for due in due_notice(
        formatter, "due_message", record.next_update, record.contact or record.unit
    ):
        yield due._replace(span=span, when=USABLE)


def _lasting_notices(
    context: SiteContext, formatter: Formatter, record: Record
) -> Iterator[Notice]:
    match context.standing(record.id):
        case Standing.RECALLED:
            yield _recall_notice(context, formatter, record.id)
        case Standing.SUPERSEDED if isinstance(record, Information):
            yield _true_then(context, formatter, record)
        case Standing.SUPERSEDED:
            instead = _replacement(context, formatter, record.id)
            yield Notice(formatter.label("superseded"), "", instead)
        case Standing.HELD:
            why = why_held(context, formatter, record.id)
            matter = formatter.cite(context.ledger.held[record.id])
            yield Notice(formatter.label("held_notice").format(why=why), see=matter)
        case Standing.WITHDRAWN:
            yield Notice(formatter.label("withdrawn"))


def _true_then(context: SiteContext, formatter: Formatter, record: Information) -> Notice:
    """An information that newer information replaced was true at its time; it is still shown."""
    note = formatter.cite(record.id).note
    instead = _replacement(context, formatter, record.id)
    return Notice(f"{sentence_case(note)}.", instead=instead, tone="notice-due")


def _recall_notice(context: SiteContext, formatter: Formatter, record_id: str) -> Notice:
    recall = context.ledger.recalls[record_id]
    sentence = formatter.label("recalled").format(
        moment=formatter.moment(recall.at), unit=formatter.unit(recall.unit)
    )
    reason = formatter.label("recall_reason").format(reason=recall.reason)
    return Notice(sentence, reason, _replacement(context, formatter, record_id))


def _replacement(context: SiteContext, formatter: Formatter, record_id: str) -> tuple[Cite, ...]:
    return formatter.cites(filter(None, (successor(context.ledger, record_id),)))
