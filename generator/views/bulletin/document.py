"""One bulletin version as finished text: for its page on the site, and for paper."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from generator.base.digest import digest12
from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.model.kinds.bulletin import BulletinKind
from generator.model.kinds.information import Information
from generator.model.record.record import Circulation, Urgency
from generator.views.bulletin.annex import has_annex
from generator.views.bulletin.brevity import left_out
from generator.views.bulletin.imprint import (
    Lapse,
    SignBlock,
    basis_line,
    draft_label,
    history,
    imprint,
    lapse,
    signatures,
    validity,
    warning,
)
from generator.views.bulletin.section import DocumentSection, on_page, on_paper
from generator.views.bulletin.sections import (
    LEFT_FROM_PAGES,
    Keys,
    Order,
    order_of,
    sections_of,
)
from generator.views.changes.change_list import change_sentences, changes_in_short
from generator.views.context.corrections import Correction
from generator.views.context.edition_context import (
    FULL,
    NOTHING_LATER,
    EditionContext,
    Later,
    Reading,
    Room,
    elsewhere,
    file_of,
)
from generator.views.context.formatter import Row

_KINDS: Mapping[BulletinKind, str] = {
    BulletinKind.PERIODIC: "periodic",
    BulletinKind.QUICK: "quick",
    BulletinKind.MEETING: "meeting",
}
LONGEST_NOTE = 700  # letters: with the changes it still stands on page 1


class Band(NamedTuple):
    """Sections printed side by side, column by column in reading order."""

    look: str
    columns: tuple[tuple[DocumentSection, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Every text of one version; a field is None when it does not apply."""

    title: str
    kind_label: str
    number_line: str
    name: str
    programme: str
    parties: tuple[str, ...]
    scope: str
    period: str
    as_of: str
    next_issue: str
    urgency: str | None
    circulation: str
    exercise: str | None
    draft: str | None
    warning: str | None
    relation: str
    change_note: str | None
    changes: tuple[str, ...]
    sections: tuple[DocumentSection, ...]
    signatures: tuple[SignBlock, ...]
    signed_copy: str | None
    recipients: tuple[str, ...]
    basis: str
    history: str
    edition: str
    digest12: str
    validity: str
    lapse: Lapse | None
    urgency_look: str
    circulation_box: str | None
    bands: tuple[Band, ...] = ()
    annex: tuple[DocumentSection, ...] = ()
    elsewhere: str = ""
    imprint: tuple[Row, ...] = ()

    @property
    def tells_changes(self) -> bool:
        """Whether there is anything to say about what changed."""
        return bool(self.change_note or self.changes)


def document(
    edition: Edition,
    language: Language,
    previous: Edition | None,
    since: tuple[Correction, ...] | None = None,
    reading: Reading | None = None,
) -> Document:
    """A version in words. `previous` is the version of this bulletin before it.

    `since` is what was corrected since the periodic bulletin before (`corrections_before`); when
    it is not given, the section points to the site's ledger of corrections. Without a `reading`
    everything stands as it was issued.
    """
    context = EditionContext(edition, language, since, reading, previous)
    return _compose(context, on_page(context, order_of(edition).on_page()))


def paper(
    edition: Edition,
    language: Language,
    previous: Edition | None,
    later: Later = NOTHING_LATER,
    room: Room = FULL,
) -> Document:
    """A version in words, for paper: denser than its page, with the annex last."""
    if edition.bulletin_plan.is_official:
        return bound_paper(edition, language, previous, later)
    context = replace(paper_context(edition, language, later, previous), room=room)
    notes = (*_where_evidence_is(context), *_where_the_annex_is(context))
    return replace(_set(context, order_of(edition).annex), elsewhere=" ".join(notes))


def bound_paper(
    edition: Edition,
    language: Language,
    previous: Edition | None,
    later: Later = NOTHING_LATER,
) -> Document:
    """The same with all of its annexes inside, for a book and for a form that numbers them."""
    context, order = paper_context(edition, language, later, previous), order_of(edition)
    apart = (key for key in order.apart if key not in LEFT_FROM_PAGES)
    document = _set(context, (*order.annex, *apart))
    return replace(document, elsewhere=" ".join(_where_evidence_is(context)))


def _set(context: EditionContext, ending: Keys) -> Document:
    """The document for paper; `ending` are the sections of its annex."""
    order = order_of(context.edition)
    columns = (column for row in order.rows for column in row)
    *placed, annex = on_paper(context, *map(sections_of, (*columns, ending)))
    document = _compose(context, tuple(chain.from_iterable(placed)))
    return replace(
        document,
        bands=tuple(_bands(order, iter(placed))),
        annex=annex,
        changes=_first_page_changes(context),
        change_note=_first_page_note(context, document.change_note),
    )


def annex_apart(
    edition: Edition,
    language: Language,
    previous: Edition | None,
    later: Later = NOTHING_LATER,
) -> Document:
    """What a bulletin includes and its paper only names, for a paper of its own.

    It has no sections where there is nothing of that.
    """
    context = paper_context(edition, language, later, previous)
    (annex,) = on_paper(context, sections_of(order_of(edition).apart))
    return replace(_compose(context, annex), changes=(), change_note=None)


