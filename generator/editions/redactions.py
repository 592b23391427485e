"""Whether every party took the content of an edition out, as the terms of the chain demand."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from zoneinfo import ZoneInfo

from generator.base.digest import Json
from generator.base.text import Bilingual
from generator.model.edition.edition import KeptTerms, Redacted
from generator.model.edition.redaction import request_in
from generator.model.edition.terms import (
    FEWEST_PARTIES,
    Terms,
    Vouches,
    claim_in,
    declared_in,
    flaw_of,
    terms_in,
)
from generator.model.record.scalars import DEFAULT_ZONE
from generator.model.registry.registry import ApprovalLevel
from generator.model.registry.signoff import Approval, Verdict


class Takeout(NamedTuple):
    """A redaction, the terms before the edition, and those of the day on which its content went.

    Neither of the two is what the redacted file says itself.
    """

    link: Redacted
    before: Terms
    when_done: Terms
    vouches: Vouches

    @property
    def level(self) -> ApprovalLevel:
        """What the terms ask for; those of the edition itself where there are no others."""
        known = self.when_done if self.when_done.members else terms_in(self.link)
        return known.level


def redaction_flaws(takeout: Takeout) -> Iterator[Bilingual]:
    """Why the content may not be out: approvals that are missing or do not hold."""
    wanted, approving = request_in(takeout.link).own_digest, set[str]()
    yield from flaws_of_repetition(takeout.link.redaction.approvals)
    for written in takeout.link.redaction.approvals:
        approval = declared_in(written)
        if approval is None or not _is_for(approval, wanted, takeout.link):
            yield _STRAY
            continue
        flaw = _flaw_of_signature(takeout, written, approval) if "signature" in written else None
        if flaw:
            yield Bilingual(
                f"chữ ký của {approval.unit} cho việc gỡ nội dung không đúng: {flaw.vi}",
                f"the signature of {approval.unit} under its redaction does not hold: {flaw.en}",
            )
        elif takeout.level is ApprovalLevel.DECLARED or "signature" in written:
            approving.add(str(approval.unit))
    note = takeout.link.redaction
    issued = KeptTerms.model_validate(note.terms).issued_at or takeout.link.issued_at
    if not issued == takeout.link.issued_at <= note.at <= note.done:
        yield _DISORDER
    missing = sorted(_approvers(takeout) - approving)
    if missing or len(approving) < FEWEST_PARTIES:
        names = ", ".join(missing) or "mọi bên"
        yield (_unsigned if takeout.level is ApprovalLevel.SIGNED else _unapproved)(names)


def flaws_of_repetition(approvals: Iterable[Json]) -> Iterator[Bilingual]:
    """A unit approves a record once: of two, readers would see the one, and the other count."""
    given = Counter(f"{written.get('unit')} ({written.get('record')})" for written in approvals)
    for who, count in given.items():
        if count > 1:
            yield Bilingual(f"phê duyệt của {who} ghi {count} lần", f"{who} approved {count} times")


def _is_for(approval: Approval, wanted: str, link: Redacted) -> bool:
    is_given = approval.decision is Verdict.APPROVE and approval.at <= link.redaction.done
    return is_given and approval.digest == wanted and approval.record == link.name


def _approvers(takeout: Takeout) -> frozenset[str]:
    """The parties of then and of the day on which the content went, or who acts for them.

    Who acts is what the request says. Where approvals are signed it could say that of any party,
    so that nobody acts for one that the terms still have on that day.
    """
    note = takeout.link.redaction
    zone = ZoneInfo(str(note.terms.get("timezone", DEFAULT_ZONE)))
    then, done = (at.astimezone(zone).date() for at in (takeout.link.issued_at, note.done))
    present = takeout.when_done.parties_on(done)
    past = (*map(str, note.terms["parties"]), *takeout.before.parties_on(then))
    asked = request_in(takeout.link)
    if takeout.level is ApprovalLevel.SIGNED:
        ended = [party for party in past if party not in present]
        return frozenset((*present, *asked.approvers(ended)))
    return frozenset(asked.approvers((*present, *past)))


def _flaw_of_signature(takeout: Takeout, written: Json, approval: Approval) -> Bilingual | None:
    own = terms_in(takeout.link).keys
    keys = (*takeout.when_done.keys_with(own), *takeout.before.keys)
    return flaw_of(claim_in(written, approval), keys, takeout.vouches)


_STRAY = Bilingual(
    "có phê duyệt không phải cho việc gỡ này", "it holds an approval that is not of this redaction"
)
_DISORDER = Bilingual(
    "lúc phát hành, lúc đề nghị gỡ và lúc gỡ không theo thứ tự",
    "it was issued, asked for and taken out in no possible order",
)


def _unapproved(names: str) -> Bilingual:
    return Bilingual(
        f"nội dung bị gỡ mà chưa có phê duyệt của {names}",
        f"its content was taken out without the approval of {names}",
    )


def _unsigned(names: str) -> Bilingual:
    return Bilingual(
        f"nội dung bị gỡ mà thiếu chữ ký của {names}",
        f"its content was taken out without the signature of {names}",
    )
