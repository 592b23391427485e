"""Lists that never grow without bound: the newest entries, and one page for each month."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.model.edition import Edition
from generator.views.finish import Frame, finish
from generator.views.follow import follow
from generator.views.lines import Line, edition_line, record_line
from generator.views.page import Page, Planned
from generator.views.reading import MOST_SHOWN, Reading, key_of
from generator.views.scores import ScoreTable
from generator.views.sections import link
from generator.views.times import month_text


class Entry(NamedTuple):
    """One entry: what its line depends on, its month (2026-11), and its line on a page."""

    stamp: str
    month: str
    line: Callable[[str], Line]


class Listing(NamedTuple):
    """A list of entries, newest first, that stands at an address; `scores` stand below it."""

    address: str
    section: str
    title: str
    summary: str
    entries: Sequence[Entry]
    scores: ScoreTable | None = None


class Month(NamedTuple):
    """One month of the archive."""

    href: str
    text: str
    number: str


def record_entry(reading: Reading, record_id: str) -> Entry:
    month = str(reading.content(record_id)["created"])[:7]
    return Entry(reading.stamp(record_id), month, partial(record_line, reading, record_id))


def edition_entry(reading: Reading, edition: Edition) -> Entry:
    """One version of a bulletin; its line shows its relation, its note and when the next comes."""
    shown = [edition.plan.get(key) for key in ("title", "kind", "next_issue")]
    stamp = f"{reading.edition_stamp(edition)} {shown} {edition.relation} {edition.change_note}"
    return Entry(stamp, f"{edition.issued_at:%Y-%m}", partial(edition_line, reading, edition))


def newest_first(reading: Reading, record_ids: Sequence[str]) -> list[str]:
    """By the time of last issue, then by id."""
    issued = reading.ledger.issued
    dated = ((issued[one][-1].edition.issued_at, one) for one in record_ids)
    return [one for _, one in sorted(dated, reverse=True)]


def plan_listing(reading: Reading, listing: Listing) -> Iterator[Planned]:
    """The list itself, and its months when it is too long for one page."""
    newest = listing.entries[:MOST_SHOWN]
    months = _months(listing.entries) if len(listing.entries) > MOST_SHOWN else {}
    counts = {month: len(entries) for month, entries in months.items()}
    key = key_of(
        ("listing", reading.language, listing.address, listing.title, str(listing.scores)),
        (one.stamp for one in newest),
        (f"{month} {count}" for month, count in counts.items()),
    )
    make = partial(_make_list, reading, listing._replace(entries=newest), counts)
    yield Planned(listing.address, listing.section, key, make)
    for month, entries in months.items():
        yield _plan_month(reading, listing, month, entries)


def _months(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for one in entries:
        found.setdefault(one.month, []).append(one)
    return dict(sorted(found.items(), reverse=True))


def _plan_month(
    reading: Reading, listing: Listing, month: str, entries: Sequence[Entry]
) -> Planned:
    title = reading.label("archive_title").format(
        title=listing.title, month=month_text(month, reading.language)
    )
    address = f"{listing.address}archive/{month}/"
    archive = Listing(address, listing.section, title, listing.summary, entries)
    key = key_of(("listing", reading.language, address, title), (one.stamp for one in entries))
    return Planned(address, listing.section, key, partial(_make_list, reading, archive, {}))


def _make_list(reading: Reading, listing: Listing, counts: dict[str, int]) -> Page:
    frame = Frame(listing.address, listing.section, listing.title, listing.summary)
    months = (
        Month(
            link(listing.address, f"{listing.address}archive/{month}/"),
            month_text(month, reading.language),
            str(count),
        )
        for month, count in counts.items()
    )
    lines = tuple(one.line(listing.address) for one in listing.entries)
    values = {"lines": lines, "months": tuple(months), "scores": listing.scores}
    return finish(reading, frame, "listing", **values, follow=follow(reading, listing.address))
