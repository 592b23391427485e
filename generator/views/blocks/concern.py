"""The texts of a concern: what people reported, the tasks, the answer and the result."""

from typing import NamedTuple

from generator.model.kinds.concern import Concern
from generator.views.blocks.components import TaskLine, tasks
from generator.views.context.formatter import Formatter, Row, Sentence, filled, sentence_case


class DatedText(NamedTuple):
    """An answer that was given, or a result that was reached, on a day."""

    on: str
    sentence: Sentence


class ConcernBlock(NamedTuple):
    """The texts of a concern; counts are aggregates, and no reporting person is named."""

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
        settled=_result(formatter, record),
    )


def _answer(formatter: Formatter, record: Concern) -> DatedText | None:
    answer = record.answer
    if answer is None:
        return None
    return DatedText(formatter.day(answer.on), formatter.sentence(answer.text, answer.because))


def _result(formatter: Formatter, record: Concern) -> DatedText | None:
    settled = record.settled
    if settled is None:
        return None
    return DatedText(formatter.day(settled.on), formatter.sentence(settled.result, settled.because))


def _rows(formatter: Formatter, record: Concern) -> tuple[Row, ...]:
    reported = record.reported
    return filled(
        formatter.row("reported_count", str(reported.count) if reported else ""),
        formatter.row(
            "reported_when",
            sentence_case(formatter.days(reported.start, reported.until)) if reported else "",
        ),
        formatter.row("reported_channels", formatter.said(*reported.channels) if reported else ""),
        formatter.row("concern_competent_body", formatter.unit(record.competent_body)),
    )
