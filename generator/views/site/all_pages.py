"""Every page of the site except the guide, planned in a fixed order and rendered later."""

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
from generator.views.context.site_context import NOTHING_UNMADE, SiteContext, Unmade
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
from generator.views.site.closed_pages import plan_closed
from generator.views.site.front_page import plan_front
from generator.views.site.offline_page import plan_offline
from generator.views.site.record_page import plan_record
from generator.views.site.search_page import plan_search


def plan_site(
    ledger: Ledger,
    language: Language,
    boundaries: Boundaries = NO_BOUNDARIES,
    unmade: Unmade = NOTHING_UNMADE,
) -> tuple[Planned, ...]:
    """All pages; only `make` renders, so that a page with a known key is not made again."""
    context = SiteContext(ledger, language, unmade)
    return (*_plan(context), plan_dashboard(context, boundaries))


def _plan(context: SiteContext) -> Iterator[Planned]:
    entries = {record_id: record_entry(context, record_id) for record_id in context.ledger.issued}
    yield plan_front(context)
    yield plan_offline(context)
    of_bulletins = tuple(plan_bulletin_lists(context))
    yield from of_bulletins
    yield from plan_bulletins(context)
    yield from plan_closed(context)
    for kind in sorted(KINDS, key=lambda kind: kind.section.place):
        if kind is Bulletin:
            continue
        ids = context.ledger.of(kind)
        listing = _records(context, kind.section.id, ids, entries)
        scores = score_table(context) if kind is Opinion else None
        yield from plan_listing(context, listing._replace(scores=scores))
        for record_id in ids:
            yield plan_record(context, record_id)
    yield from plan_listing(context, _records(context, "rumours", _rumours(context), entries))
    yield from plan_listing(context, _listing(context, "corrections", correction_entries(context)))
    yield from plan_subjects(context, entries, {planned.address for planned in of_bulletins})
    yield plan_search(context)


def _rumours(context: SiteContext) -> tuple[str, ...]:
    return tuple(
        record_id
        for record_id in context.ledger.of(Information)
        if is_rumour(context.content(record_id))
    )


def _records(
    context: SiteContext, section: str, ids: tuple[str, ...], entries: Mapping[str, PlannedEntry]
) -> Listing:
    newest_entries = tuple(entries[record_id] for record_id in newest_first(context, ids))
    return _listing(context, section, newest_entries)


def _listing(context: SiteContext, section: str, entries: tuple[PlannedEntry, ...]) -> Listing:
    title = context.label(f"section_{section}")
    summary = context.label("summary_section").format(title=title)
    return Listing(f"{BY_ID[section].folder}/", section, title, summary, entries)
