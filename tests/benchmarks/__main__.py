"""The benchmark: make bench ARGS="--sizes 1000,10000 --runs 5 --json figures.json"."""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.benchmarks import prints, search, visit, yearbook
from tests.benchmarks.measure import Cost
from tests.benchmarks.report import as_json, table
from tests.benchmarks.runs import Bench, Measured
from tests.sample_site import build_sample

SLOW = 5_000
FEW = 2
MOST_PRINTED = 3


def main() -> None:
    given = _arguments()
    found: dict[str, Any] = {"machine": _machine(), "sizes": []}
    _say(f"{found['machine']}")
    for records in map(int, filter(None, given.sizes.split(","))):
        with tempfile.TemporaryDirectory(prefix="bulletin-bench-") as folder:
            bench = Bench(Path(folder), records)
            costs = _measure(bench, given.runs)
            for line in table(records, costs):
                _say(line)
            for line in (*search.lines(bench.site), *visit.lines(bench.site)):
                _say(line)
            found["sizes"].append({**as_json(records, costs), "pages": bench.pages()})
            _say(f"  pages: {bench.pages():,}")
    _visit()
    _print(given.prints, given.books, min(given.runs, MOST_PRINTED))
    if given.json:
        given.json.write_text(json.dumps(found, indent=2) + "\n", "utf-8")


def _visit() -> None:
    """What readers of the sample site wait for."""
    with tempfile.TemporaryDirectory(prefix="bulletin-sample-") as folder:
        _say("sample site")
        for line in visit.lines(build_sample(Path(folder))):
            _say(line)


def _print(bulletins: int, books: str, runs: int) -> None:
    """Print beside other engines, and the yearbook at each size."""
    if bulletins:
        with tempfile.TemporaryDirectory(prefix="bulletin-prints-") as folder:
            for line in prints.lines(Path(folder), bulletins, prints.EACH, runs):
                _say(line)
    for line in yearbook.lines(books, yearbook.EACH) if books else ():
        _say(line)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--sizes", default="1000,10000", help="numbers of records; '': none")
    parser.add_argument("--runs", type=int, default=5, help="builds of large sites: at most 2")
    parser.add_argument("--prints", type=int, default=prints.BULLETINS, help="bulletins; 0: none")
    parser.add_argument("--books", default="14,28", help="bulletins of each yearbook; '': none")
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser.parse_args()


def _measure(bench: Bench, runs: int) -> dict[str, list[Cost]]:
    bench.prepare()
    costs: dict[str, list[Cost]] = {}
    for number in range(runs):
        for name, cost in _one_run(bench, number):
            costs.setdefault(name, []).append(cost)
            _say(f"    {number + 1}. {name}: {cost.wall:.2f} s")
    return costs


def _one_run(bench: Bench, number: int) -> Iterator[Measured]:
    yield from bench.checks()
    if number < FEW or bench.records < SLOW:
        yield from bench.builds()


def _machine() -> dict[str, object]:
    return {
        "cores": len(os.sched_getaffinity(0)),
        "load": round(os.getloadavg()[0], 1),
        "python": platform.python_version(),
        **{name: version(name) for name in ("mkdocs", "mkdocs-material")},
    }


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
