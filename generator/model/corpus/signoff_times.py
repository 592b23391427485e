"""Approvals and recalls at a time when they cannot have been given; one from the future is void."""

from typing import NamedTuple

from generator.model.corpus.corpus import Corpus
from generator.model.corpus.impossible_days import is_before, told_days
from generator.model.record.written_days import WrittenDay
from generator.model.registry.signoff import Approval, Recall


class Untimely(NamedTuple):
    """The day that a record tells as happened, later than its approval; without one, the sign-off
    lies ahead, or (a recall) is older than the first edition of the record."""

    record: str = ""
    day: WrittenDay | None = None
    edition: str = ""


def is_from_the_future(corpus: Corpus, approval: Approval) -> bool:
    """Whether an approval is dated after now: a wrong clock; it does not count."""
    return approval.at > corpus.now


def is_before_redaction(corpus: Corpus, approval: Approval) -> bool:
    """Whether what it approves was taken out since: to print it again takes new approvals."""
    taken = corpus.taken_out_with(str(approval.record))
    return any(approval.at <= link.redaction.done for link in taken)


def untimely_approval(corpus: Corpus, approval: Approval) -> Untimely | None:
    """Why an approval cannot have been given then: it lies ahead, or its text did not exist yet.

    Days are compared only if it approves the present content: another has other days.
    """
    if is_from_the_future(corpus, approval):
        return Untimely()
    record_id = str(approval.record)
    if record_id not in corpus.records or approval.digest != corpus.digest(record_id):
        return None
    zone = corpus.registry.programme.zone
    for covered_id in corpus.closure(record_id):
        for day in told_days(corpus.records[covered_id].record):
            if is_before(approval.at, day.value, zone):
                return Untimely(covered_id, day)
    return None


def untimely_recall(corpus: Corpus, recall: Recall) -> Untimely | None:
    """Why a recall cannot have been made then: it lies ahead, or nothing had been issued yet."""
    if recall.at > corpus.now:
        return Untimely()
    editions = [
        edition
        for edition in corpus.holding(recall.record.record_id)
        if recall.record in (recall.record.record_id, edition.name)
    ]
    if editions and recall.at < editions[0].issued_at:
        return Untimely(edition=editions[0].name)
    return None
