"""bulletin publish: whole releases side by side, verified, shown in one step."""

import errno
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import brotli
import orjson
import pytest

from generator.targets.build.output import FileContent
from generator.targets.pdf import bulletin_papers
from generator.targets.release import folder
from generator.targets.release.folder import Folder
from generator.targets.release.stage import unpacked
from generator.targets.search import search_index
from tests.conftest import Run, run_bulletin
from tests.exercise import Desk, plan, record_files
from tests.shared import folder_of
from tests.test_desk import written_to

# On the second day the message has expired.
FIRST, SECOND, THIRD = (f"{day}T09:00+07:00" for day in ("2026-12-02", "2026-12-22", "2027-03-01"))
BY = ("--unit", "dan-van", "--office", "truong-ban")
QUICK = ("--no-pdf",)


def written(folder: Path) -> None:
    """A workspace with an issued bulletin, and no guide."""
    desk = Desk(record_files() | plan("BT-2026-0001", ["ND-2026-0001"], mode="exercise"))
    desk.issue("BT-2026-0001")
    written_to(folder, desk.files)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The workspace, to be changed."""
    return Path(shutil.copytree(folder_of("published/workspace", written), tmp_path / "kho"))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "ban-tin"


def published(office: Path, target: Path, moment: str, *more: str) -> dict[str, object]:
    ran = run_bulletin(
        office, "--at", moment, "publish", str(target), *QUICK, "--format", "json", *more
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    said: dict[str, object] = orjson.loads(ran.stdout)
    return said


def refused(office: Path, *asked: str) -> str:
    ran = run_bulletin(office, *asked)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


def names(target: Path) -> list[str]:
    return sorted(path.name for path in (target / "releases").iterdir())


def bytes_below(folder: Path) -> Mapping[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_release_is_whole_and_follows_the_one_before(office: Path, target: Path) -> None:
    first = published(office, target, FIRST)
    before = bytes_below(target / "current/")
    assert "bulletin.zip" in before
    second = published(office, target, SECOND)
    assert names(target) == [first["release"], second["release"]]
    assert (target / "current").readlink() == Path("releases") / str(second["release"])
    assert bytes_below(target / "releases" / str(first["release"])) == before
    told = orjson.loads((target / "current/manifest.json").read_bytes())["release"]
    digest = hashlib.sha256(before["manifest.json"]).hexdigest()
    assert told["follows"] == {"name": first["release"], "manifest": f"sha256:{digest}"}
    assert str(first["release"]).endswith(digest[:12])
    assert run_bulletin(office, "verify", str(target)).returncode == 0
    alone = subprocess.run((sys.executable, str(target / "current/verify.py")), check=False)
    assert alone.returncode == 0


def test_what_did_not_change_is_the_same_file_with_its_time(office: Path, target: Path) -> None:
    first = target / "releases" / str(published(office, target, FIRST)["release"])
    second = published(office, target, SECOND)
    current = target / "current"
    assert (first / "verify.py").samefile(current / "verify.py")
    changed = second["changed"]
    assert isinstance(changed, list) and "messages/ND-2026-0001/index.html" in changed
    own = [path for path in first.rglob("*") if path.is_file() and path.name != "manifest.json"]
    copied = [path for path in own if not path.samefile(current / path.relative_to(first))]
    assert {unpacked(str(path.relative_to(first))) for path in copied} == {*changed}


def test_nothing_new_is_no_release(office: Path, target: Path) -> None:
    published(office, target, FIRST)
    again = published(office, target, FIRST)
    assert again["release"] is None
    assert len(names(target)) == 1
    (target / "current/index.html").write_text("khác")
    assert published(office, target, FIRST)["release"] is not None  # a damaged one is replaced
    assert run_bulletin(office, "verify", str(target)).returncode == 1  # the damage stays told
    assert run_bulletin(office, "verify", str(target / "current")).returncode == 0


def test_compressed_copies_hold_the_same_bytes(office: Path, target: Path) -> None:
    published(office, target, FIRST)
    listed = orjson.loads((target / "current/manifest.json").read_bytes())["files"]
    for suffix, unpack in ((".gz", gzip.decompress), (".br", brotli.decompress)):
        packed = [path for path in listed if path.endswith(suffix)]
        assert f"index.html{suffix}" in packed and f"assets/icon-512.png{suffix}" not in packed
        for path in packed:
            raw = (target / "current" / path).read_bytes()
            assert suffix != ".gz" or raw[4:8] == bytes(4)  # no time in it
            assert unpack(raw) == (target / "current" / path.removesuffix(suffix)).read_bytes()


def test_a_dry_run_tells_the_changes_and_writes_nothing(office: Path, target: Path) -> None:
    asked = ("publish", str(target), *QUICK, "--dry-run")
    first = run_bulletin(office, "--at", FIRST, *asked)
    assert (first.returncode, target.exists()) == (0, False), first.stderr
    assert "mới: 404.html" in first.stdout
    published(office, target, FIRST)
    before = bytes_below(target)
    again = run_bulletin(office, "--at", SECOND, *asked)
    assert "đổi: " in again.stdout and f"publish {target}" in again.stderr
    assert bytes_below(target) == before


def test_going_back_shows_the_release_before_once_it_is_verified(
    office: Path, target: Path
) -> None:
    assert "Không còn bản nào" in refused(office, "publish", str(target), "--rollback")
    first = str(published(office, target, FIRST)["release"])
    second = str(published(office, target, SECOND)["release"])
    back = ("publish", str(target), "--rollback")
    damaged = target / "releases" / first / "assets/site.js"
    whole = damaged.read_bytes()
    damaged.write_bytes(b"x")
    assert "assets/site.js" in refused(office, *back)
    assert (target / "current").readlink().name == second
    damaged.write_bytes(whole)
    assert run_bulletin(office, *back).returncode == 0
    assert (target / "current").readlink().name == first
    third = published(office, target, THIRD)
    assert third["before"] == first
    assert run_bulletin(office, "verify", str(target)).returncode == 0


def test_old_releases_go_but_never_what_readers_see_or_have_just_seen(
    office: Path, target: Path
) -> None:
    made = []
    for day in (2, 3, 4, 5):
        (office / "content/guide").mkdir(exist_ok=True)
        (office / "content/guide/index.md").write_text(f"# Ngày {day}\n", "utf-8")
        moment = f"2026-12-0{day}T09:00+07:00"
        made.append(published(office, target, moment, "--keep", "3")["release"])
    assert names(target) == made[-3:]
    published(office, target, SECOND, "--keep", "1")
    assert len(names(target)) == 2  # readers may still be reading the one before


def test_verify_finds_what_is_wrong_with_any_release_or_their_order(
    office: Path, target: Path
) -> None:
    first = target / "releases" / str(published(office, target, FIRST)["release"])
    published(office, target, SECOND)
    listed = first / "manifest.json"
    whole = listed.read_bytes()
    listed.write_bytes(whole + b" ")
    said = refused(office, "verify", str(target))
    assert "không đúng với tên" in said and "bản đứng trước" in said
    listed.write_bytes(whole)
    (target / "current").unlink()
    assert "current: không trỏ tới bản nào" in refused(office, "verify", str(target))


def test_internal_and_public_never_stand_side_by_side(office: Path, target: Path) -> None:
    published(office, target, FIRST)
    asked = ("publish", str(target), *QUICK, "--circulation", "public")
    ran = run_bulletin(office, "--at", SECOND, *asked)
    assert (ran.returncode, len(names(target))) == (2, 1)
    assert "một nơi khác" in ran.stderr


def test_a_folder_of_another_use_is_left_alone(office: Path, tmp_path: Path) -> None:
    (tmp_path / "anh").mkdir()
    (tmp_path / "anh/a.png").touch()
    ran = run_bulletin(office, "--at", FIRST, "publish", str(tmp_path / "anh"), *QUICK)
    assert (ran.returncode, {p.name for p in (tmp_path / "anh").iterdir()}) == (2, {"a.png"})


def test_an_edition_that_readers_have_is_never_replaced(
    office: Path, target: Path, bulletin: Run
) -> None:
    published(office, target, FIRST)
    shutil.rmtree(office / "content/editions")
    assert bulletin(office, "--at", FIRST, "issue", "BT-2026-0001").returncode == 0
    said = refused(office, "--at", SECOND, "publish", str(target), *QUICK)
    assert "BT-2026-0001/v1" in said and "đính chính" in said
    assert len(names(target)) == 1


def test_a_killed_run_leaves_nothing_behind_for_long(office: Path, target: Path) -> None:
    published(office, target, FIRST)
    for stray in (target / "releases/.writing-release/a/b", target / ".writing-current/c"):
        stray.mkdir(parents=True)
    published(office, target, SECOND)
    assert {path.name for path in target.iterdir()} == {"current", "releases"}
    assert not [name for name in names(target) if name.startswith(".")]


def test_redacted_content_leaves_the_old_releases_too(
    office: Path, target: Path, bulletin: Run
) -> None:
    first = str(published(office, target, FIRST)["release"])
    why = ("--reason", "Có dữ liệu cá nhân.")
    assert bulletin(office, "--at", FIRST, "redact", "BT-2026-0001", "v1", *why).returncode == 0
    for unit in ("tuyen-giao", "dan-van"):
        by = ("--unit", unit, "--office", "truong-ban")
        assert bulletin(office, "--at", FIRST, "approve", "BT-2026-0001/v1", *by).returncode == 0
    assert bulletin(office, "--at", SECOND, "redact", "BT-2026-0001", "v1").returncode == 0
    assert published(office, target, SECOND)["removed"] == [first]
    assert "Không còn bản nào" in refused(office, "publish", str(target), "--rollback")


def kept(target: Path) -> set[Path]:
    told = orjson.loads((target / "current/manifest.json").read_bytes())
    return {target / "current" / path for path in told["release"]["kept"]}


def test_pages_still_open_find_their_files_for_one_more_release(
    office: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "SMALL", 0)  # as on a large site, the parts are files
    published(office, target, FIRST)
    parts = {*(target / "current").glob("search/parts/*")}
    published(office, target, SECOND)
    first_kept = kept(target)
    assert first_kept and first_kept <= parts and all(part.is_file() for part in parts)
    (office / "content/guide").mkdir(exist_ok=True)
    (office / "content/guide/index.md").write_text("# Cách đọc bản tin\n", "utf-8")
    published(office, target, THIRD)
    assert not kept(target) & first_kept
    assert run_bulletin(office, "verify", str(target)).returncode == 0


@pytest.mark.pdf
def test_a_paper_that_readers_hold_keeps_its_bytes_until_something_in_it_is_stopped(
    office: Path, target: Path, bulletin: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = "current/bulletins/BT-2026-0001/v1/BT-2026-0001-v1.pdf"
    asked = ("publish", str(target), "--format", "json")
    assert bulletin(office, "--at", FIRST, *asked).returncode == 0
    first = (target / paper).read_bytes()
    monkeypatch.setattr(bulletin_papers, "code_digest", lambda: "a later program")
    monkeypatch.setattr(bulletin_papers, "rendered", lambda *_: FileContent(b"%PDF-1.7 other"))
    later = orjson.loads(bulletin(office, "--at", SECOND, *asked).stdout)
    assert later["release"] and later["reprinted"] == []
    assert (target / paper).read_bytes() == first
    assert bulletin(office, "verify", str(target)).returncode == 0
    by = ("--unit", "dan-van", "--office", "truong-ban", "--reason", "Sai số mẫu.")
    assert bulletin(office, "--at", SECOND, "recall", "TT-2026-0001", *by).returncode == 0
    stopped = orjson.loads(bulletin(office, "--at", THIRD, *asked).stdout)
    assert paper.removeprefix("current/") in stopped["reprinted"]
    assert {path.partition("-v1")[0] for path in stopped["reprinted"]} == {
        "bulletins/BT-2026-0001/v1/BT-2026-0001"
    }
    assert (target / paper).read_bytes() == b"%PDF-1.7 other"


def test_a_page_names_its_scripts_and_style_by_their_bytes(office: Path, target: Path) -> None:
    published(office, target, FIRST)
    for page in ("index.html", "search/index.html", "messages/ND-2026-0001/index.html"):
        html = (target / "current" / page).read_text("utf-8")
        named = re.findall(r'(?:src|href)="(?:\.\./)*\.?/?(assets/[^"]+\.(?:js|css))"', html)
        assert len(named) == 4 and "assets/site.js" in named
        for name in {*named} - {"assets/site.js"}:
            content = (target / "current" / name).read_bytes()
            assert name.rpartition(".")[0].endswith(hashlib.sha256(content).hexdigest()[:8])


def test_who_publishes_second_waits_and_then_says_so(
    office: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(office, target, FIRST)
    monkeypatch.setattr(folder, "PATIENCE", 0.1)
    with Folder(target).alone():
        ran = run_bulletin(office, "--at", SECOND, "publish", str(target), *QUICK)
    assert (ran.returncode, len(names(target))) == (2, 1)
    assert "đang đăng vào đây" in ran.stderr


def test_a_full_disk_leaves_readers_what_they_had(
    office: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = published(office, target, FIRST)["release"]

    def full(*_: object, **__: object) -> bytes:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(gzip, "compress", full)
        ran = run_bulletin(office, "--at", SECOND, "publish", str(target), *QUICK)
    assert (ran.returncode, (target / "current").readlink().name) == (2, first)
    assert "Traceback" not in ran.stderr
    assert published(office, target, SECOND)["release"]
    assert len(names(target)) == 2


def test_a_rollback_is_not_tried_dry(tmp_path: Path, bulletin: Run) -> None:
    folder = written_to(tmp_path / "kho", {})
    ran = bulletin(folder, "publish", str(tmp_path / "t"), "--rollback", "--dry-run")
    assert (ran.returncode, "không đi cùng nhau" in ran.stderr) == (2, True)
