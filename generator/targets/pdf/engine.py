"""PDF: a finished print document becomes bytes. The only module that starts WeasyPrint."""

import gc
import hashlib
import os
import re
import warnings
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from importlib.metadata import version
from io import StringIO
from itertools import chain, islice
from multiprocessing.util import Finalize
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from generator.base.diagnostics import BulletinError
from generator.model.layouts import Layout, layout_of
from generator.model.record.letters import printable
from generator.resources import shipped
from generator.targets.build.limits import limited
from generator.targets.pdf import archive, safe_html, structure, wide_tables
from generator.targets.pdf.press import Press
from generator.views.context.pdf_job import PdfJob

if TYPE_CHECKING:
    from weasyprint import CSS, Attachment
    from weasyprint.document import Document, DocumentMetadata, Page
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcherResponse

_VARIANT = "pdf/a-3a"  # and PDF/UA-1: archive.py adds it
_NO_PLACE = "edition:"  # a base address that leads nowhere: relative addresses stay as written
_WEB_SCHEMES = ("https://", "http://", "mailto:", "tel:")
# How far down its sheet a last page must reach, head included: a fifth of the text, or nearly so.
_LEAST_OF_A_SHEET = 0.27
# So many pages are too many in the smallest type too, and each layout of them takes a minute.
_ENDLESS = 20
_MODULES = (archive, structure, safe_html, wide_tables)
_CODE_FILES = (Path(__file__), *(Path(str(module.__file__)) for module in _MODULES))


def pdf_key(job: PdfJob) -> str:
    """The digest of everything that decides the bytes of the PDF; does not start the engine."""
    images = (part for address in sorted(job.images) for part in (address, job.images[address]))
    digest = hashlib.sha256(engine().encode())
    for part in (*job[:-1], *images):
        content = part if isinstance(part, bytes) else str(part).encode()
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


@cache
def engine() -> str:
    """The digest of what all PDFs share: fonts, layouts, code of the room, WeasyPrint's version."""
    digest = hashlib.sha256(f"{version('weasyprint')} {version('pydyf')}".encode())
    for path in (*sorted(p for p in _folder().rglob("*") if p.is_file()), *_fonts(), *_CODE_FILES):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def render_pdf(job: PdfJob) -> bytes:
    """The file of a job, PDF/A-3a and PDF/UA-1: the same bytes for the same job everywhere.

    The first call in a process loads the engine and the fonts (one to two seconds).
    """
    with limited(job.title, len(job.html)):
        return _pdf_bytes(_as_asked(job))


def _as_asked(job: PdfJob) -> "Document":
    """The first of the sizes of type that is as asked; else the largest that is so the most."""
    laid_out = cache(lambda html: _laid_out(job._replace(html=html)))
    length = len(laid_out(job.html).pages)
    if length > max(_ENDLESS, job.pages):
        return laid_out(job.html)
    if length > job.pages + 1 and job.denser:  # far too long: perhaps for the last too
        shortest = laid_out(job.denser[-1])
        if len(shortest.pages) > job.pages:
            return shortest
    tried: list[Document] = []
    for html in (job.html, *job.denser):
        tried.append(laid_out(html))
        if _lacks(tried[-1], job) == _NOTHING:
            break
    return min(tried, key=lambda one: _lacks(one, job))


_NOTHING = (0, False, False)


def _lacks(document: "Document", job: PdfJob) -> tuple[int, bool, bool]:
    """Pages too many; whether what must stand on the first is not there; whether the last is a
    nearly empty sheet."""
    first, last = document.pages[0], document.pages[-1]
    is_thin = first is not last and _end(last) < _LEAST_OF_A_SHEET * last.height
    return (
        max(0, len(document.pages) - job.pages),
        bool(job.on_first) and job.on_first not in first.anchors,
        is_thin,
    )


def _end(page: "Page") -> float:
    """How far down its text reaches, in pixels; without the block by which a print is checked."""
    if "proof" in page.anchors:
        return float(page.anchors["proof"][-1])
    root, *_ = page._page_box.children
    return max(
        (float(b.position_y + b.height) for b in root.descendants() if _is_line(b)), default=0
    )


