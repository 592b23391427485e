"""The questions and answers of an event on paper: what its messages answer, and what is open."""

from typing import NamedTuple

from markupsafe import Markup

from generator.model.kinds.opinion import StreamKind
from generator.model.record.record import Circulation
from generator.views.blocks.message import Refusal, Reply, message_block
from generator.views.context.edition_context import digest12
from generator.views.context.formatter import PublicContact, contact_text
from generator.views.context.pdf_job import PdfJob, Setting, Sheet, set_job
from generator.views.context.qr import qr_svg
from generator.views.message.card import validity
from generator.views.message.event_questions import Questions
from generator.views.message.handout import Handout, Stop

DOCUMENT = "questions"
MOST_ASKED = 12
_ASKS = (StreamKind.QUESTION, StreamKind.INFORMATION_GAP)


class Answered(NamedTuple):
    """What one message answers, for as long as it holds."""

    exercise: str
    title: str
    origin: str
    validity: str
    question: str
    say: tuple[str, ...]
    replies: tuple[Reply, ...]
    do_not_say: tuple[Refusal, ...]
    who: str


class Ended(NamedTuple):
    """A message of the event that must not be used: that only, and nothing of what it said."""

    title: str
    stop: Stop


class QuestionsSheet(NamedTuple):
    """`unknown` is what nobody can answer yet; `asked` is what people ask in aggregate."""

    exercise: str
    label: str
    title: str
    origin: str
    until: str
    notice: str
    answered: tuple[Answered, ...]
    unknown: tuple[str, ...]
    asked: tuple[str, ...]
    more: str
    next_update: str
    contact: PublicContact | None
    ended: tuple[Ended, ...]
    code: Markup
    scan: str
    address: str


def questions_job(questions: Questions) -> PdfJob:
    """The sheet in its programme's layout."""
    layout, shown = questions.formatter.names.programme.layout, questions_sheet(questions)
    setting = Setting(layout, DOCUMENT, questions.context.language, questions.edition.issued_at)
    titles = (shown.exercise, shown.label, shown.title)
    return set_job(setting, titles, _ends(questions, shown), asked=shown)


def questions_sheet(questions: Questions) -> QuestionsSheet:
    used = tuple(one for one in questions.handouts if one.is_used)
    record, formatter, edition = questions.record, questions.formatter, questions.edition
    coded = questions.address or f"{record.id} {edition.name} {digest12(edition.digest)}"
    place = "card_scan" if questions.address else "card_look"
    next_update = formatter.moment(record.next_update)
    asked = _asked(questions)
    return QuestionsSheet(
        exercise=questions.exercise,
        label=questions.said("qa_label"),
        title=record.title,
        origin=_origin(questions),
        until=_until(questions, used),
        notice=_notice(questions, used),
        answered=tuple(map(_answered, used)),
        unknown=record.unknown if questions.stands else (),
        asked=asked[:MOST_ASKED],
        more=_more(questions, len(asked)),
        next_update=questions.said("card_next", moment=next_update) if next_update else "",
        contact=formatter.contact(record.contact),
        ended=tuple(Ended(o.record.title, o.stop) for o in questions.handouts if o.stop),
        code=qr_svg(coded, f"QR: {coded}"),
        scan=questions.said(place, id=record.id),
        address=questions.address,
    )


def _answered(handout: Handout) -> Answered:
    block = message_block(handout.formatter, handout.record)
    return Answered(
        exercise=handout.exercise,
        title=handout.record.title,
        origin=handout.origin,
        validity=validity(handout),
        question=block.question,
        say=tuple(one.text for one in block.say),
        replies=block.answers,
        do_not_say=block.do_not_say,
        who=contact_text(handout.formatter, handout.record.contact or ""),
    )


def _asked(questions: Questions) -> tuple[str, ...]:
    """What people ask or do not know, each once, the newest report first."""
    asked = (
        stream.summary
        for opinion in questions.opinions
        for stream in opinion.streams
        if stream.kind in _ASKS
    )
    return tuple(dict.fromkeys(asked))


def _notice(questions: Questions, used: tuple[Handout, ...]) -> str:
    """That the event itself no longer stands, or that none of its messages does."""
    if not questions.stands:
        standing = questions.context.standing(questions.record.id)
        return questions.said("qa_ended_event", standing=questions.formatter.choice(standing))
    return "" if used else questions.said("qa_nothing")


def _more(questions: Questions, count: int) -> str:
    left = count - MOST_ASKED
    return questions.said("qa_more", count=left) if left > 0 else ""


def _origin(questions: Questions) -> str:
    edition = questions.edition
    printed = {"bulletin": edition.bulletin, "version": edition.version}
    return f"{questions.record.id} · {questions.said('qa_edition', **printed)}"


def _until(questions: Questions, used: tuple[Handout, ...]) -> str:
    """Until when all of it may be used: until the first of its messages ends."""
    ends = [one.record.valid.until for one in used if one.record.valid]
    if not used:
        return questions.said("qa_none")
    moment = questions.formatter.moment(min(ends)) if ends else ""
    return questions.said("card_until", until=moment) if ends else questions.said("card_open")


def _ends(questions: Questions, shown: QuestionsSheet) -> Sheet:
    """What every page carries at its ends."""
    edition = questions.edition
    plan = str(edition.plan.get("circulation", ""))
    levels = {
        plan,
        questions.record.circulation,
        *(o.record.circulation for o in questions.handouts),
    }
    level = Circulation.INTERNAL if Circulation.INTERNAL in levels else Circulation.PUBLIC
    return Sheet(
        look="exercise" if shown.exercise else "plain",
        banner=shown.exercise,
        issue=f"{questions.record.id} · {edition.name}",
        reach=questions.formatter.said(level),
        validity=shown.until,
        code=questions.said("check_code", digest=digest12(edition.digest)),
        page=questions.said("sheet_page"),
    )
