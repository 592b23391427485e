"""The desk as a page: all findings and all work that waits, by the unit that must act."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.model.desk.desk import NOBODY, NOTHING_WAITS, DeskItem, UnitDesk, by_unit
from generator.model.registry.registry import Unit
from generator.views.catalogue.words import words
from generator.views.context.formatter import Cite, sentence_case
from generator.views.context.page import Page, Planned
from generator.views.context.page_layout import Frame, framed
from generator.views.context.templates import render
from generator.views.desk.draft_page import make_draft, make_file
from generator.views.desk.drafts import ADDRESS, DESK, Drafts, draft_address, file_address
from generator.views.desk.finding_text import FindingLine, finding_line


class DeskWork(NamedTuple):
    """A piece of work: its record, since when it waits, and the findings behind it."""

    heading: str
    id: str
    href: str
    what: str
    state: str
    times: str
    late: str
    holds: tuple[Cite, ...]
    findings: tuple[FindingLine, ...]


class UnitWork(NamedTuple):
    """The work that waits for a unit, and the offices that may sign for it."""

    id: str
    title: str
    offices: str
    contact: str
    work: tuple[DeskWork, ...]


class UnfinishedRecord(NamedTuple):
    """A record that is being written."""

    id: str
    title: str
    href: str
    state: str


def plan_desk(drafts: Drafts) -> tuple[Planned, ...]:
    """The desk page, a page for each draft, a page for each other file with findings."""
    return tuple(_plan(drafts))


def _plan(drafts: Drafts) -> Iterator[Planned]:
    yield Planned(ADDRESS, DESK, "", partial(_make_desk, drafts))
    for record_id in drafts.records:
        make = partial(make_draft, drafts, record_id)
        yield Planned(draft_address(record_id), DESK, "", make)
    for path in drafts.files:
        yield Planned(file_address(path), DESK, "", partial(make_file, drafts, path))


def _make_desk(drafts: Drafts) -> Page:
    title = drafts.word("title")
    late = sum(item.late is not None for item in drafts.items)
    summary = drafts.word("summary").format(
        moment=drafts.moment(), count=len(drafts.items), late=late
    )
    body = render(
        "pages/desk.html",
        drafts.language,
        d=words(drafts.language, "desk"),
        title=title,
        summary=summary,
        nothing=NOTHING_WAITS.to(drafts.language),
        groups=tuple(_unit_work(drafts, group) for group in by_unit(drafts.items)),
        writing=tuple(_unfinished_records(drafts)),
    )
    return framed(Frame(ADDRESS, DESK, title, summary, drafts.word("draft")), body)


def _unit_work(drafts: Drafts, group: UnitDesk) -> UnitWork:
    unit = drafts.corpus.registry.units.get(group.unit) if drafts.corpus else None
    work = tuple(_work(drafts, item) for item in group.items)
    if unit is None:
        name = NOBODY.to(drafts.language)
        return UnitWork("nobody", name, drafts.word("nobody_says"), "", work)
    return UnitWork(unit.id, unit.name, _offices(drafts, unit), _contact(drafts, unit), work)


def _offices(drafts: Drafts, unit: Unit) -> str:
    today = drafts.now.date()
    offices = ", ".join(office.title for office in unit.offices if office.valid.covers(today))
    return drafts.word("offices").format(offices=offices) if offices else ""


def _contact(drafts: Drafts, unit: Unit) -> str:
    return drafts.word("contact").format(contact=unit.contact.title) if unit.contact else ""


def _work(drafts: Drafts, item: DeskItem) -> DeskWork:
    times, late = drafts.times(item)
    return DeskWork(
        heading=_heading(item),
        id=item.record or "",
        href=_href(drafts, item),
        what=sentence_case(item.what.to(drafts.language)),
        state=sentence_case(item.state.label.to(drafts.language)) if item.state else "",
        times=times,
        late=late,
        holds=tuple(drafts.cite(record_id, ADDRESS) for record_id in item.holds),
        findings=tuple(
            finding_line(drafts, finding, ADDRESS, item.title) for finding in item.findings
        ),
    )


def _heading(item: DeskItem) -> str:
    return item.title if item.record else item.path.rpartition("/")[2]


def _href(drafts: Drafts, item: DeskItem) -> str:
    if item.record:
        return drafts.href(item.record, ADDRESS)
    return drafts.place(item.findings[0].span, ADDRESS)


def _unfinished_records(drafts: Drafts) -> Iterator[UnfinishedRecord]:
    for record_id, entry in drafts.records.items():
        if drafts.corpus:
            state = drafts.state(drafts.corpus, record_id)
            href = drafts.href(record_id, ADDRESS)
            yield UnfinishedRecord(record_id, entry.record.title, href, state)