def _is_line(box: "Box") -> bool:
    return type(box).__name__ == "LineBox"


def render_on_one_page(jobs: Iterable[PdfJob], first: int) -> bytes:
    """The PDF of the first job that fits on a single page; the last job is always accepted.

    Each job is shorter than the job before it, so a binary search finds the first that fits: among
    the first `first` jobs, which suffice for nearly all, else among the others, of which a hostile
    message has hundreds.
    """
    coming = iter(jobs)
    largest = next(coming)
    with limited(largest.title, len(largest.html)):
        return _pdf_bytes(_first_on_one_page(chain([largest], coming), first))


def _first_on_one_page(jobs: Iterator[PdfJob], first: int) -> "Document":
    steps = tuple(islice(jobs, first))
    if (place := _first_fitting(steps)) < len(steps):
        return _laid_out(steps[place])
    others = tuple(jobs)
    return _laid_out((*steps, *others)[len(steps) + min(_first_fitting(others), len(others) - 1)])


def _first_fitting(jobs: Sequence[PdfJob]) -> int:
    """The place of the first job that fits on a page; the number of jobs if none does."""
    return bisect_left(jobs, -1, key=lambda candidate: -len(_laid_out(candidate).pages))


def part_of(job: PdfJob, number: int) -> "Document":
    """A part of a larger document, laid out, with `number` as its first page number."""
    numbered = f"@page :first {{ counter-reset: page {number} }}"
    with limited(job.title, len(job.html)):
        return _laid_out(job, _weasyprint().CSS(string=numbered))


def press() -> Press:
    """The press, which makes a single file of many parts."""
    return Press(_weasyprint())


def _laid_out(job: PdfJob, *styles: "CSS") -> "Document":
    engine_with_fonts = _engine_with_fonts()
    fetcher = _FixedFiles({**job.images, **_own_files()})
    html = engine_with_fonts.weasyprint.HTML(
        string=job.html, base_url=_NO_PLACE, url_fetcher=fetcher
    )
    wide_tables.fit_tables(html.etree_element, layout_of(job.layout, job.document))
    safe_html.make_safe(html.etree_element)
    document: Document = html.render(
        font_config=engine_with_fonts.fonts,
        stylesheets=[_style(job.layout, job.document), *styles],
        presentational_hints=True,  # the numbers of a list stand in attributes
        pdf_variant=_VARIANT,
    )
    for page in document.pages:
        page.links = [link for link in page.links if _is_followed(link)]
    _describe(document.metadata, job)
    return document


def _pdf_bytes(document: "Document") -> bytes:
    content: bytes = document.write_pdf(pdf_variant=_VARIANT, finisher=structure.complete)
    return content


# ── the engine, and what it may read ─────────────────────────────────────────────────────────


class _FixedFiles:
    """The engine's only source of files: a mapping by address. It opens no file or connection."""

    _fail_on_errors = False  # the engine reads it; a refused address leaves an empty place

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def __call__(self, address: str) -> "URLFetcherResponse":
        if address not in self._files:
            raise ValueError(f"{address} is not among the files of this document.")
        response = _weasyprint().urls.URLFetcherResponse
        return response(address, self._files[address])


class _Engine(NamedTuple):
    """The engine with its fonts."""

    weasyprint: ModuleType
    fonts: "FontConfiguration"


@cache
def _engine_with_fonts() -> _Engine:
    with _no_fonts_of_this_machine():
        fonts = _weasyprint().text.fonts.FontConfiguration()
    # It removes its folder of unpacked fonts in `__del__`, which workers do not run when they end.
    Finalize(None, fonts.__del__, exitpriority=1)
    printable("đ")  # reads the list of letters: later nothing is opened
    engine = _Engine(_weasyprint(), fonts)
    gc.collect()
    gc.freeze()  # exclude what all documents share from later garbage collections
    return engine


