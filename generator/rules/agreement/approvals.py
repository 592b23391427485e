"""BT4xx, who has approved: a release needs every party, on exactly the current content."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.base.diagnostics import Severity, Wait
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.model.corpus.completeness import lack_of, missing_keys, to_be_written, unfinished_in
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.pending import TO_WRITE, approval_of, day_of
from generator.model.corpus.signoff_times import approvals_to_judge
from generator.model.corpus.state import (
    PartySign,
    Sign,
    is_alive,
    is_pending,
    required_level,
    signs,
    was_party,
)
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.message import Message
from generator.model.record.record import Record
from generator.model.registry.registry import ApprovalLevel
from generator.model.registry.signoff import Approval, Recall
from generator.model.registry.succession import has_ended
from generator.rules.agreement.lapses import reason_of_lapse
from generator.rules.naming import moment, unit_name
from generator.rules.rule import Finding, found, rule


class NeededSign(NamedTuple):
    """One party's sign (approved, missing, lapsed, ...) on a record that needs its approval."""

    entry: Entry[Record]
    sign: PartySign


def _all_needed_signs(corpus: Corpus) -> tuple[NeededSign, ...]:
    """The sign of every party on each message still in use and each bulletin not yet issued."""
    messages = [e for e in corpus.of(Message) if is_alive(corpus, e.record)]
    bulletins = [e for e in corpus.of(Bulletin) if is_pending(corpus, e.record)]
    return tuple(
        NeededSign(Entry(entry.record, entry.path), sign)
        for entry in (*messages, *bulletins)
        for sign in signs(corpus, entry.record.id)
    )


def needed_signs(corpus: Corpus, sign: Sign) -> Iterator[NeededSign]:
    """The needed signs that have this state."""
    return (needed for needed in corpus.once(_all_needed_signs) if needed.sign.sign is sign)


def ids_in_pending_bulletins(corpus: Corpus) -> frozenset[str]:
    """The records inside bulletins not yet issued: approving the bulletin approves them too."""
    coming = [e.record.id for e in corpus.of(Bulletin) if is_pending(corpus, e.record)]
    return frozenset(
        record_id
        for bulletin_id in coming
        for record_id in corpus.closure(bulletin_id)
        if record_id != bulletin_id
    )


@rule(
    "BT401",
    Bilingual("{what}.", "{what}."),
    Bilingual("{mend}", "{mend}"),
    Severity.HOLD,
)
def approval_missing(corpus: Corpus) -> Iterator[Finding]:
    """A text in the name of all parties may go out only when each party has agreed to it."""
    bulletin_ids = corpus.once(ids_in_pending_bulletins)
    for entry, sign in needed_signs(corpus, Sign.MISSING):
        if entry.record.id in bulletin_ids or _has_ended(corpus, sign.party):
            continue
        if not any(unfinished_in(corpus, entry.record.id)):
            yield _missing_approval(corpus, entry, sign)
    for record_id in sorted(corpus.once(to_be_written)):
        yield _unfinished(corpus, corpus.records[record_id])


def _missing_approval(corpus: Corpus, entry: Entry[Record], sign: PartySign) -> Finding:
    wait, party, key = approval_of(corpus, entry.record, sign), sign.party, key_option(corpus)
    since, name = in_words(wait.since), unit_name(corpus, party)
    command = f"bulletin approve {entry.record.id} --unit {party} --office …"
    what = Bilingual(
        f"{name} chưa phê duyệt {entry.record.id} (chờ từ ngày {since.vi})",
        f"{name} has not approved {entry.record.id} yet (waited for since {since.en})",
    )
    mend = Bilingual(
        f"{name} đọc rồi phê duyệt: {command}{key.vi}",
        f"{name} reads it and approves: {command}{key.en}",
    )
    return found(entry.place("id"), wait, what=what, mend=mend)


def _unfinished(corpus: Corpus, entry: Entry[Record]) -> Finding:
    """What is to be written before anybody is asked to approve."""
    record = entry.record
    keys = tuple(missing_keys(corpus, record))
    lack = lack_of(record, keys)
    what = Bilingual(
        f"{record.id} còn đang viết, chưa có: {lack.vi}",
        f"{record.id} is still being written, without: {lack.en}",
    )
    mend = Bilingual(
        f"{unit_name(corpus, record.unit)} điền các khóa ấy, rồi mới mời các bên phê duyệt.",
        f"{unit_name(corpus, record.unit)} fills in these keys; then the parties are asked.",
    )
    wait = Wait(record.unit, TO_WRITE, record.created)
    return found(entry.key(keys[0]), wait, what=what, mend=mend)


def _has_ended(corpus: Corpus, party: str) -> bool:
    """Whether a party cannot approve any more; BT204 says so of the programme."""
    unit = corpus.registry.units.get(party)
    return unit is not None and has_ended(unit, corpus.now.date())


@rule(
    "BT402",
    Bilingual(
        "Phê duyệt {id} của {party} ({given}) không {reason}.",
        "The approval of {id} by {party} ({given}) {reason}.",
    ),
    Bilingual(
        "đổi nhầm thì đưa nội dung về như cũ; nếu không, {party} đọc rồi phê duyệt lại:"
        " bulletin approve {id} --unit {unit} --office …{key}",
        "if it was changed by mistake, change it back; else {party} reads it and approves again:"
        " bulletin approve {id} --unit {unit} --office …{key}",
    ),
    Severity.HOLD,
)
def approval_lapsed(corpus: Corpus) -> Iterator[Finding]:
    """An approval covers exact words; a changed word may change what was agreed."""
    for entry, sign in needed_signs(corpus, Sign.LAPSED):
        yield found(
            sign.approval.key("digest") if sign.approval else entry.place("id"),
            approval_of(corpus, entry.record, sign),
            id=entry.record.id,
            party=unit_name(corpus, sign.party),
            unit=sign.party,
            given=_approval_moment(corpus, sign),
            reason=reason_of_lapse(corpus, entry.record.id, sign),
            key=corpus.once(key_option),
        )


