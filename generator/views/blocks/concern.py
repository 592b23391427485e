"""A concern in words: from what people reported to what was promised, answered and settled."""

from typing import NamedTuple

from generator.model.kinds.concern import Concern
from generator.views.blocks.components import TaskLine, tasks
from generator.views.context.formatter import Row, Sentence, Wording, filled, sentence_case


class Dated(NamedTuple):
    """A sentence that was said or a result that was reached on a day."""

    on: str
    sentence: Sentence


class ConcernBlock(NamedTuple):
    """Counts are aggregates; nobody who reported appears anywhere."""

    summary: str
    rows: tuple[Row, ...]
    tasks: tuple[TaskLine, ...]
    answer: Dated | None
    settled: Dated | None


def concern_block(wording: Wording, record: Concern) -> ConcernBlock:
    return ConcernBlock(
        summary=record.summary or "",
        rows=_rows(wording, record),
        tasks=tasks(wording, record.tasks),
        answer=_answer(wording, record),
        settled=_settled(wording, record),
    )


def _answer(wording: Wording, record: Concern) -> Dated | None:
    told = record.answer
    if told is None:
        return None
    return Dated(wording.day(told.on), Sentence(told.text, wording.cites(told.because)))


def _settled(wording: Wording, record: Concern) -> Dated | None:
    ended = record.settled
    if ended is None:
        return None
    return Dated(wording.day(ended.on), Sentence(ended.result, wording.cites(ended.because)))


def _rows(wording: Wording, record: Concern) -> tuple[Row, ...]:
    told = record.reported
    return filled(
        wording.row("reported_count", str(told.count) if told else ""),
        wording.row(
            "reported_when", sentence_case(wording.days(told.start, told.until)) if told else ""
        ),
        wording.row("reported_channels", wording.said(*told.channels) if told else ""),
        wording.row("concern_competent_body", wording.unit(record.competent_body)),
    )
