"""Figures of concerns: open and settled by topic and area, and how long the open ones have been."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from generator.base.digest import Json
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


def concern_figures(counted: Counted, areas: Areas) -> ConcernFigures:
    contents = [content for _, content in counted.of("BX")]
    still_open = [content for content in contents if "settled" not in content]
    ages = [_age(content, counted.today) for content in still_open]
    return ConcernFigures(
        total=len(contents),
        open=len(still_open),
        by_topic=tally(((str(c.get("topic") or ""), _state(c)) for c in contents), 2),
        by_area=tally(((area, _state(c)) for c in contents for area in c.get("areas", ())), 2),
        ages=_in_bands(ages),
        oldest=max(ages, default=0),
        open_within=_within(still_open, areas),
    )


def _state(content: Json) -> int:
    return SETTLED if "settled" in content else OPEN


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
