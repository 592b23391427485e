"""The papers of every version of a bulletin: its own, and its annex where it has one.

A paper that readers hold keeps its bytes: another version of the program, of the theme or of the
engine prints no second paper under the same address. Only what people stopped since does.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.base.digest import digest
from generator.model.edition.edition import Edition
from generator.model.ledger.evidence import stops_in
from generator.resources import code_digest, theme_digest
from generator.targets.build.output import FileContent, Output
from generator.targets.build.plan import Plan
from generator.targets.pdf import engine
from generator.targets.pdf.pdf_cache import as_held, rendered, shown_in
from generator.targets.pdf.picture_files import issued_pictures
from generator.views.bulletin.annex import has_annex
from generator.views.bulletin.bulletin_print import annex_job, bulletin_job
from generator.views.context.addresses import path_of_annex, path_of_paper
from generator.views.context.edition_context import Later
from generator.views.context.pdf_job import PdfJob


def of_bulletins(plan: Plan) -> Iterator[Output]:
    for edition in plan.ledger.editions if plan.with_pdf else ():
        for path, make_job in _papers_of(plan, edition):
            yield _output(plan, edition, path, make_job)


def told_by_papers(plan: Plan) -> Mapping[str, str]:
    """By the path of each paper, the digest of all that it tells."""
    return {
        path: _told_by(plan, edition)
        for edition in (plan.ledger.editions if plan.with_pdf else ())
        for path, _ in _papers_of(plan, edition)
    }


def _papers_of(plan: Plan, edition: Edition) -> Iterator[tuple[str, Callable[[], PdfJob]]]:
    """The path of each paper, and the job that prints it."""
    yield path_of_paper(edition.name), partial(_job, plan, edition)
    if has_annex(edition):
        yield path_of_annex(edition.name), partial(_annex_job, plan, edition)


def _told_by(plan: Plan, edition: Edition) -> str:
    """The digest of what was issued, of the corrections before it, and of what was stopped since;
    nothing of it depends on the program."""
    before = plan.ledger.version_before(edition)
    corrections = [
        [one.name, one.at.isoformat(), one.note] for one in plan.corrections.get(edition.digest, ())
    ]
    stops = [
        [name, doubt.flaw.value, str(doubt.day), doubt.instead]
        for name, doubt in sorted(stops_in(plan.ledger, edition).items())
    ]
    texts = plan.context.stopped_in(edition)
    return digest([edition.digest, before and before.digest, corrections, stops, texts])


def _output(plan: Plan, edition: Edition, path: str, make_job: Callable[[], PdfJob]) -> Output:
    told = _told_by(plan, edition)
    make = partial(_content, plan, edition, make_job)
    published = plan.papers.get(path)
    if published and published.told == told:
        held = partial(as_held, published, make)
        return Output(path, published.sha256, held, prints=partial(_shown, make_job))
    inputs = [told, repr(stops_in(plan.ledger, edition)), code_digest(), theme_digest()]
    key = digest([*inputs, engine.engine(), plan.base_url, plan.language])
    return Output(path, key, make, prints=partial(_shown, make_job))


def _job(plan: Plan, edition: Edition) -> PdfJob:
    before, later = plan.ledger.version_before(edition), _later(plan, edition)
    return bulletin_job(edition, before, plan.language, plan.frozen(edition), later)


def _annex_job(plan: Plan, edition: Edition) -> PdfJob:
    before, later = plan.ledger.version_before(edition), _later(plan, edition)
    return annex_job(edition, before, plan.language, plan.frozen(edition), later)


def _later(plan: Plan, edition: Edition) -> Later:
    is_stopped = partial(plan.context.is_stopped_text, edition=edition)
    stops = stops_in(plan.ledger, edition)
    return Later(plan.corrections.get(edition.digest), stops, is_stopped)


def _shown(make_job: Callable[[], PdfJob]) -> Iterator[str]:
    return shown_in(lambda: (make_job(),))


def _content(plan: Plan, edition: Edition, make_job: Callable[[], PdfJob]) -> FileContent:
    images = issued_pictures(plan.root, edition)
    return rendered(plan, make_job()._replace(images=images))
