"""The texts of an information: a fact with its verification; a rumour only once answered."""

from typing import NamedTuple

from markupsafe import Markup

from generator.model.kinds.information import Information, Result, Verification
from generator.views.context.formatter import Formatter, Row, filled


class StepLine(NamedTuple):
    """One step of verification."""

    step: str
    on: str
    by: str
    reference: str
    result: str


class InformationBlock(NamedTuple):
    """`wording` is a rumour's text; it and `details` are empty until the rumour is answered."""

    result: str
    tone: str
    answer: Markup
    withheld: str
    wording: str
    statement: str
    details: Markup
    rows: tuple[Row, ...]
    steps: tuple[StepLine, ...]
    is_answer_stopped: bool = False
    corrected: str = ""


TONES = {
    Result.CONFIRMED: "good",
    Result.PARTLY: "warn",
    Result.REFUTED: "bad",
    Result.UNFOUNDED: "bad",
}


def information_block(formatter: Formatter, record: Information) -> InformationBlock:
    conclusion = record.conclusion
    result = conclusion.result if conclusion else None
    is_told = not record.is_rumour or is_answered(record)
    statement = (record.statement or "") if is_told else ""
    return InformationBlock(
        result=formatter.said(result) or formatter.label("not_concluded"),
        tone=TONES[result] if result else "warn",
        answer=formatter.prose(record.answer),
        is_answer_stopped=formatter.is_stopped_text(record.answer or ""),
        corrected=formatter.corrected(statement),
        withheld="" if is_told else formatter.label("rumour_withheld"),
        wording=statement if record.is_rumour else "",
        statement="" if record.is_rumour else statement,
        details=formatter.prose(record.details) if is_told else Markup(),
        rows=_rows(formatter, record),
        steps=tuple(_step(formatter, step) for step in record.verification),
    )


def is_answered(record: Information) -> bool:
    """Whether a rumour was concluded and answered, so that its wording may be printed."""
    conclusion = record.conclusion
    return conclusion is not None and conclusion.result is not None and bool(record.answer)


def _rows(formatter: Formatter, record: Information) -> tuple[Row, ...]:
    source = record.source
    return filled(
        formatter.row("information_nature", formatter.said(record.nature)),
        formatter.row("source_kind", formatter.said(source.kind) if source else ""),
        formatter.row("source_reference", (source.reference or "") if source else ""),
        formatter.row("source_received", formatter.day(source.received) if source else ""),
        formatter.row("information_reach", formatter.said(record.reach)),
        formatter.row("information_valid_until", formatter.day(record.valid_until)),
        formatter.row("information_holds_until", formatter.day(record.holds_until)),
        formatter.row("information_supersedes", "", filter(None, (record.supersedes,))),
    )


def _step(formatter: Formatter, step: Verification) -> StepLine:
    return StepLine(
        step=formatter.said(step.step),
        on=formatter.day(step.on),
        by=formatter.unit(step.by),
        reference=step.reference or "",
        result=formatter.choice(step.result),
    )
