"""The sections of a version's page: what each prints, so that no text of an edition is lost."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.model.corpus.matter import is_differing
from generator.model.kinds.concern import Concern
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.directive import Directive
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.kinds.network import Network
from generator.model.kinds.opinion import Opinion
from generator.model.record.record import Record
from generator.views.blocks import has_own_block
from generator.views.blocks.components import files, sentences
from generator.views.blocks.event import event_block
from generator.views.blocks.message import message_block
from generator.views.blocks.opinion import opinion_block
from generator.views.blocks.record_header import record_html
from generator.views.context.corrections import Correction, correction_of
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import PublicContact, Row
from generator.views.context.templates import IN_DOCUMENT, render

NOTHING = Markup()


def highlights(printed: EditionContext) -> Markup:
    told = sentences(printed.formatter, printed.plan.highlights)
    return _block(printed, "highlights", highlights=told) if told else NOTHING


def corrections(printed: EditionContext) -> Markup:
    """What was corrected since the periodic bulletin before, this bulletin's own included."""
    if printed.since is None:
        said: tuple[str, ...] = (printed.formatter.label("corrections_elsewhere"),)
    else:
        own = (correction_of(printed.edition),) if printed.edition.is_correction else ()
        said = tuple(_corrected(printed, one) for one in (*printed.since, *own))
    return _block(printed, "paragraphs", paragraphs=said) if said else NOTHING


def _corrected(printed: EditionContext, one: Correction) -> str:
    label, moment = one.label.to(printed.language), printed.formatter.moment(one.at)
    return f"{one.name} ({label}, {moment}): {one.note}".removesuffix(": ")


def events(printed: EditionContext) -> Markup:
    return _records(printed, printed.of(Event), tasks=(), forecast=())


def happened(printed: EditionContext) -> Markup:
    state_parts = {"known": (), "unknown": (), "doing": (), "tasks": ()}
    blanked = {**state_parts, "forecast": (), "contact": None}
    return highlights(printed) + _records(printed, printed.of(Event), **blanked)


def state(printed: EditionContext) -> Markup:
    return _joined(_state(printed, event) for event in printed.of(Event))


def _state(printed: EditionContext, event: Event) -> Markup:
    block = event_block(printed.formatter, event)
    anchor = f"{event.id}-"
    told = _block(printed, "state", block=block, tag=IN_DOCUMENT, anchor=anchor)
    work = _block(printed, "tasks", tasks=block.tasks) if block.tasks else NOTHING
    return _part(printed, event, told + work)


def people(printed: EditionContext) -> Markup:
    return _joined(
        _said(printed, message, _block(printed, "spoken", message=message))
        for message in printed.of(Message)
        if message.short_text or message.script
    )


def messages(printed: EditionContext) -> Markup:
    return _messages(printed, answers=())


def short_messages(printed: EditionContext) -> Markup:
    """Only question and sentences; the rest of a message has its own sections."""
    blanked = {"answers": (), "do_not_say": (), "rows": (), "contact": None}
    return _messages(printed, short_text="", script="", **blanked)


def _messages(printed: EditionContext, **blanked: object) -> Markup:
    formatter = printed.formatter
    return _joined(
        record_html(formatter, one, use=printed.use_of(one.id), **blanked)
        for one in printed.of(Message)
    )


def questions(printed: EditionContext) -> Markup:
    blocks = [(one, message_block(printed.formatter, one)) for one in printed.of(Message)]
    return _joined(
        _said(printed, message, _block(printed, "answers", answers=block.answers))
        for message, block in blocks
        if block.answers
    )


def do_not_say(printed: EditionContext) -> Markup:
    return _joined(
        _said(printed, one, _block(printed, "do_not_say", do_not_say=one.do_not_say))
        for one in printed.of(Message)
        if one.do_not_say
    )


def who_answers(printed: EditionContext) -> Markup:
    """Each public contact of the events and messages once."""
    units = [one.contact for one in printed.of(Event)]
    units += [one.contact for one in printed.of(Message)]
    contacts = dict.fromkeys(printed.formatter.contact(one) for one in units)
    return _joined(_contact(printed, one) for one in contacts if one is not None)


def _contact(printed: EditionContext, contact: PublicContact) -> Markup:
    return _block(printed, "contact", contact=contact)


