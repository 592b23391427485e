"""The interim rule of a matter: messages on hold, messages still in use, who answers."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.editions.fold import fold_editions
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.holds import Hold, hold_of
from generator.model.corpus.matter import matter_state
from generator.model.kinds import is_of
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.model.ledger.ledger import Ledger
from generator.views.blocks.consultation import matter_text
from generator.views.context.formatter import Formatter, PublicContact
from generator.views.context.templates import render


class InterimRule(NamedTuple):
    """The rule until the conclusion; `held` and `still` are lines of text."""

    held: tuple[str, ...]
    still: tuple[str, ...]
    contacts: tuple[PublicContact, ...]


def interim(corpus: Corpus, formatter: Formatter, record: Consultation) -> Markup:
    """The rule from the desk (what is held) and from the issued messages (what is still used)."""
    holds = {
        record_id: hold
        for record_id in corpus.records
        if (hold := hold_of(corpus, record_id)) and _is_by(hold, record)
    }
    concerned = tuple(dict.fromkeys((*map(str, record.about), *holds)))
    usable = tuple(_messages_in_force(corpus, record, concerned))
    rule = InterimRule(
        held=tuple(
            _held_line(corpus, formatter, record_id, holds[record_id])
            for record_id in concerned
            if record_id in holds
        ),
        still=tuple(_usable_line(formatter, message) for message in usable),
        contacts=tuple(
            dict.fromkeys(_contacts(corpus, formatter, record, (*concerned, *_ids(usable))))
        ),
    )
    return render("pdf/packet_interim.html", formatter.language, interim=rule)


def _is_by(hold: Hold, record: Consultation) -> bool:
    return hold.consultation.record.id == record.id


def _ids(messages: tuple[Message, ...]) -> tuple[str, ...]:
    return tuple(message.id for message in messages)


def _held_line(corpus: Corpus, formatter: Formatter, record_id: str, hold: Hold) -> str:
    matter = matter_state(corpus, hold.consultation.record.id)
    why = matter_text(formatter, matter)
    if hold.unaware:
        why = formatter.label("held_directed").format(day=formatter.day(matter.since))
    title = corpus.records[record_id].record.title
    return formatter.label("interim_line").format(id=record_id, title=title, why=why)


def _messages_in_force(
    corpus: Corpus, record: Consultation, concerned: tuple[str, ...]
) -> Iterator[Message]:
    """Issued messages about the same event, or superseded by a record of the matter, not held."""
    ledger = fold_editions(
        corpus.editions,
        {record_id: entry.record for record_id, entry in corpus.recalls.items()},
        corpus.now,
    )
    event_ids = {
        record.event,
        *(
            corpus.records[record_id].record.event
            for record_id in concerned
            if record_id in corpus.records
        ),
    }
    superseded_ids = {
        message.supersedes
        for record_id in concerned
        if (message := corpus.find(record_id, Message))
    }
    for record_id in sorted(ledger.issued):
        message = _message_in_use(ledger, record_id)
        if message and not hold_of(corpus, record_id):
            is_near = message.event is not None and message.event in event_ids
            if is_near or record_id in superseded_ids:
                yield message


def _message_in_use(ledger: Ledger, record_id: str) -> Message | None:
    if not is_of(record_id, Message):
        return None
    message = ledger.record(record_id)
    is_used = ledger.standing(record_id).applies_now
    return message if isinstance(message, Message) and is_used else None


def _usable_line(formatter: Formatter, message: Message) -> str:
    why = formatter.label("interim_unlimited")
    if message.holds:
        why = formatter.label("interim_until").format(moment=formatter.moment(message.holds.until))
    return formatter.label("interim_line").format(id=message.id, title=message.title, why=why)


def _contacts(
    corpus: Corpus, formatter: Formatter, record: Consultation, concerned: tuple[str, ...]
) -> Iterator[PublicContact]:
    """The contacts of the event and of every message that is held or still in force."""
    for record_id in (record.event, *concerned):
        entry = corpus.records.get(record_id or "")
        if entry and isinstance(entry.record, Event | Message):
            contact = formatter.contact(entry.record.contact)
            if contact:
                yield contact
