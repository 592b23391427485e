"""The Word file as an office program lays it out: the words of the product's own PDF, in order."""

import shutil
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from lxml.html import document_fromstring, tostring
from PIL import Image

from generator.base.prose import to_html
from generator.targets.word.word_file import docx_of
from generator.views.context.pdf_job import PdfJob
from tests.official import job_of, official
from tests.prints import print_once
from tests.test_pdf import text_of
from tests.test_wide_tables import typed
from tests.test_word import FORMS, words

pytestmark = pytest.mark.pdf

# Between the page number above and the foot below, in points of an A4 page.
TEXT_AREA = ("-x", "0", "-y", "57", "-W", "595", "-H", "726")


def without_proof(job: PdfJob) -> PdfJob:
    """The job without what only the frozen file is proven by: Word leaves it out."""
    page = document_fromstring(job.html)
    for proof in page.find_class("proof"):
        proof.drop_tree()
    return job._replace(html=tostring(page, encoding="unicode", doctype="<!doctype html>"))


def laid_out(content: bytes, folder: Path) -> bytes:
    """The file as a PDF of LibreOffice, which keeps what it knows in this folder only."""
    (folder / "a.docx").write_bytes(content)
    program = shutil.which("soffice")
    assert program, "libreoffice-writer-nogui is not installed: run .ci/debian-packages test"
    known = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, "--headless", known, "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "a.docx")], check=True, capture_output=True, timeout=120)
    return (folder / "a.pdf").read_bytes()


def picture() -> bytes:
    """What stands for the sample's picture, which is drawn by nobody."""
    output = BytesIO()
    Image.new("RGB", (400, 200)).save(output, "PNG")
    return output.getvalue()


def counted(pdf: bytes) -> Counter[str]:
    """The words between head and foot; lines and pages end elsewhere, and so stand the footnotes.

    The copier leaves out a hyphen at which a line ends.
    """
    return Counter(words(text_of(pdf, *TEXT_AREA).replace("-\n", "").replace("-", "")))


@pytest.mark.parametrize("layout", FORMS)
def test_an_office_program_shows_the_words_of_the_pdf(layout: str, tmp_path: Path) -> None:
    official_job = job_of(official(layout))
    wide = f"<div class='prose'>{to_html(typed(14))}</div>"  # both divide it, and cut no word
    html = official_job.html.replace('<div class="closing">', f'{wide}<div class="closing">', 1)
    job = official_job._replace(html=html, images={"picture:so-do.png": picture()})
    written = counted(laid_out(docx_of(job), tmp_path))
    assert sum(written.values()) > 1300
    assert written == counted(print_once(without_proof(job)))
