"""Every page of the site but the guide, planned in a fixed order. Rendering comes later."""

from collections.abc import Iterator, Mapping

from generator.base.text import Language
from generator.model.boundaries import NO_BOUNDARIES, Boundaries
from generator.model.kinds import KINDS
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.information import Information
from generator.model.kinds.opinion import Opinion
from generator.model.ledger import Ledger
from generator.model.queries import is_rumour
from generator.views.bulletin_lists import plan_bulletin_lists
from generator.views.bulletin_pages import plan_bulletins
from generator.views.corrections_page import corrections
from generator.views.dashboard import plan_dashboard
from generator.views.front import plan_front
from generator.views.listing import (
    Entry,
    Listing,
    newest_first,
    plan_listing,
    record_entry,
)
from generator.views.offline_page import plan_offline
from generator.views.page import Planned
from generator.views.reading import Reading
from generator.views.record_page import plan_record
from generator.views.scores import score_table
from generator.views.search_page import plan_search
from generator.views.sections import BY_ID
from generator.views.subjects import plan_subjects


def plan_site(
    ledger: Ledger, language: Language, boundaries: Boundaries = NO_BOUNDARIES
) -> tuple[Planned, ...]:
    """All pages; only `make` renders, so that pages with known keys need not be made."""
    reading = Reading(ledger, language)
    return (*_plan(reading), plan_dashboard(reading, boundaries))


def _plan(reading: Reading) -> Iterator[Planned]:
    entries = {one: record_entry(reading, one) for one in reading.ledger.issued}
    yield plan_front(reading)
    yield plan_offline(reading)
    of_bulletins = tuple(plan_bulletin_lists(reading))
    yield from of_bulletins
    yield from plan_bulletins(reading)
    for kind in sorted(KINDS, key=lambda kind: kind.section.place):
        if kind is Bulletin:
            continue
        ids = reading.ledger.of(kind)
        listed = _records(reading, kind.section.id, ids, entries)
        scores = score_table(reading) if kind is Opinion else None
        yield from plan_listing(reading, listed._replace(scores=scores))
        for record_id in ids:
            yield plan_record(reading, record_id)
    yield from plan_listing(reading, _records(reading, "rumours", _rumours(reading), entries))
    yield from plan_listing(reading, _listing(reading, "corrections", corrections(reading)))
    yield from plan_subjects(reading, entries, {one.address for one in of_bulletins})
    yield plan_search(reading)


def _rumours(reading: Reading) -> tuple[str, ...]:
    return tuple(one for one in reading.ledger.of(Information) if is_rumour(reading.content(one)))


def _records(
    reading: Reading, section: str, ids: tuple[str, ...], entries: Mapping[str, Entry]
) -> Listing:
    listed = tuple(entries[one] for one in newest_first(reading, ids))
    return _listing(reading, section, listed)


def _listing(reading: Reading, section: str, entries: tuple[Entry, ...]) -> Listing:
    title = BY_ID[section].title.to(reading.language)
    summary = reading.label("summary_section").format(title=title)
    return Listing(f"{BY_ID[section].folder}/", section, title, summary, entries)
