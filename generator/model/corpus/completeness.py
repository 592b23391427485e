"""What a record still lacks, and which must be complete: approved, cited by one, being issued."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.state import is_alive, is_last, is_open, is_pending
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.consultation import Consultation, Outcome
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.record.fields import is_due, title_of
from generator.model.record.record import Record
from generator.model.registry.signoff import Verdict

_APPROVED = Bilingual("bản ghi này đã được phê duyệt", "this record has been approved")
_ISSUING = Bilingual(
    "bản ghi này đang được đưa ra phê duyệt, in thử hoặc phát hành",
    "this record is about to be approved, printed or issued",
)


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
            f"{bulletin}, đang được đưa ra phê duyệt, in thử hoặc phát hành, dựa vào bản ghi này",
            f"{bulletin}, which is about to be approved, printed or issued, rests on this record",
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
        is_retired = corpus.records[record_id].record.retired is not None
        if record_id not in reasons and not is_retired:
            reasons[record_id] = reason
            waiting.extend(corpus.rests_on(record_id))


def missing_keys(corpus: Corpus, record: Record) -> Iterator[str]:
    """The keys that it must have before anybody can approve, cite or issue it."""
    for name, key in _due_keys(type(record)):
        if getattr(record, name) in (None, ()) and not _is_left_to_bt706(record, key):
            yield key
    if isinstance(record, Information) and record.is_rumour and record.answer is None:
        yield "answer"
    if isinstance(record, Event) and is_open(corpus, record) and record.next_update is None:
        yield "next_update"
    if isinstance(record, Bulletin) and not record.next_issue and not is_last(corpus, record):
        yield "next_issue"
    if isinstance(record, Consultation) and record.outcome is Outcome.AGREED:
        yield from () if record.agreement else ("agreement",)


def _is_left_to_bt706(record: Record, key: str) -> bool:
    """BT706 asks for these keys, together with the others of an official document."""
    return isinstance(record, Bulletin) and record.is_official and key in ("number", "signers")


@cache
def _due_keys(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """(attribute, YAML key) of each key that only a draft may leave out."""
    fields = kind.model_fields.items()
    return tuple((name, field.alias or name) for name, field in fields if is_due(field))


def to_be_written(corpus: Corpus) -> frozenset[str]:
    """The unfinished records that parties will be asked to approve, in themselves or with others.

    Those that must be complete by now are BT106's matter.
    """
    asked_for = [m.record.id for m in corpus.of(Message) if is_alive(corpus, m.record)]
    asked_for += [b.record.id for b in corpus.of(Bulletin) if is_pending(corpus, b.record)]
    unfinished = {covered for asked in asked_for for covered in unfinished_in(corpus, asked)}
    return frozenset(unfinished - corpus.once(reasons_to_be_complete).keys())


def unfinished_in(corpus: Corpus, record_id: str) -> Iterator[str]:
    """The records still being written, of those that an approval of this one would cover."""
    gaps = corpus.once(unfinished_records)
    return (covered_id for covered_id in corpus.closure(record_id) if covered_id in gaps)


def unfinished_records(corpus: Corpus) -> frozenset[str]:
    """The records that lack a key."""
    return frozenset(
        record_id
        for record_id, entry in corpus.records.items()
        if entry.record.retired is None and any(missing_keys(corpus, entry.record))
    )


def lack_of(record: Record, keys: Iterable[str]) -> Bilingual:
    """The missing keys with their titles: “say (Nói), contact (Nơi trả lời)”."""
    titles = {key: title_of(type(record), key) for key in keys}
    return Bilingual(
        ", ".join(f"{key} ({title.vi})" for key, title in titles.items()),
        ", ".join(f"{key} ({title.en})" for key, title in titles.items()),
    )
