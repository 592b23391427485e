"""Ledger: what has been issued up to a moment, and what of it holds. The site knows only this."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from generator.base.digest import Json, canonical, digest_bytes
from generator.model.corpus.matter import Matter
from generator.model.corpus.standing import INSTANT, Standing, begins, standing_by_time, window_of
from generator.model.edition.edition import Edition, Issued, thaw
from generator.model.kinds import end_of, ids_in, is_of, kind_of
from generator.model.ledger.reader_holds import held_back, held_in_events, issued_matters
from generator.model.record.record import Record
from generator.model.registry.registry import Registry
from generator.model.registry.signoff import Recall


@dataclass(frozen=True)
class Ledger:
    """Editions in the order of the chain, recalls, and the moment they are read at.

    `upcoming` is when the next known edition or recall comes after that moment.
    """

    editions: tuple[Edition, ...]
    recalls: Mapping[str, Recall]
    moment: datetime
    upcoming: datetime | None = None

    @cached_property
    def bulletins(self) -> Mapping[str, tuple[Edition, ...]]:
        """The versions of each bulletin, oldest first."""
        found: dict[str, list[Edition]] = {}
        for edition in self.editions:
            found.setdefault(edition.bulletin, []).append(edition)
        return {bulletin: tuple(versions) for bulletin, versions in found.items()}

    @cached_property
    def issued(self) -> Mapping[str, tuple[Issued, ...]]:
        """Every appearance of each record, oldest first; withdrawals are no appearance."""
        found: dict[str, list[Issued]] = {}
        for edition in self.editions:
            if not edition.is_withdrawal:
                for record_id, content in edition.records.items():
                    found.setdefault(record_id, []).append(_issued(edition, content))
        return {record_id: tuple(all_of_it) for record_id, all_of_it in found.items()}

    def version_before(self, edition: Edition) -> Edition | None:
        """The version of its bulletin that readers had before this one."""
        earlier = (v for v in self.bulletins[edition.bulletin] if v.version < edition.version)
        return max(earlier, key=lambda one: one.version, default=None)

    def versions(self, record_id: str) -> tuple[Issued, ...]:
        """The appearances at which a record's content was new or had changed, oldest first."""
        changed: list[Issued] = []
        for one in self.issued.get(record_id, ()):
            if not changed or changed[-1].digest != one.digest:
                changed.append(one)
        return tuple(changed)

    def latest(self, record_id: str) -> Issued | None:
        """A record as last issued."""
        appearances = self.issued.get(record_id)
        return appearances[-1] if appearances else None

    def record(self, record_id: str) -> Record | None:
        """A record as last issued, as its kind."""
        last = self.latest(record_id)
        return thaw(record_id, last.content) if last else None

    def of(self, *kinds: type[Record]) -> tuple[str, ...]:
        """The ids of these kinds that were ever issued, newest id first."""
        return tuple(sorted((one for one in self.issued if is_of(one, *kinds)), reverse=True))

    @cached_property
    def files(self) -> Mapping[tuple[str, str], str]:
        """Where each attachment stands below the site's attachments, by its name and digest.

        What was issued last under a name stands there; other bytes that once had the name stand
        below the first 12 digits of their digest, and stay.
        """
        newest = {name: sha for one in self.editions for name, sha in one.attachments.items()}
        every = {pair for one in self.editions for pair in one.attachments.items()}
        return {
            (name, sha): name
            if newest[name] == sha
            else f"{sha.removeprefix('sha256:')[:12]}/{name}"
            for name, sha in sorted(every)
        }

    @cached_property
    def named_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each record, the records that name it as last issued, sorted."""
        found: dict[str, set[str]] = {}
        for record_id, appearances in self.issued.items():
            for named in appearances[-1].names:
                if named != record_id:
                    found.setdefault(named, set()).add(record_id)
        return {named: tuple(sorted(by)) for named, by in found.items()}

    @cached_property
    def superseded_by(self) -> Mapping[str, str]:
        """For each superseded message, the issued message that took its place."""
        found: dict[str, str] = {}
        for record_id in sorted(self.issued):
            replaced = self.issued[record_id][-1].content.get("supersedes")
            if replaced and self.is_offered(record_id):
                found[replaced] = record_id
        return found

    def is_withdrawn(self, bulletin: str) -> bool:
        """Whether the newest version of a bulletin takes it back."""
        return self.bulletins[bulletin][-1].is_withdrawal

    def is_offered(self, record_id: str) -> bool:
        """Whether a bulletin that was not withdrawn still offers the record."""
        return not all(map(self.is_withdrawn, self.printed_in(record_id)))

    def printed_in(self, record_id: str) -> frozenset[str]:
        """The bulletins that ever printed a record."""
        return frozenset(one.edition.bulletin for one in self.issued[record_id])

    def stop(self, record_id: str) -> Standing | None:
        """What people did to an issued record that no clock undoes; None while it is offered."""
        if record_id in self.recalls:
            return Standing.RECALLED
        if not self.is_offered(record_id):
            return Standing.WITHDRAWN
        if record_id in self.superseded_by:
            return Standing.SUPERSEDED
        is_said = kind_of(record_id).can_be_held
        return Standing.HELD if is_said and record_id in self.held else None

    def standing(self, record_id: str) -> Standing:
        """What an issued record is worth at the ledger's moment; what is over is not held."""
        last, stop = self.issued[record_id][-1], self.stop(record_id)
        if stop and stop is not Standing.HELD:
            return stop
        timed = standing_by_time(last.content, self.moment, last.edition.zone)
        return stop if stop and timed.is_usable else timed

    @cached_property
    def matters(self) -> Mapping[str, Matter]:
        """The state of each consultation, as last issued."""
        return issued_matters(self)

    @cached_property
    def held(self) -> Mapping[str, str]:
        """The consultation that holds each record back, of those issued and those only named."""
        return held_back(self)

    @cached_property
    def held_in(self) -> Mapping[str, tuple[str, ...]]:
        """For each event, what is held back in it."""
        return held_in_events(self)

    def changes_at(self, window: timedelta) -> datetime | None:
        """The first moment after this one at which time alone changes what holds.

        `window` is how long what happened counts as recent.
        """
        happened = (*(e.issued_at for e in self.editions), *(r.at for r in self.recalls.values()))
        instants = [moment + window for moment in happened]
        for appearances in self.issued.values():
            instants += _edges(appearances[-1])
        coming = [*instants, *([self.upcoming] if self.upcoming else [])]
        return min((instant for instant in coming if instant > self.moment), default=None)

    @property
    def newest(self) -> Edition | None:
        return self.editions[-1] if self.editions else None

    @property
    def names(self) -> Registry | None:
        """The registry as the newest edition froze it."""
        return self.newest.names if self.newest else None


def _issued(edition: Edition, content: Json) -> Issued:
    frozen = canonical(content)
    return Issued(edition, content, digest_bytes(frozen), ids_in(frozen))


def _edges(last: Issued) -> Iterator[datetime]:
    """When time alone changes what a frozen record is worth; the last instant still counts."""
    zone, content = last.edition.zone, last.content
    window = window_of(content, zone)
    if window:
        yield from (window.start, window.until + INSTANT)
    ends = (content.get("retired", {}).get("on"), end_of(content))
    yield from (begins(written, zone) for written in ends if written)
