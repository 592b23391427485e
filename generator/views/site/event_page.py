"""The page of an event: the first screen answers an official's questions, the rest follows."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from markupsafe import Markup

from generator.base.digest import Json
from generator.model.kinds import is_of
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.ledger.queries import in_order
from generator.model.record.record import Record
from generator.views.blocks import block_of
from generator.views.blocks.components import sentences
from generator.views.blocks.consultation_notes import Stub, stubs
from generator.views.blocks.event import EventBlock, event_block
from generator.views.blocks.information import InformationBlock, information_block
from generator.views.blocks.message import Reply, message_block
from generator.views.blocks.message_texts import Acts
from generator.views.context.addresses import address_of, relative_link
from generator.views.context.formatter import Formatter, Row, Sentence, contact_text, filled
from generator.views.context.reading_times import folded, use_of
from generator.views.context.site_context import Badge, Paper, SiteContext
from generator.views.context.templates import IN_DOCUMENT, render
from generator.views.context.usability import Use
from generator.views.lists.list_entries import badges_of
from generator.views.message.downloads import acts_of, call_of
from generator.views.message.event_questions import END, has_questions

R = TypeVar("R", bound=Record)
# The parts of a message whose sentences cite evidence.
_CITING = ("say", "answers", "short_text")
# How many sentences of a part a phone shows without a tap.
_FIRST = 2


class Offer(NamedTuple):
    """A message of the event that may be used now or soon."""

    href: str
    title: str
    badges: tuple[Badge, ...]
    say: tuple[Sentence, ...]
    use: Use


class Points(NamedTuple):
    """The sentences of a part: `first` are always shown, phones show `rest` after a tap."""

    first: tuple[Sentence, ...]
    rest: tuple[Sentence, ...] = ()
    more: str = ""


class Answers(NamedTuple):
    """The answers of a message, and when it may be used."""

    use: Use
    replies: tuple[Reply, ...]


class RumourPair(NamedTuple):
    """A rumour and what is true."""

    href: str
    title: str
    block: InformationBlock


class Difference(NamedTuple):
    """A matter on which opinions differ, with every opinion in full."""

    href: str
    title: str
    badges: tuple[Badge, ...]
    body: Markup


class EventPage(NamedTuple):
    """`rows` say who answers and until when; `offer` is the first message, `others` the rest."""

    block: EventBlock
    known: Points
    offer: Offer | None
    others: tuple[Offer, ...]
    more: str
    unsaid: Points
    unknown: Points
    rows: tuple[Row, ...]
    pairs: tuple[RumourPair, ...]
    answers: tuple[Answers, ...]
    held: tuple[Stub, ...]
    differences: tuple[Difference, ...]
    sheet: Paper | None
    acts: Acts


def event_body(context: SiteContext, formatter: Formatter, event: Event) -> Markup:
    """All that is known of an event, in the order in which an official needs it."""
    messages = tuple(_messages(context, event))
    offers = tuple(_offer(context, formatter, message) for message in messages)
    unsaid = (Sentence(text, ()) for message in messages for text in _unsaid_texts(message))
    block = event_block(formatter, event)
    page = EventPage(
        block=block,
        known=_points(formatter, block.known),
        offer=offers[0] if offers else None,
        others=offers[1:],
        more=formatter.label("more_uses").format(
            titles="; ".join(offer.title for offer in offers[1:])
        ),
        unsaid=Points(tuple(unsaid)),
        unknown=_points(formatter, block.unknown),
        rows=_rows(formatter, event, messages),
        pairs=tuple(_rumour_pairs(context, formatter, event)),
        answers=tuple(_answers(context, formatter, messages)),
        held=stubs(context, formatter, event),
        differences=tuple(_differences(context, formatter, event, messages)),
        sheet=_sheet(context, event.id) if has_questions(context, event.id) else None,
        acts=_acts(context, formatter, event, messages),
    )
    return render("pages/event.html", context.language, event=page)


def _acts(
    context: SiteContext, formatter: Formatter, event: Event, messages: tuple[Message, ...]
) -> Acts:
    """The acts of the message that is offered first; without one, the call to who answers."""
    acts = acts_of(context, messages[0], address_of(event.id)) if messages else None
    return acts._replace(is_shown=True) if acts else call_of(formatter, event.contact)


def _sheet(context: SiteContext, event_id: str) -> Paper:
    address = address_of(event_id)
    return context.paper(address, f"{address}{event_id}{END}", "qa_download")


def shown_record_ids(context: SiteContext, event_id: str) -> list[str]:
    """Ids of the records that the page of an event shows or cites, for the key of the page."""
    record_ids = [
        record_id
        for record_id in context.neighbours(event_id)
        if is_of(record_id, Message, Consultation)
    ]
    record_ids += [
        neighbour
        for record_id in record_ids
        for neighbour in context.neighbours(record_id)
        if is_of(neighbour, Consultation)
    ]
    messages = (record_id for record_id in record_ids if is_of(record_id, Message))
    cited = {
        cited_id for record_id in record_ids for cited_id in _cited_ids(context.content(record_id))
    }
    return [*in_order(context.ledger, dict.fromkeys(messages)), *sorted({*record_ids, *cited})]


def _cited_ids(content: Json) -> Iterator[str]:
    """Ids that sentences and answers of a message cite, and ids a consultation is about."""
    parts = (content.get(part, ()) for part in _CITING)
    for sentence in (said for part in parts if not isinstance(part, str) for said in part):
        yield from sentence.get("because", ())
    yield from content.get("about", ())


def _records_about(context: SiteContext, event: Event, kind: type[R]) -> Iterator[R]:
    """The records of a kind that belong to the event, newest first."""
    for record_id in context.neighbours(event.id):
        record = context.ledger.record(record_id) if is_of(record_id, kind) else None
        if isinstance(record, kind) and record.event == event.id:
            yield record


def _messages(context: SiteContext, event: Event) -> Iterator[Message]:
    """The messages that may be used now or soon, in the order of the editors."""
    messages = {message.id: message for message in _records_about(context, event, Message)}
    usable = (each for each in messages if context.standing(each).is_usable)
    return (messages[message_id] for message_id in in_order(context.ledger, usable))


def _offer(context: SiteContext, formatter: Formatter, message: Message) -> Offer:
    return Offer(
        href=relative_link(address_of(str(message.event)), address_of(message.id)),
        title=message.title,
        badges=badges_of(context, message.id)[:1],
        say=sentences(formatter, message.say),
        use=use_of(context, message.id),
    )


def _unsaid_texts(message: Message) -> Iterator[str]:
    return (sentence.text for sentence in message.do_not_say)


def _points(formatter: Formatter, part: Iterable[Sentence]) -> Points:
    points = tuple(part)
    rest = points[_FIRST:]
    return Points(points[:_FIRST], rest, formatter.label("more_points").format(count=len(rest)))


def _rows(formatter: Formatter, event: Event, messages: tuple[Message, ...]) -> tuple[Row, ...]:
    """Who answers and until when: the earliest end of all messages."""
    units = dict.fromkeys(filter(None, (event.contact, *(message.contact for message in messages))))
    ends = [message.holds.until for message in messages if message.holds]
    return filled(
        *(formatter.row("answers_here", contact_text(formatter, unit)) for unit in units),
        formatter.row("use_until", formatter.moment(min(ends)) if ends else ""),
        formatter.row("event_next_update", formatter.moment(event.next_update)),
    )


def _rumour_pairs(context: SiteContext, formatter: Formatter, event: Event) -> Iterator[RumourPair]:
    for rumour in _records_about(context, event, Information):
        if rumour.is_rumour and not context.is_stopped(rumour.id):
            href = relative_link(address_of(event.id), address_of(rumour.id))
            yield RumourPair(href, rumour.title, information_block(formatter, rumour))


def _answers(
    context: SiteContext, formatter: Formatter, messages: tuple[Message, ...]
) -> Iterator[Answers]:
    """The questions that the event's messages answer."""
    for message in messages:
        if message.answers:
            yield Answers(use_of(context, message.id), message_block(formatter, message).answers)


def _differences(
    context: SiteContext, formatter: Formatter, event: Event, messages: tuple[Message, ...]
) -> Iterator[Difference]:
    """Consultations about the event or about one of its messages."""
    subject_ids = (event.id, *(message.id for message in messages))
    neighbours = (
        neighbour for subject_id in subject_ids for neighbour in context.neighbours(subject_id)
    )
    for record_id in dict.fromkeys(
        record_id for record_id in neighbours if is_of(record_id, Consultation)
    ):
        record = context.ledger.record(record_id)
        assert record is not None  # noqa: S101  only issued records name others
        block = block_of(formatter, record)
        body = render(
            "blocks/consultation.html",
            context.language,
            block=block,
            tag=IN_DOCUMENT,
            anchor=f"{record_id}-",
        )
        href = relative_link(address_of(event.id), address_of(record_id))
        shown = folded(context, record_id, body)
        yield Difference(href, record.title, badges_of(context, record_id)[:1], shown)
