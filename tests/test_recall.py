"""One party stops anything issued: it is marked, closed or gone in every output."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from generator.base.diagnostics import Refused, Severity
from generator.base.text import Language
from generator.issued import compile_ledger
from generator.model.corpus.standing import Standing
from generator.model.edition.edition import Relation
from generator.model.ledger.ledger import Ledger
from generator.model.record.record import Circulation
from generator.model.registry.signoff import Recall
from generator.pipeline import compile_content, compile_desk
from generator.targets.build.inputs import Wish
from generator.targets.build.plan import Plan, plan_of
from generator.targets.search.page_text import own_text
from generator.targets.site.outputs import composed_outputs
from tests.conftest import Run
from tests.exercise import RECORDS, Desk, record_files, week
from tests.exercise import plan as planned
from tests.machine import recall
from tests.support import check, in_memory
from tests.test_desk import written_to

LATER = "2026-12-02T08:00+07:00"
WORD = "Nước đạt quy chuẩn vi sinh."  # stands in the event, resting on TT-2026-0001


def stopped(record: str, at: str = "2026-12-01T20:00+07:00") -> Recall:
    return recall(record, at=at)


def outputs_of(ledger: Ledger, folder: Path) -> Iterator[tuple[str, str]]:
    """(path, everything that it shows) of all pages, papers, feeds, lists and files of records."""
    frozen = {edition.path: b'{"frozen": true}' for edition in ledger.editions}
    plan = Plan(folder, ledger, "Bản tin", "", Language.VI, coming=frozen)
    for page in plan.pages:
        made = page.make()
        yield f"{page.address}index.html", f"<title>{made.title}</title>{made.summary}{made.body}"
    for output in composed_outputs(plan):
        if output.prints is not None:
            yield output.path, "".join(output.prints())
        else:
            yield output.path, output.make().content.decode()


def open_text(html: str) -> str:
    """What a reader sees without opening anything that is closed."""
    return re.sub(
        r'<details class="instruction instruction-out[^"]*".*?</details>', "", html, flags=re.S
    )


@pytest.mark.parametrize("bulletin", ["BT-2026-0001", "BT-2026-0001/v1"])
def test_a_recalled_bulletin_leaves_no_word_of_its_content_in_any_output(
    bulletin: str, tmp_path: Path
) -> None:
    desk = Desk(record_files() | planned("BT-2026-0001", ["SV-2026-0001", "ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    ledger = desk.ledger(LATER, stopped(bulletin))
    made = dict(outputs_of(ledger, tmp_path))
    assert [path for path, text in made.items() if "vi sinh" in text] == []
    for page in ("bulletins/BT-2026-0001/", "bulletins/BT-2026-0001/v1/", "messages/ND-2026-0001/"):
        assert "Đã thu hồi lúc 20 giờ 00 ngày 01/12/2026" in made[f"{page}index.html"], page
    assert "Thu hồi Bản tin BT-2026-0001" in made["corrections/index.html"]
    assert "Thu hồi Bản tin BT-2026-0001" in made["feed.xml"]
    assert '"recalled"' in made["api/v1/editions/BT-2026-0001/v1.json"]
    assert '"recalled"' in made["api/v1/records/ND-2026-0001.json"]
    assert not [path for path in made if path.endswith(".pdf")]


def test_the_older_version_does_not_come_back_when_the_newest_is_recalled(tmp_path: Path) -> None:
    desk = week()
    ledger = desk.ledger(LATER, stopped("BT-2026-0002/v2"))
    made = dict(outputs_of(ledger, tmp_path))
    said = "Phiên bản mới nhất, BT-2026-0002/v2, đã bị thu hồi. Không dùng bản tin này."
    assert said in made["bulletins/BT-2026-0002/v1/index.html"]
    assert "Đã thu hồi lúc" in made["bulletins/BT-2026-0002/index.html"]
    assert "bulletins/BT-2026-0002/v2/BT-2026-0002-v2.pdf" not in made
    assert "BT-2026-0002/v1" not in made["bulletins/index.html"]


def test_a_version_that_every_party_approves_later_is_not_stopped_by_the_recall() -> None:
    desk = week()
    recalled = stopped("BT-2026-0002", at="2026-12-01T10:30+07:00")
    ledger = desk.ledger(LATER, recalled)
    assert [closed.name for closed in ledger.closed] == ["BT-2026-0002/v1"]
    assert ledger.closing("BT-2026-0002") is None
    assert ledger.standing("ND-2026-0001") is not Standing.RECALLED


def test_what_rests_on_a_recalled_fact_is_closed_on_pages_and_left_out_on_paper(
    tmp_path: Path,
) -> None:
    desk = Desk(record_files() | planned("BT-2026-0001", ["SV-2026-0001", "ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    before = dict(outputs_of(desk.ledger(LATER), tmp_path))
    made = dict(outputs_of(desk.ledger(LATER, stopped("TT-2026-0001")), tmp_path))
    showing = [path for path, text in before.items() if WORD in text]
    assert "events/SV-2026-0001/index.html" in showing
    for path in showing:
        if path.endswith(".pdf"):
            assert WORD not in made[path], path
        elif path.endswith(".html"):
            assert WORD not in open_text(made[path]), path
            assert "căn cứ đã bị thu hồi" in made[path], path
    assert '"stopped_basis":["TT-2026-0001"]' in made["api/v1/records/SV-2026-0001.json"]


RETIRED = "retired: {on: 2026-12-01, reason: Số liệu ghi nhầm.}\n"


def built(desk: Desk, folder: Path, moment: str = LATER) -> dict[str, str]:
    """The outputs as `build` would make them from the desk's files at a moment."""
    workspace = in_memory(desk.files, datetime.fromisoformat(moment))
    _, ledger = compile_ledger(workspace, Circulation.INTERNAL)
    return dict(outputs_of(ledger, folder))


