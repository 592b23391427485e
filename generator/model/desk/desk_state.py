"""The state of a record on the editors' desk, from the findings in its files."""

from collections.abc import Iterable, Mapping

from generator.base.diagnostics import Located, Severity
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.matter import matter_state
from generator.model.corpus.state import (
    Desk,
    Sign,
    is_alive,
    is_pending,
    is_retired,
    is_withdrawn,
    issued_as_it_stands,
    last_edition_of,
    recall_stopping,
    signs,
)
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.record.record import Record

# Holds that only report that a party has not approved yet.
SIGNING = ("BT401", "BT402", "BT406")


def paths(corpus: Corpus) -> Mapping[str, str]:
    """The record id of each file: of a record, or of what it approves, recalls or issues."""
    return {
        **{edition.path: edition.bulletin for edition in corpus.editions},
        **{entry.path: entry.record.record.record_id for entry in corpus.recalls.values()},
        **{entry.path: entry.record.edition.record_id for entry in corpus.redactions.values()},
        **{entry.path: record_id for (record_id, _), entry in corpus.approvals.items()},
        **{entry.path: record_id for record_id, entry in corpus.records.items()},
    }


def desk_state(corpus: Corpus, record_id: str, findings: Iterable[Located]) -> Desk:
    """The state of a record for its editors, from the findings that concern it."""
    state = _state(corpus, record_id, findings)
    is_issued = last_edition_of(corpus, record_id) is not None
    return Desk.REVISING if state is Desk.DRAFT and is_issued else state


def _state(corpus: Corpus, record_id: str, findings: Iterable[Located]) -> Desk:
    record = corpus.records[record_id].record
    problems = [finding.diagnostic.problem for finding in findings]
    is_out = is_retired(corpus, record)
    if is_out or recall_stopping(corpus, record_id):
        return Desk.RETIRED if is_out else Desk.RECALLED
    has_errors = any(problem.severity is Severity.ERROR for problem in problems)
    if has_errors and not _is_in_use(corpus, record):
        return Desk.DRAFT
    if any(p.severity is Severity.HOLD and p.code not in SIGNING for p in problems):
        return Desk.HELD
    if needs_approval(corpus, record):
        return _by_signs(corpus, record_id)
    if last_edition_of(corpus, record_id):
        is_gone = is_withdrawn(corpus.versions.get(record_id, ()))
        return Desk.RECALLED if is_gone else Desk.ISSUED
    return Desk.OPEN if _is_open(corpus, record) else Desk.DRAFT


def _is_in_use(corpus: Corpus, record: Record) -> bool:
    """Whether readers have the record just as it stands, whatever is found in it since."""
    if isinstance(record, Bulletin) and is_pending(corpus, record):
        return False
    return issued_as_it_stands(corpus, record.id) is not None


def needs_approval(corpus: Corpus, record: Record) -> bool:
    """Whether it is a message still in use, or a bulletin with a version in preparation."""
    if isinstance(record, Message):
        return is_alive(corpus, record)
    return isinstance(record, Bulletin) and is_pending(corpus, record)


def _is_open(corpus: Corpus, record: Record) -> bool:
    match record:
        case Consultation():
            return matter_state(corpus, record.id).is_open
        case Information():
            return record.conclusion is None
        case _:
            return False


def _by_signs(corpus: Corpus, record_id: str) -> Desk:
    signs_given = {party_sign.sign for party_sign in signs(corpus, record_id)}
    if signs_given == {Sign.APPROVED}:
        return Desk.ISSUED if last_edition_of(corpus, record_id) else Desk.AGREED
    if Sign.UNKNOWN in signs_given:
        return Desk.HELD
    return Desk.DRAFT if signs_given == {Sign.MISSING} else Desk.WAITING
