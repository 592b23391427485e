"""What holds of every type of document that is printed, in every form."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise

import page
import pikepdf
import pytest

from generator.base.text import Language
from generator.views.catalogue.labels import labels
from tests.papers import OFFICIAL, Paper, bulletin, papers
from tests.prints import print_once
from tests.test_pdf import SHIPPED, elements_of, fonts_of, text_of

pytestmark = pytest.mark.pdf

# In another profile the other types change figures only; their forms are measured elsewhere.
PRINTED = [one for one in papers() if one.profile == "masthead" or one.name in OFFICIAL]
RULES_OF_UA = 104
A_3A, UA_1 = page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1


def named(paper: Paper) -> str:
    return f"{paper.name}-{paper.profile}"


@cache
def pdf(paper: Paper) -> bytes:
    return paper.pdf()


def headings(opened: pikepdf.Pdf) -> Iterator[int]:
    """The levels of all headings, in the order in which a screen reader meets them."""
    yield from _headings(opened.Root.StructTreeRoot)


def _headings(element: pikepdf.Object) -> Iterator[int]:
    kind = str(element.get("/S", ""))
    if kind[1:2] == "H" and kind[2:].isdigit():
        yield int(kind[2:])
    held = element.get("/K")
    kids = held if isinstance(held, pikepdf.Array) else pikepdf.Array([held] if held else [])
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary):
            yield from _headings(kid)


@pytest.mark.parametrize("paper", PRINTED, ids=named)
def test_where_the_site_has_no_address_it_names_none_and_says_whom_to_ask(paper: Paper) -> None:
    text = " ".join(text_of(pdf(paper)).split())
    assert re.findall(r"\S*\b(?:bulletins|messages|events|information)/\S*", text) == []
    with pikepdf.open(BytesIO(pdf(paper))) as opened:
        told = [str(one.Alt) for one in elements_of(opened) if "/Alt" in one]
    assert [alt for alt in told if "QR" in alt] == []
    assert re.search("[Mm]uốn biết .+, hỏi: ", text) or paper.name == "packet"


@pytest.mark.parametrize("paper", PRINTED, ids=named)
def test_it_keeps_every_rule_for_readers_and_for_archives(paper: Paper) -> None:
    for standard in (UA_1, A_3A):
        report = page.validate_pdf_bytes(pdf(paper), profile=standard.value)
        assert [(one.rule_id, one.message) for one in report.failures] == []
    counted = page.validate_pdf_bytes(pdf(paper), profile=UA_1.value).rules
    assert (counted.passed, counted.total) == (RULES_OF_UA, RULES_OF_UA)


@pytest.mark.parametrize("paper", PRINTED, ids=named)
def test_its_headings_begin_with_the_title_and_never_jump(paper: Paper) -> None:
    with pikepdf.open(BytesIO(pdf(paper))) as opened:
        levels = list(headings(opened))
        assert opened.Root.Lang == "vi"
        assert str(opened.docinfo["/Title"]).strip()
        assert opened.Root.ViewerPreferences.DisplayDocTitle
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= before + 1 for before, later in pairwise(levels))


@pytest.mark.parametrize("paper", PRINTED, ids=named)
def test_its_bookmarks_begin_with_its_title(paper: Paper) -> None:
    with pikepdf.open(BytesIO(pdf(paper))) as opened, opened.open_outline() as outline:
        assert [one.title for one in outline.root]
        assert " ".join(outline.root[0].title.split())


@pytest.mark.parametrize("paper", PRINTED, ids=named)
def test_every_header_cell_names_its_column_or_row_and_every_picture_is_described(
    paper: Paper,
) -> None:
    with pikepdf.open(BytesIO(pdf(paper))) as opened:
        elements = elements_of(opened)
        cells = [one for one in elements if one.get("/S") == "/TH"]
        assert {str(one.A.Scope) for one in cells} <= {"/Column", "/Row"}
        figures = [one for one in elements if one.get("/S") == "/Figure"]
        assert all(str(one.get("/Alt", "")).strip() for one in figures)


@pytest.mark.parametrize("paper", PRINTED, ids=named)
def test_its_text_copies_out_as_nfc_from_our_faces_alone(paper: Paper) -> None:
    text = text_of(pdf(paper))
    assert text.strip()
    assert unicodedata.is_normalized("NFC", text)
    assert set(fonts_of(pdf(paper))) <= SHIPPED
    assert all(kept == ["yes", "yes", "yes"] for kept in fonts_of(pdf(paper)).values())


@pytest.mark.parametrize("paper", PRINTED, ids=named)
def test_every_page_says_what_it_is_and_how_to_check_it(paper: Paper) -> None:
    pages = text_of(pdf(paper)).split("\f")[:-1]
    label = labels(Language.VI)["print_code"].partition(":")[0]
    if paper.name == "yearbook":  # its cover is bare, and the back of a chapter may be empty
        pages = [one for one in pages[1:] if one.strip()]
    assert [number for number, one in enumerate(pages, 1) if label not in one] == []


@pytest.mark.parametrize(
    ("step", "name"), [("large", "BT-2026-0002/v1"), ("small", "BT-2026-0004/v1")]
)
def test_no_line_ends_after_one_word_where_a_sentence_goes_on(step: str, name: str) -> None:
    """The engine did so with text between two inline elements, here “từ 7 giờ”, “ngày 19/11”."""
    made = bulletin(name)
    html = made.html.replace('<body class="large ', f'<body class="{step} ', 1)
    lines = text_of(print_once(made._replace(html=html, denser=()))).splitlines()
    assert not {"7", "ngày"} & {line.strip() for line in lines}
