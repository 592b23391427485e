"""A bulletin as a booklet: pages of 19 × 27 cm or A5, two on a side, in the order for folding."""

import re
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from pypdf import PdfReader, PdfWriter

from generator.base.diagnostics import Refused
from generator.base.text import Language
from generator.cli.session.issued_print import SIZES, booklet_job
from generator.model.layouts import layout_of
from generator.targets.pdf.imposition import POINTS_OF_A_MM, Size, sheet_of, sides, two_up
from generator.views.bulletin.bulletin_print import bulletin_job
from generator.views.context.pdf_job import PdfJob
from tests.conftest import Run
from tests.exercise import week
from tests.prints import print_once
from tests.support import BASE, as_bytes
from tests.test_pdf import pages_of


def job_of(kind: str) -> PdfJob:
    editions = (one for one in week().editions if one.plan["kind"] == kind)
    return bulletin_job(next(editions), None, Language.VI, b"{}")


def blank(pages: int, size: Size) -> bytes:
    """A PDF of empty pages."""
    writer, output = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(*size)
    writer.write(output)
    return output.getvalue()


@pytest.mark.parametrize("pages", range(1, 18))
def test_sheets_that_are_laid_on_one_another_and_folded_read_from_first_to_last(pages: int) -> None:
    """Leaf after leaf through the folded pile: down its right halves, and up its left ones."""
    every = sides(pages)
    fronts, backs = every[::2], every[1::2]
    down = [n for f, b in zip(fronts, backs, strict=True) for n in (f.right, b.left)]
    up = [n for f, b in zip(fronts, backs, strict=True) for n in (f.left, b.right)]
    read = [*down, *reversed(up)]
    assert [number for number in read if number] == list(range(1, pages + 1))
    assert read[:pages] == list(range(1, pages + 1))
    assert len(read) % 4 == 0 and len(read) - pages < 4


@pytest.mark.parametrize("name", SIZES.values())
def test_two_pages_of_a_booklet_stand_on_its_sheet(name: str) -> None:
    width, height = (
        float(part.removesuffix("mm")) * POINTS_OF_A_MM
        for part in layout_of("masthead", name).figure("paper").split()
    )
    sheet = sheet_of(name)
    assert 2 * width <= sheet.width + 0.01
    assert height <= sheet.height + 0.01
    opened = PdfReader(BytesIO(two_up(blank(6, Size(width, height)), sheet)))
    assert [tuple(map(float, page.mediabox[2:])) for page in opened.pages] == [
        pytest.approx(sheet, abs=0.01)
    ] * 4
    drawn = [page.get_contents() for page in opened.pages]
    has_marks = [bool(re.search(rb"\sl\s+S\s", one.get_data())) for one in drawn if one is not None]
    assert has_marks == [sheet.width - 2 * width > 1] * 4


@pytest.mark.pdf
def test_the_word_over_every_page_of_a_booklet_stands_in_one_line_within_its_box() -> None:
    job = job_of("periodic")
    long = re.sub('data-banner="[^"]*"', 'data-banner="DIỄN TẬP · DỰ THẢO"', job.html)
    long = re.sub('body class="[^"]*"', 'body class="exercise"', long)
    for size in SIZES:
        with pdfplumber.open(
            BytesIO(print_once(booklet_job(job._replace(html=long), size)))
        ) as pdf:
            one = pdf.pages[0]
            (word,) = one.search("DIỄN TẬP · DỰ THẢO")
            around = [
                box
                for box in one.rects
                if box["x0"] < word["x0"] and word["x1"] < box["x1"] and box["bottom"] < 60
            ]
            assert around
            assert not [b for b in around if word["top"] < b["top"] < word["bottom"] - 1]


@pytest.mark.pdf
def test_what_the_pages_say_stands_on_the_sheets_in_the_order_for_folding() -> None:
    job = booklet_job(job_of("periodic"), "a5")
    pdf = print_once(job)
    pages = pages_of(pdf)
    folded = pages_of(two_up(pdf, sheet_of(job.document)))
    assert len(pages) > 4
    assert len(folded) == len(sides(len(pages)))
    for side, text in zip(sides(len(pages)), folded, strict=True):
        wanted = [f"Trang {number}/{len(pages)}" for number in side if number]
        assert sorted(wanted) == sorted(
            f"Trang {number}/{len(pages)}"
            for number in range(1, len(pages) + 1)
            if f"Trang {number}/{len(pages)}" in text
        )
    size = PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert (float(size.width), float(size.height)) == pytest.approx(
        (148.5 * POINTS_OF_A_MM, 210 * POINTS_OF_A_MM), abs=0.1
    )


def test_a_quick_bulletin_is_no_booklet() -> None:
    with pytest.raises(Refused, match="Only a periodic bulletin"):
        booklet_job(job_of("quick"), "a5")


def test_the_verb_writes_the_booklet_as_it_was_issued_and_its_sheets(
    tmp_path: Path, bulletin: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[PdfJob] = []

    def printed(job: PdfJob) -> bytes:
        given.append(job)
        return blank(5, Size(421, 595))

    monkeypatch.setattr("generator.cli.verbs.render._pdf_bytes", printed)
    for path, content in as_bytes({**BASE, **week().files, "mkdocs.yml": ""}).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    name = next(one.bulletin for one in week().editions if one.plan["kind"] == "periodic")
    at = ("--at", "2026-12-02T08:00+07:00")
    ran = bulletin(tmp_path, *at, "render", name, "--booklet", "a5")
    assert ran.returncode == 0
    assert "2 tờ giấy: in hai mặt, lật theo cạnh ngắn" in ran.stderr
    assert given[0].document == "ban-tin-a5"
    assert given[0].attachment_name
    assert "DỰ THẢO" not in given[0].html
    assert len(PdfReader(tmp_path / f"{name}-a5.pdf").pages) == 5
    assert len(PdfReader(tmp_path / f"{name}-a5-gap.pdf").pages) == 4
