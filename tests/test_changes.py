"""What changed between two versions of a bulletin, as readers are told it."""

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from generator.base.readable import readable
from generator.base.text import Language
from generator.editions.verify import verify_editions
from generator.model.edition.comparison import RecordChange, compare
from generator.model.edition.edition import Edition, Relation, kept_path
from generator.model.ledger.ledger import Ledger
from generator.model.registry.signoff import Recall
from generator.views.changes.change_classes import Grade, grade_of
from generator.views.changes.change_list import change_sentences
from generator.views.changes.word_diff import word_runs
from generator.views.context.page import Page
from generator.views.site.all_pages import plan_site
from tests.exercise import INCLUDED, Desk, plan, record_files, text_of, week
from tests.support import MOMENT, PNG, in_memory

VI = Language.VI
BULLETIN = "BT-2026-0002"
CHANGES = f"bulletins/{BULLETIN}/v2/changes/"
HEADINGS = (
    "Thu hồi, ngừng dùng",
    "Đổi lời hướng dẫn",
    "Mới thêm",
    "Đổi thời hạn",
    "Đổi kết quả thẩm tra, xác minh",
    "Kết quả giải quyết ý kiến khác nhau",
    "Câu chữ và nội dung khác",
)
SAID_AS_FACT = "Nước đạt quy chuẩn và dùng được."
NEXT_UPDATE = "next_update: 2026-12-03T17:00"
RECALL = Recall.model_validate(
    {
        "record": "ND-2026-0001",
        "unit": "dan-van",
        "office": "truong-ban",
        "at": "2026-12-01T20:00+07:00",
        "reason": "Có kết quả mới.",
    }
)


def pages_of(ledger: Ledger, language: Language = VI) -> dict[str, Page]:
    return {planned.address: planned.make() for planned in plan_site(ledger, language)}


def corrected(*edits: tuple[str, str, str], include: list[str] | None = None) -> Desk:
    """A quick bulletin, then its second version with other words in some records."""
    desk = Desk(record_files() | plan(BULLETIN, INCLUDED[:-1], "quick"))
    desk.issue(BULLETIN)
    for record_id, before, after in edits:
        desk.change(record_id, before, after)
    if include is not None:
        desk.files |= plan(BULLETIN, include, "quick")
    desk.issue(BULLETIN, Relation.CORRECTION, "Có sửa.")
    return desk


def changes_of(desk: Desk, *recalls: Recall) -> str:
    return pages_of(desk.ledger("2026-12-02T08:00+07:00", *recalls))[CHANGES].body


def sentences(desk: Desk) -> tuple[str, ...]:
    return change_sentences(desk.editions[0], desk.editions[1], VI)


def compared(desk: Desk) -> tuple[RecordChange, ...]:
    return compare(desk.editions[0], desk.editions[1])


# One change of each class, in no particular order.
EACH = (
    ("BX-2026-0001", "summary: Rác thu gom chậm", "summary: Rác thu gom rất chậm"),
    ("TD-2026-0001", "Đổi giờ làm mất lòng tin.", "Đổi giờ làm dân mất lòng tin."),
    ("TT-2026-0001", "result: confirmed", "result: partly"),
    ("SV-2026-0001", NEXT_UPDATE, "next_update: 2026-12-04T09:00"),
    ("ND-2026-0001", SAID_AS_FACT, "Nước chưa dùng được."),
)
EACH_INCLUDED = [*INCLUDED[:3], "BX-2026-0001", "TD-2026-0001", "VB-2026-0001", "LL-2026-0001"]


@pytest.fixture(scope="module")
def each() -> Desk:
    """A second version with a change of every class."""
    return corrected(*EACH, include=EACH_INCLUDED)


# ── order ────────────────────────────────────────────────────────────────────────────────────


def test_all_seven_classes_stand_in_their_fixed_order(each: Desk) -> None:
    headings = re.findall(r"<h2 [^>]*>(.*?) <span", changes_of(each))
    assert tuple(headings) == HEADINGS
    assert [grade.value for grade in Grade] == list(range(len(HEADINGS)))


