"""What an approval changes: the corpus with it, who is still missing, and why it may not count."""

from dataclasses import replace

from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.holds import hold_of
from generator.model.corpus.state import Sign, is_alive, is_retired, issued_just_so, signs
from generator.model.corpus.stops import redaction_signs
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.message import Message
from generator.model.registry.signoff import Approval, Seal


def with_approval(corpus: Corpus, entry: Entry[Approval], seal: Seal) -> Corpus:
    """The corpus as it will be once the approval is written; nothing is about to be issued."""
    approval = entry.record
    key = str(approval.record), str(approval.unit)

    def seal_of(other: Entry[Approval]) -> Seal:
        return seal if other is entry else corpus.seal_of(other)

    then = replace(corpus, seal_of=seal_of, issuing=None, _answers={})
    if key[0] in corpus.redactions:
        return replace(then, redaction_approvals={**corpus.redaction_approvals, key: entry})
    return replace(then, approvals={**corpus.approvals, key: entry})


def missing_parties(corpus: Corpus, record_id: str) -> tuple[str, ...]:
    """The parties whose approval of the present content, or of a redaction, does not count yet."""
    if record_id in corpus.redactions:
        return tuple(s.party for s in redaction_signs(corpus, record_id) if not s.approval)
    return tuple(s.party for s in signs(corpus, record_id) if s.sign is not Sign.APPROVED)


def why_it_does_not_count(corpus: Corpus, approval: Approval) -> Bilingual | None:
    """Why an approval that stands in the corpus changes nothing, and what would count."""
    record_id = str(approval.record)
    if record_id in corpus.redactions:
        return None
    record = corpus.records[record_id].record
    match record:
        case Message():
            reason = None if is_alive(corpus, record) else _OUT_OF_USE
        case Bulletin():
            is_done = is_retired(corpus, record) or issued_just_so(corpus, record_id)
            reason = _ISSUED if is_done else None
        case _:
            reason = _NOT_NEEDED
    return reason or _without_knowing(corpus, approval)


def _without_knowing(corpus: Corpus, approval: Approval) -> Bilingual | None:
    """Why an approval on the day of a direction by the deciding body does not know of it."""
    hold = hold_of(corpus, str(approval.record))
    if hold is None or approval.unit not in hold.unaware:
        return None
    talk = hold.consultation.record.id
    return Bilingual(
        f"hôm nay cấp quyết định mới kết luận {talk}, mà nội dung này không nêu {talk}. Nêu"
        f" {talk} trong “because” của câu nói theo kết luận rồi phê duyệt lại; hoặc phê duyệt lại"
        " từ ngày mai",
        f"the deciding body concluded {talk} today, and this message does not cite it. Cite {talk}"
        " under “because” of the sentence that follows it and approve again; or approve again from"
        " tomorrow on",
    )


_NOT_NEEDED = Bilingual(
    "bản ghi loại này không cần phê duyệt riêng; phê duyệt nội dung (ND) hoặc bản tin (BT) dùng nó",
    "records of this kind need no approval; approve the message (ND) or bulletin (BT) that uses it",
)
_OUT_OF_USE = Bilingual(
    "nội dung này không còn dùng: đã hết hiệu lực, bị thu hồi, được thay hoặc ngừng dùng",
    "this message is no longer used: it has expired, or was recalled, superseded or retired",
)
_ISSUED = Bilingual(
    "bản tin này đã phát hành đúng như thế, hoặc không còn dùng; chưa có gì mới để phê duyệt",
    "this bulletin was issued just so, or is out of use; there is no new version to approve",
)
