"""One bulletin version as finished text, for its page on the site and for its PDF alike."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator.base.digest import digest12
from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.model.record.record import Circulation, Urgency
from generator.views.bulletin import page_sections as parts
from generator.views.bulletin.imprint import (
    Lapse,
    SignBlock,
    basis_line,
    draft_label,
    history,
    lapse,
    signatures,
    validity,
    warning,
)
from generator.views.changes.change_list import change_sentences
from generator.views.context.corrections import Correction
from generator.views.context.edition_context import EditionContext, Reading


class DocumentSection(NamedTuple):
    """One section; in `html` the headings begin at h3, and links lead only to `#<record id>`."""

    id: str
    title: str
    html: Markup

    @property
    def is_folded(self) -> bool:
        """Whether on screen it is opened by who looks for it."""
        return self.id == "annex"


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

    @property
    def tells_changes(self) -> bool:
        """Whether there is anything to say about what changed."""
        return bool(self.change_note or self.changes)


# (id, name of the label, function that makes the HTML) of each section.
Order = tuple[tuple[str, str, Callable[[EditionContext], Markup]], ...]

# The sections of a version's page, in the order of spec 5; those for print are in `paper.py`.
PERIODIC: Order = (
    ("highlights", "highlights", parts.highlights),
    ("corrections", "corrections_since", parts.corrections),
    ("events", "events", parts.events),
    ("streams", "streams", parts.streams),
    ("rumours", "rumours", parts.rumours),
    ("forecast", "forecast", parts.forecast),
    ("messages", "messages", parts.messages),
    ("questions", "questions", parts.questions),
    ("differing", "differing", parts.differing),
    ("consultations", "consultations", parts.consultations),
    ("proposals", "proposals", parts.proposals),
    ("work", "work", parts.work),
    ("directives", "directives", parts.directives),
    ("network", "network", parts.network),
    ("others", "others", parts.others),
    ("basis", "basis", parts.basis),
    ("annex", "annex", parts.annex),
)
QUICK: Order = (
    ("happened", "happened", parts.happened),
    ("state", "state", parts.state),
    ("people", "people", parts.people),
    ("messages", "messages", parts.short_messages),
    ("questions", "questions", parts.questions),
    ("do-not-say", "do_not_say", parts.do_not_say),
    ("contact", "answers_here", parts.who_answers),
    ("forecast", "forecast_72", parts.forecast),
    ("differing", "differing", parts.differing),
    ("next", "next_step", parts.next_step),
    ("rumours", "rumours", parts.rumours),
    ("streams", "streams", parts.streams),
    ("consultations", "consultations", parts.consultations),
    ("proposals", "proposals", parts.proposals),
    ("concerns", "concerns", parts.concerns),
    ("directives", "directives", parts.directives),
    ("network", "network", parts.network),
    ("others", "others", parts.others),
    ("basis", "basis", parts.basis),
    ("annex", "annex", parts.annex),
)
# Sections of a periodic bulletin that are never left out: if empty, they say “none”.
SAY_NONE = frozenset({"corrections", "differing"})


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
    context = EditionContext(edition, language, since, reading)
    order = QUICK if edition.is_quick else PERIODIC
    return compose(context, previous, sections_of(context, order))


def _next_issue(context: EditionContext) -> str:
    """When the next bulletin comes; a withdrawal announces none."""
    announced = None if context.edition.is_withdrawal else context.plan.next_issue
    return _line(context, "next_issue", "moment", context.formatter.moment(announced))


def compose(
    context: EditionContext, previous: Edition | None, sections: tuple[DocumentSection, ...]
) -> Document:
    """The document with these sections and all other texts; every change has its sentence."""
    edition, language = context.edition, context.language
    plan, formatter = context.plan, context.formatter
    programme = edition.names.programme
    return Document(
        title=plan.title,
        kind_label=formatter.label("quick" if edition.is_quick else "periodic"),
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
        changes=change_sentences(previous, edition, language) if previous else (),
        sections=sections,
        signatures=signatures(context),
        signed_copy=plan.signed_copy,
        recipients=tuple(plan.recipients),
        basis=basis_line(context),
        history=history(context, previous),
        edition=edition.name,
        digest12=digest12(edition.digest),
        validity=validity(context),
        lapse=lapse(context),
        urgency_look=(plan.urgency or Urgency.ROUTINE).value.replace("_", "-"),
        circulation_box=_circulation_box(context),
    )


def sections_of(context: EditionContext, order: Order) -> tuple[DocumentSection, ...]:
    """The sections that are not empty, and those of SAY_NONE, which say that they are."""
    is_quick = context.edition.is_quick
    sections: list[DocumentSection] = []
    for section_id, label, make in order:
        html = make(context)
        if not html and section_id in SAY_NONE and not is_quick:
            html = Markup("<p>{}</p>").format(context.formatter.label("none"))
        if html:
            sections.append(DocumentSection(section_id, context.formatter.label(label), html))
    return tuple(sections)


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
