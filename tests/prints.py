"""PDFs of the tests, each distinct document printed once for a run.

A document has the name under which the program itself keeps it, which follows everything that the
bytes follow from. Who tests the printing itself, or changes the engine, calls `render_pdf`.
"""

import gc
from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import chain, islice

from generator.targets.pdf.engine import pdf_key, render_on_one_page, render_pdf
from generator.views.context.pdf_job import PdfJob
from generator.views.message.card import STEPS
from tests.shared import bytes_of


def print_once(job: PdfJob) -> bytes:
    return bytes_of(f"pdf/{pdf_key(job)}", lambda: _printed(lambda: render_pdf(job)))


def fit_once(jobs: Iterable[PdfJob]) -> bytes:
    """A card; named by all the steps that are tried in turn, and by the first one after them."""
    coming = iter(jobs)
    tried = tuple(islice(coming, len(STEPS) + 1))
    name = sha256("".join(map(pdf_key, tried)).encode()).hexdigest()
    return bytes_of(
        f"card/{name}",
        lambda: _printed(lambda: render_on_one_page(chain(tried, coming), len(STEPS))),
    )


def _printed(make: Callable[[], bytes]) -> bytes:
    """What is kept of other tests is looked through for garbage once, not at every print."""
    gc.collect()
    gc.freeze()
    return make()
