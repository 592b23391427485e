"""Every page of the site but the guide, planned in a fixed order. Rendering comes later."""

from collections.abc import Iterator, Mapping

from generator.base.text import Language
from generator.model.kinds import KINDS
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.information import Information
from generator.model.kinds.opinion import Opinion
from generator.model.ledger.ledger import Ledger
from generator.model.ledger.queries import is_rumour
from generator.model.registry.boundaries import NO_BOUNDARIES, Boundaries
from generator.views.context.addresses import BY_ID
from generator.views.context.page import Planned
from generator.views.context.site_context import SiteContext
from generator.views.dashboard.dashboard_page import plan_dashboard
from generator.views.lists.bulletin_lists import plan_bulletin_lists
from generator.views.lists.corrections_page import correction_entries
from generator.views.lists.forecast_table import score_table
from generator.views.lists.listing import (
    Listing,
    PlannedEntry,
    newest_first,
    plan_listing,
    record_entry,
)
from generator.views.lists.subject_pages import plan_subjects
from generator.views.site.bulletin_pages import plan_bulletins
from generator.views.site.front_page import plan_front
from generator.views.site.offline_page import plan_offline
from generator.views.site.record_page import plan_record
from generator.views.site.search_page import plan_search


def plan_site(
    ledger: Ledger, language: Language, boundaries: Boundaries = NO_BOUNDARIES
) -> tuple[Planned, ...]:
    """All pages; only `make` renders, so that pages with known keys need not be made."""
    reading = SiteContext(ledger, language)
    return (*_plan(reading), plan_dashboard(reading, boundaries))


def _plan(reading: SiteContext) -> Iterator[Planned]:
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
    yield from plan_listing(reading, _listing(reading, "corrections", correction_entries(reading)))
    yield from plan_subjects(reading, entries, {one.address for one in of_bulletins})
    yield plan_search(reading)


def _rumours(reading: SiteContext) -> tuple[str, ...]:
    return tuple(one for one in reading.ledger.of(Information) if is_rumour(reading.content(one)))


def _records(
    reading: SiteContext, section: str, ids: tuple[str, ...], entries: Mapping[str, PlannedEntry]
) -> Listing:
    listed = tuple(entries[one] for one in newest_first(reading, ids))
    return _listing(reading, section, listed)


def _listing(reading: SiteContext, section: str, entries: tuple[PlannedEntry, ...]) -> Listing:
    title = BY_ID[section].title.to(reading.language)
    summary = reading.label("summary_section").format(title=title)
    return Listing(f"{BY_ID[section].folder}/", section, title, summary, entries)
