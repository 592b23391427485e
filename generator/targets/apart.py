"""One PDF made in a process of its own, which the system may end when it takes too much."""

from generator.targets.executor import Lost, spread
from generator.targets.limits import stopped
from generator.targets.pdf import render_pdf
from generator.views.print import PdfJob


def made_apart(job: PdfJob) -> bytes:
    """Raises BulletinError when the document takes more time or memory than any should."""
    try:
        (made,) = spread(render_pdf, [job], least=0)
    except Lost:
        raise stopped([f"“{job.title}”"]) from None
    return made
