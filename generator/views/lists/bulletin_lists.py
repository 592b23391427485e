"""The lists of bulletins: all of them, and by year, kind, area, topic and event."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.edition.edition import Edition
from generator.model.kinds.bulletin import BulletinKind
from generator.model.kinds.event import Event
from generator.views.context.addresses import BY_ID
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
    """The bulletins of one year, kind, area or topic: where they are listed, and as what."""

    id: str
    name: str
    title: str


class Way(NamedTuple):
    """One way to divide the bulletins: its folder, its word, and the shelves of an edition."""

    folder: str
    label: str


_YEAR, _KIND = Way("year", "by_year"), Way("kind", "by_kind")
_AREA, _TOPIC = Way("area", "by_area"), Way("topic", "by_topic")
_WAYS = (_YEAR, _KIND, _AREA, _TOPIC)


def address_of_shelf(folder: str, shelf: str) -> str:
    """Where the bulletins of one area are listed: `bulletins/area/<id>/`; never changes."""
    return f"{FOLDER}{folder}/{shelf}/"


def plan_bulletin_lists(context: SiteContext) -> Iterator[Planned]:
    """The newest version of each bulletin, newest first; then the same divided in each way."""
    newest = [versions[-1] for versions in context.ledger.bulletins.values()]
    newest.sort(key=lambda one: (one.issued_at, one.name), reverse=True)
    entries = {one.name: edition_entry(context, one) for one in newest}
    divided = {way: _divided(context, way, newest) for way in _WAYS}
    title = BY_ID["bulletins"].title.to(context.language)
    whole = _listing(context, FOLDER, title, entries.values())
    yield from plan_listing(context, whole._replace(facets=tuple(_facets(context, divided))))
    for way, shelves in divided.items():
        for shelf, editions in shelves.items():
            listed = [entries[one.name] for one in editions]
            address = address_of_shelf(way.folder, shelf.id)
            yield from plan_listing(context, _listing(context, address, shelf.title, listed))


def _listing(
    context: SiteContext, address: str, title: str, entries: Iterable[PlannedEntry]
) -> Listing:
    summary = context.label("summary_section").format(title=title)
    return Listing(address, "bulletins", title, summary, tuple(entries))


def _facets(
    context: SiteContext, divided: dict[Way, dict[Shelf, list[Edition]]]
) -> Iterator[Facet]:
    for way, shelves in divided.items():
        choices = tuple(
            ListPart(address_of_shelf(way.folder, shelf.id), shelf.name, str(len(editions)))
            for shelf, editions in shelves.items()
        )
        if choices:
            yield Facet(context.label(way.label), choices)
    if context.ledger.of(Event):
        said = context.label("all_events")
        yield Facet(context.label("by_event"), (ListPart("events/", said, ""),))


def _divided(context: SiteContext, way: Way, newest: list[Edition]) -> dict[Shelf, list[Edition]]:
    """Named as the newest edition names them; years newest first, all else by its name."""
    named: dict[str, Shelf] = {}
    found: dict[str, list[Edition]] = {}
    for edition in newest:
        for shelf in _shelves(context, way, edition):
            named.setdefault(shelf.id, shelf)
            found.setdefault(shelf.id, []).append(edition)
    in_order = sorted(named.values(), key=lambda one: one.name, reverse=way is _YEAR)
    return {shelf: found[shelf.id] for shelf in in_order}


def _shelves(context: SiteContext, way: Way, edition: Edition) -> list[Shelf]:
    if way is _YEAR:
        year = str(edition.issued_at.astimezone(edition.zone).year)
        return [Shelf(year, year, context.label("bulletins_of_year").format(year=year))]
    if way is _KIND:
        return _of_kind(context, edition)
    key, section = ("areas", "areas") if way is _AREA else ("topic", "topics")
    return [_subject(context, edition, section, one) for one in _about(edition, key)]


def _of_kind(context: SiteContext, edition: Edition) -> list[Shelf]:
    kind = edition.plan.get("kind")
    if not kind:
        return []
    name = sentence_case(chosen(BulletinKind, str(kind)).label.to(context.language))
    return [Shelf(str(kind), name, context.label(str(kind)))]


def _about(edition: Edition, key: str) -> list[str]:
    """What the plan says it is about; when it says nothing, what its records are about."""
    said = _listed(edition.plan.get(key))
    if said:
        return said
    included = (edition.records.get(one, {}) for one in edition.plan.get("include", ()))
    return list(dict.fromkeys(one for content in included for one in _listed(content.get(key))))


def _listed(value: object) -> list[str]:
    if isinstance(value, list):
        return [str(one) for one in value]
    return [str(value)] if value else []


def _subject(context: SiteContext, edition: Edition, section: str, subject: str) -> Shelf:
    names = {str(one["id"]): str(one["name"]) for one in edition.registry.get(section, ())}
    name = names.get(subject, subject)
    return Shelf(subject, name, context.label("bulletins_here").format(name=name))
