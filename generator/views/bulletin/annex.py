"""What the annex holds: the log of verification, the files, the pictures."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.kinds.event import Event
from generator.model.kinds.information import Information, Step
from generator.model.kinds.message import Message
from generator.model.kinds.opinion import Opinion
from generator.model.record.record import Attachment, Record
from generator.views.blocks.components import files
from generator.views.blocks.information import StepLine, information_block
from generator.views.bulletin.brevity import short_unit_name
from generator.views.bulletin.pictures import pictures
from generator.views.bulletin.section import Holds, entries
from generator.views.bulletin.selection import facts
from generator.views.context.edition_context import EditionContext


class LogLine(NamedTuple):
    """One information in the log: each step with day, unit, reference and result."""

    id: str
    title: str
    cells: tuple[tuple[str, ...], ...]


def log(context: EditionContext) -> Holds:
    """A table of the steps of verification: each with its day, unit, reference and result."""
    verified = (record for record in context.of(Information) if record.verification)
    lines = tuple(_log_line(context, record) for record in verified)
    return {"lines": lines, "steps": tuple(map(context.formatter.said, Step)) if lines else ()}


def _log_line(context: EditionContext, record: Information) -> LogLine:
    steps = information_block(context.formatter, record).steps
    titles = map(context.formatter.said, Step)
    cells = (
        tuple(_step_text(context, step) for step in steps if step.step == title) for title in titles
    )
    return LogLine(record.id, record.title, tuple(cells))


def _step_text(context: EditionContext, step: StepLine) -> str:
    unit = short_unit_name(context.formatter, step.by)
    text = ", ".join(filter(None, (step.on, unit, step.reference)))
    return f"{text}: {step.result}" if step.result else text


def streams(context: EditionContext) -> Holds:
    """Reports on opinion and, for the one table that paper makes of them, all their files."""
    blanked = {"forecast": (), "proposals": ()}
    return {
        "records": entries(context, context.of(Opinion), **blanked),
        "files": files(_attached(context.of(Opinion))),
    }


def files_and_facts(context: EditionContext) -> Holds:
    return {**own_files(context), "records": entries(context, facts(context))}


def own_files(context: EditionContext) -> Holds:
    """The files of the bulletin itself."""
    return {"files": files(context.plan.attachments)}


def all_files(context: EditionContext) -> Holds:
    """The files of the bulletin, and of the events and messages that are printed without heads."""
    records = (*context.of(Event), *context.of(Message))
    return {"files": files((*context.plan.attachments, *_attached(records)))}


def _attached(records: Iterable[Record]) -> Iterator[Attachment]:
    for record in records:
        yield from record.attachments


def attached_pictures(context: EditionContext) -> Holds:
    """The attached images; without their bytes (`PdfJob.images`) their descriptions are printed."""
    return {"pictures": tuple(pictures(context))}