def test_each_record_stands_once_under_its_gravest_change(each: Desk) -> None:
    body = changes_of(each)
    shown = dict.fromkeys(re.findall(r'<h2 id="([^"]+)"|<h3 id="([^"]+)"', body))
    assert [second or f"# {first}" for first, second in shown] == [
        *("# change-withdrawn", "DL-2026-0001", "TD-2026-0002"),
        *("# change-instruction", "ND-2026-0001"),
        *("# change-new", "LL-2026-0001"),
        *("# change-validity", "SV-2026-0001"),
        *("# change-verification", "TT-2026-0001"),
        *("# change-conclusion", "TD-2026-0001"),
        *("# change-wording", "BT-2026-0002", "BX-2026-0001"),
    ]


def test_the_page_of_changes_and_the_first_page_tell_the_same_in_the_same_order(
    each: Desk,
) -> None:
    body = changes_of(each)
    told = sentences(each)
    assert [one.partition(" ")[0] for one in told] == re.findall(r'<h3 id="([^"]+)"', body)
    version = pages_of(each.ledger())[f"bulletins/{BULLETIN}/v2/"].body
    assert [line for line in told if line not in text_of(version)] == []


def test_counts_are_stated_also_of_what_did_not_change(each: Desk) -> None:
    shown = text_of(changes_of(each))
    assert "Thu hồi, ngừng dùng (2 bản ghi)" in shown
    kept = {*each.editions[0].records} & {*each.editions[1].records}
    changed = {one.record for one in compared(each)}
    assert len(kept - changed) == 3
    assert "Không đổi: 3 bản ghi." in shown


@pytest.mark.parametrize(
    ("record_id", "before", "after", "grade"),
    [
        ("ND-2026-0001", "why: Chưa có kết luận", "why: Chưa kết luận", Grade.INSTRUCTION),
        ("TT-2026-0002", "answer: Mùi do tảo", "answer: Mùi là do tảo", Grade.INSTRUCTION),
        ("SV-2026-0001", "due: 2026-12-05", "due: 2026-12-06", Grade.INSTRUCTION),
        ("ND-2026-0001", "until: 2026-12-20", "until: 2026-12-21", Grade.VALIDITY),
        ("SV-2026-0001", "vi sinh.", "về vi sinh.", Grade.VERIFICATION),
        ("TD-2026-0001", "Tờ trình số hai", "Tờ trình số ba", Grade.CONCLUSION),
        ("TD-2026-0002", "Cùng dùng", "Cùng dùng đúng", Grade.CONCLUSION),
        ("TD-2026-0001", "Biên bản họp số bốn", "Biên bản họp số năm", Grade.WORDING),
    ],
)
def test_a_change_is_in_its_class(record_id: str, before: str, after: str, grade: Grade) -> None:
    desk = corrected((record_id, before, after))
    assert [grade_of(one) for one in compared(desk)] == [grade]


def test_a_record_that_was_retired_is_told_first_with_its_reason() -> None:
    desk = corrected(
        ("DL-2026-0001", "title: Tiêu đề", "retired: {on: 2026-12-01, reason: Trùng.}\ntitle: Tên"),
        ("ND-2026-0001", SAID_AS_FACT, "Nước chưa dùng được."),
    )
    assert changes_of(desk).index("DL-2026-0001") < changes_of(desk).index("ND-2026-0001")
    first = sentences(desk)[0]
    assert first == "DL-2026-0001 (Tên DL-2026-0001): đã ngừng dùng. Trùng."


# ── what came after ──────────────────────────────────────────────────────────────────────────


def test_a_message_recalled_since_is_told_first_and_its_instruction_is_folded_away() -> None:
    desk = corrected(("ND-2026-0001", SAID_AS_FACT, "Nước chưa dùng được."))
    body = changes_of(desk, RECALL)
    assert re.findall(r'<h2 id="([^"]+)"', body)[0] == "change-withdrawn"
    assert "Đã thu hồi lúc 20 giờ 00 ngày 01/12/2026" in text_of(body)
    assert body.index("Có kết quả mới.") < body.index("<details") < body.index("chưa")
    assert "Đã thu hồi" not in text_of(changes_of(desk))


def test_a_recall_is_told_even_when_the_message_itself_did_not_change() -> None:
    desk = corrected(("BX-2026-0001", "summary: Rác", "summary: Nhiều rác"))
    assert 'id="ND-2026-0001"' not in changes_of(desk)
    body = changes_of(desk, RECALL)
    assert body.index('id="ND-2026-0001"') < body.index('id="BX-2026-0001"')


