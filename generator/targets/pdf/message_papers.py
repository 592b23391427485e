"""The papers of a message: one-page cards, the script, and texts to be sent; those of events."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.base.digest import digest
from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.resources import code_digest, theme_digest
from generator.targets.build.output import FileContent, Output
from generator.targets.build.plan import Plan
from generator.targets.pdf import engine
from generator.targets.pdf.pdf_cache import as_held, from_cache, rendered, shown_in
from generator.views.context.addresses import address_of
from generator.views.context.pdf_job import PdfJob
from generator.views.context.site_context import SiteContext
from generator.views.message import card
from generator.views.message.announcement import announcement
from generator.views.message.card import CARDS, STEPS, card_jobs, fullest_and_shortest
from generator.views.message.downloads import CARD, POCKET_CARD, SCRIPT, TEXT
from generator.views.message.event_questions import (
    END,
    Questions,
    has_questions,
    made_of,
    questions_of,
)
from generator.views.message.handout import Handout, handout_of
from generator.views.message.questions_sheet import questions_job
from generator.views.message.script_sheet import script_job


def of_messages(plan: Plan) -> Iterator[Output]:
    """The texts and papers of every message; their keys include the key of its page."""
    context = plan.context
    keys = {page.address: page.key for page in plan.pages}
    for record_id in context.ledger.of(Message):
        start = f"{address_of(record_id)}{record_id}"
        key = digest([keys[address_of(record_id)], code_digest(), theme_digest()])
        yield Output(f"{start}{TEXT}", key, partial(_text_content, context, record_id))
        if plan.with_pdf:
            key = digest([key, engine.engine(), plan.base_url])
            handout = handout_of(context, record_id, plan.base_url)
            for end, make, jobs in _papers(plan, handout):
                yield _sheet(plan, Output(f"{start}{end}", key, make, partial(shown_in, jobs)))


def of_events(plan: Plan) -> Iterator[Output]:
    """The questions and answers of every event that has a message on paper."""
    context = plan.context
    keys = {page.address: page.key for page in plan.pages}
    for event_id in context.ledger.of(Event) if plan.with_pdf else ():
        if has_questions(context, event_id):
            address = address_of(event_id)
            questions = questions_of(context, event_id, plan.base_url)
            parts = [keys[address], *made_of(questions), code_digest(), theme_digest()]
            key = digest([*parts, engine.engine(), plan.base_url])
            make = partial(_questions_content, plan, questions)
            prints = partial(shown_in, partial(_questions_jobs, questions))
            yield _sheet(plan, Output(f"{address}{event_id}{END}", key, make, prints))


def _sheet(plan: Plan, output: Output) -> Output:
    """The output, made by taking over what an earlier release has under the same key."""
    held = plan.papers.get(output.path)
    if held is None or held.told != output.key:
        return output
    return output._replace(make=partial(as_held, held, output.make))


class _Paper(NamedTuple):
    """A paper of a message: the end of its file's name, how it is made, and what is on it."""

    end: str
    make: Callable[[], FileContent]
    jobs: Callable[[], Iterable[PdfJob]]


def _papers(plan: Plan, handout: Handout) -> Iterator[_Paper]:
    """The sheets of a message; under the address of each the one that stops it, if that is so."""
    if handout.stop and handout.is_on_paper:
        for end in (CARD, POCKET_CARD, SCRIPT):
            yield _card(plan, handout, end, CARDS[0])
    elif handout.is_on_paper:
        yield _card(plan, handout, CARD, CARDS[0])
        yield _card(plan, handout, POCKET_CARD, CARDS[1])
        yield _Paper(SCRIPT, partial(_script_content, plan, handout), lambda: [script_job(handout)])


def _card(plan: Plan, handout: Handout, end: str, document: str) -> _Paper:
    make = partial(_card_content, plan, handout, document)
    return _Paper(end, make, partial(fullest_and_shortest, handout, document))


def _text_content(context: SiteContext, record_id: str) -> FileContent:
    return FileContent(announcement(handout_of(context, record_id)).text.encode())


def _card_content(plan: Plan, handout: Handout, document: str) -> FileContent:
    """A card; rendered only when its content, its layout or the shortening code changed."""
    name = f"{engine.pdf_key(next(card_jobs(handout, document)))}-{_shortening_digest()[:12]}"
    return from_cache(
        plan, name, lambda: engine.render_on_one_page(card_jobs(handout, document), len(STEPS))
    )


def _script_content(plan: Plan, handout: Handout) -> FileContent:
    return rendered(plan, script_job(handout))


def _questions_content(plan: Plan, questions: Questions) -> FileContent:
    return rendered(plan, questions_job(questions))


def _questions_jobs(questions: Questions) -> tuple[PdfJob, ...]:
    return (questions_job(questions),)


@cache
def _shortening_digest() -> str:
    """The digest of the code that decides what a card may leave out."""
    return sha256(Path(card.__file__).read_bytes()).hexdigest()
