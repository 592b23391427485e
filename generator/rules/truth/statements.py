"""What people are told and asked by a record, text by text."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.span import FieldPath
from generator.model.kinds.message import Message
from generator.model.record.citations import statements
from generator.model.record.record import Record


class PublicText(NamedTuple):
    """A text that people hear or read, with the path of its key."""

    at: FieldPath
    text: str


def sayings(record: Record) -> Iterator[PublicText]:
    """What a record tells people; without the questions and the `do_not_say` of a message."""
    for statement in statements(record):
        yield PublicText((*statement.at, statement.key), statement.text)


def questions(message: Message) -> Iterator[PublicText]:
    """The questions of a message that people ask."""
    if message.question:
        yield PublicText(("question",), message.question)
    for number, answer in enumerate(message.answers):
        yield PublicText(("answers", number, "question"), answer.question)
