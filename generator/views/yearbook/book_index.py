"""The index of a yearbook: where each area, topic and event is reported on."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.base.digest import Json
from generator.base.fold import fold
from generator.model.edition.edition import Edition
from generator.model.kinds import is_of
from generator.model.kinds.event import Event
from generator.views.catalogue.labels import labels
from generator.views.yearbook.yearbook import Places, Year


class PageLink(NamedTuple):
    """A page number and what it leads to."""

    number: str
    href: str


class IndexEntry(NamedTuple):
    """A record in the index: where it stands in each bulletin that reports on it."""

    title: str
    id: str
    mark: str
    pages: tuple[PageLink, ...]


class IndexGroup(NamedTuple):
    """All entries of one area, topic or event; `id` tells apart events of one name."""

    name: str
    id: str
    entries: tuple[IndexEntry, ...]


class Index(NamedTuple):
    """One index; its groups stand in the order of the alphabet."""

    id: str
    title: str
    groups: tuple[IndexGroup, ...]


class Found(NamedTuple):
    """One record in one bulletin, on a page."""

    record_id: str
    content: Json
    edition: Edition
    page: PageLink


def indexes(year: Year, places: Places) -> tuple[Index, ...]:
    """By area, by topic and by event: what the bulletins report on, not what they only cite."""
    found = tuple(_found(year, places))
    names = _names(year)
    return tuple(
        _index(year, f"yearbook_{section}", _sorted_by(found, section), names[section])
        for section in ("areas", "topics", "events")
    )


def _found(year: Year, places: Places) -> Iterator[Found]:
    for edition in year.editions:
        for record_id in dict.fromkeys(edition.plan["include"]):
            anchor = f"{edition.bulletin}.{record_id}"
            if anchor in places:
                page = PageLink(str(places[anchor]), f"#{anchor}")
                yield Found(record_id, edition.records[record_id], edition, page)


def _names(year: Year) -> Mapping[str, Mapping[str, str]]:
    """What areas, topics and events are called, as last issued in the year."""
    names: dict[str, dict[str, str]] = {"areas": {}, "topics": {}, "events": {}}
    for edition in year.editions:
        for section in ("areas", "topics"):
            frozen = edition.registry.get(section, ())
            names[section] |= {str(one["id"]): str(one["name"]) for one in frozen}
        for record_id, content in edition.records.items():
            if is_of(record_id, Event):
                names["events"][record_id] = str(content["title"])
    return names


def _sorted_by(found: Iterable[Found], section: str) -> Mapping[str, list[Found]]:
    groups: dict[str, list[Found]] = {}
    for one in found:
        for subject in _subjects(one, section):
            groups.setdefault(subject, []).append(one)
    return groups


def _subjects(one: Found, section: str) -> tuple[str, ...]:
    match section:
        case "areas":
            return tuple(one.content.get("areas", ()))
        case "topics":
            return tuple(filter(None, (one.content.get("topic"),)))
        case _:
            own = one.record_id if is_of(one.record_id, Event) else None
            return tuple(filter(None, (own or one.content.get("event"),)))


def _index(
    year: Year, label: str, found: Mapping[str, list[Found]], names: Mapping[str, str]
) -> Index:
    groups = (
        IndexGroup(names.get(one, one), one if is_of(one, Event) else "", _entries(year, all_of))
        for one, all_of in found.items()
    )
    ordered = sorted(groups, key=lambda one: (*_alphabetical(one.name), one.id))
    return Index(label, labels(year.language)[label], tuple(ordered))


def _entries(year: Year, found: Iterable[Found]) -> tuple[IndexEntry, ...]:
    records: dict[str, list[Found]] = {}
    for one in found:
        records.setdefault(one.record_id, []).append(one)
    entries = (_entry(year, appearances) for appearances in records.values())
    return tuple(sorted(entries, key=lambda one: (*_alphabetical(one.title), one.id)))


def _entry(year: Year, appearances: list[Found]) -> IndexEntry:
    newest = appearances[-1]
    is_drill = not year.exercise and all(one.edition.is_exercise for one in appearances)
    return IndexEntry(
        title=str(newest.content["title"]),
        id=newest.record_id,
        mark=labels(year.language)["exercise"] if is_drill else "",
        pages=tuple(one.page for one in appearances),
    )


def _alphabetical(name: str) -> tuple[str, str]:
    return fold(name), name
