"""The corpus planned: which records each bulletin has, on which matters, and when it is issued."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from tests.benchmarks.words import Theme, Words

# Of a hundred records, how many are of each kind.
MIX = {"TT": 45, "ND": 15, "DL": 10, "BX": 10, "SV": 6, "TD": 6, "VB": 4, "LL": 4}
FIRST = datetime.fromisoformat("2026-02-16T17:00+07:00")
LAST = datetime.fromisoformat("2026-10-30T17:00+07:00")
# Every twelfth bulletin is corrected; every fourth goes on with a matter of the one before it. The
# two never meet, so a correction never carries a message that has been superseded meanwhile.
CORRECTED = (12, 1)
CONTINUING = (4, 3)


class Plan(NamedTuple):
    """How large the corpus is, and what its chance starts from."""

    records: int
    bulletins: int
    seed: int

    def issued_at(self, number: int) -> datetime:
        """The moment of a bulletin's first edition; `number` counts from 0."""
        span = LAST - FIRST
        minutes = int(span / timedelta(minutes=1)) * number // max(self.bulletins - 1, 1)
        return FIRST + timedelta(minutes=minutes)

    def corrected_at(self, number: int) -> datetime | None:
        """The moment of the second edition, for the bulletins that get one."""
        every, which = CORRECTED
        if number % every != which or number + 2 > self.bulletins - 1:
            return None
        later, latest = self.issued_at(number + 1), self.issued_at(number + 2)
        return later + (latest - later) / 2


@dataclass(frozen=True)
class Matter:
    """What several records of one bulletin are about, and the ids of these records by prefix."""

    theme: Theme
    area: str
    area_name: str
    subject: str
    place: str
    ids: Mapping[str, tuple[str, ...]]
    earlier: "Matter | None" = None

    @property
    def event(self) -> str | None:
        return next(iter(self.ids["SV"]), None)

    @property
    def evidence(self) -> tuple[str, ...]:
        """The information that was concluded and found true, with one from the bulletin before."""
        own = tuple(one for n, one in enumerate(self.ids["TT"]) if is_established(n))
        before = self.earlier.evidence[:1] if self.earlier else ()
        return (*own, *before)


def is_rumour(number: int) -> bool:
    return number % 8 == 5


def is_established(number: int) -> bool:
    """Whether the information with this number within its matter may be cited as a fact."""
    return number % 8 not in (5, 7)


@dataclass(frozen=True)
class Share:
    """One bulletin's records."""

    id: str
    number: int
    issued_at: datetime
    matters: tuple[Matter, ...]
    own_directives: tuple[str, ...]
    shared_directives: tuple[str, ...]


def shares(plan: Plan, words: Words) -> Iterator[Share]:
    """Every bulletin's records, in the order of issue."""
    shared = _dealt(plan, 0)["VB"][:3]
    before: tuple[Matter, ...] = ()
    begun = 0
    for number in range(plan.bulletins):
        ids = _dealt(plan, number)
        parted = _parted(ids)
        before = tuple(_matters(words, number, begun, parted, before))
        begun += len(before)
        yield Share(
            id=f"BT-2026-{number + 1:04d}",
            number=number,
            issued_at=plan.issued_at(number),
            matters=before,
            own_directives=ids["VB"],
            shared_directives=shared,
        )


def _dealt(plan: Plan, number: int) -> Mapping[str, tuple[str, ...]]:
    """The ids of one bulletin's records: each kind is dealt out evenly, in the order of ids."""
    return {
        prefix: tuple(
            f"{prefix}-2026-{one + 1:04d}"
            for one in range(_start(total, plan, number), _start(total, plan, number + 1))
        )
        for prefix, total in totals(plan.records).items()
    }


def _start(total: int, plan: Plan, number: int) -> int:
    # Rounded up, so that the first bulletin has one of each kind.
    return -(-total * number // plan.bulletins)


def totals(records: int) -> Mapping[str, int]:
    """How many records of each kind; what rounding leaves over is information."""
    counted = {prefix: max(records * share // 100, 1) for prefix, share in MIX.items()}
    return {**counted, "TT": counted["TT"] + records - sum(counted.values())}


def _parted(ids: Mapping[str, tuple[str, ...]]) -> list[Mapping[str, tuple[str, ...]]]:
    """One bulletin's records by matter: as many matters as it has events, or one."""
    count = max(len(ids["SV"]), 1)
    return [{prefix: some[part::count] for prefix, some in ids.items()} for part in range(count)]


def _matters(
    words: Words,
    number: int,
    begun: int,
    parted: list[Mapping[str, tuple[str, ...]]],
    before: tuple[Matter, ...],
) -> Iterator[Matter]:
    every, which = CONTINUING
    for part, ids in enumerate(parted):
        earlier = before[0] if before and part == 0 and number % every == which else None
        yield _matter(words, begun + part, ids, earlier)


def _matter(
    words: Words, count: int, ids: Mapping[str, tuple[str, ...]], earlier: Matter | None
) -> Matter:
    """A matter in a cell (theme and area) that comes back only after all others."""
    if earlier:
        return Matter(
            earlier.theme,
            earlier.area,
            earlier.area_name,
            earlier.subject,
            earlier.place,
            ids,
            earlier,
        )
    themes, areas = words.themes, tuple(words.areas)
    line, area = divmod(count, len(areas))
    theme = themes[(line + area) % len(themes)]
    round_ = line // len(themes)
    return Matter(
        theme=theme,
        area=areas[area],
        area_name=words.areas[areas[area]],
        subject=theme["matters"][(round_ + area) % len(theme["matters"])],
        place=theme["places"][(round_ * 3 + area) % len(theme["places"])],
        ids=ids,
    )
