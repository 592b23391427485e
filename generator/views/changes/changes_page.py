"""The page of what one version changed: by class, and in each class by record."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import NamedTuple

from generator.base.digest import Json
from generator.model.edition.comparison import Change, RecordChange, unchanged
from generator.model.edition.edition import Edition
from generator.model.edition.terms import level_of
from generator.model.kinds import kind_of
from generator.model.registry.registry import ApprovalLevel
from generator.model.registry.signoff import Recall, Verdict
from generator.views.changes.change_classes import Grade, grade_of, ordered
from generator.views.changes.change_marks import ChangedKey, changed_record
from generator.views.context.addresses import address_of, address_of_edition, relative_link
from generator.views.context.as_of import as_of
from generator.views.context.formatter import Cite, sentence_case
from generator.views.context.page import Page, Planned
from generator.views.context.page_layout import Frame, finish
from generator.views.context.site_context import SiteContext, key_of


class ChangedRecord(NamedTuple):
    """One record in a class; `recalled` and `gone` are sentences or empty.

    The changes of a recalled message are in `folded`, since it must not be used.
    """

    id: str
    kind: str
    title: str
    href: str
    recalled: str
    reason: str
    gone: str
    keys: tuple[ChangedKey, ...]
    folded: tuple[ChangedKey, ...]


class ChangeGroup(NamedTuple):
    """All records of one class."""

    id: str
    title: str
    number: str
    records: tuple[ChangedRecord, ...]


class Both(NamedTuple):
    """Two versions of one bulletin, and its newest version."""

    before: Edition
    after: Edition
    newest: Edition


def address_of_changes(edition: Edition) -> str:
    return f"{address_of_edition(edition.name)}changes/"


def plan_changes(context: SiteContext, both: Both) -> Planned:
    issued_ids = [
        record_id for record_id in sorted(both.after.records) if context.is_issued(record_id)
    ]
    recalls = (recall.model_dump_json() for recall in _recalls(context, both).values())
    key = key_of(
        ("changes", context.language, both.after.digest, both.before.digest),
        (both.newest.name, both.newest.digest),
        (f"{record_id} {context.is_issued(record_id)}" for record_id in issued_ids),
        recalls,
    )
    make = partial(_make, context, both)
    return Planned(address_of_changes(both.after), "bulletins", key, make)


def _make(context: SiteContext, both: Both) -> Page:
    after, before = both.after, both.before
    address = address_of_changes(after)
    subtitle = context.label("changes_of").format(version=after.version)
    title = f"{after.bulletin}: {subtitle}"
    count = context.label("change_unchanged").format(count=unchanged(before, after))
    groups, beside = tuple(_groups(context, both)), tuple(_other_differences(context, both))
    return finish(
        context,
        Frame(
            address,
            "bulletins",
            title,
            title,
            context.exercise_mark(after),
            as_of(context, (after,)),
        ),
        "changes",
        note=after.change_note or "",
        whole=context.label("change_whole") if after.is_withdrawal else "",
        newer=_newer(context, both),
        back=_cite(context, after, address),
        before=_cite(context, before, address),
        groups=groups,
        summary=len(groups) > 1,
        beside=beside,
        nothing="" if groups or beside else context.label(_nothing(both)),
        unchanged=count,
    )


def _nothing(both: Both) -> str:
    """The label for a comparison that found no difference."""
    return "change_none" if _is_same(both) else "change_unknown"


def _cite(context: SiteContext, edition: Edition, address: str) -> Cite:
    moment = context.moment(edition.issued_at, edition)
    return Cite(edition.name, "", moment, relative_link(address, address_of_edition(edition.name)))


def _newer(context: SiteContext, both: Both) -> Cite | None:
    if both.newest.name == both.after.name:
        return None
    text = context.label("newer").format(name=both.newest.name)
    href = relative_link(address_of_changes(both.after), address_of_edition(both.newest.name))
    return Cite(both.newest.name, text, "", href)


def _recalls(context: SiteContext, both: Both) -> Mapping[str, Recall]:
    """The recalls of messages in either version, whether before or after their issue."""
    record_ids = {*both.before.records, *both.after.records}
    recalls = context.ledger.recalls
    return {
        record_id: recalls[record_id] for record_id in sorted(record_ids) if record_id in recalls
    }


def _groups(context: SiteContext, both: Both) -> Iterator[ChangeGroup]:
    """The classes that are not empty, in their order; a recalled message is in the first."""
    recalled = _recalls(context, both)
    changes = {change.record: change for change in ordered(both.before, both.after)}
    only_recalled = (
        RecordChange(record_id, Change.CHANGED)
        for record_id in recalled
        if record_id not in changes
    )
    graded = [
        (Grade.WITHDRAWN if change.record in recalled else grade_of(change), change)
        for change in (*only_recalled, *changes.values())
    ]
    graded.sort(key=lambda pair: (pair[0], pair[1].record not in recalled, pair[1].record))
    for grade, pairs in groupby(graded, key=lambda pair: pair[0]):
        records = tuple(
            _record_view(context, both, change, recalled.get(change.record)) for _, change in pairs
        )
        count = context.label("change_count").format(count=len(records))
        yield ChangeGroup(grade.label.replace("_", "-"), context.label(grade.label), count, records)


def _record_view(
    context: SiteContext, both: Both, change: RecordChange, recall: Recall | None
) -> ChangedRecord:
    changed = changed_record(both.before, both.after, change, context.language)
    is_paged = change.record == both.after.bulletin or context.is_issued(change.record)
    start = address_of_changes(both.after)
    is_gone = change.change is Change.REMOVED
    return ChangedRecord(
        id=changed.id,
        kind=sentence_case(kind_of(changed.id).label.to(context.language)),
        title=changed.title,
        href=relative_link(start, address_of(change.record)) if is_paged else "",
        recalled=recall_sentence(context, both.after, recall) if recall else "",
        reason=context.label("recall_reason").format(reason=recall.reason) if recall else "",
        gone=context.label("change_gone") if is_gone else "",
        keys=() if recall else changed.keys,
        folded=changed.keys if recall else (),
    )


def recall_sentence(context: SiteContext, edition: Edition, recall: Recall) -> str:
    unit = edition.names.units.get(recall.unit)
    moment = context.moment(recall.at, edition)
    name = unit.name if unit else recall.unit
    return context.label("recalled").format(moment=moment, unit=name)


def _other_differences(context: SiteContext, both: Both) -> Iterator[str]:
    """Differences outside the records: how parties approved, and names in the registry."""
    before, after = _levels(both.before), _levels(both.after)
    names, none = both.after.names, context.label("change_unapproved")
    for party in both.after.parties:
        was, now = before.get(party), after.get(party)
        if was is not now:
            yield context.label("change_level").format(
                unit=names.units[party].name if party in names.units else party,
                before=was.label.to(context.language) if was else none,
                after=now.label.to(context.language) if now else none,
            )
    if renamed := _renamed_entries(both):
        yield context.label("change_names").format(names="; ".join(renamed))


def _renamed_entries(both: Both) -> list[str]:
    """The names of registry entries that are in both versions but differ."""
    before, after = (_registry_entries(edition) for edition in (both.before, both.after))
    return [
        str(after[key]["name"])
        for key in sorted(before.keys() & after)
        if before[key] != after[key]
    ]


def _registry_entries(edition: Edition) -> dict[tuple[str, str], Json]:
    sections = ("units", "areas", "topics", "document_types")
    return {
        (section, str(entry["id"])): entry
        for section in sections
        for entry in edition.entries(section)
    }


def _is_same(both: Both) -> bool:
    """Whether all frozen content is the same; only then may a page say that nothing changed."""
    frozen = ("plan", "records", "attachments", "registry")
    return all(getattr(both.before, name) == getattr(both.after, name) for name in frozen)


def _levels(edition: Edition) -> Mapping[str, ApprovalLevel]:
    """The level of each unit's approval of the bulletin."""
    return {
        str(approval["unit"]): level_of(approval)
        for approval in edition.approvals
        if approval["record"] == edition.bulletin and approval["decision"] == Verdict.APPROVE
    }
