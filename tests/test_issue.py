"""Releasing takes every party; stopping takes one; what is refused writes nothing."""

import hashlib
from pathlib import Path

import orjson
import pytest

from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.views.bulletin.bulletin_print import bulletin_job
from tests.conftest import Run
from tests.support import pdf

LATER = "2026-11-30T22:00+07:00"
FACT = "content/records/information/2026/TT-2026-0004.yml"


def state_of(folder: Path) -> str:
    """The digest of every file below content/."""
    files = sorted(path for path in (folder / "content").rglob("*") if path.is_file())
    found = hashlib.sha256()
    for path in files:
        found.update(f"{path}\0".encode() + path.read_bytes())
    return found.hexdigest()


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def approve(run: Run, folder: Path, record: str, *units: str) -> None:
    for unit in units or ("tuyen-giao", "dan-van"):
        by = ("--unit", unit, "--office", "truong-ban")
        ran = run(folder, "--at", LATER, "approve", record, *by)
        assert ran.returncode == 0, ran.stderr


def issue(run: Run, folder: Path, *options: str) -> tuple[int, str]:
    ran = run(folder, "--at", LATER, "issue", *options)
    return ran.returncode, ran.stdout + ran.stderr


CORRECTION = ("BT-2026-0008", "--relation", "correction", "--change-note", "Sửa số mẫu.")


def test_a_changed_fact_stops_the_issue_until_it_is_changed_back(
    workspace: Path, bulletin: Run
) -> None:
    before = state_of(workspace)
    change(workspace / FACT, "21 mẫu", "22 mẫu")
    changed = state_of(workspace)
    checked = bulletin(workspace, "--at", LATER, "check")
    for unit in ("tuyen-giao", "dan-van"):
        assert f"content/approvals/ND-2026-0002/{unit}.yml" in checked.stdout
    assert "statement trong TT-2026-0004" in checked.stdout
    code, said = issue(bulletin, workspace, *CORRECTION)
    assert (code, "BT402" in said, state_of(workspace)) == (1, True, changed)
    change(workspace / FACT, "22 mẫu", "21 mẫu")
    assert state_of(workspace) == before
    again = bulletin(workspace, "--at", LATER, "check")
    assert (again.returncode, again.stdout) == (0, "")


def test_one_party_alone_cannot_release(workspace: Path, bulletin: Run) -> None:
    change(workspace / FACT, "21 mẫu", "22 mẫu")
    approve(bulletin, workspace, "BT-2026-0008", "tuyen-giao")
    code, said = issue(bulletin, workspace, *CORRECTION)
    assert code == 1
    assert "Ban Dân vận" in said
    assert not (workspace / "content/editions/BT-2026-0008/v2.json").exists()


def test_all_parties_together_release_a_correction(workspace: Path, bulletin: Run) -> None:
    change(workspace / FACT, "21 mẫu", "22 mẫu")
    approve(bulletin, workspace, "BT-2026-0008")
    first = (workspace / "content/editions/BT-2026-0008/v1.json").read_bytes()
    code, said = issue(bulletin, workspace, *CORRECTION)
    assert code == 0, said
    second = orjson.loads((workspace / "content/editions/BT-2026-0008/v2.json").read_bytes())
    assert second["relation"] == "correction"
    assert second["previous"]["edition"] == "BT-2026-0008/v1"
    assert "22 mẫu" in second["records"]["TT-2026-0004"]["statement"]
    assert (workspace / "content/editions/BT-2026-0008/v1.json").read_bytes() == first
    assert bulletin(workspace, "verify").returncode == 0
    differs = bulletin(workspace, "diff", "BT-2026-0008", "1", "2").stdout
    assert "TT-2026-0004" in differs
    assert "22 mẫu" in differs


def test_a_next_version_needs_its_relation_and_a_note(workspace: Path, bulletin: Run) -> None:
    for options in (("BT-2026-0008",), ("BT-2026-0008", "--relation", "update")):
        code, said = issue(bulletin, workspace, *options)
        assert (code, "--change-note" in said) == (1, True)


