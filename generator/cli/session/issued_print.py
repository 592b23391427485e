"""A bulletin as it was issued, to be printed: as the site does, or as a booklet."""

from collections.abc import Iterator, Mapping
from functools import partial

from generator.base.diagnostics import Refused
from generator.cli.session.session import Session
from generator.issued import compile_ledger
from generator.model.edition.edition import ATTACHMENTS, Edition
from generator.model.ledger.evidence import stops_in
from generator.model.ledger.ledger import Ledger
from generator.model.record.record import Circulation
from generator.targets.pdf.picture_files import fitted
from generator.views.bulletin.annex import has_annex
from generator.views.bulletin.bulletin_print import annex_job, bulletin_job
from generator.views.context.corrections import corrections_before
from generator.views.context.edition_context import Later
from generator.views.context.pdf_job import ANY_NUMBER, PdfJob
from generator.views.context.site_context import SiteContext

# The types of document that are booklets, by the size that a person names.
SIZES: Mapping[str, str] = {"19x27": "ban-tin-19x27", "a5": "ban-tin-a5"}


def booklet_of(session: Session, bulletin: str, size: str) -> PdfJob | None:
    """The newest issued version in this size; None if none was issued.

    Raises Refused for a bulletin that people stopped, and for one that has no masthead.
    """
    printed = issued_print(session, bulletin)
    return booklet_job(printed[0], size) if printed else None


def issued_print(session: Session, bulletin: str) -> tuple[PdfJob, ...] | None:
    """The newest issued version, and its annex if it has one; None if none was issued.

    Raises Refused for a bulletin that people stopped.
    """
    _, ledger = compile_ledger(session.workspace, Circulation.INTERNAL)
    versions = ledger.bulletins.get(bulletin, ())
    if not versions:
        return None
    if ledger.closing(bulletin) is not None:
        raise Refused(f"{bulletin} đã bị thu hồi, không in nữa.", f"{bulletin} was recalled.")
    return tuple(_jobs(session, ledger, versions[-1]))


def booklet_job(job: PdfJob, size: str) -> PdfJob:
    """The same text in this size; a bulletin of another form has no booklet."""
    if job.document != "bulletin":
        raise Refused(
            "Chỉ làm tập từ bản tin định kỳ có tiêu đề; bản tin nhanh và văn bản chính thức in A4.",
            "Only a periodic bulletin with a masthead becomes a booklet; others are printed on A4.",
        )
    return job._replace(document=SIZES[size], pages=ANY_NUMBER, on_first="")


def _jobs(session: Session, ledger: Ledger, edition: Edition) -> Iterator[PdfJob]:
    language = edition.names.programme.spoken
    is_stopped = partial(SiteContext(ledger, language).is_stopped_text, edition=edition)
    corrections = corrections_before(ledger)[edition.digest]
    later = Later(corrections, stops_in(ledger, edition), is_stopped)
    frozen = session.workspace.read(edition.path)
    pictures = fitted(edition, lambda name: session.workspace.read(f"{ATTACHMENTS}/{name}"))
    before = ledger.version_before(edition)
    job = bulletin_job(edition, before, language, frozen, later)
    yield job._replace(images=pictures)
    if has_annex(edition):
        yield annex_job(edition, before, language, frozen, later)._replace(images=pictures)
