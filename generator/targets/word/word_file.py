"""Word: a finished print becomes a .docx file. The only room that starts python-docx."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph
from lxml.html import HtmlElement, document_fromstring

from generator.base.text import Bilingual, Language
from generator.model.layouts import layout_of
from generator.targets.word import looks
from generator.targets.word.flow import Page
from generator.targets.word.footnotes import Footnotes
from generator.targets.word.frozen_zip import frozen
from generator.targets.word.grid import put
from generator.targets.word.looks import length
from generator.targets.word.oxml import add_field, element
from generator.views.context.pdf_job import PdfJob

_A4 = (Mm(210), Mm(297))
_WORKING_COPY = Bilingual(
    "BẢN SOẠN – không phải bản phát hành", "WORKING COPY – not the issued edition"
)


def docx_of(job: PdfJob) -> bytes:
    """The file of a job: the words of its PDF, but for the sheet's own marks; the same bytes for
    the same job.

    In the foot stands that it is a working copy, with the digest of what it was made from: a Word
    file can be changed, and what is signed comes back as `signed_copy`.
    """
    body = document_fromstring(job.html).body
    figures = layout_of(job.layout, job.document).figures
    page = _page(job, figures)
    _set_marks(page, body, Language(job.language))
    for block in body:
        _put_block(page, block)
    page.notes.put_into(page.document)
    _describe(page.document, job)
    output = BytesIO()
    page.document.save(output)
    return frozen(output.getvalue())


def _page(job: PdfJob, figures: Mapping[str, str]) -> Page:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = _A4
    for side in ("top", "bottom", "left", "right"):
        setattr(section, f"{side}_margin", length(figures[f"margin-{side}"]))
    section.header_distance = length(figures.get("number-edge", "10mm"))
    section.footer_distance = Mm(8)
    section.different_first_page_header_footer = True
    _set_up(document)
    looks.define_styles(document, figures)
    margins = length(figures["margin-left"]) + length(figures["margin-right"])
    width = Length(_A4[0] - margins)
    return Page(document, figures, job.images, Footnotes(), width)


def _set_up(document: Document) -> None:
    """Bound like the print; a line that is broken by hand is not stretched to the margin."""
    settings = document.settings.element
    settings.insert(1, element("mirrorMargins"))
    settings.find(qn("w:compat")).insert(0, element("doNotExpandShiftReturn"))


def _put_block(page: Page, block: HtmlElement) -> None:
    """A block of the print; an annex begins a page and counts its own, and signatures never stand
    alone on a page."""
    if "closing" in block.classes:
        page.document.paragraphs[-1].paragraph_format.keep_with_next = True
    if "annex" in block.classes:
        section = page.document.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = False
        if section._sectPr.find(qn("w:pgNumType")) is None:  # a new section is as the one before
            counting = element("pgNumType", start=1)
            section._sectPr.insert_element_before(counting, "w:cols", "w:titlePg", "w:docGrid")
    put(page, page.document, block)


# ── head and foot ────────────────────────────────────────────────────────────────────────────


def _set_marks(page: Page, body: HtmlElement, language: Language) -> None:
    """DỰ THẢO and the number of the page above, what the file is below."""
    section, banner = page.section(), body.get("data-banner", "")
    parts = (_WORKING_COPY.to(language), body.get("data-issue", ""), body.get("data-code", ""))
    foot = " · ".join(filter(None, parts))
    for footer in (section.footer, section.first_page_footer):
        _mark(footer.paragraphs[0]).add_run(foot)
    _set_head(page, section.first_page_header.paragraphs[0], banner, "")
    _set_head(page, section.header.paragraphs[0], banner, "PAGE")


def _set_head(page: Page, paragraph: Paragraph, banner: str, field: str) -> None:
    tabs = _mark(paragraph).paragraph_format.tab_stops
    tabs.add_tab_stop(Length(page.width // 2), WD_TAB_ALIGNMENT.CENTER)
    tabs.add_tab_stop(page.width, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run("\t")
    if field:
        start = len(paragraph.runs)
        add_field(paragraph, field, "2")
        for run in paragraph.runs[start:]:
            run.font.size = length(page.figures.get("number-size", "13pt"))
    paragraph.add_run(f"\t{banner}").bold = True


def _mark(paragraph: Paragraph) -> Paragraph:
    looks.set_style(paragraph, looks.FOOT)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    return paragraph


def _describe(document: Document, job: PdfJob) -> None:
    core = document.core_properties
    core.title, core.language, core.author = job.title, job.language, ""
    core.comments = core.last_modified_by = ""
    core.created = core.modified = datetime.fromisoformat(job.created).replace(tzinfo=None)