def test_an_unchanged_version_is_refused(workspace: Path, bulletin: Run) -> None:
    code, said = issue(bulletin, workspace, "BT-2026-0008", *CORRECTION[1:])
    assert (code, "BT704" in said) == (1, True)


def test_a_withdrawal_is_always_possible_and_repeats_the_last_version(
    workspace: Path, bulletin: Run
) -> None:
    change(workspace / FACT, "21 mẫu", "22 mẫu")
    note = ("--relation", "withdrawal", "--change-note", "Thu hồi để rà soát.")
    code, said = issue(bulletin, workspace, "BT-2026-0008", *note)
    assert (code, "--unit … --office …" in said) == (2, True)
    by = ("--unit", "dan-van", "--office", "truong-ban")
    code, said = issue(bulletin, workspace, "BT-2026-0008", *note, *by)
    assert code == 0, said
    folder = workspace / "content/editions/BT-2026-0008"
    first, second = (orjson.loads((folder / f"v{n}.json").read_bytes()) for n in (1, 2))
    assert second["records"] == first["records"]
    assert second["withdrawn_by"] == {"unit": "dan-van", "office": "truong-ban"}
    edition = Edition.model_validate(second)
    sheet = bulletin_job(edition, None, Language.VI, b"{}").html
    assert "đã phê duyệt" not in sheet
    assert "đã thu hồi lúc" in sheet
    assert "Đã thu hồi, không còn hiệu lực" in sheet
    assert bulletin(workspace, "verify").returncode == 0


def test_nothing_is_issued_before_the_newest_edition(workspace: Path, bulletin: Run) -> None:
    ran = bulletin(workspace, "--at", "2026-11-22T10:00+07:00", "issue", *CORRECTION)
    assert (ran.returncode, "sớm hơn BT-2026-0008/v1" in ran.stderr) == (1, True)


def test_nothing_is_recalled_before_it_was_issued(workspace: Path, bulletin: Run) -> None:
    early = ("--at", "2026-11-19T08:00+07:00", "recall", "ND-2026-0002", "--reason", "Nhầm.")
    ran = bulletin(workspace, *early, "--unit", "dan-van", "--office", "truong-ban")
    assert (ran.returncode, "bản đầu tiên" in ran.stderr) == (1, True)
    assert not (workspace / "content/recalls").exists()


def test_one_party_recalls_an_issued_message(workspace: Path, bulletin: Run) -> None:
    by = ("--unit", "dan-van", "--office", "truong-ban", "--reason", "Có số liệu mới: chờ xác minh")
    ran = bulletin(workspace, "--at", LATER, "recall", "ND-2026-0002", *by)
    assert ran.returncode == 0
    assert bulletin(workspace, "--at", LATER, "check").returncode == 0
    code, said = issue(bulletin, workspace, *CORRECTION)
    assert (code, "BT705" in said) == (1, True)


@pytest.mark.parametrize(
    ("unit", "office", "named"),
    [("ubnd", "chu-tich", "tuyen-giao, dan-van"), ("dan-van", "giam-doc", "truong-ban")],
)
def test_only_a_valid_office_of_a_party_signs(
    unit: str, office: str, named: str, workspace: Path, bulletin: Run
) -> None:
    before = state_of(workspace)
    ran = bulletin(workspace, "approve", "BT-2026-0008", "--unit", unit, "--office", office)
    assert (ran.returncode, named in ran.stderr) == (2, True)
    assert state_of(workspace) == before


def test_what_holds_an_error_cannot_be_approved(workspace: Path, bulletin: Run) -> None:
    change(workspace / FACT, "topic: moi-truong", "topic: moi-truogn")
    by = ("--unit", "dan-van", "--office", "truong-ban")
    ran = bulletin(workspace, "approve", "ND-2026-0002", *by)
    assert (ran.returncode, "BT201" in ran.stdout) == (1, True)


