"""How bulletins look on paper, measured in the rendered files themselves."""

import re
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber
import pytest

from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.model.layouts import folder, layout_of
from generator.views.bulletin.bulletin_print import bulletin_job
from generator.views.context.edition_context import Later
from generator.views.context.pdf_job import PdfJob
from tests.exercise import Desk, plan, record_files
from tests.prints import print_once
from tests.test_pdf import edition, frozen, job

pytestmark = pytest.mark.pdf

MM = 72 / 25.4
QUICK = ("BT-2026-0002/v1", "BT-2026-0003/v2", "BT-2026-0004/v1", "BT-2026-0005/v1")
ALL = (*QUICK, "BT-2026-0006/v1")
LETTERS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
STAMPS = {"urgent": ("KHẨN", 20), "very_urgent": ("THƯỢNG KHẨN", 40), "flash": ("HỎA TỐC", 30)}


def before(name: str) -> Edition | None:
    return edition("BT-2026-0003/v1") if name == "BT-2026-0003/v2" else None


@cache
def opened(name: str) -> pdfplumber.pdf.PDF:
    job = bulletin_job(edition(name), before(name), Language.VI, frozen(name), Later(()))
    return pdfplumber.open(BytesIO(print_once(job)))


def opened_job(job: PdfJob) -> pdfplumber.pdf.PDF:
    return pdfplumber.open(BytesIO(print_once(job)))


def main_pages(pdf: pdfplumber.pdf.PDF) -> list[str]:
    """The pages before the annex."""
    texts = [page.extract_text() for page in pdf.pages]
    starts = [place for place, text in enumerate(texts) if "\nPHỤ LỤC\n" in text]
    return texts[: starts[0]] if starts else texts


@pytest.mark.parametrize("name", QUICK)
def test_a_quick_bulletin_of_the_sample_takes_two_pages_before_its_annex(name: str) -> None:
    assert len(main_pages(opened(name))) == 2


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
    assert len(main_pages(pdf)) <= 2
    said = " ".join(" ".join(main_pages(pdf)).split())
    assert ("câu hỏi và trả lời khác" in said) == (number > 4)


QUESTION = "  - {question: Có cần đun sôi nước trước khi uống không?, answer: Đun sôi theo thói quen vệ sinh hằng ngày., because: [TT-2026-0001]}\n"  # noqa: E501  one line of YAML
MOMENT = "  - {at: 2026-11-28T06:30+07:00, text: Đường dây nóng nhận phản ánh của bà con về nước có mùi lạ., because: [TT-2026-0001]}\n"  # noqa: E501  one line of YAML
TASK = "  - {do: Lấy mẫu nước ở các điểm công cộng., unit: ubnd, due: 2026-12-09, status: doing}\n"


def test_a_forecast_is_printed_only_within_72_hours_of_the_issue() -> None:
    desk = Desk(record_files() | plan("BT-2026-0001", ["SV-2026-0001"], "quick"))
    near = " ".join(main_pages(opened_job(_draft_of(desk, "BT-2026-0001"))))
    desk.change("SV-2026-0001", "until: 2026-12-02", "until: 2026-12-05")
    desk.files |= plan("BT-2026-0002", ["SV-2026-0001"], "quick")
    far = " ".join(main_pages(opened_job(_draft_of(desk, "BT-2026-0002"))))
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
    holding = [text for text in texts if "đã phê duyệt lúc" in text]
    assert len(holding) == 1
    heading = re.search("phê duyệt\n", holding[0], re.IGNORECASE)
    assert heading
    assert holding[0].count("đã phê duyệt lúc") == 2
    assert len(holding[0][: heading.start()].splitlines()) >= 4  # the header's line is one


def test_a_later_version_says_on_page_one_what_changed_and_only_there() -> None:
    first, *later = (" ".join(text.split()) for text in main_pages(opened("BT-2026-0003/v2")))
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


def _cells_around(pages: list[pdfplumber.page.Page], starts: list[dict[str, Any]]) -> list[float]:
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
