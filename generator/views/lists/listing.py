"""Lists of limited length: the newest entries, a page for each month, and parts of a long month."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from generator.base.times import day_text, month_text
from generator.model.edition.edition import Edition
from generator.views.context.addresses import relative_link
from generator.views.context.as_of import AsOf, as_of
from generator.views.context.formatter import Row
from generator.views.context.page import Page, Planned
from generator.views.context.page_layout import Frame, finish
from generator.views.context.site_context import MOST_SHOWN, SiteContext, key_of
from generator.views.lists.feed_links import follow
from generator.views.lists.forecast_table import ScoreTable
from generator.views.lists.list_entries import ListEntry, edition_line, record_line


class PlannedEntry(NamedTuple):
    """One entry: what its line depends on, its day (2026-11-19), and its line on a page.

    An entry without a day (an area, for example) is in no archive. `edition` is the issue that it
    shows; a list is as of the newest.
    """

    stamp: str
    day: str
    line: Callable[[str], ListEntry]
    edition: Edition | None = None


class ListPart(NamedTuple):
    """A link to a page that shows a part of a list; `number` is how many entries it has."""

    href: str
    text: str
    number: str


class Facet(NamedTuple):
    """One way to divide a list (by year, by kind), with a link for each part."""

    title: str
    choices: tuple[ListPart, ...]


class Listing(NamedTuple):
    """A page with entries, newest first; `holding` are those that hold now, shown before them.

    `life` stands above the list, `nothing` in its place when it has no entries. `scores` and
    `facets` are shown below; the addresses of facets begin at the root of the site.
    """

    address: str
    section: str
    title: str
    summary: str
    entries: Sequence[PlannedEntry]
    scores: ScoreTable | None = None
    facets: tuple[Facet, ...] = ()
    holding: Sequence[PlannedEntry] = ()
    life: tuple[Row, ...] = ()
    nothing: str = ""


def record_entry(context: SiteContext, record_id: str) -> PlannedEntry:
    issued = context.ledger.issued[record_id][-1]
    day, line = str(issued.content["created"]), partial(record_line, context, record_id)
    return PlannedEntry(context.stamp(record_id), day, line, issued.edition)


def edition_entry(context: SiteContext, edition: Edition) -> PlannedEntry:
    """One version of a bulletin; its stamp holds everything that its line shows."""
    values = [edition.plan.get(key) for key in ("title", "kind", "next_issue")]
    stamp = f"{context.edition_stamp(edition)} {values} {edition.relation} {edition.change_note}"
    day, line = f"{edition.issued_at:%Y-%m-%d}", partial(edition_line, context, edition)
    return PlannedEntry(stamp, day, line, edition)


def newest_first(context: SiteContext, record_ids: Sequence[str]) -> list[str]:
    """By the time of last issue, then by id."""
    issued = context.ledger.issued
    dated = ((issued[record_id][-1].edition.issued_at, record_id) for record_id in record_ids)
    return [record_id for _, record_id in sorted(dated, reverse=True)]


def plan_listing(context: SiteContext, listing: Listing) -> Iterator[Planned]:
    """The list; if it has more than MOST_SHOWN dated entries, also a page for each month."""
    dated = [entry for entry in listing.entries if entry.day]
    if len(dated) <= MOST_SHOWN:
        yield _plan(context, listing, ())
        return
    months = _by_month(dated)
    archive = tuple(
        ListPart(
            f"{listing.address}archive/{month}/",
            month_text(month, context.language),
            str(len(part)),
        )
        for month, part in months.items()
    )
    newest = [entry for entry in listing.entries if not entry.day] + dated[:MOST_SHOWN]
    yield _plan(context, listing._replace(entries=newest), archive)
    for choice, entries in zip(archive, months.values(), strict=True):
        title = context.label("archive_title").format(title=listing.title, month=choice.text)
        month = Listing(choice.href, listing.section, title, listing.summary, entries)
        yield from _plan_month(context, month)


def _plan_month(context: SiteContext, month: Listing) -> Iterator[Planned]:
    """The page of a month; a long month shows its newest entries and is divided into parts.

    Parts are counted from the first day, so that a full part never changes when entries are added.
    """
    if len(month.entries) <= MOST_SHOWN:
        yield _plan(context, month, ())
        return
    in_time = sorted(month.entries, key=lambda entry: (entry.day, entry.stamp))
    parts = [in_time[n : n + MOST_SHOWN][::-1] for n in range(0, len(in_time), MOST_SHOWN)]
    archive = tuple(
        ListPart(f"{month.address}{number}/", _days(context, part), str(len(part)))
        for number, part in enumerate(parts, 1)
    )
    newest = month._replace(entries=month.entries[:MOST_SHOWN])
    yield _plan(context, newest, archive[::-1])
    for choice, part in zip(archive, parts, strict=True):
        title = context.label("archive_part").format(title=month.title, days=choice.text)
        yield _plan(context, Listing(choice.href, month.section, title, month.summary, part), ())


def _days(context: SiteContext, part: Sequence[PlannedEntry]) -> str:
    """The first and the last day of a part, whose newest entry is the first."""
    first, last = (date.fromisoformat(entry.day) for entry in (part[-1], part[0]))
    until = day_text(last, context.language)
    if first == last:
        return until
    return context.label("day_to_day").format(start=day_text(first, context.language), until=until)


def _by_month(entries: Sequence[PlannedEntry]) -> dict[str, list[PlannedEntry]]:
    entries_by_month: dict[str, list[PlannedEntry]] = {}
    for entry in entries:
        entries_by_month.setdefault(entry.day[:7], []).append(entry)
    return dict(sorted(entries_by_month.items(), reverse=True))


def _plan(context: SiteContext, listing: Listing, archive: tuple[ListPart, ...]) -> Planned:
    key = key_of(
        ("listing", context.language, listing.address, listing.title, str(listing.scores)),
        (entry.stamp for entry in listing.entries),
        (entry.stamp for entry in listing.holding),
        (f"{part.href} {part.text} {part.number}" for part in archive),
        (str(listing.facets), str(listing.life), str(_as_of(context, listing))),
    )
    make = partial(_make_list, context, listing, archive)
    return Planned(listing.address, listing.section, key, make)


def _make_list(context: SiteContext, listing: Listing, archive: tuple[ListPart, ...]) -> Page:
    start = listing.address
    title, moment = listing.title, _as_of(context, listing)
    frame = Frame(start, listing.section, title, listing.summary, as_of=moment)
    facets = tuple(Facet(f.title, _relative_links(start, f.choices)) for f in listing.facets)
    return finish(
        context,
        frame,
        "listing",
        lines=tuple(entry.line(start) for entry in listing.entries),
        holding=tuple(entry.line(start) for entry in listing.holding),
        archive=_relative_links(start, archive),
        scores=listing.scores,
        facets=facets,
        rows=listing.life,
        nothing=listing.nothing or context.label("nothing_yet"),
        follow=follow(context, start),
    )


def _as_of(context: SiteContext, listing: Listing) -> AsOf | None:
    entries = (*listing.entries, *listing.holding)
    return as_of(context, (entry.edition for entry in entries if entry.edition))


def _relative_links(start: str, choices: Sequence[ListPart]) -> tuple[ListPart, ...]:
    return tuple(choice._replace(href=relative_link(start, choice.href)) for choice in choices)
