"""The units and areas as last frozen: how the site learns that one has ended, and who follows.

An end stops something, so it counts as soon as the registry says it, like a recall. Everything
else is told by editions: no party has agreed to a name or telephone that only the registry holds.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from generator.base.digest import Json
from generator.model.edition.edition import Edition
from generator.model.registry.directory import Directory
from generator.model.registry.registry import Area, Unit

P = TypeVar("P", Unit, Area)


class Roll(NamedTuple):
    """What the working tree says today that counts at once, because it stops something.

    The units and areas of the registry, for their ends; retirements of records, by id.
    """

    units: tuple[Unit, ...] = ()
    areas: tuple[Area, ...] = ()
    retired: Mapping[str, Json] = MappingProxyType({})


NO_ROLL = Roll()


def frozen_directory(editions: Sequence[Edition], roll: Roll, moment: datetime) -> Directory:
    """The directory at a moment; of each entry the edition issued last is right.

    Withdrawals copy the registry of an earlier version, so they tell nothing new.
    """
    telling = [edition for edition in editions if not edition.is_withdrawal]
    newest = telling[-1] if telling else None
    return Directory(
        units=_with_ends(_entries(telling, "units", Unit), roll.units),
        areas=_with_ends(_entries(telling, "areas", Area), roll.areas),
        parties=newest.parties if newest else (),
        day=moment.astimezone(newest.zone if newest else moment.tzinfo).date(),
    )


def _entries(editions: Sequence[Edition], section: str, kind: type[P]) -> Mapping[str, P]:
    last: dict[str, Json] = {
        str(entry["id"]): entry for edition in editions for entry in edition.entries(section)
    }
    return {entry_id: kind.model_validate(last[entry_id]) for entry_id in sorted(last)}


def _with_ends(frozen: Mapping[str, P], registered: Iterable[P]) -> Mapping[str, P]:
    """The frozen entries with the ends of the registry."""
    now = {entry.id: entry for entry in registered}
    return {
        entry_id: _with_end(entry, now[entry_id], frozen) if entry_id in now else entry
        for entry_id, entry in frozen.items()
    }


def _with_end(entry: P, now: P, frozen: Container[str]) -> P:
    """A frozen entry with its end in the registry, if there is one, and what follows.

    An end that is known comes earlier at once, later only by an edition. What follows is told when
    an edition holds it.
    """
    if now.valid.until is None:
        return entry
    until = min(filter(None, (entry.valid.until, now.valid.until)))
    follows = entry.successor or (now.successor if now.successor in frozen else None)
    valid = entry.valid.model_copy(update={"until": until})
    return entry.model_copy(update={"valid": valid, "successor": follows})
