"""The pages of areas, topics and units: what holds now about one, then everything."""

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

    `lists` are the addresses of the lists of bulletins there are.
    """
    for section in ("areas", "topics", "units"):
        subjects = _subjects(context, section)
        yield from plan_listing(context, _overview(context, section, subjects))
        for one in subjects:
            listed = [entries[record_id] for record_id in one.records]
            page = _listing(context, section, one, listed)
            facets = _bulletins(context, section, one, lists)
            first = [i for i in one.records if needs_attention(context.ledger, i)]
            holding = [entries[record_id] for record_id in first[:_MOST_HOLDING]]
            yield from plan_listing(context, page._replace(facets=facets, holding=holding))


def _subjects(context: SiteContext, section: str) -> tuple[Subject, ...]:
    found: dict[str, list[str]] = {}
    for record_id in newest_first(context, tuple(context.ledger.issued)):
        for subject in _named(section, context.content(record_id)):
            found.setdefault(subject, []).append(record_id)
    return tuple(
        Subject(one, _name(context, section, one, ids[0]), tuple(ids))
        for one, ids in sorted(found.items())
    )


def _named(section: str, content: Json) -> Sequence[str]:
    if section == "areas":
        return tuple(content.get("areas", ()))
    value = content.get("topic" if section == "topics" else "unit")
    return (str(value),) if value else ()


def _name(context: SiteContext, section: str, subject: str, newest: str) -> str:
    edition: Edition = context.ledger.issued[newest][-1].edition
    for one in edition.registry.get(section, ()):
        if one["id"] == subject:
            return str(one["name"])
    return subject


def _listing(
    context: SiteContext, section: str, one: Subject, listed: Sequence[PlannedEntry]
) -> Listing:
    summary = context.label("everything_about").format(name=one.name)
    return Listing(f"{section}/{one.id}/", section, one.name, summary, listed)


def _bulletins(
    context: SiteContext, section: str, one: Subject, lists: Set[str]
) -> tuple[Facet, ...]:
    """The way from an area or a topic to its bulletins."""
    address = address_of_shelf(section.removesuffix("s"), one.id)
    if address not in lists:
        return ()
    said = context.label("bulletins_here").format(name=one.name)
    return (Facet(context.label("plan_of"), (ListPart(address, said, ""),)),)


def _overview(context: SiteContext, section: str, subjects: Sequence[Subject]) -> Listing:
    title = BY_ID[section].title.to(context.language)
    entries = tuple(
        PlannedEntry(
            f"{one.id} {one.name} {len(one.records)}", "", partial(_line, context, section, one)
        )
        for one in subjects
    )
    return Listing(f"{section}/", section, title, title, entries)


def _line(context: SiteContext, section: str, subject: Subject, start: str) -> ListEntry:
    href = relative_link(start, f"{section}/{subject.id}/")
    number = context.label("records_here").format(count=len(subject.records))
    return ListEntry(href, subject.name, subject.id, (), number, "")
