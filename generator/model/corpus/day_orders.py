"""The one table of orders between days: what cannot be before what, and what cannot lie ahead.

A new key needs no line here if it is marked HAPPENED, or if it is a group `from`/`until`. A line
about a key that a kind does not have says nothing (`holds_until` and others of the specification).
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from generator.model.kinds import KINDS
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.concern import Concern
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.directive import Directive, Stage
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.kinds.network import Network
from generator.model.kinds.opinion import Opinion
from generator.model.record.record import Record
from generator.model.record.written_days import Keys, happened_in, periods_of


class Order(NamedTuple):
    """The day at the key `later` is never before the day at `earlier`, by their dotted keys."""

    kind: type[Record]
    earlier: str
    later: str


class Succession(NamedTuple):
    """A record that names another at `key`: its own day and the day of the other, in this order.

    `own` is before `other` for a key such as `replaced_by`, after it for one such as `supersedes`.
    """

    kind: type[Record]
    key: str
    own: str
    other: str
    is_older: bool


class Told(NamedTuple):
    """A day that is told as happened, if the record says so."""

    kind: type[Record]
    key: str
    is_told: Callable[[Record], bool] = lambda _record: True


def _is_issued(record: Record) -> bool:
    return isinstance(record, Directive) and record.stage in (Stage.ISSUED, Stage.REPLACED)


ORDERS: tuple[Order, ...] = (
    *(Order(kind, "created", "retired.on") for kind in KINDS),
    Order(Bulletin, "official.meeting.at", "official.meeting.until"),
    Order(Information, "source.received", "valid_until"),
    Order(Information, "source.received", "holds_until"),
    Order(Opinion, "period.from", "created"),
    Order(Opinion, "period.from", "forecast.until"),
    Order(Opinion, "period.from", "proposals.due"),
    Order(Opinion, "period.from", "proposals.answer.on"),
    Order(Event, "started", "timeline.at"),
    Order(Event, "started", "closed"),
    Order(Event, "timeline.at", "closed"),
    Order(Event, "started", "next_update"),
    Order(Event, "created", "next_update"),
    Order(Event, "started", "doing.due"),
    Order(Event, "started", "forecast.until"),
    Order(Event, "started", "tasks.due"),
    Order(Event, "started", "tasks.done_on"),
    Order(Message, "created", "valid.until"),
    Order(Message, "created", "next_update"),
    Order(Concern, "reported.from", "created"),
    Order(Concern, "reported.from", "tasks.due"),
    Order(Concern, "reported.from", "tasks.done_on"),
    Order(Concern, "reported.from", "answer.on"),
    Order(Concern, "reported.from", "settled.on"),
    Order(Consultation, "meeting.on", "referral.on"),
    Order(Directive, "dated", "effective"),
    Order(Directive, "dated", "expires"),
    Order(Directive, "effective", "expires"),
    Order(Network, "period.from", "created"),
    Order(Bulletin, "created", "next_issue"),
)
# Lists whose days follow one another.
IN_ORDER: tuple[tuple[type[Record], str], ...] = (
    (Event, "timeline.at"),
    (Directive, "steps.on"),
)
SUCCESSIONS: tuple[Succession, ...] = (
    Succession(Information, "supersedes", "created", "created", is_older=False),
    Succession(Message, "supersedes", "created", "created", is_older=False),
    Succession(Directive, "replaced_by", "dated", "dated", is_older=True),
    *(
        Succession(kind, "retired.replaced_by", "retired.on", "created", is_older=False)
        for kind in KINDS
    ),
)
TOLD: tuple[Told, ...] = (
    *(Told(kind, ".".join(keys)) for kind in KINDS for keys in happened_in(kind)),
    Told(Network, "period.from"),
    Told(Opinion, "proposals.answer.on"),
    Told(Event, "tasks.done_on"),
    Told(Concern, "tasks.done_on"),
    Told(Directive, "steps.on"),
    Told(Directive, "dated", _is_issued),
)
# Days that another rule judges: BT302 the steps of verification, BT602 the validity of a message.
JUDGED_ELSEWHERE: frozenset[tuple[type[Record], Keys]] = frozenset(
    {(Information, ("verification", "on")), (Message, ("valid", "from"))}
)


class KindOrders(NamedTuple):
    """The part of the table that concerns one kind, with the periods of its own keys."""

    orders: tuple[tuple[Keys, Keys], ...]
    in_order: tuple[Keys, ...]
    told: tuple[tuple[Keys, Callable[[Record], bool]], ...]
    successions: tuple[Succession, ...]


def keys_of(dotted: str) -> Keys:
    return tuple(dotted.split("."))


@cache
def orders_of(kind: type[Record]) -> KindOrders:
    """The table, read for one kind; once, because thousands of records are judged by it."""
    table = [(keys_of(o.earlier), keys_of(o.later)) for o in ORDERS if o.kind is kind]
    periods = [((*keys, "from"), (*keys, "until")) for keys in periods_of(kind)]
    return KindOrders(
        tuple(order for order in (*periods, *table) if (kind, order[0]) not in JUDGED_ELSEWHERE),
        tuple(keys_of(dotted) for listed, dotted in IN_ORDER if listed is kind),
        tuple((keys_of(told.key), told.is_told) for told in TOLD if told.kind is kind),
        tuple(succession for succession in SUCCESSIONS if succession.kind is kind),
    )
