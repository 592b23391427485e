"""What sections hold of messages: what to say, to read out and to answer, and who is asked."""

from collections.abc import Callable
from typing import NamedTuple

from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.model.ledger.stopped_words import sentence_key
from generator.model.record.record import Cited
from generator.model.record.requests import asks_to_act
from generator.views.blocks.components import sentences
from generator.views.blocks.message import message_block
from generator.views.blocks.record_header import Entry, entry_of
from generator.views.bulletin.brevity import left_out, short_title
from generator.views.bulletin.imprint import validity
from generator.views.bulletin.section import Holds, entries, parts
from generator.views.bulletin.selection import every
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import PublicContact, Row

Texts = Callable[[Message], tuple[Cited, ...]]


class NextIssue(NamedTuple):
    """When the bulletin after this one comes."""

    bulletin: str
    rows: tuple[Row, ...]


def messages(context: EditionContext) -> Holds:
    """Each message with what not to say; `contact` is the one that all of them share."""
    whole = tuple(_whole(context, message, answers=()) for message in context.of(Message))
    contacts = {context.formatter.contact(message.contact) for message in context.of(Message)}
    return {"records": whole, "contact": contacts.pop() if len(contacts) == 1 else None}


def _whole(context: EditionContext, message: Message, **blanked: object) -> Entry:
    """A whole message; the template of its texts closes what must not be used any more."""
    return entry_of(context.formatter, message, use=context.use_of(message.id), **blanked)


def short_messages(context: EditionContext) -> Holds:
    """Only the question and the sentences; other sections print the rest of a message."""
    blanked = dict.fromkeys(("answers", "do_not_say", "rows", "short_text", "script"), ())
    return {
        "records": tuple(
            _whole(context, message, contact=None, **blanked) for message in context.of(Message)
        )
    }


def parts_of_messages(context: EditionContext) -> Holds:
    return {"parts": entries(context, context.of(Message))}


def people(context: EditionContext) -> Holds:
    """What residents should do: every message for them, in the editor's order.

    Texts for the loudspeaker and for messaging groups are printed here too, for whomever they are.
    """
    return _spoken(
        context,
        lambda message: message.in_short if message.is_for_residents else message.short_text,
        lambda message: message.script,
    )


def advice(context: EditionContext) -> Holds:
    """What residents should do, each once, without what is read out.

    A sentence that asks for nothing only says again what the messages above it say.
    """
    seen: set[str] = set()

    def asked(message: Message) -> tuple[Cited, ...]:
        said = tuple(
            one
            for one in (message.in_short if message.is_for_residents else ())
            if asks_to_act(one.text) and sentence_key(one.text) not in seen
        )
        seen.update(sentence_key(one.text) for one in said)
        return said

    told = {message.id: asked(message) for message in context.of(Message)}
    return _spoken(context, lambda message: told[message.id], lambda _: ())


def scripts(context: EditionContext) -> Holds:
    """The texts to be read out or sent, in full: the first page has only what asks to act."""
    return _spoken(
        context,
        lambda message: message.short_text,
        lambda message: message.script,
    )


def _spoken(context: EditionContext, short: Texts, script: Texts) -> Holds:
    """The messages that have these texts; if there are `several`, each gets its title."""
    spoken = tuple(
        entry
        for message in context.of(Message)
        if short(message) or script(message)
        for entry in entries(
            context,
            (message,),
            short_text=sentences(context.formatter, short(message)),
            script=sentences(context.formatter, script(message)),
        )
    )
    return {"parts": spoken, "several": len(spoken) > 1}


def first_questions(context: EditionContext) -> Holds:
    """As many as there is room for; the others are only counted, with the address of the page."""
    blocks = (message_block(context.formatter, message) for message in context.of(Message))
    answers = tuple(answer for block in blocks for answer in block.answers)
    most = context.room.questions
    rest = left_out(context, "more_questions", len(answers) - most)
    return {"answers": answers[:most], "rest": rest}


def who_answers(context: EditionContext) -> Holds:
    """Each public contact of the events and messages once."""
    unit_ids = [event.contact for event in context.of(Event)]
    unit_ids += [message.contact for message in context.of(Message)]
    contacts = dict.fromkeys(map(context.formatter.contact, unit_ids))
    return {"contacts": tuple(filter(None, contacts))}


class Answering(NamedTuple):
    """A contact, and where there are several, of what it answers: the titles of records."""

    contact: PublicContact
    about: str


def who_answers_until(context: EditionContext) -> Holds:
    """Who answers what, and until when what is said above may be said: page 1 stands alone."""
    about: dict[PublicContact, list[str]] = {}
    asked: tuple[Event | Message, ...] = (*context.of(Event), *context.of(Message))
    for record in asked:
        contact = context.formatter.contact(record.contact)
        if contact:
            about.setdefault(contact, []).append(short_title(record.title))
    several = len(about) > 1
    answering = tuple(
        Answering(contact, "; ".join(dict.fromkeys(titles)) if several else "")
        for contact, titles in about.items()
    )
    return {"answering": answering, "until": validity(context)}


def refused(context: EditionContext) -> Holds:
    """What must not be said: the same of several messages once."""
    blocks = (message_block(context.formatter, message) for message in context.of(Message))
    return {"refused": tuple(dict.fromkeys(one for block in blocks for one in block.do_not_say))}


def next_step(context: EditionContext) -> Holds:
    """One line for the bulletin, one for each message."""
    formatter = context.formatter
    row = formatter.row("bulletin_next_issue", formatter.moment(context.plan.next_issue))
    issues = (NextIssue(context.edition.bulletin, (row,)),) if row.text else ()
    return {"issues": issues, **parts(every(Message), "rows")(context)}
