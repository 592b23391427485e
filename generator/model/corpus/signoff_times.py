"""Approvals and recalls at a time when they cannot have been given; one from the future is void."""

from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from typing import NamedTuple

from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.edition_digests import frozen_digest
from generator.model.corpus.impossible_days import is_before, told_days
from generator.model.edition.terms import declared_in
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


class Overtaken(Enum):
    """What has happened since an approval, so that to print the same again takes a new one.

    The Vietnamese words follow “phê duyệt … không”.
    """

    REDACTED = Bilingual(
        "còn giá trị vì nội dung này đã được các bên gỡ bỏ sau đó",
        "has lapsed, for all parties have taken this content out since",
    )
    REJECTED = Bilingual(
        "còn giá trị vì sau đó chính đơn vị này đã không phê duyệt (lịch sử git còn giữ)",
        "has lapsed, for the same unit has rejected it since (git keeps that)",
    )
    RECALLED = Bilingual(
        "còn giá trị vì bản tin này đã bị thu hồi sau đó",
        "has lapsed, for this bulletin was recalled since",
    )
    REPLACED = Bilingual(
        "còn giá trị vì sau đó đã phát hành một bản khác của bản tin này",
        "has lapsed, for another version of this bulletin was issued since",
    )


def overtaken_by(corpus: Corpus, approval: Approval) -> Overtaken | None:
    """Why an approval of the present content does not count: what came after it, if anything."""
    record_id = str(approval.record)
    covered = corpus.closure(record_id) if corpus.redacted else ()
    if any(approval.at < done for one in covered for done in _taken(corpus, one)):
        return Overtaken.REDACTED
    if was_rejected_since(corpus, approval):
        return Overtaken.REJECTED
    versions = corpus.versions.get(record_id)
    if versions is None:
        return None
    names = (record_id, *(edition.name for edition in versions))
    recalls = (corpus.recalls[name].record.at for name in names if name in corpus.recalls)
    if any(approval.at <= at <= corpus.now for at in recalls):
        return Overtaken.RECALLED
    is_same = frozen_digest(versions[-1], record_id) == approval.digest
    is_spent = is_same and not versions[-1].is_withdrawal
    is_older = approval.at < versions[-1].issued_at
    return Overtaken.REPLACED if is_older and not is_spent else None


def was_rejected_since(corpus: Corpus, approval: Approval) -> bool:
    """Whether git knows of a later word of the same unit, which did not approve."""
    rejections = corpus.rejections.get((str(approval.record), str(approval.unit)), ())
    return any(approval.at < rejection.at for rejection in rejections)


def _taken(corpus: Corpus, record_id: str) -> Iterator[datetime]:
    """When editions that printed a record were taken out."""
    return (link.redaction.done for link in corpus.taken_out_with(record_id))


def approvals_to_judge(corpus: Corpus) -> tuple[Entry[Approval], ...]:
    """The approvals but for those on which an edition was issued.

    The chain has judged these, with the registry of their time: an end that is told late does not
    make them wrong.
    """
    return corpus.once(_approvals_to_judge)


def _approvals_to_judge(corpus: Corpus) -> tuple[Entry[Approval], ...]:
    return tuple(
        entry
        for (record_id, unit), entry in corpus.approvals.items()
        if not any(
            (written["record"], written["unit"]) == (record_id, unit)
            and declared_in(written) == entry.record
            for edition in corpus.holding(record_id)
            for written in edition.approvals
        )
    )


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
