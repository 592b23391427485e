"""Computed state, in one place: who has signed what, what is pending, what holds when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from generator.base.digest import Json
from generator.base.text import Choice
from generator.model.corpus import Corpus, Entry
from generator.model.edition import Edition, Relation
from generator.model.frozen import frozen_digest
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.message import Message
from generator.model.signoff import Approval, Verdict


class Sign(StrEnum):
    """Where one party stands towards the present content of a record."""

    APPROVED = "approved"
    MISSING = "missing"
    LAPSED = "lapsed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class PartySign:
    """One party's sign, and what it rests on: its own file, or something issued or planned."""

    party: str
    sign: Sign
    approval: Entry[Approval] | None = None
    through: str | None = None


class Standing(Choice):
    """What an issued message is worth at a moment."""

    COMING = "coming", "sắp có hiệu lực", "coming"
    IN_FORCE = "in_force", "đang có hiệu lực", "in force"
    EXPIRED = "expired", "đã hết hiệu lực", "expired"
    SUPERSEDED = "superseded", "đã được thay thế", "superseded"
    RECALLED = "recalled", "đã thu hồi", "recalled"
    WITHDRAWN = "withdrawn", "đã ngừng dùng", "withdrawn"
    ISSUED = "issued", "đã phát hành", "issued"


class Desk(Choice):
    """What a record on the editors' desk waits for."""

    DRAFT = "draft", "bản nháp", "draft"
    OPEN = "open", "chưa kết luận", "not concluded"
    HELD = "held", "tạm giữ", "held"
    WAITING = "waiting", "chờ phê duyệt", "waiting for approval"
    AGREED = "agreed", "đã thống nhất", "agreed"
    ISSUED = "issued", "đã phát hành", "issued"
    RECALLED = "recalled", "đã thu hồi", "recalled"
    RETIRED = "retired", "ngừng dùng", "retired"


def signs(corpus: Corpus, record_id: str) -> tuple[PartySign, ...]:
    """Where each party of the programme stands towards the record as it is now."""
    return tuple(_sign(corpus, record_id, p) for p in corpus.registry.programme.parties)


def _sign(corpus: Corpus, record_id: str, party: str) -> PartySign:
    present = corpus.digest(record_id)
    own = corpus.approvals.get((record_id, party))
    if own and own.record.digest == present:
        approved = own.record.decision is Verdict.APPROVE
        return PartySign(party, Sign.APPROVED if approved else Sign.REJECTED, own)
    through = _approved_through(corpus, record_id, party)
    if through:
        return PartySign(party, Sign.APPROVED, None, through)
    if own and own.record.decision is Verdict.APPROVE:
        return PartySign(party, Sign.LAPSED, own)
    issued = next((e for e in reversed(corpus.holding(record_id)) if party in _approving(e)), None)
    if issued is None:
        return PartySign(party, Sign.MISSING)
    return PartySign(party, Sign.LAPSED, None, issued.name)


def _approved_through(corpus: Corpus, record_id: str, party: str) -> str | None:
    """A bulletin, planned or issued, whose approved content holds the record as it is now."""
    present = corpus.digest(record_id)
    for edition in reversed(corpus.holding(record_id)):
        if party in _approving(edition) and frozen_digest(edition, record_id) == present:
            return edition.name
    for bulletin in corpus.once(_carriers).get(record_id, ()):
        own = corpus.approvals.get((bulletin, party))
        is_yes = own is not None and own.record.decision is Verdict.APPROVE
        if own is not None and is_yes and own.record.digest == corpus.digest(bulletin):
            return bulletin
    return None


def _carriers(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """For each record, the planned bulletins that hold it, directly or through what they print."""
    found: dict[str, list[str]] = {}
    for entry in corpus.of(Bulletin):
        for record_id in corpus.closure(entry.record.id):
            found.setdefault(record_id, []).append(entry.record.id)
    return {record_id: tuple(bulletins) for record_id, bulletins in found.items()}


def _approving(edition: Edition) -> set[str]:
    return {
        approval["unit"]
        for approval in edition.approvals
        if approval["record"] == edition.bulletin and approval["decision"] == Verdict.APPROVE
    }


def last_edition_of(corpus: Corpus, record_id: str) -> Edition | None:
    """The newest edition that printed the record."""
    editions = corpus.holding(record_id)
    return editions[-1] if editions else None


def is_pending(corpus: Corpus, bulletin: Bulletin) -> bool:
    """Whether a version of this bulletin is being prepared.

    Records that an issued bulletin prints may move on for later bulletins; only a plan that was
    never issued, was changed since, or is being issued now asks for approvals again.
    """
    if bulletin.retired is not None:
        return False
    if corpus.issuing == bulletin.id:
        return True
    versions = corpus.versions.get(bulletin.id, ())
    if is_withdrawn(versions):
        return False
    return not versions or dict(versions[-1].plan) != bulletin.content()


def is_alive(corpus: Corpus, message: Message) -> bool:
    """Whether a message may still be used, so that its agreement still matters."""
    if message.retired is not None or message.id in corpus.recalls:
        return False
    if message.valid is not None and message.valid.until < corpus.now:
        return False
    return message.id not in superseded(corpus)


def superseded(corpus: Corpus) -> frozenset[str]:
    """The messages that an issued message replaces."""
    return corpus.once(_superseded)


def _superseded(corpus: Corpus) -> frozenset[str]:
    return frozenset(
        str(entry.record.supersedes)
        for entry in corpus.of(Message)
        if entry.record.supersedes and corpus.holding(entry.record.id)
    )


def open_consultations(corpus: Corpus, record_id: str) -> Iterator[Entry[Consultation]]:
    """The consultations that withhold a record."""
    table = corpus.once(_withheld)
    return iter(table.get(record_id, ()))


def _withheld(corpus: Corpus) -> dict[str, list[Entry[Consultation]]]:
    table: dict[str, list[Entry[Consultation]]] = {}
    for entry in corpus.of(Consultation):
        if entry.record.is_open and entry.record.retired is None:
            for about in entry.record.about:
                table.setdefault(about, []).append(entry)
    return table


def holds_now(frozen: Json, moment: datetime) -> Standing:
    """The standing that follows from a frozen record's own retirement and validity."""
    retired, valid = frozen.get("retired"), frozen.get("valid")
    if retired and date.fromisoformat(retired["on"]) <= moment.date():
        return Standing.WITHDRAWN
    if not valid:
        return Standing.ISSUED
    if moment < datetime.fromisoformat(valid["from"]):
        return Standing.COMING
    is_over = datetime.fromisoformat(valid["until"]) < moment
    return Standing.EXPIRED if is_over else Standing.IN_FORCE


def is_withdrawn(versions: tuple[Edition, ...]) -> bool:
    """Whether the newest version of a bulletin withdraws it."""
    return bool(versions) and versions[-1].relation is Relation.WITHDRAWAL
