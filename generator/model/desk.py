"""The desk: what each record waits for, since when, and who must act."""

from dataclasses import dataclass
from datetime import date

from generator.base.diagnostics import Located, Severity
from generator.model.corpus import Corpus
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.message import Message
from generator.model.record import Record
from generator.model.state import Desk, Sign, is_alive, is_pending, last_edition_of, signs


@dataclass(frozen=True, slots=True)
class Item:
    """One record on the desk."""

    record: str
    title: str
    state: Desk
    since: date
    waits_for: tuple[str, ...]
    findings: tuple[Located, ...]


def item(corpus: Corpus, record_id: str, findings: tuple[Located, ...]) -> Item:
    """The state of one record; `findings` are those that concern it."""
    record = corpus.records[record_id].record
    state = state_of(corpus, record_id, findings)
    waits = _waits_for(corpus, record) if state in (Desk.WAITING, Desk.HELD, Desk.DRAFT) else ()
    return Item(record_id, record.title, state, record.created, waits, findings)


def state_of(corpus: Corpus, record_id: str, findings: tuple[Located, ...]) -> Desk:
    """What a record is to the editors; unknown is a draft, never agreed."""
    record = corpus.records[record_id].record
    if record.retired is not None:
        return Desk.RETIRED
    if record_id in corpus.recalls:
        return Desk.RECALLED
    if any(f.diagnostic.problem.severity is Severity.ERROR for f in findings):
        return Desk.DRAFT
    if any(_holds(found) for found in findings):
        return Desk.HELD
    if not needs_approval(corpus, record):
        return Desk.ISSUED if last_edition_of(corpus, record_id) else Desk.DRAFT
    return _by_signs(corpus, record_id)


def needs_approval(corpus: Corpus, record: Record) -> bool:
    """Messages that may still be used, and bulletins a version of which is being prepared."""
    if isinstance(record, Message):
        return is_alive(corpus, record)
    return isinstance(record, Bulletin) and is_pending(corpus, record)


def _holds(found: Located) -> bool:
    problem = found.diagnostic.problem
    return problem.severity is Severity.HOLD and problem.code not in ("BT401", "BT402", "BT406")


def _by_signs(corpus: Corpus, record_id: str) -> Desk:
    given = {one.sign for one in signs(corpus, record_id)}
    if given == {Sign.APPROVED}:
        return Desk.ISSUED if last_edition_of(corpus, record_id) else Desk.AGREED
    return Desk.DRAFT if given == {Sign.MISSING} else Desk.WAITING


def _waits_for(corpus: Corpus, record: Record) -> tuple[str, ...]:
    if isinstance(record, Consultation):
        return (record.unit,) if record.referral is None else (record.referral.to,)
    if not needs_approval(corpus, record):
        return (record.unit,)
    waiting = [s.party for s in signs(corpus, record.id) if s.sign is not Sign.APPROVED]
    return tuple(waiting)
