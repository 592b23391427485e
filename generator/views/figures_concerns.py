"""Figures of concerns: open and settled by topic and area, and how long the open ones have been."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.base.digest import Json
from generator.model.kinds.concern import Concern
from generator.model.queries import is_over
from generator.views.figures import Areas, Count, Counted, tally

OPEN, SETTLED = 0, 1
# The last day of each band of age; whatever is older stands in a band of its own.
BANDS = (7, 30, 90)


@dataclass(frozen=True, slots=True)
class ConcernFigures:
    """Counts of records; `counts` are (open, settled), ages are of the open ones in days."""

    total: int
    open: int
    by_topic: tuple[Count, ...]
    by_area: tuple[Count, ...]
    ages: tuple[int, ...]
    oldest: int
    open_within: tuple[Count, ...]


class _Concern(NamedTuple):
    """A concern as last issued, and whether it is OPEN or SETTLED."""

    content: Json
    state: int


def concern_figures(counted: Counted, areas: Areas) -> ConcernFigures:
    concerns = [_Concern(c, _state(counted, one)) for one, c in counted.of(Concern)]
    still_open = [one.content for one in concerns if one.state == OPEN]
    ages = [_age(content, counted.today) for content in still_open]
    return ConcernFigures(
        total=len(concerns),
        open=len(still_open),
        by_topic=tally(((str(c.content.get("topic") or ""), c.state) for c in concerns), 2),
        by_area=tally(
            ((area, c.state) for c in concerns for area in c.content.get("areas", ())), 2
        ),
        ages=_in_bands(ages),
        oldest=max(ages, default=0),
        open_within=_within(still_open, areas),
    )


def _state(counted: Counted, record_id: str) -> int:
    return SETTLED if is_over(counted.ledger, record_id, counted.as_of) else OPEN


def _age(content: Json, today: date) -> int:
    """Days since it was first reported, or written where no report is dated."""
    since = (content.get("reported") or {}).get("from") or content["created"]
    return max((today - date.fromisoformat(since)).days, 0)


def _in_bands(ages: list[int]) -> tuple[int, ...]:
    bands = Counter(sum(age > last for last in BANDS) for age in ages)
    return tuple(bands[number] for number in range(len(BANDS) + 1))


def _within(contents: list[Json], areas: Areas) -> tuple[Count, ...]:
    """For every area, how many of these concern it or an area within it."""
    found: Counter[str] = Counter()
    for content in contents:
        found.update({one for area in content.get("areas", ()) for one in areas.lineage(area)})
    return tuple(Count(area, (found[area],)) for area in areas.known)
