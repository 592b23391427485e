"""A repository from somebody else: nothing in it runs, whatever it configures."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from tests.conftest import ROOT, Run
from tests.support import git
from tests.test_agreement import issued_files
from tests.test_desk import written_to

AT = ("--at", "2026-12-02T09:00+07:00")
BY = ("--unit", "dan-van", "--office", "truong-ban")
# What git can be told to start, with {run} for the program.
SETTINGS = (
    ("core.fsmonitor", "{run}"),
    ("core.hooksPath", "{folder}"),
    ("core.pager", "{run}"),
    ("core.editor", "{run}"),
    ("core.sshCommand", "{run}"),
    ("core.askPass", "{run}"),
    ("core.alternateRefsCommand", "{run}"),
    ("diff.external", "{run}"),
    ("diff.theirs.textconv", "{run}"),
    ("diff.theirs.command", "{run}"),
    ("filter.theirs.clean", "{run}"),
    ("filter.theirs.smudge", "{run}"),
    ("merge.theirs.driver", "{run}"),
    ("gpg.program", "{run}"),
    ("gpg.ssh.program", "{run}"),
    ("log.showSignature", "true"),
    ("credential.helper", "!{run}"),
    ("sequence.editor", "{run}"),
    ("pager.log", "{run}"),
    ("pager.show", "{run}"),
    ("remote.origin.url", "ext::{run}"),
    ("remote.origin.promisor", "true"),
    ("extensions.partialClone", "origin"),
    ("protocol.ext.allow", "always"),
)
HOOKS = ("post-index-change", "reference-transaction", "post-checkout", "pre-commit", "post-merge")


@pytest.fixture
def received(tmp_path: Path) -> tuple[Path, Path]:
    """The repository, and the file that exists once anything in it has run."""
    folder, mark = written_to(tmp_path / "kho", issued_files()), tmp_path / "ran"
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / ".gitattributes").write_text("* diff=theirs filter=theirs merge=theirs\n", "utf-8")
    git(folder, "init", "-qb", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")
    _signed_by_somebody(folder)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    run = hooks / "run"
    run.write_text(f"#!/bin/sh\ntouch {mark}\ncat\n", "utf-8")
    run.chmod(0o755)
    for hook in HOOKS:
        shutil.copy(run, hooks / hook)
    for key, value in SETTINGS:
        git(folder, "config", key, value.format(run=run, folder=hooks))
    return folder, mark


def _signed_by_somebody(folder: Path) -> None:
    """Give the newest commit a signature, which git asks a program about when it tells of it."""
    commit = _git(folder, "cat-file", "commit", "HEAD")
    head, _, message = commit.partition(b"\n\n")
    seal = b"gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    signed = b"%b\n%b\n\n%b" % (head, seal, message)
    name = _git(folder, "hash-object", "-t", "commit", "-w", "--stdin", given=signed)
    git(folder, "update-ref", "refs/heads/main", name.decode().strip())


def _git(folder: Path, *asked: str, given: bytes = b"") -> bytes:
    ran = subprocess.run(("git", *asked), cwd=folder, input=given, capture_output=True, check=False)
    return ran.stdout


def test_nothing_in_it_runs_whatever_verb_is_used(
    received: tuple[Path, Path], bulletin: Run
) -> None:
    folder, mark = received
    record = folder / "content/records/message/2026/ND-2026-0001.yml"
    verbs: tuple[tuple[str, ...], ...] = (
        ("check",),
        ("status",),
        ("why", "ND-2026-0001"),
        ("verify",),
        ("new", "TT", "--unit", "dan-van"),
        ("diff", "BT-2026-0001"),
        ("build", "--no-pdf"),
        ("approve", "BT-2026-0001", *BY),
        ("recall", "ND-2026-0001", *BY, "--reason", "Sai số mẫu."),
        ("archive", "2026", "--no-pdf", "--out", str(folder.parent / "luu")),
    )
    for verb in verbs:
        record.touch()  # git looks again at what changed
        ran = bulletin(folder, *AT, *verb)
        assert ran.returncode in (0, 1), (verb, ran.stderr)
        assert not mark.exists(), verb


def test_git_itself_would_have_run_it(received: tuple[Path, Path]) -> None:
    """Else the test above could not fail."""
    folder, mark = received
    for asked in (("status",), ("log", "-1", "-p"), ("log", "-1")):
        mark.unlink(missing_ok=True)
        (folder / "content/registry/units.yml").touch()
        subprocess.run(("git", *asked), cwd=folder, capture_output=True, check=False)
        assert mark.exists(), asked


FOLDERS = (
    "",
    "guide",
    "registry",
    "records/message/2026",
    "bulletins/2026",
    "editions",
    "editions/BT-2026-0001",
    "approvals/BT-2026-0001",
    "recalls",
    "redactions",
    "attachments",
)
ODD: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "link": lambda path: path.symlink_to("/etc/hostname"),
    "linked folder": lambda path: path.symlink_to("/etc"),
    "hidden link": lambda path: path.with_name(".an").symlink_to("/etc/hostname"),
}


@pytest.mark.parametrize("sort", ODD)
def test_what_is_no_file_is_named_and_never_opened(
    sort: str, tmp_path: Path, bulletin: Run
) -> None:
    """A pipe to which nobody writes would be waited for; a link would publish what it leads to."""
    folder = written_to(tmp_path, issued_files())
    for below in FOLDERS:
        (folder / "content" / below).mkdir(parents=True, exist_ok=True)
        ODD[sort](folder / "content" / below / "la.yml")
    odd = {
        path.relative_to(folder).as_posix()
        for path in (folder / "content").rglob("*")
        if path.is_symlink() or path.is_fifo()
    }
    assert len(odd) == len(FOLDERS)
    ran = bulletin(folder, *AT, "check", "--format", "json")
    assert ran.returncode == 1
    findings = orjson.loads(ran.stdout)["findings"]
    assert odd <= {found["path"] for found in findings if found["severity"] == "error"}
    for verb in (("status",), ("verify",), ("build", "--no-pdf"), ("new", "TT", "--unit", "ubnd")):
        ran = bulletin(folder, *AT, *verb)
        assert ran.returncode in (0, 1), (verb, ran.stderr)


def test_a_repository_with_nothing_but_content_is_built(tmp_path: Path, bulletin: Run) -> None:
    folder = written_to(tmp_path / "kho", issued_files())
    (folder / "mkdocs.yml").unlink()
    (folder / "mkdocs.yml").write_text("INHERIT: /etc/hostname\nhooks: [x.py]\n", "utf-8")
    (folder / "x.py").write_text("raise SystemExit(9)\n", "utf-8")
    for _ in ("with settings that must not be read", "without any"):
        out = ("--out", str(tmp_path / "site"))
        ran = bulletin(tmp_path, *AT, "build", "--no-pdf", "--content", str(folder), *out)
        assert ran.returncode == 0, ran.stderr
        assert (tmp_path / "site/bulletins/BT-2026-0001/index.html").is_file()
        shutil.rmtree(tmp_path / "site")
        (folder / "mkdocs.yml").unlink(missing_ok=True)
    ran = bulletin(tmp_path, "build", "--content", str(tmp_path / "khong-co"))
    assert (ran.returncode, "không có thư mục content/" in ran.stderr) == (2, True)
