"""The units and areas as last frozen: how the site learns that one has ended, and who follows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from generator.base.digest import Json
from generator.model.edition.edition import Edition
from generator.model.record.fields import Part
from generator.model.registry.directory import Directory
from generator.model.registry.registry import Area, Unit

P = TypeVar("P", bound=Part)


def frozen_directory(editions: Sequence[Edition], moment: datetime) -> Directory:
    """The directory at a moment; of each entry the edition issued last is right.

    Withdrawals copy the registry of an earlier version, so they tell nothing new.
    """
    telling = [edition for edition in editions if not edition.is_withdrawal]
    newest = telling[-1] if telling else None
    return Directory(
        units=_entries(telling, "units", Unit),
        areas=_entries(telling, "areas", Area),
        parties=newest.parties if newest else (),
        day=moment.astimezone(newest.zone if newest else moment.tzinfo).date(),
    )


def _entries(editions: Sequence[Edition], section: str, kind: type[P]) -> Mapping[str, P]:
    last: dict[str, Json] = {
        str(entry["id"]): entry
        for edition in editions
        for entry in edition.registry.get(section, ())
    }
    return {entry_id: kind.model_validate(last[entry_id]) for entry_id in sorted(last)}
