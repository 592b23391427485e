"""The questions and answers of an event on paper, with the questions that are still open."""

from typing import NamedTuple

from generator.model.kinds.opinion import StreamKind
from generator.views.blocks.message import Refusal, Reply, message_block
from generator.views.context.formatter import PublicContact, contact_text
from generator.views.context.pdf_job import ANY_NUMBER, PdfJob, set_job
from generator.views.context.qr import WayToCheck, way_to_check
from generator.views.message.event_questions import Questions
from generator.views.message.handout import Handout, Stop

DOCUMENT = "questions"
STEPS = ("open", "close", "closer")  # how it is set, by classes in questions.css
MOST_ASKED = 12
_ASKS = (StreamKind.QUESTION, StreamKind.INFORMATION_GAP)


class AnsweredMessage(NamedTuple):
    """A message that may be used, with its question and answers."""

    exercise: str
    title: str
    origin: str
    validity: str
    question: str
    say: tuple[str, ...]
    replies: tuple[Reply, ...]
    do_not_say: tuple[Refusal, ...]
    who: str


class EndedMessage(NamedTuple):
    """A message of the event that must not be used: only its title and why, none of its text."""

    title: str
    stop: Stop


class QuestionsSheet(NamedTuple):
    """`unknown` has no answer yet; `asked` is what people ask, summed up in reports on opinion."""

    exercise: str
    label: str
    title: str
    origin: str
    until: str
    notice: str
    answered: tuple[AnsweredMessage, ...]
    unknown: tuple[str, ...]
    asked: tuple[str, ...]
    more: str
    next_update: str
    contact: PublicContact | None
    ended: tuple[EndedMessage, ...]
    check: WayToCheck


def questions_job(questions: Questions) -> PdfJob:
    """The PDF of the sheet, in the layout of its programme."""
    sheet = questions_sheet(questions)
    levels = [questions.record.circulation]
    levels += [handout.record.circulation for handout in questions.handouts]
    issue = f"{questions.record.id} · {questions.edition.name}"
    ends = questions.sheet(issue, questions.reach_with(levels), sheet.until)
    titles = (sheet.exercise, sheet.label, sheet.title)
    first, *others = (
        set_job(
            questions.setting(DOCUMENT),
            titles,
            ends._replace(look=f"{ends.look} {step}"),
            asked=sheet,
        )
        for step in STEPS
    )
    return first._replace(denser=tuple(job.html for job in others), pages=ANY_NUMBER)


def questions_sheet(questions: Questions) -> QuestionsSheet:
    usable = tuple(handout for handout in questions.handouts if handout.is_used)
    record, formatter, edition = questions.record, questions.formatter, questions.edition
    summaries = _summaries(questions)
    return QuestionsSheet(
        exercise=questions.exercise,
        label=questions.said("qa_label"),
        title=record.title,
        origin=_origin(questions),
        until=_until(questions, usable),
        notice=_notice(questions, usable),
        answered=tuple(map(_answered_message, usable)),
        unknown=record.unknown if questions.stands else (),
        asked=summaries[:MOST_ASKED],
        more=_more(questions, len(summaries)),
        next_update=questions.next_update,
        contact=questions.contact,
        ended=tuple(
            EndedMessage(handout.record.title, handout.stop)
            for handout in questions.handouts
            if handout.stop
        ),
        check=way_to_check(formatter, questions.address, record.contact or edition.plan["unit"]),
    )


def _answered_message(handout: Handout) -> AnsweredMessage:
    block = message_block(handout.formatter, handout.record)
    answered = zip(handout.record.answers, block.answers, strict=True)
    can_tell = handout.context.can_tell
    edition = handout.edition
    replies = tuple(
        shown for said, shown in answered if can_tell(said.answer, said.because, edition)
    )
    return AnsweredMessage(
        exercise=handout.exercise,
        title=handout.record.title,
        origin=handout.origin,
        validity=handout.validity,
        question=block.question,
        say=handout.told,
        replies=replies,
        do_not_say=block.do_not_say,
        who=contact_text(handout.formatter, handout.record.contact or ""),
    )


def _summaries(questions: Questions) -> tuple[str, ...]:
    """The questions and gaps in the reports on opinion, each once, the newest report first."""
    summaries = (
        stream.summary
        for opinion in questions.opinions
        for stream in opinion.streams
        if stream.kind in _ASKS
    )
    return tuple(dict.fromkeys(summaries))


def _notice(questions: Questions, usable: tuple[Handout, ...]) -> str:
    """Says that the event no longer stands or that none of its messages may be used; or empty."""
    if not questions.stands:
        standing = questions.context.standing(questions.record.id)
        return questions.said("qa_ended_event", standing=questions.formatter.choice(standing))
    return "" if usable else questions.said("qa_nothing")


def _more(questions: Questions, count: int) -> str:
    left = count - MOST_ASKED
    return questions.said("qa_more", count=left) if left > 0 else ""


def _origin(questions: Questions) -> str:
    return f"{questions.record.id} · {questions.said('qa_edition', **questions.printed_in)}"


def _until(questions: Questions, usable: tuple[Handout, ...]) -> str:
    """Until when the sheet may be used: until the first of its messages ends."""
    ends = [handout.record.holds.until for handout in usable if handout.record.holds]
    if not usable:
        return questions.said("qa_none")
    moment = questions.formatter.moment(min(ends)) if ends else ""
    return questions.said("card_until", until=moment) if ends else questions.said("card_open")