def test_a_version_names_the_messages_recalled_since_above_its_content() -> None:
    desk = corrected(("BX-2026-0001", "summary: Rác", "summary: Nhiều rác"))
    page = pages_of(desk.ledger("2026-12-02T08:00+07:00", RECALL))[f"bulletins/{BULLETIN}/v2/"]
    shown = text_of(page.body)
    assert shown.index("Đã thu hồi lúc 20 giờ 00 ngày 01/12/2026") < shown.index("Nước đạt quy")


def test_the_changes_of_an_older_version_name_the_newer() -> None:
    desk = corrected(("BX-2026-0001", "summary: Rác", "summary: Nhiều rác"))
    assert "Đã có bản mới hơn" not in text_of(changes_of(desk))
    desk.change("BX-2026-0001", "summary: Nhiều", "summary: Rất nhiều")
    desk.issue(BULLETIN, Relation.CORRECTION, "Sửa nữa.")
    assert f"Đã có bản mới hơn: {BULLETIN}/v3." in text_of(changes_of(desk))


def test_a_withdrawal_is_said_above_everything_and_no_record_is_called_changed() -> None:
    desk = Desk(record_files() | plan(BULLETIN, INCLUDED[:-1], "quick"))
    desk.issue(BULLETIN)
    desk.issue(BULLETIN, Relation.WITHDRAWAL, "Phát hành nhầm.")
    shown = text_of(changes_of(desk))
    assert shown.index("Cả bản tin đã thu hồi.") < shown.index("không bản ghi nào khác")


# ── words ────────────────────────────────────────────────────────────────────────────────────


def test_before_and_after_are_marked_in_words_for_those_who_see_no_colour() -> None:
    body = changes_of(corrected(("BX-2026-0001", "Rác thu gom chậm", "Rác thu gom rất chậm")))
    assert 'Rác thu gom <ins><span class="mark">thêm: </span>rất </ins>chậm' in body
    body = changes_of(corrected(("TT-2026-0001", "21 mẫu", "12 mẫu")))
    assert '<del><span class="mark">bỏ: </span>21</del>' in body
    assert '<ins><span class="mark">thêm: </span>12</ins> mẫu nước' in body


def test_days_choices_and_lists_are_in_words() -> None:
    desk = corrected(
        ("SV-2026-0001", NEXT_UPDATE, "next_update: 2026-12-04T09:00"),
        ("SV-2026-0001", "level: complex", "level: hot_spot"),
        (
            "SV-2026-0001",
            "timeline:\n",
            "timeline:\n  - {at: 2026-11-27T06:00+07:00, text: Mưa.}\n",
        ),
        ("ND-2026-0001", "contact: dan-van", "contact: tuyen-giao"),
    )
    shown = text_of(changes_of(desk))
    for part in (
        "bỏ: 17 giờ 00 ngày 03/12/2026 thêm: 9 giờ 00 ngày 04/12/2026",
        "Mức độ bỏ: phức tạp thêm: điểm nóng",
        "Diễn biến, mục 1 thêm: 6 giờ 00 ngày 27/11/2026 · Diễn biến: Mưa.",
        "Nơi trả lời bỏ: Ban Dân vận thêm: Ban Tuyên giáo",
    ):
        assert part in shown, part
    assert not re.search(r"\d{4}-\d{2}-\d{2}T|hot_spot|Diễn biến, mục 2", shown)


DETAILS = "details: Chi tiết đối chiếu với từng mẫu."
MARKED = "details: |\n  **Kết quả** của [phiếu](https://example.vn/{})\n\n  - một\n  - {}\n"


def test_markdown_is_shown_as_people_read_it() -> None:
    desk = Desk(record_files() | plan(BULLETIN, INCLUDED[:-1], "quick"))
    desk.change("TT-2026-0002", DETAILS, MARKED.format("a", "hai"))
    desk.issue(BULLETIN)
    desk.change("TT-2026-0002", "- hai", "- ba")
    desk.issue(BULLETIN, Relation.CORRECTION, "Có sửa.")
    body = changes_of(desk)
    assert "Kết quả của phiếu\n- một\n- <del>" in body
    assert not re.search(r"\*\*|\]\(", body)
    assert "**" not in " ".join(sentences(desk))


def test_readable_text_keeps_every_word_of_lists_tables_and_quotes() -> None:
    text = "# Đầu\n\n1. một\n2. hai\n\n| a | b |\n|---|---|\n| c | *d* |\n\n> trích `mã`"
    assert readable(text) == "Đầu\n1. một\n2. hai\na | b\nc | d\ntrích mã"


