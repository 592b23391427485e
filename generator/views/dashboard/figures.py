"""What the figures count: records as last issued, at the moment of the newest edition."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cached_property
from typing import NamedTuple, TypeVar

from generator.base.digest import Json
from generator.model.edition.edition import Edition, Issued, thaw
from generator.model.ledger.ledger import Ledger
from generator.model.ledger.queries import is_retired
from generator.model.record.record import Record

R = TypeVar("R", bound=Record)


class Count(NamedTuple):
    """Counts under an id of the registry, by position; the id is empty when none was given."""

    id: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class CountedRecords:
    """The records of a ledger that are counted.

    Exercises do not count if there are actual editions. Records that were recalled, withdrawn or
    retired by the newest edition's day do not count.
    """

    ledger: Ledger

    @cached_property
    def is_exercise(self) -> bool:
        """Whether all editions are exercises."""
        return all(edition.is_exercise for edition in self.ledger.editions)

    @cached_property
    def is_mixed(self) -> bool:
        """Whether there are actual editions and exercises, so that exercises do not count."""
        return not self.is_exercise and any(edition.is_exercise for edition in self.ledger.editions)

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        return tuple(e for e in self.ledger.editions if e.is_exercise is self.is_exercise)

    @cached_property
    def as_of(self) -> datetime:
        """When the newest edition was issued, in its time zone; IndexError without an edition."""
        newest = self.editions[-1]
        return newest.issued_at.astimezone(newest.zone)

    @property
    def zone(self) -> tzinfo:
        return self.editions[-1].zone

    @property
    def today(self) -> date:
        return self.as_of.date()

    def of(self, *kinds: type[Record]) -> Iterator[tuple[str, Json]]:
        """The records of these kinds with their content, the newest id first."""
        for record_id in self.ledger.of(*kinds):
            appearances = self.appearances(record_id)
            if appearances and self._is_counted(record_id, appearances[-1].content):
                yield record_id, appearances[-1].content

    def records(self, kind: type[R]) -> Iterator[R]:
        """The same records as their kind has them."""
        for record_id, content in self.of(kind):
            record = thaw(record_id, content)
            if isinstance(record, kind):
                yield record

    def appearances(self, record_id: str) -> tuple[Issued, ...]:
        issued = self.ledger.issued[record_id]
        if not self.is_mixed:
            return issued
        return tuple(appearance for appearance in issued if not appearance.edition.is_exercise)

    def _is_counted(self, record_id: str, content: Json) -> bool:
        if record_id in self.ledger.recalls or not self.ledger.is_offered(record_id):
            return False
        return not is_retired(self.ledger, record_id, self.as_of)

    def registered(self, table: str) -> Mapping[str, Json]:
        """The rows of a registry table by id, each from the newest edition that has it."""
        rows: dict[str, Json] = {}
        for edition in reversed(self.editions):
            for row in edition.entries(table):
                rows.setdefault(str(row["id"]), row)
        return rows


@dataclass(frozen=True)
class Areas:
    """The areas that exist on a day, as trees; a circle of parents does not loop for ever."""

    known: Mapping[str, Json]

    def lineage(self, area: str) -> tuple[str, ...]:
        """An area and its parents, the innermost first."""
        lineage: list[str] = []
        current: str | None = area
        while current is not None and current not in lineage:
            lineage.append(current)
            parent = self.known.get(current, {}).get("parent")
            current = str(parent) if parent else None
        return tuple(lineage)

    @cached_property
    def below(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the areas directly in each area, sorted; the outermost under the empty id."""
        areas_by_parent: dict[str, list[str]] = {}
        for area, content in self.known.items():
            parent = str(content.get("parent") or "")
            is_inside = parent in self.known and area not in self.lineage(parent)
            areas_by_parent.setdefault(parent if is_inside else "", []).append(area)
        return {parent: tuple(sorted(areas)) for parent, areas in areas_by_parent.items()}


def areas_of(counted: CountedRecords) -> Areas:
    """The areas that still exist when the newest edition was issued."""
    return Areas(
        {
            area: content
            for area, content in sorted(counted.registered("areas").items())
            if _valid_until(content) >= counted.today
        }
    )


def _valid_until(content: Json) -> date:
    until = (content.get("valid") or {}).get("until")
    return date.fromisoformat(until) if until else date.max


def tally(pairs: Iterable[tuple[str, int]], width: int) -> tuple[Count, ...]:
    """How often each (id, position) occurs, the most frequent id first."""
    numbers_by_subject: dict[str, list[int]] = {}
    for subject, position in pairs:
        numbers_by_subject.setdefault(subject, [0] * width)[position] += 1
    counts = (Count(subject, tuple(numbers)) for subject, numbers in numbers_by_subject.items())
    return tuple(sorted(counts, key=lambda count: (-sum(count.counts), count.id)))
