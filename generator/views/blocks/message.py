"""A message in words: what to say, what not to say, what is not yet known, who answers."""

from typing import NamedTuple

from generator.model.kinds.message import Message
from generator.views.blocks.components import sentences
from generator.views.blocks.message_texts import Sheets
from generator.views.context.formatter import (
    Cite,
    Formatter,
    PublicContact,
    Row,
    Sentence,
    filled,
    sentence_case,
)
from generator.views.context.usability import Use


class Refusal(NamedTuple):
    """What must not be said, and why."""

    text: str
    why: str


class Reply(NamedTuple):
    """A question with its agreed answer."""

    question: str
    answer: str
    cites: tuple[Cite, ...]


class MessageBlock(NamedTuple):
    """`unknown` comes from the event and is filled by the page that shows it.

    On the site the times stand first, and `use` lets the wording be closed when it is out of use.
    """

    question: str
    say: tuple[Sentence, ...]
    do_not_say: tuple[Refusal, ...]
    unknown: tuple[str, ...]
    answers: tuple[Reply, ...]
    short_text: str
    script: str
    contact: PublicContact | None
    rows: tuple[Row, ...]
    times: tuple[Row, ...] = ()
    use: Use | None = None
    sheets: Sheets | None = None


def message_block(wording: Formatter, record: Message) -> MessageBlock:
    return MessageBlock(
        question=record.question or "",
        say=sentences(wording, record.say),
        do_not_say=tuple(Refusal(one.text, one.why) for one in record.do_not_say),
        unknown=(),
        answers=tuple(
            Reply(one.question, one.answer, wording.cites(one.because)) for one in record.answers
        ),
        short_text=record.short_text or "",
        script=record.script or "",
        contact=wording.contact(record.contact),
        rows=(*_times(wording, record), *_rows(wording, record)),
    )


def with_use(wording: Formatter, record: Message, use: Use) -> MessageBlock:
    """The words of a message on its page: from when until when first, the rest of it closable."""
    block = message_block(wording, record)
    return block._replace(times=_times(wording, record), rows=_rows(wording, record), use=use)


def validity_text(wording: Formatter, record: Message) -> str:
    valid = record.valid
    return wording.moments(valid.start, valid.until) if valid else ""


def _times(wording: Formatter, record: Message) -> tuple[Row, ...]:
    return filled(
        wording.row("message_valid", sentence_case(validity_text(wording, record))),
        wording.row("message_next_update", wording.moment(record.next_update)),
    )


def _rows(wording: Formatter, record: Message) -> tuple[Row, ...]:
    return filled(
        wording.row("message_audience", wording.said(*record.audience)),
        wording.row("message_basis", "", record.basis),
        wording.row("message_supersedes", "", filter(None, (record.supersedes,))),
    )
