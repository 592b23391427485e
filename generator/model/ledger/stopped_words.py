"""The sentences of recalled records: the same words stand elsewhere too, and are stopped there."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from generator.base.fold import words
from generator.model.kinds.information import Information
from generator.model.ledger.ledger import Ledger
from generator.model.record.citations import statements
from generator.model.record.record import Record

# Shorter sentences (“Có; an toàn.”) say different things in different places.
_FEWEST = 4


def stopped_words(ledger: Ledger) -> Mapping[str, datetime]:
    """Each sentence of a recalled record, in the form of `sentence_key`, and when it was stopped.

    What every party has approved and issued after that moment stands, whatever its words; so do
    the words of what the recall names as to be used instead.
    """
    stopped: dict[str, datetime] = {}
    for record_id, recall in ledger.recalls.items():
        kept = _keys(ledger, recall.instead) if recall.instead else set()
        for key in _keys(ledger, record_id) - kept:
            stopped[key] = max(recall.at, stopped.get(key, recall.at))
    return stopped


def _keys(ledger: Ledger, record_id: str) -> set[str]:
    record = ledger.record(record_id)
    return set(filter(None, map(sentence_key, _sentences(record)))) if record else set()


def sentence_key(text: str) -> str:
    """The words of a sentence for comparing; empty when there are too few."""
    spelled = [word.spelling for word in words(text)]
    return " ".join(spelled) if len(spelled) >= _FEWEST else ""


def _sentences(record: Record) -> Iterator[str]:
    yield from (str(statement.text) for statement in statements(record) if statement.text)
    if isinstance(record, Information):
        told = (record.answer,) if record.is_rumour else (record.statement,)
        yield from (str(text) for text in told if text)
