"""Computed state, in one place: who approved what, what is pending, what is in use."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from generator.base.digest import Json
from generator.base.text import Choice
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.edition_digests import frozen_digest, is_as_issued
from generator.model.corpus.signoff_times import is_from_the_future, overtaken_by
from generator.model.corpus.standing import has_come
from generator.model.edition.closed import recall_of_edition
from generator.model.edition.edition import Edition
from generator.model.edition.terms import level_of, stricter
from generator.model.kinds import is_of
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.model.record.record import Record
from generator.model.registry.registry import ApprovalLevel, Registry
from generator.model.registry.signoff import Approval, Recall, Verdict


class Sign(StrEnum):
    """A party's approval of the present content of a record."""

    APPROVED = "approved"
    MISSING = "missing"
    LAPSED = "lapsed"
    REJECTED = "rejected"
    UNSIGNED = "unsigned"
    INVALID = "invalid"
    AHEAD = "ahead"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PartySign:
    """A party's sign, and what it comes from: its own file, or (`through`) a bulletin or edition.

    `level` is how the approval was given. UNSIGNED is an approval below the required level;
    INVALID is an approval whose signature does not hold, AHEAD one that is dated after now (BT411).
    UNKNOWN is said of what rests on a record that cannot be read: first that is mended.
    """

    party: str
    sign: Sign
    approval: Entry[Approval] | None = None
    through: str | None = None
    level: ApprovalLevel = ApprovalLevel.DECLARED


class Desk(Choice):
    """What a record on the editors' desk waits for."""

    DRAFT = "draft", "bản nháp", "draft"
    OPEN = "open", "chưa kết luận", "not concluded"
    HELD = "held", "tạm giữ", "held"
    WAITING = "waiting", "chờ phê duyệt", "waiting for approval"
    AGREED = "agreed", "đã thống nhất", "agreed"
    ISSUED = "issued", "đã phát hành", "issued"
    REVISING = "revising", "đang sửa lại", "being revised"
    RECALLED = "recalled", "đã thu hồi", "recalled"
    RETIRED = "retired", "ngừng dùng", "retired"


def signs(corpus: Corpus, record_id: str) -> tuple[PartySign, ...]:
    """The sign of each party that must approve the present content of the record."""
    return tuple(_sign(corpus, record_id, party) for party in signatories(corpus, record_id))


def signatories(corpus: Corpus, record_id: str) -> tuple[str, ...]:
    """The parties that must approve the present content of a record.

    What is issued as it stands was agreed between the parties of that day; everything else needs
    the parties of today, and a bulletin those of the agreed terms too.
    """
    edition = issued_as_it_stands(corpus, record_id)
    if edition and corpus.issuing != record_id:
        return edition.parties
    return corpus.approvers if is_of(record_id, Bulletin) else corpus.parties


def issued_as_it_stands(corpus: Corpus, record_id: str) -> Edition | None:
    """The newest edition that printed a record, if it printed the present content."""
    edition = last_edition_of(corpus, record_id)
    return edition if edition and is_as_issued(corpus, edition, record_id) else None


def issued_just_so(corpus: Corpus, bulletin: str) -> Edition | None:
    """The newest version, if a new one would print the same, also of the registry, on its terms.

    Approvals of form 1 do not cover what it names: its entries are looked at one by one.
    """
    edition = issued_as_it_stands(corpus, bulletin)
    if edition is None or edition.is_withdrawal:
        return None
    if edition.form == 1:
        return edition if _names_as_now(corpus.registry, edition.names) else None
    return edition if frozen_digest(edition, bulletin) == corpus.digest(bulletin) else None


def _names_as_now(now: Registry, then: Registry) -> bool:
    """Whether the entries of an older registry that still exist are the same."""
    units = all(now.units.get(key, entry) == entry for key, entry in then.units.items())
    areas = all(now.areas.get(key, entry) == entry for key, entry in then.areas.items())
    topics = all(now.topics.get(key, entry) == entry for key, entry in then.topics.items())
    return units and areas and topics


def was_party(corpus: Corpus, unit: str, at: datetime) -> bool:
    """Whether a unit was a party at that moment, by its dates or by an edition issued later.

    What a former party signed while it was one stays, also if the programme has no dates; one that
    the programme has left out stays a party until all have agreed to that.
    """
    day = at.astimezone(corpus.registry.programme.zone).date()
    by_edition = corpus.once(_last_issues).get(unit)
    is_by_edition = by_edition is not None and at <= by_edition
    parties = (*corpus.agreed.parties_on(day), *corpus.registry.programme.parties_on(day))
    return is_by_edition or unit in parties


def _last_issues(corpus: Corpus) -> Mapping[str, datetime]:
    """By unit, the last issue at which it was a party, or agreed to be none any more."""
    return {unit: e.issued_at for e in corpus.editions for unit in (*e.parties, *levels_of(e))}


def required_level(corpus: Corpus) -> ApprovalLevel:
    """The level the programme requires, but never below that of the last edition."""
    return stricter(corpus.registry.programme.approval, corpus.agreed.level)


