"""The official document on paper, measured in the PDF itself against the profile's figures."""

import re
from pathlib import Path

import page as validation
import pytest
from pdfplumber.page import Page

from generator.model import layouts
from generator.model.layouts import layout_of, profile
from tests import measure
from tests.conftest import Run
from tests.measure import MM, NEAR, SIZE, Line, face, lines, middle, rules, size, unpacked
from tests.official import ABSTRACT, job_of, official, pages
from tests.prints import print_once
from tests.test_pdf import text_of

pytestmark = pytest.mark.pdf

FORMS = [name for name in layouts.profile_names() if "official" in profile(name).documents]
CENTRED = {"THÔNG BÁO", ABSTRACT}


def figure(layout: str, name: str) -> float:
    """A figure of the official document, in points."""
    return measure.figure(layout, "official", name)


def line(one: Page, start: str) -> Line:
    """The first line of a page that begins so."""
    return next(row for row in lines(one) if row["text"].startswith(start))


def beside(one: Page, start: str) -> Line:
    """The first line that begins so in the left or the right column of a page."""
    half = one.width * 0.46
    columns = (one.crop((0, 0, half, one.height)), one.crop((half, 0, one.width, one.height)))
    found = (row for column in columns for row in lines(column) if row["text"].startswith(start))
    return next(found)


@pytest.mark.parametrize("layout", FORMS)
def test_the_sheet_is_a4_with_mirrored_margins(layout: str) -> None:
    for number, one in enumerate(pages(layout), 1):
        assert (one.width, one.height) == pytest.approx((210 * MM, 297 * MM), abs=NEAR)
        binding, edge = figure(layout, "margin-left"), figure(layout, "margin-right")
        left, right = (binding, edge) if number % 2 else (edge, binding)
        inside = [row for row in lines(one) if row["top"] > figure(layout, "margin-top") - NEAR]
        assert min(row["x0"] for row in inside) == pytest.approx(left, abs=NEAR)
        assert max(row["x1"] for row in inside) <= one.width - right + NEAR


@pytest.mark.parametrize("layout", FORMS)
def test_lines_of_the_text_reach_both_margins_and_keep_their_pitch(layout: str) -> None:
    one = pages(layout)[0]
    row = line(one, "Thời gian: từ")
    left, right = figure(layout, "margin-left"), one.width - figure(layout, "margin-right")
    assert row["x0"] == pytest.approx(left + figure(layout, "body-indent"), abs=NEAR)
    assert row["x1"] == pytest.approx(right, abs=NEAR)
    assert face(row) == "Tinos"
    assert size(row) == pytest.approx(figure(layout, "body-size"), abs=SIZE)
    below = next(other for other in lines(one) if other["top"] > row["bottom"] - 1)
    pitch = below["chars"][0]["top"] - row["chars"][0]["top"]
    assert pitch == pytest.approx(figure(layout, "body-line"), abs=SIZE)


@pytest.mark.parametrize("layout", FORMS)
def test_paragraphs_stand_apart_by_the_gap(layout: str) -> None:
    one = pages(layout)[0]
    ground, opening = (
        line(one, "- Căn cứ" if "dang" in layout else "Căn cứ"),
        line(one, "Ban Tuyên"),
    )
    pitch = opening["chars"][0]["top"] - ground["chars"][0]["top"]
    expected = figure(layout, "body-line") + figure(layout, "body-gap")
    assert pitch == pytest.approx(expected, abs=2 * SIZE)


@pytest.mark.parametrize("layout", FORMS)
def test_the_page_number_stands_in_the_middle_above_and_not_on_page_1(layout: str) -> None:
    first, *others = pages(layout)
    top = figure(layout, "margin-top") - NEAR
    assert not [row for row in lines(first) if row["top"] < top]
    for number, one in enumerate(others[:3], 2):
        (row,) = [row for row in lines(one) if row["top"] < top]
        assert row["text"] == str(number)
        assert face(row) == "Tinos"
        assert size(row) == pytest.approx(figure(layout, "number-size"), abs=SIZE)
        left = figure(layout, "margin-right" if number % 2 == 0 else "margin-left")
        right = figure(layout, "margin-left" if number % 2 == 0 else "margin-right")
        assert middle(row) == pytest.approx((left + one.width - right) / 2, abs=NEAR)
        assert row["chars"][0]["top"] == pytest.approx(figure(layout, "number-edge"), abs=NEAR)


