"""Stops that git had: one unit makes them, and nobody takes them back alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import UTC, date, datetime, tzinfo
from typing import NamedTuple

from generator.base.diagnostics import Diagnostic
from generator.base.digest import Json, blob_ids
from generator.base.workspace import Version, Workspace, blob
from generator.editions.in_git import RECALLS, WATCHED
from generator.editions.problems import lost_recall, lost_retirement, passed_rejection
from generator.model.corpus.standing import begins, has_come, retired_on
from generator.model.edition.edition import Edition, History, Link, Redacted
from generator.model.edition.terms import declared_in
from generator.model.record.record import Retired
from generator.model.registry.signoff import Recall, Rejection, recall_path
from generator.source.files.file_list import RECALL
from generator.source.files.rejections import rejections
from generator.source.files.retirements import FOLDERS, SAYS_RETIRED, retirement_in
from generator.source.files.validation import validate
from generator.source.yaml.loader import load

_EVER = datetime.min.replace(tzinfo=UTC)


def lost_stops(
    workspace: Workspace, history: History, coming: Set[str] = frozenset()
) -> Iterator[Diagnostic]:
    """Recalls and retirements that git had, and that are gone or stop less now.

    `coming` are the records of an edition that is about to be issued: it may bring them back.
    """
    if history.editions:
        past = _Past(workspace, history, history.editions[-1].zone)
        yield from past.lost_recalls()
        yield from past.passed_rejections(coming)
        yield from past.lost_retirements(coming)


class _Stop(NamedTuple):
    """A retirement that git had: the commit that wrote it, when, and since when it stops."""

    commit: str
    written: datetime
    since: datetime


class _Order(NamedTuple):
    """A recall that git had, and the version of its file."""

    recall: Recall
    version: Version

    def is_taken_back(self, later: Version) -> bool:
        """Whether it was gone before its moment, by commits that know the time."""
        is_replaced = self.version.digest in later.before
        return is_replaced and self.version.at <= later.at < self.recall.at


class _Past(NamedTuple):
    """What git tells of stops, beside what was issued."""

    workspace: Workspace
    history: History
    zone: tzinfo

    def lost_recalls(self) -> Iterator[Diagnostic]:
        """A recall stays as it was written; only of a bulletin that was issued again, a next one
        takes the place of the first."""
        files = {file.path for file in self.workspace.files(RECALLS) if file.is_regular}
        told = (v for v in self.workspace.versions(WATCHED) if RECALL.match(v.path))
        for path, versions in _by_path(told).items():
            content = self.workspace.read(path) if path in files else b""
            if {version.digest for version in versions} <= {*blob_ids(content)}:
                continue
            stood = self._stood(path, versions)
            present = self._recall_in(path, content)
            if stood and not self._holds(present, [order.recall for order in stood]):
                yield lost_recall(path, stood[-1].version.commit)

    def _stood(self, path: str, versions: Sequence[Version]) -> Sequence[_Order]:
        """The recalls that stopped something: the first, and those that came next.

        Two units may have written the first at once, each on a branch of its own.
        """
        stood: list[_Order] = []
        was_dropped = False
        for version in versions:
            stood = [order for order in stood if not order.is_taken_back(version)]
            was_dropped = was_dropped or (version.is_gone and bool(stood))
            recall = self._recall_in(path, blob(self.workspace, version.digest))
            if recall is None or not self._stops(recall):
                continue
            is_first = not stood or (version.is_begun and not was_dropped)
            if is_first or any(self._is_next(recall, one.recall) for one in stood):
                stood.append(_Order(recall, version))
        return stood

    def _recall_in(self, path: str, content: bytes | None) -> Recall | None:
        values = load(path, content).value if content else None
        recall = validate(path, values, Recall, self.zone).value if values else None
        return recall if recall and recall_path(recall.record) == path else None

    def _holds(self, recall: Recall | None, stood: Sequence[Recall]) -> bool:
        """Whether a recall is one of those that stood, or the next, and the last of them."""
        if recall is None or any(self._is_next(one, recall) for one in stood):
            return False
        return recall in stood or any(self._is_next(recall, one) for one in stood)

    def _is_next(self, recall: Recall, before: Recall) -> bool:
        """Whether it recalls the same bulletin again, which was issued in between."""
        return recall.record == before.record and any(
            edition.bulletin == recall.record and before.at < edition.issued_at <= recall.at
            for edition in self.history.editions
            if recall.at <= self.workspace.now()
        )

    def _stops(self, recall: Recall) -> bool:
        """Whether it is of something that had been issued, and of no time to come."""
        return recall.at <= self.workspace.now() and any(
            recall.record in (link.name, link.bulletin, *_printed(link))
            for link in self.history.links
            if link.issued_at <= recall.at
        )

    def passed_rejections(self, coming: Set[str]) -> Iterator[Diagnostic]:
        """What was issued or taken out on an approval that its unit had taken back before.

        Until all approve a later version, or somebody recalls it: what stands so is in force alone.
        Whoever had not heard of the rejection has done no wrong; that is only told.
        """
        refused = rejections(self.workspace, self.zone)
        for link in _on_approvals(self.history.links) if refused else ():
            found = (
                (declared, rejection)
                for declared in filter(None, map(declared_in, _approvals(link)))
                for rejection in refused.get((declared.record, declared.unit), ())
                if declared.at < rejection.at <= _done(link)
            )
            for declared, rejection in found:
                if link.bulletin not in coming and not self._is_over(link):
                    was_known = self._was_known(rejection, link)
                    yield passed_rejection(link, declared, rejection.commit, was_known=was_known)

    def _was_known(self, rejection: Rejection, link: Link) -> bool:
        """Whether it was in git where the file was begun as it is; one of another branch was not.

        Whoever takes the file away and puts it back begins it again: the first time counts.
        """
        own = {*blob_ids(self.workspace.read(link.path))}
        told = self.workspace.versions(WATCHED)
        first = (one.commit for one in told if one.path == link.path and one.digest in own)
        begun_at = next(first, None)
        return begun_at is None or self.workspace.is_known_at(rejection.commit, begun_at)

    def _is_over(self, link: Link) -> bool:
        """Whether nobody uses it any more: a later version has come, or a recall."""
        if isinstance(link, Redacted):
            return False
        names = {recall_path(name) for name in (link.bulletin, link.name)}
        there = (one.path for one in self.workspace.files(RECALLS) if one.is_regular)
        recalls = (self._recall_in(p, self.workspace.read(p)) for p in names.intersection(there))
        is_recalled = any(recall and self._stops(recall) for recall in recalls)
        place = self.history.editions.index(link)
        later = self.history.editions[place + 1 :]
        return is_recalled or any(one.bulletin == link.bulletin for one in later)

    def lost_retirements(self, coming: Set[str]) -> Iterator[Diagnostic]:
        """What is out of use stays so until all parties approve an edition that prints it again."""
        told = _by_path(self.workspace.versions(FOLDERS, saying=SAYS_RETIRED))
        printing = _by_record(self.history.editions) if told else {}
        for path, versions in told.items():
            record_id = path.rpartition("/")[2].removesuffix(".yml")
            editions = printing.get(record_id)
            if not editions or record_id in coming or self._is_retired_now(path):
                continue
            stops = self._retired(path, versions, editions[0].issued_at)
            last = max(stops, key=lambda stop: stop.since, default=None)
            newest = editions[-1]
            is_back = last is None or newest.agreed_since > last.since
            if last and not (is_back or retired_on(newest.contents[record_id])):
                yield lost_retirement(path, last.commit)

    def _retired(self, path: str, versions: Sequence[Version], issued: datetime) -> list[_Stop]:
        """The retirements of a record that git had, whose day has come, and when each was written.

        Who takes one back before its day has stopped nothing; a commit that says to be older than
        the record's first edition does not know the time.
        """
        stops: dict[Retired, _Stop] = {}
        for version in versions:
            had = {r for one in version.before if (r := self._retirement_in(path, one))}
            has = self._retirement_in(path, version.digest)
            for retired in had - {has}:
                stop = stops.setdefault(retired, self._stop(retired, f"{version.commit}~", _EVER))
                if issued <= version.at < stop.since and stop.written < stop.since:
                    del stops[retired]
            if has and has not in had:
                stops[has] = self._stop(has, version.commit, version.at)
        return [stop for stop in stops.values() if stop.since <= self.workspace.now()]

    def _stop(self, retired: Retired, commit: str, written: datetime) -> _Stop:
        day = begins(retired.on, self.zone)
        is_credible = written <= self.workspace.now()
        return _Stop(commit, written, max(day, written) if is_credible else day)

    def _retirement_in(self, path: str, digest: str) -> Retired | None:
        content = blob(self.workspace, digest)
        return retirement_in(path, content, self._today) if content else None

    def _is_retired_now(self, path: str) -> bool:
        is_there = any(
            f.path == path and f.is_regular for f in self.workspace.files(path.rpartition("/")[0])
        )
        retired = retirement_in(path, self.workspace.read(path), self._today) if is_there else None
        return retired is not None and has_come(retired.on, self.workspace.now(), self.zone)

    @property
    def _today(self) -> date:
        return self.workspace.now().astimezone(self.zone).date()


def _by_path(versions: Iterable[Version]) -> Mapping[str, Sequence[Version]]:
    """The versions of each path, in their order."""
    found: dict[str, list[Version]] = defaultdict(list)
    for version in versions:
        found[version.path].append(version)
    return dict(sorted(found.items()))


def _printed(link: Edition | Redacted) -> Iterable[str]:
    return link.records if isinstance(link, Edition) else link.redaction.records


def _releasing(editions: Iterable[Edition]) -> Iterator[Edition]:
    return (edition for edition in editions if not edition.is_withdrawal)


def _on_approvals(links: Iterable[Link]) -> Iterator[Link]:
    """What takes the approval of all: editions but for withdrawals, and redactions."""
    return (link for link in links if isinstance(link, Redacted) or not link.is_withdrawal)


def _approvals(link: Link) -> Sequence[Mapping[str, Json]]:
    return link.redaction.approvals if isinstance(link, Redacted) else link.approvals


def _done(link: Link) -> datetime:
    return link.redaction.done if isinstance(link, Redacted) else link.issued_at


def _by_record(editions: Iterable[Edition]) -> Mapping[str, Sequence[Edition]]:
    """The editions that print each record or are of each bulletin; a withdrawal offers nothing."""
    found: dict[str, list[Edition]] = defaultdict(list)
    for edition in _releasing(editions):
        for name in (edition.bulletin, *edition.records):
            found[name].append(edition)
    return found
