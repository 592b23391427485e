"""What `make release` leaves in a folder, and the wheel of it installed somewhere else."""

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import orjson
import pytest
import yaml

from tests import shared
from tests.conftest import ROOT
from tests.test_one_writer import AT, EDITION, office

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def made(target: Path) -> None:
    subprocess.run((ROOT / ".ci/release", target / "dist"), check=True, capture_output=True)


@pytest.fixture(scope="module")
def dist() -> Path:
    return shared.folder_of("dist", made) / "dist"


@pytest.mark.large
def test_a_release_is_wheel_source_changes_bill_licences_and_their_digests(dist: Path) -> None:
    stem = f"bulletin_compiler-{PROJECT['version']}"
    named = {f"{stem}-py3-none-any.whl", f"{stem}.tar.gz"}
    named |= {"changes.md", "sbom.cdx.json", "licences.txt"}
    assert {path.name for path in dist.iterdir()} == {*named, "SHA256SUMS"}
    subprocess.run(("sha256sum", "--check", "--quiet", "SHA256SUMS"), cwd=dist, check=True)
    assert len((dist / "SHA256SUMS").read_text().splitlines()) == len(named)
    assert "- " in (dist / "changes.md").read_text("utf-8")
    assert "## [" not in (dist / "changes.md").read_text("utf-8")


@pytest.mark.large
def test_the_bill_names_what_the_lock_names_and_nothing_else(dist: Path) -> None:
    bill = orjson.loads((dist / "sbom.cdx.json").read_bytes())
    parts = {re.sub(r"[-_.]+", "-", p["name"]).lower(): p["version"] for p in bill["components"]}
    lock = (ROOT / "requirements.lock").read_text()
    pinned = dict(re.findall(r"^([a-z0-9.-]+)==([^ ]+) \\$", lock, re.MULTILINE))
    assert parts == pinned
    assert len((dist / "licences.txt").read_text("utf-8").splitlines()) == len(parts)
    assert str(ROOT) not in (dist / "sbom.cdx.json").read_text("utf-8")


@pytest.fixture(scope="module")
def installed(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of the wheel in an environment of its own, beside what the lock has installed.

    A path file brings the packages here, but not this checkout: files of that sort are read only
    where an environment keeps its own packages.
    """
    home = tmp_path_factory.mktemp("elsewhere")
    subprocess.run((sys.executable, "-m", "venv", home / "venv"), check=True)
    python, (wheel,) = home / "venv/bin/python", dist.glob("*.whl")
    packages = f"{home}/venv/lib/python{sysconfig.get_python_version()}/site-packages"
    Path(packages, "lock.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    pip = (python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    asked = (*pip, "--no-deps", "--no-index", "--ignore-installed", wheel)
    subprocess.run(asked, check=True, capture_output=True, env=without_us())
    return home / "venv/bin/bulletin"


def without_us() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


@pytest.mark.large
def test_the_wheel_works_where_there_is_no_checkout(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def ran(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            (installed, *arguments),
            cwd=folder,
            env=without_us(),
            capture_output=True,
            text=True,
            check=False,
        )

    told = ran(tmp_path, "init", "moi").stderr
    assert ran(tmp_path / "moi", "check").returncode in (0, 1), told
    folder = office(tmp_path / "office")
    by = ("--unit", "dan-van", "--office", "truong-ban")
    for verb in (("approve", "DL-2026-0001", *by), ("issue", "BT-2026-0002"), ("verify",)):
        done = ran(folder, *AT, *verb)
        assert done.returncode == 0, done.stderr
    assert (folder / EDITION).is_file()
    done = ran(folder, *AT, "build", "--no-pdf")
    assert done.returncode == 0, done.stderr
    assert (folder / "site/guide/rules/BT201/index.html").is_file()
    where = subprocess.run(
        (installed.parent / "python", "-c", "import generator; print(generator.__file__)"),
        cwd=tmp_path,
        env=without_us(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(installed.parent.parent))


# ── forges and hooks ─────────────────────────────────────────────────────────────────────────

PIPELINES = (".github/workflows/ci.yml", ".forgejo/workflows/ci.yml", ".gitlab-ci.yml")


@pytest.mark.parametrize("name", PIPELINES)
def test_every_forge_runs_what_we_run_and_nothing_of_others(name: str) -> None:
    text = (ROOT / name).read_text()
    assert yaml.safe_load(text)
    assert re.search(r"^ *- (run: )?\.ci/run$", text, re.MULTILINE)
    assert set(re.findall(r"uses: (\S+)", text)) <= {"actions/checkout@v4"}
    assert "secrets" not in text


def test_the_hook_of_workspaces_is_the_one_that_we_use() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    ours = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    by_id = {one["id"]: one for one in ours}
    assert hook | by_id[hook["id"]] == hook
    assert all(one["language"] == "system" for one in ours)
    assert {"ruff-format", "ruff-check", "mypy"} <= by_id.keys()
