"""What people who know other tools expect of a command: versions, logs, colours, Tab."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.test_one_writer import AT, office


def ran(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        (sys.executable, "-m", "generator", *arguments),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_versions_of_the_engines_are_told_without_starting_them(tmp_path: Path) -> None:
    asked = "import sys; sys.modules['weasyprint'] = sys.modules['mkdocs'] = None\n"
    asked += "from generator.cli.main import main; main()"
    told = subprocess.run(
        (sys.executable, "-c", asked, "--version"),
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert [line.split()[0] for line in told] == [
        *("bulletin", "python", "mkdocs", "mkdocs-material", "weasyprint", "pydantic")
    ]
    assert all(line.split()[1][0].isdigit() for line in told)


@pytest.mark.parametrize("is_error_read", [True, False])
def test_a_refusal_into_a_pipe_that_reads_no_more_is_no_fault(
    *, is_error_read: bool, tmp_path: Path
) -> None:
    """As with `| head`, and with `2>&1 | head`."""
    read, write = os.pipe()
    os.close(read)
    ended = subprocess.run(
        (sys.executable, "-m", "generator", "check", "--format=json"),
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=write,
        stderr=subprocess.PIPE if is_error_read else write,
        check=False,
    )
    os.close(write)
    assert ended.returncode == 2
    if is_error_read:
        told = ended.stderr.decode().splitlines()
        assert len(told) == 1, told


def test_a_level_tells_of_phases_in_words_and_no_level_tells_nothing(
    workspace: Path, bulletin: Run
) -> None:
    at = ("--at", "2026-11-30T22:00+07:00")
    for level, is_told in (("info", True), ("warning", False)):
        told = bulletin(workspace, *at, "--log-level", level, "check").stderr
        assert ("check rules: " in told, "{" in told) == (is_told, False)
    assert "debug" in bulletin(workspace, "--log-level", "x", "check").stderr


@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
    ],
)
def test_colours_are_as_the_environment_asks(
    environment: dict[str, str], tmp_path: Path, *, is_coloured: bool
) -> None:
    found = ran(office(tmp_path), *AT, "check", **environment).stdout
    assert ("\x1b[31m" in found) is is_coloured
    assert "BT" in found


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("bulletin why nd-2026-0", ["ND-2026-0001", "ND-2026-0009"]),
        ("bulletin issue BT-2026-0002", ["BT-2026-0002"]),
        ("bulletin new m", ["message"]),
        ("bulletin schema bt", ["BT"]),
        ("bulletin explain BT20", ["BT201", "BT202", "BT203", "BT204"]),
        ("bulletin approve ND-2026-0001 --unit dan", ["dan-van"]),
        ("bulletin approve ND-2026-0001 --unit dan-van --office pho", ["pho-truong-ban"]),
        ("bulletin bui", ["build"]),
    ],
)
def test_tab_offers_what_may_come_here(typed: str, offered: list[str], tmp_path: Path) -> None:
    folder = office(tmp_path)
    word = str(len(typed.split()) - 1)
    setting = {"_BULLETIN_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": word}
    told = ran(folder, **setting)
    found = [line.removeprefix("plain,") for line in told.stdout.splitlines()]
    assert (found[: len(offered)], told.stderr) == (offered, "")


@pytest.mark.parametrize("units", [None, "units: [", "units: [x]", "khac: 1"])
def test_tab_is_silent_where_nothing_can_be_read(units: str | None, tmp_path: Path) -> None:
    if units:
        folder = office(tmp_path)
        (folder / "content/registry/units.yml").write_text(units)
    setting = {"_BULLETIN_COMPLETE": "bash_complete", "COMP_CWORD": "4"}
    told = ran(tmp_path, **setting, COMP_WORDS="bulletin approve X --unit d")
    assert (told.stdout.strip(), told.stderr) == ("", "")
