"""Pages of print a second: our pipeline, the bare engine on the same documents, and other engines.

python -m tests.benchmarks.prints [--bulletins 20] [--each 10] [--runs 3]
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.benchmarks.measure import Cost, cost_of, middle

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    from generator.views.pdf_job import PdfJob

ROOT = Path(__file__).parent.parent.parent
MODULE = "tests.benchmarks.prints"
BULLETINS, EACH = 20, 10
LEAST = 0.95
KIB_A_MIB = 1024
OURS, RAW = "ours", "raw"
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
    """The two ways of ours and the bare engine take turns; each peer runs once."""
    _prepare(folder, bulletins, each)
    yield f"print, {bulletins} bulletins on {len(os.sched_getaffinity(0))} cores{_HEAD}"
    found = {one.way: one for one in _taking_turns(folder, runs)}
    yield from map(_line, found.values())
    yield f"  (load of this machine: {os.getloadavg()[0]:.1f})"
    yield from _ratios(found)
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


def _ratios(found: Mapping[str, Measured]) -> Iterator[str]:
    """The pages that ours makes in the time in which the bare engine makes one."""
    ours, raw = middle(found[OURS].costs), middle(found[RAW].costs)
    for unit, ratio in (
        ("on the clock", raw.wall / ours.wall),
        ("of processor", raw.cpu / ours.cpu),
    ):
        verdict = "as expected" if ratio >= LEAST else "NOT as expected"
        yield f"  ours / raw, pages a second {unit}: {ratio:.2f}, at least {LEAST}: {verdict}"


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
    settings = {"PYTHONPATH": str(ROOT), "FONTCONFIG_FILE": fonts, "NO_MKDOCS_2_WARNING": "1"}
    return cost_of((sys.executable, "-m", module, *arguments), folder, settings)


# ── the two ways, in processes of their own ──────────────────────────────────────────────────


def _print_all(way: str, folder: Path) -> None:
    """Each worker loads the engine for itself, as in a build; our own modules are shared."""
    from generator.targets.executor import spread  # noqa: PLC0415  see `cost_of`: stay small

    import_module("tests.benchmarks.papers")
    (folder / way).mkdir(exist_ok=True)
    make, papers = _WAYS[way], sorted(folder.glob("*.json"))
    for _ in spread(lambda paper: make(paper, folder / way / f"{paper.stem}.pdf"), papers, least=0):
        pass


def _ours(paper: Path, target: Path) -> None:
    from generator.targets.pdf import render_pdf  # noqa: PLC0415
    from tests.benchmarks.papers import read_job  # noqa: PLC0415

    target.write_bytes(render_pdf(read_job(paper)))


def _raw(paper: Path, target: Path) -> None:
    """The engine alone, with the same fonts, style and standard, and the same file attached."""
    from weasyprint import HTML  # noqa: PLC0415

    from tests.benchmarks.papers import read_job, style_of  # noqa: PLC0415

    job = read_job(paper)
    HTML(string=job.html, base_url="edition:").write_pdf(
        target,
        font_config=_fonts(),
        stylesheets=[_style(paper.parent / style_of(job))],
        pdf_variant="pdf/a-3a",
        attachments=[_attached(job)],
    )


@cache
def _fonts() -> "FontConfiguration":
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    return FontConfiguration()


@cache
def _style(path: Path) -> "CSS":
    from weasyprint import CSS  # noqa: PLC0415

    return CSS(filename=str(path), font_config=_fonts())


def _attached(job: "PdfJob") -> Any:  # noqa: ANN401  the engine ships no types
    from weasyprint import Attachment  # noqa: PLC0415

    return Attachment(string=job.attachment, name=job.attachment_name, relationship="Source")


_WAYS: dict[str, Callable[[Path, Path], None]] = {OURS: _ours, RAW: _raw}


def _count(folder: Path) -> None:
    """Print the pages and the KiB of all PDFs of a folder."""
    import pikepdf  # noqa: PLC0415

    pages, size = 0, 0
    for path in folder.glob("*.pdf"):
        size += path.stat().st_size
        with pikepdf.open(path) as opened:
            pages += len(opened.pages)
    sys.stdout.write(json.dumps([pages, size / KIB_A_MIB]))


# ── the command ──────────────────────────────────────────────────────────────────────────────


def main() -> None:
    if sys.argv[1:2] == ["count"]:
        _count(Path(sys.argv[2]))
    elif sys.argv[1:2] and sys.argv[1] in _WAYS:
        _print_all(sys.argv[1], Path(sys.argv[2]))
    else:
        _measure()


def _measure() -> None:
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
