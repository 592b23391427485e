"""`check` finds what is named however it is spelled; what names nothing is wrong use."""

import unicodedata
from contextlib import chdir
from pathlib import Path

import pytest

from generator.cli.report.named_files import files_named, is_among
from generator.cli.session.session import Session
from tests.conftest import Run
from tests.support import BASE

WRONG = "content/records/event/2026/SV-2026-0001.yml"
NAMED = "content/Ghi chú.txt"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with one error, in an event, and one file with a Vietnamese name."""
    folder = tmp_path / "Kho bản tin"
    wrong = "id: SV-2026-0001\ntitle: Ngập\nunit: tuyen-giao\ncreated: 2026-02-30\n"
    files = {**BASE, WRONG: wrong, NAMED: "x", "mkdocs.yml": "", "README.md": "x"}
    for path, text in files.items():
        target = folder / unicodedata.normalize("NFC", path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    (folder / "content/records/opinion/2026").mkdir(parents=True)
    (tmp_path / "liên kết").symlink_to(folder)
    return folder


SPELLINGS = (
    "SV-2026-0001",
    "sv-2026-0001",
    WRONG,
    f"./{WRONG}",
    "content//records/./event/",
    "content/records/message/../event",
    ".",
    "content",
    WRONG.replace("/", "\\"),
    "{root}/" + WRONG,
    "{root}/../liên kết/" + WRONG,
    unicodedata.normalize("NFD", "{root}/" + WRONG),
)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_file_is_found_however_it_is_spelled(
    bulletin: Run, workspace: Path, spelling: str
) -> None:
    checked = bulletin(workspace, "check", spelling.format(root=workspace))
    assert (checked.returncode, checked.stdout.count("BT104")) == (1, 1), checked.stderr


@pytest.mark.parametrize("spelling", ["2026", "2026/SV-2026-0001.yml", "../event"])
def test_a_path_counts_from_the_folder_one_stands_in(workspace: Path, spelling: str) -> None:
    with chdir(workspace / "content/records/event"):
        session = Session(None, None, None)
        paths = [file.path for file in session.files]
        (named,) = files_named(session.root, paths, [spelling])
    assert is_among(WRONG, [named])
    assert not is_among("content/records/message/2026/ND-2026-0001.yml", [named])


@pytest.mark.parametrize("name", [NAMED, unicodedata.normalize("NFD", NAMED)])
def test_a_name_is_found_in_any_normalisation(bulletin: Run, workspace: Path, name: str) -> None:
    checked = bulletin(workspace, "check", name)
    assert (checked.returncode, checked.stdout.count("BT113")) == (0, 1)


NOTHING = ("SV-2026-0009", "content/khong-co", "", " ", "..", "/", "README.md", "mkdocs.yml")


@pytest.mark.parametrize("name", (*NOTHING, "content/records/opinion", "content/records/event/x"))
def test_what_names_nothing_that_is_checked_is_wrong_use(
    bulletin: Run, workspace: Path, name: str
) -> None:
    checked = bulletin(workspace, "check", "TT-2026-0001", name)
    assert (checked.returncode, checked.stdout) == (2, "")
    assert f"“{name}”" in checked.stderr


def test_the_last_line_tells_of_what_was_named_only(bulletin: Run, workspace: Path) -> None:
    checked = bulletin(workspace, "check", "TT-2026-0001")
    first = checked.stderr.splitlines()[0]
    assert (checked.returncode, first) == (0, "TT-2026-0001, không có gì phải sửa.")


def test_no_record_is_called_clean_while_the_registry_cannot_be_read(
    bulletin: Run, workspace: Path
) -> None:
    (workspace / "content/registry/units.yml").write_text("units: [", "utf-8")
    checked = bulletin(workspace, "check", "TT-2026-0001")
    assert (checked.returncode, "registry/units.yml" in checked.stdout) == (1, True)
