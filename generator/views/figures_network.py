"""Figures of the network: for each area what the newest record about it says, never a sum."""

from dataclasses import dataclass
from typing import NamedTuple

from generator.base.digest import Json
from generator.model.kinds.network import Network
from generator.views.figures import Areas, Counted


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
