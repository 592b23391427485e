"""What may not be released because of a consultation: it is open, or its conclusion is not known.

A conclusion that directs may ask for other words. So after it a message needs approvals that know
it: given on a later day, or of a digest that covers the consultation as it is concluded.
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
    empty while the matter is open.
    """

    consultation: Entry[Consultation]
    unaware: tuple[str, ...] = ()


class _Grant(NamedTuple):
    """One valid approval of a message as it is: when, and whether it covers the conclusion."""

    at: datetime
    covers: bool


def hold_of(corpus: Corpus, record_id: str) -> Hold | None:
    """Why a record may not be released, if a consultation is the reason."""
    return corpus.once(_holds).get(record_id)


def _holds(corpus: Corpus) -> Mapping[str, Hold]:
    """A record is held when an open matter is about it; a message also when what it rests on is."""
    concerned = corpus.once(_concerned)
    held: dict[str, Hold] = {}
    for record_id, entry in corpus.records.items() if concerned else ():
        reached = corpus.closure(record_id) if isinstance(entry.record, Message) else (record_id,)
        talks = [t for one in reached for t in concerned.get(one, ())]
        hold = next((h for t in talks if (h := _hold(corpus, entry, t))), None)
        if hold:
            held[record_id] = hold
    return held


def _concerned(corpus: Corpus) -> Mapping[str, list[Entry[Consultation]]]:
    """For each record the open and directed consultations about it, each of them its own too."""
    found: dict[str, list[Entry[Consultation]]] = {}
    for entry in corpus.of(Consultation):
        matter = matter_state(corpus, entry.record.id)
        if matter.is_open or matter.state is MatterState.DIRECTED:
            for one in (*entry.record.about, entry.record.id):
                found.setdefault(one, []).append(entry)
    return found


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
    """The parties whose approval stands, but does not know the direction."""
    if talk.conclusion is None:
        return
    for sign in signs(corpus, message):
        grants = _grants(corpus, message, sign.party, talk)
        knows = any(g.covers or day_of(g.at, corpus) > talk.conclusion.on for g in grants)
        if sign.sign is Sign.APPROVED and not knows:
            yield sign.party


def _grants(corpus: Corpus, message: str, party: str, talk: Consultation) -> Iterator[_Grant]:
    """The approvals that cover the message as it is: its own, of bulletins planned and issued."""
    for signed in (message, *corpus.once(carriers).get(message, ())):
        own = corpus.approvals.get((signed, party))
        if own and own.record.digest == corpus.digest(signed) and is_valid_approval(corpus, own):
            yield _Grant(own.record.at, talk.id in corpus.closure(signed))
    for edition in corpus.holding(message):
        if frozen_digest(edition, message) == corpus.digest(message):
            for approval in approving(edition):
                if approval["unit"] == party:
                    at = datetime.fromisoformat(approval["at"])
                    yield _Grant(at, _prints_conclusion(edition, talk))


def _prints_conclusion(edition: Edition, talk: Consultation) -> bool:
    printed = edition.records.get(talk.id, {}).get("conclusion")
    return printed is not None and printed == talk.content()["conclusion"]
