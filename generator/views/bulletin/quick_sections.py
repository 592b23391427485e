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
    attached,
    cited_lines,
    cited_list,
    contact_lines,
    evidence_text,
    files_named,
    in_year,
    join_html,
    paper_part,
    paper_record,
    paper_records,
    placed,
    retired_notice,
    short_unit_name,
    task_lines,
)
from generator.views.context.edition_context import EditionContext, printed_address
from generator.views.context.formatter import Row, filled
from generator.views.context.templates import Tags

FORECAST_HOURS = 72
MOST_QUESTIONS = 5
MOST_MOMENTS = 5


def happened(printed: EditionContext) -> Markup:
    """The highlights, then each event with its course."""
    highlights = cited_list(
        printed, cited_lines(printed.formatter, printed.plan.highlights), "highlights"
    )
    return highlights + join_html(_course(printed, event) for event in printed.of(Event))


def _course(printed: EditionContext, event: Event) -> Markup:
    block = event_block(printed.formatter, event)
    course = moments(printed, block)[-MOST_MOMENTS:]
    earlier = _rest(printed, "more_moments", len(block.timeline) - MOST_MOMENTS)
    body = placed(printed, "blocks/rows.html", rows=block.rows) + earlier
    body += cited_list(printed, course, "course")
    return paper_part(printed, event, retired_notice(printed, event) + body)


def moments(printed: EditionContext, block: EventBlock) -> tuple[CitedLine, ...]:
    return tuple(
        CitedLine(one.text, in_year(printed, one.at), evidence_text(one.cites), ":")
        for one in block.timeline
    )


def state(printed: EditionContext) -> Markup:
    return join_html(_state(printed, event) for event in printed.of(Event))


def _state(printed: EditionContext, event: Event) -> Markup:
    block = event_block(printed.formatter, event)
    return state_columns(printed, event, block, "h3") + _tasks(printed, block)


def state_columns(printed: EditionContext, event: Event, block: EventBlock, level: str) -> Markup:
    """Verified, not yet known, being done: side by side, under headings of this level."""
    formatter = printed.formatter
    doing = [
        (one.text, short_unit_name(formatter, one.unit), in_year(printed, one.due))
        for one in block.doing
    ]
    columns = (
        (formatter.label("event_known"), cited_lines(formatter, event.known)),
        (formatter.label("event_unknown"), tuple(CitedLine(one) for one in event.unknown)),
        (formatter.label("event_doing"), tuple(CitedLine(t, proof=_by(u, d)) for t, u, d in doing)),
    )
    told_of = tuple(column for column in columns if column[1])
    return placed(printed, "pdf/columns.html", columns=told_of, level=level) if told_of else NOTHING


def _by(*said_of_it: str) -> str:
    said = ", ".join(filter(None, said_of_it))
    return f"({said})" if said else ""


def _tasks(printed: EditionContext, block: EventBlock) -> Markup:
    """What is still to do, overdue first, which is said in words; what is done is counted."""
    given = [one for one in block.tasks if one.status != printed.formatter.choice(TaskStatus.DONE)]
    lines = (
        CitedLine(one.do, one.late, _by(one.unit, in_year(printed, one.due), one.state), ":")
        for one in task_lines(printed.formatter, given)
    )
    done = _rest(printed, "tasks_done", len(block.tasks) - len(given))
    return cited_list(printed, lines, "work") + done


def people(printed: EditionContext) -> Markup:
    return part_of_each_message(printed, lambda one: paragraph(printed, one.short_text))


def paragraph(printed: EditionContext, text: str | None) -> Markup:
    return placed(printed, "blocks/paragraphs.html", paragraphs=(text,)) if text else NOTHING


def messages(printed: EditionContext) -> Markup:
    return join_html(_message(printed, one) for one in printed.of(Message))


def _message(printed: EditionContext, message: Message) -> Markup:
    sentences = cited_lines(printed.formatter, message.say)
    body = placed(
        printed, "pdf/message.html", question=message.question, told=sentences, refused=()
    )
    return paper_part(printed, message, retired_notice(printed, message) + body)


def questions(printed: EditionContext) -> Markup:
    """The first five; the others are counted, and stand on the bulletin's page."""
    asked = [
        CitedLine(one.answer, one.question, evidence_text(printed.formatter.cites(one.because)))
        for message in printed.of(Message)
        for one in message.answers
    ]
    shown = cited_list(printed, asked[:MOST_QUESTIONS], "asked")
    return shown + _rest(printed, "more_questions", len(asked) - MOST_QUESTIONS)


def do_not_say(printed: EditionContext) -> Markup:
    refused = (one for message in printed.of(Message) for one in message.do_not_say)
    lines = (CitedLine(one.why, one.text) for one in refused)
    return cited_list(printed, lines, "refused")


