"""Another locality starts: a new workspace checks clean, names nobody else, and fits a wheel."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from generator.cli.verbs.init import starting_files
from generator.model.registry.registry import UnitKind
from generator.pipeline import compile_content
from generator.workspace import MemoryWorkspace, moment_of_run
from tests.conftest import ROOT, Run

ELSEWHERE = ("hà đông", "ha-dong", "sông xanh", "song-xanh", "tuyên giáo", "tuyen-giao", "dân vận")


@pytest.fixture
def started(tmp_path: Path, bulletin: Run) -> Path:
    ran = bulletin(tmp_path, "init", "ban-tin")
    assert ran.returncode == 0, ran.stderr
    return tmp_path / "ban-tin"


@pytest.mark.parametrize(
    "today", ["2026-11-30T12:00+07:00", "2027-01-01T00:10+07:00", "2028-02-29T23:50+07:00"]
)
def test_the_example_is_an_exercise_around_today_that_goes_on(
    today: str, tmp_path: Path, bulletin: Run
) -> None:
    """Issued by the verbs that editors use; what waits can be approved and issued at once."""
    at = ("--at", today)
    ran = bulletin(tmp_path, *at, "init", "--example", "thu")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "hai bản tin đã phát hành, bản thứ ba còn chờ các bên" in ran.stderr
    folder = tmp_path / "thu"
    found = json.loads(bulletin(folder, *at, "check", "--format", "json").stdout)["findings"]
    assert {(one["code"], one["record"][-4:]) for one in found} == {("BT401", "0003")}, found
    assert bulletin(folder, *at, "verify").returncode == 0
    plans = [path.read_text("utf-8") for path in (folder / "content/bulletins").rglob("*.yml")]
    assert len(plans) == 3 and all("mode: exercise" in plan for plan in plans)
    third = next((folder / "content/bulletins").rglob("*-0003.yml")).stem
    for unit in ("ubnd", "mttq", "hoi-lhpn"):
        by = ("--unit", unit, "--office", "chu-tich")
        assert bulletin(folder, *at, "approve", third, *by).returncode == 0
    ran = bulletin(folder, *at, "issue", third)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert bulletin(folder, *at, "build", "--no-pdf").returncode == 0
    front = (folder / "site/index.html").read_text("utf-8")
    assert "Đi lại và dùng nước ở Tổ dân phố 2 sau ngập" in front


def paths_of(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_a_new_workspace_checks_clean(started: Path, bulletin: Run) -> None:
    ran = bulletin(started, "check")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr.splitlines()[0] == "1 bản ghi, không có gì phải sửa."


def test_a_new_workspace_asks_for_its_own_document_and_has_a_whole_chain(
    started: Path, bulletin: Run
) -> None:
    """Until the programme is signed no message has a basis; nothing else waits."""
    shown = bulletin(started, "status")
    assert "trình văn bản đề xuất" in shown.stdout
    (count, next_step) = shown.stderr.splitlines()
    assert count.startswith("1 việc đang chờ (0 trễ hạn): Mặt trận Tổ quốc phường")
    assert "bulletin status VB-2026-0001" in next_step
    assert bulletin(started, "verify").returncode == 0


def test_three_parties_of_other_kinds_and_a_deciding_body() -> None:
    corpus = compile_content(MemoryWorkspace(starting_files(), moment_of_run())).corpus
    assert corpus is not None
    registry = corpus.registry
    assert [party.kind for party in registry.parties] == [
        UnitKind.STATE_BODY,
        UnitKind.FRONT,
        UnitKind.MASS_ORGANISATION,
    ]
    decides = registry.units[registry.programme.deciding_body]
    assert decides.kind is UnitKind.DECIDING_BODY
    assert decides not in registry.parties


def test_it_says_step_by_step_what_to_do_next(tmp_path: Path, bulletin: Run) -> None:
    said = bulletin(tmp_path, "init", "ban-tin").stderr.splitlines()
    assert (
        said[0]
        == f"Đã tạo kho bản tin trong ban-tin ({len(starting_files())} tệp). Việc tiếp theo:"
    )
    assert [line[:2] for line in said[1:]] == ["1.", "2.", "3.", "4.", "5."]


@pytest.mark.parametrize("path", sorted(starting_files()))
def test_nothing_of_another_locality_is_handed_on(path: str) -> None:
    text = starting_files()[path].decode("utf-8", "replace").casefold()
    assert [word for word in ELSEWHERE if word in text] == []


def test_the_settings_of_mkdocs_are_those_of_the_repository() -> None:
    assert starting_files()["mkdocs.yml"] == (ROOT / "mkdocs.yml").read_bytes()


def test_git_leaves_issued_editions_alone_and_forgets_the_built_site(started: Path) -> None:
    def git(*arguments: str) -> str:
        ran = subprocess.run(
            ("git", *arguments), cwd=started, capture_output=True, text=True, check=False
        )
        return ran.stdout.strip()

    git("init", "-q")
    edition = "content/editions/BT-2026-0001/v1.json"
    assert git("check-attr", "text", edition) == f"{edition}: text: unset"
    for folder in ("site", ".site.previous"):
        (started / folder).mkdir()
        (started / folder / "index.html").touch()
    for draft in ("BT-2026-0001.pdf", "TD-2026-0001.pdf"):  # a packet holds every dissent
        (started / draft).touch()
    assert set(git("ls-files", "--others", "--exclude-standard").split()) == set(starting_files())


# ── a folder that is not empty ───────────────────────────────────────────────────────────────


def test_a_folder_in_use_is_refused_and_nothing_is_written(tmp_path: Path, bulletin: Run) -> None:
    (tmp_path / "ban-tin").mkdir()
    (tmp_path / "ban-tin" / "thu.txt").write_text("của tôi", "utf-8")
    ran = bulletin(tmp_path, "init", "ban-tin")
    assert ran.returncode == 2
    assert ran.stderr == "ban-tin đã có sẵn; hãy nêu một thư mục mới hoặc còn trống.\n"
    assert paths_of(tmp_path) == {"ban-tin/thu.txt"}


def test_a_file_is_no_folder(tmp_path: Path, bulletin: Run) -> None:
    (tmp_path / "ban-tin").write_text("của tôi", "utf-8")
    ran = bulletin(tmp_path, "init", "ban-tin")
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    assert (tmp_path / "ban-tin").read_text("utf-8") == "của tôi"


def test_an_empty_folder_is_filled_even_from_inside(tmp_path: Path, bulletin: Run) -> None:
    ran = bulletin(tmp_path, "init", ".")
    assert ran.returncode == 0, ran.stderr
    assert paths_of(tmp_path) == set(starting_files())


def test_where_nothing_can_be_written_one_sentence_says_so(tmp_path: Path, bulletin: Run) -> None:
    (tmp_path / "tep").touch()
    ran = bulletin(tmp_path, "init", "tep/ban-tin")
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)


# ── from a wheel ─────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment of its own, with the wheel, that sees the packages installed here."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    pip = (
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--no-deps",
        "--no-index",
    )
    subprocess.run((*pip, "--no-compile", str(wheel)), check=True, capture_output=True)
    site = next((folder / "lib").glob("python*/site-packages"))
    (site / "packages-of-the-tests.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return folder


def test_a_wheel_carries_starter_theme_rules_and_guide(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    shipped = {
        "generator/_shipped/theme": ROOT / "theme",
        "generator/_shipped/rules": ROOT / "tests" / "rules",
        "generator/_shipped/guide": ROOT / "content" / "guide",
        "generator/starter": ROOT / "generator" / "starter",
    }
    for place, folder in shipped.items():
        assert {f"{place}/{path}" for path in paths_of(folder)} - held == set()


def test_from_a_wheel_a_new_workspace_is_the_same_checks_clean_and_builds(
    installed: Path, tmp_path: Path
) -> None:
    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        ran = subprocess.run(
            (str(installed / "bin" / "bulletin"), *arguments),
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": ""},
        )
        assert ran.returncode == 0, ran.stderr
        return ran

    run("init", "ban-tin")
    assert paths_of(tmp_path / "ban-tin") == set(starting_files())
    found = json.loads(run("-C", "ban-tin", "check", "--format", "json").stdout)
    assert (found["findings"], found["summary"]["records"]) == ([], 1)
    run("-C", "ban-tin", "build")
    assert {"index.html", "guide/index.html", "manifest.json"} <= paths_of(
        tmp_path / "ban-tin/site"
    )


def test_the_installed_program_is_the_one_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    ask = "import generator; print(generator.__file__)"
    said = subprocess.run(
        (str(installed / "bin" / "python"), "-c", ask),
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert Path(said.stdout.strip()).is_relative_to(installed)
