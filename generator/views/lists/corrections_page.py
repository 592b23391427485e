"""The public ledger of corrections, updates, withdrawals and recalls."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial

from generator.base.times import moment_text
from generator.model.edition.edition import Edition, Relation
from generator.views.changes.changes_page import address_of_changes
from generator.views.context.addresses import address_of_edition, relative_link
from generator.views.context.recalled import Recalled, all_recalled
from generator.views.context.site_context import Badge, SiteContext
from generator.views.lists.list_entries import ListEntry, edition_line
from generator.views.lists.listing import PlannedEntry, edition_entry


def correction_entries(context: SiteContext) -> tuple[PlannedEntry, ...]:
    """Every correction, update, withdrawal and recall, newest first."""
    return tuple(entry for _, entry in dated_corrections(context))


def dated_corrections(context: SiteContext) -> list[tuple[datetime, PlannedEntry]]:
    corrected = (
        edition for edition in context.ledger.editions if edition.relation is not Relation.NEW
    )
    entries = [*edition_changes(context, corrected), *recall_changes(context)]
    return sorted(entries, key=lambda dated: (dated[0], dated[1].stamp), reverse=True)


def edition_changes(
    context: SiteContext, editions: Iterable[Edition]
) -> Iterator[tuple[datetime, PlannedEntry]]:
    """Editions with their time of issue; each line links to the page of changes."""
    for edition in editions:
        make = partial(_edition_line, context, edition)
        yield edition.issued_at, edition_entry(context, edition)._replace(line=make, edition=None)


def _edition_line(context: SiteContext, edition: Edition, start: str) -> ListEntry:
    """Links to the page of changes; without an earlier version, to the edition itself."""
    line = edition_line(context, edition, start)
    has_changes = context.ledger.version_before(edition) is not None
    address = address_of_changes(edition) if has_changes else address_of_edition(edition.name)
    return line._replace(href=relative_link(start, address))


def recall_changes(context: SiteContext) -> Iterator[tuple[datetime, PlannedEntry]]:
    """What was recalled or taken out of all that readers had, with its time."""
    for thing in all_recalled(context):
        make = partial(_stop_line, context, thing)
        yield thing.at, PlannedEntry(thing.stamp, f"{thing.at:%Y-%m-%d}", make)


def _stop_line(context: SiteContext, thing: Recalled, start: str) -> ListEntry:
    moment = moment_text(thing.at, thing.zone, context.language)
    label = "closed_badge" if thing.recall else "redacted_badge"
    return ListEntry(
        href=relative_link(start, thing.address),
        title=context.label(thing.heading).format(name=thing.title),
        id=thing.name,
        badges=(Badge(context.label(label), "bad"),),
        marks=" · ".join(filter(None, (thing.by, moment))),
        detail=context.label("recall_reason").format(reason=thing.reason),
    )
