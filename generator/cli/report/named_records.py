"""The record that a person names by its id, or why there is none for this verb."""

from collections.abc import Sequence
from typing import TypeVar

from generator.base.diagnostics import BulletinError, Located, Refused
from generator.base.text import nearest
from generator.cli.report.report import record_of
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.record.record import Record

R = TypeVar("R", bound=Record)


def record_named(
    corpus: Corpus, findings: Sequence[Located], record_id: str, kind: type[R]
) -> Entry[R]:
    """The record with this id, for a verb that works on records of a kind.

    Raises BulletinError when there is none or it is of another kind, and Refused with the
    findings when its file cannot be read.
    """
    entry = corpus.records.get(record_id)
    if entry is None:
        own = tuple(found for found in findings if record_of(found.span.path) == record_id)
        raise _unreadable(record_id, own) if own else _unknown(corpus, record_id, kind)
    if not isinstance(entry.record, kind):
        given, needed = type(entry.record).label, kind.label
        raise BulletinError(
            f"{record_id} là {given.vi}; lệnh này cần mã của {needed.vi} ({kind.prefix}-…).",
            f"{record_id} is of the kind “{given.en}”; name one of the kind “{needed.en}”.",
        )
    return Entry(entry.record, entry.path)


def _unreadable(record_id: str, findings: tuple[Located, ...]) -> Refused:
    return Refused(
        f"{record_id} chưa đọc được; sửa những chỗ trên rồi gọi lại.",
        f"{record_id} cannot be read; mend what is listed above and try again.",
        findings,
    )


def _unknown(corpus: Corpus, record_id: str, kind: type[Record]) -> BulletinError:
    ids = [known for known, entry in corpus.records.items() if isinstance(entry.record, kind)]
    near = nearest(record_id.upper(), ids)
    vi, en = (f" Có phải {near}?", f" Did you mean {near}?") if near else ("", "")
    return BulletinError(
        f"Không có bản ghi {record_id}.{vi}", f"There is no record {record_id}.{en}"
    )
