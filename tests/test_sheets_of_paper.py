"""Bulletins and packets in every profile, measured in the PDF against the profile's figures."""

import unicodedata
from collections import Counter
from functools import cache
from itertools import pairwise

import pytest
from pdfplumber.page import Page

from generator.base.text import Language
from generator.model import layouts
from generator.model.edition.edition import Edition
from generator.model.layouts import layout_of
from generator.views.bulletin.bulletin_print import bulletin_job
from generator.views.context.edition_context import Later
from generator.views.context.pdf_job import ANY_NUMBER, PdfJob
from tests.exercise import INCLUDED, Desk, plan, record_files
from tests.measure import MM, NEAR, SIZE, Line, face, figure, lines, pages_of_job, rules, size
from tests.test_dissent import among
from tests.test_packet import job_of, referred_desk
from tests.test_pdf import edition, frozen, job

pytestmark = pytest.mark.pdf

SAMPLES = ("bulletin", "quick", "packet")
STEPS = {
    "quick": ("step-large", "step-medium", "step-small"),
    "bulletin": ("body", "step-medium", "step-small"),
    "packet": ("body",),
}


@cache
def sample(document: str) -> PdfJob:
    if document == "packet":
        return job_of(referred_desk())
    desk = Desk(record_files())
    kind, mode = {"bulletin": "periodic", "quick": "quick"}[document], "exercise"
    desk.files |= plan("BT-2026-0001", INCLUDED, kind, mode)
    desk.change("BT-2026-0001", "Nước đã được", "Nước đã được mọi bên cùng " * 9)
    desk.change("ND-2026-0001", "Tin ngắn về nước máy", "Bà con hãy dùng nước máy " * 9)
    return bulletin_job(desk.issue("BT-2026-0001"), None, Language.VI, b"{}", Later(()))


@cache
def pages(layout: str, document: str) -> tuple[Page, ...]:
    return pages_of_job(sample(document)._replace(layout=layout))


def edges(layout: str, document: str, number: int) -> tuple[float, float]:
    """Left and right edge of the text on a page; the binding is at the inner one."""
    binding, outer = (figure(layout, document, f"margin-{side}") for side in ("left", "right"))
    width, _ = paper(layout, document)
    return (binding, width - outer) if number % 2 else (outer, width - binding)


def paper(layout: str, document: str) -> tuple[float, float]:
    width, height = layout_of(layout, document).figures["paper"].split()
    return float(width[:-2]) * MM, float(height[:-2]) * MM


@pytest.mark.parametrize("layout", layouts.profile_names())
@pytest.mark.parametrize("document", SAMPLES)
def test_the_text_stands_between_mirrored_margins(layout: str, document: str) -> None:
    found = pages(layout, document)
    assert len(found) >= 2
    top, foot = (figure(layout, document, f"margin-{end}") for end in ("top", "bottom"))
    for number, one in enumerate(found, 1):
        assert (one.width, one.height) == pytest.approx(paper(layout, document), abs=NEAR)
        left, right = edges(layout, document, number)
        drawn = [box for box in rules(one) if box[2] - box[0] < 0.9 * one.width]
        boxes = [*drawn, *((c["x0"], c["top"], c["x1"], c["bottom"]) for c in one.chars)]
        inside = [b for b in boxes if b[1] > top - NEAR and b[3] < one.height - foot + NEAR]
        assert min(b[0] for b in inside) == pytest.approx(left, abs=NEAR)
        assert max(b[2] for b in inside) <= right + NEAR
    wide = [b for b in rules(found[0]) if b[1] > top - NEAR and b[3] < found[0].height - foot]
    assert any(b[2] == pytest.approx(edges(layout, document, 1)[1], abs=NEAR) for b in wide)


@pytest.mark.parametrize("layout", layouts.profile_names())
@pytest.mark.parametrize("document", SAMPLES)
def test_header_and_footer_follow_the_text(layout: str, document: str) -> None:
    for number, one in enumerate(pages(layout, document), 1):
        left, right = edges(layout, document, number)
        head = lines(one)[0]
        row = [c for c in head["chars"] if c["size"] == pytest.approx(8.5, abs=SIZE)]
        assert row[0]["top"] == pytest.approx(figure(layout, document, "header-edge"), abs=NEAR)
        assert (row[0]["x0"], row[-1]["x1"]) == pytest.approx((left, right), abs=NEAR)
        foot = one.height - figure(layout, document, "margin-bottom")
        below = [box for box in rules(one) if foot < box[1]]
        y = foot + figure(layout, document, "footer-gap")
        assert {round(box[1]) for box in below} <= {round(y) - 1, round(y), round(y) + 1}
        ends = min(box[0] for box in below), max(box[2] for box in below)
        assert ends == pytest.approx((left, right), abs=NEAR)


