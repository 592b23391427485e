"""The archive of a year: all that proves what was issued, and the way back to a workspace."""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.support import git
from tests.test_agreement import issued_files
from tests.test_desk import written_to

LATER = ("--at", "2026-12-02T09:00+07:00")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A workspace in git with two issued bulletins."""
    folder = written_to(tmp_path / "office", issued_files())
    shutil.copy(ROOT / "mkdocs.yml", folder)
    git(folder, "init", "-qb", "main")
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")


def archive(bulletin: Run, folder: Path, *more: str) -> tuple[int, str]:
    given = ("--no-pdf", "--out", str(folder.parent / "luu"))
    ran = bulletin(folder, *LATER, "archive", "2026", *given, *more)
    return ran.returncode, ran.stdout + ran.stderr


def verified(bulletin: Run, office: Path, folder: Path) -> tuple[int, int]:
    """The exit codes of the program and of the verifier in the archive."""
    alone = subprocess.run(
        (sys.executable, str(folder / "verify.py")), capture_output=True, check=False
    )
    return bulletin(office, "verify", str(folder)).returncode, alone.returncode


def test_it_holds_what_was_issued_and_how_it_was_agreed(office: Path, bulletin: Run) -> None:
    code, said = archive(bulletin, office)
    assert (code, "2 bản phát hành" in said) == (0, True), said
    kept = office.parent / "luu"
    for path in (
        "editions/BT-2026-0001/v1.json",
        "approvals/BT-2026-0002/dan-van.yml",
        "registry/programme.yml",
    ):
        assert (kept / path).read_bytes() == (office / "content" / path).read_bytes()
    with (kept / "index.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows[1:]] == ["BT-2026-0001/v1", "BT-2026-0002/v1"]
    page = (kept / "index.html").read_text("utf-8")
    assert ("Hồ sơ lưu năm 2026" in page, 'href="editions/BT-2026-0001/v1.json"' in page) == (
        True,
        True,
    )
    assert verified(bulletin, office, kept) == (0, 0)


@pytest.mark.parametrize("change", ["edition", "approval", "thrown away", "added"])
def test_every_change_of_it_is_found(change: str, office: Path, bulletin: Run) -> None:
    archive(bulletin, office)
    kept = office.parent / "luu"
    edition, approval = kept / "editions/BT-2026-0001/v1.json", kept / "approvals/BT-2026-0001"
    if change == "edition":
        edition.write_bytes(edition.read_bytes().replace(b"2026", b"2027", 1))
    elif change == "approval":
        (approval / "dan-van.yml").write_text("x", "utf-8")
    elif change == "thrown away":
        edition.unlink()
    else:
        (kept / "editions/BT-2026-0001/v2.json").write_text("{}", "utf-8")
    assert verified(bulletin, office, kept) == (1, 1)


def test_the_workspace_comes_back_from_it(office: Path, bulletin: Run) -> None:
    archive(bulletin, office)
    bundle = office.parent / "luu" / "history.bundle"
    git(office.parent, "clone", "-q", str(bundle), "again")
    again = office.parent / "again"
    ran = bulletin(again, *LATER, "verify")
    assert (ran.returncode, "2 bản phát hành, chuỗi liền mạch" in ran.stdout + ran.stderr) == (
        0,
        True,
    )
    left = {p.relative_to(office) for p in (office / "content").rglob("*") if p.is_file()}
    assert left == {p.relative_to(again) for p in (again / "content").rglob("*") if p.is_file()}


def test_nothing_is_laid_by_that_is_not_whole(office: Path, bulletin: Run) -> None:
    kept = office.parent / "luu"
    (office / "content/editions/BT-2026-0001/v1.json").write_text("{}", "utf-8")
    code, said = archive(bulletin, office)
    assert (code, "bản phát hành trong kho không đúng" in said) == (1, True), said
    git(office, "checkout", "-q", "--", ".")
    (office / "content/registry/units.yml").open("a", encoding="utf-8").write("# sửa\n")
    code, said = archive(bulletin, office)
    assert (code, "chưa commit" in said, kept.exists()) == (1, True, False), said
    assert [*office.parent.glob(".writing-*")] == []


def test_an_archive_is_never_written_over(office: Path, bulletin: Run) -> None:
    archive(bulletin, office)
    before = (office.parent / "luu/manifest.json").read_bytes()
    code, said = archive(bulletin, office)
    assert (code, "không ghi đè" in said) == (2, True), said
    assert (office.parent / "luu/manifest.json").read_bytes() == before


def test_a_year_without_editions_is_said(office: Path, bulletin: Run) -> None:
    ran = bulletin(office, *LATER, "archive", "2025")
    assert (ran.returncode, "Năm 2025 chưa phát hành gì" in ran.stderr) == (1, True)


def test_without_git_it_says_what_is_missing(office: Path, bulletin: Run) -> None:
    shutil.rmtree(office / ".git")
    code, said = archive(bulletin, office)
    assert (code, "không dùng git" in said) == (0, True), said
    assert not (office.parent / "luu/history.bundle").exists()
