"""Verbs killed at random system calls, and what is left of the workspace: make crash ARGS=1000.

strace sends the SIGKILL at the n-th call of a kind; n is drawn among the calls that an undisturbed
run makes. After each kill the content must be as before or on the way to what the verb would have
written: no verb ends in a traceback, and the same verb, run again, ends where an undisturbed run
ends, with no stray left.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT
from tests.exercise import Desk, Files, plan, record_files
from tests.test_desk import written_to

AT = ("--at", "2026-12-02T09:00+07:00")
BY = ("--unit", "dan-van", "--office", "truong-ban")
SECOND = "content/bulletins/2026/BT-2026-0002.yml"
TARGET = "ban-tin"
VERBS: Mapping[str, tuple[str, ...]] = {
    "new": ("new", "ND", "--unit", "dan-van"),
    "approve": ("approve", "BT-2026-0003", *BY),
    "recall": ("recall", "ND-2026-0001", *BY, "--reason", "Sai số mẫu."),
    "issue": ("issue", "BT-2026-0002"),
    "redact": ("redact", "BT-2026-0001", "v1"),
    "build": ("build", "--no-pdf", "--jobs", "2"),
    "publish": ("publish", TARGET, "--no-pdf"),
}
KEEP_CONTENT = ("build", "publish")
CALLS = (
    *("openat", "write", "close", "fsync", "rename", "linkat", "unlink", "mkdir", "chmod"),
    *("renameat2", "ftruncate", "flock", "rmdir", "clone3", "clone", "link", "symlink"),
)


class Killed(NamedTuple):
    """One run: the verb, the call at which it was killed, and what was wrong afterwards."""

    verb: str
    call: str
    number: int
    flaw: str


def office(folder: Path) -> Path:
    """A workspace in which each of the verbs has something to do."""
    desk = Desk(record_files() | plan("BT-2026-0001", ["ND-2026-0001"], mode="exercise"))
    desk.issue("BT-2026-0001")
    for number in (2, 3):
        path = SECOND.replace("0002", f"000{number}")
        text = str(plan(f"BT-2026-000{number}", ["DL-2026-0001"], mode="exercise")[path])
        desk.files[path] = text.replace("number: 1", f"number: {number}")
    before: Files = {**desk.files}
    desk.issue("BT-2026-0002")
    approvals = {p: c for p, c in desk.files.items() if "/approvals/BT-2026-0002/" in p}
    written_to(folder, {**before, **approvals})
    assert verb(folder, *VERBS["publish"]) == 0
    guide = folder / "content/guide/index.md"
    guide.parent.mkdir(exist_ok=True)
    guide.write_text("# Cách đọc bản tin\n", "utf-8")
    verb(folder, "redact", "BT-2026-0001", "v1", "--reason", "Có dữ liệu cá nhân.")
    for unit in ("tuyen-giao", "dan-van"):
        verb(folder, "approve", "BT-2026-0001/v1", "--unit", unit, "--office", "truong-ban")
    return folder


def verb(folder: Path, *arguments: str, under: tuple[str, ...] = ()) -> int:
    """Run a verb to its end, or until it is killed; returns its exit code."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = (*under, sys.executable, "-m", "generator", *AT, *arguments)
    ran = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran.returncode


def content(folder: Path) -> Mapping[str, bytes]:
    """Every file of the content, with its bytes."""
    files = (path for path in (folder / "content").rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def calls_of(folder: Path, arguments: tuple[str, ...]) -> Counter[str]:
    """How often an undisturbed run makes each call."""
    log = folder / "calls.log"
    trace = ("strace", "-f", "-qq", "-o", str(log), "-e", f"trace={','.join(CALLS)}")
    assert verb(folder, *arguments, under=trace) == 0
    names = re.findall(r"(?m)^\d+ +(\w+)\(", log.read_text("utf-8", "replace"))
    log.unlink()
    return Counter(name for name in names if name in CALLS)


class Rehearsal(NamedTuple):
    """The workspace before a verb, the calls that the verb makes, and the content after it."""

    start: Path
    calls: Counter[str]
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]


def rehearse(name: str, start: Path, folder: Path) -> Rehearsal:
    place = folder / f"rehearsal-{name}"
    shutil.copytree(start, place, symlinks=True)
    calls = calls_of(place, VERBS[name])
    return Rehearsal(start, calls, content(start), content(place))


def kill_once(name: str, rehearsal: Rehearsal, place: Path, draw: random.Random) -> Killed:
    """Kill the verb at a random call, look, and run it again."""
    shutil.copytree(rehearsal.start, place, symlinks=True)
    call = draw.choices([*rehearsal.calls], [count**0.5 for count in rehearsal.calls.values()])[0]
    number = draw.randint(1, rehearsal.calls[call])
    inject = f"inject={call}:signal=SIGKILL:when={number}"
    quiet = ("strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", inject)
    verb(place, *VERBS[name], under=quiet)
    flaw = "; ".join(_flaws(name, rehearsal, place))
    shutil.rmtree(place)
    return Killed(name, call, number, flaw)


def _flaws(name: str, rehearsal: Rehearsal, place: Path) -> Iterator[str]:
    left = {path: data for path, data in content(place).items() if ".writing-" not in path}
    yield from _torn(rehearsal, left)
    if verb(place, "check") not in (0, 1) or verb(place, "verify", TARGET) != 0:
        yield "check cannot look, or readers have no whole release"
    if name not in KEEP_CONTENT and left != rehearsal.after:
        if verb(place, *VERBS[name]) not in (0, 1):
            yield "the verb cannot be run again"
        if content(place) != rehearsal.after:
            yield f"run again, it ends otherwise: {_differing(content(place), rehearsal.after)}"
    if name in KEEP_CONTENT and verb(place, *VERBS[name]) != 0:
        yield "the site cannot be built or published"
    if any(verb(place, "verify", *site) for site in ((), (TARGET,))):
        yield "verify finds something"


def _torn(rehearsal: Rehearsal, left: Mapping[str, bytes]) -> Iterator[str]:
    """Files that are neither as before nor as after, and those that are gone."""
    for path, data in left.items():
        if data not in (rehearsal.before.get(path), rehearsal.after.get(path)):
            yield f"{path} is neither as before nor as after"
    for path in rehearsal.before.keys() & rehearsal.after.keys() - left.keys():
        yield f"{path} is lost"


def _differing(left: Mapping[str, bytes], right: Mapping[str, bytes]) -> list[str]:
    return sorted(path for path in {*left, *right} if left.get(path) != right.get(path))


def crashes(count: int, seed: int, folder: Path) -> Iterator[Killed]:
    """So many kills, the verbs in turn."""
    draw = random.Random(seed)  # noqa: S311  to be repeated, not to be secret
    start = office(folder / "office")
    rehearsals = {name: rehearse(name, start, folder) for name in VERBS}
    for number in range(count):
        name = [*VERBS][number % len(VERBS)]
        yield kill_once(name, rehearsals[name], folder / f"run-{number}", draw)


def main(count: int, seed: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        ran = list(crashes(count, seed, Path(folder)))
    for killed in (killed for killed in ran if killed.flaw):
        sys.stdout.write(f"{killed.verb} at {killed.call} {killed.number}: {killed.flaw}\n")
    flawed = sum(bool(killed.flaw) for killed in ran)
    by_verb = ", ".join(f"{name} {n}" for name, n in Counter(k.verb for k in ran).items())
    sys.stdout.write(f"{len(ran)} kills ({by_verb}): {flawed} with something wrong\n")
    return int(flawed > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, [*sys.argv[1:], "100", "1"][:2])))
