"""The sections of a quick bulletin on paper: two pages to be read aloud, and the annex."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from markupsafe import Markup

from generator.model.corpus.matter import is_differing
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.directive import Directive
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.kinds.opinion import Opinion
from generator.model.record.record import Forecast, TaskStatus
from generator.views.blocks.components import forecasts
from generator.views.blocks.consultation import consultation_block
from generator.views.blocks.event import EventBlock, event_block
from generator.views.blocks.message import message_block
from generator.views.bulletin.cited_lines import (
    NOTHING,
    CitedLine,
    attachments_of,
    cited_lines,
    cited_list,
    contact_lines,
    evidenced,
    files_named,
    in_year,
    join_html,
    paper_part,
    paper_record,
    paper_records,
    render_template,
    retired_notice,
    short_unit_name,
    spoken_line,
    task_lines,
)
from generator.views.context.edition_context import EditionContext, elsewhere
from generator.views.context.formatter import Row, Sentence, filled
from generator.views.context.templates import Tags

FORECAST_HOURS = 72
MOST_QUESTIONS = 5
MOST_MOMENTS = 5


def happened(context: EditionContext) -> Markup:
    """The highlights, then each event with its timeline."""
    highlights = cited_list(
        context, cited_lines(context.formatter, context.plan.highlights), "highlights"
    )
    return highlights + join_html(_course(context, event) for event in context.of(Event))


def _course(context: EditionContext, event: Event) -> Markup:
    block = event_block(context.formatter, event)
    course = moments(context, block)[-MOST_MOMENTS:]
    earlier = _count_of_rest(context, "more_moments", len(block.timeline) - MOST_MOMENTS)
    body = render_template(context, "blocks/rows.html", rows=block.rows) + earlier
    body += cited_list(context, course, "course")
    return paper_part(context, event, retired_notice(context, event) + body)


def moments(context: EditionContext, block: EventBlock) -> tuple[CitedLine, ...]:
    return tuple(
        evidenced(context.formatter, Sentence(*moment[1:]), in_year(context, moment.at), ":")
        for moment in block.timeline
    )


def state(context: EditionContext) -> Markup:
    return join_html(_state(context, event) for event in context.of(Event))


def _state(context: EditionContext, event: Event) -> Markup:
    block = event_block(context.formatter, event)
    return state_columns(context, event, block, "h3") + _tasks(context, block)


def state_columns(context: EditionContext, event: Event, block: EventBlock, level: str) -> Markup:
    """What is known, unknown and being done, side by side, under headings of this level."""
    formatter = context.formatter
    doing = [
        (work.said.text, short_unit_name(formatter, work.unit), in_year(context, work.due))
        for work in block.doing
    ]
    columns = (
        (formatter.label("event_known"), cited_lines(formatter, event.known)),
        (formatter.label("event_unknown"), tuple(CitedLine(text) for text in event.unknown)),
        (
            formatter.label("event_doing"),
            tuple(CitedLine(text, proof=_in_brackets(unit, due)) for text, unit, due in doing),
        ),
    )
    filled_columns = tuple(column for column in columns if column[1])
    return (
        render_template(context, "pdf/columns.html", columns=filled_columns, level=level)
        if filled_columns
        else NOTHING
    )


def _in_brackets(*facts: str) -> str:
    text = ", ".join(filter(None, facts))
    return f"({text})" if text else ""


def _tasks(context: EditionContext, block: EventBlock) -> Markup:
    """The open tasks, overdue first and marked so in words; finished tasks are only counted."""
    open_tasks = [
        task for task in block.tasks if task.status != context.formatter.choice(TaskStatus.DONE)
    ]
    lines = (
        CitedLine(
            row.do, row.late, _in_brackets(row.unit, in_year(context, row.due), row.state), ":"
        )
        for row in task_lines(context.formatter, open_tasks)
    )
    done = _count_of_rest(context, "tasks_done", len(block.tasks) - len(open_tasks))
    return cited_list(context, lines, "work") + done


def people(context: EditionContext) -> Markup:
    """What residents should do: every message for them, in the editor's order."""
    return part_of_each_message(context, lambda message: _advice(context, message))


def _advice(context: EditionContext, message: Message) -> Markup:
    told = message.in_short if message.is_for_residents else ()
    return cited_list(context, cited_lines(context.formatter, told))


def messages(context: EditionContext) -> Markup:
    return join_html(_message(context, message) for message in context.of(Message))


def _message(context: EditionContext, message: Message) -> Markup:
    sentences = cited_lines(context.formatter, message.say)
    body = render_template(
        context, "pdf/message.html", question=message.question, told=sentences, refused=()
    )
    return paper_part(context, message, retired_notice(context, message) + body)


def questions(context: EditionContext) -> Markup:
    """The first MOST_QUESTIONS; the others are only counted, with the address of the page."""
    answer_lines = [
        evidenced(
            context.formatter,
            context.formatter.sentence(answer.answer, answer.because),
            answer.question,
        )
        for message in context.of(Message)
        for answer in message.answers
    ]
    html = cited_list(context, answer_lines[:MOST_QUESTIONS], "asked")
    return html + _count_of_rest(context, "more_questions", len(answer_lines) - MOST_QUESTIONS)


def do_not_say(context: EditionContext) -> Markup:
    refused = (refusal for message in context.of(Message) for refusal in message.do_not_say)
    lines = (CitedLine(refusal.why, refusal.text) for refusal in refused)
    return cited_list(context, lines, "refused")


