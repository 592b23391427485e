"""BT3xx: only what was examined, verified and concluded is stated as a fact."""

from collections.abc import Iterator
from datetime import date

from generator.base.diagnostics import Severity, Wait
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.pending import end_of_day, verification_step
from generator.model.corpus.state import is_alive, is_open, is_pending, is_retired
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.concern import Concern
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information, Result
from generator.model.kinds.message import Message
from generator.model.record.record import Record
from generator.rules.naming import included_at
from generator.rules.rule import Finding, found, rule
from generator.rules.truth.statements import Statement, statements

FALSE = (Result.REFUTED, Result.UNFOUNDED)


@rule(
    "BT301",
    Bilingual(
        "Câu này dựa vào {id} “{title}”, nhưng {reason}.",
        "This sentence rests on {id} “{title}”, but {reason}.",
    ),
    Bilingual("{mend}, hoặc nêu căn cứ khác.", "{mend}, or cite something else."),
    Severity.HOLD,
)
def rests_on_no_established_fact(corpus: Corpus) -> Iterator[Finding]:
    """People act on what they are told: it must be established first, and still hold."""
    for entry in _entries_in_use(corpus):
        for statement in statements(entry.record):
            day = _day_of(corpus, entry.record, statement)
            for number, cited_id in enumerate(statement.because):
                cited = corpus.find(cited_id, Information)
                if cited and (doubt := _doubt(cited, day)):
                    place = entry.place(*statement.at, "because", number)
                    wait = _wait_for_evidence(corpus, entry.record, cited)
                    reason, mend = doubt
                    yield found(
                        place, wait, id=cited_id, title=cited.title, reason=reason, mend=mend
                    )


def _wait_for_evidence(corpus: Corpus, record: Record, cited: Information) -> Wait:
    """The unit that must act: the one that concludes or verifies, else the one that cites."""
    conclusion = cited.conclusion
    if cited.retired and is_retired(corpus, cited):
        return Wait(record.unit, _TO_CITE, cited.retired.on)
    if conclusion is None or conclusion.result is None:
        return verification_step(cited)._replace(cause=cited.id)
    if conclusion.result in FALSE or cited.valid_until is None:
        return Wait(record.unit, _TO_CITE, conclusion.on)
    due = end_of_day(cited.valid_until, corpus)
    return Wait(cited.unit, _TO_VERIFY, cited.valid_until, due, cited.id)


_TO_CITE = Bilingual("bỏ câu hoặc nêu căn cứ khác", "remove the sentence or cite another basis")
_TO_VERIFY = Bilingual("xác minh lại", "verify it again")


def _entries_in_use(corpus: Corpus) -> Iterator[Entry[Record]]:
    """The records whose sentences are in use or will be."""
    for entry in corpus.records.values():
        match entry.record:
            case Message() as message:
                speaks = is_alive(corpus, message)
            case Bulletin() as bulletin:
                speaks = is_pending(corpus, bulletin)
            case Event() as event:
                speaks = is_open(corpus, event)
            case record:
                speaks = not is_retired(corpus, record)
        if speaks:
            yield entry


def _day_of(corpus: Corpus, record: Record, statement: Statement) -> date:
    """The day on which the evidence must be valid: for an answer, the day it was given."""
    if isinstance(record, Concern):
        response = record.answer if statement.at == ("answer",) else record.settled
        return response.on if response else corpus.now.date()
    return corpus.now.date()


def _doubt(cited: Information, day: date) -> tuple[Bilingual, Bilingual] | None:
    """Why an information is no basis (reason and mend); None when it is one."""
    if cited.retired and cited.retired.on <= day:
        return (
            Bilingual(
                f"đã ngừng dùng từ ngày {cited.retired.on}", f"it was retired on {cited.retired.on}"
            ),
            Bilingual("dùng bản ghi thay cho nó", "use what replaces it"),
        )
    conclusion = cited.conclusion
    if conclusion is None or conclusion.result is None:
        return (
            Bilingual("thông tin này chưa có kết luận", "that has not been concluded"),
            Bilingual("chờ kết luận rồi ghi vào bản ghi đó", "wait for its conclusion"),
        )
    if conclusion.result in FALSE and not cited.is_rumour:
        label = conclusion.result.label
        return (
            Bilingual(f"kết luận là “{label.vi}”", f"its conclusion is “{label.en}”"),
            Bilingual("bỏ câu này", "remove the sentence"),
        )
    if cited.valid_until and cited.valid_until < day:
        return (
            Bilingual(
                f"chỉ có giá trị đến hết ngày {cited.valid_until}",
                f"that was valid until {cited.valid_until} only",
            ),
            Bilingual("xác minh lại thông tin đó", "have it verified again"),
        )
    return None


@rule(
    "BT303",
    Bilingual(
        "Tin đồn {id} “{title}” được đưa vào {bulletin}, nhưng {reason}.",
        "The rumour {id} “{title}” is included in {bulletin}, but {reason}.",
    ),
    Bilingual(
        "đợi đến khi {id} có kết luận và có câu trả lời, hoặc bỏ khỏi bản tin.",
        "wait until {id} has its conclusion and its answer, or leave it out.",
    ),
    Severity.HOLD,
)
def unanswered_rumour(corpus: Corpus) -> Iterator[Finding]:
    """A rumour printed without its answer is only spread further."""
    for entry in corpus.of(Bulletin):
        if is_pending(corpus, entry.record):
            for record_id in corpus.closure(entry.record.id):
                rumour = corpus.find(record_id, Information)
                if rumour and rumour.is_rumour and (reason := _missing_answer(rumour)):
                    yield found(
                        included_at(entry, record_id),
                        _wait_for_answer(rumour),
                        id=record_id,
                        title=rumour.title,
                        bulletin=entry.record.id,
                        reason=reason,
                    )


def _wait_for_answer(rumour: Information) -> Wait:
    conclusion = rumour.conclusion
    if conclusion is None or conclusion.result is None:
        return verification_step(rumour)._replace(cause=rumour.id)
    return Wait(rumour.unit, _TO_ANSWER, conclusion.on)


_TO_ANSWER = Bilingual("viết câu trả lời tin đồn", "write the answer to the rumour")


def _missing_answer(rumour: Information) -> Bilingual | None:
    if rumour.conclusion is None or rumour.conclusion.result is None:
        return Bilingual("chưa có kết luận", "it has not been concluded")
    if rumour.answer is None:
        return Bilingual("chưa có câu trả lời", "it has no answer")
    return None


@rule(
    "BT304",
    Bilingual("Câu này không nêu căn cứ nào.", "This sentence cites nothing."),
    Bilingual(
        "thêm “because: [mã bản ghi]” nêu thông tin đã kết luận mà câu này dựa vào.",
        "add “because: [record id]” with the concluded information on which it rests.",
    ),
)
def sentence_without_evidence(corpus: Corpus) -> Iterator[Finding]:
    """A reader of a sentence must be able to find the record it rests on."""
    for entry in corpus.records.values():
        for statement in statements(entry.record):
            if not statement.because:
                yield found(entry.key(*statement.at, statement.key))
