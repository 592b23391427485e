"""The yearbook's cost at a quarter, half and the whole of 467 pages.

python -m tests.benchmarks.yearbook [--bulletins 14,28,57] [--each 10]
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.measure import Cost, cost_of

ROOT = Path(__file__).parent.parent.parent
MOST_MIB = 600
EACH = 10
AT = "2027-01-31T08:00+07:00"


class Measured(NamedTuple):
    """One book: how many bulletins it was asked to hold, its pages, and what it cost."""

    bulletins: int
    pages: int
    cost: Cost


def main() -> None:
    given = _arguments()
    for one in lines(given.bulletins, given.each):
        sys.stdout.write(f"{one}\n")
        sys.stdout.flush()


def lines(sizes: str, each: int) -> Iterator[str]:
    """One line for each book; `sizes` are numbers of bulletins, such as `14,28`."""
    for bulletins in map(int, sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="bulletin-yearbook-") as folder:
            yield line(measured(Path(folder), each * bulletins, bulletins))


def measured(folder: Path, records: int, bulletins: int) -> Measured:
    """The year of a corpus made into a book in a process of its own."""
    corpus = ("-m", "tests.benchmarks.corpus", "--records", str(records))
    size = ("--bulletins", str(bulletins), "--seed", "1", str(folder / "corpus"))
    surroundings = {"XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": str(ROOT)}
    cost_of((sys.executable, *corpus, *size), folder, surroundings)
    target = folder / "book.pdf"
    asked = ("render", "--year", "2026", "--out", str(target))
    verb = (sys.executable, "-m", "generator", "-C", str(folder / "corpus"), "--at", AT, *asked)
    cost = cost_of(verb, folder, surroundings)
    return Measured(bulletins, _pages(target), cost)


def line(one: Measured) -> str:
    """Pages, seconds of processor for each and in all, and the peak against the limit."""
    a_page = one.cost.cpu / one.pages * 1000
    return (
        f"yearbook, {one.bulletins:4} bulletins {one.pages:5} pages {one.cost.cpu:7.1f} s CPU "
        f"{a_page:5.0f} ms/page {one.cost.peak:5.0f} of {MOST_MIB} MiB {one.cost.wall:7.1f} s"
    )


def _pages(book: Path) -> int:
    """Counted by the file's own objects; opening it as a whole would swell this process."""
    import pikepdf  # noqa: PLC0415  only after the first measurement

    with pikepdf.open(book) as opened:
        return len(opened.pages)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.yearbook")
    parser.add_argument("--bulletins", default="14,28,57", help="how many, for each book")
    parser.add_argument("--each", type=int, default=EACH, help="new records for each bulletin")
    return parser.parse_args()


if __name__ == "__main__":
    main()
