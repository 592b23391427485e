"""The sentences of a record: which must cite evidence, what they cite, what people are told."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.span import FieldPath
from generator.model.kinds.bulletin import Bulletin, Highlight
from generator.model.kinds.concern import Concern
from generator.model.kinds.event import Event
from generator.model.kinds.message import Answer, Message
from generator.model.record.record import Cited, Record, TimelineEntry


class Statement(NamedTuple):
    """One sentence: the path of its group of keys, the key of its text, and the ids it cites."""

    at: FieldPath
    key: str
    because: tuple[str, ...]


def statements(record: Record) -> Iterator[Statement]:
    """Every sentence that a record states as true."""
    match record:
        case Message():
            yield from _statements_in("say", "text", record.say)
            yield from _statements_in("answers", "answer", record.answers)
        case Event():
            yield from _statements_in("timeline", "text", record.timeline)
            yield from _statements_in("known", "text", record.known)
        case Bulletin():
            yield from _statements_in("highlights", "text", record.highlights)
        case Concern():
            if record.answer:
                yield Statement(("answer",), "text", record.answer.because)
            if record.settled:
                yield Statement(("settled",), "result", record.settled.because)
        case _:
            yield from _cited_sentences(record)


def _cited_sentences(record: Record) -> Iterator[Statement]:
    """The sentences with evidence of a kind that has no case above, whatever their key is."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Cited):
            yield from _statements_in(name, "text", value)


def _statements_in(
    group: str, key: str, items: Sequence[Cited | Answer | TimelineEntry | Highlight]
) -> Iterator[Statement]:
    for number, item in enumerate(items):
        yield Statement((group, number), key, item.because)


class PublicText(NamedTuple):
    """A text that people hear or read, with the path of its key."""

    at: FieldPath
    text: str


def sayings(message: Message) -> Iterator[PublicText]:
    """What a message tells people; without its questions and without `do_not_say`."""
    for number, sentence in enumerate(message.say):
        yield PublicText(("say", number, "text"), sentence.text)
    for number, answer in enumerate(message.answers):
        yield PublicText(("answers", number, "answer"), answer.answer)
    for key, text in (("short_text", message.short_text), ("script", message.script)):
        if text:
            yield PublicText((key,), text)


def questions(message: Message) -> Iterator[PublicText]:
    """The questions of a message that people ask."""
    if message.question:
        yield PublicText(("question",), message.question)
    for number, answer in enumerate(message.answers):
        yield PublicText(("answers", number, "question"), answer.question)
