"""What a reader needs first stands first, in the order of the editors."""

import re

import pytest

from generator.base.text import Language
from generator.model.edition.edition import Relation
from generator.views.context.page import Page
from generator.views.site.all_pages import plan_site
from tests.exercise import BODIES, RECORDS, Desk, Files, head_of, plan, record_files, text_of

FIRST, SECOND, THIRD = "ND-2026-0001", "ND-2026-0002", "ND-2026-0003"
EVENT = "SV-2026-0001"
MESSAGE = f"message/2026/{FIRST}"


def message(record_id: str) -> Files:
    path = f"message/2026/{record_id}"
    body = BODIES[MESSAGE].replace("Nước có an toàn", f"Hỏi {record_id}, nước có an toàn")
    body = body.replace(
        "audience: [residents]", "audience: [officials]"
    )  # not another answer to all
    return {f"{RECORDS}/{path}.yml": head_of(path) + body}


def desk_of(*include: str, files: Files | None = None) -> Desk:
    """One bulletin with these records, issued."""
    given = record_files() | message(SECOND) | message(THIRD) | (files or {})
    desk = Desk(given | plan("BT-2026-0001", [*include]))
    desk.issue("BT-2026-0001")
    return desk


def pages_of(desk: Desk, moment: str = "2026-12-02T08:00+07:00") -> dict[str, Page]:
    planned = plan_site(desk.ledger(moment), Language.VI)
    return {page.address: page for page in (one.make() for one in planned)}


def leading(record_id: str) -> Files:
    """The event with a message that leads it."""
    path = f"event/2026/{EVENT}"
    return {f"{RECORDS}/{path}.yml": f"{head_of(path)}lead: {record_id}\n{BODIES[path]}"}


def on_the_event(page: Page) -> list[str]:
    """The messages of an event in the order in which its page offers them."""
    return re.findall(r'<p class="use-title"><a href="[^"]*(ND-2026-\d{4})', page.body)


def on_the_front(page: Page) -> list[str]:
    return re.findall(r'<h3 id="(ND-2026-\d{4})">', page.body)


@pytest.mark.parametrize("order", [(FIRST, THIRD, SECOND), (SECOND, FIRST, THIRD)])
def test_messages_stand_as_the_bulletin_names_them(order: tuple[str, ...]) -> None:
    pages = pages_of(desk_of(EVENT, *order))
    assert on_the_event(pages[f"events/{EVENT}/"]) == [*order]
    assert on_the_front(pages[""]) == [*order]


def test_a_later_issue_stands_before_an_older_one() -> None:
    desk = desk_of(EVENT, FIRST, SECOND)
    desk.files |= plan("BT-2026-0002", [THIRD])
    desk.issue("BT-2026-0002")
    assert on_the_front(pages_of(desk)[""]) == [THIRD, FIRST, SECOND]


def test_what_leads_the_event_stands_before_everything() -> None:
    pages = pages_of(desk_of(EVENT, FIRST, SECOND, THIRD, files=leading(THIRD)))
    assert on_the_event(pages[f"events/{EVENT}/"]) == [THIRD, FIRST, SECOND]
    assert on_the_front(pages[""]) == [THIRD, FIRST, SECOND]


def test_a_page_depends_on_the_order() -> None:
    """So that it is made again when only the order of the plan changes."""
    keys = []
    for order in ((FIRST, SECOND), (SECOND, FIRST)):
        planned = plan_site(desk_of(EVENT, *order).ledger(), Language.VI)
        keys.append({one.address: one.key for one in planned})
    for address in ("", f"events/{EVENT}/"):
        assert keys[0][address] != keys[1][address]


def test_what_is_not_to_be_said_is_never_cut() -> None:
    unsaid = "".join(f"  - {{text: Không nói {n}., why: Vì {n}.}}\n" for n in range(5))
    before = "  - {text: Mai sẽ hết mùi., why: Chưa có kết luận về thời điểm.}\n"
    path = f"{RECORDS}/{MESSAGE}.yml"
    body = BODIES[MESSAGE].replace(before, unsaid)
    page = pages_of(desk_of(EVENT, FIRST, files={path: head_of(MESSAGE) + body}))
    part = re.search(r"part-unsaid.*?</section>", page[f"events/{EVENT}/"].body, re.DOTALL)
    assert part is not None
    assert part[0].count("Không nói ") >= 5 and "<details" not in part[0]


