"""The statements of a record that must cite: where each stands, and on what it rests."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.span import FieldPath
from generator.model.kinds.bulletin import Bulletin, Highlight
from generator.model.kinds.concern import Concern
from generator.model.kinds.event import Event
from generator.model.kinds.message import Answer, Message
from generator.model.record import Cited, Record, TimelineEntry


class Statement(NamedTuple):
    """One sentence: the group that holds it, the key of its words, and what it cites."""

    at: FieldPath
    key: str
    because: tuple[str, ...]


def statements(record: Record) -> Iterator[Statement]:
    """Every sentence of a record that is offered as true."""
    match record:
        case Message():
            yield from _listed("say", "text", record.say)
            yield from _listed("answers", "answer", record.answers)
        case Event():
            yield from _listed("timeline", "text", record.timeline)
            yield from _listed("known", "text", record.known)
        case Bulletin():
            yield from _listed("highlights", "text", record.highlights)
        case Concern():
            if record.answer:
                yield Statement(("answer",), "text", record.answer.because)
            if record.settled:
                yield Statement(("settled",), "result", record.settled.because)


def _listed(
    group: str, key: str, items: Sequence[Cited | Answer | TimelineEntry | Highlight]
) -> Iterator[Statement]:
    for number, item in enumerate(items):
        yield Statement((group, number), key, item.because)
