"""The chapters of an official paper and its annexes, in order."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.views.bulletin import annex
from generator.views.bulletin.official import agreement, situation, work
from generator.views.bulletin.official.lines import Chapter, Line, Part
from generator.views.context.edition_context import EditionContext
from generator.views.context.templates import render

Compose = Callable[[EditionContext], Iterator[Part]]


class ChapterPlan(NamedTuple):
    """A chapter: its id, the label of its title, and what composes it."""

    id: str
    label: str
    compose: Compose


CHAPTERS = (
    ChapterPlan("highlights", "highlights", situation.highlights),
    ChapterPlan("corrections", "corrections_since", situation.corrections),
    ChapterPlan("events", "events", situation.events),
    ChapterPlan("streams", "streams", situation.streams),
    ChapterPlan("rumours", "rumours", situation.rumours),
    ChapterPlan("forecast", "forecast", situation.forecast),
    ChapterPlan("messages", "messages", agreement.messages),
    ChapterPlan("questions", "questions", agreement.questions),
    ChapterPlan("differing", "differing", agreement.differing),
    ChapterPlan("consultations", "consultations", agreement.consultations),
    ChapterPlan("proposals", "proposals", agreement.proposals),
    ChapterPlan("work", "work", work.work),
    ChapterPlan("directives", "directives", work.directives),
    ChapterPlan("network", "network", work.network),
    ChapterPlan("others", "others", work.others),
)


def _finished(template: str, holds: Callable[[EditionContext], object]) -> Compose:
    """A table or pictures, as every paper of a bulletin prints them."""

    def composed(context: EditionContext) -> Iterator[Part]:
        held = holds(context)
        assert isinstance(held, dict)  # noqa: S101  what sections hold
        if any(held.values()):
            html = render(f"sections/paper/{template}.html", context.language, **held)
            yield Part("", (Line(html=html),))

    return composed


ANNEXES = (
    ChapterPlan("log", "log", _finished("log", annex.log)),
    ChapterPlan("details", "log_details", situation.facts),
    ChapterPlan("texts", "directive_texts", work.texts),
    ChapterPlan("files", "paper_files", work.files),
    ChapterPlan("pictures", "pictures", _finished("pictures", annex.attached_pictures)),
)


def composed(context: EditionContext, plans: tuple[ChapterPlan, ...]) -> Iterator[Chapter]:
    """The chapters that hold something."""
    for plan in plans:
        title = context.formatter.label(plan.label)
        chapter = Chapter(plan.id, title, tuple(plan.compose(context)))
        if chapter.is_filled:
            yield chapter
