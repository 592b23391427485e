"""The sections of a version's page; together they print every text of an edition."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

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
from generator.model.ledger.stopped_words import sentence_key
from generator.model.record.record import Record
from generator.views.blocks import has_own_block
from generator.views.blocks.components import files, sentences
from generator.views.blocks.event import event_block
from generator.views.blocks.message import message_block
from generator.views.blocks.opinion import opinion_block
from generator.views.blocks.record_header import record_html
from generator.views.context.corrections import Correction, correction_of
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import PublicContact, Row, Sentence
from generator.views.context.templates import IN_DOCUMENT, render
from generator.views.context.usability import Use

NOTHING = Markup()


class HighlightLine(NamedTuple):
    """A highlight; one that repeats the wording of a message is closed when that is."""

    sentence: Sentence
    use: Use | None


def highlights(context: EditionContext) -> Markup:
    cited = sentences(context.formatter, context.plan.highlights)
    lines = tuple(HighlightLine(one, _use_of_words(context, one.text)) for one in cited)
    return _block(context, "highlights", highlights=lines) if lines else NOTHING


def _use_of_words(context: EditionContext, text: str) -> Use | None:
    """Whether the message that says the same may be used; one that may is enough."""
    key = sentence_key(text)
    saying = (message for message in context.of(Message) if key and key in _said_keys(message))
    uses = [use for message in saying if (use := context.use_of(message.id))]
    return min(uses, key=lambda use: use.is_out, default=None)


def _said_keys(message: Message) -> set[str]:
    said = (*message.say, *message.short_text, *message.script)
    return {sentence_key(sentence.text) for sentence in said}


def corrections(context: EditionContext) -> Markup:
    """What was corrected since the last periodic bulletin; a correction also lists itself."""
    if context.since is None:
        paragraphs: tuple[str, ...] = (context.formatter.label("corrections_elsewhere"),)
    else:
        own = (correction_of(context.edition),) if context.edition.is_correction else ()
        paragraphs = tuple(
            _correction_text(context, correction) for correction in (*context.since, *own)
        )
    return _block(context, "paragraphs", paragraphs=paragraphs) if paragraphs else NOTHING


def _correction_text(context: EditionContext, correction: Correction) -> str:
    label, moment = correction.label.to(context.language), context.formatter.moment(correction.at)
    return f"{correction.name} ({label}, {moment}): {correction.note}".removesuffix(": ")


def events(context: EditionContext) -> Markup:
    return _records(context, context.of(Event), tasks=(), forecast=())


def happened(context: EditionContext) -> Markup:
    state_parts = {"known": (), "unknown": (), "doing": (), "tasks": ()}
    blanked = {**state_parts, "forecast": (), "contact": None}
    return highlights(context) + _records(context, context.of(Event), **blanked)


def state(context: EditionContext) -> Markup:
    return _join(_state(context, event) for event in context.of(Event))


def _state(context: EditionContext, event: Event) -> Markup:
    block = event_block(context.formatter, event)
    anchor = f"{event.id}-"
    facts = _block(context, "state", block=block, tag=IN_DOCUMENT, anchor=anchor)
    work = _block(context, "tasks", tasks=block.tasks) if block.tasks else NOTHING
    return _part(context, event, facts + work)


def people(context: EditionContext) -> Markup:
    """What residents should do: every message for them, in the editor's order.

    Texts for the loudspeaker and for messaging groups are printed here too, for whomever they are.
    """
    return _join(_spoken_part(context, message) for message in context.of(Message))


def _spoken_part(context: EditionContext, message: Message) -> Markup:
    short = message.in_short if message.is_for_residents else message.short_text
    if not short and not message.script:
        return NOTHING
    texts = {"short": short, "script": message.script}
    told = {name: sentences(context.formatter, cited) for name, cited in texts.items()}
    return _message_part(context, message, _block(context, "spoken", **told))


def messages(context: EditionContext) -> Markup:
    return _messages(context, answers=())


def short_messages(context: EditionContext) -> Markup:
    """Only the question and the sentences; other sections print the rest of a message."""
    blanked = {"answers": (), "do_not_say": (), "rows": (), "contact": None}
    return _messages(context, short_text=(), script=(), **blanked)


def _messages(context: EditionContext, **blanked: object) -> Markup:
    formatter = context.formatter
    return _join(
        record_html(formatter, message, use=context.use_of(message.id), **blanked)
        for message in context.of(Message)
    )


def questions(context: EditionContext) -> Markup:
    blocks = [
        (message, message_block(context.formatter, message)) for message in context.of(Message)
    ]
    return _join(
        _message_part(context, message, _block(context, "answers", answers=block.answers))
        for message, block in blocks
        if block.answers
    )


def do_not_say(context: EditionContext) -> Markup:
    return _join(
        _message_part(
            context, message, _block(context, "do_not_say", do_not_say=message.do_not_say)
        )
        for message in context.of(Message)
        if message.do_not_say
    )


def who_answers(context: EditionContext) -> Markup:
    """Each public contact of the events and messages once."""
    unit_ids = [event.contact for event in context.of(Event)]
    unit_ids += [message.contact for message in context.of(Message)]
    contacts = dict.fromkeys(context.formatter.contact(unit_id) for unit_id in unit_ids)
    return _join(_contact(context, contact) for contact in contacts if contact is not None)


def _contact(context: EditionContext, contact: PublicContact) -> Markup:
    return _block(context, "contact", contact=contact)


def next_step(context: EditionContext) -> Markup:
    formatter = context.formatter
    issue = formatter.row("bulletin_next_issue", formatter.moment(context.plan.next_issue))
    own = _rows(context, (issue,)) if issue.text else NOTHING
    parts = (
        _part(context, message, _rows(context, block.rows))
        for message in context.of(Message)
        if (block := message_block(context.formatter, message)).rows
    )
    return own + _join(parts)


def _rows(context: EditionContext, rows: tuple[Row, ...]) -> Markup:
    return _block(context, "rows", rows=rows)


def forecast(context: EditionContext) -> Markup:
    blocks = [
        *((event, event_block(context.formatter, event).forecast) for event in context.of(Event)),
        *(
            (opinion, opinion_block(context.formatter, opinion).forecast)
            for opinion in context.of(Opinion)
        ),
    ]
    return _join(
        _part(context, record, _block(context, "forecast", forecast=lines))
        for record, lines in blocks
        if lines
    )


def streams(context: EditionContext) -> Markup:
    return _records(context, context.of(Opinion), forecast=(), proposals=())


def proposals(context: EditionContext) -> Markup:
    blocks = [
        (opinion, opinion_block(context.formatter, opinion)) for opinion in context.of(Opinion)
    ]
    return _join(
        _part(context, opinion, _block(context, "proposals", proposals=block.proposals))
        for opinion, block in blocks
        if block.proposals
    )


def work(context: EditionContext) -> Markup:
    """Tasks of events, then concerns: from opinion to action."""
    blocks = [(event, event_block(context.formatter, event)) for event in context.of(Event)]
    tasks = _join(
        _part(context, event, _block(context, "tasks", tasks=block.tasks))
        for event, block in blocks
        if block.tasks
    )
    return tasks + concerns(context)


def concerns(context: EditionContext) -> Markup:
    return _records(context, context.of(Concern))


def differing(context: EditionContext) -> Markup:
    return _records(
        context,
        (consultation for consultation in context.of(Consultation) if is_differing(consultation)),
    )


def consultations(context: EditionContext) -> Markup:
    return _records(
        context,
        (
            consultation
            for consultation in context.of(Consultation)
            if not is_differing(consultation)
        ),
    )


def rumours(context: EditionContext) -> Markup:
    return _records(
        context, (information for information in context.of(Information) if information.is_rumour)
    )


def directives(context: EditionContext) -> Markup:
    return _records(context, context.included(context.of(Directive)))


def network(context: EditionContext) -> Markup:
    return _records(context, context.of(Network))


def basis(context: EditionContext) -> Markup:
    """The directives that are cited but not included by the plan."""
    reported = {directive.id for directive in context.included(context.of(Directive))}
    return _records(
        context, (directive for directive in context.of(Directive) if directive.id not in reported)
    )


def others(context: EditionContext) -> Markup:
    """Records of kinds that have no section of their own."""
    return _records(context, (record for record in context.records if not has_own_block(record)))


def annex(context: EditionContext) -> Markup:
    own = files(context.plan.attachments)
    attached = _block(context, "files", files=own) if own else NOTHING
    facts = (information for information in context.of(Information) if not information.is_rumour)
    return attached + _records(context, facts)


def _records(context: EditionContext, records: Iterable[Record], **blanked: object) -> Markup:
    return _join(
        record_html(context.formatter, record, context.fold_of(record.id), **blanked)
        for record in records
    )


def _part(context: EditionContext, record: Record, body: Markup) -> Markup:
    """A part of a record under its title, which links to the whole record in the document."""
    fold = None if isinstance(record, Message) else context.fold_of(record.id)
    body = _block(context, "closable", use=fold, body=body) if fold else body
    heading = {"title": record.title, "id": record.id, "href": f"#{record.id}"}
    return _block(context, "part", body=body, **heading)


def _message_part(context: EditionContext, message: Message, body: Markup) -> Markup:
    """A part of a message; on the site a script can close it when the message is out of use."""
    use = context.use_of(message.id)
    closable = _block(context, "closable", use=use, body=body) if use else body
    return _part(context, message, closable)


def _block(context: EditionContext, name: str, **values: object) -> Markup:
    return render(f"blocks/{name}.html", context.language, **values)


def _join(parts: Iterable[Markup] | Iterator[Markup]) -> Markup:
    return NOTHING.join(parts)
