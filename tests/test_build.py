"""What a build reads again and what it leaves alone."""

import json
from pathlib import Path

import pytest

from generator.base.text import Bilingual
from generator.targets.build import tree
from generator.targets.build.inputs import Wish
from generator.targets.build.limits import NotPrinted
from generator.targets.build.output import FileContent, WrittenFile
from generator.targets.build.plan import Plan
from generator.targets.build.tree import File, write_output
from generator.targets.pdf import message_papers, pdf_cache
from generator.targets.site.site_build import build_site
from tests.conftest import Run

BEFORE = "2026-11-23T18:00+07:00"
EXPIRED = "2027-12-01T08:00+07:00"


def trace(folder: Path) -> dict[str, int]:
    """When each file was last changed."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in files}


def build(workspace: Path, moment: str) -> Path:
    out = workspace / "site"
    build_site(workspace, Wish(at=moment, with_pdf=False), out)
    return out


def test_an_unchanged_build_touches_nothing(workspace: Path) -> None:
    site = build(workspace, BEFORE)
    before, inode = trace(site), site.stat().st_ino
    build(workspace, "2026-11-23T19:00+07:00")
    assert (trace(site), site.stat().st_ino) == (before, inode)


def test_time_alone_rewrites_just_what_shows_it(workspace: Path) -> None:
    site = build(workspace, BEFORE)
    before = trace(site)
    assert (
        "đang có hiệu lực, đến" in (site / "messages/ND-2026-0002/index.html").read_text().lower()
    )
    build(workspace, EXPIRED)
    told = (site / "messages/ND-2026-0002/index.html").read_text().lower()
    assert "đang có hiệu lực, đến" not in told and "nội dung cũ, không dùng nữa" in told
    after = trace(site)
    untouched = "network/LL-2026-0001/index.html"
    assert after[untouched] == before[untouched]
    assert after["index.html"] != before["index.html"]


def test_a_recall_reaches_the_site(workspace: Path, bulletin: Run) -> None:
    site = build(workspace, BEFORE)
    by = ("--unit", "dan-van", "--office", "truong-ban", "--reason", "Chờ xác minh số liệu mới")
    moment = "2026-11-23T18:30+07:00"
    assert bulletin(workspace, "--at", moment, "recall", "ND-2026-0002", *by).returncode == 0
    build(workspace, "2026-11-23T18:40+07:00")
    text = (site / "messages/ND-2026-0002/index.html").read_text()
    assert "Chờ xác minh số liệu mới" in text
    assert "thu hồi" in text.lower()
    assert "ND-2026-0002" in (site / "corrections/index.html").read_text()


def test_what_stands_after_many_small_builds_is_what_one_build_makes(
    workspace: Path, tmp_path: Path
) -> None:
    for moment in ("2026-11-16T12:00+07:00", "2026-11-19T20:00+07:00", BEFORE):
        build(workspace, moment)
    fresh = tmp_path / "fresh"
    build_site(workspace, Wish(at=BEFORE, with_pdf=False), fresh)
    ours = {path: (workspace / "site" / path).read_bytes() for path in trace(workspace / "site")}
    assert ours == {path: (fresh / path).read_bytes() for path in trace(fresh)}


UNMADE = {
    "bulletins/BT-2026-0002/v1/BT-2026-0002-v1.pdf": "bulletins/BT-2026-0002/v1/index.html",
    "messages/ND-2026-0002/ND-2026-0002-a5.pdf": "messages/ND-2026-0002/index.html",
    "events/SV-2026-0001/SV-2026-0001-hoi-dap.pdf": "events/SV-2026-0001/index.html",
}


def test_a_paper_that_cannot_be_made_is_named_and_its_page_says_why(
    workspace: Path, bulletin: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All else is built, the site is whole, and the next build tries again."""
    monkeypatch.setattr(pdf_cache, "from_cache", _printed)
    monkeypatch.setattr(message_papers, "from_cache", _printed)
    good = ("--at", BEFORE, "build", "--out", "good")
    assert bulletin(workspace, *good).returncode == 0
    monkeypatch.setattr(tree, "write_output", _failing)
    done = bulletin(workspace, "--at", BEFORE, "build")
    assert done.returncode == 1
    for path, page in UNMADE.items():
        assert f"“{path}”: cần mười máy" in done.stderr
        assert not (workspace / "site" / path).exists()
        text = (workspace / "site" / page).read_text()
        assert "lần dựng trang này chưa làm được tệp, vì cần mười máy." in text
        assert f'href="{Path(path).name}"' not in text
    files = json.loads((workspace / "site/api/v1/records/ND-2026-0002.json").read_text())
    assert "card" in files and "pocket_card" not in files
    assert bulletin(workspace, "verify", "site").returncode == 0
    assert bulletin(workspace, "--at", BEFORE, "build").returncode == 1
    monkeypatch.setattr(tree, "write_output", write_output)
    assert bulletin(workspace, "--at", BEFORE, "build").returncode == 0
    assert contents(workspace / "site") == contents(workspace / "good")


def _printed(_: Plan, name: str, __: object) -> FileContent:
    """In place of a PDF, its key: nothing is printed here."""
    return FileContent(b"%PDF-" + name.encode())


def _failing(folder: Path, output: File) -> WrittenFile:
    if output.path in UNMADE:
        raise NotPrinted(output.path, Bilingual("cần mười máy", "it needs ten computers"))
    return write_output(folder, output)


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
