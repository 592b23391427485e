"""The desk: what waits for whom and since when, in `status` and `why`, from one model."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from generator.base.text import Language
from generator.model.desk.desk import DeskItem, by_unit
from generator.model.desk.desk_state import desk_state
from generator.model.kinds import KINDS, path_of
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.directive import Directive
from generator.model.record.record import Record
from generator.pipeline import compile_content, compile_desk
from tests.conftest import ROOT, Run
from tests.exercise import BODIES, week
from tests.support import BASE, MOMENT, Files, approval, as_bytes, corpus_of, in_memory

AT = ("--at", MOMENT.isoformat())
R = "content/records"
ND = f"{R}/message/2026/ND-2026-0002.yml"
MESSAGE = """id: ND-2026-0002
title: An toàn nước sinh hoạt
unit: tuyen-giao
created: 2026-11-29
areas: [song-xanh]
topic: moi-truong
audience: [residents]
question: Nước sinh hoạt hiện nay có an toàn không?
say:
  - {text: Cả 21 mẫu nước đều đạt quy chuẩn., because: [TT-2026-0001]}
basis: [VB-2024-0001]
contact: dan-van
valid: {from: 2026-11-29T18:00+07:00, until: 2026-12-15T18:00+07:00}
next_update: 2026-12-05T17:00+07:00
"""
NEW_FACT = """id: TT-2026-0009
title: Lịch xe cấp nước
unit: ubnd
created: 2026-11-27
areas: [song-xanh]
topic: do-thi
nature: fact
statement: Xe cấp nước đi theo lịch của từng tổ.
source: {kind: document, received: 2026-11-28}
"""
MATTER = """id: TD-2026-0001
title: Cách báo lịch cắt nước
unit: dan-van
created: 2026-11-24
areas: [song-xanh]
topic: moi-truong
about: [ND-2026-0002]
important: true
"""
MET = """meeting:
  on: 2026-11-26
  chaired_by: dan-van
  attended: [{unit: dan-van, office: truong-ban}, {unit: tuyen-giao, office: truong-ban}]
"""
ONE = "outcome: differing\npositions:\n  - {unit: dan-van, opinion: Báo sớm.}\n"
BOTH = ONE + "  - {unit: tuyen-giao, opinion: Báo khi chắc.}\n"
REFERRED = BOTH + "referral: {to: btv, on: 2026-11-28}\n"
SENT_BACK = (
    REFERRED
    + "conclusion: {by: btv, on: 2026-11-30, text: Làm rõ thêm., decision: verify_further}\n"
)
EVENT = """id: SV-2026-0001
title: Nước có mùi lạ
unit: tuyen-giao
created: 2026-11-20
timeline:
  - {at: 2026-11-21T06:30+07:00, text: Phản ánh đầu tiên., because: [TT-2026-0001]}
forecast: [{scenario: Câu hỏi tăng., likelihood: likely, until: 2026-11-27}]
tasks:
  - {do: Lấy mẫu hằng ngày., unit: ubnd, due: 2026-11-25, status: doing}
  - {do: Súc xả tuyến ống., unit: ubnd, due: 2026-12-25}
  - {do: Lập bản đồ., unit: dan-van, due: 2026-11-22, status: done}
contact: dan-van
next_update: 2026-11-30T17:00+07:00
"""
QUIET_EVENT = """id: SV-2026-0002
title: Nước đục
unit: tuyen-giao
created: 2026-11-20
level: complex
urgency: urgent
started: 2026-11-20T06:30+07:00
known: [{text: Nước đạt quy chuẩn., because: [TT-2026-0001]}]
contact: dan-van
areas: [song-xanh]
topic: moi-truong
timeline:
  - {at: 2026-11-21T06:30+07:00, text: Phản ánh đầu tiên., because: [TT-2026-0001]}
next_update: 2026-12-03T17:00+07:00
"""
EVENT_OPEN = f"{R}/event/2026/SV-2026-0002.yml"
DL = """id: DL-2026-0001
title: Dư luận tuần 48
unit: dan-van
created: 2026-11-28
areas: [song-xanh]
topic: moi-truong
period: {from: 2026-11-21, until: 2026-11-27}
method: {reports: 24, channels: [hotline], limits: Chưa nghe khu nhà trọ.}
streams:
  - summary: Đề nghị công bố kết quả hằng ngày.
    kind: request
    tendency: concerned
    breadth: many
    intensity: high
    trend: falling
