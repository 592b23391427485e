"""The units and areas as last frozen: how the site learns that one has ended, and who follows.

An end stops something, so it counts as soon as the registry says it, like a recall; everything
else is told by editions. Of units that no edition has named, only successors are taken.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from generator.base.digest import Json
from generator.model.edition.edition import Edition
from generator.model.registry.directory import Directory
from generator.model.registry.registry import Area, Unit
from generator.model.registry.succession import with_successors

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
    """The frozen entries with the ends of the registry, and the successors these lead to."""
    known = {entry.id: entry for entry in registered}
    ended = {
        entry_id: known[entry_id]
        for entry_id in frozen
        if entry_id in known and known[entry_id].valid.until
    }
    merged = {
        entry_id: entry.model_copy(
            update={"valid": ended[entry_id].valid, "successor": ended[entry_id].successor}
        )
        if entry_id in ended
        else entry
        for entry_id, entry in frozen.items()
    }
    later = {entry_id: known[entry_id] for entry_id in with_successors(known, ended)}
    return dict(sorted({**later, **merged}.items()))
