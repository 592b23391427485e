"""Spreads work over processes; the only module that starts worker processes."""

import mmap
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, NamedTuple, TypeVar

from generator.system import FORKS, end_with, processors

A = TypeVar("A")
B = TypeVar("B")


class WorkersLost(Exception):  # noqa: N818  it says what was lost
    """The system ended a worker; `items` are the indexes of the items then in work."""

    def __init__(self, items: Sequence[int]) -> None:
        super().__init__(items)
        self.items = items


class _Work(NamedTuple):
    """What forked workers inherit: the function and its items, which so need not be pickled.

    `marks` is memory shared by all processes: for each item 0, _BEGUN or _DONE.
    """

    function: Callable[[Any], Any]
    items: Sequence[Any]
    marks: mmap.mmap | bytearray = bytearray()


_IDLE = _Work(repr, ())
_BEGUN, _DONE = 1, 2
_inherited = _IDLE


def spread(
    function: Callable[[A], B], items: Sequence[A], *, jobs: int = 0, least: int = 64
) -> Iterable[B]:
    """`map(function, items)`, in several processes when it is worth it; they start at once.

    `jobs` 0 means a process for each core. Fewer than twice `least` items are done in this process,
    and so is what is left when the system ends a worker. With `least` 0 all are done in workers:
    then WorkersLost is raised. The results must be picklable; function and items need not be.
    A system that does not fork does everything in this process.
    """
    workers = min(jobs or processors(), max(len(items) // max(least, 1), 1))
    if not items or not FORKS or (workers <= 1 and least):
        return map(function, items)
    global _inherited  # noqa: PLW0603  forked workers can inherit only a global
    _inherited = _Work(function, items, mmap.mmap(-1, len(items)))
    try:
        results = _forked_results(workers, _inherited.marks)
        return _completed(results, function, items) if least else results
    finally:
        _inherited = _IDLE


def _completed(results: Iterable[B], function: Callable[[A], B], items: Sequence[A]) -> Iterator[B]:
    """The results, the last of them made here if a worker was lost."""
    count = 0
    try:
        for result in results:
            count += 1
            yield result
    except WorkersLost:
        yield from map(function, items[count:])


# After so many items workers are renewed: what a library keeps of each item does not add up.
_ROUND = 256


def spread_apart(
    function: Callable[[A], B], items: Sequence[A], *, jobs: int = 0
) -> Iterator[B | None]:
    """The same, always in workers, which are renewed from time to time.

    None for an item whose worker the system ended; all others are made.
    """
    for first in range(0, len(items), _ROUND):
        part = items[first : first + _ROUND]
        results: dict[int, B] = {}
        _survive(function, part, tuple(range(len(part))), jobs, results)
        yield from (results.get(number) for number in range(len(part)))


def _survive(
    function: Callable[[A], B],
    items: Sequence[A],
    numbers: Sequence[int],
    jobs: int,
    results: dict[int, B],
) -> None:
    """Make these items; those that were in work when a worker was lost are made again, singly."""
    try:
        made = spread(function, [items[number] for number in numbers], jobs=jobs, least=0)
        for number, result in zip(numbers, made, strict=True):
            results[number] = result
    except WorkersLost as lost:
        left = [number for number in numbers if number not in results]
        suspects = [number for number in left if numbers.index(number) in lost.items] or left[:1]
        if len(numbers) > 1:
            for suspect in suspects:
                _survive(function, items, (suspect,), jobs, results)
            others = [number for number in left if number not in suspects]
            _survive(function, items, others, jobs, results)


# Neighbouring items go to the same worker, which may have cached what they share; the parts are
# small, so that all workers stay busy.
_PARTS = 32


def _forked_results(workers: int, marks: mmap.mmap | bytearray) -> Iterator[Any]:
    count = len(marks)
    size = max(1, count // (workers * _PARTS))
    ranges = [range(start, min(start + size, count)) for start in range(0, count, size)]
    fork = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(workers, fork, end_with, (os.getpid(),))
    return _results(pool, pool.map(_run, ranges), marks)  # all workers fork at the first call


def _results(
    pool: ProcessPoolExecutor, parts: Iterable[list[Any]], marks: mmap.mmap | bytearray
) -> Iterator[Any]:
    try:
        with pool:
            for part in parts:
                yield from part
    except BrokenProcessPool:
        raise WorkersLost(
            [number for number, mark in enumerate(marks[:]) if mark == _BEGUN]
        ) from None


def _run(numbers: range) -> list[Any]:
    function, items, marks = _inherited
    results = []
    for number in numbers:
        marks[number] = _BEGUN
        results.append(function(items[number]))
        marks[number] = _DONE
    return results
