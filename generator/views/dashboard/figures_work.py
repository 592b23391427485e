"""Figures of work: concerns open and settled, and promises kept and overdue by unit."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from generator.base.digest import Json
from generator.model.kinds import kinds_with
from generator.model.kinds.concern import Concern
from generator.model.ledger.queries import is_over
from generator.model.record.record import TaskStatus
from generator.views.dashboard.figures import Areas, Count, CountedRecords, tally

OPEN, SETTLED = 0, 1
# The last day of each age band; older concerns have a last band of their own.
BANDS = (7, 30, 90)


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

    content: Json
    state: int


def concern_figures(counted: CountedRecords, areas: Areas) -> ConcernFigures:
    concerns = [
        _Concern(content, _state(counted, record_id)) for record_id, content in counted.of(Concern)
    ]
    still_open = [concern.content for concern in concerns if concern.state == OPEN]
    ages = [_age(content, counted.today) for content in still_open]
    return ConcernFigures(
        total=len(concerns),
        open=len(still_open),
        by_topic=tally(
            ((str(concern.content.get("topic") or ""), concern.state) for concern in concerns), 2
        ),
        by_area=tally(
            (
                (area, concern.state)
                for concern in concerns
                for area in concern.content.get("areas", ())
            ),
            2,
        ),
        ages=_in_bands(ages),
        oldest=max(ages, default=0),
        open_within=_open_by_area(still_open, areas),
    )


def _state(counted: CountedRecords, record_id: str) -> int:
    return SETTLED if is_over(counted.ledger, record_id, counted.as_of) else OPEN


def _age(content: Json, today: date) -> int:
    """Days since the first report, or since the record was written if no report has a date."""
    since = (content.get("reported") or {}).get("from") or content["created"]
    return max((today - date.fromisoformat(since)).days, 0)


def _in_bands(ages: list[int]) -> tuple[int, ...]:
    bands = Counter(sum(age > last for last in BANDS) for age in ages)
    return tuple(bands[number] for number in range(len(BANDS) + 1))


def _open_by_area(contents: list[Json], areas: Areas) -> tuple[Count, ...]:
    """For every area the number of records about it or about an area inside it."""
    counter: Counter[str] = Counter()
    for content in contents:
        counter.update(
            {outer for area in content.get("areas", ()) for outer in areas.lineage(area)}
        )
    return tuple(Count(area, (counter[area],)) for area in areas.known)


class Promise(IntEnum):
    """The state of a task; the order is the order of columns.

    No record says on which day a task was finished. IN_TIME: a bulletin printed the task as done
    on its due day or before. AFTER: the first bulletin that printed it as done came later.
    """

    IN_TIME = 0
    AFTER = 1
    OVERDUE = 2
    RUNNING = 3


@dataclass(frozen=True, slots=True)
class PromiseFigures:
    """Counts of tasks in the order of `Promise`; the empty id counts tasks without a unit."""

    totals: tuple[int, ...]
    by_unit: tuple[Count, ...]


def promise_figures(counted: CountedRecords) -> PromiseFigures:
    by_unit = tally(_promises(counted), len(Promise))
    totals = tuple(sum(count.counts[state] for count in by_unit) for state in Promise)
    return PromiseFigures(totals, by_unit)


def _promises(counted: CountedRecords) -> Iterator[tuple[str, int]]:
    for record_id, content in counted.of(*kinds_with("tasks")):
        for task in content.get("tasks", ()):
            yield str(task.get("unit") or ""), _promise(counted, record_id, task)


def _promise(counted: CountedRecords, record_id: str, task: Json) -> Promise:
    due = date.fromisoformat(task["due"]) if task.get("due") else date.max
    if task.get("status") != TaskStatus.DONE:
        return Promise.OVERDUE if due < counted.today else Promise.RUNNING
    return (
        Promise.IN_TIME if _first_printed_done(counted, record_id, task) <= due else Promise.AFTER
    )


def _first_printed_done(counted: CountedRecords, record_id: str, task: Json) -> date:
    """The day of the first edition that prints the task (known by its text) as done."""
    for appearance in counted.appearances(record_id):
        for printed_task in appearance.content.get("tasks", ()):
            if printed_task["do"] == task["do"] and printed_task.get("status") == TaskStatus.DONE:
                return appearance.edition.day
    return counted.today
