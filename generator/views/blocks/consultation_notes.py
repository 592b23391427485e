"""Notes about consultations on other pages: which records are held, and which released."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.corpus.matter import SETTLED
from generator.model.kinds import is_of
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.model.record.record import Record
from generator.views.blocks.consultation import matter_text
from generator.views.context.formatter import Cite, Formatter, Row, filled, sentence_case
from generator.views.context.site_context import SiteContext


class Stub(NamedTuple):
    """A note that a record is withheld, and why, without its text; `see` is the consultation."""

    text: str
    see: Cite


def why_held(context: SiteContext, formatter: Formatter, record_id: str) -> str:
    """The reason in words; KeyError if the record is not held."""
    matter = context.ledger.matters[context.ledger.held[record_id]]
    if matter.is_open:
        return matter_text(formatter, matter)
    return formatter.label("held_directed").format(day=formatter.day(matter.since))


def stubs(context: SiteContext, formatter: Formatter, record: Record) -> tuple[Stub, ...]:
    """The notes about records of an event that are withheld; other kinds have none."""
    held_ids = context.ledger.held_in.get(record.id, ()) if isinstance(record, Event) else ()
    return tuple(
        Stub(
            formatter.label("withheld").format(
                id=held_id, why=why_held(context, formatter, held_id)
            ),
            formatter.cite(context.ledger.held[held_id]),
        )
        for held_id in held_ids
    )


def matter_rows(context: SiteContext, formatter: Formatter, record: Record) -> tuple[Row, ...]:
    """For a consultation, what became of its records; for a message, what released it."""
    match record:
        case Consultation():
            return _effects(context, formatter, record)
        case Message():
            settled = tuple(_settling_matters(context, formatter, record.id))
            return filled(Row(formatter.label("released_by"), "", settled))
        case _:
            return ()


def _effects(context: SiteContext, formatter: Formatter, record: Consultation) -> tuple[Row, ...]:
    groups: dict[str, dict[str, None]] = {}
    for about in record.about:
        label, record_id = _effect(context, about)
        groups.setdefault(label, {})[record_id] = None
    matter = context.ledger.matters.get(record.id)
    through = (matter.through,) if matter and matter.through else ()
    return filled(
        *(formatter.row(label, "", record_ids) for label, record_ids in groups.items()),
        formatter.row("effect_continued", "", through),
    )


def _effect(context: SiteContext, about: str) -> tuple[str, str]:
    """The label for what became of the record `about`, and the id of the record to name."""
    newer = context.ledger.superseded_by.get(about)
    if newer:
        return "effect_replaced", newer
    if about in context.ledger.held:
        return "effect_held", about
    if not context.is_issued(about):
        return "effect_unissued", about
    return "effect_released", about


def _settling_matters(context: SiteContext, formatter: Formatter, message: str) -> Iterator[Cite]:
    for consultation_id in context.ledger.named_by.get(message, ()):
        matter = context.ledger.matters.get(consultation_id)
        is_about = message in context.content(consultation_id).get("about", ())
        if matter and matter.state in SETTLED and is_about and message not in context.ledger.held:
            yield formatter.cite(consultation_id)._replace(
                note=sentence_case(matter_text(formatter, matter))
            )


def matter_key(context: SiteContext, record_id: str) -> Iterator[str]:
    """What these texts depend on, beyond the stamps of a record's neighbours."""
    ledger, held = context.ledger, context.ledger.held
    for held_id in (record_id, *ledger.held_in.get(record_id, ())):
        if held_id in held:
            yield f"{held_id} {context.stamp(held[held_id])}"
    if is_of(record_id, Consultation):
        for about in context.content(record_id).get("about", ()):
            newer = ledger.superseded_by.get(about, "")
            yield f"{about} {held.get(about)} {newer} {context.stamp(newer) if newer else ''}"
        matter = ledger.matters.get(record_id)
        yield context.stamp(matter.through) if matter and matter.through else ""
