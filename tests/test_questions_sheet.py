"""The questions and answers of an event on paper: for whoever is asked, and for the meeting."""

import re
import unicodedata
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pytest

from generator.base.text import Language
from generator.model.ledger.ledger import Ledger
from generator.targets.build.inputs import Wish
from generator.targets.build.plan import plan_of
from generator.targets.pdf import message_papers
from generator.views.context.site_context import SiteContext
from generator.views.message.event_questions import has_questions, questions_of
from generator.views.message.questions_sheet import MOST_ASKED, questions_job
from generator.views.site.all_pages import plan_site
from tests.exercise import INCLUDED, Desk, plan, record_files
from tests.measure import every_page_says
from tests.prints import print_once
from tests.test_card import ENDS, UNUSABLE
from tests.test_pdf import SHIPPED, elements_of, fonts_of, text_of

pytestmark = pytest.mark.pdf

EVENT = "SV-2026-0001"
UNKNOWN = "Thời điểm hết mùi hoàn toàn."  # the event says so, whatever becomes of its message
STREAM = """  - summary: {text}
    kind: {kind}
    tendency: concerned
    breadth: many
    intensity: high
    trend: falling
"""


def issued(included: list[str] | None = None, mode: str = "actual", streams: str = "") -> Desk:
    """A bulletin with the event, its message and a report on opinion that tells of questions."""
    files = record_files()
    path = next(one for one in files if one.endswith("DL-2026-0001.yml"))
    files[path] = str(files[path]).replace("streams:\n", f"streams:\n{streams}")
    desk = Desk(files | plan("BT-2026-0001", included or INCLUDED, mode=mode))
    desk.issue("BT-2026-0001")
    return desk


def pdf_of(ledger: Ledger, language: Language = Language.VI) -> bytes:
    return print_once(questions_job(questions_of(SiteContext(ledger, language), EVENT)))


def said(ledger: Ledger, language: Language = Language.VI) -> str:
    return " ".join(text_of(pdf_of(ledger, language)).split())


def asked(count: int, kind: str = "question") -> str:
    return "".join(
        STREAM.format(text=f"Hỏi điều thứ {n} của phường.", kind=kind) for n in range(count)
    )


def test_it_answers_then_tells_what_not_to_say_what_is_open_and_who_answers() -> None:
    text = said(issued(streams=asked(1) + asked(1, "view").replace("Hỏi", "Cho rằng")).ledger())
    parts = (
        "Hỏi – đáp thống nhất",
        "Tiêu đề SV-2026-0001",
        "SV-2026-0001 · theo BT-2026-0001, phiên bản 1",
        "DÙNG ĐẾN 8 giờ 00 ngày 20/12/2026",
        "Tiêu đề ND-2026-0001",
        "DÙNG ĐẾN 8 giờ 00 ngày 20/12/2026",
        "Nước có an toàn không?",
        "Nói ngắn gọn",
        "Nước đạt quy chuẩn và dùng được.",
        "Có nấu ăn được không?",
        "Nấu ăn được như thường.",
        "Căn cứ: Kết quả kiểm nghiệm nước (TT-2026-0001)",
        "Mai sẽ hết mùi.",
        "Chưa có câu trả lời",
        "Thời điểm hết mùi hoàn toàn.",
        "Câu hỏi và điều người dân thiếu thông tin",
        "Hỏi điều thứ 0 của phường.",
        "Ai trả lời",
        "Cập nhật tới: 17 giờ 00 ngày 03/12/2026",
        "Muốn biết nội dung này còn dùng được không, hỏi: Ban Dân vận",
    )
    place = 0
    for part in parts:
        place = text.find(part, place)
        assert place >= 0, (part, text)
    assert "Cho rằng điều thứ" not in text


@pytest.mark.parametrize("end", ENDS)
def test_a_message_out_of_use_is_named_and_nothing_of_it_is_printed(end: str) -> None:
    make, stamp, since, instead = ENDS[end]
    text = said(make())
    for told in (stamp, since, instead):
        assert told in text
    if not instead:  # else the message that takes its place says the same in this story
        assert [gone for gone in UNUSABLE if gone in text and gone not in UNKNOWN] == []
        assert "HIỆN KHÔNG CÓ NỘI DUNG NÀO ĐƯỢC DÙNG" in text


