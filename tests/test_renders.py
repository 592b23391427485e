"""How often a PDF is rendered: never again while nothing it is made of has changed.

Renders are counted, not timed. Workers are forked, so each of them writes what it renders into a
file that all share.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pikepdf
import pytest

from generator.cli.main import main
from generator.model.layouts import Layout
from generator.targets.pdf import engine
from generator.views.context.pdf_job import PdfJob
from tests.conftest import ROOT
from tests.exercise import Desk, plan, record_files
from tests.test_reading import written

pytestmark = pytest.mark.pdf

AT = "2026-12-02T08:00+07:00"
EDITION = "bulletins/BT-2026-0001/v1/BT-2026-0001-v1.pdf"
LATER = "bulletins/BT-2026-0003/v1/BT-2026-0003-v1.pdf"
# Two bulletins with their annexes, and the papers of the first one's message and event.
PAPERS = ["annex", "annex", "bulletin", "bulletin", "card", "card-a5", "questions", "script"]
COUNTED = "from tests.test_renders import counted; counted()"
WITHOUT_ENGINE = f"import sys; sys.modules['weasyprint'] = None; {COUNTED}"


def counted() -> None:
    """`bulletin`, in a process of its own: each render and each style parsed becomes a line."""
    told = Path(os.environ["TOLD"])

    def tell(line: str) -> None:
        with told.open("a", encoding="utf-8") as lines:
            lines.write(f"{line}\n")

    _tell_renders(tell)
    _tell_styles(tell)
    main()


def _tell_renders(tell: Callable[[str], None]) -> None:
    render, render_on_one_page = engine.render_pdf, engine.render_on_one_page

    def one(job: PdfJob) -> bytes:
        tell(f"render {job.document}")
        return render(job)

    def first_that_fits(jobs: Iterator[PdfJob], steps: int) -> bytes:
        largest = next(jobs)
        tell(f"render {largest.document}")
        return render_on_one_page(chain([largest], jobs), steps)

    engine.render_pdf, engine.render_on_one_page = one, first_that_fits  # type: ignore[assignment]


def _tell_styles(tell: Callable[[str], None]) -> None:
    filled = engine.filled_style

    def one(chosen: Layout) -> str:
        figures = sha256(repr(chosen).encode()).hexdigest()
        tell(f"style {chosen.template} {figures} in {os.getpid()}")
        return filled(chosen)

    engine.filled_style = one


def build(code: str, workspace: Path, out: str, *more: str) -> Path:
    """The folder of a site that was built with its PDFs by this code."""
    target = workspace.parent / out
    own = workspace.parent / "tmp"
    own.mkdir(exist_ok=True)
    told = {"TOLD": str(workspace.parent / "told.txt"), "PYTHONPATH": str(ROOT), "TMPDIR": str(own)}
    asked = ("-C", str(workspace), "--at", AT, "build", "--out", str(target), *more)
    ran = subprocess.run(
        (sys.executable, "-c", code, *asked),
        env={**os.environ, **told},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return target


def told(workspace: Path, kind: str) -> list[str]:
    """What was told of this kind since it was last asked for, in the order of the alphabet."""
    lines = (workspace.parent / "told.txt").read_text("utf-8").splitlines()
    return sorted(line.removeprefix(f"{kind} ") for line in lines if line.startswith(kind))


def forget(workspace: Path) -> None:
    (workspace.parent / "told.txt").write_text("", "utf-8")


def pdfs(site: Path) -> dict[str, bytes]:
    return {str(one.relative_to(site)): one.read_bytes() for one in sorted(site.rglob("*.pdf"))}


@pytest.fixture(scope="module")
def desk() -> Desk:
    included = ["SV-2026-0001", "ND-2026-0001", "TT-2026-0002"]
    held = Desk(record_files() | plan("BT-2026-0001", included))
    held.issue("BT-2026-0001")
    held.files |= plan("BT-2026-0002", ["BX-2026-0001"])
    held.issue("BT-2026-0002")
    return held


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, desk: Desk) -> Path:
    """A workspace whose site was built once, with every PDF."""
    workspace = written(desk.files, tmp_path_factory.mktemp("renders") / "workspace")
    forget(workspace)
    build(COUNTED, workspace, "site", "--jobs", "1")
    return workspace


def test_each_pdf_is_rendered_once_and_each_style_parsed_once_in_a_process(built: Path) -> None:
    assert told(built, "render") == PAPERS
    assert len(pdfs(built.parent / "site")) == len(PAPERS)
    styles = told(built, "style")
    assert len(styles) == len(set(styles)) == len(set(PAPERS))


def test_nothing_is_left_in_the_folder_for_temporary_files(built: Path) -> None:
    """Where the engine unpacked the fonts."""
    assert pdfs(built.parent / "site") != {}
    assert list((built.parent / "tmp").iterdir()) == []


def test_another_site_of_the_same_records_renders_nothing_and_needs_no_engine(built: Path) -> None:
    forget(built)
    other = build(WITHOUT_ENGINE, built, "other")
    assert told(built, "render") == []
    assert pdfs(other) == pdfs(built.parent / "site")
    with pikepdf.open(other / EDITION) as opened:
        assert len(opened.pages) > 0


def test_a_new_machine_takes_over_what_an_earlier_site_has_and_prints_the_rest(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "nothing-yet"))
    earlier = shutil.copytree(built.parent / "site", tmp_path / "earlier")
    (earlier / EDITION).write_bytes(b"%PDF-1.7 damaged on the way")
    forget(built)
    other = build(COUNTED, built, "elsewhere", "--reuse", str(earlier))
    assert told(built, "render") == ["bulletin"]
    assert pdfs(other) == pdfs(built.parent / "site")


def test_a_changed_record_renders_the_bulletin_that_tells_of_it_and_nothing_else(
    built: Path, desk: Desk
) -> None:
    desk.change("BX-2026-0001", "Rác thu gom chậm", "Rác thu gom muộn")
    desk.files |= plan("BT-2026-0003", ["BX-2026-0001"])
    desk.issue("BT-2026-0003")
    written(desk.files, built)
    before = pdfs(built.parent / "site")
    forget(built)
    after = pdfs(build(COUNTED, built, "site"))
    assert told(built, "render") == ["annex", "bulletin"]
    assert set(after) == {*before, LATER, LATER.replace(".pdf", "-phu-luc.pdf")}
    assert {path: after[path] for path in before} == before
