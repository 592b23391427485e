"""The records whose sentences are in use, and what each sentence cites for which day."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from generator.base.span import FieldPath
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.pending import day_of
from generator.model.corpus.state import (
    is_alive,
    is_open,
    is_pending,
    is_retired,
    records_in_preparation,
)
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.concern import Concern
from generator.model.kinds.message import Message
from generator.model.record.citations import EVIDENCE_KEY, Statement, statements
from generator.model.record.record import Record


class Citation(NamedTuple):
    """A record that a sentence or a message rests on: its id, where it is named, for which day."""

    cited: str
    at: FieldPath
    told: date | None = None
    statement: Statement | None = None
    proved: date | None = None


def entries_in_use(corpus: Corpus) -> tuple[Entry[Record], ...]:
    """The records whose sentences readers see or will see: in use, or in a coming bulletin."""
    printed = corpus.once(records_in_preparation)
    return tuple(
        Entry(entry.record, entry.path)
        for record_id, entry in corpus.records.items()
        if record_id in printed or _is_in_use(corpus, entry.record)
    )


def _is_in_use(corpus: Corpus, record: Record) -> bool:
    match record:
        case Message():
            return is_alive(corpus, record)
        case Bulletin():
            return is_pending(corpus, record)
        case _ if record.ends_at:
            return is_open(corpus, record)
        case _:
            return not is_retired(corpus, record)


def citations_of(corpus: Corpus, entry: Entry[Record]) -> Iterator[Citation]:
    """Everything that a record's sentences, and a message as a whole, rest on."""
    ended = _day(corpus, entry.record.ended)
    for statement in statements(entry.record):
        told = _day(corpus, _moment_of(statement)) or ended
        answered = _day(corpus, _answered_on(entry.record, statement))
        for number, cited_id in enumerate(statement.because):
            at = (*statement.at, EVIDENCE_KEY, number)
            yield Citation(str(cited_id), at, told, statement, answered)
    if isinstance(entry.record, Message):
        for number, directive in enumerate(entry.record.basis):
            yield Citation(str(directive), ("basis", number))


def _answered_on(record: Record, statement: Statement) -> date | None:
    """The day on which people were answered; none if BT206 says that the day cannot be."""
    on: date | None = getattr(statement.holder, "on", None)
    reported = record.reported if isinstance(record, Concern) else None
    return None if on and reported and on < reported.start else on


def _moment_of(statement: Statement) -> date | None:
    """The day or moment that a sentence itself names, as a line of a timeline does."""
    moment = getattr(statement.holder, "at", None) or getattr(statement.holder, "on", None)
    return moment if isinstance(moment, date) else None


def _day(corpus: Corpus, moment: date | None) -> date | None:
    """The day of a day or moment; one that is still to come counts as today."""
    day = day_of(moment, corpus) if isinstance(moment, datetime) else moment
    return min(day, day_of(corpus.now, corpus)) if day else None
