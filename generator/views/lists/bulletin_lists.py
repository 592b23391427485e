"""The lists of bulletins: all of them, and by year, kind, area, topic and event."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.edition.edition import Edition
from generator.model.kinds.bulletin import BulletinKind
from generator.model.kinds.event import Event
from generator.model.ledger.queries import newest_versions
from generator.views.context.formatter import chosen, sentence_case
from generator.views.context.page import Planned
from generator.views.context.site_context import SiteContext
from generator.views.lists.listing import (
    Facet,
    Listing,
    ListPart,
    PlannedEntry,
    edition_entry,
    plan_listing,
)

FOLDER = "bulletins/"


class Shelf(NamedTuple):
    """The bulletins of one year, kind, area or topic; `title` heads the page that lists them."""

    id: str
    name: str
    title: str


class Division(NamedTuple):
    """One way to divide the bulletins: the folder of its lists, and the name of its label."""

    folder: str
    label: str


_YEAR, _KIND = Division("year", "by_year"), Division("kind", "by_kind")
_AREA, _TOPIC = Division("area", "by_area"), Division("topic", "by_topic")
_DIVISIONS = (_YEAR, _KIND, _AREA, _TOPIC)


def address_of_shelf(folder: str, shelf: str) -> str:
    """The address of a shelf's list, as in `bulletins/area/<id>/`; it never changes."""
    return f"{FOLDER}{folder}/{shelf}/"


def plan_bulletin_lists(context: SiteContext) -> Iterator[Planned]:
    """The newest version of each bulletin, newest first; then one list for each shelf."""
    newest = list(newest_versions(context.ledger))
    entries = {edition.name: edition_entry(context, edition) for edition in newest}
    shelves_by_division = {
        division: _editions_by_shelf(context, division, newest) for division in _DIVISIONS
    }
    title = context.label("section_bulletins")
    whole = _listing(context, FOLDER, title, entries.values())
    yield from plan_listing(
        context, whole._replace(facets=tuple(_facets(context, shelves_by_division)))
    )
    for division, shelves in shelves_by_division.items():
        for shelf, editions in shelves.items():
            listed = [entries[edition.name] for edition in editions]
            address = address_of_shelf(division.folder, shelf.id)
            yield from plan_listing(context, _listing(context, address, shelf.title, listed))


def _listing(
    context: SiteContext, address: str, title: str, entries: Iterable[PlannedEntry]
) -> Listing:
    summary = context.label("summary_section").format(title=title)
    return Listing(address, "bulletins", title, summary, tuple(entries))


def _facets(
    context: SiteContext, shelves_by_division: dict[Division, dict[Shelf, list[Edition]]]
) -> Iterator[Facet]:
    for division, shelves in shelves_by_division.items():
        choices = tuple(
            ListPart(address_of_shelf(division.folder, shelf.id), shelf.name, str(len(editions)))
            for shelf, editions in shelves.items()
        )
        if choices:
            yield Facet(context.label(division.label), choices)
    if context.ledger.of(Event):
        title = context.label("all_events")
        yield Facet(context.label("by_event"), (ListPart("events/", title, ""),))


def _editions_by_shelf(
    context: SiteContext, division: Division, newest: list[Edition]
) -> dict[Shelf, list[Edition]]:
    """Each shelf has the name in its newest edition; years newest first, the others by name."""
    shelves: dict[str, Shelf] = {}
    editions_by_id: dict[str, list[Edition]] = {}
    for edition in newest:
        for shelf in _shelves(context, division, edition):
            shelves.setdefault(shelf.id, shelf)
            editions_by_id.setdefault(shelf.id, []).append(edition)
    in_order = sorted(shelves.values(), key=lambda shelf: shelf.name, reverse=division is _YEAR)
    return {shelf: editions_by_id[shelf.id] for shelf in in_order}


def _shelves(context: SiteContext, division: Division, edition: Edition) -> list[Shelf]:
    if division is _YEAR:
        year = str(edition.issued_at.astimezone(edition.zone).year)
        return [Shelf(year, year, context.label("bulletins_of_year").format(year=year))]
    if division is _KIND:
        return _kind_shelf(context, edition)
    key, section = ("areas", "areas") if division is _AREA else ("topic", "topics")
    return [
        _subject_shelf(context, edition, section, subject_id)
        for subject_id in _subject_ids(edition, key)
    ]


def _kind_shelf(context: SiteContext, edition: Edition) -> list[Shelf]:
    kind = edition.plan.get("kind")
    if not kind:
        return []
    name = sentence_case(chosen(BulletinKind, str(kind)).label.to(context.language))
    return [Shelf(str(kind), name, context.label(str(kind)))]


def _subject_ids(edition: Edition, key: str) -> list[str]:
    """The areas or topics of the plan; if it names none, those of the records it includes."""
    planned = _as_list(edition.plan.get(key))
    if planned:
        return planned
    included = (edition.records.get(record_id, {}) for record_id in edition.plan.get("include", ()))
    return list(
        dict.fromkeys(
            subject_id for content in included for subject_id in _as_list(content.get(key))
        )
    )


def _as_list(value: object) -> list[str]:
    if isinstance(value, list):
        return [str(item) for item in value]
    return [str(value)] if value else []


def _subject_shelf(context: SiteContext, edition: Edition, section: str, subject: str) -> Shelf:
    names = {str(entry["id"]): str(entry["name"]) for entry in edition.entries(section)}
    name = names.get(subject, subject)
    return Shelf(subject, name, context.label("bulletins_here").format(name=name))
