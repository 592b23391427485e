"""`build --why PAGE`: which input makes a page be built again, or made it be."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.test_one_writer import AT, office

PAGE = "messages/ND-2026-0001/index.html"
BY = ("--unit", "dan-van", "--office", "truong-ban")
LATER = ("--at", "2026-12-20T09:00+07:00")
BUILD = ("build", "--no-pdf")


@pytest.fixture
def built(tmp_path: Path, bulletin: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The office, built once."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = office(tmp_path / "office")
    assert bulletin(folder, *AT, *BUILD).returncode == 0
    yield folder


def told(ran: "subprocess.CompletedProcess[str]") -> tuple[str, list[str]]:
    assert ran.returncode == 0, ran.stderr
    first, *reasons = ran.stdout.splitlines()
    return first, [reason.removeprefix("  ← ") for reason in reasons]


@pytest.mark.parametrize("named", [PAGE, "ND-2026-0001", "nd-2026-0001", f"site/{PAGE}"])
def test_a_record_that_was_recalled_is_the_reason_before_and_after(
    named: str, built: Path, bulletin: Run
) -> None:
    assert told(bulletin(built, *AT, *BUILD, "--why", named))[1] == []
    assert bulletin(built, *AT, "recall", "ND-2026-0001", *BY, "--reason", "Sai.").returncode == 0
    before = (built / "site" / PAGE).read_bytes()
    ahead = told(bulletin(built, *AT, *BUILD, "--why", named))
    assert (built / "site" / PAGE).read_bytes() == before
    assert bulletin(built, *AT, *BUILD).returncode == 0
    assert (built / "site" / PAGE).read_bytes() != before
    behind = told(bulletin(built, *AT, *BUILD, "--why", named))
    assert ahead[1] == behind[1] == ["bản ghi ND-2026-0001"]
    assert ("sẽ được dựng lại" in ahead[0], "đã dựng lại nó" in behind[0]) == (True, True)


def test_a_new_bulletin_is_the_reason_for_the_front_page_and_not_for_others(
    built: Path, bulletin: Run
) -> None:
    assert bulletin(built, *AT, "issue", "BT-2026-0002").returncode == 0
    front = told(bulletin(built, *AT, "--lang", "en", *BUILD, "--why", "index.html"))
    assert "bulletin BT-2026-0002" in front[1]
    other = told(bulletin(built, *AT, *BUILD, "--why", "bulletins/BT-2026-0002/"))
    assert other[1] == ["trang mới, lần dựng trước chưa có"]
    untouched = told(bulletin(built, *AT, *BUILD, "--why", "search/"))
    assert untouched[1] == []


def test_the_clock_is_the_reason_when_nobody_did_anything(built: Path, bulletin: Run) -> None:
    before = (built / "site" / PAGE).read_bytes()
    (ahead,) = told(bulletin(built, *LATER, *BUILD, "--why", PAGE))[1]
    assert ahead.startswith("thời điểm: 9 giờ 00 ngày 02/12/2026 → 9 giờ 00 ngày 20/12/2026")
    assert "ND-2026-0001" in ahead
    assert bulletin(built, *LATER, *BUILD).returncode == 0
    assert (built / "site" / PAGE).read_bytes() != before
    assert told(bulletin(built, *LATER, *BUILD, "--why", PAGE))[1] == [ahead]


# What is changed in a program of its own, and how it is called.
WORDS = sorted((*ROOT.glob("theme/locale/**/*.po"), *ROOT.glob("generator/views/catalogue/w*.py")))
CHANGES = {
    "theme/pages/record.html": "mẫu",
    WORDS[0].relative_to(ROOT).as_posix(): "từ ngữ",
    "generator/views/site/record_page.py": "chương trình",
    "theme/assets/acts.js": "tệp giao diện",
}


@pytest.mark.large
def test_a_template_a_word_and_the_program_are_reasons_named_by_their_files(
    built: Path, tmp_path: Path
) -> None:
    program = tmp_path / "program"
    for part in ("generator", "theme", "tests/rules", "content/guide"):
        shutil.copytree(ROOT / part, program / part)

    def ran(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            (sys.executable, "-m", "generator", "-C", str(built), *AT, *arguments),
            cwd=program,
            env={**os.environ, "PYTHONPATH": str(program)},
            capture_output=True,
            text=True,
            check=False,
        )

    assert told(ran(*BUILD, "--why", PAGE))[1] == []
    for path, sort in CHANGES.items():
        file, reason = program / path, f"{sort} {path}"
        file.write_bytes(file.read_bytes() + b"\n")
        assert told(ran(*BUILD, "--why", PAGE))[1] == [reason]
        assert ran(*BUILD).returncode == 0
        assert told(ran(*BUILD, "--why", PAGE))[1] == [reason]


def test_a_page_that_is_not_there_and_a_site_never_built_are_said(
    built: Path, bulletin: Run, tmp_path: Path
) -> None:
    ran = bulletin(built, *AT, *BUILD, "--why", "messages/ND-2026-0007")
    assert (ran.returncode, "có phải: messages/ND-2026-000" in ran.stderr) == (2, True)
    ran = bulletin(built, *AT, *BUILD, "--out", str(tmp_path / "other"), "--why", PAGE)
    assert (ran.returncode, "Chưa có lần dựng nào" in ran.stderr) == (2, True)
    assert not (tmp_path / "other").exists()