def next_step(printed: EditionContext) -> Markup:
    formatter = printed.formatter
    issue = formatter.row("bulletin_next_issue", formatter.moment(printed.plan.next_issue))
    own = _rows(printed, (issue,)) if issue.text else NOTHING
    parts = (
        _part(printed, one, _rows(printed, block.rows))
        for one in printed.of(Message)
        if (block := message_block(printed.formatter, one)).rows
    )
    return own + _joined(parts)


def _rows(printed: EditionContext, rows: tuple[Row, ...]) -> Markup:
    return _block(printed, "rows", rows=rows)


def forecast(printed: EditionContext) -> Markup:
    blocks = [
        *((one, event_block(printed.formatter, one).forecast) for one in printed.of(Event)),
        *((one, opinion_block(printed.formatter, one).forecast) for one in printed.of(Opinion)),
    ]
    return _joined(
        _part(printed, record, _block(printed, "forecast", forecast=told))
        for record, told in blocks
        if told
    )


def streams(printed: EditionContext) -> Markup:
    return _records(printed, printed.of(Opinion), forecast=(), proposals=())


def proposals(printed: EditionContext) -> Markup:
    blocks = [(one, opinion_block(printed.formatter, one)) for one in printed.of(Opinion)]
    return _joined(
        _part(printed, opinion, _block(printed, "proposals", proposals=block.proposals))
        for opinion, block in blocks
        if block.proposals
    )


def work(printed: EditionContext) -> Markup:
    """Tasks of events, then concerns: from opinion to action."""
    blocks = [(one, event_block(printed.formatter, one)) for one in printed.of(Event)]
    tasks = _joined(
        _part(printed, event, _block(printed, "tasks", tasks=block.tasks))
        for event, block in blocks
        if block.tasks
    )
    return tasks + concerns(printed)


def concerns(printed: EditionContext) -> Markup:
    return _records(printed, printed.of(Concern))


def differing(printed: EditionContext) -> Markup:
    return _records(printed, (one for one in printed.of(Consultation) if is_differing(one)))


def consultations(printed: EditionContext) -> Markup:
    return _records(printed, (one for one in printed.of(Consultation) if not is_differing(one)))


def rumours(printed: EditionContext) -> Markup:
    return _records(printed, (one for one in printed.of(Information) if one.is_rumour))


def directives(printed: EditionContext) -> Markup:
    return _records(printed, printed.included(printed.of(Directive)))


def network(printed: EditionContext) -> Markup:
    return _records(printed, printed.of(Network))


def basis(printed: EditionContext) -> Markup:
    """The documents that are cited but not reported on."""
    reported = {one.id for one in printed.included(printed.of(Directive))}
    return _records(printed, (one for one in printed.of(Directive) if one.id not in reported))


def others(printed: EditionContext) -> Markup:
    """Records of kinds that no other section speaks of."""
    return _records(printed, (one for one in printed.records if not has_own_block(one)))


def annex(printed: EditionContext) -> Markup:
    own = files(printed.plan.attachments)
    attached = _block(printed, "files", files=own) if own else NOTHING
    facts = (one for one in printed.of(Information) if not one.is_rumour)
    return attached + _records(printed, facts)


def _records(printed: EditionContext, records: Iterable[Record], **blanked: object) -> Markup:
    return _joined(record_html(printed.formatter, record, **blanked) for record in records)


def _part(printed: EditionContext, record: Record, body: Markup) -> Markup:
    """A part of a record that stands elsewhere as a whole, under the record's title."""
    named = {"title": record.title, "id": record.id, "href": f"#{record.id}"}
    return _block(printed, "part", body=body, **named)


def _said(printed: EditionContext, message: Message, body: Markup) -> Markup:
    """A part of a message; it can be closed where it may go out of use."""
    use = printed.use_of(message.id)
    closable = _block(printed, "closable", use=use, body=body) if use else body
    return _part(printed, message, closable)


def _block(printed: EditionContext, name: str, **values: object) -> Markup:
    return render(f"blocks/{name}.html", printed.language, **values)


def _joined(parts: Iterable[Markup] | Iterator[Markup]) -> Markup:
    return NOTHING.join(parts)