def test_a_refusal_by_a_party_holds_the_record(workspace: Path, bulletin: Run) -> None:
    by = ("--unit", "dan-van", "--office", "truong-ban", "--reject", "--reason", "Câu 2 chưa rõ.")
    assert bulletin(workspace, "--at", LATER, "approve", "ND-2026-0002", *by).returncode == 0
    assert "BT403" in bulletin(workspace, "--at", LATER, "check").stdout


def test_wrong_use_is_exit_2_in_one_sentence(tmp_path: Path, bulletin: Run) -> None:
    for arguments in (("check",), ("explain", "BT999"), ("schema", "poem"), ("--at", "x", "check")):
        ran = bulletin(tmp_path, *arguments)
        assert ran.returncode == 2, arguments
        assert "Traceback" not in ran.stderr
        assert len(ran.stderr.strip().splitlines()) == 1


def test_the_desk_and_the_reasons_name_who_must_act(workspace: Path, bulletin: Run) -> None:
    change(workspace / FACT, "21 mẫu", "22 mẫu")
    desk = bulletin(workspace, "--at", LATER, "status").stdout
    assert "chờ phê duyệt" in desk
    reasons = bulletin(workspace, "--at", LATER, "why", "ND-2026-0002").stdout
    assert "không còn giá trị vì nội dung đã đổi" in reasons
    assert FACT in reasons
    english = bulletin(workspace, "--at", LATER, "--lang", "en", "why", "ND-2026-0002").stdout
    assert "has lapsed, the content changed" in english


def test_a_bulletins_own_attachment_is_frozen_with_it(workspace: Path, bulletin: Run) -> None:
    attached = workspace / "content/attachments/lich-truc.pdf"
    attached.parent.mkdir()
    attached.write_bytes(pdf("shift plan"))
    plan = workspace / "content/bulletins/2026/BT-2026-0008.yml"
    named = "attachments: [{file: lich-truc.pdf, title: Lịch trực, description: Bảng trực tuần}]\n"
    plan.write_text(plan.read_text("utf-8") + named, "utf-8")
    approve(bulletin, workspace, "BT-2026-0008")
    code, said = issue(bulletin, workspace, *CORRECTION)
    assert code == 0, said
    edition = orjson.loads((workspace / "content/editions/BT-2026-0008/v2.json").read_bytes())
    assert list(edition["attachments"]) == ["lich-truc.pdf"]
    assert bulletin(workspace, "verify").returncode == 0
    attached.write_bytes(pdf("another"))
    assert bulletin(workspace, "verify").returncode == 0, "a copy was kept when it was issued"
    [kept] = (workspace / "content/attachments/issued").rglob("lich-truc.pdf")
    kept.write_bytes(pdf("a third"))
    assert "lich-truc.pdf" in bulletin(workspace, "verify").stdout


def test_the_site_carries_both_files_that_were_issued_under_one_name(
    workspace: Path, bulletin: Run
) -> None:
    attached = workspace / "content/attachments/lich-truc.pdf"
    attached.parent.mkdir()
    plan = workspace / "content/bulletins/2026/BT-2026-0008.yml"
    named = "attachments: [{file: lich-truc.pdf, title: Lịch trực, description: Bảng trực tuần}]\n"
    plan.write_text(plan.read_text("utf-8") + named, "utf-8")
    first, second = pdf("shift plan"), pdf("another plan")
    for content in (first, second):
        attached.write_bytes(content)
        approve(bulletin, workspace, "BT-2026-0008")
        code, said = issue(bulletin, workspace, *CORRECTION)
        assert code == 0, said
    built = bulletin(workspace, "build", "--no-pdf", "--as-of", LATER)
    assert built.returncode == 0, built.stderr
    site = workspace / "site"
    older = f"{hashlib.sha256(first).hexdigest()[:12]}/lich-truc.pdf"
    assert (site / "attachments/lich-truc.pdf").read_bytes() == second
    assert (site / "attachments" / older).read_bytes() == first
    page = (site / "bulletins/BT-2026-0008/v2/index.html").read_text("utf-8")
    assert f'href="../../../attachments/{older}"' in page
    assert bulletin(workspace, "verify", str(site)).returncode == 0
    assert bulletin(workspace, "verify").returncode == 0