@pytest.mark.parametrize("layout", FORMS)
def test_the_two_columns_of_the_head_have_their_widths(layout: str) -> None:
    one = pages(layout)[0]
    left, right = figure(layout, "margin-left"), one.width - figure(layout, "margin-right")
    issuer = left + figure(layout, "issuer-width") / 2
    nation = right - figure(layout, "nation-width") / 2
    for start in ("QUẬN ỦY HÀ ĐÔNG", "BAN TUYÊN GIÁO", "BAN DÂN VẬN", "Số"):
        assert middle(beside(one, start)) == pytest.approx(issuer, abs=NEAR), start
    for start in (profile(layout).text("nation"), "Hà Đông, ngày"):
        assert middle(beside(one, start)) == pytest.approx(nation, abs=NEAR), start
    first = beside(one, profile(layout).text("nation"))["chars"][0]
    assert first["top"] == pytest.approx(figure(layout, "margin-top"), abs=2 * NEAR)


@pytest.mark.parametrize("layout", FORMS)
def test_every_line_of_the_head_has_its_face_and_size(layout: str) -> None:
    one, own = pages(layout)[0], profile(layout)
    expected = {
        own.text("nation"): ("Tinos-Bold", "nation-size"),
        "QUẬN ỦY HÀ ĐÔNG": ("Tinos", "superior-size"),
        "BAN TUYÊN GIÁO": ("Tinos-Bold", "issuer-size"),
        "Số": ("Tinos", "reference-size"),
        "Hà Đông, ngày": ("Tinos-Italic", "place-size"),
        "THÔNG BÁO": ("Tinos-Bold", "type-size"),
        ABSTRACT: ("Tinos-Bold", "abstract-size"),
        "KHẨN": ("Tinos-Bold", "stamp-type"),
    }
    for start, (name, written) in expected.items():
        row = (line if start in CENTRED else beside)(one, start)
        assert face(row) == name, start
        assert size(row) == pytest.approx(figure(layout, written), abs=SIZE), start


def rules_below(one: Page, row: Line, until: float) -> set[tuple[int, int]]:
    """Left and right end, in points, of what is drawn under a line and around its middle."""
    return {
        (round(x0), round(x1))
        for x0, _, x1, bottom in rules(one)
        if 0 < bottom - row["bottom"] < until and abs((x0 + x1) / 2 - middle(row)) < NEAR
    }


@pytest.mark.parametrize("layout", FORMS)
def test_the_rule_is_as_long_as_the_title_above_it(layout: str) -> None:
    one, own = pages(layout)[0], profile(layout)
    title = beside(one, own.text("motto") or own.text("nation"))
    ((left, right),) = rules_below(one, title, 2 * MM)
    assert (left, right) == pytest.approx((title["x0"], title["x1"]), abs=NEAR)


def test_the_rule_under_a_state_body_is_a_third_to_a_half_of_its_line() -> None:
    layout = "nha-nuoc-nd30-2020"
    one = pages(layout)[0]
    ((left, right),) = rules_below(one, beside(one, "BAN DÂN VẬN"), 3 * MM)
    width = figure(layout, "issuer-width")
    assert width / 3 - NEAR <= right - left <= width / 2 + NEAR


@pytest.mark.parametrize("layout", FORMS)
@pytest.mark.parametrize(
    ("urgency", "said", "name"),
    [
        ("urgent", "KHẨN", "stamp-urgent"),
        ("very_urgent", "THƯỢNG KHẨN", "stamp-very-urgent"),
        ("flash", "HỎA TỐC", "stamp-flash"),
    ],
)
def test_the_box_of_urgency_has_the_size_of_the_form(
    layout: str, urgency: str, said: str, name: str
) -> None:
    one = pages(layout, 2, urgency)[0]
    row = beside(one, said)
    around = [
        box
        for box in rules(one)
        if box[0] - NEAR < row["x0"]
        and row["x1"] < box[2] + NEAR
        and abs(box[1] - row["top"]) < 6 * MM
    ]
    left, right = min(b[0] for b in around), max(b[2] for b in around)
    top, bottom = min(b[1] for b in around), max(b[3] for b in around)
    assert right - left == pytest.approx(figure(layout, name), abs=NEAR)
    assert bottom - top == pytest.approx(figure(layout, "stamp-high"), abs=NEAR)
    assert middle(row) == pytest.approx((left + right) / 2, abs=NEAR)


