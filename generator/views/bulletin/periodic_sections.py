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
    CitedLine,
    attachments_of,
    cited_lines,
    cited_list,
    contact_lines,
    evidenced,
    files_named,
    in_columns,
    join_html,
    paper_block,
    paper_part,
    paper_records,
    render_template,
    retired_notice,
    short_unit_name,
    spoken_line,
    with_head,
)
from generator.views.bulletin.pictures import pictures
from generator.views.bulletin.quick_sections import moments, state_columns
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import Sentence


class LogLine(NamedTuple):
    """One information in the log: each step with day, unit, reference and result."""

    id: str
    title: str
    cells: tuple[tuple[str, ...], ...]


def highlights(context: EditionContext) -> Markup:
    return cited_list(
        context, cited_lines(context.formatter, context.plan.highlights), "highlights"
    )


def events(context: EditionContext) -> Markup:
    """The timeline, then the state in columns; tasks and forecasts have their own sections."""
    return join_html(_event(context, event) for event in context.of(Event))


def _event(context: EditionContext, event: Event) -> Markup:
    blanked = {"known": (), "unknown": (), "doing": (), "timeline": ()}
    rows = paper_block(context, event, **blanked, tasks=(), forecast=(), contact=None)
    block = event_block(context.formatter, event)
    moment_lines = moments(context, block)
    course = (
        render_template(context, "pdf/timeline.html", told=moment_lines)
        if moment_lines
        else NOTHING
    )
    state = state_columns(context, event, block, "h4")
    parts = (rows, course, state, contact_lines(context, (block.contact,)))
    return with_head(context, event, join_html(parts))


def streams(context: EditionContext) -> Markup:
    """All streams in one table, grouped by where they were gathered."""
    opinions = tuple(context.of(Opinion))
    if not opinions:
        return NOTHING
    groups = tuple((opinion, opinion_block(context.formatter, opinion)) for opinion in opinions)
    notices = join_html(retired_notice(context, opinion) for opinion in opinions)
    table = render_template(context, "pdf/streams.html", groups=groups)
    return notices + table + files_named(context, attachments_of(opinions))


def rumours(context: EditionContext) -> Markup:
    """Rumours without their steps of verification, which are in the log."""
    return paper_records(
        context,
        (information for information in context.of(Information) if information.is_rumour),
        steps=(),
    )


def messages(context: EditionContext) -> Markup:
    """Each message with what not to say beside it; a contact that all share is printed once."""
    records = tuple(context.of(Message))
    parts = [
        (_message(context, message), context.formatter.contact(message.contact))
        for message in records
    ]
    is_same_contact = len({contact for _, contact in parts}) == 1
    if is_same_contact:
        return join_html(html for html, _ in parts) + contact_lines(context, [parts[0][1]])
    return join_html(html + contact_lines(context, (contact,)) for html, contact in parts)


def _message(context: EditionContext, message: Message) -> Markup:
    blanked = {"do_not_say": (), "answers": (), "short_text": (), "script": (), "contact": None}
    block = message_block(context.formatter, message)
    refused = tuple(CitedLine(refusal.why, refusal.text) for refusal in block.do_not_say)
    spoken = (("message_short_text", message.short_text), ("message_script", message.script))
    parts = (
        paper_block(context, message, **blanked, question="", say=(), rows=()),
        render_template(
            context,
            "pdf/message.html",
            question=block.question,
            told=cited_lines(context.formatter, message.say),
            refused=refused,
        ),
        cited_list(
            context,
            (spoken_line(context.formatter, name, cited) for name, cited in spoken if cited),
            "spoken-texts",
        ),
        render_template(context, "blocks/rows.html", rows=block.rows),
    )
    return with_head(context, message, join_html(parts))


def questions(context: EditionContext) -> Markup:
    return join_html(
        paper_part(context, message, cited_list(context, _answer_lines(context, message), "asked"))
        for message in context.of(Message)
        if message.answers
    )


def _answer_lines(context: EditionContext, message: Message) -> tuple[CitedLine, ...]:
    answers = message_block(context.formatter, message).answers
    return tuple(
        evidenced(context.formatter, Sentence(*reply[1:]), reply.question) for reply in answers
    )


def differing(context: EditionContext) -> Markup:
    return paper_records(
        context,
        (consultation for consultation in context.of(Consultation) if is_differing(consultation)),
    )


def consultations(context: EditionContext) -> Markup:
    return paper_records(
        context,
        (
            consultation
            for consultation in context.of(Consultation)
            if not is_differing(consultation)
        ),
    )


def others(context: EditionContext) -> Markup:
    """Records of kinds that have no section of their own."""
    return paper_records(
        context, (record for record in context.records if not has_own_block(record))
    )


# ── the annex ────────────────────────────────────────────────────────────────────────────────


def log(context: EditionContext) -> Markup:
    """A table of the steps of verification: each with its day, unit, reference and result."""
    lines = tuple(
        _log_line(context, information)
        for information in context.of(Information)
        if information.verification
    )
    titles = tuple(context.formatter.said(step) for step in Step)
    return render_template(context, "pdf/log.html", lines=lines, steps=titles) if lines else NOTHING


def _log_line(context: EditionContext, record: Information) -> LogLine:
    steps = information_block(context.formatter, record).steps
    titles = [context.formatter.said(step) for step in Step]
    cells = (
        tuple(_step_text(context, step) for step in steps if step.step == title) for title in titles
    )
    return LogLine(record.id, record.title, tuple(cells))


def _step_text(context: EditionContext, step: StepLine) -> str:
    text = ", ".join(
        filter(None, (step.on, short_unit_name(context.formatter, step.by), step.reference))
    )
    return f"{text}: {step.result}" if step.result else text


def details(context: EditionContext) -> Markup:
    """Each fact with its conclusion; its steps are in the log."""
    facts = (information for information in context.of(Information) if not information.is_rumour)
    return in_columns(context, join_html(_detail(context, information) for information in facts))


def _detail(context: EditionContext, record: Information) -> Markup:
    block = information_block(context.formatter, record)
    return with_head(context, record, render_template(context, "pdf/detail.html", block=block))


def attachments(context: EditionContext) -> Markup:
    return files_named(context, context.plan.attachments)


def attached_pictures(context: EditionContext) -> Markup:
    """The attached images; without their bytes (`PdfJob.images`) their descriptions are printed."""
    images = tuple(pictures(context))
    return render_template(context, "pdf/pictures.html", pictures=images) if images else NOTHING
