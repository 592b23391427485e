"""The days of a record that cannot be: ahead although told as happened, or before their cause."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from itertools import pairwise
from typing import NamedTuple

from pydantic import BaseModel

from generator.model.corpus.corpus import Corpus
from generator.model.corpus.day_orders import (
    JUDGED_ELSEWHERE,
    Succession,
    keys_of,
    orders_of,
)
from generator.model.kinds.bulletin import Bulletin
from generator.model.record.record import Record
from generator.model.record.written_days import Days, Keys, WrittenDay, periods_of, written_days


class Disorder(NamedTuple):
    """A day that cannot be, and the day it contradicts; without one, it lies ahead.

    It is before the day it contradicts, or (`is_late`) after it. `other` is the record that
    writes that day, if it is another one.
    """

    day: WrittenDay
    against: WrittenDay | None = None
    other: str = ""
    is_late: bool = False


def is_before(day: date, other: date, zone: tzinfo) -> bool:
    """Whether one comes before the other; a day and a moment are compared by their days."""
    if isinstance(day, datetime) and isinstance(other, datetime):
        return day < other
    return local_day(day, zone) < local_day(other, zone)


def local_day(day: date, zone: tzinfo) -> date:
    """The day itself, or the day of a moment in the time zone."""
    return day.astimezone(zone).date() if isinstance(day, datetime) else day


def told_days(record: Record) -> Iterator[WrittenDay]:
    """The days that a record tells as happened."""
    return _told(record, written_days(record))


def _told(record: Record, days: Days) -> Iterator[WrittenDay]:
    for keys, is_told in orders_of(type(record)).told:
        if keys in days and is_told(record):
            yield from days[keys]


def disorders(corpus: Corpus, record: Record) -> tuple[Disorder, ...]:
    """The impossible days of a record, each once; what follows from a day ahead is left out."""
    zone, days = corpus.registry.programme.zone, written_days(record)
    ahead = [
        day
        for day in _told(record, days)
        if is_before(corpus.now, day.value, zone)
        and (type(record), day.keys) not in JUDGED_ELSEWHERE
    ]
    found = {day.at: Disorder(day) for day in ahead}
    for disorder in (*_in_record(record, days, zone), *_against_others(corpus, record)):
        if disorder.against is None or disorder.against.at not in found or disorder.other:
            found.setdefault(disorder.day.at, disorder)
    return tuple(found.values())


def disorders_of_periods(model: BaseModel, zone: tzinfo) -> Iterator[Disorder]:
    """The periods of a registry file that end before they begin."""
    days = written_days(model)
    for keys in periods_of(type(model)):
        yield from _pairs(days, ((*keys, "from"), (*keys, "until")), zone)


def _in_record(record: Record, days: Days, zone: tzinfo) -> Iterator[Disorder]:
    of_kind = orders_of(type(record))
    for order in of_kind.orders:
        yield from _pairs(days, order, zone)
    for keys in of_kind.in_order:
        for before, day in pairwise(days.get(keys, ())):
            if is_before(day.value, before.value, zone):
                yield Disorder(day, before)


def _pairs(days: Days, order: tuple[Keys, Keys], zone: tzinfo) -> Iterator[Disorder]:
    """The later days that are before an earlier one; two keys of one group are compared in it."""
    earlier_keys, later_keys = order
    earlier = days.get(earlier_keys, ())
    for day in days.get(later_keys, ()) if earlier else ():
        group = [other for other in earlier if other.at[:-1] == day.at[:-1]]
        is_one_group = earlier_keys[:-1] == later_keys[:-1]
        for other in group if is_one_group else earlier:
            if is_before(day.value, other.value, zone):
                yield Disorder(day, other)


def _against_others(corpus: Corpus, record: Record) -> Iterator[Disorder]:
    for succession in orders_of(type(record)).successions:
        if _text_at(record, succession.key):
            yield from _succession(corpus, record, succession)


def _succession(corpus: Corpus, record: Record, succession: Succession) -> Iterator[Disorder]:
    """Own and other day, when the record that comes after is the older one; BT203 says circles."""
    zone = corpus.registry.programme.zone
    chain = _chain(corpus, record, succession.key)
    if not chain or record.id in chain:
        return
    named = chain[0]
    own_days, other_days = written_days(record), written_days(corpus.records[named].record)
    for own in own_days.get(keys_of(succession.own), ()):
        for theirs in other_days.get(keys_of(succession.other), ()):
            first, then = (own, theirs) if succession.is_older else (theirs, own)
            if is_before(then.value, first.value, zone):
                yield Disorder(own, theirs, named, succession.is_older)


def _chain(corpus: Corpus, record: Record, key: str) -> tuple[str, ...]:
    """The known records that a key leads to from one to the next, until one is met again."""
    chain: list[str] = []
    named = _text_at(record, key)
    while named in corpus.records and named not in chain:
        chain.append(named)
        named = _text_at(corpus.records[named].record, key)
    return tuple(chain)


def _text_at(record: Record, dotted: str) -> str:
    value: object = record
    for key in keys_of(dotted):
        value = getattr(value, key, None)
    return value if isinstance(value, str) else ""


def is_next_issue_past(corpus: Corpus, bulletin: Bulletin) -> bool:
    """Whether a bulletin being issued promises the next one for a time that has passed.

    The promise is kept, and may stand, once another bulletin of its sort was issued after it.
    """
    due, versions = bulletin.next_issue, corpus.versions.get(bulletin.id, ())
    if corpus.issuing != bulletin.id or due is None or due > corpus.now:
        return False
    first = versions[0].issued_at if versions else corpus.now
    return not any(
        edition.issued_at > first
        and edition.bulletin != bulletin.id
        and edition.plan.get("kind") == bulletin.content().get("kind")
        for edition in corpus.editions
    )
