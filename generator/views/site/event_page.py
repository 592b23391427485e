"""The page of an event: one screen that answers an official's questions, then everything else."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from markupsafe import Markup

from generator.base.digest import Json
from generator.model.kinds import is_of
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.record.record import Record
from generator.views.blocks import block_of
from generator.views.blocks.components import sentences
from generator.views.blocks.consultation_notes import Stub, stubs
from generator.views.blocks.event import EventBlock, event_block
from generator.views.blocks.information import InformationBlock, information_block
from generator.views.blocks.message import Reply, message_block
from generator.views.context.addresses import address_of, relative_link
from generator.views.context.formatter import Formatter, Row, Sentence, contact_text, filled
from generator.views.context.reading_times import use_of
from generator.views.context.site_context import Badge, SiteContext
from generator.views.context.templates import IN_DOCUMENT, render
from generator.views.context.usability import Use
from generator.views.lists.list_entries import badges_of
from generator.views.message.event_questions import END, has_questions

R = TypeVar("R", bound=Record)
# How many sentences of a part a phone shows without a tap.
_FIRST = 2


class Offer(NamedTuple):
    """A message of the event that may be used now, or soon."""

    href: str
    title: str
    badges: tuple[Badge, ...]
    say: tuple[Sentence, ...]
    use: Use


class Points(NamedTuple):
    """Sentences of one part: the first ones always shown; phones open the rest with a tap."""

    first: tuple[Sentence, ...]
    rest: tuple[Sentence, ...] = ()
    more: str = ""


class Answers(NamedTuple):
    """What one message answers, for as long as it may be used."""

    use: Use
    replies: tuple[Reply, ...]


class Pair(NamedTuple):
    """A rumour beside what is true."""

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
    """`rows` are who answers and until when; `offer` is the newest message, `others` the rest."""

    block: EventBlock
    known: Points
    offer: Offer | None
    others: tuple[Offer, ...]
    more: str
    unsaid: Points
    unknown: Points
    rows: tuple[Row, ...]
    pairs: tuple[Pair, ...]
    answers: tuple[Answers, ...]
    held: tuple[Stub, ...]
    differences: tuple[Difference, ...]
    sheet: str


def event_body(reading: SiteContext, wording: Formatter, event: Event) -> Markup:
    """Everything that is known of an event, in the order in which it is needed."""
    messages = tuple(_messages(reading, event))
    offers = tuple(_offer(reading, wording, one) for one in messages)
    unsaid = (Sentence(text, ()) for one in messages for text in _unsaid(one))
    shown = EventPage(
        block=event_block(wording, event),
        known=_points(wording, sentences(wording, event.known)),
        offer=offers[0] if offers else None,
        others=offers[1:],
        more=wording.label("more_uses").format(titles="; ".join(one.title for one in offers[1:])),
        unsaid=_points(wording, unsaid),
        unknown=_points(wording, (Sentence(text, ()) for text in event.unknown)),
        rows=_rows(wording, event, messages),
        pairs=tuple(_pairs(reading, wording, event)),
        answers=tuple(_answers(reading, wording, messages)),
        held=stubs(reading, wording, event),
        differences=tuple(_differences(reading, wording, event, messages)),
        sheet=f"{event.id}{END}" if has_questions(reading, event.id) else "",
    )
    return render("pages/event.html", reading.language, event=shown)


def told_with(reading: SiteContext, event_id: str) -> list[str]:
    """The records that an event's page shows or cites through others: they belong to its key."""
    near = [one for one in reading.neighbours(event_id) if is_of(one, Message, Consultation)]
    near += [two for one in near for two in reading.neighbours(one) if is_of(two, Consultation)]
    return sorted({*near, *(cited for one in near for cited in _cited(reading.content(one)))})


def _cited(content: Json) -> Iterator[str]:
    """What a message rests on in what it says and answers, and what a matter is about."""
    for one in (*content.get("say", ()), *content.get("answers", ())):
        yield from one.get("because", ())
    yield from content.get("about", ())


def _naming(reading: SiteContext, event: Event, kind: type[R]) -> Iterator[R]:
    """The records of a kind that belong to the event, newest first."""
    for record_id in reading.neighbours(event.id):
        record = reading.ledger.record(record_id) if is_of(record_id, kind) else None
        if isinstance(record, kind) and record.event == event.id:
            yield record


def _messages(reading: SiteContext, event: Event) -> Iterator[Message]:
    named = _naming(reading, event, Message)
    return (one for one in named if reading.standing(one.id).is_usable)


def _offer(reading: SiteContext, wording: Formatter, message: Message) -> Offer:
    return Offer(
        href=relative_link(address_of(str(message.event)), address_of(message.id)),
        title=message.title,
        badges=badges_of(reading, message.id)[:1],
        say=sentences(wording, message.say),
        use=use_of(reading, message.id),
    )


def _unsaid(message: Message) -> Iterator[str]:
    return (one.text for one in message.do_not_say)


def _points(wording: Formatter, given: Iterable[Sentence]) -> Points:
    points = tuple(given)
    rest = points[_FIRST:]
    return Points(points[:_FIRST], rest, wording.label("more_points").format(count=len(rest)))


def _rows(wording: Formatter, event: Event, messages: tuple[Message, ...]) -> tuple[Row, ...]:
    """Who answers and until when; the message that ends first is the one to heed."""
    units = dict.fromkeys(filter(None, (event.contact, *(one.contact for one in messages))))
    ends = [one.valid.until for one in messages if one.valid]
    return filled(
        *(wording.row("answers_now", contact_text(wording, unit)) for unit in units),
        wording.row("use_until", wording.moment(min(ends)) if ends else ""),
        wording.row("event_next_update", wording.moment(event.next_update)),
    )


def _pairs(reading: SiteContext, wording: Formatter, event: Event) -> Iterator[Pair]:
    for one in _naming(reading, event, Information):
        if one.is_rumour:
            href = relative_link(address_of(event.id), address_of(one.id))
            yield Pair(href, one.title, information_block(wording, one))


def _answers(
    reading: SiteContext, wording: Formatter, messages: tuple[Message, ...]
) -> Iterator[Answers]:
    """The questions that the event's messages answer."""
    for message in messages:
        if message.answers:
            yield Answers(use_of(reading, message.id), message_block(wording, message).answers)


def _differences(
    reading: SiteContext, wording: Formatter, event: Event, messages: tuple[Message, ...]
) -> Iterator[Difference]:
    """Matters about the event, or about one of its messages."""
    about = (event.id, *(message.id for message in messages))
    naming = (one for named in about for one in reading.neighbours(named))
    for record_id in dict.fromkeys(one for one in naming if is_of(one, Consultation)):
        record = reading.ledger.record(record_id)
        assert record is not None  # noqa: S101  only issued records name others
        block = block_of(wording, record)
        body = render(
            "blocks/consultation.html",
            reading.language,
            block=block,
            tag=IN_DOCUMENT,
            anchor=f"{record_id}-",
        )
        href = relative_link(address_of(event.id), address_of(record_id))
        yield Difference(href, record.title, badges_of(reading, record_id)[:1], body)