def test_a_long_text_that_did_not_change_can_be_opened() -> None:
    long = " ".join(f"từ{number}" for number in range(80))
    desk = Desk(record_files() | plan(BULLETIN, INCLUDED[:-1], "quick"))
    desk.change("BX-2026-0001", "summary: Rác thu gom chậm", f"summary: Đầu {long} cuối")
    desk.issue(BULLETIN)
    desk.change("BX-2026-0001", "summary: Đầu", "summary: Mở đầu")
    desk.change("BX-2026-0001", "cuối", "kết thúc")
    desk.issue(BULLETIN, Relation.CORRECTION, "Có sửa.")
    body = changes_of(desk)
    hidden = re.findall(r"<details class=\"change-hidden\"><summary>(.*?)</summary>(.*?)</de", body)
    assert [summary for summary, _ in hidden] == ["… 52 chữ không đổi …"]
    assert "từ13 <details" in body
    assert hidden[0][1].split()[0] == "từ14"
    assert all(word in body.split() for word in long.split()[15:60])


def test_a_rewritten_text_is_shown_whole_before_and_after() -> None:
    desk = corrected(
        ("BX-2026-0001", "summary: Rác thu gom chậm ở khu tập thể.", "summary: Xe đã đến đủ ở đó.")
    )
    body = changes_of(desk)
    assert "bỏ: </span>Rác thu gom chậm ở khu tập thể.</del><ins>" in body


def test_neighbouring_changes_become_one_mark() -> None:
    runs = word_runs("Nước một hai ba đến", "Nước bốn năm sáu đến")
    assert [run.kind for run in runs] == ["same", "out", "in", "same"]
    assert [run.text for run in runs if run.kind != "same"] == ["một hai ba", "bốn năm sáu"]


def test_an_item_put_in_leaves_the_items_after_it_alone() -> None:
    desk = corrected(
        ("ND-2026-0001", "do_not_say:\n", "do_not_say:\n  - {text: Hết., why: Chưa.}\n")
    )
    keys = [key.at for one in compared(desk) for key in one.keys]
    assert keys == [("do_not_say", 0)]


# ── a comparison that tells nothing is never told as “nothing changed” ───────────────────────


NO_CHANGE = "không bản ghi nào khác"


def test_a_change_that_no_reader_sees_is_still_told() -> None:
    desk = Desk(record_files() | plan(BULLETIN, INCLUDED[:-1], "quick"))
    desk.change("TT-2026-0002", DETAILS, MARKED.format("a", "hai"))
    desk.issue(BULLETIN)
    desk.change("TT-2026-0002", "example.vn/a", "example.vn/b")
    desk.issue(BULLETIN, Relation.CORRECTION, "Có sửa.")
    shown = text_of(changes_of(desk))
    assert "Chỉ sửa cách trình bày hoặc địa chỉ liên kết" in shown
    assert NO_CHANGE not in shown


def test_another_file_under_the_same_name_is_a_change() -> None:
    desk = Desk(record_files() | plan(BULLETIN, INCLUDED[:-1], "quick"))
    desk.issue(BULLETIN)
    desk.files["content/attachments/so-do.png"] = PNG + b"another"
    desk.issue(BULLETIN, Relation.CORRECTION, "Có sửa.")
    shown = text_of(changes_of(desk))
    assert "Tệp kèm theo, mục 1: nội dung tệp (mã băm)" in shown
    assert NO_CHANGE not in shown


@pytest.mark.parametrize(
    ("alter", "said"),
    [
        (lambda body: body["registry"]["units"][0].update(name="Ban khác"), "Danh mục có sửa ở"),
        (
            lambda body: body["approvals"][0].update(signature="x"),
            "trước khai báo, nay ký số",
        ),
        (
            lambda body: body["registry"]["programme"].update(basis="VB-2024-0009"),
            "máy không nêu được chỗ nào",
        ),
    ],
    ids=["names", "approvals", "unknown"],
)
def test_what_differs_beside_the_records_is_told(
    alter: Callable[[dict[str, Any]], None], said: str
) -> None:
    desk = Desk(record_files() | plan(BULLETIN, INCLUDED[:-1], "quick"))
    first = desk.issue(BULLETIN)
    body = desk.issue(BULLETIN, Relation.WITHDRAWAL, "Thử.").model_dump(mode="json")
    body["relation"] = "correction"
    same = Edition.model_validate(deepcopy(body))
    alter(body)
    moment = desk.ledger().moment
    shown = [
        text_of(pages_of(Ledger((first, second), {}, moment))[CHANGES].body)
        for second in (same, Edition.model_validate(body))
    ]
    assert NO_CHANGE in shown[0]
    assert said not in shown[0]
    assert NO_CHANGE not in shown[1]
    assert said in shown[1]


