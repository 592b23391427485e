"""The pages of areas, topics and units: what holds now, then all records."""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import partial
from typing import NamedTuple

from generator.base.digest import Json
from generator.model.edition.edition import Edition
from generator.model.ledger.queries import needs_attention
from generator.views.context.addresses import BY_ID, relative_link
from generator.views.context.page import Planned
from generator.views.context.site_context import SiteContext
from generator.views.lists.bulletin_lists import address_of_shelf
from generator.views.lists.list_entries import ListEntry
from generator.views.lists.listing import (
    Facet,
    Listing,
    ListPart,
    PlannedEntry,
    newest_first,
    plan_listing,
)

_MOST_HOLDING = 20


class Subject(NamedTuple):
    """One area, topic or unit, named as last issued, with its records."""

    id: str
    name: str
    records: tuple[str, ...]


def plan_subjects(
    context: SiteContext, entries: Mapping[str, PlannedEntry], lists: Set[str]
) -> Iterator[Planned]:
    """For each of the three sections: one page for each subject, and the list of them.

    `lists` are the addresses of all lists of bulletins; a page links only to those.
    """
    for section in ("areas", "topics", "units"):
        subjects = _subjects(context, section)
        yield from plan_listing(context, _overview(context, section, subjects))
        for subject in subjects:
            listed = [entries[record_id] for record_id in subject.records]
            page = _listing(context, section, subject, listed)
            facets = _bulletins(context, section, subject, lists)
            first = [
                record_id
                for record_id in subject.records
                if needs_attention(context.ledger, record_id)
            ]
            holding = [entries[record_id] for record_id in first[:_MOST_HOLDING]]
            yield from plan_listing(context, page._replace(facets=facets, holding=holding))


def _subjects(context: SiteContext, section: str) -> tuple[Subject, ...]:
    ids_by_subject: dict[str, list[str]] = {}
    for record_id in newest_first(context, tuple(context.ledger.issued)):
        for subject_id in _subject_ids(section, context.content(record_id)):
            ids_by_subject.setdefault(subject_id, []).append(record_id)
    return tuple(
        Subject(subject_id, _name(context, section, subject_id, ids[0]), tuple(ids))
        for subject_id, ids in sorted(ids_by_subject.items())
    )


def _subject_ids(section: str, content: Json) -> Sequence[str]:
    if section == "areas":
        return tuple(content.get("areas", ()))
    value = content.get("topic" if section == "topics" else "unit")
    return (str(value),) if value else ()


def _name(context: SiteContext, section: str, subject: str, newest: str) -> str:
    edition: Edition = context.ledger.issued[newest][-1].edition
    for entry in edition.registry.get(section, ()):
        if entry["id"] == subject:
            return str(entry["name"])
    return subject


def _listing(
    context: SiteContext, section: str, subject: Subject, listed: Sequence[PlannedEntry]
) -> Listing:
    summary = context.label("everything_about").format(name=subject.name)
    return Listing(f"{section}/{subject.id}/", section, subject.name, summary, listed)


def _bulletins(
    context: SiteContext, section: str, subject: Subject, lists: Set[str]
) -> tuple[Facet, ...]:
    """The link from an area or a topic to its list of bulletins, if there is one."""
    address = address_of_shelf(section.removesuffix("s"), subject.id)
    if address not in lists:
        return ()
    title = context.label("bulletins_here").format(name=subject.name)
    return (Facet(context.label("plan_of"), (ListPart(address, title, ""),)),)


def _overview(context: SiteContext, section: str, subjects: Sequence[Subject]) -> Listing:
    title = BY_ID[section].title.to(context.language)
    entries = tuple(
        PlannedEntry(
            f"{subject.id} {subject.name} {len(subject.records)}",
            "",
            partial(_line, context, section, subject),
        )
        for subject in subjects
    )
    return Listing(f"{section}/", section, title, title, entries)


def _line(context: SiteContext, section: str, subject: Subject, start: str) -> ListEntry:
    href = relative_link(start, f"{section}/{subject.id}/")
    number = context.label("records_here").format(count=len(subject.records))
    return ListEntry(href, subject.name, subject.id, (), number, "")