@cache
def _weasyprint() -> ModuleType:
    archive.end_streams_clearly()
    with _no_fonts_of_this_machine(), warnings.catch_warnings(), redirect_stdout(StringIO()):
        warnings.filterwarnings("ignore", "No fonts configured")  # that is intended
        try:
            return import_module("weasyprint")  # slow, and needs Pango: only when a PDF is made
        except (ImportError, OSError) as error:
            raise _without_libraries(error) from error


def _without_libraries(error: Exception) -> BulletinError:
    """WeasyPrint loads Pango from the system, and only Linux usually has it."""
    reason = str(error).partition("\n")[0]
    ways = (
        "Windows: MSYS2 (https://www.msys2.org), pacman -S mingw-w64-x86_64-pango,"
        " WEASYPRINT_DLL_DIRECTORIES=C:\\msys64\\mingw64\\bin · macOS: brew install pango"
        " · Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    )
    return BulletinError(
        f"Máy này chưa in được PDF, vì thiếu Pango, thư viện xếp chữ mà WeasyPrint cần ({reason})."
        f" Cài thêm: {ways}. Chưa cần PDF thì dựng trang bằng: bulletin build --no-pdf",
        f"No PDF can be made: Pango, which sets the type for WeasyPrint, is missing ({reason})."
        f" Install it: {ways}. To do without PDFs: bulletin build --no-pdf",
    )


@contextmanager
def _no_fonts_of_this_machine() -> Iterator[None]:
    """Give fontconfig a configuration without font folders when it starts."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(_folder() / "fonts.conf")
    try:
        yield
    finally:
        del os.environ["FONTCONFIG_FILE"]
        if before is not None:
            os.environ["FONTCONFIG_FILE"] = before


def _folder() -> Path:
    return shipped("theme") / "pdf"


def _fonts() -> list[Path]:
    return sorted((shipped("theme") / "assets" / "fonts").glob("*.ttf"))


@cache
def _style(profile: str, document: str) -> "CSS":
    """The style of a layout, parsed once in a process."""
    css = filled_style(layout_of(profile, document))
    engine_with_fonts, fetcher = _engine_with_fonts(), _FixedFiles(_own_files())
    return engine_with_fonts.weasyprint.CSS(
        string=css, font_config=engine_with_fonts.fonts, url_fetcher=fetcher
    )


def filled_style(chosen: Layout) -> str:
    """The style of a layout as one text, with figures filled in: `@page` cannot read variables."""
    css = "\n".join((_folder() / name).read_text("utf-8") for name in chosen.styles)
    return re.sub(r"var\(--([a-z0-9-]+)\)", lambda variable: chosen.figure(variable[1]), css)


@cache
def _own_files() -> Mapping[str, bytes]:
    """The fonts and drawings that a style may use, by the address in the style."""
    paths = (*_fonts(), *_folder().glob("*.svg"))
    return {f"bulletin:{path.name}": path.read_bytes() for path in paths}


def _is_followed(link: tuple[str, str, object, "Box"]) -> bool:
    """Whether a link is kept: inside the document or to the web; a box must be the whole link."""
    kind, target, _, box = link
    is_whole = (box.element_tag or "").split(":")[0] == "a"
    return is_whole and (kind == "internal" or target.startswith(_WEB_SCHEMES))


# ── what the file says about itself ──────────────────────────────────────────────────────────


def _describe(metadata: "DocumentMetadata", job: PdfJob) -> None:
    """Set the metadata from the job, not from the HTML."""
    metadata.title, metadata.lang = job.title, job.language
    metadata.created = metadata.modified = job.created
    metadata.attachments = [_attachment(job)] if job.attachment_name else []


def _attachment(job: PdfJob) -> "Attachment":
    moment = datetime.fromisoformat(job.created).astimezone(UTC)
    return _weasyprint().Attachment(
        string=job.attachment,
        name=job.attachment_name,
        description=job.title,
        created=moment,
        modified=moment,
    )
