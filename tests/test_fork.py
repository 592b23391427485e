"""Two people issue at once: what `check` then says is the way out, step by step."""

import re
import subprocess
from pathlib import Path

import pytest

from generator.base.diagnostics import Located
from generator.base.text import Language
from generator.pipeline import compile_content
from generator.workspace import DiskWorkspace
from tests.exercise import INCLUDED, Desk, Files, plan, record_files
from tests.support import MOMENT, as_bytes

SECOND = "content/editions/BT-2026-0002/v1.json"


def git(folder: Path, *arguments: str) -> int:
    author = ("-c", "user.name=x", "-c", "user.email=x@example.vn")
    return subprocess.run(
        ("git", *author, *arguments), cwd=folder, capture_output=True, check=False
    ).returncode


def write(folder: Path, files: Files) -> None:
    for path, content in as_bytes(files).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def commit(folder: Path, files: Files) -> None:
    write(folder, files)
    git(folder, "add", "content")
    assert git(folder, "commit", "-qm", "x") == 0


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone in which somebody has issued and pulls, while another bulletin was pushed."""
    plans = plan("BT-2026-0001", INCLUDED) | plan("BT-2026-0002", INCLUDED, "quick", "exercise")
    desk = Desk(record_files() | plans)
    origin, own = tmp_path / "origin", tmp_path / "own"
    origin.mkdir()
    git(origin, "init", "-qb", "main")
    commit(origin, desk.files)
    git(tmp_path, "clone", "-q", str(origin), str(own))
    pushed, second = Desk(desk.files), Desk(desk.files)
    pushed.issue("BT-2026-0001")
    second.issue("BT-2026-0002")
    commit(origin, pushed.files)
    commit(own, second.files)
    assert git(own, "pull", "-q", "--no-edit", "--no-rebase") != 0
    return own


def breaks(folder: Path) -> list[Located]:
    findings = compile_content(DiskWorkspace(folder, MOMENT)).findings
    return [found for found in findings if found.diagnostic.problem.code in ("BT701", "BT702")]


def test_a_head_that_git_could_not_merge_is_told_as_that(clone: Path) -> None:
    messages = [found.diagnostic.message(Language.VI) for found in breaks(clone)]
    assert any("hai người cùng phát hành" in message for message in messages)


def test_the_mend_heals_the_chain(clone: Path) -> None:
    (found, *_) = breaks(clone)
    mend = found.diagnostic.fix(Language.VI)
    assert SECOND in mend
    commands = re.findall(r"git ([^;.]+);", mend)
    assert commands[:2] == ["merge --abort", "rm tệp ấy"]
    for command in commands:
        own = command.replace("tệp ấy", SECOND)
        more = {"commit": ["-qm", "x"], "pull": ["-q", "--no-edit", "--no-rebase"]}
        assert git(clone, *own.split(), *more.get(command, [])) == 0, command
    assert breaks(clone) == []
    assert (clone / "content/editions/BT-2026-0001/v1.json").exists()


def test_one_version_issued_twice_is_no_damage(clone: Path) -> None:
    path = clone / SECOND
    path.write_bytes(b"<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n")
    told = {found.span.path: found.diagnostic.message(Language.VI) for found in breaks(clone)}
    assert "hai người cùng phát hành" in told[SECOND]
