"""How bulletins look on paper, measured in the rendered files themselves."""

import re
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.model.layouts import folder, layout_of
from generator.model.record.requests import asks_to_act
from generator.targets.build.inputs import Wish
from generator.targets.build.plan import Plan, plan_of
from generator.targets.pdf import bulletin_papers
from generator.views.bulletin.annex import has_annex
from generator.views.bulletin.bulletin_print import bulletin_job
from generator.views.bulletin.document import annex_apart
from generator.views.context.edition_context import Later
from generator.views.context.pdf_job import PdfJob
from tests.conftest import ROOT
from tests.exercise import Desk, plan, record_files
from tests.exercise import text_of as text_of_html
from tests.measure import unpacked
from tests.prints import print_once
from tests.test_pdf import edition, folded, job, pages_of

pytestmark = pytest.mark.pdf

MM = 72 / 25.4
QUICK = ("BT-2026-0002/v1", "BT-2026-0003/v2", "BT-2026-0004/v1", "BT-2026-0005/v1")
ALL = (*QUICK, "BT-2026-0006/v1")
LETTERS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
STAMPS = {"urgent": ("KHẨN", 20), "very_urgent": ("THƯỢNG KHẨN", 40), "flash": ("HỎA TỐC", 30)}


@cache
def site() -> Plan:
    return plan_of(ROOT, Wish(at="2026-11-30T22:00+07:00"))


@cache
def job_of(name: str) -> PdfJob:
    """As the site prints it, with what was corrected and stopped since."""
    return bulletin_papers._job(site(), edition(name))


@cache
def opened(name: str) -> PDF:
    return opened_job(job_of(name))


def opened_job(job: PdfJob) -> PDF:
    return unpacked(print_once(job))


def texts_of(pdf: PDF) -> list[str]:
    return [page.extract_text() for page in pdf.pages]


@pytest.mark.parametrize("name", QUICK)
def test_page_one_of_a_quick_bulletin_stands_alone_and_a_second_is_the_last(name: str) -> None:
    """Who, as of when, what is said and not said, what to do, who answers, until when."""
    first, second = folded_pages(name)
    issued = edition(name)
    (message,) = (one for one in issued.records.values() if one["id"].startswith("ND"))
    contact = issued.names.units[message["contact"]].contact
    short = (said if isinstance(said, str) else said["text"] for said in message["short_text"])
    alone = [
        *(one["text"] for one in (*message["say"], *message["do_not_say"])),
        *filter(asks_to_act, short),
        *(issued.names.units[one].name for one in issued.parties),
        *("Tình hình đến", "Nội dung thống nhất có hiệu lực đến", str(contact and contact.phone)),
    ]
    assert [text for text in alone if folded(text).upper() not in first] == []
    assert first.index("KHÔNGNÓI") < first.index("NƠITRẢLỜI") < first.rindex("DIỄNBIẾN")
    assert "PHÊDUYỆT" in second


def updated(name: str) -> PdfJob:
    """Its next version, with all records as they were issued last: much of them has changed."""
    before = edition(name)
    newest: dict[str, Any] = {}
    for later in site().ledger.editions:
        newest |= later.records
    records = {one: newest[one] for one in before.records}
    plan = {**before.plan, "highlights": before.plan["highlights"] * 2}
    changed = {"records": records, "plan": plan, "version": before.version + 1}
    after = before.model_copy(update=changed)
    return bulletin_job(after, before, Language.VI, None, Later(()))


@pytest.mark.parametrize(("name", "most"), [("BT-2026-0004/v1", 2), ("BT-2026-0002/v1", 2)])
def test_an_update_that_changed_much_holds_its_pages_as_a_draft(name: str, most: int) -> None:
    """Page 1 says in short what changed, and stands alone all the same."""
    pages = texts_of(opened_job(updated(name)))
    assert len(pages) <= most
    first = " ".join(pages[0].split()).upper()
    changed, _, rest = first.partition("NHỮNG ĐIỂM THAY ĐỔI")[2].partition("NỘI DUNG ĐỊNH HƯỚNG")
    assert 20 < len(changed) < 900
    assert "THAY ĐỔI KHÁC, " in changed
    assert "MỤC" not in changed
    for said in ("KHÔNG NÓI", "NGƯỜI DÂN NÊN LÀM GÌ", "ĐIỆN THOẠI", "CÓ HIỆU LỰC ĐẾN"):
        assert said in rest


@cache
def folded_pages(name: str) -> tuple[str, ...]:
    """Each page as it is copied out, column by column, in capitals and without white space."""
    return tuple(folded(text).upper() for text in pages_of(print_once(job_of(name))))


def test_the_periodic_bulletin_of_the_sample_s_week_takes_six_pages() -> None:
    assert len(opened("BT-2026-0006/v1").pages) <= 6


@pytest.mark.parametrize("name", ALL)
def test_no_sheet_is_nearly_empty(name: str) -> None:
    for page in opened(name).pages:
        inside = page.crop((0, 60, page.width, page.height - 60))
        assert inside.extract_text_lines()[-1]["bottom"] > page.height / 4