def _sign(corpus: Corpus, record_id: str, party: str) -> PartySign:
    if corpus.broken and not corpus.broken.isdisjoint(corpus.closure_with_unreadable(record_id)):
        return PartySign(party, Sign.UNKNOWN)
    own = corpus.approvals.get((record_id, party))
    if own and is_of_present(corpus, own.record):
        sign = _own_sign(corpus, party, own)
        if sign.sign is not Sign.APPROVED:
            return sign
        approvals = (sign, *_approvals_through_bulletins(corpus, record_id, party))
    else:
        approvals = tuple(_approvals_through_bulletins(corpus, record_id, party))
    required = required_level(corpus)
    for sign in approvals:
        if required is ApprovalLevel.DECLARED or sign.level is required:
            return sign
    return (
        replace(approvals[0], sign=Sign.UNSIGNED)
        if approvals
        else _missing_or_lapsed(corpus, record_id, party)
    )


def is_of_present(corpus: Corpus, approval: Approval) -> bool:
    """Whether an approval is for the present content, and nothing has overtaken it."""
    is_same = approval.digest == corpus.digest(approval.record)
    return is_same and overtaken_by(corpus, approval) is None


def _own_sign(corpus: Corpus, party: str, own: Entry[Approval]) -> PartySign:
    """A party's own file, for the present content; a rejection counts without a signature."""
    if own.record.decision is Verdict.REJECT:
        return PartySign(party, Sign.REJECTED, own)
    if is_from_the_future(corpus, own.record):
        return PartySign(party, Sign.AHEAD, own)
    seal = corpus.seal_of(own)
    sign = Sign.INVALID if seal.flaw else Sign.APPROVED
    return PartySign(party, sign, own, level=seal.level)


def is_valid_approval(corpus: Corpus, own: Entry[Approval]) -> bool:
    """Whether a party's file approves at the level that the programme requires."""
    sign = _own_sign(corpus, own.record.unit, own)
    is_enough = required_level(corpus) in (ApprovalLevel.DECLARED, sign.level)
    return sign.sign is Sign.APPROVED and is_enough


def _missing_or_lapsed(corpus: Corpus, record_id: str, party: str) -> PartySign:
    """A lapsed approval, or a missing one."""
    own = corpus.approvals.get((record_id, party))
    if own and own.record.decision is Verdict.APPROVE:
        return PartySign(party, Sign.LAPSED, own)
    edition = next((e for e in reversed(corpus.holding(record_id)) if party in levels_of(e)), None)
    if edition is None:
        return PartySign(party, Sign.MISSING)
    return PartySign(party, Sign.LAPSED, None, edition.name)


def _approvals_through_bulletins(corpus: Corpus, record_id: str, party: str) -> Iterator[PartySign]:
    """Approvals through bulletins, issued or planned, that hold the record's present content."""
    present = corpus.digest(record_id)
    for edition in reversed(corpus.holding(record_id)):
        if edition.bulletin == record_id and not _stands_for(corpus, edition):
            continue
        level = levels_of(edition).get(party)
        if level and frozen_digest(edition, record_id) == present:
            yield PartySign(party, Sign.APPROVED, None, edition.name, level)
    for bulletin in corpus.once(carriers).get(record_id, ()):
        own = corpus.approvals.get((bulletin, party))
        if own is not None and is_of_present(corpus, own.record):
            sign = _own_sign(corpus, party, own)
            if sign.sign is Sign.APPROVED:
                yield replace(sign, approval=None, through=bulletin)


def _stands_for(corpus: Corpus, edition: Edition) -> bool:
    """Whether the approvals of a version are still those of its bulletin: nothing came after."""
    is_newest = corpus.versions[edition.bulletin][-1] is edition
    is_stopped = edition.is_withdrawal or recall_of_edition(edition, corpus.once(recalls_by_name))
    return is_newest and not is_stopped


