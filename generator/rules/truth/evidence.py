"""BT3xx: only what was examined, verified and concluded is stated as a fact."""

from collections.abc import Iterator

from generator.base.diagnostics import Severity, Wait
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.evidence import Doubt, Flaw, doubt_on_desk
from generator.model.corpus.pending import end_of_day, verification_step
from generator.model.corpus.state import is_pending
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.record.citations import statements
from generator.model.record.record import Record
from generator.rules.doubts import lapsed_basis, mend_of, reason_of
from generator.rules.naming import included_at
from generator.rules.rule import Finding, found, rule
from generator.rules.truth.citing import Citation, citations_of, entries_in_use


@rule(
    "BT301",
    Bilingual(
        "{what} {id} “{title}”, nhưng {reason}.",
        "{what} {id} “{title}”, but {reason}.",
    ),
    Bilingual("{mend}, hoặc nêu căn cứ khác.", "{mend}, or cite something else."),
    Severity.HOLD,
)
def rests_on_no_established_fact(corpus: Corpus) -> Iterator[Finding]:
    """People act on what they are told: it must be established first, and still hold."""
    for entry in corpus.once(entries_in_use):
        for citation in citations_of(corpus, entry):
            doubt = doubt_on_desk(corpus, citation.cited, citation.told, citation.proved)
            if doubt and not _is_said_elsewhere(corpus, entry, citation, doubt):
                yield _unfounded(corpus, entry, citation, doubt)
        yield from _unfounded_facts(corpus, entry)


def _is_said_elsewhere(
    corpus: Corpus, entry: Entry[Record], citation: Citation, doubt: Doubt
) -> bool:
    """Whether BT311 (replaced), BT409 (a message on an open matter) or BT204 (basis) reports it."""
    if citation.at[0] == "basis":
        return lapsed_basis(corpus, citation.cited, entry.record.created) is not None
    is_open = doubt.flaw is Flaw.OPEN and isinstance(entry.record, Message)
    return doubt.flaw is Flaw.SUPERSEDED or is_open


def _unfounded(corpus: Corpus, entry: Entry[Record], citation: Citation, doubt: Doubt) -> Finding:
    """A hold; only a warning where the sentence was told early and is established by now."""
    cited = corpus.records[citation.cited].record
    finding = found(
        entry.place(*citation.at),
        _wait_for_evidence(corpus, entry.record, cited, doubt),
        what=_INCLUDED if citation.at[0] == "include" else _RESTS,
        id=cited.id,
        title=cited.title,
        reason=reason_of(doubt),
        mend=mend_of(corpus, doubt),
    )
    is_early = doubt.flaw is Flaw.TOO_EARLY
    return finding._replace(severity=Severity.WARNING) if is_early else finding


_RESTS = Bilingual("Câu này dựa vào", "This sentence rests on")
_INCLUDED = Bilingual("Bản tin in như một sự thật", "The bulletin prints as a fact")
_NO_FACT = frozenset({Flaw.NOT_CONCLUDED, Flaw.REFUTED, Flaw.PAST})


def _unfounded_facts(corpus: Corpus, entry: Entry[Record]) -> Iterator[Finding]:
    """Facts that a bulletin includes as such; BT303 says it of rumours."""
    included = entry.record.include if isinstance(entry.record, Bulletin) else ()
    for number, record_id in enumerate(included):
        fact = corpus.find(record_id, Information)
        doubt = doubt_on_desk(corpus, record_id) if fact and not fact.is_rumour else None
        if doubt and doubt.flaw in _NO_FACT:
            yield _unfounded(corpus, entry, Citation(record_id, ("include", number)), doubt)


def _wait_for_evidence(corpus: Corpus, record: Record, cited: Record, doubt: Doubt) -> Wait:
    """The unit that must act: the one that proves the cited record, else the one that cites."""
    match doubt.flaw:
        case Flaw.NOT_CONCLUDED if isinstance(cited, Information):
            return verification_step(cited)._replace(cause=cited.id)
        case Flaw.PAST if doubt.day:
            return Wait(cited.unit, _TO_VERIFY, doubt.day, end_of_day(doubt.day, corpus), cited.id)
        case Flaw.NOT_ISSUED | Flaw.UNDATED | Flaw.NO_ISSUER:
            return Wait(cited.unit, _TO_ISSUE, cited.created, cause=cited.id)
        case Flaw.OPEN | Flaw.UNMET | Flaw.UNWRITTEN:
            return Wait(cited.unit, _TO_SETTLE, doubt.day or cited.created, cause=cited.id)
        case _:
            return Wait(record.unit, _TO_CITE, doubt.day or record.created)


_TO_CITE = Bilingual("bỏ câu hoặc nêu căn cứ khác", "remove the sentence or cite another basis")
_TO_VERIFY = Bilingual("xác minh lại", "verify it again")
_TO_ISSUE = Bilingual(
    "ghi việc ban hành văn bản, hoặc nêu căn cứ khác", "write that it was issued, or cite another"
)
_TO_SETTLE = Bilingual("đi đến thống nhất và ghi lại", "settle the matter and write it down")


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
    in_use = {entry.record.id for entry in corpus.once(entries_in_use)}
    for record_id, entry in corpus.records.items():
        if record_id not in in_use and corpus.holding(record_id):
            continue  # what was issued and is over stays as readers know it
        for statement in statements(entry.record):
            if not statement.because:
                yield found(entry.key(*statement.at, statement.key))
