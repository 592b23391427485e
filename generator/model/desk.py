"""The desk: what each unit must do, for which record, since when; what is late comes first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from generator.base.diagnostics import Located, Severity, Wait
from generator.base.text import Bilingual
from generator.model.corpus import Corpus
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.record import Record
from generator.model.state import Desk, Sign, is_alive, is_pending, last_edition_of, signs

# Holds that only say that a party has not signed yet.
SIGNING = ("BT401", "BT402", "BT406")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that one unit must do.

    `record` is None for a file that is no record or cannot be read; `unit` is empty when nobody
    is known to act. `late` counts the days since it was due and is None while it is not late.
    `holds` are the records that wait for the same.
    """

    record: str | None
    path: str
    title: str
    state: Desk | None
    unit: str
    what: Bilingual
    since: date | None
    findings: tuple[Located, ...]
    due: datetime | None = None
    late: int | None = None
    holds: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The rule that says it; empty when no rule is broken."""
        return self.findings[0].diagnostic.problem.code

    @property
    def is_error(self) -> bool:
        return self.findings[0].diagnostic.problem.severity is Severity.ERROR

    @property
    def cause(self) -> str | None:
        """The record that must move first."""
        wait = self.findings[0].diagnostic.wait
        return wait.cause if wait else None


class Group(NamedTuple):
    """What waits for one unit; `unit` is empty when nobody is known to act."""

    unit: str
    items: tuple[Item, ...]


def desk(
    corpus: Corpus, findings: Sequence[Located], unfinished: Iterable[Located]
) -> tuple[Item, ...]:
    """Every item, what is late first, then the oldest.

    A finding and something unfinished with one code in one file are the same: whichever of them
    knows who is waited for stands for both.
    """
    known = {_key(f) for f in findings if f.diagnostic.wait}
    more = [f for f in unfinished if _key(f) not in known]
    told = {_key(f) for f in more}
    kept = [f for f in findings if f.diagnostic.wait or _key(f) not in told]
    table = _Table(corpus, findings)
    items = (*table.waiting((*kept, *more)), *table.editing(kept))
    return tuple(sorted(_folded(items), key=_order))


def by_unit(items: Iterable[Item]) -> tuple[Group, ...]:
    """The items of each unit; the unit whose work is latest, then oldest, comes first."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(item.unit, []).append(item)
    return tuple(Group(unit, tuple(own)) for unit, own in groups.items())


def paths(corpus: Corpus) -> Mapping[str, str]:
    """The record that each file belongs to: its own, or the one it approves, recalls or issues."""
    return {
        **{edition.path: edition.bulletin for edition in corpus.editions},
        **{e.path: record_id for record_id, e in corpus.recalls.items()},
        **{e.path: record_id for (record_id, _), e in corpus.approvals.items()},
        **{e.path: record_id for record_id, e in corpus.records.items()},
    }


def state_of(corpus: Corpus, record_id: str, findings: Iterable[Located]) -> Desk:
    """What a record is to the editors, from the findings that concern it; unknown is a draft."""
    record = corpus.records[record_id].record
    problems = [found.diagnostic.problem for found in findings]
    if record.retired or record_id in corpus.recalls:
        return Desk.RETIRED if record.retired else Desk.RECALLED
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Desk.DRAFT
    if any(p.severity is Severity.HOLD and p.code not in SIGNING for p in problems):
        return Desk.HELD
    if needs_approval(corpus, record):
        return _by_signs(corpus, record_id)
    if last_edition_of(corpus, record_id):
        return Desk.ISSUED
    return Desk.OPEN if _is_open(record) else Desk.DRAFT


def needs_approval(corpus: Corpus, record: Record) -> bool:
    """Messages that may still be used, and bulletins a version of which is being prepared."""
    if isinstance(record, Message):
        return is_alive(corpus, record)
    return isinstance(record, Bulletin) and is_pending(corpus, record)


def _is_open(record: Record) -> bool:
    match record:
        case Consultation():
            return record.is_open
        case Information():
            return record.conclusion is None
        case _:
            return False


