"""The public ledger of corrections, updates, withdrawals and recalls."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial

from generator.model.edition.edition import Edition, Relation
from generator.model.registry.signoff import Recall
from generator.views.changes.changes_page import address_of_changes
from generator.views.context.addresses import address_of, address_of_edition, relative_link
from generator.views.context.edition_context import unit_called
from generator.views.context.formatter import sentence_case
from generator.views.context.site_context import Badge, SiteContext
from generator.views.lists.list_entries import ListEntry, edition_line
from generator.views.lists.listing import PlannedEntry, edition_entry


def correction_entries(reading: SiteContext) -> tuple[PlannedEntry, ...]:
    """Every correction, update, withdrawal and recall, newest first."""
    return tuple(entry for _, entry in _dated(reading))


def corrections_after(reading: SiteContext, moment: datetime) -> tuple[PlannedEntry, ...]:
    return tuple(entry for at, entry in _dated(reading) if at > moment)


def _dated(reading: SiteContext) -> list[tuple[datetime, PlannedEntry]]:
    corrected = (one for one in reading.ledger.editions if one.relation is not Relation.NEW)
    found = [*edition_changes(reading, corrected), *recall_changes(reading)]
    return sorted(found, key=lambda one: (one[0], one[1].stamp), reverse=True)


def edition_changes(
    reading: SiteContext, editions: Iterable[Edition]
) -> Iterator[tuple[datetime, PlannedEntry]]:
    """Editions by their time of issue; a line leads to what changed."""
    for edition in editions:
        make = partial(_edition_line, reading, edition)
        yield edition.issued_at, edition_entry(reading, edition)._replace(line=make)


def _edition_line(reading: SiteContext, edition: Edition, start: str) -> ListEntry:
    """It leads to what changed, where there is a page of changes."""
    line = edition_line(reading, edition, start)
    has_changes = reading.ledger.version_before(edition) is not None
    address = address_of_changes(edition) if has_changes else address_of_edition(edition.name)
    return line._replace(href=relative_link(start, address))


def recall_changes(reading: SiteContext) -> Iterator[tuple[datetime, PlannedEntry]]:
    """Recalls by their time."""
    for record_id, recall in sorted(reading.ledger.recalls.items()):
        if reading.is_issued(record_id):
            stamp = f"{reading.stamp(record_id)} {recall.model_dump_json()}"
            make = partial(_recall_line, reading, recall)
            yield recall.at, PlannedEntry(stamp, f"{recall.at:%Y-%m-%d}", make)


def _recall_line(reading: SiteContext, recall: Recall, start: str) -> ListEntry:
    edition = reading.ledger.issued[recall.record][-1].edition
    badge = Badge(sentence_case(reading.standing(recall.record).label.to(reading.language)), "bad")
    said = reading.label("recall_of").format(name=reading.content(recall.record)["title"])
    return ListEntry(
        href=relative_link(start, address_of(recall.record)),
        title=said,
        id=recall.record,
        badges=(badge,),
        marks=" · ".join((unit_called(edition, recall.unit), reading.moment(recall.at, edition))),
        detail=reading.label("recall_reason").format(reason=recall.reason),
    )