def who_answers(printed: EditionContext) -> Markup:
    """Each public contact of the events and messages once."""
    units = [one.contact for one in printed.of(Event)]
    units += [one.contact for one in printed.of(Message)]
    return contact_lines(printed, (printed.formatter.contact(one) for one in units))


def forecast(printed: EditionContext) -> Markup:
    """What ends within 72 hours of the issue; what is past or further off is counted."""
    given = [one for event in printed.of(Event) for one in event.forecast]
    given += [one for opinion in printed.of(Opinion) for one in opinion.forecast]
    near = [one for one in given if _is_near(printed, one)]
    lines = forecasts(printed.formatter, near)
    shown = placed(printed, "blocks/forecast.html", forecast=lines) if lines else NOTHING
    return shown + _rest(printed, "more_forecasts", len(given) - len(near))


def _is_near(printed: EditionContext, one: Forecast) -> bool:
    last = printed.edition.issued_at + timedelta(hours=FORECAST_HOURS)
    zone = printed.edition.names.programme.zone
    return one.until is None or printed.formatter.as_of <= one.until <= last.astimezone(zone).date()


def _rest(printed: EditionContext, label: str, count: int) -> Markup:
    if count <= 0:
        return NOTHING
    said = printed.formatter.label(label).format(
        count=count, address=printed_address(printed.edition)
    )
    return placed(printed, "pdf/rest.html", said=said)


def differing(printed: EditionContext) -> Markup:
    return join_html(_differing(printed, o) for o in printed.of(Consultation) if is_differing(o))


def _differing(printed: EditionContext, talk: Consultation) -> Markup:
    """Every position in full; of the rest what a reader needs: state, minutes, referral."""
    block, formatter = consultation_block(printed.formatter, talk), printed.formatter
    state_label = formatter.label("matter_state")  # said already of what is withheld
    minutes = talk.meeting.minutes if talk.meeting else None
    rows = filled(
        formatter.row("consultation_about", "" if block.withheld else "; ".join(talk.about)),
        *(row for row in block.rows if row.label == state_label and not block.withheld),
        formatter.row("meeting_minutes", minutes or ""),
        *block.referral,
    )
    blanked = {"positions": (), "referral": (), "conclusion": None}
    head = paper_record(printed, talk, rows=rows, **blanked)
    tags = Tags("h4", "h4")
    full = placed(printed, "blocks/positions.html", lines=block.positions, tag=tags)
    return head + full + placed(printed, "pdf/conclusion.html", conclusion=block.conclusion)


def next_step(printed: EditionContext) -> Markup:
    """One line for the bulletin, one for each message."""
    formatter = printed.formatter
    issue = formatter.row("bulletin_next_issue", formatter.moment(printed.plan.next_issue))
    own = (
        [CitedLine(_row_text((issue,)), printed.edition.bulletin, close=":")] if issue.text else []
    )
    blocks = ((one.id, message_block(formatter, one).rows) for one in printed.of(Message))
    lines = (CitedLine(_row_text(rows), name, close=":") for name, rows in blocks if rows)
    return cited_list(printed, (*own, *lines), "terms-of-use")


def _row_text(rows: tuple[Row, ...]) -> str:
    return " · ".join(
        f"{row.label}: {row.text or '; '.join(cite.id for cite in row.cites)}" for row in rows
    )


def part_of_each_message(printed: EditionContext, make: Callable[[Message], Markup]) -> Markup:
    """A part of each message; its title stands over it only when there are several."""
    made = [(one, html) for one in printed.of(Message) if (html := make(one))]
    if len(made) == 1:
        return made[0][1]
    return join_html(paper_part(printed, one, html) for one, html in made)


def streams(printed: EditionContext) -> Markup:
    return paper_records(printed, printed.included(printed.of(Opinion)))


def rumours(printed: EditionContext) -> Markup:
    return paper_records(printed, printed.included(_told_of(printed, is_rumour=True)))


def facts(printed: EditionContext) -> Markup:
    return paper_records(printed, printed.included(_told_of(printed, is_rumour=False)))


def _told_of(printed: EditionContext, *, is_rumour: bool) -> Iterator[Information]:
    return (one for one in printed.of(Information) if one.is_rumour is is_rumour)


def consultations(printed: EditionContext) -> Markup:
    agreed = (one for one in printed.of(Consultation) if not is_differing(one))
    return paper_records(printed, printed.included(agreed))


def directives(printed: EditionContext) -> Markup:
    return paper_records(printed, printed.included(printed.of(Directive)))


def attachments(printed: EditionContext) -> Markup:
    """The files of the bulletin, and of the records that are told above without their heads."""
    records = (*printed.of(Event), *printed.of(Message))
    return files_named(printed, (*printed.plan.attachments, *attached(records)))


def scripts(printed: EditionContext) -> Markup:
    """What is read out over loudspeakers, whole; it repeats the messages in spoken words."""
    return part_of_each_message(printed, lambda one: paragraph(printed, one.script))