def test_a_rumour_that_is_not_yet_answered_is_not_worded_among_the_changes() -> None:
    desk = Desk(record_files() | plan(BULLETIN, INCLUDED[:-1], "quick"))
    desk.change("TT-2026-0002", "answer: Mùi do tảo, không có chất thải.\n", "")
    desk.issue(BULLETIN)
    desk.change("TT-2026-0002", "nước chứa chất thải", "nước chứa hóa chất")
    desk.issue(BULLETIN, Relation.CORRECTION, "Có sửa.")
    everything = " ".join(page.body for page in pages_of(desk.ledger()).values())
    assert "chứa hóa chất" not in everything
    assert "hóa chất" not in " ".join(sentences(desk))
    assert "nội dung lan truyền chưa có kết luận" in text_of(changes_of(desk))


# ── where else changes are told ──────────────────────────────────────────────────────────────


def test_a_record_says_what_changed_since_its_version_before_and_where_the_words_are() -> None:
    desk = week()
    desk.change("SV-2026-0001", "level: complex", "level: hot_spot")
    desk.change("SV-2026-0001", NEXT_UPDATE, "next_update: 2026-12-04T09:00")
    desk.issue(BULLETIN, Relation.UPDATE, "Cập nhật.")
    body = pages_of(desk.ledger())["events/SV-2026-0001/"].body
    shown = text_of(body[body.index('id="versions"') :])
    said = "Từ phiên bản 1: Đổi thời hạn : Sẽ cập nhật lúc Câu chữ và nội dung khác : Mức độ"
    assert said in shown
    assert f'href="../../bulletins/{BULLETIN}/v3/changes/#SV-2026-0001"' in body
    assert shown.count("lần đầu") == 1


def test_a_version_that_is_the_first_a_reader_may_see_has_no_changes_and_no_link_to_them() -> None:
    """As on a public site, when the first version was for internal use."""
    desk = corrected(("BX-2026-0001", "summary: Rác", "summary: Nhiều rác"))
    pages = pages_of(Ledger(desk.editions[1:], {}, desk.ledger().moment))
    assert CHANGES not in pages
    assert not [page.address for page in pages.values() if "v2/changes/" in page.body]


# ── attachments ──────────────────────────────────────────────────────────────────────────────


def replaced() -> Desk:
    """A plan of the pipes that was drawn anew for the second version, under its old name."""
    desk = Desk(record_files() | plan(BULLETIN, INCLUDED[:-1], "quick"))
    first = desk.issue(BULLETIN)
    desk.files[kept_path("so-do.png", first.attachments["so-do.png"])] = PNG
    desk.files["content/attachments/so-do.png"] = PNG + b"another"
    desk.issue(BULLETIN, Relation.CORRECTION, "Sơ đồ mới.")
    return desk


def test_each_version_leads_to_the_file_it_was_issued_with() -> None:
    desk = replaced()
    old, new = (edition.attachments["so-do.png"] for edition in desk.editions)
    assert old != new
    pages = pages_of(desk.ledger())
    root = "../../../attachments"
    kept = f'href="{root}/{old[7:19]}/so-do.png"'
    assert kept in pages[f"bulletins/{BULLETIN}/v1/"].body
    assert f'href="{root}/so-do.png"' in pages[f"bulletins/{BULLETIN}/v2/"].body
    assert 'href="../../attachments/so-do.png"' in pages["events/SV-2026-0001/"].body


def test_verify_knows_the_kept_file_and_misses_it_when_it_is_gone() -> None:
    desk = replaced()
    kept = kept_path("so-do.png", desk.editions[0].attachments["so-do.png"])
    assert verify_editions(in_memory(desk.files, MOMENT)).problems == ()
    del desk.files[kept]
    wrong = verify_editions(in_memory(desk.files, MOMENT)).problems
    assert [f"{BULLETIN}/v1" in str(one.place) for one in wrong] == [True]