def pitches(found: tuple[Page, ...], letters: float) -> Counter[float]:
    """How far lines of this size stand below one another, in tenths of a point."""
    told: Counter[float] = Counter()
    for one in found:
        rows = [row for row in lines(one) if face(row) == "Tinos"]
        told.update(_between(a, b) for a, b in pairwise(rows) if size(a) == size(b) == letters)
    return told


def _between(above: Line, below: Line) -> float:
    return round(float(below["chars"][0]["top"]) - float(above["chars"][0]["top"]), 1)


@pytest.mark.parametrize("layout", layouts.profile_names())
@pytest.mark.parametrize("document", SAMPLES)
def test_running_text_has_the_size_and_pitch_of_the_profile(layout: str, document: str) -> None:
    found = pages(layout, document)
    figures = layout_of(layout, document).figures
    used = {
        name
        for name in STEPS[document]
        for letters in {size(row) for one in found for row in lines(one)}
        if letters
        == pytest.approx(
            figure(layout, document, name if name in figures else f"{name}-size"), abs=SIZE
        )
        and any(
            gap == pytest.approx(figure(layout, document, f"{name}-line"), abs=SIZE)
            for gap in pitches(found, letters)
        )
    }
    assert used


@pytest.mark.parametrize("document", SAMPLES)
def test_an_exercise_and_a_draft_say_so_on_every_page_in_a_black_box(document: str) -> None:
    for number, one in enumerate(pages("masthead", document), 1):
        word = one.search("DỰ THẢO" if document == "packet" else "DIỄN TẬP")[0]
        left, right = edges("masthead", document, number)
        assert word["top"] < figure("masthead", document, "margin-top") - 2
        assert (word["x0"] + word["x1"]) / 2 == pytest.approx((left + right) / 2, abs=2 * NEAR)
        chars = word["chars"]
        assert {c["fontname"].partition("+")[2] for c in chars} == {"Arimo-Bold"}
        assert all(set(c["non_stroking_color"]) == {0} for c in chars)
        around = [
            box
            for box in rules(one)
            if box[0] < word["x0"] and word["x1"] < box[2] and box[3] < 30 * MM
        ]
        assert min(b[1] for b in around) < word["top"] < word["bottom"] < max(b[3] for b in around)


# ── what stays together ──────────────────────────────────────────────────────────────────────

SIGNERS = (
    "<div class=closing><h2>Phê duyệt</h2><div class=ending><div class=signatures>"
    "<div class=signature><p class=office>ký một<p class=approval>lúc một</div>"
    "<div class=signature><p class=office>ký hai<p class=approval>lúc hai</div></div></div></div>"
)


@pytest.mark.parametrize("count", range(32, 50, 2))
def test_signatures_stand_whole_and_never_without_text_above(count: int) -> None:
    text = "".join(f"<p>dòng {n}</p>" for n in range(count))
    found = [one.extract_text() for one in pages_of_job(job(text + SIGNERS))]
    (holding,) = [text for text in found if "ký một" in text]
    for said in ("ký hai", "lúc một", "lúc hai", "Phê duyệt", "dòng"):
        assert said in holding


HELD = f"<section class=section><ul><li>đầu {'chữ ' * 90}cuối</ul></section>"


@pytest.mark.parametrize("count", range(42, 48))
def test_an_item_of_a_list_is_not_split(count: int) -> None:
    text = "".join(f"<p>dòng {n}</p>" for n in range(count))
    first, *_ = (one.extract_text() for one in pages_of_job(job(text + HELD)))
    assert ("đầu" in first) == ("cuối" in first)


@pytest.mark.parametrize("count", [1, 400, 3000])
def test_what_changed_stands_whole_on_page_one_however_long_the_note(count: int) -> None:
    made = edition("BT-2026-0003/v2")
    note = " ".join(f"chữ{n}" for n in range(count))
    many = made.model_copy(update={"change_note": note})
    before = edition("BT-2026-0003/v1")
    job = bulletin_job(many, before, Language.VI, frozen("BT-2026-0003/v2"), Later(()))
    first, *later = (" ".join(one.extract_text().split()) for one in pages_of_job(job))
    assert "Những điểm thay đổi".upper() in first.upper()
    assert "chữ0" in first
    assert ("… (còn nữa, hỏi" in first) == (count > 1)
    noted = first[first.index("chữ0") :].split("Phân loại")[0]
    assert "“12” thành “21”" in noted
    assert not [text for text in later if "chữ1 " in text or "“12” thành “21”" in text]


