"""What comes after an approval: a recall, another version, a corrected registry, a late end."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.exercise import Desk, plan, record_files
from tests.support import REGISTRY, git
from tests.test_desk import written_to

FIRST, UNITS = "BT-2026-0001", "content/registry/units.yml"
PLAN = f"content/bulletins/2026/{FIRST}.yml"
PARTIES = ("tuyen-giao", "dan-van")
DAYS = [("--at", f"2026-12-0{day}T09:00+07:00") for day in range(2, 7)]


def by(unit: str) -> tuple[str, ...]:
    return "--unit", unit, "--office", "truong-ban"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace in which the first bulletin was issued."""
    desk = Desk(record_files() | plan(FIRST, ["ND-2026-0001"], mode="exercise"))
    desk.issue(FIRST)
    return written_to(tmp_path, desk.files)


def change(folder: Path, path: str, before: str, after: str) -> None:
    text = (folder / path).read_text("utf-8")
    assert before in text
    (folder / path).write_text(text.replace(before, after), "utf-8")


def ready_when_recalled(bulletin: Run, folder: Path) -> None:
    """A correction is ready, approved by all; then one party recalls the bulletin."""
    change(folder, PLAN, "Nước đã được kiểm nghiệm.", "Nước đã được kiểm nghiệm lại.")
    approve(bulletin, folder, DAYS[0], *PARTIES)
    stop = ("recall", FIRST, *by("dan-van"), "--reason", "Sai số mẫu.")
    assert bulletin(folder, *DAYS[1], *stop).returncode == 0


def approve(bulletin: Run, folder: Path, at: tuple[str, str], *units: str) -> None:
    for unit in units:
        ran = bulletin(folder, *at, "approve", FIRST, *by(unit))
        assert ran.returncode == 0, ran.stdout + ran.stderr


CORRECTS = ("issue", FIRST, "--relation", "correction", "--change-note", "Sửa cho đúng.")


def test_what_was_approved_before_a_recall_is_not_released_after_it(
    folder: Path, bulletin: Run
) -> None:
    ready_when_recalled(bulletin, folder)
    ran = bulletin(folder, *DAYS[2], *CORRECTS)
    assert (ran.returncode, ran.stdout.count("BT402")) == (1, 2), ran.stdout + ran.stderr
    assert "vì bản tin này đã bị thu hồi sau đó" in ran.stdout
    approve(bulletin, folder, DAYS[2], "tuyen-giao")
    ran = bulletin(folder, *DAYS[2], *CORRECTS)
    assert (ran.returncode, ran.stdout.count("BT402")) == (1, 1), ran.stdout + ran.stderr
    asked = bulletin(folder, *DAYS[2], "approve", FIRST, *by("dan-van")).stdout
    assert "không còn giá trị vì bản tin này đã bị thu hồi sau đó" in " ".join(asked.split())
    assert bulletin(folder, *DAYS[2], *CORRECTS).returncode == 0
    assert bulletin(folder, *DAYS[3], "verify").returncode == 0
    assert "bị thu hồi" not in bulletin(folder, *DAYS[3], "status", FIRST).stdout


def test_an_edition_issued_on_approvals_before_a_recall_stays_stopped(
    folder: Path, bulletin: Run
) -> None:
    """A verb of yesterday, or a hand, may have issued it: it shows nothing, and blocks nothing."""
    ready_when_recalled(bulletin, folder)
    recall = folder / f"content/recalls/{FIRST}.yml"
    kept = recall.read_bytes()
    recall.unlink()
    assert bulletin(folder, *DAYS[2], *CORRECTS).returncode == 0
    recall.write_bytes(kept)
    out = ("--out", str(folder / "site"))
    assert bulletin(folder, *DAYS[3], "build", "--no-pdf", *out).returncode == 0
    page = (folder / f"site/bulletins/{FIRST}/v2/index.html").read_text("utf-8")
    assert "kiểm nghiệm lại" not in page


@pytest.mark.parametrize("changed", [True, False])
def test_a_recall_of_the_version_lapses_older_approvals_too(
    folder: Path, bulletin: Run, *, changed: bool
) -> None:
    """Also those of a correction that was ready: one party stopped it meanwhile."""
    if changed:
        change(folder, PLAN, "Nước đã được kiểm nghiệm.", "Nước đã được kiểm nghiệm lại.")
        approve(bulletin, folder, DAYS[0], *PARTIES)
    stop = ("recall", f"{FIRST}/v1", *by("dan-van"), "--reason", "Sai số mẫu.")
    assert bulletin(folder, *DAYS[1], *stop).returncode == 0
    before = {path: path.read_bytes() for path in (folder / "content").rglob("*.json")}
    ran = bulletin(folder, *DAYS[2], *CORRECTS)
    assert (ran.returncode, ran.stdout.count("BT402")) == (1, 2), ran.stdout + ran.stderr
    assert before == {path: path.read_bytes() for path in (folder / "content").rglob("*.json")}
    approve(bulletin, folder, DAYS[2], *PARTIES)
    assert bulletin(folder, *DAYS[2], *CORRECTS).returncode == 0
    assert bulletin(folder, *DAYS[3], "verify").returncode == 0


