"""One verb writes at a time; what is killed, damaged or without room loses nothing."""

import fcntl
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from generator.base.diagnostics import BulletinError
from generator.editions.chain import HEAD
from generator.resources import sealed
from generator.targets.site import site_build
from generator.writer import SHARED, alone, locked, steady, write_files, write_new
from tests.conftest import ROOT, Run
from tests.exercise import Desk, Files, plan, record_files
from tests.support import git
from tests.test_desk import written_to

AT = ("--at", "2026-12-02T09:00+07:00")
BULLETIN = (sys.executable, "-m", "generator")


def office(folder: Path) -> Path:
    """A workspace whose second bulletin every party has approved, ready to be issued."""
    desk = Desk(record_files() | plan("BT-2026-0001", ["ND-2026-0001"], mode="exercise"))
    desk.issue("BT-2026-0001")
    second = str(plan("BT-2026-0002", ["DL-2026-0001"], mode="exercise")[SECOND])
    desk.files[SECOND] = second.replace("number: 1", "number: 2")
    before: Files = {**desk.files}
    desk.issue("BT-2026-0002")
    approvals = {p: c for p, c in desk.files.items() if p.startswith("content/approvals/")}
    return written_to(folder, {**before, **approvals})


def test_who_is_held_up_by_a_reader_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.writer.PATIENCE", 0.1)
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_SH)
    with pytest.raises(BulletinError, match="is reading this workspace"), alone(tmp_path):
        pass
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(BulletinError, match="is writing to this workspace"), alone(tmp_path):
        pass
    os.close(handle)


SECOND = "content/bulletins/2026/BT-2026-0002.yml"
EDITION = "content/editions/BT-2026-0002/v1.json"


def begun(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """A verb that runs beside this process."""
    return subprocess.Popen(
        (*BULLETIN, *arguments), cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )


@pytest.mark.parametrize("pause", [0, 0.1, 0.3])
def test_of_two_issues_at_once_one_wins_and_nothing_is_written_over(
    pause: float, tmp_path: Path, bulletin: Run
) -> None:
    folder = office(tmp_path)
    first = begun(folder, *AT, "issue", "BT-2026-0002")
    time.sleep(pause)
    second = begun(folder, "--at", "2026-12-02T09:01+07:00", "issue", "BT-2026-0002")
    assert sorted((first.wait(), second.wait())) == [0, 1]
    body = orjson.loads((folder / EDITION).read_bytes())
    assert orjson.loads((folder / HEAD).read_bytes())["digest"] == body["digest"]
    assert bulletin(folder, *AT, "verify").returncode == 0


def test_bulletins_issued_in_the_same_second_follow_one_another(
    tmp_path: Path, bulletin: Run
) -> None:
    """Whatever their numbers: times are to the second, and a script issues two in one."""
    desk = Desk(record_files() | plan("BT-2026-0001", ["ND-2026-0001"], mode="exercise"))
    desk.issue("BT-2026-0001")
    for number in (2, 3, 4):
        path = SECOND.replace("0002", f"000{number}")
        text = str(plan(f"BT-2026-000{number}", ["DL-2026-0001"], mode="exercise")[path])
        desk.files[path] = text.replace("number: 1", f"number: {number}")
    before: Files = {**desk.files}
    for number in (2, 3, 4):
        desk.issue(f"BT-2026-000{number}")
    approvals = {p: c for p, c in desk.files.items() if p.startswith("content/approvals/")}
    folder = written_to(tmp_path, {**before, **approvals})
    for number in (4, 2, 3):
        ran = bulletin(folder, *AT, "issue", f"BT-2026-000{number}")
        assert ran.returncode == 0, ran.stdout + ran.stderr
    assert bulletin(folder, *AT, "verify").stdout == ""
    assert orjson.loads((folder / HEAD).read_bytes())["edition"] == "BT-2026-0003/v1"


def test_new_records_made_at_once_have_ids_of_their_own(tmp_path: Path) -> None:
    folder = office(tmp_path)
    verbs = [begun(folder, *AT, "new", "ND", "--unit", "dan-van") for _ in range(4)]
    assert [verb.wait() for verb in verbs] == [0, 0, 0, 0]
    made = {path.name for path in (folder / "content/records/message/2026").glob("*.yml")}
    assert len(made) == 2 + 4


def test_a_second_writer_waits_and_then_says_so(tmp_path: Path) -> None:
    refusal = BulletinError("bận", "busy")
    with (
        alone(tmp_path),
        pytest.raises(BulletinError, match="busy"),
        locked(tmp_path, 0.1, refusal),
    ):
        raise AssertionError("two writers at once")
    with alone(tmp_path):
        pass


@pytest.mark.parametrize("verb", [("check",), ("verify",), ("build", "--no-pdf")])
def test_who_reads_waits_until_a_writer_is_done(verb: tuple[str, ...], tmp_path: Path) -> None:
    """Between two files of one verb the content is neither as before nor as after."""
    folder = office(tmp_path)
    head = (folder / HEAD).read_bytes()
    with alone(folder):
        (folder / HEAD).write_bytes(b"{}")
        command, environment = (*BULLETIN, *AT, *verb), {**os.environ, "PYTHONPATH": str(ROOT)}
        reader = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE)
        time.sleep(1.5)  # by then it looks at the content, or it would find nothing wrong
        (folder / HEAD).write_bytes(head)
    said, _ = reader.communicate()
    assert b"head.json" not in said, said.decode()


