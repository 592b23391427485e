"""The sections of a periodic bulletin on paper, and its annex with the log of verification."""

from typing import NamedTuple

from markupsafe import Markup

from generator.model.corpus.matter import is_differing
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information, Step
from generator.model.kinds.message import Message
from generator.model.kinds.opinion import Opinion
from generator.views.blocks import has_own_block
from generator.views.blocks.event import event_block
from generator.views.blocks.information import StepLine, information_block
from generator.views.blocks.message import message_block
from generator.views.blocks.opinion import opinion_block
from generator.views.bulletin.cited_lines import (
    NOTHING,
    Told,
    attached,
    called,
    contact_lines,
    files_named,
    headed,
    in_columns,
    joined,
    paper_block,
    paper_part,
    paper_records,
    placed,
    proof_text,
    retired_notice,
    told,
    told_list,
)
from generator.views.bulletin.pictures import pictures
from generator.views.bulletin.quick_sections import moments, state_columns
from generator.views.context.edition_context import Printed


class LogLine(NamedTuple):
    """One information in the log: each step with day, unit, reference and result."""

    id: str
    title: str
    cells: tuple[tuple[str, ...], ...]


def highlights(printed: Printed) -> Markup:
    return told_list(printed, told(printed.wording, printed.plan.highlights), "highlights")


def events(printed: Printed) -> Markup:
    """The course, then the state in columns; tasks and forecasts have sections of their own."""
    return joined(_event(printed, event) for event in printed.of(Event))


def _event(printed: Printed, event: Event) -> Markup:
    blanked = {"known": (), "unknown": (), "doing": (), "timeline": ()}
    rows = paper_block(printed, event, **blanked, tasks=(), forecast=(), contact=None)
    block = event_block(printed.wording, event)
    told_of = moments(printed, block)
    course = placed(printed, "pdf/timeline.html", told=told_of) if told_of else NOTHING
    state = state_columns(printed, event, block, "h4")
    parts = (rows, course, state, contact_lines(printed, (block.contact,)))
    return headed(printed, event, joined(parts))


def streams(printed: Printed) -> Markup:
    """All streams in one table, grouped by where they were gathered."""
    given = tuple(printed.of(Opinion))
    if not given:
        return NOTHING
    groups = tuple((one, opinion_block(printed.wording, one)) for one in given)
    notices = joined(retired_notice(printed, one) for one in given)
    table = placed(printed, "pdf/streams.html", groups=groups)
    return notices + table + files_named(printed, attached(given))


def rumours(printed: Printed) -> Markup:
    """Without the steps, which stand in the log."""
    return paper_records(printed, (o for o in printed.of(Information) if o.is_rumour), steps=())


def messages(printed: Printed) -> Markup:
    """What to say, beside it what not; the short text; until when; who answers, said once."""
    given = tuple(printed.of(Message))
    shown = [(_message(printed, one), printed.wording.contact(one.contact)) for one in given]
    is_one = len({contact for _, contact in shown}) == 1
    if is_one:
        return joined(html for html, _ in shown) + contact_lines(printed, [shown[0][1]])
    return joined(html + contact_lines(printed, (contact,)) for html, contact in shown)


def _message(printed: Printed, message: Message) -> Markup:
    blanked = {"do_not_say": (), "answers": (), "short_text": "", "script": "", "contact": None}
    block, label = message_block(printed.wording, message), printed.wording.label
    refused = tuple(Told(one.why, one.text) for one in block.do_not_say)
    spoken = (("message_short_text", block.short_text), ("message_script", block.script))
    parts = (
        paper_block(printed, message, **blanked, question="", say=(), rows=()),
        placed(
            printed,
            "pdf/message.html",
            question=block.question,
            told=told(printed.wording, message.say),
            refused=refused,
        ),
        told_list(printed, (Told(t, label(n), close=":") for n, t in spoken if t), "spoken-texts"),
        placed(printed, "blocks/rows.html", rows=block.rows),
    )
    return headed(printed, message, joined(parts))


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


def others(printed: Printed) -> Markup:
    """Records of kinds that no other section speaks of."""
    return paper_records(printed, (one for one in printed.records if not has_own_block(one)))


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
    """Each information as it was concluded; its steps stand in the log."""
    facts = (one for one in printed.of(Information) if not one.is_rumour)
    return in_columns(printed, joined(_detail(printed, one) for one in facts))


def _detail(printed: Printed, record: Information) -> Markup:
    block = information_block(printed.wording, record)
    return headed(printed, record, placed(printed, "pdf/detail.html", block=block))


def attachments(printed: Printed) -> Markup:
    return files_named(printed, printed.plan.attachments)


def attached_pictures(printed: Printed) -> Markup:
    """The attached images; whoever prints gives the bytes, and without them they are described."""
    given = tuple(pictures(printed))
    return placed(printed, "pdf/pictures.html", pictures=given) if given else NOTHING
