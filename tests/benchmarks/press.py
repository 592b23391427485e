"""Approving and freezing: one bulletin after the other, each edition chained to the one before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from generator.editions.freeze import Request, freeze
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.edition.edition import Edition, Relation
from generator.model.kinds import path_of
from generator.model.kinds.information import Information
from generator.model.record.citations import rests_on
from generator.model.record.record import Record
from generator.model.registry.registry import Registry
from generator.model.registry.signoff import Approval, Verdict
from tests.benchmarks.bulletins import Written
from tests.benchmarks.shares import is_established

NOTE = "Đính chính {id}: số liệu sơ bộ được thay bằng số liệu đã kết luận."


class Issue(NamedTuple):
    """One edition, and the approvals that were given for it."""

    edition: Edition
    approvals: tuple[Approval, ...]


@dataclass
class Press:
    """What has been issued so far, as far as the next edition needs it.

    Each bulletin is frozen from a small corpus of its own closure: digests depend on nothing else,
    and a corpus of everything would have to be built again for every edition.
    """

    registry: Registry
    known: dict[str, Record] = field(default_factory=dict)
    newest: Edition | None = None

    def issue(self, written: Written, at: datetime, *, first: Edition | None = None) -> Issue:
        """The next version of a bulletin; `first` is its first version when this corrects it."""
        records = (*written.records, written.bulletin)
        self.known |= {record.id: record for record in records}
        approvals: dict[tuple[str, str], Entry[Approval]] = {}
        before = {e.name: e for e in (first, self.newest) if e}
        corpus = Corpus(
            registry=self.registry,
            records=dict(_entries((*records, *self._cited_from_elsewhere(records)))),
            approvals=approvals,
            recalls={},
            editions=tuple(before.values()),
            now=at,
        )
        given = tuple(_approvals(corpus, written, at))
        # The corpus asks for approvals only now, and digests do not depend on them.
        approvals |= {(one.record, one.unit): Entry(one, path_of_approval(one)) for one in given}
        self.newest = freeze(corpus, _request(written, first))
        return Issue(self.newest, given)

    def _cited_from_elsewhere(self, records: Iterable[Record]) -> Iterator[Record]:
        own = {record.id for record in records}
        cited = {one for record in records for one in rests_on(record)}
        return (self.known[one] for one in sorted(cited - own))


def _entries(records: Iterable[Record]) -> Iterator[tuple[str, Entry[Record]]]:
    return ((record.id, Entry(record, path_of(record.id))) for record in records)


def path_of_approval(approval: Approval) -> str:
    return f"content/approvals/{approval.record}/{approval.unit}.yml"


def _request(written: Written, first: Edition | None) -> Request:
    if first is None:
        return Request(written.bulletin.id, Relation.NEW)
    note = NOTE.format(id=_preliminary_id(written))
    return Request(written.bulletin.id, Relation.CORRECTION, note)


def _approvals(corpus: Corpus, written: Written, at: datetime) -> Iterator[Approval]:
    """Both parties approve the bulletin; in every third one also each message, earlier."""
    wanted = {written.bulletin.id: timedelta(minutes=40)}
    if written.share.number % 3 == 0:
        wanted |= {
            one: timedelta(hours=4) for matter in written.share.matters for one in matter.ids["ND"]
        }
    for record_id, before in wanted.items():
        for number, party in enumerate(corpus.registry.programme.parties):
            yield Approval.model_validate(
                {
                    "record": record_id,
                    "unit": party,
                    "office": "truong-ban",
                    "decision": Verdict.APPROVE.value,
                    "at": (at - before + timedelta(minutes=7 * number)).isoformat(),
                    "digest": corpus.digest(record_id),
                }
            )


def preliminary(written: Written) -> Written:
    """The bulletin as it was before its correction."""
    chosen = _preliminary_id(written)
    records = tuple(_less_certain(r) if r.id == chosen else r for r in written.records)
    return written._replace(records=records)


def _preliminary_id(written: Written) -> str:
    ids: Mapping[str, tuple[str, ...]] = written.share.matters[0].ids
    return next(one for number, one in enumerate(ids["TT"]) if is_established(number))


def _less_certain(record: Record) -> Record:
    if not isinstance(record, Information) or record.statement is None:
        raise TypeError(record)
    return record.model_copy(update={"statement": f"{record.statement} Số liệu này còn là sơ bộ."})
