"""The sentences that a correction changed: an older version that tells one says what is right."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from generator.model.edition.comparison import Change, compare
from generator.model.edition.edition import Edition
from generator.model.ledger.ledger import Ledger
from generator.model.ledger.stopped_words import sentence_key


class Corrected(NamedTuple):
    """A sentence of a record (or of a bulletin's plan), when it was corrected, and to what."""

    record: str
    key: str
    at: datetime
    text: str


def corrections_of_words(ledger: Ledger) -> tuple[Corrected, ...]:
    """Every sentence that the correction of a bulletin replaced, the oldest correction first."""
    corrections = (edition for edition in ledger.editions if edition.is_correction)
    return tuple(corrected for edition in corrections for corrected in _corrected(ledger, edition))


def _corrected(ledger: Ledger, edition: Edition) -> Iterator[Corrected]:
    before = ledger.version_before(edition)
    if before is None or edition.is_withdrawal:
        return
    for change in compare(before, edition):
        if change.change is Change.CHANGED:
            for _, old, new in change.keys:
                if isinstance(old, str) and isinstance(new, str) and sentence_key(old):
                    yield Corrected(change.record, sentence_key(old), edition.issued_at, new)


def corrected_in(corrections: tuple[Corrected, ...], edition: Edition) -> Mapping[str, str]:
    """What became of the sentences of an edition after its issue, by `sentence_key`.

    What was corrected twice has its last text.
    """
    told = {edition.bulletin, *edition.records}
    later = [c for c in corrections if c.at > edition.issued_at and c.record in told]
    texts: dict[str, str] = {}
    for corrected in reversed(later):
        texts[corrected.key] = texts.get(sentence_key(corrected.text), corrected.text)
    return texts
