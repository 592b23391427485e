"""The house rules that no linter knows."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from generator.cli.main import VERBS
from tests.conftest import ROOT

CODE = sorted((ROOT / "generator").rglob("*.py"))
TRACKED = subprocess.run(
    ("git", "ls-files", "-z"), cwd=ROOT, capture_output=True, check=False
).stdout.decode()
LONGEST, LONGEST_FUNCTION = 400, 40  # lines


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_is_longer_than_a_reader_can_hold(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_function_is_longer_than_a_screen(path: Path) -> None:
    functions = (
        node
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    long = [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION]
    assert long == []


ROOMS = sorted({path.parent for path in CODE})
MOST_MODULES = 18  # of detectors; about 15 elsewhere. Verbs are as many as the spec has.


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.relative_to(ROOT).as_posix())
def test_a_room_says_what_lives_there_and_is_not_crowded(room: Path) -> None:
    modules = [path for path in room.glob("*.py") if path.name != "__init__.py"]
    is_crowded = len(modules) > MOST_MODULES
    assert not is_crowded or {path.stem.rstrip("_") for path in modules} == {*VERBS}
    assert ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8")))


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
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    for wanted, name in (
        (project["dependencies"], "requirements.lock"),
        *((extras[extra], f"requirements-{extra}.lock") for extra in ("s3", "word")),
    ):
        lock = (ROOT / name).read_text().lower()
        pinned = dict(re.findall(r"^([a-z0-9-]+)==([^ \n]+)", lock, re.MULTILINE))
        for requirement in map(Requirement, wanted):
            assert pinned[requirement.name.lower()] in requirement.specifier, requirement
        assert lock.count("--hash=sha256:") > len(wanted)


def test_the_decisions_are_numbered_without_a_gap() -> None:
    names = sorted(path.name for path in (ROOT / "generator" / "decisions").glob("*.md"))
    assert [name[:4] for name in names] == [f"{n:04d}" for n in range(1, len(names) + 1)]


# What a repository needs beside the six folders and files of the design card.
AT_THE_ROOT = {
    *("content", "generator", "theme", "tests", "mkdocs.yml", "pyproject.toml", "README.md"),
    *("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE", "Makefile"),
    *("requirements.lock", "requirements-build.lock", "requirements-s3.lock"),
    *("requirements-word.lock", "requirements-dev.lock", "requirements-dev.in"),
}


def test_nothing_stray_lies_at_the_root() -> None:
    tops = {name.partition("/")[0] for name in filter(None, TRACKED.split("\0"))}
    assert {top for top in tops if not top.startswith(".")} - AT_THE_ROOT == set()
