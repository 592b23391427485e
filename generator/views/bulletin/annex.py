"""What the annex holds: the log of verification, the files, the pictures."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.model.edition.edition import Edition
from generator.model.kinds import is_of
from generator.model.kinds.bulletin import Form
from generator.model.kinds.concern import Concern
from generator.model.kinds.directive import Directive
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information, Step
from generator.model.kinds.message import Message
from generator.model.kinds.network import Network
from generator.model.kinds.opinion import Opinion
from generator.model.record.record import Attachment, Record
from generator.views.blocks.components import files
from generator.views.blocks.information import StepLine, information_block
from generator.views.bulletin.brevity import in_year, short_unit_name
from generator.views.bulletin.pictures import pictures
from generator.views.bulletin.section import Holds, entries
from generator.views.bulletin.selection import facts
from generator.views.context.edition_context import LEAST, EditionContext


class LogLine(NamedTuple):
    """One information in the log: each step with day, unit, reference and result."""

    id: str
    title: str
    cells: tuple[tuple[str, ...], ...]


class FactLine(NamedTuple):
    """One information in short: its result, and when, by whom and in what it was last said."""

    id: str
    title: str
    result: str
    by: str


def facts_in_short(context: EditionContext) -> Holds:
    """Every information that the bulletin rests on, one line each."""
    return {"facts": tuple(_fact_line(context, record) for record in context.of(Information))}


def _fact_line(context: EditionContext, record: Information) -> FactLine:
    block = information_block(context.formatter, record)
    last = block.steps[-1] if block.steps else None
    unit = short_unit_name(context.formatter, last.by) if last else ""
    parts = (in_year(context, last.on), unit, last.reference) if last else ()
    is_long = len(record.title) > _LONGEST_TITLE
    title = f"{record.title[:_LONGEST_TITLE]}…" if is_long else record.title
    return FactLine(record.id, title, block.result, ", ".join(filter(None, parts)))


_LONGEST_TITLE = 200  # letters; the details have all of it


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


def has_annex(edition: Edition) -> bool:
    """Whether a bulletin has a paper beside its own, for what its own only names.

    A build asks this of every edition, so frozen JSON is read and no record is built.
    """
    plan, records = edition.plan, edition.records
    if plan.get("form") == Form.OFFICIAL:
        return False
    held = {*plan["include"]} & {*records} if edition.is_quick else records
    kinds = _WHOLE_IN_QUICK if edition.is_quick else _WHOLE_IN_PERIODIC
    told = [records[name] for name in records if is_of(name, Event) or is_of(name, Message)]
    most = LEAST.moments if edition.is_quick else LEAST.course
    asked = sum(len(content.get("answers", ())) for content in told) if edition.is_quick else 0
    return (
        any(is_of(name, kind) for name in held for kind in kinds)
        or asked > LEAST.questions
        or any(_moments(content) > most for content in told)
        or any(content.get(key) for content in (plan, *told) for key in _KEPT if edition.is_quick)
    )


_WHOLE_IN_PERIODIC = (Information, Directive)
_WHOLE_IN_QUICK = (Information, Directive, Opinion, Concern, Network)


_KEPT = ("script", "short_text", "attachments")  # what the pages of a quick bulletin leave out


def _moments(content: Mapping[str, Any]) -> int:
    return len(content.get("timeline", ()))


def streams(context: EditionContext) -> Holds:
    """Reports on opinion and, for the one table that paper makes of them, all their files."""
    blanked = {"forecast": (), "proposals": ()}
    return {
        "records": entries(context, context.of(Opinion), **blanked),
        "files": files(_attached(context.of(Opinion))),
    }


def files_and_facts(context: EditionContext) -> Holds:
    return {**own_files(context), "records": entries(context, facts(context))}


def courses(context: EditionContext) -> Holds:
    """The whole course of each event that has more moments than its bulletin has room for."""
    most = LEAST.moments if context.edition.is_quick else LEAST.course
    events = [event for event in context.of(Event) if len(event.timeline) > most]
    return {"highlights": (), "parts": entries(context, events, rows=())}


def all_questions(context: EditionContext) -> Holds:
    """All questions, where there are more than a quick bulletin has room for."""
    asked = [message for message in context.of(Message) if message.answers]
    is_more = sum(len(message.answers) for message in asked) > LEAST.questions
    return {"parts": entries(context, asked) if is_more else ()}


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
