"""What issued records still owe, and to whom they look: the questions that leaders ask.

Days are those of the programme; each answer depends on the moment of reading only through a
`Window`, so that a page can say the same at any time: before it, in it, or after its end.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from generator.base.text import Bilingual
from generator.model.corpus.pending import unfinished_work
from generator.model.corpus.standing import INSTANT, Window, begins
from generator.model.kinds.concern import Concern
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.directive import Directive, Stage
from generator.model.kinds.event import Event
from generator.model.ledger.ledger import Ledger
from generator.model.ledger.queries import is_open
from generator.model.record.record import Record, Task

SOON_DAYS, LONG_DAYS = 7, 30
_FOR_EVER = date(9999, 1, 1)


class Work(NamedTuple):
    """Unfinished work; `unit` is empty when nobody was given it, `due` is its last day in time."""

    record: str
    text: str
    unit: str
    due: date | None

    def soon(self, zone: tzinfo) -> Window:
        """While it is due within SOON_DAYS; after that it is overdue. Without a day it never is."""
        last = self.due or _FOR_EVER
        return Window(begins(last - timedelta(days=SOON_DAYS), zone), end_of(last, zone))


class Waiting(NamedTuple):
    """A matter that cannot go on until others act, and the records it holds back.

    `waits_for` are units, or the issuer of a document as it is written.
    """

    record: str
    title: str
    state: Bilingual
    since: date
    waits_for: tuple[str, ...]
    holds: tuple[str, ...] = ()


def end_of(day: date, zone: tzinfo) -> datetime:
    """The last instant of a day."""
    return begins(day + timedelta(days=1), zone) - INSTANT


def work_in(
    ledger: Ledger, record: Event | Concern, moment: datetime | None = None
) -> Iterator[Work]:
    """What a record as last issued says is not done; without `moment`, at the ledger's."""
    goes_on = is_open(ledger, record.id, moment)
    for _, work in unfinished_work(record, goes_on=goes_on):
        text = work.do if isinstance(work, Task) else work.text
        yield Work(record.id, text, work.unit or "", work.due)


def open_since(concern: Concern) -> date:
    """The first day on which it was reported; without a report, that on which it was written."""
    return concern.reported.start if concern.reported else concern.created


def short_open(concern: Concern, zone: tzinfo) -> Window:
    """The first LONG_DAYS days of a problem; what is open after that has been open for long."""
    since = open_since(concern)
    return Window(begins(since, zone), end_of(since + timedelta(days=LONG_DAYS), zone))


_TO_SUBMIT = Bilingual("mới đề xuất, chờ trình", "proposed, to be submitted")
_TO_ISSUE = Bilingual("đã trình, chờ ban hành", "submitted, to be issued")
_TO_REISSUE = Bilingual(
    "đã kết luận, chờ phát hành lại theo kết luận", "concluded, to be issued again"
)


def waiting_for(ledger: Ledger, record: Record) -> Waiting | None:
    """What an issued consultation or document waits for; None when it waits for nobody."""
    match record:
        case Consultation():
            return _matter(ledger, record)
        case Directive(stage=Stage.PROPOSED):
            by = record.drafted_by or (record.unit,)
            return Waiting(record.id, record.title, _TO_SUBMIT, record.created, by)
        case Directive(stage=Stage.SUBMITTED):
            issuer = (record.issuer,) if record.issuer else ()
            return Waiting(record.id, record.title, _TO_ISSUE, record.created, issuer)
        case _:
            return None


def _matter(ledger: Ledger, record: Consultation) -> Waiting | None:
    """An open matter, or a concluded one whose messages were not yet issued again."""
    matter = ledger.matters.get(record.id)
    holds = tuple(sorted(held for held, talk in ledger.held.items() if talk == record.id))
    if matter is None or not (matter.is_open or holds):
        return None
    waits = matter.waits_for if matter.is_open else _holders(ledger, record, holds)
    state = matter.state.label if matter.is_open else _TO_REISSUE
    return Waiting(record.id, record.title, state, matter.since, waits, holds)


def _holders(ledger: Ledger, record: Consultation, holds: tuple[str, ...]) -> tuple[str, ...]:
    """The units that must issue again what was held back."""
    held = filter(None, map(ledger.record, holds))
    return tuple(dict.fromkeys(holder.unit for holder in held)) or (record.unit,)
