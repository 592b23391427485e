"""What the sheet of questions needs of an event: its messages and reports on opinion."""

from collections.abc import Iterator
from functools import cached_property

from generator.model.kinds import is_of
from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.model.kinds.opinion import Opinion
from generator.model.record.record import Record
from generator.views.context.site_context import SiteContext
from generator.views.message.handout import Handout, handout_of
from generator.views.message.subject import Subject

END = "-hoi-dap.pdf"  # the sheet's file name is the event's id and this ending


class Questions(Subject[Event]):
    """An event with its messages and the reports on opinion about it, as last issued."""

    @cached_property
    def handouts(self) -> tuple[Handout, ...]:
        """Its messages, the newest first; also those that must not be used any more."""
        records = (self.context.ledger.record(record_id) for record_id in self._ids_of(Message))
        messages = (
            record
            for record in records
            if isinstance(record, Message) and record.event == self.record.id
        )
        return tuple(handout_of(self.context, message.id, self.base_url) for message in messages)

    @cached_property
    def opinions(self) -> tuple[Opinion, ...]:
        records = (self.context.ledger.record(record_id) for record_id in self._ids_of(Opinion))
        opinions = (
            record
            for record in records
            if isinstance(record, Opinion) and record.event == self.record.id
        )
        return tuple(
            opinion for opinion in opinions if self.context.standing(opinion.id).applies_now
        )

    def _ids_of(self, kind: type[Record]) -> Iterator[str]:
        return (
            record_id
            for record_id in self.context.neighbours(self.record.id)
            if is_of(record_id, kind)
        )

    @property
    def record_ids(self) -> tuple[str, ...]:
        return (self.record.id, *(handout.record.id for handout in self.handouts))

    @property
    def stands(self) -> bool:
        return self.context.standing(self.record.id).applies_now


def has_questions(context: SiteContext, event_id: str) -> bool:
    """Whether the event has a sheet: any of its messages must be one that is on paper itself."""
    handouts = questions_of(context, event_id).handouts
    return any(handout.is_on_paper for handout in handouts)


def questions_of(context: SiteContext, event_id: str, base_url: str = "") -> Questions:
    record = context.ledger.record(event_id)
    if not isinstance(record, Event):
        raise TypeError(event_id)
    return Questions(context, record, base_url)


def made_of(questions: Questions) -> list[str]:
    """Digests and stamps of all that the sheet depends on, beyond what the event's page does."""
    context = questions.context
    ids = [*questions.record_ids, *(opinion.id for opinion in questions.opinions)]
    stops = (handout.stop for handout in questions.handouts if handout.stop)
    instead = [context.stamp(cite.id) for stop in stops for cite in stop.instead]
    return [context.ledger.issued[record_id][-1].edition.digest for record_id in ids] + instead
