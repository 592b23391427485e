"""Ledger: everything issued up to a moment, and what of it holds. The site knows only this."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from generator.base.digest import Json, canonical, digest_bytes
from generator.model.corpus.evidence import days_of_evidence, takes_over
from generator.model.corpus.matter import Matter
from generator.model.corpus.standing import (
    INSTANT,
    Standing,
    begins,
    retired_on,
    standing_by_time,
    window_of,
)
from generator.model.edition.closed import Closed
from generator.model.edition.edition import Edition, Issued, thaw
from generator.model.kinds import end_of, ids_in, is_of, kind_of
from generator.model.kinds.event import Event
from generator.model.ledger.frozen_directory import NO_ROLL, Roll, frozen_directory
from generator.model.ledger.reader_holds import held_back, held_in_events, issued_matters
from generator.model.record.record import Record
from generator.model.registry.directory import Directory
from generator.model.registry.signoff import Recall


@dataclass(frozen=True)
class Ledger:
    """Editions in the order of the chain, recalls, and the moment at which they are read.

    `closed` are the editions that a party recalled: none of their words is shown any more; `ahead`
    are the files of editions and recalls that are dated after that moment.
    `upcoming` is the time of the next known edition or recall after that moment; `roll` are the
    units and areas of the registry, whose ends count at once.
    """

    editions: tuple[Edition, ...]
    recalls: Mapping[str, Recall]
    moment: datetime
    upcoming: datetime | None = None
    roll: Roll = NO_ROLL
    closed: tuple[Closed, ...] = ()
    ahead: tuple[str, ...] = ()

    @cached_property
    def bulletins(self) -> Mapping[str, tuple[Edition, ...]]:
        """The versions of each bulletin, oldest first."""
        versions_by_bulletin: dict[str, list[Edition]] = {}
        for edition in self.editions:
            versions_by_bulletin.setdefault(edition.bulletin, []).append(edition)
        return {bulletin: tuple(versions) for bulletin, versions in versions_by_bulletin.items()}

    @cached_property
    def is_exercise(self) -> bool:
        """Whether all that was ever issued was issued in exercises."""
        said = [thing.is_exercise for thing in self.editions]
        said += [thing.is_exercise for thing in self.closed]
        return bool(said) and all(said)

    @cached_property
    def issued(self) -> Mapping[str, tuple[Issued, ...]]:
        """Every appearance of each record, oldest first; a withdrawal is not an appearance.

        The last appearance has the retirement that the record says today.
        """
        appearances_by_record: dict[str, list[Issued]] = {}
        for edition in self.editions:
            if not edition.is_withdrawal:
                for record_id, content in edition.records.items():
                    appearances_by_record.setdefault(record_id, []).append(
                        _appearance(edition, content)
                    )
        for record_id in appearances_by_record.keys() & self.roll.retired.keys():
            last = appearances_by_record[record_id][-1]
            now = {**last.content, "retired": self.roll.retired[record_id]}
            appearances_by_record[record_id][-1] = last._replace(content=now)
        return {
            record_id: tuple(appearances)
            for record_id, appearances in appearances_by_record.items()
        }

    def version_before(self, edition: Edition) -> Edition | None:
        """The version of the same bulletin that readers had before this edition."""
        earlier = (
            version
            for version in self.bulletins[edition.bulletin]
            if version.version < edition.version
        )
        return max(earlier, key=lambda version: version.version, default=None)

    def versions(self, record_id: str) -> tuple[Issued, ...]:
        """The appearances at which a record's content was new or had changed, oldest first."""
        changed: list[Issued] = []
        for appearance in self.issued.get(record_id, ()):
            if not changed or changed[-1].digest != appearance.digest:
                changed.append(appearance)
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
        return tuple(
            sorted(
                (record_id for record_id in self.issued if is_of(record_id, *kinds)), reverse=True
            )
        )

    @cached_property
    def files(self) -> Mapping[tuple[str, str], str]:
        """(name, digest) → path of each attachment below the site's attachments.

        The bytes issued last under a name have that name; earlier bytes of the same name are
        below the first 12 digits of their digest, and stay there.
        """
        newest = {
            name: sha256
            for edition in self.editions
            for name, sha256 in edition.attachments.items()
        }
        all_files = {pair for edition in self.editions for pair in edition.attachments.items()}
        return {
            (name, sha256): name
            if newest[name] == sha256
            else f"{sha256.removeprefix('sha256:')[:12]}/{name}"
            for name, sha256 in sorted(all_files)
        }

    @cached_property
    def leading(self) -> frozenset[str]:
        """The messages that events name as their first."""
        told = (self.issued[event][-1].content.get("lead") for event in self.of(Event))
        return frozenset(filter(None, told))

    @cached_property
    def named_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each record, the records that name it as last issued, sorted."""
        naming: dict[str, set[str]] = {}
        for record_id, appearances in self.issued.items():
            for named in appearances[-1].names:
                if named != record_id:
                    naming.setdefault(named, set()).add(record_id)
        return {named: tuple(sorted(naming_ids)) for named, naming_ids in naming.items()}

    @cached_property
    def superseded_by(self) -> Mapping[str, str]:
        """For each superseded record, the issued record that took its place."""
        successors: dict[str, str] = {}
        for record_id in sorted(self.issued):
            content = self.issued[record_id][-1].content
            replaced_id = content.get("supersedes")
            if replaced_id and self.is_offered(record_id) and takes_over(content):
                successors[replaced_id] = record_id
        return successors

    def is_withdrawn(self, bulletin: str) -> bool:
        """Whether the newest version of a bulletin withdraws it, or was recalled itself."""
        versions = self.bulletins.get(bulletin)
        return not versions or versions[-1].is_withdrawal or self.closing(bulletin) is not None

    def closing(self, bulletin: str) -> Closed | None:
        """The recalled version of a bulletin, if no version that is shown is newer."""
        shown = max((edition.version for edition in self.bulletins.get(bulletin, ())), default=0)
        newest = max(
            (closed for closed in self.closed if closed.bulletin == bulletin),
            key=lambda closed: closed.version,
            default=None,
        )
        return newest if newest and newest.version > shown else None

    @cached_property
    def gone(self) -> Mapping[str, Closed]:
        """The records that only recalled editions printed, each with the last of these."""
        return {
            record_id: closed
            for closed in self.closed
            for record_id in closed.printed
            if record_id not in self.issued
        }

    def is_offered(self, record_id: str) -> bool:
        """Whether a bulletin that was not withdrawn still offers the record."""
        return not all(map(self.is_withdrawn, self.printed_in(record_id)))

    def printed_in(self, record_id: str) -> frozenset[str]:
        """The bulletins that ever printed a record."""
        return frozenset(appearance.edition.bulletin for appearance in self.issued[record_id])

    def stop(self, record_id: str) -> Standing | None:
        """How people stopped an issued record, independent of time; None while it is offered."""
        if record_id in self.recalls:
            return Standing.RECALLED
        if not self.is_offered(record_id):
            return Standing.WITHDRAWN
        if record_id in self.superseded_by:
            return Standing.SUPERSEDED
        can_be_held = kind_of(record_id).can_be_held
        return Standing.HELD if can_be_held and record_id in self.held else None

    def standing(self, record_id: str) -> Standing:
        """The standing of an issued record at the ledger's moment; an ended record is not held."""
        last, stop = self.issued[record_id][-1], self.stop(record_id)
        if stop and stop is not Standing.HELD:
            return stop
        by_time = standing_by_time(last.content, self.moment, last.edition.zone)
        return stop if stop and by_time.is_usable else by_time

    @cached_property
    def matters(self) -> Mapping[str, Matter]:
        """The state of each consultation, as last issued."""
        return issued_matters(self)

    @cached_property
    def held(self) -> Mapping[str, str]:
        """The consultation that holds back each record, issued or only named."""
        return held_back(self)

    @cached_property
    def held_in(self) -> Mapping[str, tuple[str, ...]]:
        """For each event, the records held back in it."""
        return held_in_events(self)

    @cached_property
    def directory(self) -> Directory:
        """The units and areas as last frozen, on the day of the ledger's moment."""
        return frozen_directory(self.editions, self.roll, self.moment)

    def changes_at(self, window: timedelta) -> datetime | None:
        """The first moment after the ledger's at which time alone changes what holds.

        `window` is how long an edition or a recall counts as recent.
        """
        happened = (
            *(edition.issued_at for edition in self.editions),
            *(recall.at for recall in self.recalls.values()),
            *(closed.at for closed in self.closed),
        )
        instants = [moment + window for moment in happened]
        for appearances in self.issued.values():
            instants += _turning_points(appearances[-1])
        zone = self.newest.zone if self.newest else self.moment.tzinfo
        instants += [begins(day, zone) for day in self.directory.changes()] if zone else []
        coming = [*instants, *([self.upcoming] if self.upcoming else [])]
        return min((instant for instant in coming if instant > self.moment), default=None)

    @property
    def newest(self) -> Edition | None:
        """The edition that tells last who the parties are and how the bulletin is called.

        A withdrawal copies what an earlier version said, so it tells nothing new.
        """
        telling = (edition for edition in reversed(self.editions) if not edition.is_withdrawal)
        return next(telling, None)


def _appearance(edition: Edition, content: Json) -> Issued:
    frozen = canonical(content)
    return Issued(edition, content, digest_bytes(frozen), ids_in(frozen))


def _turning_points(last: Issued) -> Iterator[datetime]:
    """The moments at which time alone changes a record's standing; the last instant counts."""
    zone, content = last.edition.zone, last.content
    window = window_of(content, zone)
    if window:
        yield from (window.start, window.until + INSTANT)
    starts = (retired_on(content), end_of(content), *days_of_evidence(content))
    yield from (begins(written, zone) for written in starts if written)
