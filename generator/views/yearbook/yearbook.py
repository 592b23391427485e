"""The yearbook: all bulletins of a year as one book, its parts made one after the other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from generator.base.digest import digest
from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.model.ledger.ledger import Ledger
from generator.model.record.record import Circulation
from generator.model.registry.registry import Programme
from generator.views.bulletin.bulletin_print import proof_of, sheet_of
from generator.views.bulletin.document import Document
from generator.views.bulletin.paper import paper
from generator.views.catalogue.labels import labels
from generator.views.context.corrections import (
    Correction,
    correction_of,
    corrections_before,
    recall_of,
)
from generator.views.context.edition_context import digest12
from generator.views.context.formatter import sentence_case
from generator.views.context.pdf_job import PdfJob, Setting, Sheet, set_job
from generator.views.context.times import moment_text

# The page on which an anchor stands; empty while the pages are not counted yet.
Places = Mapping[str, int]


class Chapter(NamedTuple):
    """One bulletin of the book; its anchors are those of its own PDF after `name` and a point."""

    name: str
    job: PdfJob


class Book(NamedTuple):
    """The parts of a book. Front and back name pages, so they are made when those are known."""

    front: Callable[[Places], PdfJob]
    chapters: Callable[[], Iterator[Chapter]]
    back: Callable[[Places], PdfJob]
    blank: PdfJob


@dataclass(frozen=True)
class Year:
    """The bulletins first issued in a year of the programme's time zone, as they are now.

    `editions` are the newest version of each, in the order of their first.
    """

    number: int
    ledger: Ledger
    programme: Programme
    language: Language

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        all_versions = self.ledger.bulletins.values()
        return tuple(v[-1] for v in all_versions if self.holds(v[0].issued_at))

    def holds(self, moment: datetime) -> bool:
        return moment.astimezone(self.programme.zone).year == self.number

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """Made in the year, or about bulletins of the book; in order of time."""
        bulletins = {one.bulletin for one in self.editions}
        printed = {record_id for one in self.editions for record_id in one.records}
        made = [
            correction_of(one)
            for one in self.ledger.editions
            if one.is_correction and (one.bulletin in bulletins or self.holds(one.issued_at))
        ]
        made += [
            recall_of(one)
            for one in self.ledger.recalls.values()
            if one.record in self.ledger.issued and (one.record in printed or self.holds(one.at))
        ]
        return tuple(sorted(made, key=lambda one: (one.at, one.name)))

    @cached_property
    def as_of(self) -> datetime:
        """The moment of the newest thing that the book tells."""
        told = (one.issued_at for one in self.editions)
        return max(*told, *(one.at for one in self.corrections), self.editions[0].issued_at)

    @cached_property
    def circulation(self) -> Circulation:
        """Internal as soon as one bulletin is."""
        plans = (one.plan.get("circulation") for one in self.editions)
        is_public = all(one == Circulation.PUBLIC for one in plans)
        return Circulation.PUBLIC if is_public else Circulation.INTERNAL

    @cached_property
    def exercise(self) -> str | None:
        """The band of the whole book, when there is nothing else in it."""
        only = all(one.is_exercise for one in self.editions)
        return labels(self.language)["exercise"] if only else None

    @cached_property
    def digest(self) -> str:
        """The digest over everything the book is made of."""
        told = [[one.name, one.at.isoformat(), one.note] for one in self.corrections]
        return digest({"editions": [one.digest for one in self.editions], "corrections": told})

    @cached_property
    def since(self) -> Mapping[str, tuple[Correction, ...]]:
        return corrections_before(self.ledger)

    @property
    def title(self) -> str:
        return self.said("yearbook", year=self.number)

    @property
    def reach(self) -> str:
        return sentence_case(self.circulation.label.to(self.language))

    def said(self, label: str, **values: object) -> str:
        return labels(self.language)[label].format(**values)

    def moment(self, moment: datetime) -> str:
        return moment_text(moment, self.programme.zone, self.language)


def part(year: Year, look: str, template: str = "", **said: object) -> PdfJob:
    """A part of the book that belongs to no bulletin; `look` is what yearbook.css calls it."""
    kind = "exercise" if year.exercise else "plain"
    sheet = Sheet(
        look=f"{kind} {look}",
        banner=year.exercise or "",
        issue=year.title,
        reach=year.reach,
        validity=year.said("yearbook_as_of", moment=year.moment(year.as_of)),
        code=year.said("yearbook_code", digest=digest12(year.digest)),
        page=year.said("yearbook_page"),
    )
    return _set(year, sheet, template, **said)


def _set(year: Year, sheet: Sheet, template: str, **said: object) -> PdfJob:
    name = f"{year.editions[-1].names.programme.short_title}: {year.title}"
    setting = Setting(year.programme.layout, "yearbook", year.language, year.as_of)
    return set_job(setting, (year.exercise, name), sheet, template, **said)


def chapters(year: Year) -> Iterator[Chapter]:
    """The bulletins, each made when it is asked for."""
    for edition in year.editions:
        yield Chapter(edition.bulletin, _chapter(year, edition))


def _chapter(year: Year, edition: Edition) -> PdfJob:
    shown = _shown(year, edition)
    sheet = sheet_of(shown, edition, year.language, shown.draft or "")._replace(reach=year.reach)
    verify = year.said("yearbook_verify", file=edition.path)
    proof = proof_of(edition, year.language)._replace(code=Markup(), verify=verify)
    return _set(year, sheet, "masthead.html", document=shown, proof=proof)


def _shown(year: Year, edition: Edition) -> Document:
    """As it was issued, with what must be known since; of a withdrawn one only that it is."""
    previous, since = year.ledger.version_before(edition), year.since[edition.digest]
    shown = paper(edition, year.language, previous, since)
    if edition.is_withdrawal:
        return replace(shown, sections=(), bands=(), annex=())
    recalls = (
        year.said("yearbook_recalled", id=one, title=content["title"], moment=year.moment(at))
        for one, content, at in _recalled(year, edition)
    )
    return replace(shown, warning=" ".join(filter(None, (shown.warning, *recalls))) or None)


def _recalled(year: Year, edition: Edition) -> Iterator[tuple[str, Mapping[str, str], datetime]]:
    for record_id, recall in sorted(year.ledger.recalls.items()):
        if record_id in edition.records:
            yield record_id, edition.records[record_id], recall.at