@pytest.mark.parametrize(
    ("document", "look", "count"), [("questions", "closer", 48), ("ban-tin-a5", "small", 37)]
)
def test_a_last_sheet_of_a_few_lines_is_avoided_in_every_type_of_document(
    document: str, look: str, count: int
) -> None:
    lines = "".join(f"<p>dòng {number}</p>" for number in range(count))
    large = job(lines, document=document, pages=ANY_NUMBER)
    small = large.html.replace("class=plain", f"class='plain {look}'")
    assert len(pages_of_job(large._replace(html=small))) == len(pages_of_job(large)) - 1
    assert len(pages_of_job(large._replace(denser=(small,)))) == len(pages_of_job(large)) - 1


# ── differing opinions ───────────────────────────────────────────────────────────────────────


def differing(count: int, words: int) -> Edition:
    """Opinions of so many words; the order is that of the programme, then as written."""
    made = among(2).issue("BT-2026-0001")
    units = ["tuyen-giao", "dan-van", *(f"don-vi-{n}" for n in range(count))][:count]
    positions = [
        {"unit": unit, "opinion": f"ý{n} " * words, "reasons": f"Vì {unit}."}
        for n, unit in enumerate(units)
    ]
    talk = {**made.records["TD-2026-0001"], "positions": positions}
    return made.model_copy(update={"records": {**made.records, "TD-2026-0001": talk}})


def heads_of(count: int, words: int) -> list[tuple[int, Line]]:
    """Where the opinions begin: page and first word of each, in the order of the PDF."""
    found = pages_of_job(bulletin_job(differing(count, words), None, Language.VI, None))
    told = [
        (number, word)
        for number, one in enumerate(found, 1)
        for word in one.extract_words(x_tolerance=1, extra_attrs=["size"])
    ]
    starts = [
        after
        for (_, label), (_, end), after in zip(told, told[1:], told[2:], strict=False)
        if (label["text"], end["text"]) == ("Ý", "kiến:")
    ]
    assert [word["text"] for _, word in starts] == [f"ý{place}" for place in range(count)]
    return starts


def test_two_opinions_stand_side_by_side() -> None:
    (_, one), (_, other) = heads_of(2, 20)
    assert one["top"] == pytest.approx(other["top"], abs=SIZE)
    assert other["x0"] - one["x0"] > 60 * MM
    assert one["size"] == pytest.approx(other["size"], abs=SIZE)


@pytest.mark.parametrize(("count", "words"), [(2, 500), (3, 20), (40, 20)])
def test_more_or_longer_opinions_stand_one_below_the_other(count: int, words: int) -> None:
    starts = heads_of(count, words)
    insides = {round(word["x0"] - edges("masthead", "bulletin", n)[0], 1) for n, word in starts}
    assert len(insides) == 1
    assert len({round(word["size"], 2) for _, word in starts}) == 1
    places = [(number, word["top"]) for number, word in starts]
    assert places == sorted(set(places))


# ── letters ──────────────────────────────────────────────────────────────────────────────────

FRONT = ("aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị")
BACK = ("oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ")
LETTERS = "".join(FRONT + BACK) + "đ"
FACES = {
    "Tinos": "<p>{}",
    "Tinos-Bold": "<p><b>{}</b>",
    "Tinos-Italic": "<p><i>{}</i>",
    "Tinos-Bold-Italic": "<p><b><i>{}</i></b>",
    "Arimo": "<p class=record-line>{}",
    "Arimo-Bold": "<h3>{}",
}


@pytest.mark.parametrize("name", FACES)
def test_every_letter_of_vietnamese_copies_out_as_it_was_written(name: str) -> None:
    both = LETTERS + LETTERS.upper()
    assert len(both) - 2 * len("aeiouy") == 134
    (one,) = pages_of_job(job(f"<h1>Bảng chữ</h1>{FACES[name].format(' '.join(both))}"))
    found = [c["text"] for c in one.chars if c["fontname"].partition("+")[2] == name]
    said = "".join("".join(found).split())
    assert both in said
    assert unicodedata.is_normalized("NFC", said)
    assert len(both) == 146
