"""What was corrected, withdrawn or recalled, and when."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from generator.base.text import Bilingual
from generator.model.corpus.standing import Standing
from generator.model.edition.edition import Edition, Relation
from generator.model.ledger.ledger import Ledger
from generator.model.registry.signoff import Recall


class Correction(NamedTuple):
    """One correction, withdrawal or recall: the edition or the message it is about, and why."""

    name: str
    label: Bilingual
    at: datetime
    note: str


def correction_of(edition: Edition) -> Correction:
    return Correction(
        edition.name, edition.relation.label, edition.issued_at, edition.change_note or ""
    )


def recall_of(recall: Recall) -> Correction:
    return Correction(recall.record, Standing.RECALLED.label, recall.at, recall.reason)


def corrections_before(ledger: Ledger) -> Mapping[str, tuple[Correction, ...]]:
    """For the digest of each edition, what was corrected since the periodic bulletin before it.

    Corrections and withdrawals of any bulletin count, and recalls; each new periodic bulletin
    starts anew for those after it.
    """
    recalls = sorted((recall_of(recall) for recall in ledger.recalls.values()), key=_time_and_name)
    corrections_by_digest: dict[str, tuple[Correction, ...]] = {}
    for edition, start, corrections in _since_periodic(ledger):
        recalled = (
            recall
            for recall in recalls
            if recall.at <= edition.issued_at and (start is None or start < recall.at)
        )
        corrections_by_digest[edition.digest] = tuple(
            sorted((*corrections, *recalled), key=_time_and_name)
        )
    return corrections_by_digest


class _Since(NamedTuple):
    """From when on corrections are told, and how many had been made by then."""

    moment: datetime | None
    number: int


def _since_periodic(
    ledger: Ledger,
) -> Iterator[tuple[Edition, datetime | None, Sequence[Correction]]]:
    corrections: list[Correction] = []
    last = _Since(None, 0)
    # A later version of a periodic bulletin tells what its first version told, and more.
    own: dict[str, _Since] = {}
    for edition in ledger.editions:
        since = own.get(edition.bulletin, last)
        yield edition, since.moment, corrections[since.number :]
        if edition.is_periodic and edition.relation is Relation.NEW:
            own[edition.bulletin] = since
            last = _Since(edition.issued_at, len(corrections))
        if edition.is_correction:
            corrections.append(correction_of(edition))


def _time_and_name(correction: Correction) -> tuple[datetime, str]:
    return correction.at, correction.name
