"""What must not be said (`do_not_say`), looked for wherever readers would meet it (BT308)."""

import re
from collections.abc import Iterator, Mapping

from generator.base.span import On, Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.state import is_alive, is_pending
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import CHANNELS, Message
from generator.model.record.record import Record
from generator.rules.rule import Finding, found
from generator.rules.truth.phrases import without_marks
from generator.rules.truth.statements import PublicText, sayings

# Shorter refusals count only as a whole sentence: “An toàn.” stands in many a right one.
FEWEST_SYLLABLES = 3
_WORD, _SENTENCE_END = re.compile(r"\w+"), re.compile(r"[.!?;…\n]+")
Tokens = tuple[str, ...]


def refused(corpus: Corpus, entry: Entry[Record]) -> Iterator[Finding]:
    """The texts of a record that say what a message beside it lists as not to be said."""
    texts = tuple(_public_texts(entry.record))
    for message in _messages_beside(corpus, entry.record):
        yield from _refused(entry.path, texts, message)


def _public_texts(record: Record) -> Iterator[PublicText]:
    """The title, each sentence, and each channel as a whole: a refusal may be cut in two."""
    yield PublicText(("title",), record.title)
    yield from sayings(record)
    for key in CHANNELS if isinstance(record, Message) else ():
        told = [sentence.text for sentence in getattr(record, key)]
        if len(told) > 1:
            yield PublicText((key,), " ".join(told))
    if isinstance(record, Information) and record.answer:
        yield PublicText(("answer",), record.answer)


def _messages_beside(corpus: Corpus, record: Record) -> Iterator[Message]:
    """The messages whose refusals a record must keep: its own, its event's, its bulletin's."""
    if isinstance(record, Message | Event | Information | Bulletin):
        groups = corpus.once(_refusing_groups).get(record.id, ())
        yield from {message.id: message for group in groups for message in group}.values()


def _refusing_groups(corpus: Corpus) -> Mapping[str, list[tuple[Message, ...]]]:
    """For each record, the groups of messages with refusals to which it belongs."""
    by_record: dict[str, list[tuple[Message, ...]]] = {}
    for record_ids in _told_together(corpus):
        messages = (corpus.find(record_id, Message) for record_id in record_ids)
        refusing = tuple(m for m in messages if m and m.do_not_say and is_alive(corpus, m))
        for record_id in record_ids if refusing else ():
            by_record.setdefault(record_id, []).append(refusing)
    return by_record


def _told_together(corpus: Corpus) -> Iterator[tuple[str, ...]]:
    """Ids of what readers see together: of one event, in a bulletin in preparation, or alone."""
    by_event: dict[str, list[str]] = {}
    for record_id, entry in corpus.records.items():
        if isinstance(entry.record, Event | Message | Information):
            by_event.setdefault(entry.record.event or record_id, []).append(record_id)
    yield from map(tuple, by_event.values())
    for bulletin in corpus.of(Bulletin):
        if is_pending(corpus, bulletin.record):
            yield corpus.closure(bulletin.record.id)


def _refused(path: str, texts: tuple[PublicText, ...], message: Message) -> Iterator[Finding]:
    """The first text that repeats each refusal of a message."""
    for refusal in message.do_not_say:
        at = next((told.at for told in texts if _repeats(told.text, refusal.text)), None)
        if at is not None:
            on = On.KEY if at in [(key,) for key in CHANNELS] else On.VALUE
            yield _refused_at(Place(path, at, on), refusal.text, message.id)


def _refused_at(place: Place, words: str, message: str) -> Finding:
    short = words.rstrip(".")
    return found(
        place,
        fault=Bilingual(
            f"nói điều mà {message} ghi là không được nói: “{short}”",
            f"says what {message} lists as not to be said: “{short}”",
        ),
        mend=Bilingual(
            "bỏ điều đó khỏi câu; nay đã được kết luận thì bỏ khỏi “do_not_say” và nêu căn cứ",
            "take it out; if it has been concluded since, take it out of “do_not_say” and cite it",
        ),
    )


def _repeats(text: str, refused: str) -> bool:
    """Whether a text is, or contains, what must not be said, whatever its marks and its case."""
    wanted, told = _tokens(refused), _tokens(text)
    if len(wanted) < FEWEST_SYLLABLES:
        return any(_tokens(sentence) == wanted for sentence in _SENTENCE_END.split(text))
    starts = range(len(told) - len(wanted) + 1)
    return any(told[start : start + len(wanted)] == wanted for start in starts)


def _tokens(text: str) -> Tokens:
    return tuple(_WORD.findall(without_marks(text)))
