"""Addresses on paper: whole ones that a phone opens from a code, or none and whom to ask."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice

import pytest
import zxingcpp

from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.views.bulletin.bulletin_print import bulletin_job
from generator.views.context.addresses import SECTIONS, address_of, address_of_edition
from generator.views.context.edition_context import Later
from generator.views.context.pdf_job import PdfJob
from generator.views.context.site_context import SiteContext
from generator.views.message.card import card_jobs
from generator.views.message.event_questions import questions_of
from generator.views.message.handout import handout_of
from generator.views.message.questions_sheet import questions_job
from generator.views.message.script_sheet import script_job
from tests.exercise import Desk, plan, record_files, text_of
from tests.measure import MM, figure, unpacked
from tests.official import official
from tests.prints import fit_once, print_once
from tests.test_packet import job_of as packet_of
from tests.test_packet import referred_desk

SITE = "https://ban-tin.songxanh.example.vn/phuong/"
EVENT, MESSAGE = "SV-2026-0001", "ND-2026-0001"
BULLETIN = address_of_edition("BT-2026-0001/v1")
# Where the code of each type of paper leads.
LEADS = {
    "quick": BULLETIN,
    "bulletin": BULLETIN,
    "official": BULLETIN,
    "questions": address_of(EVENT),
    "script": address_of(MESSAGE),
    "card": address_of(MESSAGE),
    "card-a5": address_of(MESSAGE),
}
PAPERS = (*LEADS, "packet")
# What stands before the record's id in an address of ours, as it may be printed.
FOLDERS = "|".join(section.folder for section in SECTIONS if section.folder)
OURS = re.compile(rf"(\S*?)\b(?:{FOLDERS})/(?:[A-Z]{{2}}-|changes)")
SCAN = re.compile("quét mã|mã qr", re.IGNORECASE)


@cache
def desk(kind: str) -> Desk:
    files = record_files() | plan("BT-2026-0001", [EVENT, MESSAGE], kind)
    made = Desk(files)
    many = 9 * "  - {question: Còn hỏi gì?, answer: Còn hỏi., because: [TT-2026-0001]}\n"
    made.change(MESSAGE, "answers:\n", f"answers:\n{many}")
    made.issue("BT-2026-0001")
    return made


def issued(kind: str, site: str) -> Edition:
    made = official() if kind == "official" else desk(kind).editions[0]
    programme = {**made.registry["programme"], "base_url": site}
    moved = made.model_copy(update={"registry": {**made.registry, "programme": programme}})
    return Edition.model_validate(moved.model_dump())


def jobs(paper: str, site: str) -> Iterable[PdfJob]:
    context = SiteContext(desk("quick").ledger(), Language.VI)
    match paper:
        case "packet":
            return [packet_of(referred_desk())]
        case "questions":
            return [questions_job(questions_of(context, EVENT, site))]
        case "script":
            return [script_job(handout_of(context, MESSAGE, site))]
        case "card" | "card-a5":
            return card_jobs(handout_of(context, MESSAGE, site), paper)
    kind = "periodic" if paper == "bulletin" else paper
    return [bulletin_job(issued(kind, site), None, Language.VI, b"{}", Later())]


def said(paper: str, site: str) -> str:
    return " ".join(text_of(job.html) for job in islice(jobs(paper, site), 1))


@pytest.mark.pdf
@pytest.mark.parametrize("paper", LEADS)
def test_a_phone_that_reads_the_code_opens_the_address_that_stands_beside_it(paper: str) -> None:
    content = fit_once(jobs(paper, SITE)) if "card" in paper else print_once(*jobs(paper, SITE))
    with unpacked(content) as opened:
        sheets = [page.to_image(resolution=150).original.convert("L") for page in opened.pages]
        text = "".join("".join(page.extract_text().split()) for page in opened.pages)
    (code,) = (found for sheet in sheets for found in zxingcpp.read_barcodes(sheet))
    assert code.text == SITE + LEADS[paper]
    assert code.text in text
    corners = code.position
    width = (corners.top_right.x - corners.top_left.x) / 150 * 25.4  # mm, without the white edge
    side = figure("masthead", paper, "code-side") / MM
    assert side >= 20 and width == pytest.approx(side * 37 / 45, abs=2)


@pytest.mark.parametrize("paper", PAPERS)
def test_paper_prints_no_address_that_only_the_site_understands(paper: str) -> None:
    assert OURS.findall(said(paper, "")) == []
    assert set(OURS.findall(said(paper, SITE))) <= {SITE}


@pytest.mark.parametrize("paper", PAPERS)
def test_where_the_site_has_no_address_paper_says_whom_to_ask_and_shows_no_code(
    paper: str,
) -> None:
    (job,) = islice(jobs(paper, ""), 1)
    assert "<svg" not in job.html
    assert not SCAN.search(text_of(job.html))
    assert "trang bản tin" not in text_of(job.html)
    if paper in LEADS:
        assert re.search(r"\bhỏi\b", text_of(job.html))
        assert re.search(r"truc-ban\.[\w-]+@example\.vn", text_of(job.html))
        assert SCAN.search(said(paper, SITE))
