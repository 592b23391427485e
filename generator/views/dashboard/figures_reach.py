"""Figures of reach: days from a report to its message, and the network by area."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median, quantiles
from typing import NamedTuple

from generator.base.digest import Json
from generator.model.kinds import is_of
from generator.model.kinds.information import Information, Step
from generator.model.kinds.message import Message
from generator.model.kinds.network import Network
from generator.model.ledger.queries import is_rumour
from generator.views.dashboard.figures import Areas, Counted


class DaySpread(NamedTuple):
    """How long it took, in days: half of all cases lie between `lower` and `upper`."""

    cases: int
    least: float
    lower: float
    middle: float
    upper: float
    most: float


@dataclass(frozen=True, slots=True)
class TimeFigures:
    """None where there is no case."""

    concluded: DaySpread | None
    rumours: DaySpread | None
    told: DaySpread | None
    in_all: DaySpread | None


class _Case(NamedTuple):
    """One concluded information: when it was received, concluded, and first told in a message."""

    is_rumour: bool
    received: date
    concluded: date
    told: date | None


def time_figures(counted: Counted) -> TimeFigures:
    told = _first_told(counted)
    found = (_case(record_id, content, told) for record_id, content in counted.of(Information))
    cases = [case for case in found if case]
    spoken = [(case, case.told) for case in cases if case.told]
    return TimeFigures(
        concluded=day_spread([(c.concluded - c.received).days for c in cases]),
        rumours=day_spread([(c.concluded - c.received).days for c in cases if c.is_rumour]),
        told=day_spread([(told - c.concluded).days for c, told in spoken]),
        in_all=day_spread([(told - c.received).days for c, told in spoken]),
    )


def day_spread(days: list[int]) -> DaySpread | None:
    """Of what ran forwards: a span that runs backwards comes of a mistaken date."""
    known = sorted(one for one in days if one >= 0)
    if not known:
        return None
    lower, _, upper = quantiles(known, n=4, method="inclusive") if len(known) > 1 else known * 3
    return DaySpread(len(known), known[0], lower, median(known), upper, known[-1])


def _case(record_id: str, content: Json, told: Mapping[str, date]) -> _Case | None:
    concluded = [s["on"] for s in content.get("verification", ()) if s["step"] == Step.CONCLUDED]
    received = (content.get("source") or {}).get("received")
    if not concluded or not received:
        return None
    return _Case(
        is_rumour(content),
        date.fromisoformat(received),
        date.fromisoformat(concluded[0]),
        told.get(record_id),
    )


def _first_told(counted: Counted) -> Mapping[str, date]:
    """For each information, the day of the first edition in which a message names it."""
    found: dict[str, date] = {}
    for message, _ in counted.of(Message):
        for one in counted.appearances(message):
            day = one.edition.day
            for named in one.names:
                if is_of(named, Information) and day < found.get(named, date.max):
                    found[named] = day
    return found


class Covered(NamedTuple):
    """One area as a record printed it; `reporting` is None when it was not counted."""

    area: str
    day: str
    groups: int
    collaborators: int
    reporting: int | None


@dataclass(frozen=True, slots=True)
class NetworkFigures:
    """Counts of persons stand here only as records print them: no total, no difference."""

    covered: tuple[Covered, ...]
    uncovered: tuple[str, ...]


def network_figures(counted: Counted, areas: Areas) -> NetworkFigures:
    found: dict[str, Covered] = {}
    for _, content in sorted(counted.of(Network), key=lambda one: (_day(one[1]), one[0])):
        for line in content.get("coverage", ()):
            found[str(line["area"])] = _covered(line, _day(content))
    ordered = sorted(found.values(), key=lambda one: (-one.collaborators, one.area))
    return NetworkFigures(tuple(ordered), _uncovered(areas, set(found)))


def _day(content: Json) -> str:
    """The last day a record speaks of."""
    return str((content.get("period") or {}).get("until") or content["created"])


def _covered(line: Json, day: str) -> Covered:
    return Covered(
        str(line["area"]), day, line["groups"], line["collaborators"], line.get("reporting")
    )


def _uncovered(areas: Areas, covered: set[str]) -> tuple[str, ...]:
    """The innermost areas of which no record speaks, neither of them nor of what they lie in."""
    return tuple(
        area
        for area in areas.known
        if area not in areas.below and covered.isdisjoint(areas.lineage(area))
    )
