"""The text of official papers: sentences, marks, footnotes, and the blocks of each type."""

import pytest
from lxml.html import HtmlElement, document_fromstring

from generator.model.edition.edition import Relation
from generator.views.context.corrections import corrections_before, corrections_for
from tests.exercise import INCLUDED, Desk, plan, record_files
from tests.official import ABSTRACT, job_of, official

PARTY, STATE = "dang-hd05-2026", "nha-nuoc-nd30-2020"
SENT = "addressees: [Thường trực Quận ủy, Các chi bộ]"
MET = "meeting: {at: 2026-12-05T08:00+07:00, place: Hội trường phường, chaired_by: Trưởng ban}"


@pytest.fixture(scope="module")
def notice() -> HtmlElement:
    return document_fromstring(job_of(official(STATE)).html).body


def text(body: HtmlElement) -> str:
    return " ".join(body.text_content().split())


def typed(kind: str, layout: str = STATE, more: str = "") -> str:
    form = f"{{type: {kind}, layout: {layout}, abstract: {ABSTRACT}{more and f', {more}'}}}"
    return text(document_fromstring(job_of(official(layout, official=form)).html).body)


def test_records_are_told_in_sentences_not_in_lists_of_fields(notice: HtmlElement) -> None:
    assert not list(notice.iter("dl", "dt", "dd"))
    assert not [p for p in notice.iter("ul", "li") if "prose" not in (p.getparent().classes)]
    said = text(notice)
    for sentence in (
        "Xảy ra tại Phường Sông Xanh; bắt đầu lúc 6 giờ 30 ngày 28/11/2026; mức độ phức tạp;"
        " độ khẩn: khẩn.",
        "- UBND phường: Súc xả tuyến ống lớn; thời hạn 05/12/2026.",
        "- UBND phường: Lấy mẫu hằng ngày; thời hạn 29/11/2026; quá hạn, đang làm: Đã lấy chín",
        "- Nhiều khả năng: Câu hỏi tăng vào buổi tối; trong thời hạn đến ngày 02/12/2026;",
        "- Ý kiến của Ban Dân vận Quận ủy Hà Đông: Báo lịch thật sớm.",
        "- Đề nghị UBND phường: Bố trí hai xe cấp nước; thời hạn 09/12/2026.",
        "Từ 01/11/2026 đến 27/11/2026, nhận 37 lượt phản ánh;",
    ):
        assert sentence in said, sentence


def test_chapters_parts_and_points_bear_their_marks_in_order(notice: HtmlElement) -> None:
    chapters = [h2.text for h2 in notice.iter("h2") if "changes" not in h2.getparent().classes]
    numbers = [str(title).partition(".")[0] for title in chapters if title and "." in title]
    assert numbers[:6] == ["I", "II", "III", "IV", "V", "VI"]
    event = notice.get_element_by_id("events")
    assert [h4.text[:3] for h4 in event.iter("h4")] == ["a) ", "b) ", "c) ", "d) "]
    party = document_fromstring(job_of(official(PARTY)).html).body
    assert "I- ĐIỂM CHÍNH" in text(party)


def test_what_a_sentence_rests_on_is_a_footnote_called_again_by_its_number(
    notice: HtmlElement,
) -> None:
    notes = [text(note) for note in notice.find_class("note")]
    assert notes[0] == (
        "Thông báo số 03, ngày 29/11/2026, của Ban Dân vận Quận ủy Hà Đông (TT-2026-0001)."
    )
    assert len(notes) == len(set(notes))
    again = [call.text for call in notice.find_class("call")]
    assert again
    assert {int(str(number)) for number in again} <= set(range(1, len(notes) + 1))
    assert "1" in again
    assert "(TT-2026-0001)" not in text(notice.get_element_by_id("messages"))


def test_a_question_stays_on_the_page_of_its_answer(notice: HtmlElement) -> None:
    asked = [p for p in notice.iter("p") if text(p).startswith("- Hỏi:")]
    assert asked
    assert all("leads" in p.classes for p in asked)


def test_the_grounds_name_the_paper_with_its_day_and_issuer(notice: HtmlElement) -> None:
    (ground,) = notice.find_class("ground")
    assert text(ground) == (
        "Căn cứ Chương trình phối hợp giữa hai ban, ngày 26/4/2024, của Hai ban."
    )


def test_a_draft_tells_of_the_corrections_that_the_issued_paper_will_tell() -> None:
    desk = Desk(record_files() | plan("BT-2026-0001", INCLUDED) | plan("BT-2026-0002", INCLUDED))
    desk.issue("BT-2026-0001")
    desk.change("TT-2026-0001", "21 mẫu", "22 mẫu")
    desk.issue("BT-2026-0001", Relation.CORRECTION, "Sửa số mẫu.")
    before = desk.ledger()
    coming = desk.issue("BT-2026-0002")
    told = corrections_for(before, coming)
    assert [one.note for one in told] == ["Sửa số mẫu."]
    assert told == corrections_before(desk.ledger())[coming.digest]


# ── types of documents ───────────────────────────────────────────────────────────────────────


def test_a_letter_has_its_matter_under_the_number_and_its_addressees() -> None:
    said = typed("cong-van", more=SENT)
    assert f"Số: 01/BTGQU-BDVQU V/v {ABSTRACT}" in said
    assert "Kính gửi: - Thường trực Quận ủy; - Các chi bộ. Căn cứ" in said
    assert "CÔNG VĂN" not in said
    assert "Số 01-CV/BTGQU-BDVQU" in typed("cong-van", PARTY, SENT)


def test_a_submission_is_submitted() -> None:
    said = typed("to-trinh", PARTY, "addressees: [Ban Thường vụ Quận ủy]")
    assert "TỜ TRÌNH" in said
    assert "Kính trình: Ban Thường vụ Quận ủy." in said
    assert "kính trình nội dung như sau:" in said
    assert "kính trình xem xét, quyết định." in said
    assert "Kính gửi: Ban Thường vụ" in typed("to-trinh", STATE, "addressees: [Ban Thường vụ]")


def test_an_invitation_says_whom_when_and_where() -> None:
    said = typed("giay-moi", more=f"{SENT}, {MET}")
    assert "Trân trọng kính mời: - Thường trực Quận ủy;" in said
    assert "Thời gian: 8 giờ 00 ngày 05/12/2026. Địa điểm: Hội trường phường." in said
    assert "đến dự đúng giờ, đúng thành phần." in said


def test_minutes_plans_and_reports_open_as_such() -> None:
    assert f"họp {ABSTRACT}: Thời gian: 8 giờ 00 ngày 05/12/2026." in typed("bien-ban", more=MET)
    assert "đã được các bên thông qua." in typed("bien-ban", more=MET)
    assert "thực hiện kế hoạch như sau:" in typed("ke-hoach")
    assert "báo cáo như sau:" in typed("bao-cao")
    assert "Kính gửi: Ban Thường vụ." in typed("bao-cao", more="addressees: [Ban Thường vụ]")
    assert "Kính gửi" not in typed("bao-cao")
    assert "Kính gửi: Ban Thường vụ." in typed("ke-hoach", more="addressees: [Ban Thường vụ]")
