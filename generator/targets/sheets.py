"""What belongs to each message beside its page: the one-page card, and the texts to be read out."""

from collections.abc import Iterator
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from generator.base.digest import digest
from generator.resources import code_digest, theme_digest
from generator.targets import pdf
from generator.targets.output import Made, Output
from generator.targets.plan import Plan
from generator.views import card
from generator.views.announcement import announcement
from generator.views.card import card_jobs
from generator.views.handout import Handout, handout_of
from generator.views.reading import Reading
from generator.views.sections import address_of


def of_messages(plan: Plan) -> Iterator[Output]:
    """The texts and the card of every message; both follow from what its page follows from."""
    reading = Reading(plan.ledger, plan.language)
    keys = {page.address: page.key for page in plan.pages}
    for record_id in reading.ledger.of("ND"):
        address = address_of(record_id)
        key = digest([keys[address], code_digest(), theme_digest()])
        yield Output(f"{address}{record_id}.txt", key, partial(_text, reading, record_id))
        if plan.with_pdf:
            key = digest([key, pdf.engine(), plan.base_url])
            make = partial(_card, plan, handout_of(reading, record_id, plan.base_url))
            yield Output(f"{address}{record_id}.pdf", key, make, is_heavy=True)


def _text(reading: Reading, record_id: str) -> Made:
    return Made(announcement(handout_of(reading, record_id)).text.encode())


def _card(plan: Plan, handout: Handout) -> Made:
    """A card, rendered only when what it says, its layout or the way it is shortened changed."""
    name = f"pdf/{pdf.pdf_key(next(card_jobs(handout)))}-{_shortening()[:12]}"
    content = plan.cache.load(name)
    if content is None:
        content = pdf.render_on_one_page(card_jobs(handout))
        plan.cache.save(name, content)
    return Made(content)


@cache
def _shortening() -> str:
    """The digest of the code that decides what a card can do without."""
    return sha256(Path(card.__file__).read_bytes()).hexdigest()
