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
from generator.views.dashboard.figures import Areas, CountedRecords


class DaySpread(NamedTuple):
    """How many days it took; half of all cases lie between `lower` and `upper`."""

    cases: int
    least: float
    lower: float
    middle: float
    upper: float
    most: float


@dataclass(frozen=True, slots=True)
class TimeFigures:
    """Spreads of days between two steps; None where there is no case."""

    concluded: DaySpread | None
    rumours: DaySpread | None
    told: DaySpread | None
    in_all: DaySpread | None


class _Case(NamedTuple):
    """A concluded information: the days it was received, concluded, first cited by a message."""

    is_rumour: bool
    received: date
    concluded: date
    told: date | None


def time_figures(counted: CountedRecords) -> TimeFigures:
    message_days = _message_days(counted)
    cases_or_none = (
        _case(record_id, content, message_days) for record_id, content in counted.of(Information)
    )
    cases = [case for case in cases_or_none if case]
    told_cases = [(case, case.told) for case in cases if case.told]
    return TimeFigures(
        concluded=day_spread([(case.concluded - case.received).days for case in cases]),
        rumours=day_spread(
            [(case.concluded - case.received).days for case in cases if case.is_rumour]
        ),
        told=day_spread([(message_day - case.concluded).days for case, message_day in told_cases]),
        in_all=day_spread([(message_day - case.received).days for case, message_day in told_cases]),
    )


def day_spread(days: list[int]) -> DaySpread | None:
    """The spread of the spans; a negative span comes from a wrong date and does not count."""
    spans = sorted(span for span in days if span >= 0)
    if not spans:
        return None
    lower, _, upper = quantiles(spans, n=4, method="inclusive") if len(spans) > 1 else spans * 3
    return DaySpread(len(spans), spans[0], lower, median(spans), upper, spans[-1])


def _case(record_id: str, content: Json, message_days: Mapping[str, date]) -> _Case | None:
    concluded = [
        step["on"] for step in content.get("verification", ()) if step["step"] == Step.CONCLUDED
    ]
    received = (content.get("source") or {}).get("received")
    if not concluded or not received:
        return None
    return _Case(
        is_rumour(content),
        date.fromisoformat(received),
        date.fromisoformat(concluded[0]),
        message_days.get(record_id),
    )


def _message_days(counted: CountedRecords) -> Mapping[str, date]:
    """For each information the day of the first edition in which a message names it."""
    first_days: dict[str, date] = {}
    for message, _ in counted.of(Message):
        for appearance in counted.appearances(message):
            day = appearance.edition.day
            for record_id in appearance.names:
                if is_of(record_id, Information) and day < first_days.get(record_id, date.max):
                    first_days[record_id] = day
    return first_days


class AreaCoverage(NamedTuple):
    """An area as a record printed it; `reporting` is None when it was not counted."""

    area: str
    day: str
    groups: int
    collaborators: int
    reporting: int | None


@dataclass(frozen=True, slots=True)
class NetworkFigures:
    """Counts of persons only as records print them: totals and differences are not computed."""

    covered: tuple[AreaCoverage, ...]
    uncovered: tuple[str, ...]


def network_figures(counted: CountedRecords, areas: Areas) -> NetworkFigures:
    coverage_by_area: dict[str, AreaCoverage] = {}
    for _, content in sorted(
        counted.of(Network), key=lambda record: (_last_day(record[1]), record[0])
    ):
        for line in content.get("coverage", ()):
            coverage_by_area[str(line["area"])] = _area_coverage(line, _last_day(content))
    ordered = sorted(
        coverage_by_area.values(), key=lambda coverage: (-coverage.collaborators, coverage.area)
    )
    return NetworkFigures(tuple(ordered), _uncovered_areas(areas, set(coverage_by_area)))


def _last_day(content: Json) -> str:
    """The last day of the period of a record, or the day it was written (ISO)."""
    return str((content.get("period") or {}).get("until") or content["created"])


def _area_coverage(line: Json, day: str) -> AreaCoverage:
    return AreaCoverage(
        str(line["area"]), day, line["groups"], line["collaborators"], line.get("reporting")
    )


def _uncovered_areas(areas: Areas, covered: set[str]) -> tuple[str, ...]:
    """The innermost areas that no record reports on, neither directly nor through a parent area."""
    return tuple(
        area
        for area in areas.known
        if area not in areas.below and covered.isdisjoint(areas.lineage(area))
    )
