"""BT308: what is read aloud or sent says only what was agreed and what its evidence holds."""

import re
from collections.abc import Iterator

from generator.base.diagnostics import Severity, Wait
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.guard.allowance import phones_in
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.state import Sign, signs
from generator.model.edition.public_names import allowance_of
from generator.model.kinds.event import Event
from generator.model.kinds.message import CHANNELS, Message
from generator.model.record.citations import Statement, statements
from generator.model.record.particulars import Held, Particulars, held_in, particulars, unstated
from generator.model.record.record import Record
from generator.model.record.wording import wording
from generator.rules.rule import Finding, found, rule
from generator.rules.truth.citing import entries_in_use
from generator.rules.truth.refusals import refused

_RECORD_ID, _LABEL = re.compile(r"\b[A-Z]{2}-\d{4}-\d{4,}\b"), re.compile(r"(?:\S+ ){1,4}\d+\W*")
_TELEPHONE = re.compile(r"\+?\d[\d .()-]{5,}\d")


@rule(
    "BT308",
    Bilingual("Câu này {fault}.", "This sentence {fault}."),
    Bilingual("{mend}.", "{mend}."),
)
def said_without_ground(corpus: Corpus) -> Iterator[Finding]:
    """Loudspeaker and telephone reach most people; they must not say more than was agreed."""
    for entry in corpus.once(entries_in_use):
        yield from refused(corpus, entry)
        yield from _unstated(corpus, entry)
        yield from _unstated_title(corpus, entry)


def _unstated(corpus: Corpus, entry: Entry[Record]) -> Iterator[Finding]:
    """Sentences with a day, hour, number or place that nothing cited holds.

    A channel may add nothing to what was agreed (an error); what is told as a fact rests on its
    evidence alone (a hold). In `say` and `answers` the parties may set a day, an hour or a place of
    their own, but no number, once a party has approved them.
    """
    record, memory = entry.record, corpus.once(_Evidence)
    for sentence in statements(record):
        told = memory.told(sentence.text)
        if _is_agreed(record, sentence):
            is_final = corpus.once(_final_ids)
            told = Particulars({}, {}, told.numbers if record.id in is_final else {}, {})
        is_cited = sentence.because and all(name in corpus.records for name in sentence.because)
        if not any(told) or not is_cited:
            continue  # of a sentence without evidence BT304 or BT201 says so
        beside = sentence.holder.model_dump(mode="json", exclude={sentence.key})
        held = [memory.of_record(cited_id) for cited_id in sentence.because]
        missing = unstated(told, (memory.own(record, sentence), held_in(wording(beside)), *held))
        if missing:
            finding = _unstated_at(entry.place(*sentence.at, sentence.key), missing)
            yield finding if _is_channel(record, sentence) else _held(record, finding)


def _unstated_title(corpus: Corpus, entry: Entry[Record]) -> Iterator[Finding]:
    """A title is read first, and cites nothing: its days, hours and places need evidence too."""
    record, memory = entry.record, corpus.once(_Evidence)
    if not isinstance(record, Message | Event):
        return
    told = memory.told(record.title)._replace(numbers={})  # “đợt 2”, “tuần 47” count nothing
    if not any(told):
        return
    cited = dict.fromkeys(cited_id for said in statements(record) for cited_id in said.because)
    rest = wording({**record.content(), "title": None})
    own = held_in((*rest, *_names(corpus, record), *memory.units))
    missing = unstated(told, (own, *(memory.of_record(cited_id) for cited_id in cited)))
    if missing and cited:
        yield _held(record, _unstated_at(entry.place("title"), missing))


def _held(record: Record, finding: Finding) -> Finding:
    wait = Wait(record.unit, _TO_CITE, record.created)
    return finding._replace(wait=wait, severity=Severity.HOLD)


def _final_ids(corpus: Corpus) -> frozenset[str]:
    """The messages that a party has approved as they stand, or that are being issued."""
    approved = {
        entry.record.id
        for entry in corpus.of(Message)
        if any(sign.sign is Sign.APPROVED for sign in signs(corpus, entry.record.id))
    }
    return frozenset(approved).union(corpus.closure(corpus.issuing) if corpus.issuing else ())


_TO_CITE = Bilingual("nêu căn cứ của chi tiết, hoặc bỏ nó", "cite what holds the detail")


def _is_agreed(record: Record, said: Statement) -> bool:
    """Whether it is one of the sentences that all parties agree to say, as they are."""
    return isinstance(record, Message) and not _is_channel(record, said)


def _is_channel(record: Record, said: Statement) -> bool:
    return isinstance(record, Message) and said.at[0] in CHANNELS


def _unstated_at(place: Place, missing: tuple[str, ...]) -> Finding:
    words = ", ".join(f"“{part}”" for part in missing)
    return found(
        place,
        fault=Bilingual(
            f"nêu {words} mà không căn cứ nào của nó có",
            f"tells {words}, which nothing it cites holds",
        ),
        mend=Bilingual(
            "nêu thêm căn cứ có chi tiết đó vào “because”, hoặc bỏ chi tiết đó",
            "cite the record that holds it under “because”, or take it out",
        ),
    )


class _Evidence:
    """What records hold, each read once for a check of thousands of sentences."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        units = corpus.registry.units.values()
        self.units = tuple(name for unit in units for name in (unit.name, unit.called))
        self._whole: dict[str, Held] = {}
        self._own: dict[tuple[str, bool], Held] = {}
        self._phones = allowance_of(corpus.registry).phones

    def of_record(self, record_id: str) -> Held:
        """Everything that a record says, and the names of its areas and of who answers."""
        if record_id not in self._whole:
            entry = self._corpus.records.get(record_id)
            self._whole[record_id] = held_in(
                (*wording(entry.record.content()), *_names(self._corpus, entry.record))
                if entry
                else ()
            )
        return self._whole[record_id]

    def own(self, record: Record, said: Statement) -> Held:
        """What a record says besides the sentences that are judged like this one.

        A channel may tell what the message agrees to say.
        """
        key = (record.id, _is_channel(record, said))
        if key not in self._own:
            groups = {str(other.at[0]) for other in statements(record)}
            judged = CHANNELS if _is_channel(record, said) else groups
            rest = wording({**record.content(), **dict.fromkeys(judged)})
            programme = self._corpus.registry.programme.title
            names = (*_names(self._corpus, record), *self.units, programme)
            self._own[key] = held_in((*rest, *names))
        return self._own[key]

    def told(self, text: str) -> Particulars:
        """The particulars of a sentence, without ids and the telephones that the registry prints.

        A few words that end in a number are a label (“Diễn biến 3.”), and count nothing.
        """
        told = particulars(_TELEPHONE.sub(self._silenced, _RECORD_ID.sub(" ", text)))
        return told._replace(numbers={}) if _LABEL.fullmatch(text.strip()) else told

    def _silenced(self, match: re.Match[str]) -> str:
        return " " if phones_in(match[0]) & self._phones else match[0]


def _names(corpus: Corpus, record: Record) -> Iterator[str]:
    """The areas of a record, and the unit that answers, with its public contact."""
    for area in record.areas:
        yield from _area_names(corpus, area)
    unit = corpus.registry.units.get(getattr(record, "contact", None) or "")
    if unit:
        yield from wording(unit.model_dump(mode="json"))


def _area_names(corpus: Corpus, area: str) -> Iterator[str]:
    known = corpus.registry.areas
    yield from (known[name].name for name in corpus.registry.lineage(area) if name in known)
