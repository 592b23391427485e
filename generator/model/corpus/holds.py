"""Records that may not be released because of a consultation.

Either the consultation is open, or the deciding body gave a direction and a party approved the
message without knowing it. A direction may ask for other words, so the message then needs new
approvals: given on a later day, or of a digest that covers the concluded consultation.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.edition_digests import frozen_digest
from generator.model.corpus.matter import MatterState, matter_state
from generator.model.corpus.pending import day_of
from generator.model.corpus.state import (
    Sign,
    approving,
    carriers,
    is_alive,
    is_valid_approval,
    signs,
)
from generator.model.edition.edition import Edition
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.message import Message


@dataclass(frozen=True, slots=True)
class Hold:
    """The consultation that withholds a record.

    `unaware` are the parties that approved before the deciding body gave its direction; it is
    empty while the consultation is open.
    """

    consultation: Entry[Consultation]
    unaware: tuple[str, ...] = ()


class _Grant(NamedTuple):
    """A valid approval of a message's present content, and whether it covers the conclusion."""

    at: datetime
    covers: bool


def hold_of(corpus: Corpus, record_id: str) -> Hold | None:
    """The hold on a record, or None when no consultation withholds it."""
    return corpus.once(_holds).get(record_id)


def _holds(corpus: Corpus) -> Mapping[str, Hold]:
    """Holds by record: an open matter is about it or, for a message, about its closure."""
    talks_by_record = corpus.once(_talks_by_record)
    holds: dict[str, Hold] = {}
    for record_id, entry in corpus.records.items() if talks_by_record else ():
        record_ids = (
            corpus.closure(record_id) if isinstance(entry.record, Message) else (record_id,)
        )
        talks = [talk for reached_id in record_ids for talk in talks_by_record.get(reached_id, ())]
        hold = next((hold for talk in talks if (hold := _hold(corpus, entry, talk))), None)
        if hold:
            holds[record_id] = hold
    return holds


def _talks_by_record(corpus: Corpus) -> Mapping[str, list[Entry[Consultation]]]:
    """The open and directed consultations about each record; a consultation is about itself too."""
    talks: dict[str, list[Entry[Consultation]]] = {}
    for entry in corpus.of(Consultation):
        matter = matter_state(corpus, entry.record.id)
        if matter.is_open or matter.state is MatterState.DIRECTED:
            for record_id in (*entry.record.about, entry.record.id):
                talks.setdefault(record_id, []).append(entry)
    return talks


def _hold(corpus: Corpus, entry: Entry[object], talk: Entry[Consultation]) -> Hold | None:
    if entry.record is talk.record:
        return None  # a bulletin prints the consultation itself, with every position
    if matter_state(corpus, talk.record.id).is_open:
        return Hold(talk)
    if not isinstance(entry.record, Message) or not is_alive(corpus, entry.record):
        return None
    unaware = tuple(_unaware(corpus, entry.record.id, talk.record))
    return Hold(talk, unaware) if unaware else None


def _unaware(corpus: Corpus, message: str, talk: Consultation) -> Iterator[str]:
    """The parties whose approval is valid, but was given without knowing the direction."""
    if talk.conclusion is None:
        return
    for sign in signs(corpus, message):
        grants = _grants(corpus, message, sign.party, talk)
        knows = any(
            grant.covers or day_of(grant.at, corpus) > talk.conclusion.on for grant in grants
        )
        if sign.sign is Sign.APPROVED and not knows:
            yield sign.party


def _grants(corpus: Corpus, message: str, party: str, talk: Consultation) -> Iterator[_Grant]:
    """Approvals of the message's present content: its own, and those of its bulletins."""
    for signed_id in (message, *corpus.once(carriers).get(message, ())):
        own = corpus.approvals.get((signed_id, party))
        if own and own.record.digest == corpus.digest(signed_id) and is_valid_approval(corpus, own):
            yield _Grant(own.record.at, talk.id in corpus.closure(signed_id))
    for edition in corpus.holding(message):
        if frozen_digest(edition, message) == corpus.digest(message):
            for approval in approving(edition):
                if approval["unit"] == party:
                    at = datetime.fromisoformat(approval["at"])
                    yield _Grant(at, _prints_conclusion(edition, talk))


def _prints_conclusion(edition: Edition, talk: Consultation) -> bool:
    printed = edition.records.get(talk.id, {}).get("conclusion")
    return printed is not None and printed == talk.content()["conclusion"]
