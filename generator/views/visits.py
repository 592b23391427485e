"""What has changed lately, for a reader who comes back: which of it is new, the browser knows."""

from collections.abc import Iterator
from datetime import datetime

from generator.views.corrections_page import edition_changes, recall_changes
from generator.views.lines import Line
from generator.views.listing import Entry
from generator.views.reading import MOST_SHOWN, Reading


def visits(reading: Reading) -> tuple[Line, ...]:
    """The newest editions, corrections and recalls, newest first; each has an id of its own."""
    return tuple(entry.line("") for _, entry in _newest(reading))


def visit_stamps(reading: Reading) -> Iterator[str]:
    return (entry.stamp for _, entry in _newest(reading))


def _newest(reading: Reading) -> list[tuple[datetime, Entry]]:
    lately = reading.ledger.editions[-MOST_SHOWN:]
    found = [*edition_changes(reading, lately), *recall_changes(reading)]
    found.sort(key=lambda one: (one[0], one[1].stamp), reverse=True)
    return found[:MOST_SHOWN]
