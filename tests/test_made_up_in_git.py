"""What somebody put into git and took out again counts for nothing, unless all had agreed to it."""

# ruff: noqa: F811  the fixture of another module

import os
import re
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import orjson
import pytest

from generator.editions.chain import HEAD
from generator.model.edition.edition import Edition, body_digest, file_bytes
from generator.model.edition.redaction import asked_of, redacted_body
from tests.conftest import Run
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
from tests.test_kept_by_git import ALL, RECALL, V1, folder, recalled, told  # noqa: F401  a fixture

V2, OTHER = V1.replace("v1", "v2"), "content/editions/BT-2026-0098/v1.json"
OWN = f"content/approvals/{FIRST}/dan-van.yml"
EDITIONS = "content/editions"
REDACT = ("redact", FIRST, "v1")


def body(folder: Path) -> dict[str, object]:
    return dict(orjson.loads((folder / V1).read_bytes()))


def put(folder: Path, path: str, values: dict[str, object]) -> dict[str, object]:
    """A made-up edition, whose digest is right."""
    bulletin, number = path.split("/")[2], int(path.rpartition("/v")[2].removesuffix(".json"))
    plan = {**values["plan"], "id": bulletin}  # type: ignore[dict-item]
    made = {**values, "bulletin": bulletin, "version": number, "plan": plan, "approvals": []}
    made["digest"] = body_digest(made)
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(file_bytes(made))
    return made


def corrected(bulletin: Run, folder: Path, at: tuple[str, str] = DAYS[0]) -> None:
    change(folder, PLAN, "Nước đã được kiểm nghiệm.", "Nước đã được kiểm nghiệm lại.")
    approve(bulletin, folder, DAYS[0], *PARTIES)
    assert bulletin(folder, *at, *CORRECTS).returncode == 0
    commit(folder, "corrected")


def taken_out(bulletin: Run, folder: Path) -> None:
    asked = bulletin(folder, *DAYS[1], *REDACT, "--reason", "Có dữ liệu cá nhân.")
    assert asked.returncode == 0, asked.stderr
    for unit in PARTIES:
        assert bulletin(folder, *DAYS[1], "approve", f"{FIRST}/v1", *by(unit)).returncode == 0
    assert bulletin(folder, *DAYS[1], *REDACT).returncode == 0
    commit(folder, "taken out")


@pytest.mark.parametrize("committed", [False, True])
def test_content_that_all_took_out_does_not_come_back_by_checking_it_out(
    folder: Path,
    bulletin: Run,
    *,
    committed: bool,
) -> None:
    corrected(bulletin, folder)
    taken_out(bulletin, folder)
    assert told(folder, "BT710", V1) == ()
    git(folder, "checkout", "HEAD~1", "--", V1)
    if committed:
        commit(folder, "whole again")
    assert told(folder, "BT710", V1) == ALL


def a_stray_file(folder: Path) -> None:
    path = folder / "content/editions/BT-2026-0500/v7.json"
    path.parent.mkdir()
    path.write_bytes(b"{}")


def a_made_up_edition(folder: Path) -> None:
    put(folder, OTHER, body(folder))


def a_made_up_root_of_two(folder: Path) -> None:
    first = put(folder, V1, body(folder))
    follows = {"edition": f"{FIRST}/v1", "digest": first["digest"]}
    put(folder, OTHER, {**body(folder), "previous": follows})


def an_unagreed_redaction(folder: Path) -> None:
    edition = Edition.model_validate(body(folder))
    at = datetime.fromisoformat(DAYS[0][1])
    form = redacted_body(edition, asked_of(edition, at, "Giả."), [], at)
    (folder / V1).write_bytes(file_bytes(form))


@pytest.mark.parametrize(
    "make", [a_stray_file, a_made_up_edition, a_made_up_root_of_two, an_unagreed_redaction]
)
def test_what_nobody_agreed_to_leaves_nothing_behind(
    make: Callable[[Path], None],
    folder: Path,
    bulletin: Run,
) -> None:
    git(folder, "rm", "-rq", "--cached", EDITIONS)
    make(folder)
    commit(folder, "made up")
    git(folder, "checkout", "HEAD~1", "--", ".")
    git(folder, "clean", "-fdq")
    git(folder, "rm", "-rqf", "--ignore-unmatch", OTHER, "content/editions/BT-2026-0500")
    commit(folder, "as it was")
    assert bulletin(folder, *DAYS[1], "verify").returncode == 0
    for path in (V1, EDITIONS, HEAD):
        assert told(folder, "BT710", path) == told(folder, "BT701", path) == ()
    taken_out(bulletin, folder)
    assert bulletin(folder, *DAYS[2], "verify").returncode == 0


def test_a_dropped_correction_is_not_built_without(folder: Path, bulletin: Run) -> None:
    corrected(bulletin, folder)
    git(folder, "rm", "-q", V2)
    git(folder, "checkout", "HEAD~1", "--", HEAD)
    commit(folder, "dropped")
    assert told(folder, "BT710", EDITIONS) == ("build", "verify")
    ran = bulletin(folder, *DAYS[2], "check")
    assert f"{FIRST}/v2" in ran.stdout, "check only warns: who was second must commit that"


