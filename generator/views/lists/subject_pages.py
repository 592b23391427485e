"""The pages of areas, topics and units: what holds now, then all records."""

from collections.abc import Container, Iterator, Mapping, Sequence, Set
from functools import partial
from typing import NamedTuple

from generator.base.digest import Json
from generator.model.edition.edition import Edition
from generator.model.ledger.queries import needs_attention
from generator.views.context.addresses import relative_link
from generator.views.context.page import Planned
from generator.views.context.site_context import Badge, SiteContext
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
from generator.views.lists.subject_life import (
    badges,
    inherited,
    life_rows,
    life_sentence,
    rank,
    related_ids,
)

_MOST_HOLDING = 20
_DEEPEST = 4  # steps that a list goes in


class Subject(NamedTuple):
    """One area, topic or unit, named as last issued, with its records, if it has any.

    `left` are the records of those in whose place it stands.
    """

    id: str
    name: str
    records: tuple[str, ...]
    left: tuple[str, ...] = ()


class Placed(NamedTuple):
    """A subject in its list: how deep it stands there, and how many records lie in it."""

    subject: Subject
    depth: int = 0
    number: int = 0


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
            page = _listing(context, section, subject, entries)
            facets = _bulletins(context, section, subject, lists)
            yield from plan_listing(context, page._replace(facets=facets))


def subject_ids(context: SiteContext, section: str) -> frozenset[str]:
    """The areas, topics or units that have a page."""
    contents = map(context.content, context.ledger.issued)
    named = frozenset(one for content in contents for one in _named_in(section, content))
    return named | related_ids(context, section, named)


def _subjects(context: SiteContext, section: str) -> tuple[Subject, ...]:
    ids_by_subject: dict[str, list[str]] = {}
    for record_id in newest_first(context, tuple(context.ledger.issued)):
        for subject_id in _named_in(section, context.content(record_id)):
            ids_by_subject.setdefault(subject_id, []).append(record_id)
    for related_id in related_ids(context, section, frozenset(ids_by_subject)):
        ids_by_subject.setdefault(related_id, [])
    directory = context.ledger.directory
    in_order = sorted(ids_by_subject, key=lambda one: (*rank(directory, section, one), one))
    return tuple(
        Subject(
            subject_id,
            _name(context, section, subject_id, ids_by_subject[subject_id]),
            tuple(ids_by_subject[subject_id]),
            _left_to(context, section, subject_id, ids_by_subject),
        )
        for subject_id in in_order
    )


def _left_to(
    context: SiteContext, section: str, subject: str, ids_by_subject: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    before = inherited(context, section, subject)
    return tuple(record_id for one in before for record_id in ids_by_subject.get(one, ()))


def _named_in(section: str, content: Json) -> Sequence[str]:
    if section == "areas":
        return tuple(content.get("areas", ()))
    value = content.get("topic" if section == "topics" else "unit")
    return (str(value),) if value else ()


def _name(context: SiteContext, section: str, subject: str, newest: Sequence[str]) -> str:
    """The name as last frozen; that of a topic as in the newest record about it."""
    directory = context.ledger.directory
    known = (directory.units if section == "units" else directory.areas).get(subject)
    if known is not None and section in ("units", "areas"):
        return known.name
    edition: Edition = context.ledger.issued[newest[0]][-1].edition
    for entry in edition.entries(section):
        if entry["id"] == subject:
            return str(entry["name"])
    return subject


def _listing(
    context: SiteContext, section: str, subject: Subject, entries: Mapping[str, PlannedEntry]
) -> Listing:
    """The page of a subject: its life, what holds now or was left to it, then all its records."""
    here = newest_first(context, tuple({*subject.records, *subject.left}))
    first = [record_id for record_id in here if needs_attention(context.ledger, record_id)]
    nothing = "nothing_in_area" if section == "areas" else "nothing_from_unit"
    return Listing(
        address=f"{section}/{subject.id}/",
        section=section,
        title=subject.name,
        summary=context.label("everything_about").format(name=subject.name),
        entries=[entries[record_id] for record_id in subject.records],
        holding=[entries[record_id] for record_id in first[:_MOST_HOLDING]],
        life=life_rows(context, section, subject.id),
        nothing=context.label(nothing),
    )


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
    title = context.label(f"section_{section}")
    placed = _tree(context, subjects) if section == "areas" else [Placed(one) for one in subjects]
    entries = tuple(
        PlannedEntry(
            repr((one, _life(context, section, one.subject))),
            "",
            partial(_line, context, section, one),
            _last_edition(context, one.subject),
        )
        for one in placed
    )
    return Listing(f"{section}/", section, title, title, entries)


def _last_edition(context: SiteContext, subject: Subject) -> Edition | None:
    """The last issue about a subject: its records stand newest first."""
    newest = subject.records[:1]
    return context.ledger.issued[newest[0]][-1].edition if newest else None


def _tree(context: SiteContext, areas: Sequence[Subject]) -> Iterator[Placed]:
    """Each area under the one that it lies in, with the records of all that lie in it."""
    by_id = {area.id: area for area in areas}
    above = {area.id: _lies_in(context, area.id, by_id) for area in areas}
    inside: dict[str, set[str]] = {area.id: set() for area in areas}
    for area in areas:
        for one in (area.id, *above[area.id]):
            inside[one].update(area.records)

    def placed(outer: str, depth: int) -> Iterator[Placed]:
        for area in areas:
            if (*above[area.id], "")[0] == outer:
                yield Placed(area, min(depth, _DEEPEST), len(inside[area.id]))
                yield from placed(area.id, depth + 1)

    return placed("", 0)


def _lies_in(context: SiteContext, area: str, shown: Container[str]) -> tuple[str, ...]:
    """The areas with a page that an area lies in, the innermost first."""
    known = context.ledger.directory.areas
    lineage = [area]
    while (entry := known.get(lineage[-1])) and entry.parent and entry.parent not in lineage:
        lineage.append(entry.parent)
    return tuple(one for one in lineage[1:] if one in shown)


def _line(context: SiteContext, section: str, placed: Placed, start: str) -> ListEntry:
    subject, own = placed.subject, len(placed.subject.records)
    href = relative_link(start, f"{section}/{subject.id}/")
    is_outer = placed.number > own
    counted = context.label("records_below" if is_outer else "records_here")
    marks, sentence = _life(context, section, subject)
    marked = counted.format(count=max(own, placed.number))
    shown_id = "" if section == "areas" else subject.id
    return ListEntry(href, subject.name, shown_id, marks, marked, sentence, placed.depth)


def _life(context: SiteContext, section: str, subject: Subject) -> tuple[tuple[Badge, ...], str]:
    """What a line says of the life of a subject: its badges, and a sentence about its end."""
    sentence = life_sentence(context, section, subject.id)
    return badges(context, section, subject.id), sentence
