"""Every type of document that is printed, from the repository's own editions and the exercises."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache
from typing import NamedTuple

from generator.base.text import Language
from generator.issued import compile_ledger
from generator.model import layouts
from generator.model.ledger.ledger import Ledger
from generator.model.record.record import Circulation
from generator.model.registry.registry import Programme
from generator.targets.pdf.book import render_book
from generator.views.bulletin.bulletin_print import bulletin_job
from generator.views.context.edition_context import Later
from generator.views.context.pdf_job import PdfJob
from generator.views.context.site_context import SiteContext
from generator.views.message.card import card_jobs
from generator.views.message.event_questions import questions_of
from generator.views.message.handout import Handout, handout_of
from generator.views.message.questions_sheet import questions_job
from generator.views.message.script_sheet import script_job
from generator.views.yearbook.front_and_back import book_of
from generator.views.yearbook.yearbook import Year
from generator.workspace import DiskWorkspace
from tests.conftest import ROOT
from tests.official import job_of, official
from tests.page_types import BUILT_AT
from tests.prints import fit_once, print_once
from tests.shared import bytes_of
from tests.test_packet import job_of as packet_of
from tests.test_packet import referred_desk

EVENT, MESSAGE, ENDED = "SV-2026-0001", "ND-2026-0002", "ND-2026-0001"


@cache
def issued() -> tuple[Programme, Ledger]:
    """What the repository has issued, read at one moment."""
    workspace = DiskWorkspace(ROOT, datetime.fromisoformat(BUILT_AT))
    return compile_ledger(workspace, Circulation.INTERNAL)


def ledger() -> Ledger:
    return issued()[1]


def bulletin(name: str) -> PdfJob:
    """The job of an edition, with its own frozen file attached."""
    (edition,) = (one for one in ledger().editions if one.name == name)
    frozen = (ROOT / edition.path).read_bytes()
    return bulletin_job(edition, ledger().version_before(edition), Language.VI, frozen, Later(()))


def handout(record_id: str) -> Handout:
    return handout_of(SiteContext(ledger(), Language.VI), record_id)


def questions() -> PdfJob:
    return questions_job(questions_of(SiteContext(ledger(), Language.VI), EVENT))


def yearbook(profile: str) -> bytes:
    programme, held = issued()
    chosen = programme.model_copy(update={"layout": profile})
    return render_book(book_of(Year(2026, held, chosen, Language.VI)))


def _official(profile: str, parties: int, urgency: str) -> PdfJob:
    keys = {"circulation": "internal", "signed_copy": "Bản giấy, lưu văn thư"}
    return job_of(official(profile, parties, urgency=urgency, **keys))


# Every type as one job, or as jobs of which the first is taken that fits on a page.
ONE: dict[str, Callable[[], PdfJob]] = {
    "periodic": lambda: bulletin("BT-2026-0006/v1"),
    "quick": lambda: bulletin("BT-2026-0004/v1"),
    "correction": lambda: bulletin("BT-2026-0003/v2"),
    "packet": lambda: packet_of(referred_desk()),
    "questions": questions,
    "script": lambda: script_job(handout(MESSAGE)),
}
FITTED: dict[str, Callable[[], Iterable[PdfJob]]] = {
    "card": lambda: card_jobs(handout(MESSAGE), "card"),
    "card-a5": lambda: card_jobs(handout(MESSAGE), "card-a5"),
    "card-stopped": lambda: card_jobs(handout(ENDED), "card"),
}
OFFICIAL: dict[str, Callable[[str], PdfJob]] = {
    "official": lambda profile: _official(profile, 2, "urgent"),
    "official-four": lambda profile: _official(profile, 4, "flash"),
}


class Paper(NamedTuple):
    """One type of document in one profile."""

    name: str
    profile: str

    def pdf(self) -> bytes:
        if self.name == "yearbook":
            return bytes_of(f"yearbook-{self.profile}", lambda: yearbook(self.profile))
        if self.name in FITTED:
            jobs = (job._replace(layout=self.profile) for job in FITTED[self.name]())
            return fit_once(jobs)
        if self.name in OFFICIAL:
            return print_once(OFFICIAL[self.name](self.profile))
        return print_once(ONE[self.name]()._replace(layout=self.profile))


def papers() -> list[Paper]:
    """Each type in each profile; an official document only where there is a form for it."""
    everywhere = [*ONE, *FITTED, "yearbook"]
    forms = [one for one in layouts.profile_names() if "official" in layouts.profile(one).documents]
    return [
        *(Paper(name, profile) for profile in layouts.profile_names() for name in everywhere),
        *(Paper(name, profile) for profile in forms for name in OFFICIAL),
    ]