@pytest.mark.parametrize("name", QUICK)
def test_nothing_that_belongs_together_is_split(name: str) -> None:
    """A question and its answer, a moment, a refusal and its reason, a unit and its telephone."""
    html = re.sub('<span class="part-label">.*?</span>', "", job_of(name).html)
    items = re.findall(r"<(?:li|p)\b[^>]*>(.*?)</(?:li|p)>", html, re.DOTALL)
    told = [folded(text_of_html(one)).upper() for one in items if "<dl" not in one]
    assert len(told) > 30
    split = [one for one in told if not any(one in page for page in folded_pages(name))]
    assert split == []


@pytest.mark.parametrize("name", ALL)
def test_a_bulletin_has_an_annex_where_there_is_something_to_print_apart(name: str) -> None:
    issued = edition(name)
    assert has_annex(issued) == bool(annex_apart(issued, Language.VI, None).sections)


@pytest.mark.parametrize("number", range(1, 11))
def test_a_quick_bulletin_about_one_event_takes_two_pages(number: int) -> None:
    """With more of everything each time: moments, questions, tasks, and two full opinions."""
    desk = Desk(record_files())
    desk.change("ND-2026-0001", "answers:\n", "answers:\n" + number * QUESTION)
    desk.change("SV-2026-0001", "timeline:\n", "timeline:\n" + number * MOMENT)
    desk.change("SV-2026-0001", "tasks:\n", "tasks:\n" + min(number, 5) * TASK)
    desk.change("TD-2026-0001", "Báo lịch thật sớm.", "Báo lịch thật sớm. " * 5 * number)
    desk.files |= plan("BT-2026-0001", ["SV-2026-0001", "ND-2026-0001", "TD-2026-0001"], "quick")
    made = desk.issue("BT-2026-0001")
    pdf = opened_job(bulletin_job(made, None, Language.VI, b"{}"))
    assert len(texts_of(pdf)) <= 2
    said = " ".join(" ".join(texts_of(pdf)).split())
    assert ("câu hỏi và trả lời khác" in said) == (number > 4)


QUESTION = "  - {question: Có cần đun sôi nước trước khi uống không?, answer: Đun sôi theo thói quen vệ sinh hằng ngày., because: [TT-2026-0001]}\n"  # noqa: E501  one line of YAML
MOMENT = "  - {at: 2026-11-28T06:30+07:00, text: Đường dây nóng nhận phản ánh của bà con về nước có mùi lạ., because: [TT-2026-0001]}\n"  # noqa: E501  one line of YAML
TASK = "  - {do: Lấy mẫu nước ở các điểm công cộng., unit: ubnd, due: 2026-12-09, status: doing}\n"


def test_a_forecast_is_printed_only_within_72_hours_of_the_issue() -> None:
    desk = Desk(record_files() | plan("BT-2026-0001", ["SV-2026-0001"], "quick"))
    near = " ".join(texts_of(opened_job(_draft_of(desk, "BT-2026-0001"))))
    desk.change("SV-2026-0001", "until: 2026-12-02", "until: 2026-12-05")
    desk.files |= plan("BT-2026-0002", ["SV-2026-0001"], "quick")
    far = " ".join(texts_of(opened_job(_draft_of(desk, "BT-2026-0002"))))
    assert "Câu hỏi tăng vào buổi tối" in near
    assert "Câu hỏi tăng vào buổi tối" not in far
    assert "Còn 1 dự báo" in " ".join(far.split())


def _draft_of(desk: Desk, bulletin: str) -> PdfJob:
    return bulletin_job(desk.issue(bulletin), None, Language.VI, b"{}")


@pytest.mark.parametrize("name", ALL)
def test_no_heading_is_the_last_line_of_a_page(name: str) -> None:
    for page in opened(name).pages:
        # Between header and footer; headings are the bold sans type.
        inside = page.crop((0, 45, page.width, page.height - 45))
        lines = inside.extract_text_lines()
        last = max(lines, key=lambda line: line["top"])
        fonts = {char["fontname"].partition("+")[2] for char in last["chars"]}
        assert fonts != {"Arimo-Bold"}, last["text"]


@pytest.mark.parametrize("name", ALL)
def test_the_approvals_stand_whole_and_not_alone_on_a_page(name: str) -> None:
    texts = [page.extract_text() for page in opened(name).pages]
    holding = [text for text in texts if "đã phê duyệt trên hệ thống lúc" in text]
    assert len(holding) == 1
    heading = re.search("phê duyệt\n", holding[0], re.IGNORECASE)
    assert heading
    assert holding[0].count("đã phê duyệt trên hệ thống lúc") == 2
    assert len(holding[0][: heading.start()].splitlines()) >= 4  # the header's line is one


