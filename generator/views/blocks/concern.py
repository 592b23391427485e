"""A concern in words: from what people reported to what was promised, answered and settled."""

from typing import NamedTuple

from generator.model.kinds.concern import Concern
from generator.views.blocks.components import TaskLine, tasks
from generator.views.context.formatter import Formatter, Row, Sentence, filled, sentence_case


class DatedText(NamedTuple):
    """A sentence that was said or a result that was reached on a day."""

    on: str
    sentence: Sentence


class ConcernBlock(NamedTuple):
    """Counts are aggregates; nobody who reported appears anywhere."""

    summary: str
    rows: tuple[Row, ...]
    tasks: tuple[TaskLine, ...]
    answer: DatedText | None
    settled: DatedText | None


def concern_block(formatter: Formatter, record: Concern) -> ConcernBlock:
    return ConcernBlock(
        summary=record.summary or "",
        rows=_rows(formatter, record),
        tasks=tasks(formatter, record.tasks),
        answer=_answer(formatter, record),
        settled=_settled(formatter, record),
    )


def _answer(formatter: Formatter, record: Concern) -> DatedText | None:
    told = record.answer
    if told is None:
        return None
    return DatedText(formatter.day(told.on), Sentence(told.text, formatter.cites(told.because)))


def _settled(formatter: Formatter, record: Concern) -> DatedText | None:
    ended = record.settled
    if ended is None:
        return None
    return DatedText(
        formatter.day(ended.on), Sentence(ended.result, formatter.cites(ended.because))
    )


def _rows(formatter: Formatter, record: Concern) -> tuple[Row, ...]:
    told = record.reported
    return filled(
        formatter.row("reported_count", str(told.count) if told else ""),
        formatter.row(
            "reported_when", sentence_case(formatter.days(told.start, told.until)) if told else ""
        ),
        formatter.row("reported_channels", formatter.said(*told.channels) if told else ""),
        formatter.row("concern_competent_body", formatter.unit(record.competent_body)),
    )
