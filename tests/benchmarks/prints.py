"""Pages of print a second: our pipeline, the bare engine on the same documents, and other engines.

python -m tests.benchmarks.prints [--bulletins 20] [--each 10] [--runs 3]
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.measure import Cost, cost_of, middle
from tests.benchmarks.printing import OURS, RAW, TURNS

ROOT = Path(__file__).parent.parent.parent
MODULE = "tests.benchmarks.printing"
BULLETINS, EACH = 20, 10
LEAST = 0.95
PEERS = ("chromium", "typst", "mkdocs-to-pdf")
FOR_ORIENTATION = (
    "  (Chromium, Typst and mkdocs-to-pdf are for orientation: none of them keeps PDF/A-3a and\n"
    "  PDF/UA-1 or carries the edition; the last two set the same texts in a form of their own.)"
)


class Measured(NamedTuple):
    """One way of printing: what it cost, the pages and KiB it made; `why` says why it did not."""

    way: str
    costs: Sequence[Cost] = ()
    pages: int = 0
    size: float = 0
    why: str = ""


def lines(folder: Path, bulletins: int, each: int, runs: int) -> Iterator[str]:
    """The two ways of ours and the bare engine take turns; each peer runs once.

    Whole runs tell of pages a second and memory; on a shared machine they vary by a fifth. So the
    verdict rests on each document made in both ways in turn by the same process, the least of
    several costs counting.
    """
    _prepare(folder, bulletins, each)
    yield f"print, {bulletins} bulletins on {len(os.sched_getaffinity(0))} cores{_HEAD}"
    found = {one.way: one for one in _taking_turns(folder, runs)}
    yield from map(_line, found.values())
    yield f"  (load of this machine: {os.getloadavg()[0]:.1f})"
    yield from _ratios(folder, runs)
    yield from (_line(_peer(folder, peer)) for peer in PEERS)
    yield FOR_ORIENTATION


_HEAD = (
    "\n"
    + " " * 18
    + "".join(
        f"{title:>10}"
        for title in ("n", "pages", "wall s", "cpu s", "pages/s", "peak MiB", "KiB/page")
    )
)


def _line(one: Measured) -> str:
    if one.why:
        return f"  {one.way:16}not installed: {one.why}"
    cost = middle(one.costs)
    return (
        f"  {one.way:16}{len(one.costs):10}{one.pages:10}{cost.wall:10.1f}{cost.cpu:10.1f}"
        f"{one.pages / cost.wall:10.1f}{cost.peak:10.0f}{one.size / one.pages:10.1f}"
    )


def _ratios(folder: Path, runs: int) -> Iterator[str]:
    """The pages that ours makes in the time in which the bare engine makes one."""
    _run(folder, MODULE, TURNS, str(folder), str(runs))
    (clock, cpu), (raw_clock, raw_cpu) = json.loads((folder / "last-output.txt").read_text("utf-8"))
    for unit, ratio in (("on the clock", raw_clock / clock), ("of processor", raw_cpu / cpu)):
        verdict = "as expected" if ratio >= LEAST else "NOT as expected"
        yield (
            f"  ours / raw, pages a second {unit}, each document in turn: {ratio:.2f}, "
            f"at least {LEAST}: {verdict}"
        )


# ── what is run, each a command of its own ───────────────────────────────────────────────────


def _prepare(folder: Path, bulletins: int, each: int) -> None:
    corpus = folder / "corpus"
    size = ("--records", str(bulletins * each), "--bulletins", str(bulletins), "--seed", "1")
    _run(folder, "tests.benchmarks.corpus", *size, str(corpus))
    _run(folder, "tests.benchmarks.papers", str(corpus), str(folder))


def _taking_turns(folder: Path, runs: int) -> Iterator[Measured]:
    costs: dict[str, list[Cost]] = {OURS: [], RAW: []}
    for number in range(runs):
        for way in (OURS, RAW) if number % 2 == 0 else (RAW, OURS):
            costs[way].append(_run(folder, MODULE, way, str(folder)))
    for way, several in costs.items():
        yield Measured(way, several, *_made(folder, way))


def _peer(folder: Path, name: str) -> Measured:
    cost = _run(folder, "tests.benchmarks.peers", name, str(folder))
    _, is_missing, why = (
        (folder / "last-output.txt").read_text("utf-8").partition("not installed: ")
    )
    if is_missing:
        return Measured(name, why=why.strip())
    return Measured(name, [cost], *_made(folder, name))


def _made(folder: Path, way: str) -> tuple[int, float]:
    """Pages and KiB of what stands in the folder of this way."""
    _run(folder, MODULE, "count", str(folder / way))
    pages, size = json.loads((folder / "last-output.txt").read_text("utf-8"))
    return pages, size


def _run(folder: Path, module: str, *arguments: str) -> Cost:
    fonts = str(ROOT / "theme/pdf/fonts.conf")  # none of this machine's
    own = {"PYTHONPATH": str(ROOT), "FONTCONFIG_FILE": fonts, "TMPDIR": str(folder)}
    settings = {**own, "NO_MKDOCS_2_WARNING": "1"}
    return cost_of((sys.executable, "-m", module, *arguments), folder, settings)


# ── the command ──────────────────────────────────────────────────────────────────────────────


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.prints")
    parser.add_argument("--bulletins", type=int, default=BULLETINS)
    parser.add_argument("--each", type=int, default=EACH, help="new records for each bulletin")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bulletin-prints-") as folder:
        for line in lines(Path(folder), given.bulletins, given.each, given.runs):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