def test_a_later_version_says_on_page_one_what_changed_and_only_there() -> None:
    first, *later = (" ".join(text.split()) for text in texts_of(opened("BT-2026-0003/v2")))
    assert "NHỮNG ĐIỂM THAY ĐỔI" in first.upper()
    assert str(edition("BT-2026-0003/v2").change_note) in first
    assert not any("“12” thành “21”" in text for text in later)


def test_differing_opinions_have_boxes_of_one_width_and_type_of_one_size() -> None:
    pages = opened("BT-2026-0004/v1").pages
    talk = edition("BT-2026-0004/v1").records["TD-2026-0001"]
    firsts = [one["opinion"].split()[:4] for one in talk["positions"]]
    words = [w for page in pages for w in page.extract_words(extra_attrs=["size", "fontname"])]
    starts = [
        words[place]
        for place in range(len(words) - 4)
        for first in firsts
        if [w["text"] for w in words[place : place + 3]] == first[:3]
        and "Bold" not in words[place]["fontname"]
    ]
    assert len(starts) == 2
    assert len({round(one["size"], 2) for one in starts}) == 1
    assert round(starts[0]["size"], 2) >= 10.5
    assert abs(starts[0]["top"] - starts[1]["top"]) < 0.1
    cells = _cells_around(pages, starts)
    assert len(cells) == 2
    assert abs(cells[0] - cells[1]) < 0.5 * MM


def _cells_around(pages: list[Page], starts: list[dict[str, Any]]) -> list[float]:
    """The widths between the upright rules beside these words."""
    for page in pages:
        upright = sorted(
            {
                round(one["x0"])
                for one in (*page.rects, *page.lines)
                if one["height"] > 20 and one["top"] - 30 < starts[0]["top"] < one["bottom"]
            }
        )
        if len(upright) >= 3:
            edges = [one for k, one in enumerate(upright) if k == 0 or one - upright[k - 1] > 3]
            return [b - a for a, b in pairwise(edges)]
    return []


@pytest.mark.parametrize("urgency", STAMPS)
def test_the_box_of_urgency_has_the_size_of_the_form(urgency: str) -> None:
    text, width = STAMPS[urgency]
    given = edition("BT-2026-0004/v1").model_dump(mode="json")
    given["plan"] = {**given["plan"], "urgency": urgency, "circulation": "internal"}
    page = opened_job(bulletin_job(Edition(**given), None, Language.VI, b"{}")).pages[0]
    inner = page.search(text)[-1] if urgency != "urgent" else page.search("KHẨN")[0]
    boxes = [
        (one["width"] / MM, one["height"] / MM)
        for one in (*page.rects, *page.curves)
        if one["x0"] <= inner["x0"]
        and one["x1"] >= inner["x1"]
        and one["top"] <= inner["top"] + 2
        and one["bottom"] >= inner["bottom"] - 2
    ]
    assert any(abs(w - width) <= 0.5 and abs(h - 8) <= 0.5 for w, h in boxes), boxes
    assert "LƯU HÀNH NỘI BỘ" in page.extract_text()


@pytest.mark.parametrize("kind", ["bulletin", "quick"])
def test_every_colour_of_text_stays_dark_on_a_grey_copier(kind: str) -> None:
    css = "".join(
        (folder() / name).read_text("utf-8") for name in layout_of("masthead", kind).styles
    )
    colours = set(re.findall(r"[{;]\s*color: (#[0-9a-f]{3,6})", css)) - {"#fff"}
    grounds = set(re.findall(r"background: (#[0-9a-f]{3,6})", css)) - {"#8a1c1c"} | {"#fff"}
    assert "#8a1c1c" in colours
    for colour in colours:
        assert all(_contrast(colour, ground) >= 4.5 for ground in grounds), colour
    assert _contrast("#fff", "#8a1c1c") >= 4.5


def _contrast(one: str, other: str) -> float:
    """As WCAG defines it, of what a grey copier makes of both colours."""
    light, dark = sorted((_grey(one), _grey(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _grey(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    red, green, blue = (int(digits[k : k + 2], 16) for k in (0, 2, 4))
    luma = (0.299 * red + 0.587 * green + 0.114 * blue) / 255
    return luma / 12.92 if luma <= 0.04045 else ((luma + 0.055) / 1.055) ** 2.4


def test_all_letters_of_vietnamese_copy_out_of_every_face() -> None:
    both = LETTERS + LETTERS.upper()
    assert len(LETTERS) == 73
    faces = ("<p>{}", "<p><b>{}</b>", "<p><i>{}</i>", "<p><b><i>{}</i></b>", "<h3>{}")
    html = "".join(face.format(" ".join(both)) for face in faces) + f"<table><tr class=x><td>{both}"
    pdf = opened_job(job(html + f'<p class="record-line">{" ".join(both)}'))
    found = "".join("".join(page.extract_text().split()) for page in pdf.pages)
    fonts = {char["fontname"].partition("+")[2] for page in pdf.pages for char in page.chars}
    assert found.count(both) >= 7
    assert {"Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic", "Arimo", "Arimo-Bold"} == {
        name.replace("Bold-Italic", "BoldItalic") for name in fonts
    }
