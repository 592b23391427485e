"""The peer: the pages of a built site as Markdown, for MkDocs with Material as it comes.

python -m tests.benchmarks.stock SITE OUT
"""

import re
import sys
from functools import partial
from pathlib import Path

from markdownify import markdownify

from generator.targets.build.executor import spread

MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
SETTINGS = """\
site_name: Bản tin phối hợp
theme: {name: material, font: false, language: vi}
plugins: [search]
nav:
"""


def write_stock(site: Path, out: Path) -> int:
    """A project with one Markdown page for each page of the site; says how many."""
    pages = sorted(site.rglob("index.html"))
    spread(partial(_write_page, site, out / "docs"), pages)
    nav = (page.relative_to(site).parent for page in pages)
    sections = [path.as_posix() for path in nav if len(path.parts) == 1]
    entries = ["  - index.md", *(f"  - {section}/index.md" for section in sections)]
    (out / "mkdocs.yml").write_text(SETTINGS + "\n".join(entries) + "\n", "utf-8")
    return len(pages)


def _write_page(site: Path, docs: Path, page: Path) -> None:
    found = MAIN.search(page.read_text("utf-8"))
    if found is None:
        raise ValueError(page)
    target = docs / page.relative_to(site).with_suffix(".md")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(markdownify(found[1], heading_style="ATX"), "utf-8")


if __name__ == "__main__":
    count = write_stock(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.write(f"{count} pages\n")
