"""Which records must be complete, and why: approved, cited by an approved one, or being issued."""

from collections.abc import Mapping

from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.registry.signoff import Verdict

_APPROVED = Bilingual("bản ghi này đã được phê duyệt", "this record has been approved")
_ISSUING = Bilingual("bản tin này đang được phát hành", "this bulletin is being issued")


def reasons_to_be_complete(corpus: Corpus) -> Mapping[str, Bilingual]:
    """By id, the records that must be complete, and the reason."""
    parties = corpus.registry.programme.parties
    reasons = {
        record_id: _APPROVED
        for (record_id, unit), entry in corpus.approvals.items()
        if unit in parties
        and entry.record.decision is Verdict.APPROVE
        and record_id in corpus.records
        and corpus.records[record_id].record.retired is None
    }
    for record_id in tuple(reasons):
        reason = Bilingual(
            f"{record_id} đã được phê duyệt và lấy bản ghi này làm căn cứ",
            f"{record_id} has been approved and rests on this record",
        )
        _add_reason(corpus, record_id, reason, reasons)
    if corpus.issuing in corpus.records:
        bulletin = str(corpus.issuing)
        reasons.setdefault(bulletin, _ISSUING)
        reason = Bilingual(
            f"{bulletin} đang được phát hành và in bản ghi này",
            f"{bulletin} is being issued and prints this record",
        )
        _add_reason(corpus, bulletin, reason, reasons)
    return reasons


def _add_reason(
    corpus: Corpus, start: str, reason: Bilingual, reasons: dict[str, Bilingual]
) -> None:
    """Give the reason to every record that `start` rests on and that has no reason yet."""
    waiting = list(corpus.rests_on(start))
    while waiting:
        record_id = waiting.pop()
        if record_id not in reasons:
            reasons[record_id] = reason
            waiting.extend(corpus.rests_on(record_id))
