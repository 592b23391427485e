"""What people are told and asked by a message, text by text."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.span import FieldPath
from generator.model.kinds.message import Message
from generator.model.record.citations import statements


class PublicText(NamedTuple):
    """A text that people hear or read, with the path of its key."""

    at: FieldPath
    text: str


def sayings(message: Message) -> Iterator[PublicText]:
    """What a message tells people; without its questions and without `do_not_say`."""
    for statement in statements(message):
        yield PublicText((*statement.at, statement.key), statement.text)


def questions(message: Message) -> Iterator[PublicText]:
    """The questions of a message that people ask."""
    if message.question:
        yield PublicText(("question",), message.question)
    for number, answer in enumerate(message.answers):
        yield PublicText(("answers", number, "question"), answer.question)
