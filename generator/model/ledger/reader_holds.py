"""Records that issued consultations hold back, as readers must know it.

Readers know a matter only once a bulletin prints it; a record that must stop at once is recalled.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Protocol, cast

from generator.model.corpus.matter import Body, Matter, MatterState, Talk, matters
from generator.model.edition.edition import Edition, Issued, thaw
from generator.model.kinds import is_of
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.message import Message
from generator.model.record.citations import rests_on
from generator.model.record.record import Record
from generator.model.registry.signoff import Recall


class Offered(Protocol):
    """The part of the ledger that decides what is held back."""

    @property
    def moment(self) -> datetime: ...
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
    last = (
        ledger.issued[record_id][-1]
        for record_id in ledger.of(Consultation)
        if ledger.is_offered(record_id)
    )
    return matters(
        [
            Talk(_consultation_of(appearance), body_as_printed(appearance, ledger.moment))
            for appearance in last
        ]
    )


def _consultation_of(issued: Issued) -> Consultation:
    return cast("Consultation", thaw(str(issued.content["id"]), issued.content))


def body_as_printed(issued: Issued, moment: datetime) -> Body:
    """The units that took part when it was printed; a conclusion counts from that day."""
    edition = issued.edition
    return body_of_edition(edition, moment.astimezone(edition.zone).date())


def body_of_edition(edition: Edition, read_on: date) -> Body:
    """The units that took part when an edition was issued; `read_on` is the reader's day."""
    programme = edition.registry["programme"]
    return Body(edition.parties, {programme["deciding_body"]}, edition.day, read_on)


def held_back(ledger: Offered) -> Mapping[str, str]:
    """The consultation that holds back each record, whether or not the record was ever issued.

    Once the deciding body gave a direction, messages stay held until they are issued again.
    """
    talk_by_record: dict[str, str] = {}
    for talk_id, matter in ledger.matters.items():
        talk = _consultation_of(ledger.issued[talk_id][-1])
        for held_id in _affected(ledger, talk):
            if held_id in ledger.superseded_by or held_id in ledger.recalls:
                continue  # it is out of use, whatever the outcome of the matter
            if matter.is_open or _is_before(ledger, held_id, talk, matter):
                talk_by_record.setdefault(held_id, talk_id)
    return talk_by_record


def held_in_events(ledger: Offered) -> Mapping[str, tuple[str, ...]]:
    """For each event, the records held back in it; record or consultation names the event."""
    held_by_event: dict[str, set[str]] = {}
    for record_id, talk in ledger.held.items():
        for named_id in (record_id, talk):
            event = (
                ledger.issued[named_id][-1].content.get("event")
                if named_id in ledger.issued
                else ""
            )
            if event:
                held_by_event.setdefault(event, set()).add(record_id)
    return {event: tuple(sorted(record_ids)) for event, record_ids in held_by_event.items()}


def _affected(ledger: Offered, talk: Consultation) -> Iterator[str]:
    """The records a consultation is about, and the messages that rest on them or on it."""
    yield from talk.about
    for support_id in (*talk.about, talk.id):
        for naming_id in ledger.named_by.get(support_id, ()):
            content = ledger.issued[naming_id][-1].content
            if is_of(naming_id, Message) and support_id in rests_on(thaw(naming_id, content)):
                yield naming_id


def _is_before(ledger: Offered, record_id: str, talk: Consultation, matter: Matter) -> bool:
    """Whether a message was last issued before the direction was known to readers.

    Editions know the direction from the first edition that prints it, or from the day after it
    was given: their approvals were given with knowledge of it (BT409).
    """
    appearances = ledger.issued.get(record_id)
    is_message = is_of(record_id, Message)
    if matter.state is not MatterState.DIRECTED or appearances is None or not is_message:
        return False
    edition = appearances[-1].edition
    concluded = ledger.issued[talk.id][-1].content["conclusion"]
    printing_editions = (
        appearance.edition
        for appearance in ledger.issued[talk.id]
        if appearance.content.get("conclusion") == concluded
    )
    return edition.day <= matter.since and edition.issued_at < next(printing_editions).issued_at
