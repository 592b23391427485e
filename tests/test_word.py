"""An official paper as a Word file: the words of its PDF, the figures of its form, one file."""

import re
from collections import defaultdict
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml.html import document_fromstring

from generator.base.prose import to_html
from generator.model.layouts import layout_of
from generator.model.record.table_room import FLOOR, PADDING
from generator.targets.pdf.wide_tables import fit_tables
from generator.targets.word.word_file import docx_of
from generator.views.context.pdf_job import PdfJob
from tests.conftest import Run
from tests.official import job_of, official
from tests.test_wide_tables import typed

ND30 = "nha-nuoc-nd30-2020"
FORMS = ("dang-hd05-2026", ND30)
AT = ("--at", "2026-11-30T22:00+07:00")


@pytest.fixture(scope="module")
def jobs() -> dict[str, PdfJob]:
    return {layout: job_of(official(layout)) for layout in FORMS}


@pytest.fixture(scope="module")
def files(jobs: dict[str, PdfJob]) -> dict[str, bytes]:
    return {layout: docx_of(job) for layout, job in jobs.items()}


def opened(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def text_of(element: object, notes: dict[str, str]) -> str:
    """The words of a part of the file, each footnote where it is called."""
    said: list[str] = []
    for node in element.iter():  # type: ignore[attr-defined]
        if node.tag == qn("w:t"):
            said.append(node.text or "")
        elif node.tag in (qn("w:p"), qn("w:br")):
            said.append(" ")
        elif node.tag == qn("w:footnoteReference"):
            said.append(f" {notes[node.get(qn('w:id'))]} ")
    return "".join(said)


def notes_of(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as package:
        if "word/footnotes.xml" not in package.namelist():
            return {}
        part = package.read("word/footnotes.xml").decode()
    found = re.findall(r'<w:footnote w:id="(\d+)">(.*?)</w:footnote>', part)
    return {number: re.sub("<[^>]+>", "", body) for number, body in found}


@pytest.mark.parametrize("layout", FORMS)
def test_the_file_says_word_by_word_what_the_print_says(
    layout: str, jobs: dict[str, PdfJob], files: dict[str, bytes]
) -> None:
    body = document_fromstring(jobs[layout].html).body
    for proof in body.find_class("proof"):
        proof.drop_tree()
    for cell in body.iter("td", "th", "p", "li", "dt", "dd", "span", "br"):
        cell.text, cell.tail = f" {cell.text or ''}", f" {cell.tail or ''}"
    printed = words(body.text_content())
    written = words(text_of(opened(files[layout]).element.body, notes_of(files[layout])))
    assert written == printed
    assert len(printed) > 300


def test_the_same_job_gives_the_same_bytes(
    jobs: dict[str, PdfJob], files: dict[str, bytes]
) -> None:
    assert docx_of(jobs[ND30]) == files[ND30]
    with ZipFile(BytesIO(files[ND30])) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}


@pytest.mark.parametrize("layout", FORMS)
def test_the_sheet_and_the_styles_have_the_figures_of_the_form(
    layout: str, files: dict[str, bytes]
) -> None:
    figures, file = layout_of(layout, "official").figures, opened(files[layout])
    section = file.sections[0]
    assert section.page_width is not None
    assert section.page_width.mm == pytest.approx(210, abs=0.05)
    for side in ("top", "bottom", "left", "right"):
        wanted = float(figures[f"margin-{side}"][:-2])
        assert getattr(section, f"{side}_margin").mm == pytest.approx(wanted, abs=0.05)
    for style, figure in (
        ("Normal", "body-size"),
        ("Quốc hiệu, tiêu đề", "nation-size"),
        ("Cơ quan ban hành", "issuer-size"),
        ("Tên loại", "type-size"),
        ("Trích yếu", "abstract-size"),
        ("Heading 1", "section-size"),
        ("Chức vụ", "position-size"),
        ("Một nơi nhận", "recipient-size"),
    ):
        assert file.styles[style].font.size == Pt(float(figures[figure][:-2])), style
        assert file.styles["Normal"].font.name == "Times New Roman"
    position = file.styles["Chức vụ"].font
    assert position.bold == (figures["position-weight"] == "700")
    used = {paragraph.style.name for paragraph in file.paragraphs if paragraph.style}
    assert {"Tên loại", "Trích yếu", "Heading 1", "Văn bản"} <= used


def test_it_says_that_it_is_no_issued_edition_with_the_digest(files: dict[str, bytes]) -> None:
    section = opened(files[ND30]).sections[0]
    for part in (section.footer, section.first_page_footer):
        foot = part.paragraphs[0].text
        assert "BẢN SOẠN – không phải bản phát hành" in foot
        assert re.search(r"Mã kiểm tra: [0-9a-f]{12}", foot)
    for head in (section.header, section.first_page_header):
        assert "DỰ THẢO" in head.paragraphs[0].text
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml


def test_every_annex_counts_its_own_pages(files: dict[str, bytes]) -> None:
    first, *annexes = opened(files[ND30]).sections
    starts = [one._sectPr.findall(qn("w:pgNumType")) for one in annexes]
    assert [[start.get(qn("w:start")) for start in every] for every in starts] == [["1"]] * 5
    assert first._sectPr.find(qn("w:pgNumType")) is None


DETAILS = """
1. Về giá nước: từ 8.500 đ/m³ lên 9.900 đ/m³ (tăng 16,5%), tương đương 1.400.000.000 đồng/năm.
2. Về mùi: ≥ 3 điểm lấy mẫu; 25 °C; **pH 6,5 – 8,5**; ½ số hộ; № 07; ✓ đạt; ☎ trực ban.

5. Khoản năm giữ nguyên số thứ tự:
   a) điểm a;
   đ) điểm đ.

- Đơn vị cấp nước:
  + Súc xả 2*4 giờ, mỗi lần 5*3 phút;
  + Báo trước 24 giờ.

2026. Năm đầu thực hiện; 18. tháng 11 là hạn cuối.

> Trích lời của *đơn vị*.

| TT | Đơn vị | Nội dung | Kinh phí (đồng) |
|---|---|---|---|
| 1 | Đơn vị cấp nước | Súc xả toàn mạng lưới | 1.400.000.000 |
| 2 | UBND phường | Công bố kết quả, xem [trang](https://example.vn/a) | 350.000.000 |
"""


def test_details_as_people_type_them_keep_every_word_in_order(jobs: dict[str, PdfJob]) -> None:
    html = to_html(DETAILS, lambda target: target)
    written = text_of(opened(docx_of(table_job(jobs, html))).element.body, defaultdict(str))
    said = written.partition("Súc xả 2*4 giờ")[0].rpartition("Về giá nước")[0][-4:]
    assert said.strip() == "1."
    end = written.rpartition("350.000.000")[0].partition("Về giá nước")[2]
    typed = re.sub(r"\(https?:[^)]*\)|---", "", DETAILS)
    wanted = words(typed.partition("Về giá nước")[2].rpartition("350.000.000")[0])
    assert words(end) == wanted
    assert "+ Súc xả 2*4 giờ" in written or "- Súc xả 2*4 giờ" in written


def table_job(jobs: dict[str, PdfJob], table: str) -> PdfJob:
    html = jobs[ND30].html
    return jobs[ND30]._replace(html=html.replace('<div class="closing">', f"{table}<div>", 1))


def test_tables_keep_their_spans_and_repeat_their_heads(jobs: dict[str, PdfJob]) -> None:
    table = (
        "<table><thead><tr><th>Khu</th><th colspan=2>Mẫu</th></tr></thead><tbody>"
        "<tr><td rowspan=2>A</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>"
        "</tbody></table>"
    )
    file = opened(docx_of(table_job(jobs, table)))
    grid = next(one for one in file.tables if one.cell(0, 0).text == "Khu")
    assert grid.cell(0, 1)._tc is grid.cell(0, 2)._tc
    assert grid.cell(1, 0)._tc is grid.cell(2, 0)._tc
    assert [grid.cell(2, column).text for column in (1, 2)] == ["3", "4"]
    heads = [bool(row._tr.findall(f".//{qn('w:tblHeader')}")) for row in grid.rows]
    assert heads == [True, False, False]


def test_a_wide_table_is_set_smaller_until_no_word_is_broken(jobs: dict[str, PdfJob]) -> None:
    cells = (
        *("1", "phường", "1.400.000.000", "21/11/2026", "Ngân"),
        *("350.000.000", "kênh", "Không", "25/11/2026", "nghiệm"),
    )
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    file = opened(docx_of(table_job(jobs, f"<table><tr>{row}</tr></table>")))
    grid = next(one for one in file.tables if one.cell(0, 0).text == "1")
    size = grid.cell(0, 1).paragraphs[0].runs[0].font.size
    assert size is not None
    assert 8 <= size.pt < 12
    widths = [column.width or 0 for column in grid.columns]
    assert sum(widths) / Pt(1) == pytest.approx(165 / 25.4 * 72, abs=1)
    for cell, width in zip(cells, widths, strict=True):
        assert width / Pt(1) > len(cell) * size.pt * 0.5


@pytest.mark.parametrize("count", [8, 14, 24])
def test_a_table_is_divided_as_in_the_pdf(jobs: dict[str, PdfJob], count: int) -> None:
    """The same columns in every part, none too narrow for its longest word."""
    table = f"<div class='prose'>{to_html(typed(count, 10))}</div>"
    layout = layout_of(ND30, "official")
    html = fromstring(f"<body>{table}</body>")  # noqa: S314  made here
    fit_tables(html, layout)
    printed = [
        [[cell.text for cell in row] for row in one.iter("tr")] for one in html.iter("table")
    ]
    file = opened(docx_of(table_job(jobs, table)))
    grids = [one for one in file.tables if one.cell(0, 0).text == printed[0][0][0]]
    assert [[[cell.text for cell in row.cells] for row in one.rows] for one in grids] == printed
    for grid in grids:
        size = grid.cell(0, 0).paragraphs[0].runs[0].font.size
        assert size is not None and size.pt >= FLOOR
        widths = [(column.width or 0) / Pt(1) for column in grid.columns]
        assert sum(widths) <= 165 / 25.4 * 72 + 1
        assert min(widths) >= 10 * 0.5 * size.pt + PADDING - 1


# ── the clerk's round ────────────────────────────────────────────────────────────────────────


def test_the_clerk_exports_numbers_signs_and_registers(workspace: Path, bulletin: Run) -> None:
    path = workspace / "content/bulletins/2026/BT-2026-0006.yml"
    text = path.read_text("utf-8").replace("BT-2026-0006", "BT-2026-0009")
    text = text.replace("number: 6", "number: null").replace("form: masthead", "form: official")
    own = path.parent / "BT-2026-0009.yml"
    own.write_text(text, "utf-8")
    ran = bulletin(workspace, *AT, "export", "BT-2026-0009", "--to", "docx", "--out", "vb.docx")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "signed_copy" in ran.stdout + ran.stderr
    file = docx.Document(str(workspace / "vb.docx"))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in file.tables[0].cell(0, 1).text
    signed = text.replace("number: null", "number: 9")
    signed = re.sub("signed_copy: .*", "signed_copy: Bản giấy số 09, lưu Văn phòng", signed)
    own.write_text(signed, "utf-8")
    signing = ("--unit", "dan-van", "--office", "truong-ban")
    approved = bulletin(workspace, *AT, "approve", "BT-2026-0009", *signing)
    assert "BT706" not in approved.stdout + approved.stderr
    assert approved.returncode == 0, approved.stdout + approved.stderr


def test_a_bulletin_with_a_masthead_is_no_paper_to_be_numbered(
    workspace: Path, bulletin: Run
) -> None:
    ran = bulletin(workspace, *AT, "export", "BT-2026-0006")
    assert ran.returncode == 1
    assert "form: official" in ran.stdout + ran.stderr
    assert not list(workspace.glob("*.docx"))


def test_a_referral_packet_is_exported_too(workspace: Path, bulletin: Run) -> None:
    ran = bulletin(workspace, *AT, "export", "TD-2026-0001", "--out", "td.docx")
    said = ran.stdout + ran.stderr
    assert ran.returncode == 0, said
    assert "conclusion" in said
    assert (
        "DỰ THẢO" in docx.Document(str(workspace / "td.docx")).sections[0].header.paragraphs[0].text
    )
