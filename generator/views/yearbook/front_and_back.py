"""The parts of a yearbook before and after its bulletins: cover, contents, corrections, check."""

from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from generator.base.digest import digest12
from generator.model.edition.edition import Edition
from generator.views.bulletin.bulletin_print import Proof
from generator.views.catalogue.labels import labels
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import contact_text, sentence_case
from generator.views.context.pdf_job import PdfJob
from generator.views.context.qr import qr_svg
from generator.views.yearbook.book_index import PageLink, indexes
from generator.views.yearbook.yearbook import Book, Places, Year, book_part, chapters

_UNKNOWN_PAGE = "000"  # as wide as any page number, so that the contents keep their length


class ContentsLine(NamedTuple):
    """A line of the contents; `mark` warns of an exercise or a withdrawn bulletin."""

    title: str
    line: str
    mark: str
    href: str
    page: str


class Cover(NamedTuple):
    """The first page."""

    name: str
    programme: str
    parties: tuple[str, ...]
    title: str
    exercise: str | None
    holds: str
    as_of: str
    order: str
    reach: str


class CorrectionRow(NamedTuple):
    """A row of the table of corrections; `pages` is empty if the subject is not in this book."""

    at: str
    name: str
    title: str
    what: str
    why: str
    pages: tuple[PageLink, ...]


def book_of(year: Year) -> Book:
    """The book of a year; the year must have bulletins."""
    return Book(
        front=partial(_front, year),
        chapters=partial(chapters, year),
        back=partial(_back, year),
        blank=book_part(year, "blank", "sheet.html"),
    )


def _front(year: Year, places: Places) -> PdfJob:
    bulletins = tuple(_contents_line(year, edition, places) for edition in year.editions)
    rest = tuple(
        ContentsLine(year.sentence(name), "", "", f"#{name}", _page(places, name))
        for name in _BACK_SECTIONS
    )
    return book_part(year, "front", cover=_cover(year), bulletins=bulletins, rest=rest)


_BACK_SECTIONS = ("yearbook_corrections", "yearbook_areas", "yearbook_topics", "yearbook_events")


def _cover(year: Year) -> Cover:
    newest = year.editions[-1]
    names = newest.names
    programme = names.programme
    parties = (names.units[party].name for party in newest.parties if party in names.units)
    return Cover(
        name=programme.short_title,
        programme=programme.title,
        parties=tuple(parties),
        title=year.title,
        exercise=year.exercise,
        holds=_holds_sentence(year),
        as_of=year.sentence("yearbook_as_of", moment=year.moment(year.as_of)),
        order=year.sentence("yearbook_order"),
        reach=year.reach,
    )


def _holds_sentence(year: Year) -> str:
    exercises = sum(edition.is_exercise for edition in year.editions)
    counts = {
        "yearbook_exercises": 0 if year.exercise else exercises,
        "yearbook_withdrawn": sum(edition.is_withdrawal for edition in year.editions),
    }
    parts = ", ".join(year.sentence(name, count=count) for name, count in counts.items() if count)
    whole = year.sentence("yearbook_holds", count=len(year.editions))
    return f"{whole}, {year.sentence('yearbook_among', parts=parts)}." if parts else f"{whole}."


def _contents_line(year: Year, edition: Edition, places: Places) -> ContentsLine:
    label = labels(year.language)
    marks = (
        label["exercise"] if edition.is_exercise else "",
        label["yearbook_is_withdrawn"] if edition.is_withdrawal else "",
    )
    line = (
        edition.bulletin,
        year.sentence("print_version", version=edition.version),
        year.sentence("yearbook_issued", moment=year.moment(edition.issued_at)),
        digest12(edition.digest),
    )
    return ContentsLine(
        title=str(edition.plan["title"]),
        line=" · ".join(line),
        mark=" · ".join(filter(None, marks)),
        href=f"#{edition.bulletin}",
        page=_page(places, edition.bulletin),
    )


def _page(places: Places, anchor: str) -> str:
    return str(places.get(anchor, _UNKNOWN_PAGE))


def _back(year: Year, places: Places) -> PdfJob:
    return book_part(
        year,
        "back",
        "yearbook_back.html",
        note=year.sentence("yearbook_corrections_note", year=year.number),
        corrections=_correction_rows(year, places),
        indexes=indexes(year, places),
        proof=_proof(year),
    )


def _correction_rows(year: Year, places: Places) -> tuple[CorrectionRow, ...]:
    titles: dict[str, str] = {
        record_id: str(content["title"])
        for edition in year.ledger.editions
        for record_id, content in edition.contents.items()
    }
    return tuple(
        CorrectionRow(
            at=year.moment(correction.at),
            name=correction.name,
            title=titles[correction.name.partition("/")[0]],
            what=sentence_case(correction.label.to(year.language)),
            why=correction.note,
            pages=_pages(year, correction.name.partition("/")[0], places),
        )
        for correction in year.corrections
    )


def _pages(year: Year, record_id: str, places: Places) -> tuple[PageLink, ...]:
    """The first page of a bulletin, or the page of a record in each bulletin that prints it."""
    anchors = (record_id, *(f"{edition.bulletin}.{record_id}" for edition in year.editions))
    return tuple(
        PageLink(str(places[anchor]), f"#{anchor}") for anchor in anchors if anchor in places
    )


def _proof(year: Year) -> Proof:
    last = year.editions[-1]
    address, formatter = (
        last.names.programme.base_url,
        EditionContext(last, year.language).formatter,
    )
    whom = contact_text(formatter, last.bulletin_plan.unit)
    qr_code = qr_svg(address, year.sentence("print_qr", coded=address)) if address else Markup()
    return Proof(
        title=year.sentence("yearbook_check"),
        code=qr_code,
        see=year.sentence("yearbook_scan" if address else "yearbook_ask", whom=whom),
        address=address,
        compare="",
        digest=year.digest,
        verify=year.sentence("yearbook_again", year=year.number),
    )
