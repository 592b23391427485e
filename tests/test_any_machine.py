"""The verbs of editors on Windows and macOS, as far as that can be seen without them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.base.text import Language
from generator.system import LOCK_FILE
from generator.writer import alone
from tests import as_windows
from tests.conftest import ROOT, Run
from tests.support import PNG, check
from tests.test_one_writer import AT, EDITION, office

BY = ("--unit", "dan-van", "--office", "truong-ban")
ND = "content/records/message/2026/ND-2026-0001.yml"
# What an editor types, one after the other, and how each ends.
VERBS: Sequence[tuple[int, tuple[str, ...]]] = (
    (1, ("check",)),
    (0, ("new", "ND", "--unit", "dan-van")),
    (0, ("fix", "--dry-run")),
    (0, ("status",)),
    (0, ("why", "ND-2026-0001")),
    (0, ("explain", "BT201")),
    (0, ("approve", "DL-2026-0001", *BY)),
    (0, ("issue", "BT-2026-0002")),
    (0, ("recall", "ND-2026-0001", *BY, "--reason", "Sai số mẫu.")),
    (0, ("redact", "BT-2026-0001", "v1", "--reason", "Có dữ liệu cá nhân.")),
    (0, ("diff", "BT-2026-0002")),
    (0, ("verify",)),
    (0, ("schema", "--write")),
    (0, ("build", "--no-pdf")),
    (0, ("build", "--no-pdf")),
    (0, ("verify", "site")),
    (0, ("archive", "2026", "--no-pdf")),
    (0, ("init", "moi")),
    (0, ("init", "--example", "thu")),
)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def files_in(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != LOCK_FILE)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_every_verb_of_an_editor_does_there_what_it_does_here(
    cache: None, tmp_path: Path, bulletin: Run
) -> None:
    """The same words on the screen, the same bytes in every file, none left over."""
    here, there = office(tmp_path / "here"), tmp_path / "there"
    shutil.copytree(here, there)
    for code, arguments in VERBS:
        ours, theirs = bulletin(here, *AT, *arguments), as_windows.verb(there, *AT, *arguments)
        assert (theirs.returncode, arguments) == (code, arguments), theirs.stderr
        assert theirs.stdout.replace(str(there), str(here)) == ours.stdout
        assert theirs.stderr.replace(str(there), str(here)) == ours.stderr
    ours_left, theirs_left = files_in(here), files_in(there)
    assert sorted(ours_left) == sorted(theirs_left)
    assert [path for path in ours_left if ours_left[path] != theirs_left[path]] == []


def test_writers_exclude_one_another_there_too(cache: None, tmp_path: Path) -> None:
    folder = office(tmp_path / "office")
    verbs = [as_windows.begin(folder, *AT, "new", "ND", "--unit", "dan-van") for _ in range(3)]
    told = [verb.communicate()[1] for verb in verbs]
    assert [verb.returncode for verb in verbs] == [0, 0, 0], told
    made = {path.name for path in (folder / ND).parent.glob("*.yml")}
    assert len(made) == 2 + 3


HOLDING = """
import sys
from pathlib import Path
from tests import as_windows
as_windows.take_away()
from generator.base.diagnostics import BulletinError
from generator.writer import EXCLUSIVE, SHARED, alone, locked
folder, busy = Path(sys.argv[1]), BulletinError("bận", "busy")
with locked(folder, 0, busy, SHARED), locked(folder, 0, busy, SHARED):
    print("two read")
    try:
        with locked(folder, 0, busy, EXCLUSIVE):
            print("one wrote")
    except BulletinError as error:
        print(error.sentence.en)
with alone(folder):
    sys.stdout.write("alone\\n")
    sys.stdout.flush()
    sys.stdin.read()
"""


def test_there_readers_share_and_a_killed_writer_holds_nothing(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        (sys.executable, "-c", HOLDING, str(tmp_path)),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout
    said = [holder.stdout.readline().strip() for _ in range(3)]
    assert (said[0], "is reading this workspace" in said[1], said[2]) == ("two read", True, "alone")
    refused = as_windows.begin(tmp_path, "check")
    holder.kill()
    holder.communicate()
    refused.communicate()
    with alone(tmp_path):
        pass


# ── what such an editor's files are like ─────────────────────────────────────────────────────


def test_line_ends_of_windows_change_no_finding_no_digest_and_no_approval(
    tmp_path: Path, bulletin: Run
) -> None:
    """What git makes of a checkout there, where no .gitattributes forbids it."""
    plain, theirs = office(tmp_path / "plain"), office(tmp_path / "theirs")
    for path in (path for path in (theirs / "content").rglob("*") if path.suffix == ".yml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    found = [bulletin(folder, *AT, "check").stdout for folder in (plain, theirs)]
    assert found[0] == found[1] != ""
    for folder in (plain, theirs):
        assert bulletin(folder, *AT, "issue", "BT-2026-0002").returncode == 0
    assert (plain / EDITION).read_bytes() == (theirs / EDITION).read_bytes()
    assert bulletin(theirs, *AT, "verify").returncode == 0


def test_a_path_is_told_with_forward_slashes_and_understood_with_others(
    tmp_path: Path, bulletin: Run
) -> None:
    folder = office(tmp_path)
    (folder / ND).write_text("id: ND-2026-0001\nsai: x\n", "utf-8")
    ran = bulletin(folder, *AT, "check", ND.replace("/", "\\"))
    assert ran.returncode == 1
    assert ran.stdout.startswith(f"{ND}:")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("content/attachments/So-Do.png", "only capitals"),
        ("content/attachments/con.png", "a device of Windows"),
        ("content/attachments/nul", "a device of Windows"),
        ("content/attachments/a.", "ends with a dot"),
        ("content/attachments/a\\b.png", "the sign \\"),
    ],
)
def test_a_name_that_breaks_a_clone_there_is_a_finding(name: str, said: str) -> None:
    found = check({"content/attachments/so-do.png": PNG, name: PNG}).findings
    sentences = [item.diagnostic.message(Language.EN) for item in found]
    assert any(said in sentence for sentence in sentences), found


WITHOUT_PANGO = """
import sys, weasyprint
from importlib.abc import MetaPathFinder
class Missing(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "weasyprint":
            print("-----\\nWeasyPrint could not import some external libraries.")
            raise OSError("cannot load library 'libgobject-2.0-0'\\nmore")
for name in [name for name in sys.modules if name.startswith("weasyprint")]:
    del sys.modules[name]
sys.meta_path.insert(0, Missing())
from generator.cli.main import main
main()
"""


@pytest.mark.pdf
@pytest.mark.parametrize("verb", [("build",), ("render", "BT-2026-0002")])
def test_where_pdfs_cannot_be_made_one_is_told_what_to_install(
    verb: tuple[str, ...], cache: None, tmp_path: Path
) -> None:
    folder = office(tmp_path / "office")
    for language, words in (("vi", "thiếu Pango"), ("en", "Pango, which sets the type")):
        ran = subprocess.run(
            (sys.executable, "-c", WITHOUT_PANGO, "--lang", language, *AT, *verb),
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (ran.returncode, "Traceback" in ran.stderr, ran.stdout) == (2, False, ""), ran.stderr
        told = ran.stderr.strip().splitlines()[-1]
        assert words in told
        assert "cannot load library 'libgobject-2.0-0')." in told
        for way in ("pacman -S mingw-w64-x86_64-pango", "brew install pango", "--no-pdf"):
            assert way in told
