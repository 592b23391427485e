"""What an edition would publish is composed and judged before the edition is frozen.

Neither the frame of MkDocs nor the engine of PDFs is needed: the frame is the same on every page,
and a PDF is judged by the HTML that it is printed from.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.model.edition.edition import Edition
from generator.targets.build.inputs import Wish
from generator.targets.build.output import Output
from generator.targets.build.output_guard import Guard, texts_of_html
from generator.targets.build.plan import Plan, plan_of
from generator.targets.site.outputs import composed_outputs
from generator.views.context.page import Page


def rehearse(root: Path, wish: Wish, edition: Edition, frozen: bytes) -> None:
    """Raises Refused when a page, paper or file that the edition changes could not be published."""
    before = plan_of(root, wish, edition)
    ledger = replace(before.ledger, editions=(*before.ledger.editions, edition))
    after = replace(before, ledger=ledger, coming={edition.path: frozen})
    judge_pages(after, {planned.address: planned.key for planned in before.pages})
    known = {output.path: output.key for output in composed_outputs(before)}
    for output in composed_outputs(after):
        if known.get(output.path) != output.key:
            judge(after.guard, output)


def judge_pages(plan: Plan, known: Mapping[str, str]) -> None:
    """Raises Refused when a page could not be published, unless its key is known by its address."""
    for planned in plan.pages:
        if known.get(planned.address) != planned.key:
            plan.guard.judge(f"{planned.address}index.html", _texts_of_page(planned.make()))


def judge(guard: Guard, output: Output) -> None:
    """Raises Refused when a file could not be published; no PDF is printed for it."""
    if output.prints is None:
        guard.judge_output(output)
    else:
        guard.judge_prints(output.path, output.prints())


def _texts_of_page(page: Page) -> Iterator[str]:
    yield page.title
    yield page.summary
    yield from (heading.text for heading in page.headings)
    yield from texts_of_html(page.body)
