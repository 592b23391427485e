"""The versions of a record: the edition that first printed each, and what had changed."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.digest import digest12
from generator.model.edition.comparison import Change, RecordChange, differing
from generator.model.edition.edition import Issued
from generator.model.kinds import kind_of
from generator.model.record.fields import title_of
from generator.views.changes.change_classes import grade_of_key, in_order
from generator.views.changes.changes_page import address_of_changes
from generator.views.context.addresses import address_of, address_of_edition, relative_link
from generator.views.context.site_context import SiteContext


class ClassLine(NamedTuple):
    """The changed keys of a class of changes."""

    label: str
    keys: str


class VersionLine(NamedTuple):
    """A version of a record: the edition that first printed it, and what had changed.

    `see` links to the changed words if the page of changes of the edition shows them.
    """

    number: str
    name: str
    href: str
    issued: str
    digest: str
    since: str
    changed: tuple[ClassLine, ...]
    see: str


def versions_of(context: SiteContext, record_id: str) -> Iterator[VersionLine]:
    """The versions of a record, newest first."""
    versions = context.ledger.versions(record_id)
    start = address_of(record_id)
    for number in range(len(versions), 0, -1):
        version = versions[number - 1]
        edition = version.edition
        yield VersionLine(
            number=str(number),
            name=edition.name,
            href=f"{relative_link(start, address_of_edition(edition.name))}#{record_id}",
            issued=context.moment(edition.issued_at, edition),
            digest=digest12(version.digest),
            since=context.label("change_at").format(number=number - 1) if number > 1 else "",
            changed=_changed_classes(
                context, versions[number - 2] if number > 1 else None, version
            ),
            see=changes_link(context, start, version) if number > 1 else "",
        )


def _changed_classes(
    context: SiteContext, before: Issued | None, after: Issued
) -> tuple[ClassLine, ...]:
    """The changes since the version before, by class, the gravest class first."""
    if before is None:
        return ()
    record_id = str(after.content["id"])
    keys = tuple(differing(before.content, after.content))
    change = RecordChange(record_id, Change.CHANGED, keys)
    titles_by_class: dict[str, dict[str, None]] = {}
    for key in in_order(change):
        title = title_of(kind_of(record_id), str(key.at[0])).to(context.language)
        label = context.label(grade_of_key(record_id, key).label)
        titles_by_class.setdefault(label, {})[title] = None
    return tuple(ClassLine(label, "; ".join(titles)) for label, titles in titles_by_class.items())


def changes_link(context: SiteContext, start: str, version: Issued) -> str:
    """The link to this version on the page of changes of its edition; empty if not shown there."""
    before = context.ledger.version_before(version.edition)
    record_id = str(version.content["id"])
    if before is None or before.records.get(record_id) == version.content:
        return ""
    return f"{relative_link(start, address_of_changes(version.edition))}#{record_id}"
