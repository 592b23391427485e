"""How well the guard judges labelled sentences: python -m tests.guard_figures [FILE…]."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from generator.guard.allowance import Allowance, folded, phones_in
from generator.guard.scan import sightings

FOLDER = Path(__file__).parent / "guard"
LABELLED = sorted(FOLDER.glob("*.yml"))
HARDER = sorted((FOLDER / "harder").glob("*.yml"))
UNSEEN = sorted((FOLDER / "unseen").glob("*.yml"))
# The registry that the sentences were written for.
ALLOWANCE = Allowance(
    phones=phones_in("024 3355 7788"),
    accounts=frozenset({"trucban@songxanh.example"}),
    people=frozenset({folded("Nguyễn Thị Minh Hạnh")}),
)
# Counts and photos are judged by their fields; sentences are not labelled for them.
UNLABELLED = frozenset({"BT511", "BT515"})
ALL = "all"


@dataclass(frozen=True)
class Figures:
    """Codes rightly found, missed, and found where there is nothing."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def recall(self, code: str) -> float:
        return self.right[code] / max(1, self.right[code] + self.missed[code])

    def precision(self, code: str) -> float:
        return self.right[code] / max(1, self.right[code] + self.wrong[code])

    def codes(self) -> list[str]:
        return sorted({*self.right, *self.missed, *self.wrong})


def codes_of(text: str) -> set[str]:
    """What is seen in a text and not allowed."""
    return {seen.code for seen in sightings(text) if not ALLOWANCE.permits(seen)}


def _codes_told(text: str, expected: set[str]) -> set[str]:
    """The same, where the name of a minor may be labelled BT507 too.

    Those who wrote the sets differ in this; the guard says BT508 once, the stricter of the two.
    """
    told = codes_of(text)
    names_minor = any(seen.code == "BT508" and seen.kind != "age" for seen in sightings(text))
    return told | ({"BT507"} & expected if names_minor else set())


def figures(files: Iterable[Path], ignored: frozenset[str] = frozenset()) -> Figures:
    """Each sentence judged by itself; ALL stands for every code together."""
    told = Figures()
    for file in files:
        for row in yaml.safe_load(file.read_text("utf-8")):
            expected = set(row["codes"]) - ignored
            found = _codes_told(row["text"], expected) - ignored
            for counter, codes in (
                (told.right, found & expected),
                (told.missed, expected - found),
                (told.wrong, found - expected),
            ):
                counter.update(codes)
                counter[ALL] += len(codes)
    return told


def lines(told: Figures) -> Iterator[str]:
    for code in told.codes():
        labelled = told.right[code] + told.missed[code]
        yield (
            f"{code:6} {labelled:5} labelled  recall {told.recall(code):.3f}"
            f"  precision {told.precision(code):.3f}"
        )


if __name__ == "__main__":
    files = [Path(name) for name in sys.argv[1:]] or UNSEEN or LABELLED
    sys.stdout.writelines(f"{line}\n" for line in lines(figures(files, UNLABELLED)))
