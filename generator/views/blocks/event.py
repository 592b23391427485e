"""The texts of an event: level, timeline, what is known, unknown and being done."""

from typing import NamedTuple

from generator.model.kinds.event import Event
from generator.views.blocks.components import ForecastLine, TaskLine, forecasts, sentences, tasks
from generator.views.context.formatter import (
    Cite,
    Formatter,
    PublicContact,
    Row,
    Sentence,
    filled,
)


class Moment(NamedTuple):
    """One entry of the timeline."""

    at: str
    text: str
    cites: tuple[Cite, ...]
    is_stopped: bool = False
    corrected: str = ""


class WorkLine(NamedTuple):
    """What is being done, by whom, until when."""

    said: Sentence
    unit: str
    due: str


class EventBlock(NamedTuple):
    """`known`, `unknown` and `doing` together are the state of the event."""

    rows: tuple[Row, ...]
    known: tuple[Sentence, ...]
    unknown: tuple[Sentence, ...]
    doing: tuple[WorkLine, ...]
    timeline: tuple[Moment, ...]
    contact: PublicContact | None
    tasks: tuple[TaskLine, ...]
    forecast: tuple[ForecastLine, ...]


def event_block(formatter: Formatter, record: Event) -> EventBlock:
    return EventBlock(
        rows=_rows(formatter, record),
        known=sentences(formatter, record.known),
        unknown=tuple(formatter.sentence(text, ()) for text in record.unknown),
        doing=tuple(
            WorkLine(
                formatter.sentence(work.text, ()),
                formatter.unit(work.unit),
                formatter.day(work.due),
            )
            for work in record.doing
        ),
        timeline=tuple(
            Moment(formatter.moment(entry.at), *formatter.sentence(entry.text, entry.because))
            for entry in record.timeline
        ),
        contact=formatter.contact(record.contact),
        tasks=tasks(formatter, record.tasks),
        forecast=forecasts(formatter, record.forecast),
    )


def _rows(formatter: Formatter, record: Event) -> tuple[Row, ...]:
    return filled(
        formatter.row("event_level", formatter.said(record.level)),
        formatter.row("event_urgency", formatter.said(record.urgency)),
        formatter.row("event_started", formatter.moment(record.started)),
        formatter.row("event_closed", formatter.moment(record.closed)),
        formatter.row("event_next_update", formatter.moment(record.next_update)),
    )
