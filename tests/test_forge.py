"""Through git together: each party owns its approvals, and nothing unchecked gets in."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli.main import VERBS
from generator.cli.verbs.init import starting_files
from generator.pipeline import compile_content
from generator.targets.editor.forge import forge_files
from generator.workspace import DiskWorkspace, MemoryWorkspace, moment_of_run
from tests.conftest import ROOT, Run
from tests.support import git

CORPUS = compile_content(DiskWorkspace(ROOT, moment_of_run("2026-11-30T22:00+07:00"))).corpus
assert CORPUS is not None
PARTIES = [party.id for party in CORPUS.registry.parties]
FILES = forge_files(PARTIES)
APPROVALS = [p.relative_to(ROOT).as_posix() for p in (ROOT / "content/approvals").rglob("*.yml")]
GUIDE = (ROOT / "content/guide/cong-tac-git.md").read_text("utf-8")
RECIPES = {
    text.partition("\n")[0].removeprefix("# "): yaml.load(text, yaml.BaseLoader)  # noqa: S506
    for text in re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
}


# ── who owns what ────────────────────────────────────────────────────────────────────────────


def rules(path: str) -> list[tuple[str, list[str]]]:
    """(pattern, owners) of each line."""
    lines = [line for line in FILES[path].decode().splitlines() if line and line[0] not in "#["]
    return [(line.split()[0], line.split()[1:]) for line in lines]


def owners(path: str, file: str) -> set[str]:
    """The groups that own a file, by the reading of either forge."""
    is_glob = path.startswith(".gitlab")
    return {
        owner.rpartition("/")[2].removeprefix("@")
        for pattern, named in rules(path)
        if (fnmatch(f"/{file}", f"{pattern}*") if is_glob else re.fullmatch(pattern, file))
        for owner in named
    }


@pytest.mark.parametrize("path", sorted(FILES))
def test_the_repository_has_them_as_the_program_makes_them(path: str) -> None:
    """Behind the hook for content stand, here alone, those for the program."""
    own = (ROOT / path).read_bytes()
    assert own.startswith(FILES[path]) if path == ".pre-commit-config.yaml" else own == FILES[path]


@pytest.mark.parametrize("path", [".gitlab/CODEOWNERS", ".gitea/CODEOWNERS"])
def test_every_party_owns_its_approvals_and_no_other(path: str) -> None:
    assert len(APPROVALS) > len(PARTIES)
    for file in APPROVALS:
        assert owners(path, file) == {Path(file).stem}
        assert owners(path, file.replace(".yml", ".sig")) == {Path(file).stem}


@pytest.mark.parametrize("path", [".gitlab/CODEOWNERS", ".gitea/CODEOWNERS"])
def test_registry_and_editions_belong_to_all_and_records_to_whoever_writes(path: str) -> None:
    assert owners(path, "content/registry/units.yml") == set(PARTIES)
    assert owners(path, "content/editions/head.json") == set(PARTIES)
    assert owners(path, "content/records/message/2026/ND-2026-0001.yml") == set()


def test_a_new_workspace_gets_its_own() -> None:
    files = starting_files()
    corpus = compile_content(MemoryWorkspace(files, moment_of_run())).corpus
    assert corpus is not None
    parties = [party.id for party in corpus.registry.parties]
    assert forge_files(parties).items() <= files.items()
    assert all(f"/{party}." in files[".gitlab/CODEOWNERS"].decode() for party in parties)


# ── before each commit ───────────────────────────────────────────────────────────────────────


def hook() -> dict[str, Any]:
    (repository,) = yaml.safe_load(FILES[".pre-commit-config.yaml"])["repos"]
    assert repository["repo"] == "local", "nothing is fetched"
    (only,) = repository["hooks"]
    return dict(only)


def test_the_hook_is_ours_and_needs_no_network() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert hook()["language"] == "system"
    assert shlex.split(hook()["entry"])[0] in scripts
    assert re.search(hook()["files"], "content/records/message/2026/ND-2026-0001.yml")
    assert not re.search(hook()["files"], "README.md")


def test_the_hook_stops_a_commit_with_an_error_and_no_other(workspace: Path, bulletin: Run) -> None:
    _, *arguments = shlex.split(hook()["entry"])
    assert bulletin(workspace, "--at", "2026-11-30T22:00+07:00", *arguments).returncode == 0
    record = next((workspace / "content/records/message/2026").glob("*.yml"))
    record.write_text(record.read_text("utf-8") + "sya: x\n", "utf-8")
    assert bulletin(workspace, "--at", "2026-11-30T22:00+07:00", *arguments).returncode == 1


# ── the recipes of the guide ─────────────────────────────────────────────────────────────────


def commands(recipe: object) -> list[str]:
    """Every line of shell in a recipe."""
    if isinstance(recipe, dict):
        named = [recipe[key] for key in ("script", "after_script", "run") if key in recipe]
        return [line for one in [*named, *recipe.values()] for line in commands(one)]
    if isinstance(recipe, list):
        return [line for one in recipe for line in commands(one)]
    return str(recipe).splitlines()


def test_the_guide_holds_a_whole_recipe_for_both_forges() -> None:
    gitlab, forgejo = RECIPES[".gitlab-ci.yml"], RECIPES[".forgejo/workflows/ban-tin.yml"]
    assert "bulletin check" in gitlab["kiem-tra"]["script"]
    assert gitlab["kiem-tra"]["artifacts"]["paths"] == ["ban-tin.sarif"]
    assert {"pull_request", "push"} <= set(forgejo["on"])
    steps = forgejo["jobs"]["kiem-tra"]["steps"]
    assert [step for step in steps if "uses" in step] == []
    assert steps[1]["run"] == "bulletin check --format github"


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_a_recipe_calls_verbs_with_options_they_have(recipe: object, bulletin: Run) -> None:
    called = {line for line in commands(recipe) if line.startswith("bulletin ")}
    assert called
    for line in sorted(called):
        verb, *rest = shlex.split(line.partition(">")[0])[1:]
        assert verb in VERBS
        options = [word for word in rest if word.startswith("-")]
        helped = bulletin(ROOT, verb, "--help").stdout
        assert [option for option in options if option not in helped] == []


@pytest.mark.pdf
def test_the_recipe_of_gitlab_runs_on_a_machine_with_nothing_but_the_command(
    tmp_path: Path, bulletin: Run
) -> None:
    """Each job in a fresh clone, line by line in a shell, as a runner does it."""
    kho = tmp_path / "kho"
    bulletin(tmp_path, "--at", "2026-11-30T22:00+07:00", "init", "--example", "kho")
    git(kho, "init", "-qb", "main")
    git(kho, "add", "-A")
    git(kho, "commit", "-qm", "x")
    recipe = RECIPES[".gitlab-ci.yml"]
    at = int(moment_of_run("2026-11-30T22:00+07:00").timestamp())
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "SOURCE_DATE_EPOCH": str(at),
        **recipe["variables"],
        "NOI_DANG": str(tmp_path / "noi-dang"),
    }
    for job in recipe["stages"]:
        clone = tmp_path / job
        git(tmp_path, "clone", "-q", str(kho), str(clone))
        lines = [*recipe[job]["script"], *recipe[job].get("after_script", ())]
        ran = subprocess.run(
            ("bash", "-euo", "pipefail", "-c", "\n".join(lines)),
            cwd=clone,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, (job, ran.stdout + ran.stderr)
    assert (tmp_path / "kiem-tra/ban-tin.sarif").stat().st_size > 100
    assert (tmp_path / "trang/site/manifest.json").is_file()
    assert (tmp_path / "noi-dang/current/bulletins/BT-2026-0001/index.html").is_file()


def test_no_recipe_swallows_a_failure_or_reaches_outside() -> None:
    for recipe in RECIPES.values():
        text = "\n".join(commands(recipe))
        assert "|| true" not in text and "pip install" not in text and "https://" not in text
