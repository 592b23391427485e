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


def concern_block(wording: Formatter, record: Concern) -> ConcernBlock:
    return ConcernBlock(
        summary=record.summary or "",
        rows=_rows(wording, record),
        tasks=tasks(wording, record.tasks),
        answer=_answer(wording, record),
        settled=_settled(wording, record),
    )


def _answer(wording: Formatter, record: Concern) -> DatedText | None:
    told = record.answer
    if told is None:
        return None
    return DatedText(wording.day(told.on), Sentence(told.text, wording.cites(told.because)))


def _settled(wording: Formatter, record: Concern) -> DatedText | None:
    ended = record.settled
    if ended is None:
        return None
    return DatedText(wording.day(ended.on), Sentence(ended.result, wording.cites(ended.because)))


def _rows(wording: Formatter, record: Concern) -> tuple[Row, ...]:
    told = record.reported
    return filled(
        wording.row("reported_count", str(told.count) if told else ""),
        wording.row(
            "reported_when", sentence_case(wording.days(told.start, told.until)) if told else ""
        ),
        wording.row("reported_channels", wording.said(*told.channels) if told else ""),
        wording.row("concern_competent_body", wording.unit(record.competent_body)),
    )
