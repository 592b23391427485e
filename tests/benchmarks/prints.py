"""Pages of print a second: our pipeline, and the bare engine on the same HTML, style and fonts.

Run as a command it makes every bulletin of a corpus in one of the two ways, on every core, and
says how many pages that were: `python -m tests.benchmarks.prints ours|raw CORPUS`.
"""

import json
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf

from generator.base.text import Language
from generator.model.edition import Edition
from generator.targets import pdf
from generator.targets.executor import spread
from generator.views.print import PdfJob, bulletin_job
from tests.benchmarks.measure import Cost, cost_of, middle

BULLETINS = 10
_SETTINGS = {"PYTHONPATH": str(Path(__file__).parent.parent.parent)}


def lines(corpus: Path, folder: Path, runs: int) -> Iterator[str]:
    """Medians of both ways, which take turns; `folder` is for their output."""
    costs: dict[str, list[Cost]] = {"ours": [], "raw": []}
    pages = 0
    for _ in range(runs):
        for way, several in costs.items():
            command = (sys.executable, "-m", "tests.benchmarks.prints", way, str(corpus))
            several.append(cost_of(command, folder, _SETTINGS))
            pages = json.loads((folder / "last-output.txt").read_text("utf-8"))
    for way, several in costs.items():
        cost = middle(several)
        speed = f"{pages / cost.wall:.1f} pages/s"
        yield f"  print, {way}: {speed}, {cost.cpu:.1f} cpu s, {cost.peak:.0f} MiB"
    ratio = middle(costs["raw"]).cpu / middle(costs["ours"]).cpu
    yield f"  print, ours / raw: {ratio:.2f} of the pages for a second of processor, at least 0.95"


def main() -> None:
    way, corpus = sys.argv[1:]
    pages = spread(_WAYS[way], _jobs(Path(corpus)), least=0)
    sys.stdout.write(f"{sum(pages)}\n")


def _jobs(corpus: Path) -> list[PdfJob]:
    paths = sorted((corpus / "content/editions").rglob("v*.json"))[:BULLETINS]
    frozen = [path.read_bytes() for path in paths]
    editions = [Edition.model_validate_json(one) for one in frozen]
    return [
        bulletin_job(edition, None, Language.VI, one)
        for edition, one in zip(editions, frozen, strict=True)
    ]


def _ours(job: PdfJob) -> int:
    return _pages(pdf.render_pdf(job))


def _raw(job: PdfJob) -> int:
    """The engine alone, with the same fonts, style and standard, and the same file attached."""
    loaded = pdf._loaded()
    html = loaded.weasyprint.HTML(string=job.html, base_url="edition:")
    style = pdf._style(job.layout, job.document)
    document = html.render(font_config=loaded.fonts, stylesheets=[style], pdf_variant=pdf._VARIANT)
    document.metadata.attachments = [pdf._attachment(job)]
    return _pages(document.write_pdf(pdf_variant=pdf._VARIANT))


_WAYS: dict[str, Callable[[PdfJob], int]] = {"ours": _ours, "raw": _raw}


def _pages(content: bytes) -> int:
    with pikepdf.open(BytesIO(content)) as opened:
        return len(opened.pages)


if __name__ == "__main__":
    main()