def _by_signs(corpus: Corpus, record_id: str) -> Desk:
    given = {one.sign for one in signs(corpus, record_id)}
    if given == {Sign.APPROVED}:
        return Desk.ISSUED if last_edition_of(corpus, record_id) else Desk.AGREED
    return Desk.DRAFT if given == {Sign.MISSING} else Desk.WAITING


class _Table:
    """Findings by the record they belong to, and items made of them."""

    def __init__(self, corpus: Corpus, findings: Iterable[Located]) -> None:
        self.corpus = corpus
        self.record_at = paths(corpus)
        self.of_record: dict[str, list[Located]] = {}
        for found in findings:
            record_id = self.record_at.get(found.span.path)
            if record_id:
                self.of_record.setdefault(record_id, []).append(found)

    def waiting(self, findings: Iterable[Located]) -> Iterator[Item]:
        """One item for each thing that somebody is waited for."""
        for found in findings:
            wait = found.diagnostic.wait
            if wait:
                late = _days_late(self.corpus, wait)
                item = self._item(found.span.path, wait.what, (found,))
                yield replace(item, unit=wait.unit, since=wait.since, due=wait.due, late=late)

    def editing(self, findings: Iterable[Located]) -> Iterator[Item]:
        """One item for all errors of a file, one for its warnings: its own unit mends them."""
        groups: dict[tuple[str, Severity], list[Located]] = {}
        for found in findings:
            severity = found.diagnostic.problem.severity
            if not found.diagnostic.wait and severity is not Severity.NOTE:
                groups.setdefault((found.span.path, severity), []).append(found)
        for (path, severity), group in groups.items():
            yield self._item(path, _to_edit(severity, len(group)), tuple(group))

    def _item(self, path: str, what: Bilingual, findings: tuple[Located, ...]) -> Item:
        record_id = self.record_at.get(path)
        if record_id is None or record_id not in self.corpus.records:
            return Item(None, path, path, None, "", what, None, findings)
        record = self.corpus.records[record_id].record
        state = state_of(self.corpus, record_id, self.of_record.get(record_id, ()))
        unit = record.unit if record.unit in self.corpus.registry.units else ""
        return Item(record_id, path, record.title, state, unit, what, record.created, findings)


def _to_edit(severity: Severity, count: int) -> Bilingual:
    match severity:
        case Severity.ERROR:
            return Bilingual(f"sửa {count} lỗi", f"mend {count} errors")
        case Severity.HOLD:
            return Bilingual(f"gỡ {count} điểm tạm giữ", f"clear {count} holds")
        case _:
            return Bilingual(f"xem lại {count} cảnh báo", f"look at {count} warnings")


def _days_late(corpus: Corpus, wait: Wait) -> int | None:
    if wait.due is None or corpus.now <= wait.due:
        return None
    zone = corpus.registry.programme.zone
    return (corpus.now.astimezone(zone).date() - wait.due.astimezone(zone).date()).days


def _folded(items: Sequence[Item]) -> Iterator[Item]:
    """What waits for another record that is itself on the desk is told there.

    Nobody is asked to sign what must change first: a record with errors, or one that so waits.
    """
    there = {item.record for item in items if item.record and item.cause is None}
    held: dict[str, dict[str, None]] = {}
    unready = {item.record for item in items if item.is_error}
    for item in items:
        if item.record and item.cause in there:
            held.setdefault(str(item.cause), {})[item.record] = None
            unready.add(item.record)
    for item in items:
        is_signing = item.record in unready and item.code in SIGNING
        if item.cause not in there and not is_signing:
            yield replace(item, holds=tuple(held.get(item.record or "", ())))


def _order(item: Item) -> tuple[int, bool, date, str, str]:
    """What is late, the longest first; what waits, the oldest first; what is due later."""
    late = -1 if item.late is None else item.late
    is_coming = item.due is not None and item.late is None
    day = item.due.date() if item.due and is_coming else item.since
    return (-late, is_coming, day or date.min, item.record or item.path, item.unit)


def _key(found: Located) -> tuple[str, str]:
    """The rule and the file; what no rule speaks of is told apart by its place."""
    return found.span.path, found.diagnostic.problem.code or str(found.span)
