"""What was corrected, withdrawn or recalled, and when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from generator.base.text import Bilingual
from generator.model.corpus.standing import Standing
from generator.model.edition.edition import Edition, Relation
from generator.model.ledger.ledger import Ledger
from generator.model.registry.signoff import Recall


class Correction(NamedTuple):
    """One correction, withdrawal or recall; `name` is its edition or message, `note` says why."""

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
    """What was corrected since the last periodic bulletin, by the digest of each edition.

    Corrections and withdrawals of all bulletins count, and recalls. A new periodic bulletin
    starts an empty list for the editions after it.
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


def corrections_for(ledger: Ledger, coming: Edition) -> tuple[Correction, ...]:
    """What an edition that is about to be issued would tell of: a draft says the same."""
    after = replace(ledger, editions=(*ledger.editions, coming))
    return corrections_before(after)[coming.digest]


class _Since(NamedTuple):
    """Where a list begins: after `moment`, without the first `number` corrections."""

    moment: datetime | None
    number: int


def _since_periodic(
    ledger: Ledger,
) -> Iterator[tuple[Edition, datetime | None, Sequence[Correction]]]:
    corrections: list[Correction] = []
    # A bulletin for meetings counts from the one before it, all others from the periodic one.
    last = {is_meeting: _Since(None, 0) for is_meeting in (True, False)}
    # A later version of a periodic bulletin repeats the list of its first version and adds to it.
    own: dict[str, _Since] = {}
    for edition in ledger.editions:
        since = own.get(edition.bulletin, last[edition.is_meeting])
        yield edition, since.moment, corrections[since.number :]
        if not edition.is_quick and edition.relation is Relation.NEW:
            own[edition.bulletin] = since
            last[edition.is_meeting] = _Since(edition.issued_at, len(corrections))
        if edition.is_correction:
            corrections.append(correction_of(edition))


def _time_and_name(correction: Correction) -> tuple[datetime, str]:
    return correction.at, correction.name
