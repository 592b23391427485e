"""Every verb ends with what to type next, in a form that can be copied."""

import re
from pathlib import Path

import pytest

from generator.base.text import Bilingual
from generator.cli.report import next_steps
from tests.conftest import Run
from tests.exercise import week
from tests.support import BASE, as_bytes

LATER = ("--at", "2026-12-02T08:00+07:00")
DONE = (
    ("check",),
    ("status",),
    ("why", "ND-2026-0001"),
    ("diff", "BT-2026-0001"),
    ("explain", "BT602"),
    ("approve", "ND-2026-0001", "--unit", "dan-van", "--office", "truong-ban"),
    ("recall", "ND-2026-0001", "--unit", "dan-van", "--office", "truong-ban", "--reason", "Sai số"),
)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """An issued week, in which a record has changed since."""
    desk = week()
    desk.change("TT-2026-0001", "12 mẫu", "11 mẫu")
    for path, content in as_bytes({**BASE, **desk.files, "mkdocs.yml": ""}).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("asked", DONE, ids=lambda asked: asked[0])
def test_a_verb_ends_with_the_next_step(
    asked: tuple[str, ...], workspace: Path, bulletin: Run
) -> None:
    assert bulletin(workspace, *LATER, *asked).stderr.splitlines()[-1].startswith("Làm tiếp: ")


def test_git_is_named_only_where_there_is_git(tmp_path: Path) -> None:
    (tmp_path / "kho").mkdir()
    assert "git" not in next_steps.after_issue(tmp_path / "kho", "BT-2026-0001/v1").vi
    (tmp_path / ".git").mkdir()  # the workspace may be a folder of a larger repository
    assert "git commit" in next_steps.after_issue(tmp_path / "kho", "BT-2026-0001/v1").vi


def test_a_redaction_that_all_have_approved_is_carried_out_next(tmp_path: Path) -> None:
    step = next_steps.after_approval(tmp_path, "BT-2026-0001/v1", ())
    assert step.vi.endswith("bulletin redact BT-2026-0001 v1")


def test_a_command_at_the_end_is_not_followed_by_a_full_stop(tmp_path: Path) -> None:
    steps: list[Bilingual] = [
        next_steps.after_check((), errors=0, holds=1),
        next_steps.after_check(("x",), errors=0, holds=0),
        next_steps.after_status("ND-2026-0001"),
        next_steps.after_status(None),
        next_steps.after_approval(tmp_path, "BT-2026-0001", ()),
        next_steps.after_approval(tmp_path, "BT-2026-0001", ("ubnd",)),
        next_steps.after_rejection(tmp_path, "BT-2026-0001"),
        next_steps.after_issue(tmp_path, "BT-2026-0001/v1"),
        next_steps.after_recall(tmp_path, "ND-2026-0001"),
        next_steps.after_diff("BT-2026-0001"),
        next_steps.after_print("x.pdf", "BT-2026-0001", None),
    ]
    said = [text for step in steps for text in (step.vi, step.en)]
    assert [text for text in said if re.search(r"bulletin [a-z]+[^;()“”]*\.$", text)] == []
