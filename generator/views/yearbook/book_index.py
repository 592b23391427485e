"""The index of a yearbook: the pages of records by area, topic and event."""

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
    """A page number and its link."""

    number: str
    href: str


class IndexEntry(NamedTuple):
    """A record in the index, with its page in each bulletin that includes it."""

    title: str
    id: str
    mark: str
    pages: tuple[PageLink, ...]


class IndexGroup(NamedTuple):
    """All entries of an area, topic or event; `id` distinguishes events with the same name."""

    name: str
    id: str
    entries: tuple[IndexEntry, ...]


class Index(NamedTuple):
    """An index, its groups in alphabetical order."""

    id: str
    title: str
    groups: tuple[IndexGroup, ...]


class Report(NamedTuple):
    """A record in a bulletin, and the page where it is printed."""

    record_id: str
    content: Json
    edition: Edition
    page: PageLink


def indexes(year: Year, places: Places) -> tuple[Index, ...]:
    """By area, by topic and by event: records that bulletins include, not those they only cite."""
    reports = tuple(_reports(year, places))
    names = _names(year)
    return tuple(
        _index(year, f"yearbook_{section}", _reports_by_subject(reports, section), names[section])
        for section in ("areas", "topics", "events")
    )


def _reports(year: Year, places: Places) -> Iterator[Report]:
    for edition in year.editions:
        for record_id in dict.fromkeys(edition.plan.get("include", ())):
            anchor = f"{edition.bulletin}.{record_id}"
            if anchor in places:
                page = PageLink(str(places[anchor]), f"#{anchor}")
                yield Report(record_id, edition.records[record_id], edition, page)


def _names(year: Year) -> Mapping[str, Mapping[str, str]]:
    """The names of areas, topics and events, as last issued in the year."""
    names: dict[str, dict[str, str]] = {"areas": {}, "topics": {}, "events": {}}
    for edition in year.editions:
        for section in ("areas", "topics"):
            rows = edition.entries(section)
            names[section] |= {str(row["id"]): str(row["name"]) for row in rows}
        for record_id, content in edition.records.items():
            if is_of(record_id, Event):
                names["events"][record_id] = str(content["title"])
    return names


def _reports_by_subject(reports: Iterable[Report], section: str) -> Mapping[str, list[Report]]:
    groups: dict[str, list[Report]] = {}
    for report in reports:
        for subject in _subjects(report, section):
            groups.setdefault(subject, []).append(report)
    return groups


def _subjects(report: Report, section: str) -> tuple[str, ...]:
    match section:
        case "areas":
            return tuple(report.content.get("areas", ()))
        case "topics":
            return tuple(filter(None, (report.content.get("topic"),)))
        case _:
            own_event = report.record_id if is_of(report.record_id, Event) else None
            return tuple(filter(None, (own_event or report.content.get("event"),)))


def _index(
    year: Year, label: str, reports_by_subject: Mapping[str, list[Report]], names: Mapping[str, str]
) -> Index:
    groups = (
        IndexGroup(
            names.get(subject, subject),
            subject if is_of(subject, Event) else "",
            _entries(year, reports),
        )
        for subject, reports in reports_by_subject.items()
    )
    ordered = sorted(groups, key=lambda group: (*_alphabetical(group.name), group.id))
    return Index(label, labels(year.language)[label], tuple(ordered))


def _entries(year: Year, reports: Iterable[Report]) -> tuple[IndexEntry, ...]:
    records: dict[str, list[Report]] = {}
    for report in reports:
        records.setdefault(report.record_id, []).append(report)
    entries = (_entry(year, record_reports) for record_reports in records.values())
    return tuple(sorted(entries, key=lambda entry: (*_alphabetical(entry.title), entry.id)))


def _entry(year: Year, reports: list[Report]) -> IndexEntry:
    newest = reports[-1]
    is_drill = not year.exercise and all(report.edition.is_exercise for report in reports)
    return IndexEntry(
        title=str(newest.content["title"]),
        id=newest.record_id,
        mark=labels(year.language)["exercise"] if is_drill else "",
        pages=tuple(report.page for report in reports),
    )


def _alphabetical(name: str) -> tuple[str, str]:
    return fold(name), name
