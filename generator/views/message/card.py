"""The one-page card of a message, for somebody who speaks to people.

A card is made in a few sizes of type and, where none fits, with less on it; `card_jobs` gives them
in that order, and the renderer takes the first that fits on one page.
"""

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.corpus.standing import Standing
from generator.model.kinds.information import Information, Step
from generator.views.blocks.message import Refusal
from generator.views.context.formatter import PublicContact
from generator.views.context.pdf_job import PdfJob, Sheet, set_job
from generator.views.context.qr import WayToCheck
from generator.views.message.handout import Handout, Stop

MOST_FACTS = 3
# The types of document that are cards: A4, and A5 for a pocket.
CARDS = ("card", "card-a5")
# Sizes of type, the largest first, by their class in card.css; `figures` of a layout set them.
STEPS = (
    *("largest", "larger", "large", "medium", "small", "smaller"),
    *("close", "closer", "closest"),
)
# What may be left out of a card, the least important first; lists lose their last item first.
_LEAST_NEEDED = ("reasons", "facts", "unknown", "title", "do_not_say", "say", "question")
_LEAST_TITLE = 40  # letters


class Fact(NamedTuple):
    """A cited record: its title, and a note with its id, result and day of conclusion."""

    title: str
    note: str


class MessageCard(NamedTuple):
    """Everything on a card; `more` says where to read the rest if something was left out."""

    exercise: str
    name: str
    reach: str
    label: str
    title: str
    origin: str
    state: str
    validity: str
    warning: str
    question: str
    say: tuple[str, ...]
    do_not_say: tuple[Refusal, ...]
    unknown: tuple[str, ...]
    facts: tuple[Fact, ...]
    contact: PublicContact | None
    next_update: str
    see: str
    stop: Stop | None
    check: WayToCheck
    more: str = ""


def card_of(handout: Handout) -> MessageCard:
    """The whole card; for a message out of use, only why it must not be used."""
    record, stop = handout.record, handout.stop
    is_usable = stop is None
    return MessageCard(
        exercise=handout.exercise,
        name=handout.formatter.names.programme.short_title,
        reach=handout.reach,
        label=handout.said("card"),
        title=record.title,
        origin=handout.origin,
        state=_state(handout) if is_usable else "",
        validity=handout.validity if is_usable else "",
        warning=_warning(handout) if is_usable else "",
        question=(record.question or "") if is_usable else "",
        say=handout.told if is_usable else (),
        do_not_say=tuple(Refusal(refusal.text, refusal.why) for refusal in record.do_not_say)
        if is_usable
        else (),
        unknown=handout.unknown,
        facts=_facts(handout) if is_usable else (),
        contact=handout.contact,
        next_update=handout.next_update if is_usable else "",
        see=_see(handout),
        stop=stop,
        check=handout.check,
    )


def card_jobs(handout: Handout, document: str = CARDS[0]) -> Iterator[PdfJob]:
    """The card in every size of type, then in the smallest size with less and less text."""
    whole = card_of(handout)
    for step in STEPS:
        yield _job(handout, whole, step, document)
    for shorter in _shortened_cards(handout, whole):
        yield _job(handout, shorter, STEPS[-1], document)


def fullest_and_shortest(handout: Handout, document: str = CARDS[0]) -> Iterator[PdfJob]:
    """The card with all its text, and with the least: together they hold each text of any card."""
    whole = card_of(handout)
    for card in (whole, *deque(_shortened_cards(handout, whole), maxlen=1)):
        yield _job(handout, card, STEPS[-1], document)


def _shortened_cards(handout: Handout, whole: MessageCard) -> Iterator[MessageCard]:
    place = "card_above" if handout.address else "card_place"
    more = handout.said("card_more", place=handout.said(place, edition=handout.edition.name))
    return (shorter._replace(more=more) for shorter in shortened(whole))


def shortened(card: MessageCard) -> Iterator[MessageCard]:
    """Each card has one item less than the card before it; no item is cut, except the title."""
    last = card
    for part in _LEAST_NEEDED:
        for shorter in _without(last, part):
            last = shorter
            yield shorter


def _without(card: MessageCard, part: str) -> Iterator[MessageCard]:
    match part:
        case "reasons":
            bare = tuple(refusal._replace(why="") for refusal in card.do_not_say)
            yield card._replace(do_not_say=bare)
        case "question":
            yield card._replace(question="")
        case "title":
            yield card._replace(title=_cut(card.title))
        case _:
            items = getattr(card, part)
            yield from (card._replace(**{part: items[:count]}) for count in range(len(items))[::-1])


def _cut(title: str) -> str:
    """The first words of a title."""
    if len(title) <= _LEAST_TITLE:
        return title
    return f"{title[:_LEAST_TITLE].rpartition(' ')[0] or title[:_LEAST_TITLE]} …"


def _job(handout: Handout, card: MessageCard, step: str, document: str) -> PdfJob:
    titles = (handout.exercise, card.stop and card.stop.stamp, handout.record.title)
    return set_job(handout.setting(document), titles, _sheet(handout, step), card=card)


def _sheet(handout: Handout, step: str) -> Sheet:
    """The foot of a card: message, version, validity and check code."""
    return Sheet(
        look=step,
        issue=" · ".join(filter(None, (handout.exercise, handout.name))),
        validity=handout.stop.stamp if handout.stop else handout.validity,
        code=handout.code,
    )


def _state(handout: Handout) -> str:
    """Whether it may be used when the card is made, in words that a copy of a copy keeps."""
    return handout.said("card_not_yet" if handout.standing is Standing.COMING else "card_now")


def _see(handout: Handout) -> str:
    """How to learn whether it still holds; the unit to ask stands just above."""
    is_above = handout.contact and not handout.address and not handout.stop
    return handout.said("card_ask_here") if is_above else handout.check.see


def _warning(handout: Handout) -> str:
    return handout.said("card_after") if handout.record.holds else ""


def _facts(handout: Handout) -> tuple[Fact, ...]:
    """The first MOST_FACTS records that the key messages cite, in their order, each once."""
    cited = dict.fromkeys(record_id for sentence in handout.say for record_id in sentence.because)
    return tuple(_fact(handout, record_id) for record_id in [*cited][:MOST_FACTS])


def _fact(handout: Handout, record_id: str) -> Fact:
    cite = handout.formatter.cite(record_id)
    note = ", ".join(filter(None, (record_id, cite.note, _conclusion_day(handout, record_id))))
    return Fact(cite.title, note) if cite.title else Fact(record_id, cite.note)


def _conclusion_day(handout: Handout, record_id: str) -> str:
    """The day on which the information was concluded; empty if the record is something else."""
    record = handout.context.ledger.record(record_id)
    if not isinstance(record, Information):
        return ""
    days = [step.on for step in record.verification if step.step is Step.CONCLUDED]
    return handout.said("on_day", day=handout.formatter.day(days[-1])) if days else ""
