"""PDFs in the cache: a PDF is rendered again only when its inputs changed."""

from collections.abc import Callable, Iterable, Iterator

from generator.targets.build.inputs import Paper
from generator.targets.build.output import FileContent
from generator.targets.build.plan import Plan
from generator.targets.pdf import engine
from generator.views.context.pdf_job import PdfJob


def rendered(plan: Plan, job: PdfJob) -> FileContent:
    return from_cache(plan, engine.pdf_key(job), lambda: engine.render_pdf(job))


def shown_in(jobs: Callable[[], Iterable[PdfJob]]) -> Iterator[str]:
    """The HTML of everything that PDFs say, without rendering them."""
    for job in jobs():
        yield from job.shown


def as_held(paper: Paper | None, make: Callable[[], FileContent]) -> FileContent:
    """The bytes that readers hold; printed anew when no release has them whole any more."""
    content = paper.content() if paper else None
    return make() if content is None else FileContent(content)


def from_cache(plan: Plan, name: str, render: Callable[[], bytes]) -> FileContent:
    """The PDF with this name from the cache; rendered and stored when it is not there."""
    content = plan.cache.load(f"pdf/{name}")
    if content is None:
        content = render()
        plan.cache.save(f"pdf/{name}", content)
    return FileContent(content)
