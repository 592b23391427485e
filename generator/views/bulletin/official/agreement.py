"""What was agreed, asked and differed on, in sentences."""

from collections.abc import Iterator

from generator.model.kinds.consultation import Consultation, Meeting
from generator.model.kinds.message import Message
from generator.model.kinds.opinion import Opinion
from generator.views.blocks.consultation import ConsultationBlock, consultation_block, state_text
from generator.views.blocks.message import message_block, validity_text
from generator.views.bulletin.official.citations import source_of
from generator.views.bulletin.official.lines import DASH, Line, Part, Words, bare, filled_parts
from generator.views.bulletin.selection import agreed as every_agreed
from generator.views.bulletin.selection import differing as every_differing
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import Sentence

Lines = Iterator[Line]


def messages(context: EditionContext) -> Iterator[Part]:
    words = Words(context.formatter)
    for message in context.of(Message):
        lines = (*_use(words, message), *words.contact(message.contact))
        parts = filled_parts(_message(words, message))
        yield Part(message.title, lines, message.id, source_of(words, message), parts)


def _use(words: Words, message: Message) -> Lines:
    """The question, for whom and until when the sentences are used, and on what they rest."""
    formatter = words.formatter
    yield from words.line(words.clause("official_question", question=message.question or ""))
    yield from words.line(
        words.clause(
            "official_audience", audience=", ".join(map(formatter.choice, message.audience))
        ),
        words.clause("official_valid", period=validity_text(formatter, message)),
        words.clause("official_replaces", id=message.supersedes or ""),
        cites=formatter.cites(message.basis),
    )
    yield from words.next_update(message.next_update)


def _message(words: Words, message: Message) -> Iterator[Part]:
    block = message_block(words.formatter, message)
    yield words.titled("official_say", words.every(block.say))
    refused = (
        words.line(
            words.clause("official_refused", text=bare(one.text), why=bare(one.why)), mark=DASH
        )
        for one in block.do_not_say
    )
    yield words.titled("do_not_say", (line for lines in refused for line in lines))
    yield words.titled("message_short_text", words.every(block.short_text))
    yield words.titled("message_script", words.every(block.script))


def questions(context: EditionContext) -> Iterator[Part]:
    words = Words(context.formatter)
    for message in context.of(Message):
        block, lines = message_block(context.formatter, message), []
        for one in block.answers:
            asked = words.clause("official_asked", question=one.question)
            lines.append(Line(asked, mark=DASH, leads=True))
            reply = Sentence(one.answer, one.cites, one.is_stopped)
            lines.append(words.said(reply, mark="", lead=words.formatter.label("official_answer")))
        yield Part(message.title, tuple(lines))


# ── consultations ────────────────────────────────────────────────────────────────────────────


def differing(context: EditionContext) -> Iterator[Part]:
    """Every opinion in full; “Không có” where the parties differ in nothing."""
    every = tuple(_matters(context, every_differing(context)))
    yield from every or (Part("", (Line(context.formatter.label("none")),)),)


def consultations(context: EditionContext) -> Iterator[Part]:
    yield from _matters(context, every_agreed(context))


def _matters(context: EditionContext, every: Iterator[Consultation]) -> Iterator[Part]:
    words = Words(context.formatter)
    for matter in every:
        block = consultation_block(context.formatter, matter)
        lines = (*_matter(words, matter, block), *_opinions(words, block), *_end(words, matter))
        yield Part(matter.title, lines, matter.id, source_of(words, matter))


def _matter(words: Words, matter: Consultation, block: ConsultationBlock) -> Lines:
    formatter = words.formatter
    important = "official_raised_important" if matter.important else "official_raised"
    raised = words.clause(important, unit=formatter.unit(matter.unit))
    yield from words.line(raised, cites=formatter.cites(matter.about))
    if matter.meeting:
        yield from words.line(*_meeting(words, matter.meeting))
    outcome = words.clause("official_outcome_of", outcome=formatter.choice(matter.outcome))
    yield from words.line(outcome, state_text(formatter, matter))
    for withheld in block.withheld:
        yield from words.line(withheld)
    yield from words.line(words.clause("official_agreed", agreement=block.agreement))


def _meeting(words: Words, meeting: Meeting) -> Iterator[str]:
    formatter = words.formatter
    attended = ", ".join(
        f"{formatter.office(one.unit, one.office)} {formatter.unit(one.unit)}"
        for one in meeting.attended
    )
    yield words.clause(
        "official_met", day=formatter.day(meeting.on), unit=formatter.unit(meeting.chaired_by)
    )
    yield words.clause("official_attended", who=attended)
    yield words.clause("official_minutes", minutes=meeting.minutes or "")


def _opinions(words: Words, block: ConsultationBlock) -> Lines:
    """The opinions of all parties, in the programme's order, each as it was written."""
    for position in (one for beside in block.positions for one in beside):
        opinion = words.clause("official_opinion", unit=position.unit, opinion=position.opinion)
        yield Line(opinion, mark=DASH)
        yield from words.line(words.clause("official_reasons", reasons=position.reasons))


def _end(words: Words, matter: Consultation) -> Lines:
    formatter, referral, conclusion = words.formatter, matter.referral, matter.conclusion
    if referral:
        yield from words.line(
            words.clause(
                "official_referred",
                unit=formatter.unit(referral.to),
                day=formatter.day(referral.on),
            ),
            referral.reference or "",
        )
    if conclusion:
        yield from words.line(
            words.clause(
                "official_concluded",
                unit=formatter.unit(conclusion.by),
                day=formatter.day(conclusion.on),
                decision=formatter.choice(conclusion.decision),
            ),
            conclusion.reference or "",
        )
        yield from words.line(words.clause("official_conclusion", text=conclusion.text))


def proposals(context: EditionContext) -> Iterator[Part]:
    words = Words(context.formatter)
    lines = (
        line
        for opinion in context.of(Opinion)
        for one in opinion.proposals
        for line in words.line(
            words.clause(
                "official_proposed", unit=context.formatter.unit(one.to), text=bare(one.text)
            )
            or one.text,
            words.clause("official_due", day=context.formatter.day(one.due)),
            mark=DASH,
        )
    )
    yield Part("", tuple(lines))
