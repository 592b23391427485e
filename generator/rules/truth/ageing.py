"""BT311: what was true and has been replaced: who still cites it, and who still repeats it."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain, dropwhile, takewhile

from generator.base.diagnostics import Severity, Wait
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.evidence import Doubt, Flaw, doubt_on_desk
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.record.record import Record, TaskStatus
from generator.rules.rule import Finding, found, rule
from generator.rules.truth.citing import Citation, citations_of, entries_in_use
from generator.rules.truth.phrases import Phrase, separators, stretches, written_tokens
from generator.rules.truth.statements import PublicText

# Four syllables in a row, one of them a figure, are hardly ever chance: “trước 17 giờ hằng”.
REPEATED = 4
_NO_NAMES = separators(())


@rule(
    "BT311",
    Bilingual(
        "{what} {id} “{title}”, nhưng từ ngày {day} đã có thông tin mới hơn: {newer}.",
        "{what} {id} “{title}”, but newer information replaced it on {day}: {newer}.",
    ),
    Bilingual("{mend}.", "{mend}."),
    Severity.WARNING,
)
def cites_what_was_replaced(corpus: Corpus) -> Iterator[Finding]:
    """Beside a newer fact an old one makes the bulletin contradict itself, and nobody notices."""
    for entry in corpus.once(entries_in_use):
        for citation in citations_of(corpus, entry):
            doubt = doubt_on_desk(corpus, citation.cited, citation.told)
            if doubt and doubt.flaw is Flaw.SUPERSEDED and not _names(citation, doubt.instead):
                yield _outdated(corpus, entry, citation, doubt)
        yield from _repeated(corpus, entry)


def _names(citation: Citation, record_id: str) -> bool:
    """Whether the sentence cites the newer information too."""
    return citation.statement is not None and record_id in citation.statement.because


def _outdated(corpus: Corpus, entry: Entry[Record], citation: Citation, doubt: Doubt) -> Finding:
    """A sentence that rests on nothing else may not go out; with other evidence it is doubtful."""
    because = citation.statement.because if citation.statement else ()
    stands = any(doubt_on_desk(corpus, cited_id, citation.told) is None for cited_id in because)
    finding = _finding(corpus, entry, entry.place(*citation.at), doubt, citation.cited)
    mend = Bilingual(
        f"viết câu theo {doubt.instead} và nêu nó trong “because”",
        f"say what {doubt.instead} says and cite it under “because”",
    )
    facts = {**finding.facts, "what": _RESTS, "mend": mend}
    severity = Severity.WARNING if stands else Severity.HOLD
    return finding._replace(facts=facts, severity=severity)


_RESTS = Bilingual("Câu này dựa vào", "This sentence rests on")


def _finding(corpus: Corpus, entry: Entry[Record], place: Place, doubt: Doubt, old: str) -> Finding:
    newer = corpus.records[doubt.instead].record
    return found(
        place,
        Wait(entry.record.unit, _TO_RENEW, doubt.day or newer.created),
        id=old,
        title=corpus.records[old].record.title,
        day=doubt.day or newer.created,
        newer=f"{newer.id} “{newer.title}”",
    )


_TO_RENEW = Bilingual("viết lại theo thông tin mới", "rewrite it after the newer information")


def _repeated(corpus: Corpus, entry: Entry[Record]) -> Iterator[Finding]:
    """Texts that cite nothing and still tell what newer information has replaced."""
    replaced = corpus.once(_replaced_phrases)
    for told in _uncited_texts(entry.record) if replaced else ():
        words, old, doubt = _first_repeated(told.text, replaced)
        if doubt and not _was_looked_at(entry.record, doubt.day):
            finding = _finding(corpus, entry, entry.place(*told.at), doubt, old)
            what = Bilingual(f"“{words}” lặp lại lời của", f"“{words}” repeats the words of")
            yield finding._replace(facts={**finding.facts, "what": what, "mend": _mend(entry)})


def _uncited_texts(record: Record) -> Iterator[PublicText]:
    match record:
        case Information(answer=str() as answer):
            yield PublicText(("answer",), answer)
        case Event():
            for number, doing in enumerate(record.doing):
                yield PublicText(("doing", number, "text"), doing.text)
            for number, task in enumerate(record.tasks):
                if task.status is not TaskStatus.DONE:
                    yield PublicText(("tasks", number, "do"), task.do)
        case Message():
            yield PublicText(("title",), record.title)


def _replaced_phrases(corpus: Corpus) -> Mapping[Phrase, tuple[str, Doubt]]:
    """What replaced information says and the newer does not: by phrase, its id and the doubt."""
    replaced: dict[Phrase, tuple[str, Doubt]] = {}
    for entry in corpus.of(Information):
        doubt = doubt_on_desk(corpus, entry.record.id)
        newer = corpus.find(doubt.instead, Information) if doubt else None
        if doubt and newer and doubt.flaw is Flaw.SUPERSEDED:
            phrases = _phrases(entry.record.statement or "") - _phrases(newer.statement or "")
            replaced |= dict.fromkeys(phrases, (entry.record.id, doubt))
    return replaced


def _phrases(text: str) -> set[Phrase]:
    """The runs of REPEATED syllables that hold a figure."""
    runs = chain.from_iterable(part.runs(REPEATED) for part in stretches(text, _NO_NAMES))
    return {phrase for _, phrase in runs if any(token.isdigit() for token in phrase)}


def _first_repeated(
    text: str, replaced: Mapping[Phrase, tuple[str, Doubt]]
) -> tuple[str, str, Doubt | None]:
    """The first stretch of a text, as written, that repeats replaced phrases without a break."""
    for part in stretches(text, _NO_NAMES):
        rest = dropwhile(lambda run: run[1] not in replaced, part.runs(REPEATED))
        repeating = list(takewhile(lambda run: run[1] in replaced, rest))
        if repeating:
            (first, phrase), length = repeating[0], len(repeating) + REPEATED - 1
            return written_tokens(text, first, length), *replaced[phrase]
    return "", "", None


def _was_looked_at(record: Record, day: date | None) -> bool:
    """Whether the record was concluded again since, so that somebody has compared the two."""
    concluded = record.conclusion if isinstance(record, Information) else None
    return concluded is not None and day is not None and concluded.on >= day


def _mend(entry: Entry[Record]) -> Bilingual:
    if isinstance(entry.record, Information):
        return Bilingual(
            "sửa câu trả lời theo thông tin mới rồi ghi thêm một bước “concluded”; lời cũ vẫn đúng"
            " thì chỉ ghi thêm bước đó",
            "change the answer after the newer information and add a “concluded” step; if it still"
            " holds, add only that step",
        )
    return Bilingual("viết lại theo thông tin mới", "say what the newer information says")
