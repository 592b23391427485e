"""Printing the papers of a folder, in a process of its own: our way, the bare engine's, or both.

python -m tests.benchmarks.printing ours|raw FOLDER
python -m tests.benchmarks.printing turns FOLDER RUNS
python -m tests.benchmarks.printing count FOLDER
"""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    from generator.views.context.pdf_job import PdfJob

OURS, RAW, TURNS = "ours", "raw", "turns"
KIB = 1024


def _print_all(way: str, folder: Path) -> None:
    """Each worker loads the engine for itself, as in a build; our own modules are shared."""
    from generator.targets.build.executor import spread  # noqa: PLC0415  see `cost_of`: stay small

    import_module("tests.benchmarks.papers")
    (folder / way).mkdir(exist_ok=True)
    make, papers = _WAYS[way], sorted(folder.glob("*.json"))
    for _ in spread(lambda paper: make(paper, folder / way / f"{paper.stem}.pdf"), papers, least=0):
        pass


def _print_in_turn(folder: Path, runs: int) -> None:
    """Print the least seconds of clock and of processor of all documents: [ours, raw]."""
    from generator.targets.build.executor import spread  # noqa: PLC0415

    import_module("tests.benchmarks.papers")
    papers = sorted(folder.glob("*.json"))
    costs = list(spread(lambda paper: _in_turn(paper, folder, runs), papers, least=0))
    sums = [[sum(one[way][unit] for one in costs) for unit in (0, 1)] for way in (OURS, RAW)]
    sys.stdout.write(json.dumps(sums))


def _in_turn(paper: Path, folder: Path, runs: int) -> Mapping[str, Sequence[float]]:
    """The least seconds of clock and of processor that one document takes in each way.

    Twice at least: the first one in a process loads the engine and its fonts.
    """
    costs: dict[str, list[tuple[float, float]]] = {OURS: [], RAW: []}
    for number in range(max(runs, 2)):
        for way in (OURS, RAW) if number % 2 == 0 else (RAW, OURS):
            clock, cpu = perf_counter(), process_time()
            _WAYS[way](paper, folder / way / f"{paper.stem}.pdf")
            costs[way].append((perf_counter() - clock, process_time() - cpu))
    return {way: [min(unit) for unit in zip(*all_of, strict=True)] for way, all_of in costs.items()}


def _ours(paper: Path, target: Path) -> None:
    from generator.targets.pdf.engine import render_pdf  # noqa: PLC0415
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
    sys.stdout.write(json.dumps([pages, size / KIB]))


def main() -> None:
    verb, folder, *more = sys.argv[1:]
    if verb == "count":
        _count(Path(folder))
    elif verb == TURNS:
        _print_in_turn(Path(folder), int(more[0]))
    else:
        _print_all(verb, Path(folder))


if __name__ == "__main__":
    main()
