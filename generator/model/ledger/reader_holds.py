"""What issued consultations hold back of what was issued or announced, as readers must know it.

Readers know a matter only once a bulletin prints it; what must stop at once is recalled.
"""

from collections.abc import Iterator, Mapping
from typing import Protocol, cast

from generator.model.corpus.matter import Body, Matter, MatterState, Talk, matters
from generator.model.edition.edition import Issued, thaw
from generator.model.kinds import is_of
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.message import Message
from generator.model.record.citations import rests_on
from generator.model.record.record import Record
from generator.model.registry.signoff import Recall


class Offered(Protocol):
    """What was issued, as far as that which is held back depends on it: the ledger."""

    @property
    def issued(self) -> Mapping[str, tuple[Issued, ...]]: ...
    @property
    def recalls(self) -> Mapping[str, Recall]: ...
    @property
    def named_by(self) -> Mapping[str, tuple[str, ...]]: ...
    @property
    def superseded_by(self) -> Mapping[str, str]: ...
    @property
    def matters(self) -> Mapping[str, Matter]: ...
    @property
    def held(self) -> Mapping[str, str]: ...
    def of(self, *kinds: type[Record]) -> tuple[str, ...]: ...
    def is_offered(self, record_id: str) -> bool: ...


def issued_matters(ledger: Offered) -> Mapping[str, Matter]:
    """The state of each consultation as last issued; withdrawn ones hold nothing."""
    last = (ledger.issued[i][-1] for i in ledger.of(Consultation) if ledger.is_offered(i))
    return matters([Talk(_thawed(one), body_as_printed(one)) for one in last])


def _thawed(issued: Issued) -> Consultation:
    return cast("Consultation", thaw(str(issued.content["id"]), issued.content))


def body_as_printed(issued: Issued) -> Body:
    """Those who took part when it was printed; its conclusion was there on that day."""
    programme = issued.edition.registry["programme"]
    deciders = {programme["deciding_body"]}
    return Body(tuple(programme["parties"]), deciders, issued.edition.day)


def held_back(ledger: Offered) -> Mapping[str, str]:
    """The consultation that holds each record back, whether or not the record was ever issued.

    Once the deciding body gave a direction, messages stay held until they are issued again.
    """
    held: dict[str, str] = {}
    for record_id, matter in ledger.matters.items():
        talk = _thawed(ledger.issued[record_id][-1])
        for one in _touched(ledger, talk):
            if one in ledger.superseded_by or one in ledger.recalls:
                continue  # it is over, whatever comes of the matter
            if matter.is_open or _is_before(ledger, one, talk, matter):
                held.setdefault(one, record_id)
    return held


def held_in_events(ledger: Offered) -> Mapping[str, tuple[str, ...]]:
    """For each event what is held back in it, by the record's own word or the consultation's."""
    found: dict[str, set[str]] = {}
    for record_id, talk in ledger.held.items():
        for named in (record_id, talk):
            event = ledger.issued[named][-1].content.get("event") if named in ledger.issued else ""
            if event:
                found.setdefault(event, set()).add(record_id)
    return {event: tuple(sorted(held)) for event, held in found.items()}


def _touched(ledger: Offered, talk: Consultation) -> Iterator[str]:
    """What a consultation is about, and the messages that rest on that or on itself."""
    yield from talk.about
    for one in (*talk.about, talk.id):
        for naming in ledger.named_by.get(one, ()):
            content = ledger.issued[naming][-1].content
            if is_of(naming, Message) and one in rests_on(thaw(naming, content)):
                yield naming


def _is_before(ledger: Offered, record_id: str, talk: Consultation, matter: Matter) -> bool:
    """Whether a message was last issued before the direction was known.

    It is known from the first edition that prints it, and after its day: an edition issued then
    carries approvals that know it (BT409).
    """
    appearances = ledger.issued.get(record_id)
    is_message = is_of(record_id, Message)
    if matter.state is not MatterState.DIRECTED or appearances is None or not is_message:
        return False
    edition = appearances[-1].edition
    concluded = ledger.issued[talk.id][-1].content["conclusion"]
    prints = (i.edition for i in ledger.issued[talk.id] if i.content.get("conclusion") == concluded)
    return edition.day <= matter.since and edition.issued_at < next(prints).issued_at
