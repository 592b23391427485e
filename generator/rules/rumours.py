"""BT3xx, the wording of rumours: who repeats it, even to deny it, spreads it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.base.diagnostics import Severity
from generator.base.text import Bilingual
from generator.model.corpus import Corpus, Entry
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information, Result
from generator.model.kinds.message import Message
from generator.model.record import Record
from generator.model.state import is_alive, is_open, is_pending
from generator.rules.phrases import Phrase, Segment, breaks, runs, segments
from generator.rules.rule import Finding, found, rule
from generator.rules.statements import Told, questions, sayings

# Six syllables in a row are hardly ever said twice by chance; a rumour of four or five syllables
# counts when all of it is said again.
MOST_SYLLABLES = 6
FEWEST_SYLLABLES = 4
# How people speak of a rumour, not what it says.
LEAD_INS = (
    *("trên mạng xã hội", "mạng xã hội", "lan truyền", "tin đồn", "thông tin", "có tin"),
    *("có ý kiến", "cho rằng", "tin rằng", "nói rằng"),
)


class Wording(NamedTuple):
    """Whose phrases are whose, how long they are, and the names that part phrases."""

    rumours: Mapping[Phrase, str]
    lengths: tuple[int, ...]
    names: re.Pattern[str]


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
    wording = corpus.once(_wording)
    for entry in corpus.records.values() if wording.rumours else ():
        for told in _told(corpus, entry):
            repeated = _repeated(wording, told.text)
            if repeated:
                rumour, words = repeated
                if rumour != entry.record.id:
                    yield found(entry.place(*told.at), id=rumour, words=words)


def _told(corpus: Corpus, entry: Entry[Record]) -> Iterator[Told]:
    """The title, highlights and sentences of a record that is still used or still written.

    What must not be said is not said; it may be quoted there.
    """
    record = entry.record
    match record:
        case Message():
            is_told = is_alive(corpus, record)
        case Bulletin():
            is_told = is_pending(corpus, record)
        case Event():
            is_told = is_open(corpus, record)
        case _:
            is_told = record.retired is None and not corpus.holding(record.id)
    if is_told:
        yield Told(("title",), record.title)
        yield from _sentences(record)


def _sentences(record: Record) -> Iterator[Told]:
    match record:
        case Bulletin():
            for number, highlight in enumerate(record.highlights):
                yield Told(("highlights", number, "text"), highlight.text)
        case Message():
            yield from sayings(record)
            yield from questions(record)


def _repeated(wording: Wording, text: str) -> tuple[str, str] | None:
    """The rumour whose phrase stands in a text, and the text's own words."""
    for segment in segments(text, wording.names):
        for length in wording.lengths:
            for run in runs(segment, length):
                if run.phrase in wording.rumours:
                    return wording.rumours[run.phrase], text[run.start : run.end]
    return None


def _wording(corpus: Corpus) -> Wording:
    """The phrases of every rumour that was not found true, but for what its answer says too."""
    names = breaks((*LEAD_INS, *_names(corpus)))
    phrases: dict[Phrase, str] = {}
    for entry in corpus.of(Information):
        rumour = entry.record
        if rumour.is_rumour and not rumour.retired and not _is_true(rumour):
            phrases |= dict.fromkeys(_own_phrases(corpus, rumour, names), rumour.id)
    lengths = sorted({len(phrase) for phrase in phrases}, reverse=True)
    return Wording(phrases, tuple(lengths), names)


def _is_true(rumour: Information) -> bool:
    return rumour.conclusion is not None and rumour.conclusion.result is Result.CONFIRMED


def _names(corpus: Corpus) -> Iterator[str]:
    """What units, areas and topics are called; a remark in brackets is no part of the name."""
    registry = corpus.registry
    for unit in registry.units.values():
        yield from (unit.name, unit.called)
    for area in registry.areas.values():
        yield area.name.partition(" (")[0]
    for topic in registry.topics.values():
        yield topic.name.partition(" (")[0]


def _own_phrases(corpus: Corpus, rumour: Information, names: re.Pattern[str]) -> set[Phrase]:
    """The rumour's runs of syllables, without those that its neutral texts have too."""
    parts = [part for part in segments(rumour.statement or "", names) if part]
    length = MOST_SYLLABLES
    if len(parts) == 1 and FEWEST_SYLLABLES <= len(parts[0]) < MOST_SYLLABLES:
        length = len(parts[0])
    neutral = [part for text in _neutral(corpus, rumour) for part in segments(text, names)]
    return _runs(parts, length) - _runs(neutral, length)


def _neutral(corpus: Corpus, rumour: Information) -> Iterator[str]:
    """What may be said of the matter: the answer, the record's title, the title of its event."""
    event = corpus.find(rumour.event or "", Event)
    yield from (rumour.title, rumour.answer or "", event.title if event else "")


def _runs(parts: Iterable[Segment], length: int) -> set[Phrase]:
    return {run.phrase for part in parts for run in runs(part, length)}