def test_a_false_rejection_between_does_not_stop_a_true_edition(
    folder: Path,
    bulletin: Run,
) -> None:
    corrected(bulletin, folder, DAYS[2])
    files = {path: (folder / path).read_bytes() for path in (OWN, V2)}
    (folder / V2).unlink()
    text = (folder / OWN).read_text("utf-8").replace("decision: approve", "decision: reject")
    (folder / OWN).write_text(text.replace("T09:00:00", "T09:00:01"), "utf-8")
    commit(folder, "false")
    for path, content in files.items():
        (folder / path).write_bytes(content)
    commit(folder, "as it was")
    assert bulletin(folder, *DAYS[3], "verify").returncode == 0


@pytest.mark.parametrize("again", [False, True])
def test_a_rejection_that_began_the_file_is_seen(
    folder: Path, bulletin: Run, *, again: bool
) -> None:
    """It was no change of a file that was there, and the merge keeps the other side."""
    name, path = "BT-2026-0002", PLAN.replace("0001", "0002")
    text = (folder / PLAN).read_text("utf-8").replace(FIRST, name).replace("number: 1", "number: 2")
    (folder / path).write_text(text, "utf-8")
    commit(folder, "planned")
    git(folder, "branch", "laptop")
    refuse = ("approve", name, *by("dan-van"), "--reject", "--reason", "Chưa xem kỹ.")
    for at in (DAYS[1], *(DAYS[2:3] if again else ())):
        assert bulletin(folder, *at, *refuse).returncode == 0
        commit(folder, "rejected")
    git(folder, "checkout", "-q", "laptop")
    for unit in PARTIES:
        at = DAYS[1] if again else DAYS[0]
        assert bulletin(folder, *at, "approve", name, *by(unit)).returncode == 0
    commit(folder, "approved")
    who = ("-c", "user.name=a", "-c", "user.email=a@example.vn")
    git(folder, *who, "merge", "-q", "-s", "ours", "-m", "merged", "main")
    ran = bulletin(folder, *DAYS[3], "issue", name)
    assert (ran.returncode, ran.stdout.count("BT402")) == (1, 1), ran.stdout + ran.stderr


@pytest.mark.parametrize(
    "setting", [("diff.orderFile", ".none"), ("log.showRoot", "false"), ("core.quotePath", "false")]
)
def test_no_habit_of_a_user_hides_what_git_has(
    setting: tuple[str, str],
    folder: Path,
    bulletin: Run,
) -> None:
    recalled(bulletin, folder)
    (folder / RECALL).unlink()
    commit(folder, "dropped")
    git(folder, "config", *setting)
    assert told(folder, "BT710", RECALL) == ALL


def test_a_clone_without_the_older_commits_says_that_it_cannot_compare(
    folder: Path, bulletin: Run, tmp_path: Path
) -> None:
    recalled(bulletin, folder)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{folder}", "shallow")
    assert (
        "bản sao git này thiếu lịch sử" in bulletin(tmp_path / "shallow", *DAYS[2], "check").stdout
    )
    assert "thiếu lịch sử" not in bulletin(folder, *DAYS[2], "check").stdout


def test_a_log_that_git_cannot_tell_is_no_empty_one(folder: Path, bulletin: Run) -> None:
    recalled(bulletin, folder)
    git(folder, "config", "log.date", "no such form")
    ran = bulletin(folder, *DAYS[2], "verify")
    assert (ran.returncode, "git không đọc được kho này" in ran.stderr) == (2, True), ran.stdout


def test_a_commit_of_a_year_that_never_comes_stops_nothing(folder: Path, bulletin: Run) -> None:
    recalled(bulletin, folder)
    told_by_git = subprocess.run(
        ("git", "cat-file", "commit", "HEAD"), cwd=folder, check=True, capture_output=True
    ).stdout
    far = re.sub(rb"(?m)^(committer .*> )[0-9]+", rb"\g<1>253402300900", told_by_git)
    made = subprocess.run(
        ("git", "hash-object", "-t", "commit", "-w", "--literally", "--stdin"),
        cwd=folder,
        input=far,
        check=True,
        capture_output=True,
    ).stdout
    git(folder, "reset", "-q", "--hard", made.decode().strip())
    assert bulletin(folder, *DAYS[2], "verify").returncode == 0


@pytest.mark.parametrize("path", [b"content/guide/\xff.md", b"content/records/\xff.yml"])
def test_a_name_that_is_no_text_is_said(path: bytes, folder: Path, bulletin: Run) -> None:
    target = Path(os.fsdecode(os.fsencode(folder) + b"/" + path))
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(b"a")
    for verb in (("check",), ("build", "--no-pdf", "--out", str(folder / "site"))):
        ran = bulletin(folder, *DAYS[2], *verb)
        assert (ran.returncode, r"\xff" in ran.stderr) == (2, True), ran.stdout + ran.stderr