def test_a_retirement_counts_at_the_next_build_without_an_edition(tmp_path: Path) -> None:
    desk = Desk(record_files() | planned("BT-2026-0001", ["SV-2026-0001", "ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    path = f"{RECORDS}/information/2026/TT-2026-0001.yml"
    desk.files[path] = f"{desk.files[path]!s}{RETIRED}"
    made = built(desk, tmp_path)
    assert "Số liệu ghi nhầm." in made["information/TT-2026-0001/index.html"]
    assert WORD not in open_text(made["events/SV-2026-0001/index.html"])
    assert WORD not in made["bulletins/BT-2026-0001/v1/BT-2026-0001-v1.pdf"]
    assert '"retired_on":"2026-12-01"' in made["api/v1/records/TT-2026-0001.json"]
    before = built(desk, tmp_path, "2026-11-30T08:00+07:00")
    assert WORD not in "".join(before.values())  # nothing was issued yet


@pytest.mark.parametrize(
    "written",
    [
        RETIRED,
        "retired:\n  on: 2026-12-01\n  reason: Sai.\n",
        "retired: # vì sao\n  on: 2026-12-01\n  reason: Sai.\n",
        "retired: {on: hôm qua, reason: Sai.}\n",  # a stop that cannot be read stops
        "retired: true\n",
        "retired: hôm nay, vì sai\n",
        "retired: {on: 2026-12-01, reason: Sai.}\n\tlỗi: [\n",
        "retire: {on: 2026-12-01, reason: Sai.}\n",  # and so does one typed wrong
        '"Retired" : {on: 2026-12-01, reason: Sai.}\n',
    ],
)
def test_every_way_to_write_a_retirement_is_read(written: str, tmp_path: Path) -> None:
    assert "ngừng dùng" in page_with(written, tmp_path)


@pytest.mark.parametrize(
    "written",
    [
        "retired: {on: 2027-01-01, reason: Sai.}\n",
        "retired: null\n",
        "retired: ~\n",
        "retired: # chưa\n",
        "retired:\n",
        "# retired: {on: 2026-12-01, reason: Sai.}\n",
    ],
)
def test_what_is_no_retirement_yet_stops_nothing(written: str, tmp_path: Path) -> None:
    assert "ngừng dùng" not in page_with(written, tmp_path)


def page_with(written: str, folder: Path) -> str:
    """The page of an issued message, to whose file a line was added."""
    desk = Desk(record_files() | planned("BT-2026-0001", ["ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    path = f"{RECORDS}/message/2026/ND-2026-0001.yml"
    desk.files[path] = f"{desk.files[path]!s}{written}"
    page = built(desk, folder)["messages/ND-2026-0001/index.html"]
    return page.partition('<h2 id="versions"')[0]


def test_a_reason_that_may_not_be_printed_never_holds_up_the_stop(tmp_path: Path) -> None:
    desk = Desk(record_files() | planned("BT-2026-0001", ["ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    told = recall(at="2026-12-01T20:00+07:00").model_copy(update={"reason": "Bà Trần Thị Mận báo."})
    desk.files["content/recalls/ND-2026-0001.yml"] = told.written()
    page = built(desk, tmp_path)["messages/ND-2026-0001/index.html"]
    assert "Mận" not in page
    assert "Đã thu hồi lúc 20 giờ 00 ngày 01/12/2026" in page
    assert "Lý do: chưa in được, đơn vị thu hồi phải viết lại" in page
    assert "BT507" in {finding.diagnostic.problem.code for finding in check(desk.files).findings}


def test_the_desk_says_who_must_correct_what_until_it_is_done() -> None:
    desk = Desk(record_files() | planned("BT-2026-0001", ["SV-2026-0001", "ND-2026-0001"]))
    desk.issue("BT-2026-0001")

    def waiting() -> list[tuple[str, str]]:
        workspace = in_memory(desk.files, datetime.fromisoformat(LATER))
        items = compile_desk(workspace, compile_content(workspace))
        return [(item.unit, str(item.record)) for item in items if "đính chính" in item.what.vi]

    assert waiting() == []
    desk.files["content/recalls/TT-2026-0001.yml"] = stopped("TT-2026-0001").written()
    assert waiting() == [("tuyen-giao", "BT-2026-0001")]
    desk.files |= planned("BT-2026-0001", ["VB-2026-0001"])
    desk.change("BT-2026-0001", "because: [TT-2026-0001]", "because: [VB-2026-0001]")
    desk.hour = 21
    desk.issue("BT-2026-0001", Relation.CORRECTION, "Bỏ nội dung đã thu hồi.")
    assert waiting() == []


def test_the_same_words_are_stopped_wherever_they_were_told(tmp_path: Path) -> None:
    """A rumour's answer says what the recalled message said, and cites nothing."""
    said = "Nước đạt quy chuẩn và dùng được."
    files = record_files()
    rumour = f"{RECORDS}/information/2026/TT-2026-0002.yml"
    files[rumour] = str(files[rumour]).replace("Mùi do tảo, không có chất thải.", said)
    assert said in str(files[rumour])
    desk = Desk(files | planned("BT-2026-0001", ["SV-2026-0001", "ND-2026-0001", "TT-2026-0002"]))
    desk.issue("BT-2026-0001")
    made = dict(outputs_of(desk.ledger(LATER, stopped("ND-2026-0001")), tmp_path))
    for page in ("information/TT-2026-0002/", "events/SV-2026-0001/"):
        assert said not in open_text(made[f"{page}index.html"]), page
    desk.files |= planned("BT-2026-0002", ["TT-2026-0002"])
    desk.hour = 21
    desk.issue("BT-2026-0002")  # every party says it again after the recall
    again = dict(outputs_of(desk.ledger(LATER, stopped("ND-2026-0001")), tmp_path))
    assert said in open_text(again["information/TT-2026-0002/index.html"])


def test_a_message_recalled_before_its_bulletin_keeps_its_own_reason(tmp_path: Path) -> None:
    desk = Desk(record_files() | planned("BT-2026-0001", ["ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    first = stopped("ND-2026-0001", at="2026-12-01T10:00+07:00")
    whole = stopped("BT-2026-0001").model_copy(update={"reason": "Rà soát cả bản tin."})
    made = dict(outputs_of(desk.ledger(LATER, first, whole), tmp_path))
    page = made["messages/ND-2026-0001/index.html"]
    assert "Đã thu hồi lúc 10 giờ 00 ngày 01/12/2026, theo yêu cầu của Ban Dân vận" in page
    assert "Có kết quả mới." in page
    assert "Rà soát cả bản tin." in made["bulletins/BT-2026-0001/index.html"]


def test_the_search_does_not_find_a_stopped_sentence_on_other_pages(tmp_path: Path) -> None:
    desk = Desk(record_files() | planned("BT-2026-0001", ["SV-2026-0001", "ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    for recalls, is_found in (((), True), ((stopped("TT-2026-0001"),), False)):
        made = dict(outputs_of(desk.ledger(LATER, *recalls), tmp_path))
        page = f"<main>{made['events/SV-2026-0001/index.html']}</main>"
        assert (WORD in own_text("events/SV-2026-0001/", page)) is is_found


def test_a_withdrawal_does_not_bring_the_words_of_a_recalled_version_back(tmp_path: Path) -> None:
    desk = Desk(record_files() | planned("BT-2026-0001", ["SV-2026-0001", "ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    desk.hour = 21
    desk.issue("BT-2026-0001", Relation.WITHDRAWAL, "Bỏ cả bản tin.")
    recalled = stopped("BT-2026-0001/v1")
    made = dict(outputs_of(desk.ledger(LATER, recalled), tmp_path))
    assert [path for path, text in made.items() if "vi sinh" in text] == []


def test_a_feed_leaves_out_what_was_stopped(tmp_path: Path) -> None:
    desk = Desk(record_files() | planned("BT-2026-0001", ["SV-2026-0001", "ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    said = "Nước đã được kiểm nghiệm."  # the highlight, resting on TT-2026-0001
    assert said in dict(outputs_of(desk.ledger(LATER), tmp_path))["feed.xml"]
    recalls = (stopped("TT-2026-0001"), stopped("ND-2026-0001"))
    made = dict(outputs_of(desk.ledger(LATER, *recalls), tmp_path))
    feeds = [path for path in made if path.endswith(("feed.xml", "feed.json"))]
    assert [path for path in feeds if said in made[path]] == []
    assert [path for path in feeds if "Nội dung thống nhất có hiệu lực" in made[path]] == []


def test_a_message_whose_document_was_recalled_is_not_told_any_more(tmp_path: Path) -> None:
    files = record_files()
    path = f"{RECORDS}/message/2026/ND-2026-0001.yml"
    basis = next(line for line in str(files[path]).split("\n") if line.startswith("basis:"))
    document = basis.partition("[")[2].partition("]")[0]
    desk = Desk(files | planned("BT-2026-0001", ["ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    made = dict(outputs_of(desk.ledger(LATER, stopped(document)), tmp_path))
    assert "Nước đạt quy chuẩn và dùng được." not in made["api/v1/in-force.json"]
    assert "Nước đạt quy chuẩn và dùng được." not in made["messages/ND-2026-0001/ND-2026-0001.txt"]


def test_a_second_recall_does_not_move_the_first(workspace: Path, bulletin: Run) -> None:
    by = ("--unit", "dan-van", "--office", "truong-ban", "--reason", "Sai số mẫu.")
    at = ("--at", "2026-11-30T22:00+07:00")
    assert bulletin(workspace, *at, "recall", "TT-2026-0004", *by).returncode == 0
    before = (workspace / "content/recalls/TT-2026-0004.yml").read_bytes()
    again = bulletin(workspace, "--at", "2026-12-01T18:00+07:00", "recall", "TT-2026-0004", *by)
    assert (again.returncode, "không phải thu hồi lần nữa" in again.stderr) == (1, True)
    assert (workspace / "content/recalls/TT-2026-0004.yml").read_bytes() == before
    itself = ("--instead", "TT-2026-0004")
    wrong = bulletin(workspace, *at, "recall", "TT-2026-0003", *by, *itself)
    assert (wrong.returncode, "cũng bị thu hồi" in wrong.stderr) == (1, True)


def test_a_recall_that_stops_nothing_is_not_built_over_in_silence() -> None:
    desk = Desk(record_files() | planned("BT-2026-0001", ["ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    desk.files["content/recalls/ND-2026-0044.yml"] = stopped("ND-2026-0044").written()
    with pytest.raises(Refused, match="ND-2026-0044, which no edition ever printed"):
        compile_ledger(in_memory(desk.files, datetime.fromisoformat(LATER)), Circulation.INTERNAL)


def test_a_recall_dated_at_a_time_to_come_is_not_built_over_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    epoch = int(datetime.fromisoformat(LATER).timestamp())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch))
    folder = tmp_path / "ahead"
    written_to(folder, issued_desk().files)
    (folder / "content/recalls").mkdir()
    path = "content/recalls/ND-2026-0001.yml"
    (folder / path).write_bytes(stopped("ND-2026-0001", at="2199-12-01T20:00+07:00").written())
    with pytest.raises(Refused, match=f"{path}: dated at a time to come"):
        plan_of(folder, Wish())
    assert plan_of(folder, Wish(at=LATER)).ledger.ahead == (path,)


def test_what_a_recalled_bulletin_printed_is_told_as_stopped(tmp_path: Path, bulletin: Run) -> None:
    folder = written_to(tmp_path, issued_desk(mode="exercise").files)
    by = ("--unit", "dan-van", "--office", "truong-ban", "--reason", "Sai số mẫu.")
    assert bulletin(folder, "--at", LATER, "recall", "BT-2026-0001", *by).returncode == 0
    told = "Ban Dân vận thu hồi BT-2026-0001 lúc 8 giờ 00 ngày 02/12/2026: Sai số mẫu."
    why = bulletin(folder, "--at", LATER, "why", "ND-2026-0001").stdout
    assert ("đã thu hồi" in why, why.count(told), "có hiệu lực đến" in why) == (True, 1, False)
    drawn = bulletin(folder, "--at", LATER, "render", "BT-2026-0001")
    assert (drawn.returncode, f"Đã bị dừng: {told}" in drawn.stderr) == (0, True), drawn.stderr
    assert "không phải làm gì" not in drawn.stderr
    compared = bulletin(folder, "--at", LATER, "diff", "BT-2026-0001").stderr
    assert f"Đã bị dừng: {told}" in compared
    assert "--relation" in compared


def test_a_draft_does_not_take_the_place_of_what_is_recalled(tmp_path: Path, bulletin: Run) -> None:
    folder = written_to(tmp_path, issued_desk().files)
    by = ("--unit", "dan-van", "--office", "truong-ban", "--reason", "Sai số mẫu.")
    ran = bulletin(
        folder, "--at", LATER, "recall", "ND-2026-0001", *by, "--instead", "DL-2026-0001"
    )
    assert (ran.returncode, "DL-2026-0001 chưa phát hành" in ran.stderr) == (1, True), ran.stderr
    assert not (folder / "content/recalls").exists()


def test_a_recall_of_tomorrow_is_made_again_today(tmp_path: Path, bulletin: Run) -> None:
    files = {**issued_desk().files}
    path = "content/recalls/ND-2026-0001.yml"
    files[path] = stopped("ND-2026-0001", at="2027-12-01T20:00+07:00").written()
    folder = written_to(tmp_path, files)
    by = ("--unit", "dan-van", "--office", "truong-ban", "--reason", "Sai số mẫu.")
    ran = bulletin(folder, "--at", LATER, "recall", "ND-2026-0001", *by)
    assert ran.returncode == 0, ran.stderr
    assert "at: 2026-12-02T08:00:00+07:00" in (folder / path).read_text("utf-8")


STRAY = (
    "content/recall/ND-2026-0001.yml",
    "content/Recalls/ND-2026-0001.yml",
    "content/records/recalls/ND-2026-0001.yml",
    "content/recalls/2026/ND-2026-0001.yml",
    "content/recalls/ND-2026-0001.yaml",
    "content/recalls/ND-2026-0001.yml.txt",
    "content/thu-hoi.yml",
    "recalls/ND-2026-0001.yml",
)


@pytest.mark.parametrize("path", STRAY)
def test_a_recall_in_the_wrong_place_is_an_error_and_nothing_is_built(path: str) -> None:
    files = {**issued_desk().files, path: stopped("ND-2026-0001").written()}
    found = [f for f in check(files).findings if f.span.path == path]
    assert [(f.diagnostic.problem.code, f.diagnostic.problem.severity) for f in found] == [
        ("BT113", Severity.ERROR)
    ]
    fix = found[0].diagnostic.fix(Language.VI)
    assert fix == "chuyển tệp sang content/recalls/ND-2026-0001.yml."
    with pytest.raises(Refused, match="Nothing is built from content"):
        compile_ledger(in_memory(files, datetime.fromisoformat(LATER)), Circulation.INTERNAL)


def test_what_only_resembles_a_recall_is_none() -> None:
    approval = "record: ND-2026-0001\ndecision: reject\nreason: Sai.\n"
    files = {
        **issued_desk().files,
        "content/approvals/x.yml": approval,
        "content/a.txt": "reason: x\n",
    }
    assert not [f for f in check(files).of(Severity.ERROR) if f.diagnostic.problem.code == "BT113"]
    compile_ledger(in_memory(files, datetime.fromisoformat(LATER)), Circulation.INTERNAL)


@pytest.mark.parametrize("day", ["2026-12-01", "2026-12-02"])
def test_a_retired_bulletin_is_closed_everywhere(day: str, tmp_path: Path) -> None:
    desk = issued_desk()
    path = "content/bulletins/2026/BT-2026-0001.yml"
    desk.files[path] = f"{desk.files[path]!s}retired: {{on: {day}, reason: Số liệu ghi nhầm.}}\n"
    made = built(desk, tmp_path)
    text = "Nước đạt quy chuẩn và dùng được."
    assert not [name for name, content in made.items() if text in content]
    page = made["bulletins/BT-2026-0001/index.html"]
    assert "Số liệu ghi nhầm." in page and "Đã thu hồi" in page
    assert '"office"' not in made["api/v1/records/ND-2026-0001.json"]


def test_a_bulletin_that_will_be_retired_is_shown_until_then(tmp_path: Path) -> None:
    desk = issued_desk()
    path = "content/bulletins/2026/BT-2026-0001.yml"
    desk.files[path] = f"{desk.files[path]!s}retired: {{on: 2026-12-24, reason: Hết kỳ.}}\n"
    assert "Nước đạt quy chuẩn" in built(desk, tmp_path)["messages/ND-2026-0001/index.html"]


def test_nobody_is_asked_to_update_a_recalled_event(tmp_path: Path, bulletin: Run) -> None:
    desk = Desk(record_files() | planned("BT-2026-0001", ["SV-2026-0001"]))
    desk.issue("BT-2026-0001")
    folder = written_to(tmp_path, desk.files)
    at = ("--at", "2026-12-10T08:00+07:00")
    assert "cập nhật sự việc" in bulletin(folder, *at, "status").stdout
    by = ("--unit", "dan-van", "--office", "truong-ban", "--reason", "Sai.")
    assert bulletin(folder, *at, "recall", "SV-2026-0001", *by).returncode == 0
    later = ("--at", "2026-12-10T09:00+07:00")
    waiting = bulletin(folder, *later, "status").stdout
    assert "cập nhật sự việc" not in waiting
    assert "hoàn thành việc" in waiting  # what units have to do does not end with a text


def issued_desk(**plan: str) -> Desk:
    desk = Desk(record_files() | planned("BT-2026-0001", ["ND-2026-0001"], **plan))
    desk.issue("BT-2026-0001")
    return desk
