"""Where a record stands on the editors' desk, from what was found in its files."""

from collections.abc import Iterable, Mapping

from generator.base.diagnostics import Located, Severity
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.matter import matter_state
from generator.model.corpus.state import Desk, Sign, is_alive, is_pending, last_edition_of, signs
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.record.record import Record

# Holds that only say that a party has not signed yet.
SIGNING = ("BT401", "BT402", "BT406")


def paths(corpus: Corpus) -> Mapping[str, str]:
    """The record that each file belongs to: its own, or the one it approves, recalls or issues."""
    return {
        **{edition.path: edition.bulletin for edition in corpus.editions},
        **{e.path: record_id for record_id, e in corpus.recalls.items()},
        **{e.path: record_id for (record_id, _), e in corpus.approvals.items()},
        **{e.path: record_id for record_id, e in corpus.records.items()},
    }


def desk_state(corpus: Corpus, record_id: str, findings: Iterable[Located]) -> Desk:
    """What a record is to the editors, from the findings that concern it; unknown is a draft."""
    record = corpus.records[record_id].record
    problems = [found.diagnostic.problem for found in findings]
    if record.retired or record_id in corpus.recalls:
        return Desk.RETIRED if record.retired else Desk.RECALLED
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Desk.DRAFT
    if any(p.severity is Severity.HOLD and p.code not in SIGNING for p in problems):
        return Desk.HELD
    if needs_approval(corpus, record):
        return _by_signs(corpus, record_id)
    if last_edition_of(corpus, record_id):
        return Desk.ISSUED
    return Desk.OPEN if _is_open(corpus, record) else Desk.DRAFT


def needs_approval(corpus: Corpus, record: Record) -> bool:
    """Messages that may still be used, and bulletins a version of which is being prepared."""
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
    given = {one.sign for one in signs(corpus, record_id)}
    if given == {Sign.APPROVED}:
        return Desk.ISSUED if last_edition_of(corpus, record_id) else Desk.AGREED
    return Desk.DRAFT if given == {Sign.MISSING} else Desk.WAITING
