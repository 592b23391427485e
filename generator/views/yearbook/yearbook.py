"""The yearbook: all bulletins of a year as one book, made part by part."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from generator.base.digest import digest, digest12
from generator.base.text import Language
from generator.base.times import moment_text
from generator.model.edition.edition import Edition
from generator.model.ledger.ledger import Ledger
from generator.model.record.record import Circulation
from generator.model.registry.registry import Programme
from generator.views.bulletin.bulletin_print import proof_of, sheet_of
from generator.views.bulletin.document import Document, bound_paper
from generator.views.catalogue.labels import labels
from generator.views.context.corrections import (
    Correction,
    correction_of,
    corrections_before,
    recall_of,
)
from generator.views.context.edition_context import Later
from generator.views.context.formatter import sentence_case
from generator.views.context.pdf_job import PdfJob, Setting, Sheet, set_job

# The page number of each anchor; empty while the pages are not counted yet.
Places = Mapping[str, int]


class Chapter(NamedTuple):
    """A bulletin of the book; its anchors are `name`, a point, and the anchor in its own PDF."""

    name: str
    job: PdfJob


class Book(NamedTuple):
    """The parts of a book. Front and back print page numbers and are made when these are known."""

    front: Callable[[Places], PdfJob]
    chapters: Callable[[], Iterator[Chapter]]
    back: Callable[[Places], PdfJob]
    blank: PdfJob


@dataclass(frozen=True)
class Year:
    """The bulletins first issued in a year of the programme's time zone, as they are now.

    `editions` holds the newest version of each bulletin, in the order of first versions.
    """

    number: int
    ledger: Ledger
    programme: Programme
    language: Language

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        all_versions = self.ledger.bulletins.values()
        return tuple(versions[-1] for versions in all_versions if self.holds(versions[0].issued_at))

    def holds(self, moment: datetime) -> bool:
        return moment.astimezone(self.programme.zone).year == self.number

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """Corrections and recalls made in the year or about bulletins of the book, oldest first."""
        bulletins = {edition.bulletin for edition in self.editions}
        printed_ids = {record_id for edition in self.editions for record_id in edition.records}
        corrections = [
            correction_of(edition)
            for edition in self.ledger.editions
            if edition.is_correction
            and (edition.bulletin in bulletins or self.holds(edition.issued_at))
        ]
        corrections += [
            recall_of(recall)
            for recall in self.ledger.recalls.values()
            if recall.record in self.ledger.issued
            and (recall.record in printed_ids or self.holds(recall.at))
        ]
        return tuple(sorted(corrections, key=lambda correction: (correction.at, correction.name)))

    @cached_property
    def as_of(self) -> datetime:
        """The newest moment in the book: of an edition, a correction or a recall."""
        issue_moments = (edition.issued_at for edition in self.editions)
        return max(
            *issue_moments,
            *(correction.at for correction in self.corrections),
            self.editions[0].issued_at,
        )

    @cached_property
    def circulation(self) -> Circulation:
        """Internal if any bulletin is internal."""
        circulations = (edition.plan.get("circulation") for edition in self.editions)
        is_public = all(circulation == Circulation.PUBLIC for circulation in circulations)
        return Circulation.PUBLIC if is_public else Circulation.INTERNAL

    @cached_property
    def exercise(self) -> str | None:
        """The exercise banner of the whole book, if it holds only exercises."""
        is_only_exercise = all(edition.is_exercise for edition in self.editions)
        return labels(self.language)["exercise"] if is_only_exercise else None

    @cached_property
    def digest(self) -> str:
        """The digest over all editions, corrections and recalls of the book."""
        corrections = [
            [correction.name, correction.at.isoformat(), correction.note]
            for correction in self.corrections
        ]
        return digest(
            {"editions": [edition.digest for edition in self.editions], "corrections": corrections}
        )

    @cached_property
    def since(self) -> Mapping[str, tuple[Correction, ...]]:
        return corrections_before(self.ledger)

    @property
    def title(self) -> str:
        return self.sentence("yearbook", year=self.number)

    @property
    def reach(self) -> str:
        return sentence_case(self.circulation.label.to(self.language))

    def sentence(self, label: str, **values: object) -> str:
        return labels(self.language)[label].format(**values)

    def moment(self, moment: datetime) -> str:
        return moment_text(moment, self.programme.zone, self.language)


def book_part(year: Year, look: str, template: str = "", **values: object) -> PdfJob:
    """A part of the book that belongs to no bulletin; `look` is its name in yearbook.css."""
    kind = "exercise" if year.exercise else "plain"
    sheet = Sheet(
        look=f"{kind} {look}",
        banner=year.exercise or "",
        issue=year.title,
        reach=year.reach,
        validity=year.sentence("yearbook_as_of", moment=year.moment(year.as_of)),
        code=year.sentence("print_code", digest=digest12(year.digest)),
        page=year.sentence("print_page"),
    )
    return _set_sheet(year, sheet, template, **values)


def _set_sheet(year: Year, sheet: Sheet, template: str, **values: object) -> PdfJob:
    name = f"{year.editions[-1].names.programme.short_title}: {year.title}"
    setting = Setting(year.programme.layout, "yearbook", year.language, year.as_of)
    return set_job(setting, (year.exercise, name), sheet, template, **values)


def chapters(year: Year) -> Iterator[Chapter]:
    """The bulletins; each is made only when the iterator reaches it."""
    for edition in year.editions:
        yield Chapter(edition.bulletin, _chapter(year, edition))


def _chapter(year: Year, edition: Edition) -> PdfJob:
    content = _chapter_document(year, edition)
    sheet = sheet_of(content, edition, year.language, content.draft or "")._replace(
        reach=year.reach
    )
    verify = year.sentence("yearbook_verify", file=edition.path)
    proof = proof_of(edition, year.language)._replace(code=Markup(), verify=verify)
    return _set_sheet(year, sheet, "masthead.html", document=content, proof=proof)


def _chapter_document(year: Year, edition: Edition) -> Document:
    """The bulletin as issued, with later corrections and recalls.

    Of a withdrawn bulletin only the head and the warning are left.
    """
    previous, corrections = year.ledger.version_before(edition), year.since[edition.digest]
    content = bound_paper(edition, year.language, previous, Later(corrections))
    if edition.is_withdrawal:
        return replace(content, sections=(), bands=(), annex=())
    recalls = (
        year.sentence(
            "yearbook_recalled", id=record_id, title=content["title"], moment=year.moment(at)
        )
        for record_id, content, at in _recalled_records(year, edition)
    )
    return replace(content, warning=" ".join(filter(None, (content.warning, *recalls))) or None)


def _recalled_records(
    year: Year, edition: Edition
) -> Iterator[tuple[str, Mapping[str, str], datetime]]:
    """(record id, content, moment of the recall) of the recalled records of an edition."""
    for record_id, recall in sorted(year.ledger.recalls.items()):
        if record_id in edition.records:
            yield record_id, edition.records[record_id], recall.at
