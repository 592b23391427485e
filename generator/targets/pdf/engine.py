"""PDF: a finished print document becomes bytes. The only module that starts WeasyPrint."""

import gc
import hashlib
import os
import re
import warnings
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from importlib.metadata import version
from itertools import chain, islice
from multiprocessing.util import Finalize
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from generator.model.layouts import Layout, layout_of
from generator.resources import shipped
from generator.targets.build.limits import limited
from generator.targets.pdf import archive, safe_html, structure
from generator.targets.pdf.press import Press
from generator.views.context.pdf_job import PdfJob

if TYPE_CHECKING:
    from weasyprint import CSS, Attachment
    from weasyprint.document import Document, DocumentMetadata
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcherResponse

_VARIANT = "pdf/a-3a"  # and PDF/UA-1: pdf_archive adds it
_NOWHERE = "edition:"  # an address that is no place: relative ones stay as they are written
_OUTWARD = ("https://", "http://", "mailto:", "tel:")
_MODULES = (archive, structure, safe_html)
_CODE = (Path(__file__), *(Path(str(one.__file__)) for one in _MODULES))


def pdf_key(job: PdfJob) -> str:
    """The digest of all that the bytes of the PDF follow from, without starting the engine."""
    images = (part for address in sorted(job.images) for part in (address, job.images[address]))
    found = hashlib.sha256(engine().encode())
    for part in (*job[:-1], *images):
        content = part if isinstance(part, bytes) else str(part).encode()
        found.update(hashlib.sha256(content).digest())
    return found.hexdigest()


@cache
def engine() -> str:
    """The digest of what all PDFs share: fonts, layouts, this module and WeasyPrint's version."""
    found = hashlib.sha256(f"{version('weasyprint')} {version('pydyf')}".encode())
    for path in (*sorted(p for p in _folder().rglob("*") if p.is_file()), *_fonts(), *_CODE):
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def render_pdf(job: PdfJob) -> bytes:
    """The file of a job, PDF/A-3a and PDF/UA-1: the same bytes for the same job everywhere.

    The first call in a process loads the engine and the fonts (one to two seconds).
    """
    with limited(job.title, len(job.html)):
        document = _laid_out(job)
        for html in job.denser:
            if _length(document) <= job.pages:
                break
            document = _laid_out(job._replace(html=html))
        return _written(document)


def _length(document: "Document") -> int:
    """How many pages stand before the annex."""
    starts = (place for place, one in enumerate(document.pages) if "annex" in one.anchors)
    return next(starts, len(document.pages))


def render_on_one_page(jobs: Iterable[PdfJob], first: int) -> bytes:
    """The first of these jobs that takes no more than one page; the last one in any case.

    The `first` ones are tried in turn. Of the others each holds less than the one before it, so
    the border is found by halving: a hostile message has hundreds of them.
    """
    coming = iter(jobs)
    largest = next(coming)
    with limited(largest.title, len(largest.html)):
        return _written(_first_on_one_page(chain([largest], coming), first))


def _first_on_one_page(jobs: Iterator[PdfJob], first: int) -> "Document":
    for job in islice(jobs, first):
        document = _laid_out(job)
        if len(document.pages) == 1:
            return document
    others = tuple(jobs)
    place = bisect_left(others, -1, key=lambda one: -len(_laid_out(one).pages))
    return _laid_out((job, *others)[min(place + 1, len(others))])


def part_of(job: PdfJob, number: int) -> "Document":
    """A part of a larger document, laid out, with this number on its first page."""
    numbered = f"@page :first {{ counter-reset: page {number} }}"
    with limited(job.title, len(job.html)):
        return _laid_out(job, _weasyprint().CSS(string=numbered))


def press() -> Press:
    """What makes one file of many parts."""
    return Press(_weasyprint())


def _laid_out(job: PdfJob, *more: "CSS") -> "Document":
    loaded = _loaded()
    files = _Locked({**job.images, **_own_files()})
    html = loaded.weasyprint.HTML(string=job.html, base_url=_NOWHERE, url_fetcher=files)
    safe_html.make_safe(html.etree_element, loaded.printable)
    document: Document = html.render(
        font_config=loaded.fonts,
        stylesheets=[_style(job.layout, job.document), *more],
        pdf_variant=_VARIANT,
    )
    for one in document.pages:
        one.links = [link for link in one.links if _is_followed(link)]
    _describe(document.metadata, job)
    return document


def _written(document: "Document") -> bytes:
    content: bytes = document.write_pdf(pdf_variant=_VARIANT, finisher=structure.complete)
    return content


# ── the engine, and what it may see ──────────────────────────────────────────────────────────


class _Locked:
    """The engine's only way to bytes: a map. Nothing here can open a file or a connection."""

    _fail_on_errors = False  # the engine asks for it; a refused address leaves its place empty

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def __call__(self, address: str) -> "URLFetcherResponse":
        if address not in self._files:
            raise ValueError(f"{address} is not among the files of this document.")
        response = _weasyprint().urls.URLFetcherResponse
        return response(address, self._files[address])


class _Engine(NamedTuple):
    """The engine with its fonts, and the characters that those fonts have."""

    weasyprint: ModuleType
    fonts: "FontConfiguration"
    printable: frozenset[str]


@cache
def _loaded() -> _Engine:
    with _no_fonts_of_this_machine():
        fonts = _weasyprint().text.fonts.FontConfiguration()
    # It unpacks fonts into a folder that it removes when Python takes it down: workers just end.
    Finalize(None, fonts.__del__, exitpriority=1)
    engine = _Engine(_weasyprint(), fonts, safe_html.printable(_fonts()))
    gc.collect()
    gc.freeze()  # what all documents share is not looked through again after each of them
    return engine


@cache
def _weasyprint() -> ModuleType:
    archive.end_streams_clearly()
    with _no_fonts_of_this_machine(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "No fonts configured")  # that is the point
        return import_module("weasyprint")  # slow, and needs Pango: only when a PDF is made


@contextmanager
def _no_fonts_of_this_machine() -> Iterator[None]:
    """What fontconfig reads when it starts: a configuration without any folder of fonts."""
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
    filled = filled_style(layout_of(profile, document))
    loaded, files = _loaded(), _Locked(_own_files())
    return loaded.weasyprint.CSS(string=filled, font_config=loaded.fonts, url_fetcher=files)


def filled_style(chosen: Layout) -> str:
    """The style of a layout as one text. Figures go in as text: `@page` knows no properties."""
    css = "\n".join((_folder() / name).read_text("utf-8") for name in chosen.styles)
    return re.sub(r"var\(--([a-z0-9-]+)\)", lambda named: chosen.figure(named[1]), css)


@cache
def _own_files() -> Mapping[str, bytes]:
    """The fonts and drawings that a style may name, by the address it names them with."""
    paths = (*_fonts(), *_folder().glob("*.svg"))
    return {f"bulletin:{path.name}": path.read_bytes() for path in paths}


def _is_followed(link: tuple[str, str, object, "Box"]) -> bool:
    """Links inside the document or into the web; of parts of a link only the whole is one."""
    kind, target, _, box = link
    is_whole = (box.element_tag or "").split(":")[0] == "a"
    return is_whole and (kind == "internal" or target.startswith(_OUTWARD))


# ── what the file says about itself ──────────────────────────────────────────────────────────


def _describe(metadata: "DocumentMetadata", job: PdfJob) -> None:
    """The job says what the file is, whatever its HTML says."""
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