def who_answers(context: EditionContext) -> Markup:
    """Each public contact of the events and messages once."""
    unit_ids = [event.contact for event in context.of(Event)]
    unit_ids += [message.contact for message in context.of(Message)]
    return contact_lines(context, (context.formatter.contact(unit_id) for unit_id in unit_ids))


def forecast(context: EditionContext) -> Markup:
    """Forecasts that end within FORECAST_HOURS of the issue; the others are only counted."""
    scenarios = [scenario for event in context.of(Event) for scenario in event.forecast]
    scenarios += [scenario for opinion in context.of(Opinion) for scenario in opinion.forecast]
    near = [scenario for scenario in scenarios if _is_near(context, scenario)]
    lines = forecasts(context.formatter, near)
    html = render_template(context, "blocks/forecast.html", forecast=lines) if lines else NOTHING
    return html + _count_of_rest(context, "more_forecasts", len(scenarios) - len(near))


def _is_near(context: EditionContext, scenario: Forecast) -> bool:
    last = context.edition.issued_at + timedelta(hours=FORECAST_HOURS)
    zone = context.edition.names.programme.zone
    return (
        scenario.until is None
        or context.formatter.as_of <= scenario.until <= last.astimezone(zone).date()
    )


def _count_of_rest(context: EditionContext, label: str, count: int) -> Markup:
    if count <= 0:
        return NOTHING
    text = context.formatter.label(label).format(count=count, where=elsewhere(context))
    return render_template(context, "pdf/rest.html", said=text)


def differing(context: EditionContext) -> Markup:
    return join_html(
        _differing(context, consultation)
        for consultation in context.of(Consultation)
        if is_differing(consultation)
    )


def _differing(context: EditionContext, consultation: Consultation) -> Markup:
    """Every position in full; of the other facts only state, minutes and referral."""
    block, formatter = consultation_block(context.formatter, consultation), context.formatter
    state_label = formatter.label("matter_state")  # `block.withheld` already says it
    minutes = consultation.meeting.minutes if consultation.meeting else None
    rows = filled(
        formatter.row(
            "consultation_about", "" if block.withheld else "; ".join(consultation.about)
        ),
        *(row for row in block.rows if row.label == state_label and not block.withheld),
        formatter.row("meeting_minutes", minutes or ""),
        *block.referral,
    )
    blanked = {"positions": (), "referral": (), "conclusion": None}
    head = paper_record(context, consultation, rows=rows, **blanked)
    tags = Tags("h4", "h4")
    full = render_template(context, "blocks/positions.html", lines=block.positions, tag=tags)
    return (
        head + full + render_template(context, "pdf/conclusion.html", conclusion=block.conclusion)
    )


def next_step(context: EditionContext) -> Markup:
    """One line for the bulletin, one for each message."""
    formatter = context.formatter
    issue = formatter.row("bulletin_next_issue", formatter.moment(context.plan.next_issue))
    own = (
        [CitedLine(_row_text((issue,)), context.edition.bulletin, close=":")] if issue.text else []
    )
    blocks = (
        (message.id, message_block(formatter, message).rows) for message in context.of(Message)
    )
    lines = (CitedLine(_row_text(rows), name, close=":") for name, rows in blocks if rows)
    return cited_list(context, (*own, *lines), "terms-of-use")


def _row_text(rows: tuple[Row, ...]) -> str:
    return " · ".join(
        f"{row.label}: {row.text or '; '.join(cite.id for cite in row.cites)}" for row in rows
    )


def part_of_each_message(context: EditionContext, make: Callable[[Message], Markup]) -> Markup:
    """A part of each message; it gets the message's title only when there are several."""
    parts = [(message, html) for message in context.of(Message) if (html := make(message))]
    if len(parts) == 1:
        return parts[0][1]
    return join_html(paper_part(context, message, html) for message, html in parts)


def streams(context: EditionContext) -> Markup:
    return paper_records(context, context.included(context.of(Opinion)))


def rumours(context: EditionContext) -> Markup:
    return paper_records(context, context.included(_information(context, is_rumour=True)))


def facts(context: EditionContext) -> Markup:
    return paper_records(context, context.included(_information(context, is_rumour=False)))


def _information(context: EditionContext, *, is_rumour: bool) -> Iterator[Information]:
    return (
        information for information in context.of(Information) if information.is_rumour is is_rumour
    )


def consultations(context: EditionContext) -> Markup:
    agreed = (
        consultation for consultation in context.of(Consultation) if not is_differing(consultation)
    )
    return paper_records(context, context.included(agreed))


def directives(context: EditionContext) -> Markup:
    return paper_records(context, context.included(context.of(Directive)))


def attachments(context: EditionContext) -> Markup:
    """The files of the bulletin, and of the events and messages that are printed without heads."""
    records = (*context.of(Event), *context.of(Message))
    return files_named(context, (*context.plan.attachments, *attachments_of(records)))


def scripts(context: EditionContext) -> Markup:
    """The texts to be read out or sent, in full, that the first page does not print."""
    return part_of_each_message(context, lambda message: _spoken(context, message))


def _spoken(context: EditionContext, message: Message) -> Markup:
    sent = () if message.is_for_residents else message.short_text
    texts = (("message_short_text", sent), ("message_script", message.script))
    lines = (spoken_line(context.formatter, name, cited) for name, cited in texts if cited)
    return cited_list(context, lines, "spoken-texts")
