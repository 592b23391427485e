"""The documents of a corpus as every engine of the benchmark takes them.

python -m tests.benchmarks.papers CORPUS FOLDER

For each edition a job (01.json) and the page that a browser opens (01.html); beside them the fonts
and, for each layout, its style with the figures filled in.
"""

import json
import shutil
import sys
from pathlib import Path

from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.model.layouts import layout_of
from generator.targets.pdf.engine import filled_style
from generator.views.bulletin.bulletin_print import bulletin_job
from generator.views.context.pdf_job import PdfJob

ROOT = Path(__file__).parent.parent.parent


def write_papers(corpus: Path, folder: Path) -> None:
    for kind in (ROOT / "theme/assets/fonts").glob("*.ttf"), (ROOT / "theme/pdf").glob("*.svg"):
        for file in kind:
            shutil.copy(file, folder)
    for number, path in enumerate(sorted((corpus / "content/editions").rglob("v*.json")), 1):
        frozen = path.read_bytes()
        edition = Edition.model_validate_json(frozen)
        _write_one(bulletin_job(edition, None, Language.VI, frozen), folder, f"{number:03}")


def _write_one(job: PdfJob, folder: Path, name: str) -> None:
    plain = {**job._asdict(), "attachment": job.attachment.decode(), "images": {}}
    (folder / f"{name}.json").write_text(json.dumps(plain), "utf-8")
    style = style_of(job)
    filled = filled_style(layout_of(job.layout, job.document))
    (folder / style).write_text(filled.replace("url(bulletin:", "url("), "utf-8")
    linked = f'<link rel="stylesheet" href="{style}"></head>'
    (folder / f"{name}.html").write_text(str(job.html).replace("</head>", linked, 1), "utf-8")


def style_of(job: PdfJob) -> str:
    """The name of the file with the job's style."""
    return f"{job.layout}-{job.document}.css"


def read_job(paper: Path) -> PdfJob:
    """The job that a file holds."""
    plain = json.loads(paper.read_text("utf-8"))
    kept = {**plain, "attachment": plain["attachment"].encode(), "denser": tuple(plain["denser"])}
    return PdfJob(**kept)


if __name__ == "__main__":
    write_papers(Path(sys.argv[1]), Path(sys.argv[2]))
