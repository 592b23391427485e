"""How long the unit that a message or an event names answers, while people are sent to it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from generator.base.span import FieldPath
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.pending import day_of
from generator.model.corpus.standing import INSTANT
from generator.model.corpus.state import is_alive, is_open
from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.model.record.citations import texts
from generator.model.record.record import Record
from generator.model.registry.directory import gives, ways_to
from generator.model.registry.registry import Unit, Valid
from generator.model.registry.succession import has_ended, heir

_DAY = timedelta(days=1)


class Days(NamedTuple):
    """Two days and all days between them."""

    first: date
    last: date


class Silence(NamedTuple):
    """A contact that does not answer on all of `days`: the first such day, and who does then.

    `said_until` is the last day for which the record itself names the contact.
    """

    unit: Unit
    days: Days
    day: date
    heir: Unit | None
    said_until: date

    @property
    def is_overtaken(self) -> bool:
        """Whether the record was right, and only time has gone beyond what it says."""
        return self.day > self.said_until

    @property
    def has_ended(self) -> bool:
        """Whether the unit is gone on that day; otherwise it does not exist yet."""
        return has_ended(self.unit, self.day)

    @property
    def is_heir_enough(self) -> bool:
        """Whether naming the heir instead mends it: it answers on every day."""
        return self.heir is not None and self.is_answered_by(self.heir)

    def is_answered_by(self, unit: Unit) -> bool:
        """Whether another unit answers on every day."""
        return _first_gap(unit, self.days) is None


def silence_of(corpus: Corpus, record: Record) -> Silence | None:
    """Where people would find nobody, from today on; None while the contact answers.

    A unit that answers on none of the record's own days is BT204's matter.
    """
    unit, days = _contact(corpus, record), _days_of_use(corpus, record)
    if unit is None or days is None or not answers_somewhere(corpus, record, unit):
        return None
    day = _first_gap(unit, days)
    if day is None:
        return None
    later = heir(corpus.registry.units, unit, day)
    return Silence(unit, days, day, later, _said_until(corpus, record))


def silences_in_texts(corpus: Corpus, message: Message) -> Iterator[tuple[FieldPath, Silence]]:
    """The texts that give the telephone or address of a unit which does not answer all the time."""
    days, units = _days_of_use(corpus, message), corpus.registry.units
    silences = [
        Silence(unit, days, day, heir(units, unit, day), _said_until(corpus, message))
        for unit in corpus.once(_limited_units)
        if days and (day := _first_gap(unit, days)) and not _is_kept(corpus, unit, day)
    ]
    for text in texts(message) if silences else ():
        yield from ((text.at, one) for one in silences if gives(text.value, ways_to(one.unit)))


def _limited_units(corpus: Corpus) -> tuple[Unit, ...]:
    """The units with a contact that do not exist for ever."""
    units = corpus.registry.units.values()
    return tuple(unit for unit in units if unit.contact and unit.valid != Valid())


def _is_kept(corpus: Corpus, unit: Unit, day: date) -> bool:
    """Whether units that exist on the day have all of its telephones and addresses."""
    others = (other for other in corpus.registry.units.values() if other.valid.covers(day))
    return ways_to(unit) <= frozenset(way for other in others for way in ways_to(other))


def answers_somewhere(corpus: Corpus, record: Record, unit: Unit) -> bool:
    """Whether a contact exists on the day of writing, or at the end of the time it is named for.

    A record that outlives its contact may name the successor, which did not exist when it was
    written.
    """
    days = (record.created, _last_day(corpus, record))
    return any(day is not None and unit.valid.covers(day) for day in days)


def _contact(corpus: Corpus, record: Record) -> Unit | None:
    contact = record.contact if isinstance(record, Message | Event) else None
    return corpus.registry.units.get(contact or "")


def _days_of_use(corpus: Corpus, record: Record) -> Days | None:
    """From today, or the first day of its validity, to the last day on which it is to be used."""
    today, start = corpus.now.date(), None
    if isinstance(record, Message) and is_alive(corpus, record):
        start = day_of(record.valid.start, corpus) if record.valid else None
    elif not (isinstance(record, Event) and is_open(corpus, record)):
        return None
    first = max(today, start or today)
    return Days(first, max(first, _last_day(corpus, record) or first))


def _said_until(corpus: Corpus, record: Record) -> date:
    return _last_day(corpus, record) or record.created


def _last_day(corpus: Corpus, record: Record) -> date | None:
    """The last day on which a record sends people to its contact, as far as it says."""
    match record:
        case Message(valid=valid) if valid:
            ends: list[date | datetime | None] = [valid.until]
        case Event():
            ends = [record.closed or record.next_update]
        case _:
            ends = []
    ends += [record.retired.on - _DAY] if record.retired else []
    days = [_day(end, corpus) for end in ends if end]
    return min(days, default=None)


def _day(end: date | datetime, corpus: Corpus) -> date:
    """The day of an end; midnight ends the day before."""
    return day_of(end - INSTANT, corpus) if isinstance(end, datetime) else end


def _first_gap(unit: Unit, days: Days) -> date | None:
    """The first of the days on which the unit does not exist."""
    valid = unit.valid
    if not valid.covers(days.first):
        return days.first
    is_short = valid.until is not None and valid.until < days.last
    return valid.until + _DAY if is_short and valid.until else None
