"""The house rules that no linter knows."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

CODE = sorted((ROOT / "generator").rglob("*.py"))
TRACKED = subprocess.run(
    ("git", "ls-files", "-z"), cwd=ROOT, capture_output=True, check=False
).stdout.decode()
LONGEST = 250


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_is_longer_than_a_reader_can_hold(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "helpers", "common", "core", "manager", "misc"}
    assert not [path for path in CODE if path.stem in empty]


def test_nothing_tracked_names_a_registry_host_or_a_path_of_a_machine() -> None:
    hosts = re.compile(
        "|".join(("pypi" + r"\.org", "python" + "hosted", r"registry\.npm", "/wor" + "k/main"))
    )
    for name in filter(None, TRACKED.split("\0")):
        path = ROOT / name
        if path.is_file() and path.suffix not in (".ttf", ".woff2", ".png"):
            found = hosts.search(path.read_text("utf-8", "replace"))
            assert found is None, (name, found)


def test_the_locks_pin_by_hash_everything_that_the_program_names() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    lock = (ROOT / "requirements.lock").read_text().lower()
    for requirement in wanted:
        assert f"{requirement.lower()} \\" in lock, requirement
    assert lock.count("--hash=sha256:") > len(wanted)


def test_the_decisions_are_numbered_without_a_gap() -> None:
    names = sorted(path.name for path in (ROOT / "generator" / "decisions").glob("*.md"))
    assert [name[:4] for name in names] == [f"{n:04d}" for n in range(1, len(names) + 1)]