def carriers(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """For each record, the planned bulletins whose closure holds it."""
    bulletins_by_record: dict[str, list[str]] = {}
    for entry in corpus.of(Bulletin):
        for record_id in corpus.closure(entry.record.id):
            bulletins_by_record.setdefault(record_id, []).append(entry.record.id)
    return {record_id: tuple(bulletins) for record_id, bulletins in bulletins_by_record.items()}


def approving(edition: Edition) -> Iterator[Json]:
    """The parties' frozen approvals of the whole bulletin, given before its issue."""
    for approval in edition.approvals:
        is_of_all = approval["record"] == edition.bulletin
        if is_of_all and approval["decision"] == Verdict.APPROVE and _is_timely(edition, approval):
            yield approval


def _is_timely(edition: Edition, approval: Json) -> bool:
    """Whether a frozen approval was given before the issue; a forged one may hold no moment."""
    try:
        moment = datetime.fromisoformat(str(approval.get("at")))
    except ValueError:
        return False
    return moment.tzinfo is not None and moment <= edition.issued_at


def levels_of(edition: Edition) -> Mapping[str, ApprovalLevel]:
    """The units that approved an edition's bulletin, and at which level."""
    return {approval["unit"]: level_of(approval) for approval in approving(edition)}


def last_edition_of(corpus: Corpus, record_id: str) -> Edition | None:
    """The newest edition that printed the record."""
    editions = corpus.holding(record_id)
    return editions[-1] if editions else None


def is_pending(corpus: Corpus, bulletin: Bulletin) -> bool:
    """Whether a version of this bulletin is being prepared.

    Records that an issued bulletin prints may change for later bulletins. Approvals are needed
    again only for a plan that was never issued, was changed since, or is being issued now.
    """
    if is_retired(corpus, bulletin):
        return False
    if corpus.issuing == bulletin.id:
        return True
    versions = corpus.versions.get(bulletin.id, ())
    if is_withdrawn(versions):
        return _is_approved_again(corpus, versions[-1])
    if not versions or dict(versions[-1].plan) != bulletin.content():
        return True
    return _is_approved_again(corpus, versions[-1])


def _is_approved_again(corpus: Corpus, last: Edition) -> bool:
    """Whether a party has approved what is not in the last version: a correction is on its way."""
    approvals = (corpus.approvals.get((last.bulletin, party)) for party in corpus.approvers)
    later = [a.record for a in approvals if a and a.record.at > last.issued_at]
    return any(is_of_present(corpus, a) for a in later) and not issued_just_so(
        corpus, last.bulletin
    )


def records_in_preparation(corpus: Corpus) -> frozenset[str]:
    """The records that bulletins in preparation print."""
    pending = [entry.record.id for entry in corpus.of(Bulletin) if is_pending(corpus, entry.record)]
    return frozenset(record_id for bulletin in pending for record_id in corpus.closure(bulletin))


def recall_stopping(corpus: Corpus, record_id: str) -> Recall | None:
    """The recall by which nobody uses a record now: its own, or that of all that printed it.

    Of a bulletin: the recall of its newest version or of the whole. What is being prepared for
    another bulletin is stopped only by a recall of its own.
    """
    recalls, versions = corpus.once(recalls_by_name), corpus.versions.get(record_id)
    if versions:
        return recall_of_edition(versions[-1], recalls)
    if not recalls or record_id in recalls:
        return recalls.get(record_id)
    stops = [recall_of_edition(edition, recalls) for edition in corpus.holding(record_id)]
    is_used = not all(stops) or record_id in corpus.once(records_in_preparation)
    return None if is_used or not stops else stops[-1]


def recalls_by_name(corpus: Corpus) -> Mapping[str, Recall]:
    """What was recalled (a record, a bulletin, a version), and the recall."""
    return {name: entry.record for name, entry in corpus.recalls.items()}


def is_alive(corpus: Corpus, message: Message) -> bool:
    """Whether a message may still be used, so that its approvals are still needed."""
    if is_retired(corpus, message) or recall_stopping(corpus, message.id):
        return False
    if message.valid is not None and message.valid.until < corpus.now:
        return False
    return message.id not in superseded_by(corpus)


def is_last(corpus: Corpus, bulletin: Bulletin) -> bool:
    """Whether the event that a bulletin is about is over, so that no other one is due."""
    event = corpus.records.get(bulletin.event) if bulletin.event else None
    return (
        event is not None and isinstance(event.record, Event) and not is_open(corpus, event.record)
    )


def is_open(corpus: Corpus, record: Record) -> bool:
    """Whether an event or a concern still goes on; an end in the future does not count yet."""
    is_over = has_come(record.ended, corpus.now, corpus.registry.programme.zone)
    is_stopped = is_retired(corpus, record) or recall_stopping(corpus, record.id)
    return not is_stopped and not is_over


def is_retired(corpus: Corpus, record: Record) -> bool:
    """Whether the day from which a record is out of use has come."""
    day = record.retired.on if record.retired else None
    return has_come(day, corpus.now, corpus.registry.programme.zone)


def superseded_by(corpus: Corpus) -> Mapping[str, str]:
    """For each superseded message, the message that took its place, as readers know it.

    A successor counts as last issued, and while a bulletin that was not withdrawn offers it: what
    its draft says now replaces nothing yet.
    """
    return corpus.once(_compute_superseded_by)


def _compute_superseded_by(corpus: Corpus) -> Mapping[str, str]:
    successors: dict[str, str] = {}
    for entry in sorted(corpus.of(Message), key=lambda entry: entry.record.id):
        record_id = entry.record.id
        issued = [e for e in corpus.holding(record_id) if not e.is_withdrawal]
        replaced = issued[-1].records[record_id].get("supersedes") if issued else None
        if replaced and is_offered(corpus, record_id):
            successors[str(replaced)] = record_id
    return successors


def is_offered(corpus: Corpus, record_id: str) -> bool:
    """Whether a bulletin that was not withdrawn prints the record."""
    bulletins = {edition.bulletin for edition in corpus.holding(record_id)}
    return any(not is_withdrawn(corpus.versions[bulletin]) for bulletin in bulletins)


def is_withdrawn(versions: tuple[Edition, ...]) -> bool:
    """Whether the newest version of a bulletin withdraws it."""
    return bool(versions) and versions[-1].is_withdrawal
