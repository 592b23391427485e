"""Units and areas in time: which have ended, and which stand in their place on a day."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from generator.model.registry.registry import Area, Unit

E = TypeVar("E", bound=Unit | Area)


def has_ended(entry: Unit | Area, day: date) -> bool:
    """Whether its last day is past; an end in the future has not come."""
    return entry.valid.until is not None and entry.valid.until < day


def heir(table: Mapping[str, E], entry: E, day: date) -> E | None:
    """The first successor, direct or indirect, that exists on the day; never the entry itself."""
    return next((later for later in successors(table, entry) if later.valid.covers(day)), None)


def in_place_of(table: Mapping[str, E], entry_id: str, day: date) -> str | None:
    """The entry itself while it lives or is not known, else its heir on the day, if it has any."""
    entry = table.get(entry_id)
    if entry is None or not has_ended(entry, day):
        return entry_id
    later = heir(table, entry, day)
    return later.id if later else None


def successors(table: Mapping[str, E], entry: E) -> tuple[E, ...]:
    """The direct successor, its successor, and so on; ends where the chain comes round again."""
    chain: dict[str, E] = {}
    later = table.get(entry.successor or "")
    while later is not None and later.id not in chain and later.id != entry.id:
        chain[later.id] = later
        later = table.get(later.successor or "")
    return tuple(chain.values())


def predecessors(table: Mapping[str, E], entry: E) -> tuple[E, ...]:
    """The entries that name it as their direct successor, by id."""
    return tuple(table[key] for key in sorted(table) if table[key].successor == entry.id)


def ancestors(table: Mapping[str, E], entry: E) -> tuple[E, ...]:
    """All entries in whose place it stands, directly or not, the nearest first."""
    reached: dict[str, E] = {}
    waiting = [entry]
    while waiting:
        for before in predecessors(table, waiting.pop(0)):
            if before.id not in reached and before.id != entry.id:
                reached[before.id] = before
                waiting.append(before)
    return tuple(reached.values())


def with_successors(table: Mapping[str, E], entry_ids: Iterable[str]) -> frozenset[str]:
    """The known entries among the ids, and everything that stands in their place one day."""
    reached: set[str] = set()
    for entry_id in entry_ids:
        if entry_id in table:
            reached |= {entry_id, *(later.id for later in successors(table, table[entry_id]))}
    return frozenset(reached)


def relatives(table: Mapping[str, E], entry_ids: Iterable[str]) -> frozenset[str]:
    """The known entries among the ids, and all that are joined to them by succession."""
    reached = {entry_id for entry_id in entry_ids if entry_id in table}
    is_grown = True
    while is_grown:
        before = len(reached)
        reached |= {str(table[one].successor) for one in reached if table[one].successor in table}
        reached |= {entry_id for entry_id in table if table[entry_id].successor in reached}
        is_grown = len(reached) > before
    return frozenset(reached)
