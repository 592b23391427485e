"""Asks git, so that nothing of a repository that was received starts a program."""

import os
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from generator.base.diagnostics import BulletinError
from generator.base.workspace import Version

# How git tells each version of a file: below the workspace, one line each, digests in full; of a
# merge only what no parent has (-c).
VERSIONS = ("--raw", "-c", "--no-abbrev", "--no-renames", "--relative", "--full-history")
COMMITS = "--format=at %ct %H"  # a line before those of each commit
_VERSION = re.compile(r"^:+(?:[0-7]+ )+((?:[0-9a-f]+ )+)([A-Z]+)\t(.+)$")
_LATEST = 10**10  # seconds, the year 2286: a commit says whatever its maker wants
# Whether a line was changed is asked of the files as they are: no program makes text of them.
SAYING = ("--text", "--no-textconv", "--diff-filter=DMT", "-G")


def git_at(
    root: Path, *arguments: str, given: bytes | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """Ask git, without the variables that a hook of another repository hands down.

    Nothing of the repository may start a program: no hook, monitor, pager, fetching, checking of
    signatures. No command is used that filters or converts files (status, diff, show). What was
    grafted or replaced here alone is not believed. `given` is what git reads.
    """
    handed_down = {name: value for name, value in os.environ.items() if name[:4] != "GIT_"}
    settings = (option for setting in _HARMLESS for option in ("-c", setting))
    return subprocess.run(  # noqa: S603  fixed program, arguments from checked paths
        ("git", *_OPTIONS, *settings, *arguments),  # noqa: S607  the user's git
        cwd=root,
        env={**handed_down, **_VARIABLES},
        input=given,
        capture_output=True,
        check=False,
    )


_OPTIONS = ("--no-pager", "--no-optional-locks", "--no-replace-objects")
_VARIABLES = {"GIT_NO_LAZY_FETCH": "1", "GIT_GRAFT_FILE": os.devnull, "LC_ALL": "C"}
_HARMLESS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "log.showSignature=false",
    "protocol.allow=never",
    # So that what a log tells does not hang on the habits of a user.
    "core.quotePath=true",
    f"diff.orderFile={os.devnull}",
    "advice.graftFileDeprecated=false",
    "log.showRoot=true",
)


def repository_of(root: Path) -> Path | None:
    """The folder that git keeps, at this one or above."""
    return next((up for up in (root, *root.parents) if (up / ".git").exists()), None)


def refusal_of_git(top: Path, said: str) -> BulletinError:
    if "dubious ownership" in said:
        trust = f'git config --global --add safe.directory "{top}"'
        return BulletinError(
            f"git không cho đọc kho này, vì thư mục thuộc về người dùng khác. Nếu tin kho này, gõ:"
            f" {trust}",
            f"git refuses to read this workspace: it belongs to another user. To trust it: {trust}",
        )
    reason = said.strip().partition("\n")[0]
    return BulletinError(
        f"git không đọc được kho này: {reason}. Sửa điều đó rồi thử lại.",
        f"git cannot read this workspace: {reason}. Mend that and try again.",
    )


def names(output: bytes) -> list[str]:
    return [name for name in output.decode("utf-8", "replace").split("\0") if name]


def versions(told: bytes | None) -> Mapping[str, frozenset[str]]:
    """The digests of the versions of each path, as a log with `VERSIONS` tells them."""
    found: dict[str, set[str]] = defaultdict(set)
    for version in versions_told(told):
        found[version.path].add(version.digest)
    return {path: frozenset(digests) for path, digests in found.items()}


def versions_told(told: bytes | None) -> Iterator[Version]:
    """Each version that such a log tells, in its order; when and in which commit, as `COMMITS`."""
    at, commit = datetime.min.replace(tzinfo=UTC), ""
    for line in (told or b"").decode("utf-8", "replace").split("\n"):
        if match := _VERSION.match(line):
            *before, digest = match[1].split()
            yield Version(match[3], digest, tuple(before), at, commit[:12])
        elif line.startswith("at "):
            _, seconds, commit = line.split(" ")
            at = datetime.fromtimestamp(min(int(seconds), _LATEST), UTC)


def contents_told(told: bytes) -> Iterator[tuple[str, bytes]]:
    """(digest, bytes) of each object that `cat-file --batch` tells and git has."""
    at = 0
    while at < len(told):
        head, _, _ = told[at:].partition(b"\n")
        digest, kind, *size = head.decode("ascii", "replace").split(" ")
        at += len(head) + 1
        if size and kind == "blob":
            yield digest, told[at : at + int(size[0])]
        at += int(size[0]) + 1 if size else 0


def begun_on(told: bytes | None) -> Iterator[tuple[str, str]]:
    """(path, name of a branch), each once, where a log says that the path was begun there."""
    branch, seen = "", set()
    for line in (told or b"").decode("utf-8", "replace").split("\n"):
        match = _VERSION.match(line)
        if match is None:
            branch = line.removeprefix("on ") or branch
        elif set(match[2]) == {"A"} and (match[3], branch) not in seen:
            seen.add((match[3], branch))
            yield match[3], branch