def test_the_earliest_end_is_that_of_the_whole_sheet() -> None:
    desk = issued()
    path = next(one for one in desk.files if one.endswith("ND-2026-0001.yml"))
    newer = str(desk.files[path]).replace("ND-2026-0001", "ND-2026-0002")
    desk.files[path.replace("0001.yml", "0002.yml")] = newer.replace("12-20T08", "12-15T08")
    desk.files |= plan("BT-2026-0002", [EVENT, "ND-2026-0002"])
    desk.issue("BT-2026-0002")
    text = said(desk.ledger())
    assert "theo BT-2026-0002, phiên bản 1 DÙNG ĐẾN 8 giờ 00 ngày 15/12/2026" in text
    assert "DÙNG ĐẾN 8 giờ 00 ngày 20/12/2026" in text


def test_no_more_questions_are_listed_than_are_read_and_the_rest_are_counted() -> None:
    text = said(issued(streams=asked(MOST_ASKED + 3)).ledger())
    assert f"Hỏi điều thứ {MOST_ASKED - 1} của" in text
    assert f"Hỏi điều thứ {MOST_ASKED} của" not in text
    assert "và 3 câu hỏi khác" in text


@pytest.mark.parametrize("mode", ["actual", "exercise"])
def test_it_keeps_every_rule_of_accessible_pdfs(mode: str) -> None:
    pdf = pdf_of(issued(mode=mode, streams=asked(9)).ledger())
    report = page.validate_pdf_bytes(pdf, profile="ua-1")
    assert [(one.rule_id, one.message) for one in report.failures] == []
    assert set(fonts_of(pdf)) <= SHIPPED
    text = text_of(pdf)
    assert text == unicodedata.normalize("NFC", text)
    with pikepdf.open(BytesIO(pdf)) as opened:
        tags = [str(one.get("/S")) for one in elements_of(opened)]
    levels = [int(tag[2]) for tag in tags if re.fullmatch("/H[1-6]", tag)]
    assert levels.count(1) == 1 and set(levels) == {1, 2, 3}


def test_every_page_says_which_event_which_edition_until_when_and_that_it_is_an_exercise() -> None:
    ledger = issued(mode="exercise", streams=asked(12)).ledger()
    edition = f"{EVENT} · BT-2026-0001/v1"
    job = questions_job(questions_of(SiteContext(ledger, Language.VI), EVENT))
    open_set = print_once(job._replace(denser=()))  # closer it is one sheet
    every_page_says(open_set, edition, "DÙNG ĐẾN", "Mã kiểm tra: ", "DIỄN TẬP")


def test_in_english_it_is_the_same_sheet() -> None:
    text = said(issued(streams=asked(1)).ledger(), Language.EN)
    for part in ("Questions and answers", "USE UNTIL", "Do not say", "Not yet answered", "Page 1/"):
        assert part in text


# ── on the site ──────────────────────────────────────────────────────────────────────────────


def test_the_page_of_an_event_links_the_sheet_where_there_is_one() -> None:
    for included in (INCLUDED, [EVENT]):
        ledger = issued(included).ledger()
        pages = {one.address: one for one in plan_site(ledger, Language.VI)}
        body = pages[f"events/{EVENT}/"].make().body
        has = has_questions(SiteContext(ledger, Language.VI), EVENT)
        assert has is (included is INCLUDED)
        assert (f'href="{EVENT}-hoi-dap.pdf"' in body) is has


def test_the_site_has_the_sheet_unless_no_pdf_is_wished(workspace: Path) -> None:
    for with_pdf in (True, False):
        plan = plan_of(workspace, Wish(at="2026-11-23T18:00+07:00", with_pdf=with_pdf))
        made = list(message_papers.of_events(plan))
        paths = [one.path for one in made]
        assert paths == ([f"events/{EVENT}/{EVENT}-hoi-dap.pdf"] if with_pdf else [])
        assert all(one.is_heavy for one in made)
