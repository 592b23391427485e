"""How long each phase of a run takes, and how much it handles: numbers, never a word of a record.

Nobody listens unless the command was asked to tell (`cli/session/phase_log.py`).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter

Counts = dict[str, int]
# Is told the name of a phase, its milliseconds and its counts.
Listener = Callable[[str, float, Counts], None]
_listeners: list[Listener] = []


def only_listener(listener: Listener | None) -> None:
    """From now on this one is told, and nobody else."""
    _listeners[:] = [listener] if listener else []


@contextmanager
def phase(name: str) -> Iterator[Counts]:
    """What happens inside is one phase; counts are added to the mapping that it yields."""
    counts: Counts = {}
    started = perf_counter()
    try:
        yield counts
    finally:
        for listener in _listeners:
            listener(name, (perf_counter() - started) * 1000, counts)