def paper_context(
    edition: Edition, language: Language, later: Later, previous: Edition | None = None
) -> EditionContext:
    """The edition as paper prints it, with what has happened to it since."""
    return EditionContext(
        edition,
        language,
        later.corrections,
        previous=previous,
        stops=later.stops,
        is_stopped_text=later.is_stopped_text,
    )


def _bands(order: Order, placed: Iterator[tuple[DocumentSection, ...]]) -> Iterator[Band]:
    """The sections row by row; the columns that are not empty share the width of an empty one."""
    for row in order.rows:
        filled = tuple(filter(None, (next(placed) for _ in row)))
        if filled:
            yield Band(f"band-{len(filled)}", filled)


def _next_issue(context: EditionContext) -> str:
    """When the next bulletin comes; a withdrawal announces none."""
    announced = None if context.edition.is_withdrawal else context.plan.next_issue
    return _line(context, "next_issue", "moment", context.formatter.moment(announced))


def _compose(context: EditionContext, sections: tuple[DocumentSection, ...]) -> Document:
    """The document with these sections and all other texts; every change has its sentence."""
    edition, previous = context.edition, context.previous
    plan, formatter = context.plan, context.formatter
    programme = edition.names.programme
    return Document(
        title=plan.title,
        kind_label=formatter.label(_KINDS[plan.series or BulletinKind.PERIODIC]),
        number_line=_number_line(context),
        name=programme.short_title,
        programme=programme.title,
        parties=tuple(formatter.unit(party) for party in edition.parties),
        scope=" · ".join(filter(None, (formatter.areas(plan.areas), formatter.topic(plan.topic)))),
        period=_line(context, "period_line", "period", formatter.period(plan.period)),
        as_of=_line(context, "as_of", "moment", formatter.moment(edition.issued_at)),
        next_issue=_next_issue(context),
        urgency=_urgency(context),
        circulation=formatter.choice(plan.circulation).capitalize(),
        exercise=formatter.label("exercise") if edition.is_exercise else None,
        draft=draft_label(context),
        warning=warning(context),
        relation=formatter.choice(edition.relation),
        change_note=edition.change_note,
        changes=change_sentences(previous, edition, context.language) if previous else (),
        sections=sections,
        signatures=signatures(context),
        signed_copy=plan.signed_copy,
        recipients=tuple(plan.recipients),
        basis=basis_line(context),
        history=history(context),
        edition=edition.name,
        digest12=digest12(edition.digest),
        validity=validity(context),
        lapse=lapse(context),
        urgency_look=(plan.urgency or Urgency.ROUTINE).value.replace("_", "-"),
        circulation_box=_circulation_box(context),
        imprint=imprint(context),
    )


def _line(context: EditionContext, label: str, name: str, text: str) -> str:
    return context.formatter.label(label).format(**{name: text}) if text else ""


def _number_line(context: EditionContext) -> str:
    plan = context.plan
    if plan.number is None:
        return context.formatter.label("no_number")
    return context.formatter.label("number_line").format(number=plan.number, year=plan.created.year)


def _urgency(context: EditionContext) -> str | None:
    urgency = context.plan.urgency
    if urgency is None or urgency is Urgency.ROUTINE:
        return None
    return context.formatter.choice(urgency).upper()


def _circulation_box(context: EditionContext) -> str | None:
    """The circulation in capitals for its box; None when the bulletin is public."""
    circulation = context.plan.circulation
    is_open = circulation is Circulation.PUBLIC
    return None if is_open else context.formatter.choice(circulation).upper()


def _first_page_changes(context: EditionContext) -> tuple[str, ...]:
    """What changed for readers; the other changes are only counted, with where to read them."""
    if context.previous is None:
        return ()
    said = changes_in_short(context.previous, context.edition, context.language)
    return tuple(filter(None, (*said.sentences, left_out(context, "more_changes", said.left))))


def _first_page_note(context: EditionContext, note: str | None) -> str | None:
    """The note, cut after LONGEST_NOTE letters with where all of it can be read."""
    if note is None or len(note) <= LONGEST_NOTE:
        return note
    sentence = context.formatter.label("note_goes_on").format(where=elsewhere(context))
    return f"{note[:LONGEST_NOTE].rpartition(' ')[0]} {sentence}"


def _where_the_annex_is(context: EditionContext) -> Iterator[str]:
    """Where to find what this paper only names."""
    if has_annex(context.edition):
        sentence = context.formatter.label("annex_elsewhere")
        yield sentence.format(where=elsewhere(context))


def _where_evidence_is(context: EditionContext) -> Iterator[str]:
    """Where to find the evidence that a quick bulletin names only by its id."""
    cited = [
        information
        for information in context.of(Information)
        if information.id not in context.plan.include
    ]
    if cited and context.edition.is_quick:
        sentence = context.formatter.label("evidence_elsewhere")
        file, where = file_of(context.edition), elsewhere(context)
        yield sentence.format(count=len(cited), file=file, where=where)