def test_many_read_at_once_and_a_writer_reads_in_peace(tmp_path: Path) -> None:
    with (
        steady(tmp_path),
        steady(tmp_path),
        locked(tmp_path, 0, BulletinError("bận", "busy"), SHARED),
    ):
        pass
    with alone(tmp_path), steady(tmp_path):
        pass


def test_who_was_second_drops_the_own_issue_and_issues_again(tmp_path: Path, bulletin: Run) -> None:
    """As the guide says; until then git knows an edition that is gone."""
    folder = office(tmp_path)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")
    assert bulletin(folder, *AT, "issue", "BT-2026-0002").returncode == 0
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "phát hành")
    git(folder, "rm", "-q", EDITION)
    git(folder, "checkout", "-q", "HEAD~1", "--", "content/editions")
    git(folder, "commit", "-qm", "bỏ bản của mình")
    assert "BT710" in bulletin(folder, *AT, "verify").stdout
    ran = bulletin(folder, *AT, "issue", "BT-2026-0002")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert bulletin(folder, *AT, "verify").returncode == 0


WORKERS = """
import sys, time
from pathlib import Path
from generator.targets.build.executor import spread
from generator.writer import alone
folder = Path(sys.argv[1])
with alone(folder):
    list(spread(lambda name: (folder / name).touch() or time.sleep(60), ["a", "b"], least=0))
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_their_parent_and_its_lock_is_free(
    how: signal.Signals, tmp_path: Path
) -> None:
    parent = subprocess.Popen(
        (sys.executable, "-c", WORKERS, str(tmp_path)), env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    wait_for(lambda: (tmp_path / "a").exists() and (tmp_path / "b").exists())
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split()
    assert len(children) == 2
    parent.send_signal(how)
    parent.wait()
    wait_for(lambda: not any(is_running(child) for child in children))
    with locked(tmp_path, 1, BulletinError("bận", "busy")):
        pass


def test_a_process_that_was_started_meanwhile_does_not_hold_the_lock(tmp_path: Path) -> None:
    with alone(tmp_path):
        child = os.fork()
        if child == 0:
            time.sleep(60)
            os._exit(0)
    try:
        with locked(tmp_path, 2, BulletinError("bận", "busy")):
            pass
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def is_running(process: str) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False


def wait_for(holds: Callable[[], bool]) -> None:
    for _ in range(400):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("waited in vain")


def test_what_a_killed_writer_left_is_swept_by_the_next(tmp_path: Path, bulletin: Run) -> None:
    folder = office(tmp_path)
    (folder / "content/editions/.writing-x1").write_bytes(b"half")
    (folder / "content/records/.writing-y").mkdir()
    assert bulletin(folder, *AT, "new", "ND", "--unit", "dan-van").returncode == 0
    assert not [*folder.rglob(".writing-*")]
    assert "/**/.writing-*" in (ROOT / "generator/starter/.gitignore").read_text("utf-8")


@pytest.mark.parametrize("is_first", [False, True])
def test_an_issue_stopped_before_its_head_is_finished_by_the_next(
    tmp_path: Path, bulletin: Run, *, is_first: bool
) -> None:
    folder = office(tmp_path)
    if is_first:
        (folder / HEAD).unlink()
    else:
        before = (folder / HEAD).read_bytes()
        assert bulletin(folder, *AT, "issue", "BT-2026-0002").returncode == 0
        (folder / HEAD).write_bytes(before)
        assert "BT710" in bulletin(folder, *AT, "check").stdout
        third = (folder / SECOND).read_text("utf-8").replace("0002", "0003", 1)
        path = folder / SECOND.replace("0002", "0003")
        path.write_text(third.replace("number: 2", "number: 3"), "utf-8")
        for unit in ("tuyen-giao", "dan-van"):
            by = ("--unit", unit, "--office", "truong-ban")
            bulletin(folder, *AT, "approve", "BT-2026-0003", *by)
    ran = bulletin(folder, *AT, "issue", "BT-2026-0002" if is_first else "BT-2026-0003")
    assert (ran.returncode, "đã ghi nốt" in ran.stderr) == (0, True), ran.stdout + ran.stderr
    assert bulletin(folder, *AT, "verify").returncode == 0


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    write_new(tmp_path, "a/x.yml", b"one")
    with pytest.raises(BulletinError, match="already there"):
        write_new(tmp_path, "a/x.yml", b"two")
    with pytest.raises(BulletinError, match="already there"):
        write_files(tmp_path, {"a/x.yml": b"two", "a/y.yml": b"y"}, new=("a/x.yml",))
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["x.yml"]
    assert (tmp_path / "a/x.yml").read_bytes() == b"one"


# ── caches ───────────────────────────────────────────────────────────────────────────────────

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "a list": lambda _: b"[]",
    "cut": lambda content: content[:-7],
    "one byte": lambda content: content[:40] + bytes([content[40] ^ 1]) + content[41:],
    "of another name": lambda content: sealed("x/verdict.json", content[32:]),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_or_forged_cache_is_as_if_it_were_not_there(
    damage: str, tmp_path: Path, bulletin: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = office(tmp_path / "office")
    message = folder / "content/records/message/2026/ND-2026-0001.yml"
    message.write_text(message.read_text("utf-8") + "sai: x\n", "utf-8")
    os.utime(message, (1_700_000_000, 1_700_000_000))
    verbs = (("check",), ("build", "--no-pdf"))
    before = [bulletin(folder, *AT, *verb) for verb in verbs]
    entries = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert len(entries) > 20
    for entry in entries:
        content = entry.read_bytes()
        entry.write_bytes(DAMAGES[damage](content) if len(content) > 41 else b"x")
    (folder / "site/index.html").write_text("cũ", "utf-8")
    after = [bulletin(folder, *AT, *verb) for verb in verbs]
    assert [ran.returncode for ran in before] == [ran.returncode for ran in after] == [1, 0]
    assert before[0].stdout == after[0].stdout
    assert bulletin(folder, *AT, "verify", "site").returncode == 0


def test_a_frame_that_somebody_put_into_the_cache_is_not_published(
    tmp_path: Path, bulletin: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = office(tmp_path / "office")
    assert bulletin(folder, *AT, "build", "--no-pdf").returncode == 0
    for page in (tmp_path / "cache").rglob("frames/*/**/*.html"):
        page.write_text(page.read_text("utf-8").replace("</body>", "LẠ</body>"), "utf-8")
    (folder / "content/guide/index.md").write_text("# Hướng dẫn\n\nKhác.\n", "utf-8")
    (folder / "content/guide/index.md").write_text("# Hướng dẫn\n", "utf-8")
    assert (
        bulletin(folder, *AT, "build", "--no-pdf", "--out", str(folder / "other")).returncode == 0
    )
    assert not [p for p in (folder / "other").rglob("*.html") if "LẠ" in p.read_text("utf-8")]


def test_a_build_does_not_take_away_the_frame_that_another_one_uses(
    tmp_path: Path, bulletin: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor do two of the same workspace make it at once, one moving it away from the other."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = office(tmp_path / "office")
    outs = [str(tmp_path / name) for name in ("one", "other")]
    at_once = [begun(folder, *AT, "build", "--no-pdf", "--out", out) for out in outs]
    assert [build.wait() for build in at_once] == [0, 0]
    (frame,) = (path for path in (tmp_path / "cache").glob("bulletin/*/frames/*") if path.is_dir())
    used = frame.with_name(f"{frame.name}.lock")
    with locked(used, 0, BulletinError("bận", "busy"), SHARED):
        (folder / "content/guide/index.md").write_text("# Khác\n", "utf-8")
        assert begun(folder, *AT, "build", "--no-pdf", "--out", outs[0]).wait() == 0
        assert (frame / "index.html").is_file()
    monkeypatch.setattr(site_build, "_MOST_FRAMES", 1)
    (folder / "content/guide/index.md").write_text("# Khác nữa\n", "utf-8")
    assert bulletin(folder, *AT, "build", "--no-pdf", "--out", outs[0]).returncode == 0
    assert not frame.exists()


# ── no room ──────────────────────────────────────────────────────────────────────────────────


def small(folder: Path, limit: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A verb that may write no file larger than that, as if the disk were full."""
    return subprocess.run(
        (*BULLETIN, *arguments),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("verb", [("issue", "BT-2026-0002"), ("build", "--no-pdf")])
def test_a_full_disk_is_said_in_a_sentence_and_loses_nothing(
    verb: tuple[str, ...], tmp_path: Path, bulletin: Run
) -> None:
    folder = office(tmp_path)
    files = files_of(folder)
    ran = small(folder, 700, *AT, *verb)
    assert (ran.returncode, "Traceback" in ran.stderr) == (2, False), ran.stderr
    assert "ghi được" in ran.stderr
    assert files_of(folder) == files
    assert bulletin(folder, *AT, *verb).returncode == 0


def files_of(folder: Path) -> dict[Path, bytes]:
    """All but what a build has begun beside its site, with which the next one goes on."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in files if ".site.previous" not in path.parts}


def test_a_cache_that_cannot_be_written_is_said_in_a_sentence(
    tmp_path: Path, bulletin: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = office(tmp_path / "office")
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert bulletin(folder, *AT, "status").returncode == 0
    ran = bulletin(folder, *AT, "build", "--no-pdf")
    assert (ran.returncode, "Traceback" in ran.stderr) == (2, False), ran.stderr
