"""Two people take one id: told before the branches meet, and after, and never about one record."""

import json
from pathlib import Path

import pytest

from generator.model.kinds import path_of
from tests.conftest import Run
from tests.support import git
from tests.test_desk import written_to

AT = ("--at", "2026-12-01T09:00+07:00")
ID = "TT-2026-0007"
FILE = path_of(ID)
CITING = path_of("BX-2026-0001")


def record(title: str, unit: str = "dan-van", day: str = "2026-11-28", id_: str = ID) -> str:
    return f"id: {id_}\ntitle: {title}\nunit: {unit}\ncreated: {day}\nareas: [song-xanh]\n"


OWN, THEIRS = record("Mùi lạ của nước"), record("Rác ở chợ", "tuyen-giao")
CONCERN = record("Rác thu gom chậm", id_="BX-2026-0001") + (
    "settled: {on: 2026-11-30, result: Rác đã dọn., because: [TT-2026-0007]}\n"
)


def commit(folder: Path, files: dict[str, str], *removed: str) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    for path in removed:
        git(folder, "rm", "-q", path)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")


@pytest.fixture
def forge(tmp_path: Path) -> Path:
    """A workspace on main, with a branch that another person began."""
    folder = written_to(tmp_path, {})
    git(folder, "init", "-q")
    commit(folder, {})
    git(folder, "branch", "khac")
    return folder


def on_the_other_branch(folder: Path, files: dict[str, str]) -> None:
    git(folder, "switch", "-q", "khac")
    commit(folder, files)
    git(folder, "switch", "-q", "main")


def told(folder: Path, bulletin: Run) -> list[tuple[str, str, str]]:
    """(path, severity, message) of each finding BT108."""
    ran = bulletin(folder, *AT, "check", "--format", "json")
    return [
        (found["path"], found["severity"], found["message"])
        for found in json.loads(ran.stdout)["findings"]
        if found["code"] == "BT108"
    ]


@pytest.mark.parametrize("step", ["committed", "just written"])
def test_another_record_with_this_id_on_a_branch_is_told_before_they_meet(
    forge: Path, bulletin: Run, step: str
) -> None:
    on_the_other_branch(forge, {FILE: THEIRS})
    assert told(forge, bulletin) == []
    commit(forge, {CITING: CONCERN})
    (forge / FILE).parent.mkdir(parents=True, exist_ok=True)
    (forge / FILE).write_text(OWN, "utf-8")
    if step == "committed":
        commit(forge, {})
    ((path, severity, message),) = told(forge, bulletin)
    assert (path, severity) == (FILE, "warning")
    assert "khac" in message and "Rác ở chợ" in message
    shown = bulletin(forge, *AT, "check").stdout
    assert "rồi ở chỗ nêu nó: BX-2026-0001" in shown


def test_a_branch_that_was_only_fetched_is_looked_at_too(forge: Path, bulletin: Run) -> None:
    on_the_other_branch(forge, {FILE: THEIRS})
    git(forge, "update-ref", "refs/remotes/origin/ban", "khac")
    git(forge, "branch", "-qD", "khac")
    commit(forge, {FILE: OWN})
    ((_, _, message),) = told(forge, bulletin)
    assert "Nhánh origin/ban " in message


SAME = {
    "edited on the other branch": [{FILE: OWN}, {FILE: OWN.replace("Mùi lạ", "Mùi tanh")}],
    "only finished there": [{FILE: OWN + "topic: moi-truong\n"}],
    "another title, then taken over": [{FILE: THEIRS}, {FILE: OWN}],
}


@pytest.mark.parametrize("stages", SAME.values(), ids=SAME)
def test_one_record_at_two_stages_is_no_clash(
    forge: Path, bulletin: Run, stages: list[dict[str, str]]
) -> None:
    """As after a squash: the branch stays, main has one of its stages and goes on."""
    commit(forge, {CITING: CONCERN})  # else git makes the same commit on both branches
    for files in stages:
        on_the_other_branch(forge, files)
    commit(forge, {FILE: OWN})
    commit(forge, {FILE: OWN + "topic: do-thi\n"})
    assert told(forge, bulletin) == []


def test_a_record_that_was_renamed_on_the_other_branch_is_no_clash(
    forge: Path, bulletin: Run
) -> None:
    on_the_other_branch(forge, {FILE: THEIRS})
    git(forge, "switch", "-q", "khac")
    commit(forge, {path_of("TT-2026-0008"): THEIRS.replace(ID, "TT-2026-0008")}, FILE)
    git(forge, "switch", "-q", "main")
    commit(forge, {FILE: OWN})
    assert told(forge, bulletin) == []


def test_what_cites_an_id_that_is_another_record_after_the_merge_is_told(
    forge: Path, bulletin: Run
) -> None:
    on_the_other_branch(forge, {FILE: THEIRS})
    commit(forge, {FILE: OWN, CITING: CONCERN})
    commit(forge, {path_of("TT-2026-0008"): OWN.replace(ID, "TT-2026-0008")}, FILE)
    git(forge, "merge", "-q", "--no-edit", "khac")
    ((path, severity, message),) = told(forge, bulletin)
    assert (path, severity) == (CITING, "warning")
    assert "“Mùi lạ của nước”" in message and "“Rác ở chợ”" in message
    assert "bản ghi định nêu: TT-2026-0008" in bulletin(forge, *AT, "check").stdout
    commit(forge, {CITING: CONCERN.replace("0007", "0008")})
    assert told(forge, bulletin) == []


def test_renaming_while_the_branches_are_merged_is_told_as_well(forge: Path, bulletin: Run) -> None:
    on_the_other_branch(forge, {FILE: THEIRS})
    commit(forge, {FILE: OWN, CITING: CONCERN})
    git(forge, "merge", "-q", "--no-edit", "-s", "ours", "khac")
    files = {FILE: THEIRS, path_of("TT-2026-0008"): OWN.replace(ID, "TT-2026-0008")}
    commit(forge, files)
    assert [path for path, _, _ in told(forge, bulletin)] == [CITING]


def test_an_id_given_twice_to_one_record_says_nothing(forge: Path, bulletin: Run) -> None:
    """Taken out and put back in another shape: what cites it still means it."""
    commit(forge, {FILE: OWN, CITING: CONCERN})
    commit(forge, {}, FILE)
    commit(forge, {FILE: OWN + "topic: do-thi\n"})
    assert told(forge, bulletin) == []


def test_a_warning_of_a_branch_can_be_waived(forge: Path, bulletin: Run) -> None:
    on_the_other_branch(forge, {FILE: THEIRS})
    programme = forge / "content/registry/programme.yml"
    waiver = f"{{code: BT108, record: {ID}, reason: Nhánh thử, by: dan-van, until: 2026-12-31}}"
    text = f"{programme.read_text('utf-8')}waivers: [{waiver}]\n"
    commit(forge, {FILE: OWN, "content/registry/programme.yml": text})
    assert told(forge, bulletin) == []