def test_nothing_is_issued_that_the_next_reader_would_refuse(
    folder: Path, bulletin: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(folder, PLAN, "Nước đã được kiểm nghiệm.", "Nước đã được kiểm nghiệm lại.")
    approve(bulletin, folder, DAYS[0], *PARTIES)
    monkeypatch.setattr("generator.editions.freeze._approvals", lambda *_: [])
    ran = bulletin(folder, *DAYS[0], *CORRECTS)
    assert (ran.returncode, "BT709" in ran.stdout) == (1, True), ran.stdout + ran.stderr
    assert not (folder / f"content/editions/{FIRST}/v2.json").exists()


def test_a_recall_that_git_had_does_not_go(folder: Path, bulletin: Run) -> None:
    stop = ("recall", FIRST, *by("dan-van"), "--reason", "Sai số mẫu.")
    assert bulletin(folder, *DAYS[1], *stop).returncode == 0
    commit(folder, "recalled", first=True)
    (folder / f"content/recalls/{FIRST}.yml").unlink()
    for verb in (("check",), ("verify",), ("build", "--no-pdf", "--out", str(folder / "site"))):
        ran = bulletin(folder, *DAYS[2], *verb)
        told = "BT710" in ran.stdout and f"content/recalls/{FIRST}.yml" in ran.stdout
        assert (ran.returncode, told) == (1, True), (verb, ran.stdout, ran.stderr)
    commit(folder, "gone")
    assert bulletin(folder, *DAYS[2], "verify").returncode == 1


def test_what_all_took_out_comes_back_in_no_other_bulletin_without_them(
    folder: Path, bulletin: Run
) -> None:
    other, path = "BT-2026-0002", PLAN.replace("0001", "0002")
    text = str(plan(other, ["ND-2026-0001"], mode="exercise")[path])
    (folder / path).write_text(text.replace("number: 1", "number: 2"), "utf-8")
    for unit in PARTIES:
        assert bulletin(folder, *DAYS[0], "approve", other, *by(unit)).returncode == 0
    redact = ("redact", FIRST, "v1")
    assert bulletin(folder, *DAYS[1], *redact, "--reason", "Có dữ liệu cá nhân.").returncode == 0
    for unit in PARTIES:
        assert bulletin(folder, *DAYS[1], "approve", f"{FIRST}/v1", *by(unit)).returncode == 0
    assert bulletin(folder, *DAYS[1], *redact).returncode == 0
    ran = bulletin(folder, *DAYS[2], "issue", other)
    assert (ran.returncode, "đã được các bên gỡ bỏ sau đó" in ran.stdout) == (1, True), ran.stdout


def test_a_bulletin_withdrawn_by_mistake_is_released_again_by_all(
    folder: Path, bulletin: Run
) -> None:
    withdraw = ("issue", FIRST, "--relation", "withdrawal", "--change-note", "Rút nhầm.")
    assert bulletin(folder, *DAYS[0], *withdraw, *by("dan-van")).returncode == 0
    approve(bulletin, folder, DAYS[1], "dan-van")
    waiting = bulletin(folder, *DAYS[1], "status").stdout.partition("Ban Tuyên giáo")[2]
    assert f"{FIRST} 03/12/2026 phê duyệt lại" in " ".join(waiting.split()), waiting
    approve(bulletin, folder, DAYS[1], "tuyen-giao")
    again = ("issue", FIRST, "--relation", "update", "--change-note", "Rút nhầm.")
    ran = bulletin(folder, *DAYS[1], *again)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert bulletin(folder, *DAYS[2], "verify").returncode == 0


def test_the_words_of_an_older_version_need_new_approvals(folder: Path, bulletin: Run) -> None:
    approvals = {p: p.read_bytes() for p in (folder / f"content/approvals/{FIRST}").iterdir()}
    before = (folder / PLAN).read_bytes()
    change(folder, PLAN, "Nước đã được kiểm nghiệm.", "Nước đã được kiểm nghiệm lại.")
    approve(bulletin, folder, DAYS[0], *PARTIES)
    assert bulletin(folder, *DAYS[0], *CORRECTS).returncode == 0
    (folder / PLAN).write_bytes(before)
    for path, content in approvals.items():
        path.write_bytes(content)
    ran = bulletin(folder, *DAYS[1], *CORRECTS)
    assert (ran.returncode, ran.stdout.count("BT402")) == (1, 2), ran.stdout + ran.stderr
    assert "vì sau đó đã phát hành một bản khác của bản tin này" in ran.stdout


def test_a_wrong_telephone_of_an_issued_bulletin_is_corrected(folder: Path, bulletin: Run) -> None:
    ran = bulletin(folder, *DAYS[0], "approve", FIRST, *by("dan-van"))
    assert (ran.returncode, "chưa có gì mới để phê duyệt" in ran.stderr) == (1, True), ran.stderr
    change(folder, UNITS, "email: truc-ban.dan-van@example.vn", 'phone: "024 3355 9999"')
    ran = bulletin(folder, *DAYS[0], *CORRECTS)
    assert (ran.returncode, "bulletin approve" in ran.stdout) == (1, True), ran.stdout
    ran = bulletin(folder, *DAYS[0], "approve", FIRST, *by("dan-van"))
    assert ran.returncode == 0, ran.stderr
    assert "Chưa được tính" not in ran.stderr and "Ban Tuyên giáo" in ran.stderr
    status = bulletin(folder, *DAYS[0], "status").stdout
    waiting = " ".join(status.partition("Ban Tuyên giáo")[2].split())
    assert f"{FIRST} 02/12/2026 phê duyệt lại" in waiting, status
    approve(bulletin, folder, DAYS[0], "tuyen-giao")
    assert bulletin(folder, *DAYS[0], *CORRECTS).returncode == 0
    assert bulletin(folder, *DAYS[1], "verify").returncode == 0
    assert "024 3355 9999" in (folder / f"content/editions/{FIRST}/v2.json").read_text("utf-8")


def test_an_end_that_is_told_late_makes_no_given_approval_wrong(
    folder: Path, bulletin: Run
) -> None:
    unit = "  - id: dan-van\n"
    end = f"{unit}    valid: {{until: 2026-11-30}}\n    successor: ubnd\n"
    (folder / UNITS).write_text(REGISTRY[UNITS].replace(unit, end), "utf-8")
    said = bulletin(folder, *DAYS[0], "check").stdout
    approvals = f"content/approvals/{FIRST}/dan-van.yml"
    assert approvals not in said, said
    change(folder, approvals, "decision: approve", "decision: approve\nreason: Đồng ý.")
    change(folder, approvals, "office: truong-ban", "office: pho-truong-ban")
    assert approvals in bulletin(folder, *DAYS[0], "check").stdout, "no edition was issued on it"


def test_an_own_edition_that_was_dropped_is_issued_again(folder: Path, bulletin: Run) -> None:
    path, head = folder / f"content/editions/{FIRST}/v2.json", folder / "content/editions/head.json"
    first = head.read_bytes()
    change(folder, PLAN, "Nước đã được kiểm nghiệm.", "Nước đã được kiểm nghiệm lại.")
    approve(bulletin, folder, DAYS[0], *PARTIES)
    assert bulletin(folder, *DAYS[0], *CORRECTS).returncode == 0
    commit(folder, "issued", first=True)
    issued = path.read_bytes()
    path.unlink()
    head.write_bytes(first)
    commit(folder, "dropped")
    ran = bulletin(folder, *DAYS[1], *CORRECTS)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert path.read_bytes() != issued
    ran = bulletin(folder, *DAYS[2], "verify")
    assert ran.returncode == 0, ran.stdout
    commit(folder, "again")
    assert bulletin(folder, *DAYS[2], "verify").returncode == 0


def commit(folder: Path, message: str, *, first: bool = False) -> None:
    if first:
        git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)


def test_a_bulletin_recalled_by_mistake_is_released_again_by_all(
    folder: Path, bulletin: Run
) -> None:
    stop = ("recall", FIRST, *by("dan-van"), "--reason", "Nhầm bản tin.")
    assert bulletin(folder, *DAYS[0], *stop).returncode == 0
    again = ("issue", FIRST, "--relation", "update", "--change-note", "Thu hồi nhầm.")
    ran = bulletin(folder, *DAYS[1], *again)
    assert (ran.returncode, ran.stdout.count("BT402")) == (1, 2), ran.stdout
    approve(bulletin, folder, DAYS[1], *PARTIES)
    ran = bulletin(folder, *DAYS[1], *again)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert bulletin(folder, *DAYS[2], "verify").returncode == 0
