"""Figures of promises: the tasks of concerns and events, kept and overdue, by unit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from generator.base.digest import Json
from generator.model.kinds import kinds_with
from generator.model.record import TaskStatus
from generator.views.figures import Count, Counted, tally


class Promise(IntEnum):
    """What became of a task so far; the order is that of columns.

    No record says on which day work was finished. IN_TIME means that a bulletin printed it as done
    no later than it was due, AFTER that the first bulletin to do so came later.
    """

    IN_TIME = 0
    AFTER = 1
    OVERDUE = 2
    RUNNING = 3


@dataclass(frozen=True, slots=True)
class PromiseFigures:
    """Counts of tasks in the order of `Promise`; under the empty id nobody owns the task."""

    totals: tuple[int, ...]
    by_unit: tuple[Count, ...]


def promise_figures(counted: Counted) -> PromiseFigures:
    by_unit = tally(_promises(counted), len(Promise))
    totals = tuple(sum(one.counts[state] for one in by_unit) for state in Promise)
    return PromiseFigures(totals, by_unit)


def _promises(counted: Counted) -> Iterator[tuple[str, int]]:
    for record_id, content in counted.of(*kinds_with("tasks")):
        for task in content.get("tasks", ()):
            yield str(task.get("unit") or ""), _promise(counted, record_id, task)


def _promise(counted: Counted, record_id: str, task: Json) -> Promise:
    due = date.fromisoformat(task["due"]) if task.get("due") else date.max
    if task.get("status") != TaskStatus.DONE:
        return Promise.OVERDUE if due < counted.today else Promise.RUNNING
    return Promise.IN_TIME if _said_done(counted, record_id, task) <= due else Promise.AFTER


def _said_done(counted: Counted, record_id: str, task: Json) -> date:
    """The day of the first edition that prints this very task as done."""
    for one in counted.appearances(record_id):
        for known in one.content.get("tasks", ()):
            if known["do"] == task["do"] and known.get("status") == TaskStatus.DONE:
                return one.edition.day
    return counted.today
