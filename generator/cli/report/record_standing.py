"""The state of a record in one phrase: for `status` and `why`."""

from collections.abc import Collection

from generator.base.diagnostics import Located, Severity
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.matter import matter_state
from generator.model.corpus.state import is_retired
from generator.model.desk.desk_state import desk_state
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.directive import Directive, Stage
from generator.model.kinds.information import Information, Result, Verification
from generator.model.record.record import Record


def standing(corpus: Corpus, record_id: str, findings: Collection[Located]) -> Bilingual:
    """Its own result while no error or hold concerns it; otherwise its state on the desk."""
    record = corpus.records[record_id].record
    is_out = is_retired(corpus, record) or any(map(_is_grave, findings))
    own_result = None if is_out else _own_result(corpus, record)
    return own_result or desk_state(corpus, record_id, findings).label


def _is_grave(finding: Located) -> bool:
    return finding.diagnostic.problem.severity in (Severity.ERROR, Severity.HOLD)


def _own_result(corpus: Corpus, record: Record) -> Bilingual | None:
    """A conclusion, the stage of a document, or the state of a consultation; else None."""
    match record:
        case Information(conclusion=Verification(result=Result() as result, on=on)):
            label, day = result.label, in_words(on)
            return Bilingual(f"{label.vi}, kết luận {day.vi}", f"{label.en}, concluded {day.en}")
        case Directive(stage=Stage() as stage):
            return stage.label
        case Consultation():
            return matter_state(corpus, record.id).state.label
        case _:
            return None
