"""The parts of a periodic bulletin on paper: tables across records, the log of verification."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from generator.model.kinds.concern import Concern
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.directive import Directive
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information, Step
from generator.model.kinds.message import Message
from generator.model.kinds.network import Network
from generator.model.kinds.opinion import Opinion
from generator.model.record import Record
from generator.views.blocks.event import event_block
from generator.views.blocks.information import StepLine, information_block
from generator.views.blocks.message import message_block
from generator.views.blocks.opinion import opinion_block
from generator.views.blocks.shared import files, tasks
from generator.views.document_parts import is_differing
from generator.views.paper_told import (
    NOTHING,
    Told,
    called,
    contact_lines,
    joined,
    paper_part,
    paper_record,
    paper_records,
    placed,
    proof_text,
    retired_notice,
    task_lines,
    told,
    told_list,
)
from generator.views.pictures import pictures
from generator.views.printed import Printed
from generator.views.quick_parts import moments, state_columns


class LogLine(NamedTuple):
    """One information in the log: each step with day, unit, reference and result."""

    id: str
    title: str
    cells: tuple[tuple[str, ...], ...]


def events(printed: Printed) -> Markup:
    """The course, then the state in columns; tasks and forecasts have sections of their own."""
    return joined(_event(printed, event) for event in printed.of(Event))


def _event(printed: Printed, event: Event) -> Markup:
    blanked = {"known": (), "unknown": (), "doing": (), "timeline": ()}
    head = paper_record(printed, event, **blanked, tasks=(), forecast=(), contact=None)
    block = event_block(printed.wording, event)
    course = told_list(printed, moments(printed, block), "course")
    return head + course + state_columns(printed, event) + contact_lines(printed, (block.contact,))


def streams(printed: Printed) -> Markup:
    """All streams in one table, grouped by where they were gathered."""
    given = tuple(printed.of(Opinion))
    if not given:
        return NOTHING
    groups = tuple((one, opinion_block(printed.wording, one)) for one in given)
    notices = joined(retired_notice(printed, one) for one in given)
    table = placed(printed, "pdf/streams.html", groups=groups) if groups else NOTHING
    return notices + table + _files(printed, given)


def _files(printed: Printed, records: Iterable[Record]) -> Markup:
    given = files(one for record in records for one in record.attachments)
    return placed(printed, "blocks/files.html", files=given) if given else NOTHING


def rumours(printed: Printed) -> Markup:
    """Without the steps, which stand in the log."""
    return paper_records(printed, (o for o in printed.of(Information) if o.is_rumour), steps=())


def messages(printed: Printed) -> Markup:
    """What to say; what not to say and why; the short text; until when; who answers."""
    return joined(_message(printed, message) for message in printed.of(Message))


def _message(printed: Printed, message: Message) -> Markup:
    blanked = {"do_not_say": (), "answers": (), "short_text": "", "script": "", "contact": None}
    block, label = message_block(printed.wording, message), printed.wording.label
    refused = tuple(Told(one.why, one.text) for one in block.do_not_say)
    spoken = (("message_short_text", block.short_text), ("message_script", block.script))
    parts = (
        paper_record(printed, message, **blanked, question="", say=(), rows=()),
        placed(
            printed,
            "pdf/message.html",
            question=block.question,
            told=told(printed.wording, message.say),
        ),
        placed(printed, "pdf/refused.html", refused=refused) if refused else NOTHING,
        told_list(printed, (Told(t, label(n), close=":") for n, t in spoken if t), "spoken-texts"),
        placed(printed, "blocks/rows.html", rows=block.rows),
        contact_lines(printed, (block.contact,)),
    )
    return joined(parts)


def questions(printed: Printed) -> Markup:
    return joined(
        paper_part(printed, message, told_list(printed, _asked(printed, message), "asked"))
        for message in printed.of(Message)
        if message.answers
    )


def _asked(printed: Printed, message: Message) -> tuple[Told, ...]:
    answers = message_block(printed.wording, message).answers
    return tuple(Told(one.answer, one.question, proof_text(one.cites)) for one in answers)


def differing(printed: Printed) -> Markup:
    return paper_records(printed, (o for o in printed.of(Consultation) if is_differing(o)))


def consultations(printed: Printed) -> Markup:
    return paper_records(printed, (o for o in printed.of(Consultation) if not is_differing(o)))


def work(printed: Printed) -> Markup:
    """The tasks of all events in one table, overdue first; then each concern to its end."""
    given = tasks(printed.wording, (task for one in printed.of(Event) for task in one.tasks))
    lines = task_lines(printed.wording, given)
    table = placed(printed, "pdf/tasks.html", tasks=lines) if lines else NOTHING
    return table + joined(_concern(printed, one) for one in printed.of(Concern))


def _concern(printed: Printed, concern: Concern) -> Markup:
    lines = task_lines(printed.wording, tasks(printed.wording, concern.tasks))
    table = placed(printed, "pdf/tasks.html", tasks=lines) if lines else NOTHING
    return paper_record(printed, concern, tasks=()) + table


def directives(printed: Printed) -> Markup:
    return paper_records(printed, printed.included(printed.of(Directive)))


def network(printed: Printed) -> Markup:
    return paper_records(printed, printed.of(Network))


def basis(printed: Printed) -> Markup:
    """The documents that are cited but not reported on."""
    reported = {one.id for one in printed.included(printed.of(Directive))}
    return paper_records(printed, (o for o in printed.of(Directive) if o.id not in reported))


# ── the annex ────────────────────────────────────────────────────────────────────────────────


def log(printed: Printed) -> Markup:
    """A table: what was examined, verified and concluded, when, by whom, and where it stands."""
    lines = tuple(_log_line(printed, one) for one in printed.of(Information) if one.verification)
    titles = tuple(printed.wording.said(step) for step in Step)
    return placed(printed, "pdf/log.html", lines=lines, steps=titles) if lines else NOTHING


def _log_line(printed: Printed, record: Information) -> LogLine:
    steps = information_block(printed.wording, record).steps
    titles = [printed.wording.said(step) for step in Step]
    cells = (
        tuple(_step_text(printed, one) for one in steps if one.step == title) for title in titles
    )
    return LogLine(record.id, record.title, tuple(cells))


def _step_text(printed: Printed, step: StepLine) -> str:
    said = ", ".join(filter(None, (step.on, called(printed.wording, step.by), step.reference)))
    return f"{said}: {step.result}" if step.result else said


def details(printed: Printed) -> Markup:
    facts = (one for one in printed.of(Information) if not one.is_rumour)
    return paper_records(printed, facts, steps=())


def attachments(printed: Printed) -> Markup:
    given = files(printed.plan.attachments)
    return placed(printed, "blocks/files.html", files=given) if given else NOTHING


def attached_pictures(printed: Printed) -> Markup:
    """The attached images; whoever prints gives the bytes, and without them they are described."""
    given = tuple(pictures(printed))
    return placed(printed, "pdf/pictures.html", pictures=given) if given else NOTHING
