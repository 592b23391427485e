"""Every verb that takes an id says what is wrong with it, and never that the issued was not."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.exercise import week
from tests.support import BASE, as_bytes

LATER = ("--at", "2026-12-02T08:00+07:00")
SIGNED = ("--unit", "dan-van", "--office", "truong-ban")
VERBS = (("status",), ("why",), ("diff",), ("render",), ("issue",), ("approve", *SIGNED))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """An issued week, and a message that cannot be read."""
    broken = {"content/records/message/2026/ND-2026-0005.yml": "id: ND-2026-0005\ntitle: [\n"}
    for path, content in as_bytes({**BASE, **week().files, **broken, "mkdocs.yml": ""}).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_an_id_of_nothing_is_wrong_use(
    verb: tuple[str, ...], workspace: Path, bulletin: Run
) -> None:
    said = bulletin(workspace, *LATER, *verb, "BT-2026-0077")
    assert said.returncode == 2
    assert said.stderr.startswith("Không có bản ghi BT-2026-0077. Có phải BT-2026-000")


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_a_record_that_cannot_be_read_is_not_told_as_missing(
    verb: tuple[str, ...], workspace: Path, bulletin: Run
) -> None:
    said = bulletin(workspace, *LATER, *verb, "ND-2026-0005")
    assert (said.returncode, "BT101" in said.stdout) == (1, True)
    assert "chưa đọc được" in said.stderr


@pytest.mark.parametrize("record_id", ["ND-2026-0001", "TT-2026-0001"])
def test_the_difference_of_a_printed_record_is_that_of_its_bulletin(
    record_id: str, workspace: Path, bulletin: Run
) -> None:
    said = bulletin(workspace, *LATER, "diff", record_id)
    assert (said.returncode, "chưa phát hành" in said.stderr) == (1, False)
    assert "bulletin diff BT-2026-000" in said.stderr


def test_a_record_of_another_kind_is_told_as_that(workspace: Path, bulletin: Run) -> None:
    said = bulletin(workspace, *LATER, "issue", "ND-2026-0001")
    assert (said.returncode, "ND-2026-0001 là nội dung" in said.stderr) == (2, True)


def test_a_next_version_is_asked_for_with_its_choices(workspace: Path, bulletin: Run) -> None:
    said = bulletin(workspace, *LATER, "issue", "BT-2026-0002")
    assert said.returncode == 1
    assert all(word in said.stderr for word in ("update (cập nhật)", "correction (đính chính)"))
    assert "bulletin issue BT-2026-0002 --relation" in said.stderr
