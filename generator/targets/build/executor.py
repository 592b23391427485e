"""Work spread over processes through one executor; nothing else knows how."""

import mmap
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, NamedTuple, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class Lost(Exception):  # noqa: N818  it says what was lost
    """A worker was ended by the system; `items` are what the workers were at, by number."""

    def __init__(self, items: Sequence[int]) -> None:
        super().__init__(items)
        self.items = items


class _Work(NamedTuple):
    """What forked workers inherit: function and items, so that neither need be pickled.

    `marks` is memory that all share: of each item whether it was begun, and whether it was done.
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
    """`map(function, items)`, in several processes when that is worth it, which begin at once.

    `jobs` 0 means one for each core; fewer than twice `least` items stay in this process, unless
    `least` is 0: then none does, and when the system ends a worker, Lost is raised. Results must be
    picklable; the function and the items need not be.
    """
    workers = min(jobs or len(os.sched_getaffinity(0)), max(len(items) // max(least, 1), 1))
    if not items or (workers <= 1 and least):
        return map(function, items)
    global _inherited  # noqa: PLW0603  forked workers can inherit only a global
    _inherited = _Work(function, items, mmap.mmap(-1, len(items)))
    try:
        return _forked(workers, _inherited.marks)
    finally:
        _inherited = _IDLE


# Neighbours go to the same worker, which may have what they share; small parts keep both busy.
_PARTS = 32


def _forked(workers: int, marks: mmap.mmap | bytearray) -> Iterator[Any]:
    count = len(marks)
    size = max(1, count // (workers * _PARTS))
    ranges = [range(start, min(start + size, count)) for start in range(0, count, size)]
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork"))
    return _gathered(pool, pool.map(_work, ranges), marks)  # all workers fork at the first call


def _gathered(
    pool: ProcessPoolExecutor, parts: Iterable[list[Any]], marks: mmap.mmap | bytearray
) -> Iterator[Any]:
    try:
        with pool:
            for part in parts:
                yield from part
    except BrokenProcessPool:
        raise Lost([number for number, mark in enumerate(marks[:]) if mark == _BEGUN]) from None


def _work(numbers: range) -> list[Any]:
    function, items, marks = _inherited
    made = []
    for number in numbers:
        marks[number] = _BEGUN
        made.append(function(items[number]))
        marks[number] = _DONE
    return made
