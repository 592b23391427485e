"""The directory of one day: its units, areas and parties, and who answers for a unit that ended."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from generator.model.registry.registry import Area, Unit
from generator.model.registry.succession import has_ended, heir

_DAY = timedelta(days=1)
_FEWEST_DIGITS = 7  # of a telephone number; shorter numbers may be anything


def ways_to(unit: Unit) -> frozenset[str]:
    """The telephone numbers of a unit's contact, in digits, and its e-mail in small letters."""
    if unit.contact is None:
        return frozenset()
    runs = re.findall(r"[\d .()+-]+", unit.contact.phone or "")
    digits = (re.sub(r"\D", "", run) for run in runs)
    numbers = {number for number in digits if len(number) >= _FEWEST_DIGITS}
    return frozenset(numbers | {address.casefold() for address in [unit.contact.email] if address})


def gives(text: str, ways: frozenset[str]) -> bool:
    """Whether a text gives one of these telephone numbers or addresses, with any spacing."""
    digits, small = re.sub(r"\D", "", text), text.casefold()
    return any(way in (small if "@" in way else digits) for way in ways)


class Answer(NamedTuple):
    """The unit that was named, and the one that answers for it: itself, its heir, or a party.

    `unit` is None when the named unit has ended and nobody is left to ask.
    """

    named: Unit
    unit: Unit | None
    is_heir: bool = False

    @property
    def is_own(self) -> bool:
        return self.unit is self.named


@dataclass(frozen=True)
class Directory:
    """Units and areas by id, as last known, and the parties, the leading one first."""

    units: Mapping[str, Unit]
    areas: Mapping[str, Area]
    parties: tuple[str, ...]
    day: date

    def answer(self, unit_id: str) -> Answer | None:
        """Who answers for a unit on the day; None for an unknown unit.

        A unit that ended without an heir is answered for by the first party that exists.
        """
        named = self.units.get(unit_id)
        if named is None:
            return None
        if not has_ended(named, self.day):
            return Answer(named, named)
        later = heir(self.units, named, self.day)
        return Answer(named, later or self._first_party(), is_heir=later is not None)

    def acting(self, unit_id: str) -> str:
        """The unit that acts for a unit on the day; the unit itself when there is no other."""
        answer = self.answer(unit_id)
        return answer.unit.id if answer and answer.unit else unit_id

    def area_now(self, area_id: str) -> str:
        """The area that stands in the place of one that has ended; empty when there is none."""
        area = self.areas.get(area_id)
        later = heir(self.areas, area, self.day) if area and has_ended(area, self.day) else None
        return later.id if later else ""

    def unreachable_in(self, text: str) -> Unit | None:
        """A unit that has ended and whose telephone or address a text gives.

        A telephone or an address that an existing unit has kept still reaches somebody.
        """
        return next((unit for unit, ways in self._gone if gives(text, ways)), None)

    @cached_property
    def _gone(self) -> tuple[tuple[Unit, frozenset[str]], ...]:
        """The units that have ended, each with the ways that lead to nobody now."""
        there = (unit for unit in self.units.values() if unit.valid.covers(self.day))
        kept = frozenset(way for unit in there for way in ways_to(unit))
        gone = (unit for unit in self.units.values() if has_ended(unit, self.day))
        return tuple((unit, ways_to(unit) - kept) for unit in gone)

    def _first_party(self) -> Unit | None:
        for party in self.parties:
            unit = self.units.get(party)
            if unit and unit.valid.covers(self.day):
                return unit
            later = unit and heir(self.units, unit, self.day)
            if later:
                return later
        return None

    def changes(self) -> Iterator[date]:
        """The days on which a unit or an area begins, or has ended."""
        validities = [unit.valid for unit in self.units.values()]
        validities += [area.valid for area in self.areas.values()]
        for valid in validities:
            if valid.start:
                yield valid.start
            if valid.until:
                yield valid.until + _DAY
