"""Other engines on the same documents, for orientation: Chromium, Typst, mkdocs-to-pdf.

python -m tests.benchmarks.peers chromium|typst|mkdocs-to-pdf FOLDER

FOLDER is what tests.benchmarks.papers has written; the PDFs go into FOLDER/<engine>.
"""

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from generator.targets.build.executor import spread

if TYPE_CHECKING:
    from typst import Compiler

_CHROMIUM = (
    "chromium",
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--no-pdf-header-footer", "--allow-file-access-from-files"),
)
_WHOLE_OFFSPRING = 36  # prctl: orphans among our descendants become our children
_BOOK = """\
site_name: Bản tin phối hợp
theme: {name: material, font: false, language: vi}
plugins: [{to-pdf: {output_path: book.pdf, toc_level: 2}}]
"""


def main() -> None:
    name, folder = sys.argv[1], Path(sys.argv[2])
    try:
        makers, out = _PEERS[name], folder / name
        out.mkdir(exist_ok=True)
        makers(folder, out)
    except (ImportError, FileNotFoundError) as missing:
        sys.stdout.write(f"not installed: {missing}\n")


def _chromium(folder: Path, out: Path) -> None:
    """A browser for each document, as many at a time as there are cores."""
    ctypes.CDLL(None).prctl(_WHOLE_OFFSPRING, 1)
    browser = shutil.which(_CHROMIUM[0])
    if browser is None:
        raise FileNotFoundError("no chromium on PATH")
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        for _ in pool.map(partial(_print_page, out), _pages(folder)):
            pass
    _await_orphans()


def _print_page(out: Path, page: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="bulletin-chromium-") as profile:
        target = f"--print-to-pdf={out / page.stem}.pdf"
        own = (f"--user-data-dir={profile}", target, page.resolve().as_uri())
        subprocess.run((*_CHROMIUM, *own), check=True, capture_output=True, env=_with_own_fonts())


def _with_own_fonts() -> dict[str, str]:
    """The surroundings of an engine that looks for fonts on this machine, as our own never does."""
    return {name: text for name, text in os.environ.items() if name != "FONTCONFIG_FILE"}


def _await_orphans() -> None:
    """What the browser's helpers took is counted only when somebody waits for them."""
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return


def _typst(folder: Path, out: Path) -> None:
    import_module("typst")
    for _ in spread(partial(_set_in_type, out), _pages(folder), least=0):
        pass


def _set_in_type(out: Path, page: Path) -> None:
    from tests.benchmarks.typeset import typeset  # noqa: PLC0415  only when Typst is there

    source = out / f"{page.stem}.typ"
    source.write_text(typeset(page.read_text("utf-8")), "utf-8")
    compiler = _compiler(page.parent)
    compiler.compile(input=str(source), output=str(source.with_suffix(".pdf")), format="pdf")


@cache
def _compiler(fonts: Path) -> "Compiler":
    """One for each process, which keeps the fonts."""
    from typst import Compiler, Fonts  # noqa: PLC0415

    known = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)])
    return Compiler(root=str(fonts), font_paths=known)


def _mkdocs(folder: Path, out: Path) -> None:
    """One book of all, as the plugin makes it: with the site around it, in one process."""
    import_module("mkdocs_to_pdf.plugin")
    (out / "docs").mkdir(exist_ok=True)
    _write_markdown(_pages(folder), out / "docs")
    (out / "mkdocs.yml").write_text(_BOOK, "utf-8")
    build = (sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(out / "mkdocs.yml"))
    subprocess.run(build, check=True, env=_with_own_fonts())
    shutil.copy(out / "site/book.pdf", out / "book.pdf")


def _write_markdown(pages: Sequence[Path], docs: Path) -> None:
    from markdownify import markdownify  # noqa: PLC0415

    for page in pages:
        body = page.read_text("utf-8").partition("<body")[2].partition(">")[2]
        target = docs / ("index.md" if page == pages[0] else f"{page.stem}.md")
        target.write_text(markdownify(body, heading_style="ATX", strip=["svg", "img"]), "utf-8")


def _pages(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.html"))


_PEERS: dict[str, Callable[[Path, Path], None]] = {
    "chromium": _chromium,
    "typst": _typst,
    "mkdocs-to-pdf": _mkdocs,
}

if __name__ == "__main__":
    main()
