"""BT3xx, the wording of rumours: repeating it, even to deny it, spreads the rumour."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.diagnostics import Severity, Wait
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.evidence import establishes_answer_only
from generator.model.corpus.state import is_alive, is_open, is_pending, is_retired
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information, Result
from generator.model.kinds.message import Message
from generator.model.record.citations import statements
from generator.model.record.record import Record
from generator.rules.rule import Finding, found, rule
from generator.rules.truth.phrases import (
    Names,
    Phrase,
    Stretch,
    separators,
    stretches,
    written_tokens,
)
from generator.rules.truth.statements import PublicText, questions, sayings

# Six equal syllables in a row are hardly ever chance; a rumour of four or five syllables counts
# only when all of it is repeated.
MOST_SYLLABLES = 6
FEWEST_SYLLABLES = 4
# Words that introduce a rumour; they are not its content.
LEAD_INS = (
    *("trên mạng xã hội", "mạng xã hội", "lan truyền", "tin đồn", "thông tin", "có tin"),
    *("có ý kiến", "cho rằng", "tin rằng", "nói rằng"),
)


class PhrasePattern(NamedTuple):
    """The rumour ids by phrase, the lengths of the phrases, and the names that separate phrases."""

    rumours: Mapping[Phrase, Sequence[str]]
    lengths: tuple[int, ...]
    names: Names


@rule(
    "BT307",
    Bilingual(
        "Câu này nhắc lại lời của tin đồn {id}: “{words}”.",
        "This repeats the words of the rumour {id}: “{words}”.",
    ),
    Bilingual(
        "nói sự thật bằng lời khác, như câu trả lời (answer) của {id}; không nhắc lại tin đồn, kể"
        " cả để bác bỏ.",
        "say what is true in other words, as the answer of {id} does; do not repeat the rumour,"
        " not even to deny it.",
    ),
    Severity.WARNING,
)
def rumour_repeated(corpus: Corpus) -> Iterator[Finding]:
    """What is heard twice is remembered as true; the “not” before it is forgotten."""
    for entry in corpus.records.values() if corpus.once(_phrase_pattern).rumours else ():
        for public_text in _public_texts(corpus, entry):
            repeated = next(_repeated_phrases(corpus, public_text.text), None)
            if repeated:
                rumour, words = repeated
                finding = found(entry.place(*public_text.at), id=rumour, words=words)
                yield _held_if_cited(corpus, entry.record, public_text, finding, rumour)


def _held_if_cited(
    corpus: Corpus, record: Record, told: PublicText, finding: Finding, rumour: str
) -> Finding:
    """A sentence that rests on a false rumour may tell its answer only, so it is held."""
    resting = (said for said in statements(record) if (*said.at, said.key) == told.at)
    is_cited = any(rumour in said.because for said in resting)
    if not is_cited or not _is_false(corpus, rumour):
        return finding
    wait = Wait(record.unit, _TO_REWORD, record.created)
    return finding._replace(severity=Severity.HOLD, wait=wait)


_TO_REWORD = Bilingual("nói bằng lời của câu trả lời", "say it in the words of the answer")


def _public_texts(corpus: Corpus, entry: Entry[Record]) -> Iterator[PublicText]:
    """The title, highlights and sentences of a record that is still in use or still a draft.

    `do_not_say` is left out: it may quote the rumour.
    """
    record = entry.record
    match record:
        case Message():
            is_public = is_alive(corpus, record)
        case Bulletin():
            is_public = is_pending(corpus, record)
        case Event():
            is_public = is_open(corpus, record)
        case _:
            is_public = not is_retired(corpus, record) and not corpus.holding(record.id)
    if is_public:
        yield PublicText(("title",), record.title)
        yield from _sentences(corpus, record)


def _sentences(corpus: Corpus, record: Record) -> Iterator[PublicText]:
    match record:
        case Bulletin():
            for number, highlight in enumerate(record.highlights):
                yield PublicText(("highlights", number, "text"), highlight.text)
        case Message():
            yield from sayings(record)
            yield from questions(record)
        case _:
            for said in statements(record):
                if any(_is_false(corpus, cited_id) for cited_id in said.because):
                    yield PublicText((*said.at, said.key), said.text)


def _is_false(corpus: Corpus, record_id: str) -> bool:
    """Whether it is a rumour of which only the answer may be told."""
    entry = corpus.records.get(record_id)
    return entry is not None and establishes_answer_only(entry.record)


def _repeated_phrases(corpus: Corpus, text: str) -> Iterator[tuple[str, str]]:
    """(rumour id, words as written) for each phrase of a rumour that the text repeats."""
    rumours, lengths, names = corpus.once(_phrase_pattern)
    for stretch in stretches(text, names):
        for length in lengths:
            for first, phrase in stretch.runs(length):
                for rumour_id in rumours.get(phrase, ()):
                    if phrase not in _neutral_phrases(corpus, rumour_id, length):
                        yield rumour_id, written_tokens(text, first, length)


def _phrase_pattern(corpus: Corpus) -> PhrasePattern:
    """The phrases of every rumour that was not confirmed."""
    names = separators((*LEAD_INS, *_names(corpus)))
    rumours: dict[Phrase, list[str]] = {}
    for entry in corpus.of(Information):
        rumour = entry.record
        if rumour.is_rumour and not is_retired(corpus, rumour) and not _is_true(rumour):
            for phrase in _phrases(rumour.statement or "", names):
                rumours.setdefault(phrase, []).append(rumour.id)
    lengths = sorted({len(phrase) for phrase in rumours}, reverse=True)
    return PhrasePattern(rumours, tuple(lengths), names)


def _is_true(rumour: Information) -> bool:
    return rumour.conclusion is not None and rumour.conclusion.result is Result.CONFIRMED


def _names(corpus: Corpus) -> Iterator[str]:
    """The names of units, areas and topics, without a remark in brackets."""
    registry = corpus.registry
    for unit in registry.units.values():
        yield from (unit.name, unit.called)
    for area in registry.areas.values():
        yield area.name.partition(" (")[0]
    for topic in registry.topics.values():
        yield topic.name.partition(" (")[0]


def _phrases(statement: str, names: Names) -> set[Phrase]:
    parts = tuple(stretches(statement, names))
    length = MOST_SYLLABLES
    if len(parts) == 1 and FEWEST_SYLLABLES <= len(parts[0].syllables) < MOST_SYLLABLES:
        length = len(parts[0].syllables)
    return _runs(parts, length)


def _neutral_phrases(corpus: Corpus, rumour_id: str, length: int) -> set[Phrase]:
    """Phrases that may be repeated: of the rumour's answer, its title and its event's title."""
    rumour = corpus.find(rumour_id, Information)
    event = corpus.find(rumour.event or "", Event) if rumour else None
    texts = (rumour.title, rumour.answer or "") if rumour else ()
    names = corpus.once(_phrase_pattern).names
    parts = [
        stretch
        for text in (*texts, event.title if event else "")
        for stretch in stretches(text, names)
    ]
    return _runs(parts, length)


def _runs(parts: Iterable[Stretch], length: int) -> set[Phrase]:
    return {phrase for stretch in parts for _, phrase in stretch.runs(length)}
