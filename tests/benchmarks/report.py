"""The figures as a plain table, and held against what is expected of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tests.benchmarks.measure import Cost, middle
from tests.benchmarks.runs import (
    BUILD_COLD,
    BUILD_MORE,
    BUILD_SAME,
    CHECK_COLD,
    CHECK_WARM,
    FLOOR,
    FLOOR_PARSED,
    STOCK,
)

Costs = Mapping[str, Sequence[Cost]]
LARGE = 10_000


class Expected(NamedTuple):
    """At most so many seconds, or so many times what another command takes."""

    name: str
    most: float
    times: str | None = None


EXPECTED = (
    Expected(BUILD_COLD, 0.25, STOCK),
    Expected(BUILD_SAME, 1.0),
    Expected(BUILD_MORE, 2.0),
    Expected(CHECK_COLD, 2.0),
    Expected(CHECK_WARM, 0.6),
)


def table(records: int, costs: Costs) -> Iterator[str]:
    """One line a command: medians of wall and processor seconds, and of the peak in MiB."""
    yield f"{records:,} records"
    yield f"  {'':32}{'n':>3}{'wall s':>10}{'cpu s':>10}{'peak MiB':>10}"
    for name, several in costs.items():
        cost = middle(several)
        yield f"  {name:32}{len(several):3}{cost.wall:10.2f}{cost.cpu:10.2f}{cost.peak:10.0f}"
    yield from _ratios(costs)
    if records >= LARGE:
        yield from _verdicts(costs)


def _ratios(costs: Costs) -> Iterator[str]:
    for name, to in ((CHECK_COLD, FLOOR_PARSED), (CHECK_WARM, FLOOR), (BUILD_COLD, STOCK)):
        if name in costs and to in costs:
            yield f"  {name} / {to}: {_wall(costs, name) / _wall(costs, to):.2f}"


def _verdicts(costs: Costs) -> Iterator[str]:
    for expected in EXPECTED:
        if expected.name in costs:
            reached = _reached(costs, expected)
            unit = f"× {expected.times}" if expected.times else "s"
            verdict = "as expected" if reached <= expected.most else "NOT as expected"
            yield f"  {expected.name}: {reached:.2f} {unit}, at most {expected.most}: {verdict}"


def _reached(costs: Costs, expected: Expected) -> float:
    measure = _wall(costs, expected.times) if expected.times else 1.0
    return _wall(costs, expected.name) / measure


def _wall(costs: Costs, name: str) -> float:
    return middle(costs[name]).wall


def as_json(records: int, costs: Costs) -> dict[str, Any]:
    """The medians, and every single run."""
    return {
        "records": records,
        "commands": {
            name: {"median": middle(several)._asdict(), "runs": [one._asdict() for one in several]}
            for name, several in costs.items()
        },
    }
