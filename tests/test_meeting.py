"""A bulletin for a meeting of a Party cell: to inform, to discuss, to decide, lines to write on."""

import re

from generator.base.text import Language
from generator.model.edition.edition import Edition, Relation
from generator.model.kinds.bulletin import BulletinKind
from generator.views.bulletin.bulletin_print import bulletin_job
from generator.views.bulletin.document import document, paper
from generator.views.context.corrections import corrections_before
from tests.exercise import Desk, plan, record_files
from tests.test_sections import edition

ASKED = ("Chi bộ giúp bà con xả vòi thế nào?", "Còn hộ nào chưa biết lịch?")


def meeting(kind: BulletinKind = BulletinKind.MEETING) -> Edition:
    full = edition(kind)
    return full.model_copy(update={"plan": {**full.plan, "discuss": [*ASKED]}})


def test_it_has_the_order_of_a_meeting_on_page_and_paper() -> None:
    wanted = ["I. Thông báo", "Điểm chính", "II. Thảo luận", "Câu hỏi thảo luận"]
    wanted += ["III. Biểu quyết, phân công"]
    for one in (document, paper):
        shown = one(meeting(), Language.VI, None)
        titles = [section.title for section in shown.sections]
        assert [title for title in titles if title in wanted] == wanted
        assert shown.kind_label == "Bản tin sinh hoạt chi bộ"
    assert titles[-1] == "Chi bộ ghi"
    between = titles[titles.index("II. Thảo luận") : titles.index("III. Biểu quyết, phân công")]
    assert "Ý kiến khác nhau" in between


def test_each_question_has_lines_to_write_on_and_so_has_what_the_cell_decides() -> None:
    html = bulletin_job(meeting(), None, Language.VI, None).html
    for question in ASKED:
        assert re.search(
            rf"<li>{re.escape(question)}(<span class=\"write\"></span>){{3}}</li>", html
        )
    _, minutes = html.split('id="minutes"')
    assert minutes.count('<p class="write"></p>') == 4
    assert minutes.partition("</table>")[0].count("<tr><td></td>") == 5


def test_what_another_bulletin_asks_is_shown_too() -> None:
    for kind in (BulletinKind.PERIODIC, BulletinKind.QUICK):
        for one in (document, paper):
            (asked,) = (
                s for s in one(meeting(kind), Language.VI, None).sections if s.id == "discuss"
            )
            assert all(question in asked.html for question in ASKED)


def test_it_lists_what_was_corrected_since_the_meeting_before() -> None:
    """A weekly bulletin between two months takes no correction away from the cells."""
    files = record_files()
    include = ["SV-2026-0001", "ND-2026-0001", "TT-2026-0002"]
    for number, kind in enumerate(("meeting", "periodic", "periodic", "meeting"), 1):
        files |= plan(f"BT-2026-000{number}", include, kind=kind)
    desk = Desk(files)
    desk.issue("BT-2026-0001")
    desk.issue("BT-2026-0002")
    desk.issue("BT-2026-0002", Relation.CORRECTION, "Số mẫu ghi sai.")
    weekly, monthly = desk.issue("BT-2026-0003"), desk.issue("BT-2026-0004")
    after = desk.issue("BT-2026-0004", Relation.UPDATE, "Thêm giờ trực.")
    told = corrections_before(desk.ledger())
    names = [[one.name for one in told[one.digest]] for one in (weekly, monthly, after)]
    assert names == [["BT-2026-0002/v2"]] * 3