def test_the_course_of_an_event_begins_with_the_newest() -> None:
    line = "  - {at: 2026-11-29T07:00+07:00, text: Đã lấy mẫu lần hai., because: [TT-2026-0001]}\n"
    path = f"event/2026/{EVENT}"
    body = BODIES[path].replace("\nknown:", f"\n{line}known:")
    pages = pages_of(desk_of(EVENT, files={f"{RECORDS}/{path}.yml": head_of(path) + body}))
    for address in (f"events/{EVENT}/", "bulletins/BT-2026-0001/v1/"):
        text = text_of(pages[address].body)
        assert text.index("Đã lấy mẫu lần hai.") < text.index("Phản ánh đầu tiên đến."), address
    for address in ("", "events/"):
        assert "7 giờ 00 ngày 29/11/2026: Đã lấy mẫu lần hai." in text_of(pages[address].body)
        assert "Phản ánh đầu tiên đến." not in text_of(pages[address].body)


def test_a_conclusion_stands_before_the_positions() -> None:
    path = "consultation/2026/TD-2026-0001"
    concluded = (
        "conclusion: {by: btv, on: 2026-12-01, text: Báo lịch trước một ngày.,"
        " reference: Thông báo số ba, decision: directed}\n"
    )
    files: Files = {f"{RECORDS}/{path}.yml": head_of(path) + BODIES[path] + concluded}
    desk = desk_of(EVENT, "TD-2026-0001", files=files)
    for address in ("consultations/TD-2026-0001/", "bulletins/BT-2026-0001/v1/"):
        text = text_of(pages_of(desk)[address].body)
        assert text.index("Báo lịch trước một ngày.") < text.index("Báo lịch thật sớm."), address


def test_a_list_of_rumours_tells_the_fact_and_never_the_rumour() -> None:
    page = pages_of(desk_of(EVENT, "TT-2026-0002"))["rumours/"]
    assert "Sự thật: Mùi do tảo, không có chất thải." in text_of(page.body)
    assert "Có tin nói nước chứa chất thải." not in page.body


@pytest.mark.parametrize(
    ("urgency", "level", "said"),
    [
        ("urgent", "complex", "1 việc khẩn."),
        ("routine", "hot_spot", "1 việc khẩn."),
        ("routine", "watch", "Không có việc khẩn; 1 việc đang theo dõi."),
    ],
)
def test_a_sentence_opens_the_front_page(urgency: str, level: str, said: str) -> None:
    path = f"event/2026/{EVENT}"
    body = BODIES[path].replace("urgency: urgent", f"urgency: {urgency}")
    body = body.replace("level: complex", f"level: {level}")
    desk = desk_of(EVENT, FIRST, files={f"{RECORDS}/{path}.yml": head_of(path) + body})
    assert f'<p class="front-status">{said}</p>' in pages_of(desk)[""].body


def test_on_a_quiet_day_the_front_page_says_so_and_has_no_empty_parts() -> None:
    body = pages_of(desk_of("VB-2026-0001"))[""].body
    assert "Không có việc khẩn; không có sự việc nào đang theo dõi." in body
    assert 'id="events"' not in body and 'id="corrections"' not in body
    assert "Không có nội dung nào đang có hiệu lực." in text_of(body)


def test_what_holds_stands_before_an_old_correction_and_after_a_fresh_one() -> None:
    desk = desk_of(EVENT, FIRST)
    desk.change("TT-2026-0001", "21 mẫu", "12 mẫu")
    desk.issue("BT-2026-0001", Relation.CORRECTION, "Số mẫu đúng là 12.")
    body = pages_of(desk)[""].body
    assert body.index('id="in-force"') < body.index('id="corrections"')
    fresh = re.search(r'<div class="alerts" data-from="([^"]*)" data-until="([^"]*)"', body)
    assert fresh is not None and fresh.start() < body.index('id="in-force"')
    assert (fresh[1], fresh[2]) == ("2026-12-01T10:00:00+07:00", "2026-12-02T10:00:00+07:00")
