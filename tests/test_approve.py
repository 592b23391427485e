"""`approve` shows the words that are signed and what is new in them, and tells what follows."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.support import BASE, FACT, as_bytes, git

AT = ("--at", "2026-12-01T09:00+07:00")
LATER = ("--at", "2026-12-01T15:00+07:00")
ND = "content/records/message/2026/ND-2026-0002.yml"
BY = {unit: ("--unit", unit, "--office", "truong-ban") for unit in ("tuyen-giao", "dan-van")}
MESSAGE = """id: ND-2026-0002
title: An toàn nước sinh hoạt
unit: tuyen-giao
created: 2026-11-29
areas: [song-xanh]
topic: moi-truong
audience: [residents]
question: Nước sinh hoạt có an toàn không?
say:
  - {text: Cả 21 mẫu nước đều đạt quy chuẩn., because: [TT-2026-0001]}
do_not_say:
  - {text: Nước sạch tuyệt đối., why: Chưa ai kết luận như vậy.}
basis: [VB-2024-0001]
contact: dan-van
valid: {from: 2026-11-29T18:00+07:00, until: 2026-12-15T18:00+07:00}
next_update: 2026-12-05T17:00+07:00
"""
MATTER = """id: TD-2026-0001
title: Cách nói về nước
unit: dan-van
created: 2026-11-28
about: [ND-2026-0002]
outcome: differing
positions:
  - {unit: dan-van, opinion: Nói sớm.}
  - {unit: tuyen-giao, opinion: Nói khi chắc.}
referral: {to: btv, on: 2026-11-29, reference: Tờ trình 1}
conclusion: {by: btv, on: 2026-12-01, text: Nói ngay., decision: directed, reference: Kết luận 1}
"""
TALK = "content/records/consultation/2026/TD-2026-0001.yml"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A message ready to be approved, in git."""
    for path, content in as_bytes({**BASE, ND: MESSAGE, "mkdocs.yml": ""}).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    git(tmp_path, "init", "-qb", "main")
    commit(tmp_path)
    return tmp_path


def commit(folder: Path) -> None:
    git(folder, "add", "content")
    git(folder, "commit", "-qm", "x")


def change(folder: Path, path: str, before: str, after: str) -> None:
    text = (folder / path).read_text("utf-8")
    assert before in text
    (folder / path).write_text(text.replace(before, after), "utf-8")


def test_every_sentence_is_shown_with_its_basis(workspace: Path, bulletin: Run) -> None:
    shown = bulletin(workspace, *AT, "approve", "ND-2026-0002", *BY["dan-van"]).stdout
    assert "Nói: Cả 21 mẫu nước đều đạt quy chuẩn. (TT-2026-0001)" in shown
    assert "Không nói · Vì sao: Chưa ai kết luận như vậy." in shown
    assert "Nội dung: Cả 21 mẫu nước lấy ngày 27/11/2026 đạt quy chuẩn." in shown


def test_it_says_who_is_missing_and_what_to_type(workspace: Path, bulletin: Run) -> None:
    first = bulletin(workspace, *AT, "approve", "ND-2026-0002", *BY["dan-van"]).stderr
    assert "Còn thiếu phê duyệt của: Ban Tuyên giáo." in first
    assert 'git commit -m "Phê duyệt ND-2026-0002"' in first
    assert "bulletin approve ND-2026-0002 --unit tuyen-giao" in first
    last = bulletin(workspace, *AT, "approve", "ND-2026-0002", *BY["tuyen-giao"]).stderr
    assert "Còn thiếu" not in last
    assert "“include”" in last


def test_what_changed_since_the_party_approved_is_shown_and_the_rest_is_not(
    workspace: Path, bulletin: Run
) -> None:
    bulletin(workspace, *AT, "approve", "ND-2026-0002", *BY["dan-van"])
    commit(workspace)
    change(workspace, FACT, "Cả 21 mẫu", "Cả 20 mẫu")
    shown = bulletin(workspace, *LATER, "approve", "ND-2026-0002", *BY["dan-van"]).stdout
    assert "Đã đổi từ lần phê duyệt trước (lúc 9 giờ 00 ngày 01/12/2026):" in shown
    assert "- Cả 21 mẫu nước lấy ngày" in shown and "+ Cả 20 mẫu nước lấy ngày" in shown
    assert "ND-2026-0002  nội dung định hướng thống nhất" in shown
    assert "Cả 21 mẫu nước đều đạt quy chuẩn." not in shown  # the message itself is as it was


def test_what_git_does_not_keep_is_told_as_that(workspace: Path, bulletin: Run) -> None:
    bulletin(workspace, *AT, "approve", "ND-2026-0002", *BY["dan-van"])
    change(workspace, FACT, "Cả 21 mẫu", "Cả 20 mẫu")
    (workspace / ".git").rename(workspace / "git-of-another")
    told = bulletin(workspace, *LATER, "approve", "ND-2026-0002", *BY["dan-van"])
    assert "nay không còn giữ" in told.stdout
    assert "git" not in told.stderr


def test_an_approval_that_does_not_count_is_told_at_once(workspace: Path, bulletin: Run) -> None:
    (workspace / TALK).parent.mkdir(parents=True)
    (workspace / TALK).write_text(MATTER, "utf-8")
    unaware = bulletin(workspace, *AT, "approve", "ND-2026-0002", *BY["dan-van"])
    assert "Chưa được tính: hôm nay cấp quyết định mới kết luận TD-2026-0001" in unaware.stderr
    change(workspace, ND, "because: [TT-2026-0001]", "because: [TT-2026-0001, TD-2026-0001]")
    aware = bulletin(workspace, *AT, "approve", "ND-2026-0002", *BY["dan-van"])
    assert "Chưa được tính" not in aware.stderr


def test_a_record_that_nobody_has_to_approve_is_told_as_that(
    workspace: Path, bulletin: Run
) -> None:
    told = bulletin(workspace, *AT, "approve", "TT-2026-0001", *BY["dan-van"]).stderr
    assert "Chưa được tính: bản ghi loại này không cần phê duyệt riêng" in told


def test_a_message_out_of_use_is_told_as_that(workspace: Path, bulletin: Run) -> None:
    after = ("--at", "2026-12-16T09:00+07:00")
    told = bulletin(workspace, *after, "approve", "ND-2026-0002", *BY["dan-van"]).stderr
    assert "Chưa được tính: nội dung này không còn dùng" in told


def test_a_rejection_says_what_becomes_of_it(workspace: Path, bulletin: Run) -> None:
    no = ("--reject", "--reason", "Chưa nêu nơi lấy mẫu")
    told = bulletin(workspace, *AT, "approve", "ND-2026-0002", *BY["dan-van"], *no).stderr
    assert "bulletin new consultation" in told
