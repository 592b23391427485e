"""The desk: what each unit must do, for which record, since when; late work comes first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from generator.base.diagnostics import Located, Severity, Wait
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.pending import day_of
from generator.model.corpus.state import Desk
from generator.model.desk.desk_state import SIGNING, desk_state, paths

# What the verbs and the page of the desk say alike.
NOTHING_WAITS = Bilingual("Không có việc nào đang chờ.", "Nothing is waiting.")
NOBODY = Bilingual("Chưa rõ đơn vị", "Nobody is named")


@dataclass(frozen=True, slots=True)
class DeskItem:
    """One thing that one unit must do.

    `record` is None for a file that is no record or cannot be read; `unit` is empty when it is
    not known who must act. `late` counts the days since it was due and is None while it is not
    late. `holds` are the records that wait for this item; their findings follow the item's own.
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
        """The code of the rule that found it; empty when no rule is broken."""
        return self.findings[0].diagnostic.problem.code

    @property
    def is_error(self) -> bool:
        return self.findings[0].diagnostic.problem.severity is Severity.ERROR

    @property
    def cause(self) -> str | None:
        """The record that must move first."""
        wait = self.findings[0].diagnostic.wait
        return wait.cause if wait else None

    @property
    def lateness(self) -> Bilingual | None:
        """How late it is, in words."""
        match self.late:
            case None:
                return None
            case 0:
                return Bilingual("trễ hôm nay", "late today")
            case days:
                return Bilingual(f"trễ {days} ngày", f"{days} d. late")

    def due_in_words(self, corpus: Corpus) -> Bilingual | None:
        """The day on which it is due, where its programme is."""
        if self.due is None:
            return None
        day = in_words(day_of(self.due, corpus))
        return Bilingual(f"hạn {day.vi}", f"due {day.en}")


class UnitDesk(NamedTuple):
    """The items of a unit; `unit` is empty when it is not known who must act."""

    unit: str
    items: tuple[DeskItem, ...]


def desk(
    corpus: Corpus, findings: Sequence[Located], unfinished: Iterable[Located]
) -> tuple[DeskItem, ...]:
    """Every item; late items first, then the oldest."""
    table = _Table(corpus, findings)
    items = (*table.waiting((*findings, *unfinished)), *table.editing(findings))
    return tuple(sorted(_merge_waiting(corpus, items), key=_order))


def items_by_file(findings: Iterable[Located]) -> tuple[DeskItem, ...]:
    """Items that know only their file, for when the registry cannot be read."""
    return tuple(
        DeskItem(None, path, path, None, "", _to_edit(severity, len(group)), None, group)
        for (path, severity), group in _by_file(findings)
    )


def by_unit(items: Iterable[DeskItem]) -> tuple[UnitDesk, ...]:
    """The items of each unit, units in the order of their first item."""
    groups: dict[str, list[DeskItem]] = {}
    for item in items:
        groups.setdefault(item.unit, []).append(item)
    return tuple(UnitDesk(unit, tuple(own)) for unit, own in groups.items())


class _Table:
    """Findings by the record they belong to, and the items made from them."""

    def __init__(self, corpus: Corpus, findings: Iterable[Located]) -> None:
        self.corpus = corpus
        self.record_at = paths(corpus)
        self.of_record: dict[str, list[Located]] = {}
        for finding in findings:
            record_id = self.record_at.get(finding.span.path)
            if record_id:
                self.of_record.setdefault(record_id, []).append(finding)

    def waiting(self, findings: Iterable[Located]) -> Iterator[DeskItem]:
        """One item for each finding that waits for a unit."""
        for finding in findings:
            wait = finding.diagnostic.wait
            if wait:
                late = _days_late(self.corpus, wait)
                item = self._item(finding.span.path, wait.what, (finding,))
                unit = self.corpus.directory.acting(wait.unit)
                yield replace(item, unit=unit, since=wait.since, due=wait.due, late=late)

    def editing(self, findings: Iterable[Located]) -> Iterator[DeskItem]:
        """One item per file and severity, for the record's own unit to correct."""
        for (path, severity), group in _by_file(
            finding for finding in findings if not finding.diagnostic.wait
        ):
            yield self._item(path, _to_edit(severity, len(group)), group)

    def _item(self, path: str, what: Bilingual, findings: tuple[Located, ...]) -> DeskItem:
        record_id = self.record_at.get(path)
        if record_id is None or record_id not in self.corpus.records:
            return DeskItem(None, path, path, None, "", what, None, findings)
        record = self.corpus.records[record_id].record
        state = desk_state(self.corpus, record_id, self.of_record.get(record_id, ()))
        is_known = record.unit in self.corpus.registry.units
        unit = self.corpus.directory.acting(record.unit) if is_known else ""
        return DeskItem(record_id, path, record.title, state, unit, what, record.created, findings)


