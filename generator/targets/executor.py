"""Work spread over processes through one executor; nothing else knows how."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")

# What the forked workers inherit: the function and its items, so that neither need be pickled.
_inherited: tuple[Callable[[Any], Any], Sequence[Any]] = (repr, ())


def spread(
    function: Callable[[A], B], items: Sequence[A], *, jobs: int = 0, least: int = 64
) -> Iterable[B]:
    """`map(function, items)`, in several processes when that is worth it, which begin at once.

    `jobs` 0 means one for each core; fewer than twice `least` items stay in this process. Results
    must be picklable; the function and the items need not be.
    """
    workers = min(jobs or len(os.sched_getaffinity(0)), max(len(items) // max(least, 1), 1))
    if workers <= 1:
        return map(function, items)
    global _inherited  # noqa: PLW0603  forked workers can inherit only a global
    _inherited = (function, items)
    try:
        return _forked(workers, len(items))
    finally:
        _inherited = (repr, ())


# Neighbours go to the same worker, which may have what they share; small parts keep both busy.
_PARTS = 32


def _forked(workers: int, count: int) -> Iterator[Any]:
    size = max(1, count // (workers * _PARTS))
    ranges = [range(start, min(start + size, count)) for start in range(0, count, size)]
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork"))
    return _gathered(pool, pool.map(_work, ranges))  # all workers fork at the first call


def _gathered(pool: ProcessPoolExecutor, parts: Iterable[list[Any]]) -> Iterator[Any]:
    with pool:
        for part in parts:
            yield from part


def _work(numbers: range) -> list[Any]:
    function, items = _inherited
    return [function(items[number]) for number in numbers]
