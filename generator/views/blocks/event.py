"""An event in words: how it stands, what happened, what is known, unknown and being done."""

from typing import NamedTuple

from generator.model.kinds.event import Event
from generator.views.blocks.components import ForecastLine, TaskLine, forecasts, sentences, tasks
from generator.views.context.formatter import Cite, Formatter, PublicContact, Row, Sentence, filled


class Moment(NamedTuple):
    """One entry of the timeline."""

    at: str
    text: str
    cites: tuple[Cite, ...]


class WorkLine(NamedTuple):
    """What is being done, by whom, until when."""

    text: str
    unit: str
    due: str


class EventBlock(NamedTuple):
    """`known`, `unknown` and `doing` together are the state."""

    rows: tuple[Row, ...]
    known: tuple[Sentence, ...]
    unknown: tuple[str, ...]
    doing: tuple[WorkLine, ...]
    timeline: tuple[Moment, ...]
    contact: PublicContact | None
    tasks: tuple[TaskLine, ...]
    forecast: tuple[ForecastLine, ...]


def event_block(wording: Formatter, record: Event) -> EventBlock:
    return EventBlock(
        rows=_rows(wording, record),
        known=sentences(wording, record.known),
        unknown=record.unknown,
        doing=tuple(
            WorkLine(one.text, wording.unit(one.unit), wording.day(one.due)) for one in record.doing
        ),
        timeline=tuple(
            Moment(wording.moment(one.at), one.text, wording.cites(one.because))
            for one in record.timeline
        ),
        contact=wording.contact(record.contact),
        tasks=tasks(wording, record.tasks),
        forecast=forecasts(wording, record.forecast),
    )


def _rows(wording: Formatter, record: Event) -> tuple[Row, ...]:
    return filled(
        wording.row("event_level", wording.said(record.level)),
        wording.row("event_urgency", wording.said(record.urgency)),
        wording.row("event_started", wording.moment(record.started)),
        wording.row("event_closed", wording.moment(record.closed)),
        wording.row("event_next_update", wording.moment(record.next_update)),
    )
