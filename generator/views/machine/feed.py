"""The entries of a feed: every version of a bulletin and every recall, in one fixed order.

First recent recalls, then recent corrections and withdrawals, then everything else, newest
first. “Recent” is counted from the newest issue or recall and not from the build, so that a feed
changes only when something is issued or recalled.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from generator.base.digest import Json
from generator.base.times import moment_text
from generator.model.edition.edition import Edition, Relation
from generator.model.kinds import is_of
from generator.model.kinds.event import Event
from generator.model.ledger.evidence import stops_in
from generator.model.ledger.queries import is_newest
from generator.views.bulletin.imprint import validity
from generator.views.changes.change_list import change_sentences
from generator.views.context.addresses import address_of_edition
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import sentence_case
from generator.views.context.recalled import Recalled, all_recalled
from generator.views.lists.feed_links import is_followed
from generator.views.machine.current import recent_corrections, recent_recalls
from generator.views.machine.machine_context import MachineContext, stamp

MOST_ENTRIES = 50


class FeedEntry(NamedTuple):
    """A finished entry. `lines` are sentences; `subject` is a message id or an edition name."""

    id: str
    subject: str
    title: str
    address: str
    published: datetime
    updated: datetime
    lines: tuple[str, ...]
    labels: tuple[str, ...]


class FeedItem(NamedTuple):
    """An edition or a recall, before it is put into words; `stamp` changes when its words do."""

    stamp: str
    updated: datetime
    content: Edition | Recalled

    @property
    def subject(self) -> str:
        return self.content.name


@dataclass(frozen=True)
class Telling:
    """Turns items into entries, each once, because most items stand in several feeds."""

    source: MachineContext

    @cached_property
    def items(self) -> tuple[FeedItem, ...]:
        """All items, in the order of every feed."""
        ledger = self.source.context.ledger
        recall_subjects = dict.fromkeys(recent_recalls(self.source))
        correction_subjects = dict.fromkeys(
            edition.name for edition in recent_corrections(self.source)
        )
        ranks = {
            subject: rank
            for rank, group in enumerate((recall_subjects, correction_subjects))
            for subject in group
        }
        items = [*map(self._edition_item, ledger.editions), *self._recall_items()]
        items.sort(key=lambda item: (item.updated, item.subject), reverse=True)
        return tuple(sorted(items, key=lambda item: ranks.get(item.subject, len(ranks) + 1)))

    @cached_property
    def _entries(self) -> dict[str, FeedEntry]:
        return {}

    def entry(self, item: FeedItem) -> FeedEntry:
        if item.subject not in self._entries:
            content = item.content
            self._entries[item.subject] = (
                self._edition_entry(item, content)
                if isinstance(content, Edition)
                else self._recall_entry(item, content)
            )
        return self._entries[item.subject]

    def _edition_item(self, edition: Edition) -> FeedItem:
        versions = self.source.context.ledger.bulletins[edition.bulletin]
        after = versions[versions.index(edition) + 1 :] or (edition,)
        context = self.source.context
        stops = sorted(map(repr, stops_in(context.ledger, edition).items()))
        told = f"{edition.digest} {versions[-1].name} {stops} {context.stopped_in(edition)}"
        return FeedItem(told, after[0].issued_at, edition)

    def _recall_items(self) -> Iterator[FeedItem]:
        context = self.source.context
        for thing in all_recalled(context):
            instead = context.stamp(thing.instead) if thing.instead else ""
            yield FeedItem(f"{thing.stamp} {instead}", thing.at, thing)

    def _edition_entry(self, item: FeedItem, edition: Edition) -> FeedEntry:
        context = self.source.context
        title = str(edition.plan["title"])
        relation = sentence_case(edition.relation.label.to(context.language))
        if edition.relation is not Relation.NEW:
            title = context.label("feed_correction").format(relation=relation, title=title)
        return FeedEntry(
            id=self.source.urn("edition", edition.digest),
            subject=edition.name,
            title=self.source.marked(f"{title} ({edition.name})", is_exercise=edition.is_exercise),
            address=address_of_edition(edition.name),
            published=edition.issued_at,
            updated=item.updated,
            lines=tuple(self._edition_lines(edition)),
            labels=(edition.relation.value,),
        )

    def _edition_lines(self, edition: Edition) -> Iterator[str]:
        """Sentences: when and why it was issued, what changed, what is new, until when it holds."""
        context = self.source.context
        versions = context.ledger.bulletins[edition.bulletin]
        stops = stops_in(context.ledger, edition)
        edition_context = EditionContext(edition, context.language, stops=stops)
        yield context.label("feed_issued").format(moment=context.moment(edition.issued_at, edition))
        if edition is not versions[-1]:
            yield context.label("newer").format(name=versions[-1].name)
        if edition.change_note:
            yield edition.change_note
        yield from self._change_lines(edition)
        is_standing = is_newest(context.ledger, edition)
        if is_standing:
            yield from self._highlights(edition)
            yield f"{validity(edition_context).rstrip('.')}."
            if edition.plan.get("next_issue"):
                next_issue = datetime.fromisoformat(str(edition.plan["next_issue"]))
                yield context.label("feed_next").format(moment=context.moment(next_issue, edition))

    def _highlights(self, edition: Edition) -> Iterator[str]:
        """The highlights; a note in place of those that people stopped."""
        context = self.source.context
        for highlight in edition.plan.get("highlights", ()):
            text, because = str(highlight["text"]), highlight.get("because", ())
            is_stopped = any(map(context.is_stopped, because))
            is_stopped = is_stopped or context.is_stopped_text(text, edition)
            yield context.label("sentence_left_out") if is_stopped else text

    def _change_lines(self, edition: Edition) -> Iterator[str]:
        versions = self.source.context.ledger.bulletins[edition.bulletin]
        before = next(
            (version for version in versions if version.version == edition.version - 1), None
        )
        if before:
            for sentence in change_sentences(before, edition, self.source.context.language):
                yield self.source.context.label("feed_changed").format(text=sentence)

    def _recall_entry(self, item: FeedItem, thing: Recalled) -> FeedEntry:
        label, recall = self.source.context.label, thing.recall
        name = f"{thing.title} ({thing.name})" if thing.has_title else thing.title
        title = label(thing.heading).format(name=name)
        told = stamp(recall.model_dump(mode="json")) if recall else thing.stamp
        return FeedEntry(
            id=self.source.urn("recall", thing.name, told),
            subject=thing.name,
            title=self.source.marked(title, is_exercise=thing.is_exercise),
            address=thing.address,
            published=thing.at,
            updated=item.updated,
            lines=tuple(self._recall_lines(thing)),
            labels=("recalled",),
        )

    def _recall_lines(self, thing: Recalled) -> Iterator[str]:
        context, instead = self.source.context, thing.instead
        moment = moment_text(thing.at, thing.zone, context.language)
        told = context.label("feed_recalled" if thing.recall else "redacted")
        yield told.format(unit=thing.by, moment=moment)
        yield context.label("recall_reason").format(reason=thing.reason)
        if instead and context.is_issued(instead):
            title = context.content(instead)["title"]
            yield context.label("feed_instead").format(id=instead, title=title)


def subjects_of(source: MachineContext) -> Mapping[str, frozenset[str]]:
    """The addresses of events, areas and topics that each edition or recall is about."""
    ledger = source.context.ledger
    subjects = {edition.name: _subjects_of_edition(edition) for edition in ledger.editions}
    for thing in all_recalled(source.context):
        content = source.context.content(thing.name) if thing.name in ledger.issued else {}
        subjects[thing.name] = frozenset(_subjects_of_record(thing.name, content))
    return subjects


def _subjects_of_edition(edition: Edition) -> frozenset[str]:
    records = edition.contents.items()
    return frozenset(name for record in records for name in _subjects_of_record(*record))


def _subjects_of_record(record_id: str, content: Json) -> Iterator[str]:
    if is_of(record_id, Event):
        yield f"events/{record_id}/"
    if event := content.get("event"):
        yield f"events/{event}/"
    if topic := content.get("topic"):
        yield f"topics/{topic}/"
    yield from (f"areas/{area}/" for area in content.get("areas", ()))


def followed(source: MachineContext, addresses: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(address, title) of the pages among these that have a feed of their own."""
    names: dict[str, str] = {}
    for edition in reversed(source.context.ledger.editions):
        for section in ("areas", "topics"):
            for row in edition.entries(section):
                names.setdefault(f"{section}/{row['id']}/", str(row["name"]))
    for address in filter(is_followed, addresses):
        subject_id = address.rstrip("/").rpartition("/")[2]
        is_record = source.context.is_issued(subject_id)
        title = source.context.content(subject_id)["title"] if is_record else subject_id
        yield address, str(names.get(address, title))


def about(source: MachineContext, items: Iterable[FeedItem]) -> Mapping[str, Sequence[FeedItem]]:
    """The items about each event, area and topic, by address; at most MOST_ENTRIES each."""
    touched = subjects_of(source)
    items_by_address: dict[str, list[FeedItem]] = {}
    for item in items:
        for address in touched[item.subject]:
            address_items = items_by_address.setdefault(address, [])
            if len(address_items) < MOST_ENTRIES:
                address_items.append(item)
    return items_by_address