proposals: [{to: ubnd, text: Bố trí hai xe cấp nước., due: 2026-12-09}]
"""
DL_FILE = f"{R}/opinion/2026/DL-2026-0001.yml"
VB = """id: VB-2026-0001
title: Chỉ thị về nước sạch
unit: tuyen-giao
created: 2026-11-20
stage: issued
"""
VB_FILE = f"{R}/directive/2026/VB-2026-0001.yml"
MATTER_FILE = f"{R}/consultation/2026/TD-2026-0001.yml"
FACT_FILE = f"{R}/information/2026/TT-2026-0009.yml"
EVENT_FILE = f"{R}/event/2026/SV-2026-0001.yml"


def desk_of(files: Files, moment: datetime = MOMENT) -> tuple[DeskItem, ...]:
    workspace = in_memory(files, moment)
    return compile_desk(workspace, compile_content(workspace))


def told(items: tuple[DeskItem, ...]) -> list[tuple[str, str | None, str, str, int | None]]:
    """(unit, record, what, since, days late) of each item, in the order of the desk."""
    return [(i.unit, i.record, i.what.vi, str(i.since), i.late) for i in items]


def written_to(folder: Path, files: Files) -> Path:
    """A workspace of the small locality that the command can be run in."""
    written = as_bytes({**BASE, "content/guide/index.md": "# Hướng dẫn\n", **files})
    for path, content in {**written, "mkdocs.yml": (ROOT / "mkdocs.yml").read_bytes()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


# ── what waits for whom, and since when ──────────────────────────────────────────────────────


def test_nothing_waits_where_everything_is_done() -> None:
    assert desk_of({}) == ()


def test_work_is_waited_for_before_it_is_late_in_the_order_of_its_days() -> None:
    """What an event is doing, what is proposed to a unit, a document that is to be submitted."""
    doing = "doing:\n  - {text: Súc xả tuyến ống., unit: ubnd, due: 2026-12-12}\n"
    proposed = VB.replace("stage: issued", "stage: proposed") + "drafted_by: [btv, ubnd]\n"
    items = desk_of({EVENT_OPEN: QUIET_EVENT + doing, DL_FILE: DL, VB_FILE: proposed})
    assert [item for item in told(items) if "cập nhật" not in item[2]] == [
        ("btv", "VB-2026-0001", "trình văn bản đề xuất", "2026-11-20", None),
        ("ubnd", "VB-2026-0001", "trình văn bản đề xuất", "2026-11-20", None),
        ("ubnd", "DL-2026-0001", "trả lời kiến nghị", "2026-11-28", None),
        ("ubnd", "SV-2026-0002", "hoàn thành việc", "2026-11-20", None),
    ]
    assert [str(item.due.date()) for item in items if item.unit == "ubnd" and item.due] == [
        "2026-12-09",
        "2026-12-12",
    ]
    (asked,) = (item for item in items if item.record == "DL-2026-0001")
    assert "Bố trí hai xe cấp nước." in asked.findings[0].diagnostic.message(Language.VI)


@pytest.mark.parametrize("drafting", ["", "drafted_by: [btv, tuyen-giao]\n"])
def test_a_document_is_submitted_by_the_unit_that_keeps_its_record(drafting: str) -> None:
    proposed = VB.replace("stage: issued", "stage: proposed") + drafting
    assert [item.unit for item in desk_of({VB_FILE: proposed})] == ["tuyen-giao"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("due: 2026-12-09", "due: 2026-11-30"),  # past its day
        ("streams:", "note: chưa viết\nsteams:"),  # still being written
    ],
)
def test_a_proposal_waits_until_its_day_and_not_before_its_report_is_written(
    before: str, after: str
) -> None:
    items = desk_of({DL_FILE: DL.replace(before, after)})
    assert "trả lời kiến nghị" not in {item.what.vi for item in items}


def test_what_a_closed_event_did_and_a_document_that_was_submitted_wait_for_nobody() -> None:
    closed = QUIET_EVENT.replace("next_update: 2026-12-03T17:00", "closed: 2026-11-30T17:00")
    doing = "doing:\n  - {text: Súc xả tuyến ống., unit: ubnd, due: 2026-12-12}\n"
    submitted = VB.replace("stage: issued", "stage: submitted")
    assert desk_of({EVENT_OPEN: closed + doing, VB_FILE: submitted}) == ()


def test_a_party_is_waited_for_since_another_approved() -> None:
    earlier = datetime.fromisoformat("2026-11-30T16:00+07:00")
    written = {ND: MESSAGE}
    assert told(desk_of(written)) == [
        ("dan-van", "ND-2026-0002", "phê duyệt", "2026-11-29", None),
        ("tuyen-giao", "ND-2026-0002", "phê duyệt", "2026-11-29", None),
    ]
    one = approval(corpus_of(in_memory(written, earlier)), "ND-2026-0002", "tuyen-giao")
    assert told(desk_of({**written, **one})) == [
        ("dan-van", "ND-2026-0002", "phê duyệt", "2026-11-30", None)
    ]


def test_what_all_agree_to_waits_to_be_printed() -> None:
    corpus = corpus_of(in_memory({ND: MESSAGE}))
    signed = {
        path: text
        for unit in ("tuyen-giao", "dan-van")
        for path, text in approval(corpus, "ND-2026-0002", unit).items()
    }
    assert told(desk_of({ND: MESSAGE, **signed})) == [
        ("tuyen-giao", "ND-2026-0002", "đưa vào một bản tin", "2026-12-01", None)
    ]


def test_an_approval_that_lapsed_is_asked_for_again() -> None:
    signed = approval(corpus_of(in_memory({ND: MESSAGE})), "ND-2026-0002", "dan-van")
    changed = MESSAGE.replace("đều đạt", "đã đạt")
    lapsed = next(i for i in desk_of({ND: changed, **signed}) if i.unit == "dan-van")
    assert (lapsed.what.vi, str(lapsed.since)) == ("phê duyệt lại, nội dung đã đổi", "2026-12-01")


@pytest.mark.parametrize(
    ("stage", "unit", "what", "since"),
    [
        ("", "dan-van", "họp lãnh đạo các bên", "2026-11-24"),
        (MET, "dan-van", "thống nhất và ghi kết quả trao đổi", "2026-11-26"),
        (MET + ONE, "tuyen-giao", "ghi ý kiến của đơn vị mình", "2026-11-26"),
        (MET + BOTH, "dan-van", "trình cấp quyết định", "2026-11-26"),
        (MET + REFERRED, "btv", "kết luận", "2026-11-28"),
        (MET + SENT_BACK, "dan-van", "xác minh thêm rồi trình lại", "2026-11-30"),
    ],
    ids=["meeting", "outcome", "position", "referral", "conclusion", "verify-further"],
)
def test_a_matter_waits_for_whoever_takes_the_next_step(
    stage: str, unit: str, what: str, since: str
) -> None:
    items = desk_of({MATTER_FILE: MATTER + stage, ND: MESSAGE})
    assert told(items)[0] == (unit, "TD-2026-0001", what, since, None)
    assert items[0].holds == ("ND-2026-0002",)


def test_a_matter_that_is_settled_leaves_the_desk() -> None:
    settled = MATTER + MET + "outcome: agreed\nagreement: Báo trước một ngày.\n"
    assert [i.record for i in desk_of({MATTER_FILE: settled, ND: MESSAGE})] == ["ND-2026-0002"] * 2


@pytest.mark.parametrize(
    ("steps", "what", "since"),
    [
        ("", "thẩm tra thông tin", "2026-11-28"),
        ("verification: [{step: examined, on: 2026-11-29, by: ubnd}]\n", "xác minh", "2026-11-29"),
    ],
)
def test_information_waits_for_its_next_step(steps: str, what: str, since: str) -> None:
    (item,) = desk_of({FACT_FILE: NEW_FACT + steps})
    assert (item.unit, str(item.since)) == ("ubnd", since)
    assert item.what.vi.startswith(what)


def test_what_rests_on_it_is_told_there_and_nobody_is_asked_to_sign_yet() -> None:
    rests = MESSAGE.replace("TT-2026-0001", "TT-2026-0009")
    (item,) = desk_of({ND: rests, FACT_FILE: NEW_FACT})
    assert (item.record, item.holds) == ("TT-2026-0009", ("ND-2026-0002",))
    codes = [found.diagnostic.problem.code for found in item.findings]
    assert sorted(codes) == ["", "BT301", "BT401", "BT401"]


DRAFT = """id: ND-2026-0002
title: An toàn nước sinh hoạt
unit: tuyen-giao
created: 2026-11-29
areas: [song-xanh]
topic: moi-truong
audience: [residents]
say:
valid: {from: 2026-11-29T18:00+07:00, until: 2026-12-15T18:00+07:00}
"""
UNFINISHED_FACT = NEW_FACT.replace("statement:", "note:")
PLAN = """id: BT-2026-0001
title: Bản tin nước
unit: dan-van
created: 2026-11-30
kind: quick
number: 1
mode: exercise
circulation: public
period: {from: 2026-11-24, until: 2026-11-30}
highlights: [{text: Nước đạt quy chuẩn., because: [TT-2026-0001]}]
include: [ND-2026-0002, TT-2026-0001]
signers: [{unit: tuyen-giao, office: truong-ban}]
next_issue: 2026-12-08T17:00+07:00
"""
PLAN_FILE = "content/bulletins/2026/BT-2026-0001.yml"


def test_an_unfinished_record_says_what_is_to_be_written_before_anybody_is_asked() -> None:
    (item,) = desk_of({ND: DRAFT})
    assert (item.record, item.unit, item.what.vi) == ("ND-2026-0002", "tuyen-giao", "viết cho xong")
    (found,) = item.findings
    told = found.diagnostic.message(Language.VI)
    assert all(f"{key} (" in told for key in ("say", "question", "basis", "contact"))
    assert (found.span.path, found.span.line) == (ND, 1)  # question is not written at all
    assert "bulletin approve" not in found.diagnostic.fix(Language.VI)


# A consultation waits for its meeting, a document for nothing.
WRITTEN = [kind for kind in KINDS if kind not in (Consultation, Directive)]


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.kind)
def test_a_new_record_of_any_kind_says_what_to_write(kind: type[Record]) -> None:
    record_id = f"{kind.prefix}-2026-0077"
    text = f"id: {record_id}\ntitle: Mới\nunit: dan-van\ncreated: 2026-11-28\n"
    (item,) = desk_of({path_of(record_id): text})
    assert (item.record, item.unit, item.what.vi) == (record_id, "dan-van", "viết cho xong")


def test_what_is_to_be_written_is_named_on_the_desk(tmp_path: Path, bulletin: Run) -> None:
    folder = written_to(tmp_path, {FACT_FILE: UNFINISHED_FACT})
    shown = bulletin(folder, *AT, "status").stdout
    assert "viết cho xong" in shown and "statement (Nội dung)" in shown
    assert "Bilingual" not in shown


def test_an_empty_key_is_pointed_at_where_it_stands() -> None:
    question = DRAFT.replace("say:", "question: Nước có an toàn không?\nsay:")
    (item,) = desk_of({ND: question})
    assert item.findings[0].span.line == question.split("\n").index("say:") + 1


def test_a_bulletin_asks_nobody_while_a_record_in_it_is_being_written() -> None:
    items = desk_of({PLAN_FILE: PLAN, ND: DRAFT})
    assert [(item.record, item.unit, item.what.vi) for item in items if item.code == "BT401"] == [
        ("ND-2026-0002", "tuyen-giao", "viết cho xong")
    ]


def test_a_fact_still_being_written_is_told_once() -> None:
    rests = MESSAGE.replace("TT-2026-0001", "TT-2026-0009")
    (item,) = desk_of({ND: rests, FACT_FILE: UNFINISHED_FACT})
    assert (item.record, item.what.vi, item.holds) == (
        "TT-2026-0009",
        "viết cho xong",
        ("ND-2026-0002",),
    )


def test_what_is_written_in_full_is_asked_for() -> None:
    items = desk_of({PLAN_FILE: PLAN, ND: MESSAGE})
    assert [(item.record, item.what.vi) for item in items] == [("BT-2026-0001", "phê duyệt")] * 2


def test_nobody_is_asked_to_sign_a_bulletin_while_a_record_in_it_has_errors() -> None:
    wrong = MESSAGE.replace("VB-2024-0001", "VB-2024-0009")
    (item,) = desk_of({PLAN_FILE: PLAN, ND: wrong})
    assert (item.record, item.holds) == ("ND-2026-0002", ("BT-2026-0001",))
    assert item.is_error


def test_what_was_issued_is_never_called_a_draft() -> None:
    files = week().files
    event = f"{R}/event/2026/SV-2026-0001.yml"
    text = files[event]
    assert isinstance(text, str)
    files[event] = text.replace("because: [TT-2026-0001]", "because: [TT-2026-0099]")
    corpus = corpus_of(in_memory(files, MOMENT))
    findings = compile_content(in_memory(files, MOMENT)).findings
    own = [found for found in findings if found.span.path == event]
    assert desk_state(corpus, "SV-2026-0001", own).label.vi == "đang sửa lại"


def test_nobody_is_asked_to_sign_what_has_errors() -> None:
    wrong = MESSAGE.replace("topic: moi-truong", "topic: moi-truogn")
    (item,) = desk_of({ND: wrong})
    assert (item.unit, item.what.vi, len(item.findings)) == ("tuyen-giao", "sửa 1 lỗi", 3)


def test_what_is_late_comes_first_then_the_oldest_then_what_is_due_later() -> None:
    items = desk_of({EVENT_FILE: EVENT, FACT_FILE: NEW_FACT})
    assert told(items) == [
        ("ubnd", "SV-2026-0001", "hoàn thành việc", "2026-11-20", 6),
        ("tuyen-giao", "SV-2026-0001", "ghi thực tế của dự báo", "2026-11-27", 4),
        ("tuyen-giao", "SV-2026-0001", "cập nhật sự việc", "2026-11-21", 1),
        ("ubnd", "TT-2026-0009", "thẩm tra thông tin", "2026-11-28", None),
        ("ubnd", "SV-2026-0001", "hoàn thành việc", "2026-11-20", None),
    ]
    assert [group.unit for group in by_unit(items)] == ["ubnd", "tuyen-giao"]


def issued_at(moment: str) -> list[tuple[str | None, str, int | None]]:
    items = desk_of(week().files, datetime.fromisoformat(moment))
    return [(item.record, item.what.vi, item.late) for item in items]


def test_a_message_about_to_expire_waits_for_another() -> None:
    renew = ("ND-2026-0001", "gia hạn hoặc thay nội dung sắp hết hiệu lực", None)
    assert renew not in issued_at("2026-12-19T07:00+07:00")
    assert renew in issued_at("2026-12-19T09:00+07:00")
    assert renew not in issued_at("2026-12-20T09:00+07:00")


def test_the_bulletin_that_was_announced_is_waited_for() -> None:
    coming = ("BT-2026-0002", "ra bản tin kỳ tới", 2)
    assert coming not in issued_at("2026-12-08T16:00+07:00")
    assert coming in issued_at("2026-12-10T16:00+07:00")


# ── status ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def small(tmp_path: Path) -> Path:
    rests = MESSAGE.replace("TT-2026-0001", "TT-2026-0009")
    broken = 'id: TT-2026-0008\ntitle: "Dấu nháy không đóng\n'
    files = {ND: rests, FACT_FILE: NEW_FACT, EVENT_FILE: EVENT}
    return written_to(tmp_path, {**files, f"{R}/information/2026/TT-2026-0008.yml": broken})


def test_status_names_each_unit_with_its_work(small: Path, bulletin: Run) -> None:
    ran = bulletin(small, *AT, "status")
    assert ran.returncode == 0
    heads = [line for line in ran.stdout.splitlines() if line.strip() and line[0] != " "]
    assert heads == ["UBND phường", "Ban Tuyên giáo", "Chưa rõ đơn vị"]
    first = ran.stdout.split("\n")[1]
    assert ("SV-2026-0001" in first, "20/11/2026" in first) == (True, True)
    assert "trễ 6 ngày" in ran.stdout.split("\n")[2]
    assert "đang giữ lại ND-2026-0002" in ran.stdout
    assert ran.stderr.startswith("6 việc đang chờ (3 trễ hạn): UBND phường 3, ")


@pytest.mark.parametrize("width", [120, 80, 50])
def test_status_fits_the_terminal_and_is_plain_on_a_pipe(
    small: Path, bulletin: Run, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = bulletin(small, *AT, "status").stdout.splitlines()
    assert max(map(len, lines)) <= width
    assert not any("\x1b" in line or "…" in line for line in lines)
    assert "information/2026/TT-2026-0008.yml" in "".join(line.strip() for line in lines)


def test_status_of_one_unit_or_in_english(small: Path, bulletin: Run) -> None:
    one = bulletin(small, *AT, "--lang", "en", "status", "--unit", "tuyen-giao")
    assert "update the event" in one.stdout
    assert "UBND" not in one.stdout
    assert "1 d. late" in one.stdout
    wrong = bulletin(small, *AT, "status", "--unit", "ubdn")
    assert (wrong.returncode, "ubdn" in wrong.stderr) == (2, True)


def test_status_of_one_record_tells_all_of_it(small: Path, bulletin: Run) -> None:
    told_of = bulletin(small, *AT, "status", "ND-2026-0002", "TT-2026-0009").stdout
    assert "ND-2026-0002 “An toàn nước sinh hoạt”: tạm giữ" in told_of
    assert "Ban Dân vận chưa phê duyệt" in told_of
    assert f"{ND}:10:57" in told_of
    assert "chờ UBND phường thẩm tra thông tin, từ 28/11/2026" in told_of
    assert "đang giữ lại: ND-2026-0002" in told_of
    assert bulletin(small, *AT, "status", "ND-2026-0077").returncode == 2


# ── why ──────────────────────────────────────────────────────────────────────────────────────


def test_why_leads_down_to_the_record_and_the_line(small: Path, bulletin: Run) -> None:
    lines = bulletin(small, *AT, "why", "ND-2026-0002").stdout.splitlines()
    assert lines[0] == f"ND-2026-0002 “An toàn nước sinh hoạt”: tạm giữ  {ND}:1:5"
    held = next(n for n, line in enumerate(lines) if "BT301" in line)
    assert lines[held].endswith(f"{ND}:10:57")
    assert lines[held + 1] == (
        "      ← TT-2026-0009 “Lịch xe cấp nước”: chưa kết luận; "
        f"chờ UBND phường thẩm tra thông tin, từ 28/11/2026  {FACT_FILE}:1:5"
    )
    assert sum("TT-2026-0009 “Lịch xe cấp nước”: chưa" in line for line in lines) == 1


def test_status_and_why_say_how_far_a_matter_has_come(tmp_path: Path, bulletin: Run) -> None:
    folder = written_to(tmp_path, {MATTER_FILE: MATTER + MET, ND: MESSAGE})
    for verb in ("status", "why"):
        first = bulletin(folder, *AT, verb, "TD-2026-0001").stdout.splitlines()[0]
        assert "“Cách báo lịch cắt nước”: đã họp, chưa ghi kết quả" in first


def test_why_ends_where_two_records_cite_each_other(tmp_path: Path, bulletin: Run) -> None:
    one = MESSAGE.replace("[TT-2026-0001]", "[ND-2026-0003]")
    other = one.replace("ND-2026-0003", "ND-2026-0002").replace(
        "id: ND-2026-0002", "id: ND-2026-0003"
    )
    files = {ND: one, f"{R}/message/2026/ND-2026-0003.yml": other}
    ran = bulletin(written_to(tmp_path, files), *AT, "why", "ND-2026-0002")
    assert (ran.returncode, ran.stdout.count("BT202")) == (0, 2)


def test_why_always_answers(tmp_path: Path, bulletin: Run) -> None:
    """Of every kind, issued or not, and of an issued message: in which edition, agreed by whom."""
    later = ("--at", "2026-12-02T08:00+07:00")
    folder = written_to(tmp_path, week().files)
    for path in (*BODIES, "bulletins/BT-2026-0002"):
        record_id = path.rpartition("/")[2]
        lines = bulletin(folder, *later, "why", record_id).stdout.splitlines()
        assert len(lines) > 1, record_id
        assert all(re.search(r":\d+:\d+$", line) for line in lines[:1]), record_id
    reasons = bulletin(folder, *later, "why", "ND-2026-0001").stdout
    assert "đã phát hành trong BT-2026-0002/v2 lúc 11 giờ 00 ngày 01/12/2026" in reasons
    assert "Ban Dân vận đã phê duyệt" in reasons
    assert "có hiệu lực đến lúc 8 giờ 00 ngày 20/12/2026" in reasons


def test_every_word_of_the_desk_is_said_in_both_languages() -> None:
    items = desk_of({EVENT_FILE: EVENT, FACT_FILE: NEW_FACT, ND: MESSAGE, MATTER_FILE: MATTER})
    for item in items:
        assert item.what.to(Language.EN).isascii(), item.what
