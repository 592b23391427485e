"""What git had first is held to: recalls, retirements, editions and when content was taken out."""

import shlex
import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import orjson
import pytest

from generator.base.diagnostics import Refused
from generator.editions.chain import HEAD
from generator.issued import compile_ledger
from generator.model.edition.edition import body_digest, file_bytes
from generator.model.record.record import Circulation
from generator.pipeline import compile_content, verify_content
from generator.workspace import DiskWorkspace
from tests.conftest import Run
from tests.exercise import Desk, plan, record_files, week
from tests.support import git
from tests.test_approvals_overtaken import CORRECTS, DAYS, FIRST, PLAN, approve, by, change, commit
from tests.test_desk import written_to

RECALL = f"content/recalls/{FIRST}.yml"
MESSAGE = "content/records/message/2026/ND-2026-0001.yml"
V1 = f"content/editions/{FIRST}/v1.json"
TODAY = datetime.fromisoformat("2026-12-06T09:00+07:00")
ALL = ("check", "build", "verify")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace in which the first bulletin was issued, in git."""
    desk = Desk(record_files() | plan(FIRST, ["ND-2026-0001"], mode="exercise"))
    desk.issue(FIRST)
    office = written_to(tmp_path / "office", desk.files)
    commit(office, "issued", first=True)
    return office


def told(folder: Path, code: str, path: str) -> tuple[str, ...]:
    """Which of check, build and verify tell a finding at a file."""
    workspace = DiskWorkspace(folder, TODAY)
    found = {"check": compile_content(workspace).findings}
    try:
        compile_ledger(workspace, Circulation.INTERNAL)
    except Refused as refused:
        found["build"] = refused.findings
    verified = verify_content(workspace).problems
    told = {verb for verb in found for f in found[verb] if is_at(f.diagnostic, code, f.span, path)}
    told |= {"verify" for one in verified if is_at(one, code, one.place, path)}
    return tuple(verb for verb in ALL if verb in told)


def is_at(diagnostic: object, code: str, place: object, path: str) -> bool:
    return (diagnostic.problem.code, place.path) == (code, path)  # type: ignore[attr-defined]


def advice(folder: Path, code: str, path: str) -> str:
    problems = verify_content(DiskWorkspace(folder, TODAY)).problems
    return next(one.mend.en for one in problems if is_at(one, code, one.place, path))


def recalled(bulletin: Run, folder: Path, at: Sequence[str] = DAYS[1]) -> None:
    stop = ("recall", FIRST, *by("dan-van"), "--reason", "Sai số mẫu.")
    assert bulletin(folder, *at, *stop).returncode == 0
    commit(folder, "recalled")


def link_away(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/null")


RECALLED = "2026-12-03T09:00:00+07:00"
EDITS: dict[str, Callable[[Path], object]] = {
    "earlier": lambda path: replace(path, RECALLED, "2026-12-02T09:00:00+07:00"),
    "before the issue": lambda path: replace(path, RECALLED, "2026-11-30T09:00:00+07:00"),
    "still to come": lambda path: replace(path, RECALLED, "2199-12-02T09:00:00+07:00"),
    "of another": lambda path: replace(path, f"record: {FIRST}", "record: VB-2024-0001"),
    "of a version": lambda path: replace(path, f"record: {FIRST}", f"record: {FIRST}/v1"),
    "by another": lambda path: replace(path, "unit: dan-van", "unit: tuyen-giao"),
    "another reason": lambda path: replace(path, "Sai số mẫu.", "Đơn vị khác nhầm."),
    "emptied": lambda path: path.write_bytes(b""),
    "a link": link_away,
    "gone": Path.unlink,
}


def replace(path: Path, before: str, after: str) -> None:
    change(path.parent, path.name, before, after)


@pytest.mark.parametrize("edit", EDITS)
def test_a_recall_stays_as_git_had_it(edit: str, folder: Path, bulletin: Run) -> None:
    recalled(bulletin, folder)
    assert told(folder, "BT710", RECALL) == ()
    EDITS[edit](folder / RECALL)
    assert told(folder, "BT710", RECALL) == ALL
    commit(folder, "edited")
    assert told(folder, "BT710", RECALL) == ALL
    command = advice(folder, "BT710", RECALL).partition("restore it: ")[2].partition(";")[0]
    git(folder, *command.split()[1:])
    assert told(folder, "BT710", RECALL) == ()


def test_a_recall_that_was_dropped_does_not_come_back_otherwise(
    folder: Path, bulletin: Run
) -> None:
    recalled(bulletin, folder)
    text = (folder / RECALL).read_text("utf-8")
    (folder / RECALL).unlink()
    commit(folder, "dropped")
    (folder / RECALL).write_text(text.replace("Sai số mẫu.", "Khác."), "utf-8")
    commit(folder, "again")
    assert told(folder, "BT710", RECALL) == ALL
    (folder / RECALL).write_text(f"# Nhắc lại.\n{text}", "utf-8")
    assert told(folder, "BT710", RECALL) == (), "what it says is what counts"


def test_a_bulletin_issued_again_is_recalled_again(folder: Path, bulletin: Run) -> None:
    recalled(bulletin, folder)
    first = (folder / RECALL).read_bytes()
    approve(bulletin, folder, DAYS[2], "tuyen-giao", "dan-van")
    assert bulletin(folder, *DAYS[2], *CORRECTS).returncode == 0
    commit(folder, "corrected")
    stop = ("recall", FIRST, *by("tuyen-giao"), "--reason", "Vẫn sai.")
    assert bulletin(folder, *DAYS[3], *stop).returncode == 0
    assert told(folder, "BT710", RECALL) == ()
    commit(folder, "recalled again")
    assert told(folder, "BT710", RECALL) == ()
    (folder / RECALL).write_bytes(first)
    assert told(folder, "BT710", RECALL) == ALL, "the corrected version would come back"


@pytest.mark.parametrize("kept", [0, 1])
def test_two_units_may_recall_at_once(kept: int, folder: Path, bulletin: Run) -> None:
    git(folder, "checkout", "-qb", "side")
    recalled(bulletin, folder)
    theirs = (folder / RECALL).read_bytes()
    git(folder, "checkout", "-q", "main")
    recalled(bulletin, folder, DAYS[2])
    ours = (folder / RECALL).read_bytes()
    git(folder, "merge", "-q", "--no-commit", "-s", "ours", "side")
    assert told(folder, "BT710", RECALL) == ()
    (folder / RECALL).write_bytes((ours, theirs)[kept])
    commit(folder, "merged")
    assert told(folder, "BT710", RECALL) == ()


def test_a_recall_that_never_stopped_anything_is_mended(folder: Path, bulletin: Run) -> None:
    recalled(bulletin, folder)
    text, idle = (folder / RECALL).read_text("utf-8"), "content/recalls/ND-2026-0044.yml"
    git(folder, "reset", "-q", "--hard", "HEAD~1")
    (folder / RECALL).parent.mkdir(exist_ok=True)
    for path in (RECALL, idle):
        (folder / path).write_text(text.replace(FIRST, "ND-2026-0044"), "utf-8")
    commit(folder, "mistyped")
    (folder / RECALL).write_text(text, "utf-8")
    (folder / idle).unlink()
    assert told(folder, "BT710", RECALL) == told(folder, "BT710", idle) == ()
    commit(folder, "mended")
    (folder / RECALL).unlink()
    assert told(folder, "BT710", RECALL) == ALL


def test_a_recall_in_the_wrong_place_or_time_is_told_without_git_too(
    folder: Path, bulletin: Run
) -> None:
    recalled(bulletin, folder)
    text = (folder / RECALL).read_text("utf-8")
    shutil.rmtree(folder / ".git")
    (folder / RECALL).write_text(text.replace(FIRST, "ND-2026-0001"), "utf-8")
    assert told(folder, "BT107", RECALL) == ALL
    (folder / RECALL).write_text(text.replace(RECALLED, "2026-11-30T09:00+07:00"), "utf-8")
    assert told(folder, "BT411", RECALL) == ALL


LINE = "retired: {on: 2026-12-02, reason: Sai hoàn toàn.}\n"
BLOCK = "retired:\n  on: 2026-12-02\n  reason: Sai hoàn toàn.\n"


@pytest.mark.parametrize("path", [MESSAGE, PLAN])
@pytest.mark.parametrize("written", [LINE, BLOCK])
@pytest.mark.parametrize("after", ["", "2031-12-02", None])
def test_what_is_out_of_use_does_not_come_back_alone(
    path: str, written: str, after: str | None, folder: Path
) -> None:
    before = (folder / path).read_text("utf-8")
    (folder / path).write_text(before + written, "utf-8")
    commit(folder, "retired")
    assert told(folder, "BT710", path) == ()
    if after is None:
        (folder / path).unlink()
    else:
        moved = written.replace("2026-12-02", after) if after else ""
        (folder / path).write_text(before + moved, "utf-8")
    assert told(folder, "BT710", path) == ALL
    commit(folder, "back")
    assert told(folder, "BT710", path) == ALL
    (folder / path).write_text(before + written.replace("hoàn toàn", "nhiều"), "utf-8")
    assert told(folder, "BT710", path) == (), "it is out of use again"


def retired_and_back(folder: Path) -> None:
    before = (folder / MESSAGE).read_text("utf-8")
    (folder / MESSAGE).write_text(before + LINE.replace("-02,", "-03,"), "utf-8")
    commit(folder, "retired")
    (folder / MESSAGE).write_text(before, "utf-8")
    assert told(folder, "BT710", MESSAGE) == ALL


@pytest.mark.parametrize("path", [MESSAGE, PLAN])
def test_all_parties_bring_back_what_was_out_of_use(path: str, folder: Path, bulletin: Run) -> None:
    before = (folder / path).read_text("utf-8")
    (folder / path).write_text(before + LINE, "utf-8")
    commit(folder, "retired")
    (folder / path).write_text(before, "utf-8")
    change(folder, PLAN, "Nước đã được kiểm nghiệm.", "Nước đã được kiểm nghiệm lại.")
    approve(bulletin, folder, DAYS[1], "tuyen-giao", "dan-van")
    ran = bulletin(folder, *DAYS[1], *CORRECTS)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert told(folder, "BT710", path) == ()
    commit(folder, "back")
    assert told(folder, "BT710", path) == ()


def test_older_approvals_bring_nothing_back(folder: Path, bulletin: Run) -> None:
    change(folder, PLAN, "Nước đã được kiểm nghiệm.", "Nước đã được kiểm nghiệm lại.")
    approve(bulletin, folder, DAYS[0], "tuyen-giao", "dan-van")
    retired_and_back(folder)
    ran = bulletin(folder, *DAYS[2], *CORRECTS)
    assert (ran.returncode, "BT710" in ran.stdout) == (1, True), ran.stdout + ran.stderr
    assert not (folder / V1.replace("v1", "v2")).exists()


def dated(folder: Path, day: str, message: str) -> None:
    """A commit on a day."""
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message, at=f"{day}T09:00:00+07:00")


@pytest.mark.parametrize(("dropped", "verbs"), [("2026-12-02", ()), ("2026-12-05", ALL)])
def test_a_day_that_had_not_come_is_taken_back(
    dropped: str, verbs: tuple[str, ...], folder: Path
) -> None:
    before = (folder / MESSAGE).read_text("utf-8")
    planned = LINE.replace("2026-12-02", "2026-12-04")
    (folder / MESSAGE).write_text(before + planned, "utf-8")
    dated(folder, "2026-12-02", "planned")
    (folder / MESSAGE).write_text(before, "utf-8")
    dated(folder, dropped, "taken back")
    assert told(folder, "BT710", MESSAGE) == verbs


@pytest.mark.parametrize(
    ("recall", "dropped", "verbs"),
    [
        ("2026-12-04", "2026-12-03", ()),
        ("2026-12-04", "2026-12-05", ALL),
        ("2026-12-04", "2026-12-01", ALL),  # a commit that says to be older than the recall
        ("2026-12-02", "2026-12-01", ALL),  # … and one in force
    ],
)
def test_a_recall_of_a_day_to_come_is_taken_back(
    recall: str, dropped: str, verbs: tuple[str, ...], folder: Path, bulletin: Run
) -> None:
    stop = ("recall", FIRST, *by("dan-van"), "--reason", "Sai số mẫu.")
    assert bulletin(folder, "--at", f"{recall}T08:00+07:00", *stop).returncode == 0
    dated(folder, "2026-12-02", "recalled")
    (folder / RECALL).unlink()
    dated(folder, dropped, "taken back")
    assert told(folder, "BT710", RECALL) == verbs


def in_a_merge(folder: Path, write: Callable[[], object]) -> None:
    """What is written while two branches are joined."""
    git(folder, "checkout", "-qb", "side")
    (folder / "content/a.md").write_text("a", "utf-8")
    commit(folder, "side")
    git(folder, "checkout", "-q", "main")
    git(folder, "merge", "-q", "--no-ff", "--no-commit", "side")
    write()
    commit(folder, "merged")


def rewritten(folder: Path, path: str, **values: object) -> dict[str, object]:
    """An edition written again with other values, digest and all; with it the head."""
    body = {**orjson.loads((folder / path).read_bytes()), **values}
    body["digest"] = body_digest(body)
    (folder / path).write_bytes(file_bytes(body))
    name = path.removeprefix("content/editions/").removesuffix(".json")
    last = {"edition": name, "digest": body["digest"]}
    (folder / HEAD).write_bytes(file_bytes(last))
    return last


def test_what_is_born_in_a_merge_is_kept_too(folder: Path, bulletin: Run) -> None:
    change(folder, PLAN, "Nước đã được kiểm nghiệm.", "Nước đã được kiểm nghiệm lại.")
    approve(bulletin, folder, DAYS[0], "tuyen-giao", "dan-van")
    commit(folder, "approved")
    second, stop = V1.replace("v1", "v2"), ("recall", FIRST, *by("dan-van"), "--reason", "Sai.")

    def write() -> None:
        assert bulletin(folder, *DAYS[0], *CORRECTS).returncode == 0
        assert bulletin(folder, *DAYS[1], *stop).returncode == 0

    in_a_merge(folder, write)
    assert bulletin(folder, *DAYS[2], "verify").returncode == 0
    rewritten(folder, second, change_note="Lời khác.")
    (folder / RECALL).unlink()
    assert (told(folder, "BT701", second), told(folder, "BT710", RECALL)) == (ALL, ALL)
    commit(folder, "rewritten")
    assert (told(folder, "BT701", second), told(folder, "BT710", RECALL)) == (ALL, ALL)


NAMES = ("BT-2026-0001/v1", "BT-2026-0002/v1", "BT-2026-0002/v2")
PATHS = tuple(f"content/editions/{name}.json" for name in NAMES)


def drop(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).unlink()
    commit(folder, "dropped")


@pytest.mark.parametrize("committed", [False, True])
def test_what_another_edition_followed_is_not_issued_anew(
    tmp_path: Path, *, committed: bool
) -> None:
    folder = written_to(tmp_path, week().files)
    commit(folder, "issued", first=True)
    contents = {path: (folder / path).read_bytes() for path in PATHS}
    drop(folder, *PATHS, HEAD)
    for path, content in contents.items():
        (folder / path).write_bytes(content)
    last = rewritten(folder, PATHS[1], issued_at="2026-12-01T10:30:00+07:00")
    rewritten(folder, PATHS[2], previous=last, change_note="Lời khác.")
    if committed:
        commit(folder, "again")
    assert told(folder, "BT701", PATHS[1]) == ALL
    assert told(folder, "BT701", PATHS[0]) == ()


@pytest.mark.parametrize("committed", [False, True])
def test_nothing_is_built_as_if_nothing_had_ever_been_issued(
    folder: Path, *, committed: bool
) -> None:
    (folder / V1).unlink()
    (folder / HEAD).unlink()
    if committed:
        commit(folder, "gone")
    assert told(folder, "BT710", "content/editions")[-2:] == ("build", "verify")


def test_who_issued_twice_and_was_second_drops_both(tmp_path: Path, bulletin: Run) -> None:
    desk = Desk(week().files)
    folder = written_to(tmp_path, desk.files)
    commit(folder, "issued", first=True)
    for number in (3, 4, 5):
        prepare(bulletin, folder, number)
    commit(folder, "approved")
    git(folder, "checkout", "-qb", "second")
    issue(bulletin, folder, DAYS[1], "BT-2026-0004", "BT-2026-0005")
    git(folder, "checkout", "-q", "main")
    issue(bulletin, folder, DAYS[1], "BT-2026-0003")
    git(folder, "checkout", "-q", "second")
    (folder / "content/editions/BT-2026-0004/v1.json").unlink()
    (folder / "content/editions/BT-2026-0005/v1.json").unlink()
    git(folder, "checkout", "main", "--", "content/editions")
    commit(folder, "dropped")
    git(folder, "merge", "-q", "main")
    issue(bulletin, folder, DAYS[2], "BT-2026-0004", "BT-2026-0005")
    ran = bulletin(folder, *DAYS[3], "verify")
    assert ran.returncode == 0, ran.stdout


def prepare(bulletin: Run, folder: Path, number: int) -> None:
    name = f"BT-2026-000{number}"
    path = f"content/bulletins/2026/{name}.yml"
    text = str(plan(name, ["ND-2026-0001"], mode="exercise")[path])
    (folder / path).write_text(text.replace("number: 1", f"number: {number}"), "utf-8")
    for unit in ("tuyen-giao", "dan-van"):
        given = bulletin(folder, *DAYS[0], "approve", name, *by(unit))
        assert given.returncode == 0, given.stdout + given.stderr


def issue(bulletin: Run, folder: Path, at: tuple[str, str], *bulletins: str) -> None:
    for name in bulletins:
        ran = bulletin(folder, *at, "issue", name)
        assert ran.returncode == 0, ran.stdout + ran.stderr
    commit(folder, "issued")


@pytest.fixture
def emptied(folder: Path, bulletin: Run) -> Path:
    """The same, when all parties have taken the content of the edition out."""
    redact = ("redact", FIRST, "v1")
    asked = bulletin(folder, *DAYS[0], *redact, "--reason", "Có dữ liệu cá nhân.")
    assert asked.returncode == 0, asked.stderr
    for unit in ("tuyen-giao", "dan-van"):
        given = bulletin(folder, *DAYS[0], "approve", f"{FIRST}/v1", *by(unit))
        assert given.returncode == 0, given.stderr
    assert bulletin(folder, *DAYS[0], *redact).returncode == 0
    commit(folder, "taken out")
    return folder


@pytest.mark.parametrize("through_whole", [False, True])
def test_when_content_was_taken_out_is_not_written_again(
    emptied: Path, *, through_whole: bool
) -> None:
    assert told(emptied, "BT701", V1) == ()
    body = orjson.loads((emptied / V1).read_bytes())
    body["redaction"]["done"] = "2026-12-03T23:59:00+07:00"
    if through_whole:
        git(emptied, "checkout", "HEAD~1", "--", V1)
        commit(emptied, "whole again")
    (emptied / V1).write_bytes(file_bytes(body))
    assert told(emptied, "BT701", V1) == ALL
    commit(emptied, "moved")
    assert told(emptied, "BT701", V1) == ALL
    command = advice(emptied, "BT701", V1).partition("find the first with ")[2]
    find = shlex.split(command.partition(" (the first")[0])
    found = subprocess.run(find, cwd=emptied, check=True, capture_output=True)
    git(emptied, "checkout", found.stdout.decode().split()[0], "--", V1)
    assert told(emptied, "BT701", V1) == ()
