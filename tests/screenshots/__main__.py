"""Writes every type of page, wide and narrow, and every printed document in every profile.

A sheet shows all of them.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

import click

from tests.browser import DESK, PHONE, browser, served_zipped
from tests.conftest import ROOT
from tests.page_types import PAGE_TYPES, READ_AT, PageType, specimen
from tests.papers import papers
from tests.sample_site import build_sample
from tests.visits import SCHEMES, Scheme, Visitor, Window, visitor

FOLDER = ROOT / ".cache" / "screenshots"
# These are looked at in the dark as well.
MAIN = frozenset(
    {"front", "event", "message", "message-recalled", "version", "search", "dashboard"}
)
RESOLUTION = "80"  # dots an inch
SHEET = """<!doctype html><meta charset="utf-8"><title>Screenshots</title>
<style>body{{font-family:sans-serif}} img{{width:20rem;border:1px solid;vertical-align:top}}</style>
{}"""


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="screenshots-") as folder:
        names = [*_taken(build_sample(Path(folder))), *_printed()]
    figures = (f'<figure><figcaption>{one}</figcaption><img src="{one}"></figure>' for one in names)
    (FOLDER / "index.html").write_text(SHEET.format("\n".join(figures)), "utf-8")
    click.echo(f"{len(names)} pictures: {(FOLDER / 'index.html').relative_to(ROOT)}")


def _taken(site: Path) -> Iterator[str]:
    """The name of each picture, once it is written."""
    with (
        browser() as opened,
        served_zipped(site) as at,
        visitor(opened, at, Window(*DESK, READ_AT, wants_rest=True)) as reader,
    ):
        for kind in PAGE_TYPES:
            address = specimen(site, kind)
            if address is not None:
                yield from _of_page(reader, kind, address)


def _of_page(reader: Visitor, kind: PageType, address: str) -> Iterator[str]:
    schemes: tuple[Scheme, ...] = SCHEMES if kind.name in MAIN else SCHEMES[:1]
    for size in (PHONE, DESK):
        page = reader.open(address, size)
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            name = escape(f"{kind.name}-{size[0]}-{scheme}.png")
            page.screenshot(path=FOLDER / name, full_page=True)
            yield name


def _printed() -> Iterator[str]:
    """The pages of every type of document in every profile."""
    for paper in papers():
        name = f"print-{paper.profile}-{paper.name}"
        command = ["pdftoppm", "-r", RESOLUTION, "-png", "-", str(FOLDER / name)]
        subprocess.run(command, input=paper.pdf(), check=True)
        yield from sorted(found.name for found in FOLDER.glob(f"{name}-[0-9]*.png"))


if __name__ == "__main__":
    main()
