"""The texts of a message: what to say, what not to say, what is unknown, who answers."""

from typing import NamedTuple

from generator.model.kinds.message import Message
from generator.views.blocks.components import sentences
from generator.views.blocks.message_texts import Acts, Sheets
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
    is_stopped: bool = False
    corrected: str = ""


class MessageBlock(NamedTuple):
    """`unknown` comes from the event; the page that shows it fills it in.

    `asked` is the contact on a message's own page, which has the order of its card: its times name
    the unit too, and stay when the words are closed.

    On the site `times` come first, and `use` tells scripts when to close the wording.
    """

    question: str
    say: tuple[Sentence, ...]
    do_not_say: tuple[Refusal, ...]
    unknown: tuple[str, ...]
    answers: tuple[Reply, ...]
    short_text: tuple[Sentence, ...]
    script: tuple[Sentence, ...]
    contact: PublicContact | None
    rows: tuple[Row, ...]
    times: tuple[Row, ...] = ()
    use: Use | None = None
    sheets: Sheets | None = None
    acts: Acts | None = None
    asked: PublicContact | None = None


def message_block(formatter: Formatter, record: Message) -> MessageBlock:
    return MessageBlock(
        question=record.question or "",
        say=sentences(formatter, record.say),
        do_not_say=tuple(Refusal(refusal.text, refusal.why) for refusal in record.do_not_say),
        unknown=(),
        answers=tuple(
            Reply(reply.question, *formatter.sentence(reply.answer, reply.because))
            for reply in record.answers
        ),
        short_text=sentences(formatter, record.short_text),
        script=sentences(formatter, record.script),
        contact=formatter.contact(record.contact),
        rows=(*_times(formatter, record), *_rows(formatter, record)),
    )


def with_use(formatter: Formatter, record: Message, use: Use) -> MessageBlock:
    """The texts of a message on its page: its times first; the rest can be closed by a script."""
    block = message_block(formatter, record)
    return block._replace(times=_times(formatter, record), rows=_rows(formatter, record), use=use)


def validity_text(formatter: Formatter, record: Message) -> str:
    valid = record.holds
    return formatter.moments(valid.start, valid.until) if valid else ""


class Turn(NamedTuple):
    """A day on which a message is read out, with the times of that day, in words."""

    day: str
    times: tuple[str, ...]


def schedule_of(formatter: Formatter, record: Message) -> tuple[Turn, ...]:
    """When the message is read out, day after day; empty while nothing was agreed."""
    readings = sorted(record.readings, key=lambda reading: reading.on)
    return tuple(
        Turn(formatter.day(reading.on), tuple(map(formatter.clock, sorted(reading.at))))
        for reading in readings
    )


def schedule_text(formatter: Formatter, record: Message) -> str:
    """The schedule in one line: each day with its times."""
    return "; ".join(
        f"{turn.day}: {', '.join(turn.times)}" for turn in schedule_of(formatter, record)
    )


def _times(formatter: Formatter, record: Message) -> tuple[Row, ...]:
    return filled(
        formatter.row("message_valid", sentence_case(validity_text(formatter, record))),
        formatter.row("message_next_update", formatter.moment(record.next_update)),
    )


def _rows(formatter: Formatter, record: Message) -> tuple[Row, ...]:
    return filled(
        formatter.row("message_audience", formatter.said(*record.audience)),
        formatter.row("message_basis", "", record.basis),
        formatter.row("message_supersedes", "", filter(None, (record.supersedes,))),
        formatter.row("message_readings", schedule_text(formatter, record)),
    )