def _by_file(
    findings: Iterable[Located],
) -> Iterator[tuple[tuple[str, Severity], tuple[Located, ...]]]:
    groups: dict[tuple[str, Severity], list[Located]] = {}
    for finding in findings:
        key = (finding.span.path, finding.diagnostic.problem.severity)
        groups.setdefault(key, []).append(finding)
    return ((key, tuple(group)) for key, group in groups.items())


def _to_edit(severity: Severity, count: int) -> Bilingual:
    match severity:
        case Severity.ERROR:
            return Bilingual(f"sửa {count} lỗi", f"mend {count} errors")
        case Severity.HOLD:
            return Bilingual(f"gỡ {count} điểm tạm giữ", f"clear {count} holds")
        case Severity.WARNING:
            return Bilingual(f"xem lại {count} cảnh báo", f"look at {count} warnings")
        case Severity.NOTE:
            return Bilingual(f"đọc {count} lưu ý", f"read {count} notes")


def _days_late(corpus: Corpus, wait: Wait) -> int | None:
    if wait.due is None or corpus.now <= wait.due:
        return None
    zone = corpus.registry.programme.zone
    return (corpus.now.astimezone(zone).date() - wait.due.astimezone(zone).date()).days


def _merge_waiting(corpus: Corpus, items: Sequence[DeskItem]) -> Iterator[DeskItem]:
    """Items that wait for another record on the desk are merged into that record's item.

    So are requests to approve a record that must change first: it has errors, or a record that it
    rests on has, or it waits itself.
    """
    records_on_desk = {item.record for item in items if item.record and item.cause is None}
    with_errors = {item.record for item in items if item.record and item.is_error}
    record_to_move: dict[str | None, str | None] = {
        item.record: item.record if item.record in with_errors else covered
        for item in items
        if item.record and item.code in SIGNING
        for covered in corpus.closure(item.record)
        if covered in with_errors
    }
    record_to_move |= {item.record: item.cause for item in items if item.cause in records_on_desk}
    merged: dict[str, list[DeskItem]] = {}
    remaining: list[DeskItem] = []
    for item in items:
        is_signing = item.record in record_to_move and item.code in SIGNING
        if item.cause in records_on_desk or is_signing:
            merged.setdefault(str(record_to_move[item.record]), []).append(item)
        else:
            remaining.append(item)
    return (_merge(item, merged.get(item.record or "", ())) for item in remaining)


def _merge(item: DeskItem, others: Iterable[DeskItem]) -> DeskItem:
    findings = [finding for other in others for finding in other.findings]
    holds = [other.record for other in others if other.record and other.record != item.record]
    return replace(item, findings=(*item.findings, *findings), holds=tuple(dict.fromkeys(holds)))


def _order(item: DeskItem) -> tuple[int, bool, date, str, str]:
    """The sort key: late items, the latest first; waiting items, the oldest first; coming items."""
    late = -1 if item.late is None else item.late
    is_coming = item.due is not None and item.late is None
    day = item.due.date() if item.due and is_coming else item.since
    return (-late, is_coming, day or date.min, item.record or item.path, item.unit)
