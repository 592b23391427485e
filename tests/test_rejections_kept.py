"""An approval that its unit took back does not come back with the older file."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.exercise import Desk, plan, record_files
from tests.support import git
from tests.test_approvals_overtaken import (
    CORRECTS,
    DAYS,
    FIRST,
    PARTIES,
    PLAN,
    approve,
    by,
    change,
    commit,
)
from tests.test_desk import written_to
from tests.test_kept_by_git import ALL, told

OWN = f"content/approvals/{FIRST}/dan-van.yml"
V2 = f"content/editions/{FIRST}/v2.json"
RECALL = ("recall", FIRST, *by("dan-van"), "--reason", "Chưa được duyệt.")


@pytest.fixture
def folder(tmp_path: Path, bulletin: Run) -> Path:
    """Both approved a correction; then one took its approval back, and somebody restored it."""
    desk = Desk(record_files() | plan(FIRST, ["ND-2026-0001"], mode="exercise"))
    desk.issue(FIRST)
    folder = written_to(tmp_path, desk.files)
    commit(folder, "issued", first=True)
    change(folder, PLAN, "Nước đã được kiểm nghiệm.", "Nước đã được kiểm nghiệm lại.")
    approve(bulletin, folder, DAYS[0], *PARTIES)
    commit(folder, "approved")
    reject(bulletin, folder, FIRST)
    commit(folder, "rejected")
    git(folder, "checkout", "HEAD~1", "--", OWN)
    return folder


def reject(bulletin: Run, folder: Path, name: str) -> None:
    said = ("approve", name, *by("dan-van"), "--reject", "--reason", "Chưa xem kỹ.")
    ran = bulletin(folder, *DAYS[1], *said)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("committed", [False, True])
def test_a_rejection_is_not_taken_back_with_the_older_file(
    folder: Path, bulletin: Run, *, committed: bool
) -> None:
    if committed:
        commit(folder, "restored")
    ran = bulletin(folder, *DAYS[2], *CORRECTS)
    assert (ran.returncode, ran.stdout.count("BT402")) == (1, 1), ran.stdout + ran.stderr
    assert "sau đó chính đơn vị này đã không phê duyệt" in " ".join(ran.stdout.split())
    assert not (folder / V2).exists()
    approve(bulletin, folder, DAYS[2], "dan-van")
    assert bulletin(folder, *DAYS[2], *CORRECTS).returncode == 0
    commit(folder, "issued")
    assert told(folder, "BT710", OWN) == ()


def issue_by_force(bulletin: Run, folder: Path) -> None:
    """As somebody would who has no git at hand, or writes the edition with another tool."""
    aside = folder.parent / "git-aside"
    (folder / ".git").rename(aside)
    assert bulletin(folder, *DAYS[2], *CORRECTS).returncode == 0
    aside.rename(folder / ".git")


@pytest.mark.parametrize("committed", [False, True])
def test_an_edition_on_such_an_approval_is_found(
    folder: Path, bulletin: Run, *, committed: bool
) -> None:
    issue_by_force(bulletin, folder)
    if committed:
        commit(folder, "issued")
    assert told(folder, "BT710", OWN) == ALL
    git(folder, "checkout", "HEAD" if not committed else "HEAD~1", "--", OWN)
    assert told(folder, "BT710", OWN) == ALL, "whatever stands in the file now"
    assert bulletin(folder, *DAYS[3], *RECALL).returncode == 0
    assert told(folder, "BT710", OWN) == ()


def test_who_could_not_know_of_a_rejection_has_done_no_wrong(folder: Path, bulletin: Run) -> None:
    git(folder, "reset", "-q", "--hard")
    git(folder, "checkout", "-qb", "other", "HEAD~1")
    issue_by_force(bulletin, folder)
    commit(folder, "issued")
    git(folder, "-c", "user.name=a", "-c", "user.email=a@example.vn", "merge", "-q", "main")
    assert "decision: reject" in (folder / OWN).read_text("utf-8")
    assert told(folder, "BT710", OWN) == ("check",), "a warning: neither build nor verify"
    assert bulletin(folder, *DAYS[3], "verify").returncode == 0


def test_later_approvals_of_all_end_it(folder: Path, bulletin: Run) -> None:
    issue_by_force(bulletin, folder)
    change(folder, PLAN, "kiểm nghiệm lại.", "kiểm nghiệm hai lần.")
    approve(bulletin, folder, DAYS[3], *PARTIES)
    commit(folder, "approved again")
    assert told(folder, "BT710", OWN) == ALL
    assert bulletin(folder, *DAYS[3], *CORRECTS).returncode == 0
    assert told(folder, "BT710", OWN) == ()


def test_content_does_not_go_on_an_approval_taken_back(folder: Path, bulletin: Run) -> None:
    redact, version = ("redact", FIRST, "v1"), f"{FIRST}/v1"
    path = f"content/approvals/{FIRST}-v1/dan-van.yml"
    asked = bulletin(folder, *DAYS[0], *redact, "--reason", "Có dữ liệu cá nhân.")
    assert asked.returncode == 0, asked.stdout + asked.stderr
    for unit in PARTIES:
        assert bulletin(folder, *DAYS[0], "approve", version, *by(unit)).returncode == 0
    commit(folder, "asked")
    reject(bulletin, folder, version)
    commit(folder, "rejected")
    git(folder, "checkout", "HEAD~1", "--", path)
    ran = bulletin(folder, *DAYS[2], *redact)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert bulletin(folder, *DAYS[2], "approve", version, *by("dan-van")).returncode == 0
    ran = bulletin(folder, *DAYS[2], *redact)
    assert ran.returncode == 0, ran.stdout + ran.stderr