def key_option(corpus: Corpus) -> Bilingual:
    """The extra option of the command, where approvals must be signed."""
    is_signed = required_level(corpus) is ApprovalLevel.SIGNED
    return Bilingual(" --sign KHÓA", " --sign KEY") if is_signed else Bilingual("", "")


def _approval_moment(corpus: Corpus, sign: PartySign) -> Bilingual:
    if sign.approval:
        at = moment(corpus, sign.approval.record.at)
        return Bilingual(f"lúc {at.vi}", f"given at {at.en}")
    return Bilingual(f"theo bản phát hành {sign.through}", f"through the edition {sign.through}")


@rule(
    "BT403",
    Bilingual(
        "{party} không phê duyệt {id} (lúc {at}){reason}.",
        "{party} rejected {id} (at {at}){reason}.",
    ),
    Bilingual(
        "sửa nội dung theo ý kiến đó rồi trình lại, hoặc mở một bản trao đổi (TD) để thống nhất.",
        "change the content and ask again, or open a consultation (TD) to agree on it.",
    ),
    Severity.HOLD,
)
def rejected(corpus: Corpus) -> Iterator[Finding]:
    """The rejection of one party is enough: the matter then goes to a consultation."""
    for entry, sign in needed_signs(corpus, Sign.REJECTED):
        if sign.approval:
            approval = sign.approval.record
            reason = f": {approval.reason.rstrip('.')}" if approval.reason else ""
            yield found(
                sign.approval.place("decision"),
                Wait(entry.record.unit, _TO_CHANGE, day_of(approval.at, corpus)),
                id=entry.record.id,
                party=unit_name(corpus, sign.party),
                at=moment(corpus, approval.at),
                reason=reason,
            )


@rule(
    "BT404",
    Bilingual("{what} không hợp lệ: {reason}.", "{what} is not valid: {reason}."),
    Bilingual("{mend}.", "{mend}."),
)
def signed_without_authority(corpus: Corpus) -> Iterator[Finding]:
    """Only a party binds itself, and only through an office that exists on that day."""
    for approval in approvals_to_judge(corpus):
        yield from _unauthorised_signs(corpus, Entry(approval.record, approval.path))
    for recall in corpus.recalls.values():
        yield from _unauthorised_signs(corpus, Entry(recall.record, recall.path))


def _unauthorised_signs(corpus: Corpus, entry: Entry[Approval | Recall]) -> Iterator[Finding]:
    signoff = entry.record
    what = _APPROVAL if isinstance(signoff, Approval) else _RECALL
    unit = corpus.registry.units.get(signoff.unit)
    on = day_of(signoff.at, corpus)
    day = in_words(on)
    if unit is None or not unit.valid.covers(on):
        return  # BT201 or BT204 says it
    if not was_party(corpus, unit.id, signoff.at):
        party_ids = ", ".join(corpus.registry.programme.parties_on(on))
        reason = Bilingual(
            f"{unit.called} không phải là một bên của chương trình vào ngày {day.vi}",
            f"{unit.called} is no party of the programme on {day.en}",
        )
        mend = _mend_of_stranger(corpus, signoff, on, party_ids)
        yield found(entry.place("unit"), what=what, reason=reason, mend=mend)
        return
    office = unit.office(signoff.office)
    if office and not office.valid.covers(on):
        office_ids = ", ".join(o.id for o in unit.offices if o.valid.covers(on)) or "…"
        reason = Bilingual(
            f"chức vụ {office.title} của {unit.called} không có hiệu lực vào ngày {day.vi}",
            f"the office “{office.title}” of {unit.called} is not valid on {day.en}",
        )
        mend = Bilingual(
            f"ký bằng chức vụ khác: {office_ids}", f"sign with another office: {office_ids}"
        )
        yield found(entry.place("office"), what=what, reason=reason, mend=mend)


def _mend_of_stranger(
    corpus: Corpus, signoff: Approval | Recall, on: date, party_ids: str
) -> Bilingual:
    """An approval by no party is deleted; what a recall stops must not come back with that."""
    if isinstance(signoff, Approval):
        return Bilingual(
            f"xóa tệp này; chỉ các bên mới ký được: {party_ids}",
            f"delete this file; only the parties sign: {party_ids}",
        )
    again = f'bulletin recall {signoff.record} --unit {corpus.parties[0]} … --reason "…"'
    days = f"{{unit: {signoff.unit}, until: {on}}}"
    return Bilingual(
        f"nội dung ấy vẫn đang bị dừng; khi đó còn là một bên thì ghi vào programme.yml: {days};"
        f" nếu không, một bên xóa tệp này rồi thu hồi lại ngay: {again}",
        f"what it recalls is still stopped; if it was a party then, write into programme.yml:"
        f" {days}; else a party deletes this file and at once recalls it again: {again}",
    )


_TO_CHANGE = Bilingual("sửa theo ý kiến không phê duyệt", "change what was rejected")
_APPROVAL = Bilingual("Lần phê duyệt này", "This approval")
_RECALL = Bilingual("Việc thu hồi này", "This recall")