def signing_page(layout: str, parties: int) -> Page:
    return next(one for one in pages(layout, parties) if "TRƯỞNG BAN" in one.extract_text())


@pytest.mark.parametrize("layout", FORMS)
@pytest.mark.parametrize(
    ("parties", "rows"),
    [
        (2, [("BAN DÂN VẬN", "BAN TUYÊN GIÁO")]),
        (3, [("BAN DÂN VẬN", "BAN TỔ CHỨC"), ("", "BAN TUYÊN GIÁO")]),
        (4, [("BAN DÂN VẬN", "BAN TỔ CHỨC"), ("VĂN PHÒNG", "BAN TUYÊN GIÁO")]),
    ],
)
def test_signatures_stand_in_a_grid_with_the_chair_in_the_lower_right(
    layout: str, parties: int, rows: list[tuple[str, str]]
) -> None:
    one = signing_page(layout, parties)
    half = one.width / 2
    sides = ((0, 0, half, one.height), (half, 0, one.width, one.height))
    top = beside(one, "BAN DÂN VẬN")["top"] - 1
    for side, box in enumerate(sides):
        below = [row for row in lines(one.crop(box)) if row["top"] > top and row["text"].isupper()]
        units = [row for row in below if row["text"] != "TRƯỞNG BAN"]
        assert [row["text"] for row in units] == [row[side] for row in rows if row[side]]
        assert {face(row) for row in units} == {"Tinos-Bold"}
        assert {round(size(row), 1) for row in units} == {figure(layout, "authority-size")}


@pytest.mark.parametrize("layout", FORMS)
def test_the_room_to_sign_is_that_of_the_profile(layout: str) -> None:
    one = signing_page(layout, 2)
    position = beside(one, "TRƯỞNG BAN")
    weight = {"400": "Tinos", "700": "Tinos-Bold"}
    expected = weight[layout_of(layout, "official").figures["position-weight"]]
    assert face(position) == expected
    assert size(position) == pytest.approx(figure(layout, "position-size"), abs=SIZE)
    receivers = beside(one, "Nơi nhận:")
    room = receivers["top"] - position["bottom"]
    assert room >= figure(layout, "signing-room")


@pytest.mark.parametrize("layout", FORMS)
def test_the_list_of_recipients_is_written_as_the_form_asks(layout: str) -> None:
    one = signing_page(layout, 2)
    title, first = beside(one, "Nơi nhận:"), beside(one, "- Thường trực")
    faces = {"normal 400": "Tinos", "italic 700": "Tinos-Bold-Italic"}
    figures = layout_of(layout, "official").figures
    assert face(title) == faces[figures["recipients-font"]]
    assert size(title) == pytest.approx(figure(layout, "recipients-size"), abs=SIZE)
    assert size(first) == pytest.approx(figure(layout, "recipient-size"), abs=SIZE)
    under = [
        b
        for b in rules(one)
        if 0 < b[3] - title["bottom"] + 4 < 5 and abs(b[0] - title["x0"]) < NEAR
    ]
    assert bool(under) == (figures["recipients-line"] == "underline")
    end = profile(layout).text("recipient-end")
    assert first["text"] == f"- Thường trực Quận ủy{end}"
    assert beside(one, "- Lưu")["text"].endswith(".")


@pytest.mark.parametrize("layout", FORMS)
def test_no_letter_of_the_print_is_without_serifs(layout: str) -> None:
    letters = (letter for page in pages(layout) for letter in page.chars)
    faces = {re.sub("^[A-Z]{6}[+]", "", letter["fontname"]) for letter in letters}
    assert {face.partition("-")[0] for face in faces} == {"Tinos"}


# ── the words of the form ────────────────────────────────────────────────────────────────────


def first_page(layout: str = "", **keys: str) -> str:
    """The text of page 1, each run of white space as one space."""
    edition = official(layout, **keys)  # type: ignore[arg-type]
    return " ".join(text_of(print_once(job_of(edition)), "-l", "1").split())


