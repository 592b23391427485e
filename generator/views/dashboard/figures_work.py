"""Figures of work: concerns open and settled, and promises kept and overdue by unit."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from generator.model.corpus.standing import Standing
from generator.model.kinds.concern import Concern
from generator.model.kinds.event import Event
from generator.model.ledger.issued_work import LONG_DAYS, Work, open_since, work_in
from generator.model.ledger.queries import is_over
from generator.model.record.record import TaskStatus
from generator.views.dashboard.figures import Areas, Count, CountedRecords, tally

OPEN, SETTLED = 0, 1
# The last day of each age band; older concerns have a last band of their own.
BANDS = (7, LONG_DAYS, 90)


@dataclass(frozen=True, slots=True)
class ConcernFigures:
    """Counts of records; `counts` are (open, settled). `ages` count open concerns by age band.

    `oldest` is an age in days.
    """

    total: int
    open: int
    by_topic: tuple[Count, ...]
    by_area: tuple[Count, ...]
    ages: tuple[int, ...]
    oldest: int
    open_within: tuple[Count, ...]


class _Concern(NamedTuple):
    """A concern as last issued, and whether it is OPEN or SETTLED."""

    record: Concern
    state: int


def concern_figures(counted: CountedRecords, areas: Areas) -> ConcernFigures:
    concerns = [_Concern(record, _state(counted, record.id)) for record in counted.records(Concern)]
    still_open = [concern.record for concern in concerns if concern.state == OPEN]
    ages = [_age(record, counted.today) for record in still_open]
    return ConcernFigures(
        total=len(concerns),
        open=len(still_open),
        by_topic=tally(((concern.record.topic or "", concern.state) for concern in concerns), 2),
        by_area=tally(
            ((area, concern.state) for concern in concerns for area in concern.record.areas), 2
        ),
        ages=_in_bands(ages),
        oldest=max(ages, default=0),
        open_within=_open_by_area(still_open, areas),
    )


def _state(counted: CountedRecords, record_id: str) -> int:
    return SETTLED if is_over(counted.ledger, record_id, counted.as_of) else OPEN


def _age(concern: Concern, today: date) -> int:
    """In days."""
    return max((today - open_since(concern)).days, 0)


def _in_bands(ages: list[int]) -> tuple[int, ...]:
    bands = Counter(sum(age > last for last in BANDS) for age in ages)
    return tuple(bands[number] for number in range(len(BANDS) + 1))


def _open_by_area(concerns: list[Concern], areas: Areas) -> tuple[Count, ...]:
    """For every area the number of records about it or about an area inside it."""
    counter: Counter[str] = Counter()
    for concern in concerns:
        counter.update({outer for area in concern.areas for outer in areas.lineage(area)})
    return tuple(Count(area, (counter[area],)) for area in areas.known)


class Promise(IntEnum):
    """The state of a task or of work being done; the order is the order of columns.

    No record says on which day work was finished, so that nothing is said of done in time.
    """

    OVERDUE = 0
    RUNNING = 1
    DONE = 2


@dataclass(frozen=True, slots=True)
class PromiseFigures:
    """Counts of work in the order of `Promise`; the empty id counts work without a unit.

    The unit with the most overdue comes first, then that with the most work.
    """

    totals: tuple[int, ...]
    by_unit: tuple[Count, ...]


def promise_figures(counted: CountedRecords) -> PromiseFigures:
    by_unit = tuple(
        sorted(
            tally(_promises(counted), len(Promise)),
            key=lambda count: -count.counts[Promise.OVERDUE],
        )
    )
    totals = tuple(sum(count.counts[state] for count in by_unit) for state in Promise)
    return PromiseFigures(totals, by_unit)


def _promises(counted: CountedRecords) -> Iterator[tuple[str, int]]:
    for record in _with_work(counted):
        for task in record.tasks:
            if task.status is TaskStatus.DONE:
                yield task.unit or "", Promise.DONE
    for work in unfinished(counted):
        is_late = work.soon(counted.zone).standing(counted.as_of) is Standing.EXPIRED
        yield work.unit, Promise.OVERDUE if is_late else Promise.RUNNING


def unfinished(counted: CountedRecords) -> tuple[Work, ...]:
    """All work that is not done, the earliest due day first; without a day it comes last."""
    work = (
        owed
        for record in _with_work(counted)
        for owed in work_in(counted.ledger, record, counted.as_of)
    )
    return tuple(sorted(work, key=lambda owed: (owed.due or date.max, owed.record)))


def _with_work(counted: CountedRecords) -> Iterator[Event | Concern]:
    yield from counted.records(Event)
    yield from counted.records(Concern)
