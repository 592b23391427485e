"""The booklet of a bulletin, as issued: its job in a size that is folded from a larger sheet."""

from collections.abc import Mapping
from functools import partial

from generator.base.diagnostics import Refused
from generator.cli.session.session import Session
from generator.issued import compile_ledger
from generator.model.edition.edition import ATTACHMENTS, Edition
from generator.model.ledger.evidence import stops_in
from generator.model.ledger.ledger import Ledger
from generator.model.record.record import Circulation
from generator.targets.pdf.picture_files import fitted
from generator.views.bulletin.bulletin_print import bulletin_job
from generator.views.context.corrections import corrections_before
from generator.views.context.edition_context import Later
from generator.views.context.pdf_job import PdfJob
from generator.views.context.site_context import SiteContext

# The types of document that are booklets, by the size that a person names.
SIZES: Mapping[str, str] = {"19x27": "ban-tin-19x27", "a5": "ban-tin-a5"}


def booklet_of(session: Session, bulletin: str, size: str) -> PdfJob | None:
    """The newest issued version in this size; None if none was issued.

    Raises Refused for a bulletin that people stopped, and for one that has no masthead.
    """
    _, ledger = compile_ledger(session.workspace, Circulation.INTERNAL)
    versions = ledger.bulletins.get(bulletin, ())
    if not versions:
        return None
    if ledger.closing(bulletin) is not None:
        raise Refused(f"{bulletin} đã bị thu hồi, không in nữa.", f"{bulletin} was recalled.")
    return booklet_job(_job(session, ledger, versions[-1]), size)


def booklet_job(job: PdfJob, size: str) -> PdfJob:
    """The same text in this size; a bulletin of another form has no booklet."""
    if job.document != "bulletin":
        raise Refused(
            "Chỉ làm tập từ bản tin định kỳ có tiêu đề; bản tin nhanh và văn bản chính thức in A4.",
            "Only a periodic bulletin with a masthead becomes a booklet; others are printed on A4.",
        )
    return job._replace(document=SIZES[size], denser=(), pages=0)


def _job(session: Session, ledger: Ledger, edition: Edition) -> PdfJob:
    language = edition.names.programme.spoken
    is_stopped = partial(SiteContext(ledger, language).is_stopped_text, edition=edition)
    corrections = corrections_before(ledger)[edition.digest]
    later = Later(corrections, stops_in(ledger, edition), is_stopped)
    frozen = session.workspace.read(edition.path)
    job = bulletin_job(edition, ledger.version_before(edition), language, frozen, later)
    pictures = fitted(edition, lambda name: session.workspace.read(f"{ATTACHMENTS}/{name}"))
    return job._replace(images=pictures)