def test_the_number_is_written_as_each_form_writes_it() -> None:
    assert "Số 07-TB/BTGQU-BDVQU" in first_page(layout="dang-hd36-2018", number="7")
    assert "Số 07-TB/BTGQU-BDVQU" in first_page(layout="dang-hd05-2026", number="7")
    assert "Số: 15/TB-BTGQU-BDVQU" in first_page(layout="nha-nuoc-nd30-2020", number="15")


def test_the_unit_that_gives_the_number_stands_first_in_it() -> None:
    given = "{layout: dang-hd05-2026, numbered_by: dan-van}"
    assert "Số 12-TB/BDVQU-BTGQU" in first_page(number="12", official=given)


def test_the_place_and_the_day_are_in_words() -> None:
    early = "{layout: dang-hd05-2026, dated: 2026-02-05, place: Sông Xanh}"
    late = "{layout: dang-hd05-2026, dated: 2026-11-25}"
    assert "Sông Xanh, ngày 05 tháng 02 năm 2026" in first_page(official=early)
    assert "Hà Đông, ngày 25 tháng 11 năm 2026" in first_page(official=late)


def test_units_with_different_superiors_stand_with_their_full_names() -> None:
    text = first_page(layout="dang-hd05-2026", superior="null")
    assert "BAN TUYÊN GIÁO QUẬN ỦY HÀ ĐÔNG" in text


@pytest.mark.parametrize(
    ("layout", "written"), [("dang-hd05-2026", "T/M BAN"), ("nha-nuoc-nd30-2020", "TM. BAN")]
)
def test_the_authority_is_written_as_the_form_writes_it(layout: str, written: str) -> None:
    edition = official(layout, authority="T/M")
    assert written in text_of(print_once(job_of(edition)))


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("party_body", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("state_body", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ],
)
def test_without_a_profile_of_its_own_the_kind_of_the_chairing_unit_decides(
    kind: str, title: str
) -> None:
    assert title in first_page(kind=kind)


# ── what it must never seem to be ────────────────────────────────────────────────────────────


@pytest.mark.parametrize("layout", FORMS)
def test_without_a_signed_copy_every_page_says_that_it_is_a_draft(layout: str) -> None:
    unsigned, signed = (
        text_of(print_once(job_of(official(layout, signed_copy=copy)))).split("\f")[:-1]
        for copy in ("", "Bản giấy, lưu văn thư")
    )
    assert all("DỰ THẢO" in one for one in unsigned)
    assert not any("DỰ THẢO" in one for one in signed)
    assert not any("đã ký" in one.lower() for one in unsigned)


def test_the_paper_is_printed_before_it_can_be_signed(workspace: Path, bulletin: Run) -> None:
    """Without its signed copy it cannot be approved, but that copy is made from this print."""
    path = workspace / "content/bulletins/2026/BT-2026-0006.yml"
    text = path.read_text("utf-8").replace("BT-2026-0006", "BT-2026-0009")
    text = text.replace("number: 6", "number: null").replace("form: masthead", "form: official")
    (path.parent / "BT-2026-0009.yml").write_text(text, "utf-8")
    at = ("--at", "2026-11-30T22:00+07:00")
    ran = bulletin(workspace, *at, "render", "BT-2026-0009", "--out", "thu.pdf")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    printed = text_of((workspace / "thu.pdf").read_bytes())
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in printed
    assert re.search(r"Số\s+-TB/BTGQU-BDVQU", printed)
    assert all("DỰ THẢO" in one for one in printed.split("\f")[:-1])
    signing = ("--unit", "dan-van", "--office", "truong-ban")
    refused = bulletin(workspace, *at, "approve", "BT-2026-0009", *signing)
    assert refused.returncode == 1
    assert "BT706" in refused.stdout + refused.stderr


def test_a_bulletin_with_a_masthead_bears_no_official_head_in_any_profile() -> None:
    for layout in FORMS:
        text = first_page(layout=layout, form="masthead", official="")
        assert "ĐẢNG CỘNG SẢN" not in text
        assert "CỘNG HÒA" not in text


@pytest.mark.parametrize("layout", FORMS)
def test_the_file_meets_every_rule_for_readers_of_a_screen(layout: str) -> None:
    pdf = print_once(job_of(official(layout, 3, urgency="flash", circulation="internal")))
    found = validation.validate_pdf_bytes(pdf, profile="ua-1")
    assert found.is_compliant, found
    assert unpacked(pdf).pages
