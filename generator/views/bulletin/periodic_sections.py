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
    attached,
    cited_lines,
    cited_list,
    contact_lines,
    evidence_text,
    files_named,
    headed,
    in_columns,
    join_html,
    paper_block,
    paper_part,
    paper_records,
    placed,
    retired_notice,
    short_unit_name,
)
from generator.views.bulletin.pictures import pictures
from generator.views.bulletin.quick_sections import moments, state_columns
from generator.views.context.edition_context import EditionContext


class LogLine(NamedTuple):
    """One information in the log: each step with day, unit, reference and result."""

    id: str
    title: str
    cells: tuple[tuple[str, ...], ...]


def highlights(printed: EditionContext) -> Markup:
    return cited_list(
        printed, cited_lines(printed.formatter, printed.plan.highlights), "highlights"
    )


def events(printed: EditionContext) -> Markup:
    """The course, then the state in columns; tasks and forecasts have sections of their own."""
    return join_html(_event(printed, event) for event in printed.of(Event))


def _event(printed: EditionContext, event: Event) -> Markup:
    blanked = {"known": (), "unknown": (), "doing": (), "timeline": ()}
    rows = paper_block(printed, event, **blanked, tasks=(), forecast=(), contact=None)
    block = event_block(printed.formatter, event)
    told_of = moments(printed, block)
    course = placed(printed, "pdf/timeline.html", told=told_of) if told_of else NOTHING
    state = state_columns(printed, event, block, "h4")
    parts = (rows, course, state, contact_lines(printed, (block.contact,)))
    return headed(printed, event, join_html(parts))


def streams(printed: EditionContext) -> Markup:
    """All streams in one table, grouped by where they were gathered."""
    given = tuple(printed.of(Opinion))
    if not given:
        return NOTHING
    groups = tuple((one, opinion_block(printed.formatter, one)) for one in given)
    notices = join_html(retired_notice(printed, one) for one in given)
    table = placed(printed, "pdf/streams.html", groups=groups)
    return notices + table + files_named(printed, attached(given))


def rumours(printed: EditionContext) -> Markup:
    """Without the steps, which stand in the log."""
    return paper_records(printed, (o for o in printed.of(Information) if o.is_rumour), steps=())


def messages(printed: EditionContext) -> Markup:
    """What to say, beside it what not; the short text; until when; who answers, said once."""
    given = tuple(printed.of(Message))
    shown = [(_message(printed, one), printed.formatter.contact(one.contact)) for one in given]
    is_one = len({contact for _, contact in shown}) == 1
    if is_one:
        return join_html(html for html, _ in shown) + contact_lines(printed, [shown[0][1]])
    return join_html(html + contact_lines(printed, (contact,)) for html, contact in shown)


def _message(printed: EditionContext, message: Message) -> Markup:
    blanked = {"do_not_say": (), "answers": (), "short_text": "", "script": "", "contact": None}
    block, label = message_block(printed.formatter, message), printed.formatter.label
    refused = tuple(CitedLine(one.why, one.text) for one in block.do_not_say)
    spoken = (("message_short_text", block.short_text), ("message_script", block.script))
    parts = (
        paper_block(printed, message, **blanked, question="", say=(), rows=()),
        placed(
            printed,
            "pdf/message.html",
            question=block.question,
            told=cited_lines(printed.formatter, message.say),
            refused=refused,
        ),
        cited_list(
            printed, (CitedLine(t, label(n), close=":") for n, t in spoken if t), "spoken-texts"
        ),
        placed(printed, "blocks/rows.html", rows=block.rows),
    )
    return headed(printed, message, join_html(parts))


def questions(printed: EditionContext) -> Markup:
    return join_html(
        paper_part(printed, message, cited_list(printed, _asked(printed, message), "asked"))
        for message in printed.of(Message)
        if message.answers
    )


def _asked(printed: EditionContext, message: Message) -> tuple[CitedLine, ...]:
    answers = message_block(printed.formatter, message).answers
    return tuple(CitedLine(one.answer, one.question, evidence_text(one.cites)) for one in answers)


def differing(printed: EditionContext) -> Markup:
    return paper_records(printed, (o for o in printed.of(Consultation) if is_differing(o)))


def consultations(printed: EditionContext) -> Markup:
    return paper_records(printed, (o for o in printed.of(Consultation) if not is_differing(o)))


def others(printed: EditionContext) -> Markup:
    """Records of kinds that no other section speaks of."""
    return paper_records(printed, (one for one in printed.records if not has_own_block(one)))


# ── the annex ────────────────────────────────────────────────────────────────────────────────


def log(printed: EditionContext) -> Markup:
    """A table: what was examined, verified and concluded, when, by whom, and where it stands."""
    lines = tuple(_log_line(printed, one) for one in printed.of(Information) if one.verification)
    titles = tuple(printed.formatter.said(step) for step in Step)
    return placed(printed, "pdf/log.html", lines=lines, steps=titles) if lines else NOTHING


def _log_line(printed: EditionContext, record: Information) -> LogLine:
    steps = information_block(printed.formatter, record).steps
    titles = [printed.formatter.said(step) for step in Step]
    cells = (
        tuple(_step_text(printed, one) for one in steps if one.step == title) for title in titles
    )
    return LogLine(record.id, record.title, tuple(cells))


def _step_text(printed: EditionContext, step: StepLine) -> str:
    said = ", ".join(
        filter(None, (step.on, short_unit_name(printed.formatter, step.by), step.reference))
    )
    return f"{said}: {step.result}" if step.result else said


def details(printed: EditionContext) -> Markup:
    """Each information as it was concluded; its steps stand in the log."""
    facts = (one for one in printed.of(Information) if not one.is_rumour)
    return in_columns(printed, join_html(_detail(printed, one) for one in facts))


def _detail(printed: EditionContext, record: Information) -> Markup:
    block = information_block(printed.formatter, record)
    return headed(printed, record, placed(printed, "pdf/detail.html", block=block))


def attachments(printed: EditionContext) -> Markup:
    return files_named(printed, printed.plan.attachments)


def attached_pictures(printed: EditionContext) -> Markup:
    """The attached images; whoever prints gives the bytes, and without them they are described."""
    given = tuple(pictures(printed))
    return placed(printed, "pdf/pictures.html", pictures=given) if given else NOTHING
