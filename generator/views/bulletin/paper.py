"""A version for print: in the order of spec 5, denser than its page, with the annex last."""

import re
from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.model.kinds.information import Information
from generator.views.bulletin import (
    page_sections,
    periodic_sections,
    periodic_tables,
    quick_sections,
)
from generator.views.bulletin.document import (
    Band,
    Document,
    DocumentSection,
    Order,
    compose,
    sections_of,
)
from generator.views.context.edition_context import (
    NOTHING_LATER,
    EditionContext,
    Later,
    elsewhere,
    file_of,
)

MOST_CHANGES = 8
LONGEST_NOTE = 700  # letters: with eight changes it still stands on page 1

PERIODIC: Order = (
    ("highlights", "highlights", periodic_sections.highlights),
    ("corrections", "corrections_since", page_sections.corrections),
    ("events", "events", periodic_sections.events),
    ("streams", "streams", periodic_sections.streams),
    ("rumours", "rumours", periodic_sections.rumours),
    ("forecast", "forecast", periodic_tables.forecast),
    ("messages", "messages", periodic_sections.messages),
    ("questions", "questions", periodic_sections.questions),
    ("differing", "differing", periodic_sections.differing),
    ("consultations", "consultations", periodic_sections.consultations),
    ("proposals", "proposals", periodic_tables.proposals),
    ("work", "work", periodic_tables.work),
    ("directives", "directives", periodic_tables.directives),
    ("network", "network", periodic_tables.network),
    ("others", "others", periodic_sections.others),
    ("basis", "basis", periodic_tables.basis),
)
PERIODIC_ANNEX: Order = (
    ("log", "log", periodic_sections.log),
    ("details", "log_details", periodic_sections.details),
    ("texts", "directive_texts", periodic_tables.directive_texts),
    ("files", "paper_files", periodic_sections.attachments),
    ("pictures", "pictures", periodic_sections.attached_pictures),
)
QUICK: Order = (
    ("happened", "happened", quick_sections.happened),
    ("state", "state", quick_sections.state),
    ("people", "people", quick_sections.people),
    ("messages", "messages", quick_sections.messages),
    ("questions", "questions", quick_sections.questions),
    ("do-not-say", "do_not_say", quick_sections.do_not_say),
    ("contact", "answers_here", quick_sections.who_answers),
    ("forecast", "forecast_72", quick_sections.forecast),
    ("differing", "differing", quick_sections.differing),
    ("next", "next_step", quick_sections.next_step),
)
Rows = tuple[tuple[tuple[str, ...], ...], ...]

# Which sections are printed beside one another: rows, their columns, section ids.
QUICK_ROWS: Rows = (
    (("happened",),),
    (("state",),),
    (("people", "messages", "questions"), ("do-not-say", "contact", "forecast")),
    (("differing",),),
    (("next",),),
)
PERIODIC_ROWS: Rows = tuple(((name,),) for name, _, _ in PERIODIC)
# Sections for included records that QUICK does not print.
QUICK_ANNEX: Order = (
    ("rumours", "rumours", quick_sections.rumours),
    ("facts", "facts_reported", quick_sections.facts),
    ("streams", "streams", quick_sections.streams),
    ("consultations", "consultations", quick_sections.consultations),
    ("concerns", "concerns", page_sections.concerns),
    ("directives", "directives", quick_sections.directives),
    ("network", "network", page_sections.network),
    ("others", "others", periodic_sections.others),
    ("scripts", "scripts", quick_sections.scripts),
    ("files", "paper_files", quick_sections.attachments),
    ("pictures", "pictures", periodic_sections.attached_pictures),
)
_QUICK = (QUICK, QUICK_ROWS, QUICK_ANNEX)
_PERIODIC = (PERIODIC, PERIODIC_ROWS, PERIODIC_ANNEX)


def paper(
    edition: Edition,
    language: Language,
    previous: Edition | None,
    later: Later = NOTHING_LATER,
) -> Document:
    """A version in words, for paper; `previous` is the version of this bulletin before it."""
    context = EditionContext(
        edition,
        language,
        later.corrections,
        stops=later.stops,
        is_stopped_text=later.is_stopped_text,
    )
    main, rows, annex = _QUICK if edition.is_quick else _PERIODIC
    document = compose(context, previous, sections_of(context, main))
    sections, back = _without_dead_links(document.sections, sections_of(context, annex))
    return replace(
        document,
        sections=sections,
        bands=tuple(_bands(sections, rows)),
        annex=back,
        changes=_first_page_changes(context, document.changes),
        change_note=_first_page_note(context, document.change_note),
        elsewhere=_evidence_note(context) if edition.is_quick else "",
    )


def _without_dead_links(
    *parts: tuple[DocumentSection, ...],
) -> Iterator[tuple[DocumentSection, ...]]:
    """The sections; links to anchors that are not in the document lose their `href`."""
    anchors = {name for part in parts for section in part for name in _ANCHOR.findall(section.html)}

    def live_link(link: re.Match[str]) -> str:
        return link[0] if link[1] in anchors else ""

    for part in parts:
        yield tuple(
            section._replace(html=Markup(_LINK.sub(live_link, section.html)))  # noqa: S704
            for section in part
        )


_ANCHOR, _LINK = re.compile(' id="([^"]+)"'), re.compile(' href="#([^"]+)"')


def _bands(sections: tuple[DocumentSection, ...], rows: Rows) -> Iterator[Band]:
    """The sections row by row; the columns that are not empty share the width of an empty one."""
    section_by_id = {section.id: section for section in sections}
    for row in rows:
        columns = (
            tuple(section_by_id[name] for name in column if name in section_by_id) for column in row
        )
        filled = tuple(column for column in columns if column)
        if filled:
            yield Band(f"band-{len(filled)}", filled)


def _first_page_changes(context: EditionContext, changes: tuple[str, ...]) -> tuple[str, ...]:
    """The first MOST_CHANGES changes; the others are only counted, with where to read them."""
    left = len(changes) - MOST_CHANGES
    if left <= 0:
        return changes
    sentence = context.formatter.label("more_changes")
    rest = sentence.format(count=left, where=elsewhere(context, "changes/"))
    return (*changes[:MOST_CHANGES], rest)


def _first_page_note(context: EditionContext, note: str | None) -> str | None:
    """The note, cut after LONGEST_NOTE letters with where all of it can be read."""
    if note is None or len(note) <= LONGEST_NOTE:
        return note
    sentence = context.formatter.label("note_goes_on").format(where=elsewhere(context))
    return f"{note[:LONGEST_NOTE].rpartition(' ')[0]} {sentence}"


def _evidence_note(context: EditionContext) -> str:
    """Where to find the evidence that a quick bulletin names only by its id."""
    cited = [
        information
        for information in context.of(Information)
        if information.id not in context.plan.include
    ]
    if not cited:
        return ""
    sentence = context.formatter.label("evidence_elsewhere")
    file, where = file_of(context.edition), elsewhere(context)
    return sentence.format(count=len(cited), file=file, where=where)
