"""Taking the content of an edition out: what stays in its place, and who approved it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from generator.base.digest import Json, digest
from generator.model.edition.edition import Edition, Redacted
from generator.model.edition.terms import FEWEST_PARTIES
from generator.model.record.fields import as_json
from generator.model.record.reference import IssuedRef, RecordRef
from generator.model.record.scalars import DEFAULT_ZONE
from generator.model.registry.signoff import Acting, Approval, Redaction, Verdict


def redacted_body(
    edition: Edition, redaction: Redaction, approvals: Iterable[Approval], done: datetime
) -> dict[str, Any]:
    """The JSON that takes the place of an edition, `done` now; its digest stays, its words go."""
    return {
        "form": "redacted",
        "bulletin": edition.bulletin,
        "version": edition.version,
        "issued_at": edition.issued_at.isoformat(timespec="seconds"),
        "previous": as_json(edition.previous) if edition.previous else None,
        "digest": edition.digest,
        "redaction": {
            "at": redaction.at.isoformat(timespec="seconds"),
            "done": done.isoformat(timespec="seconds"),
            "reason": redaction.reason,
            "records": list(redaction.records),
            "terms": _terms(edition),
            **({"acting": [as_json(one) for one in redaction.acting]} if redaction.acting else {}),
            "approvals": [as_json(approval) for approval in approvals],
        },
    }


def _terms(edition: Edition) -> Json:
    """On which terms an edition was issued, and for whom: they stay when its content goes."""
    programme = edition.registry["programme"]
    return {
        "parties": list(edition.parties),
        "members": edition.registry.get("members", list(edition.parties)),
        "deciding_body": str(programme["deciding_body"]),
        "approval": str(programme.get("approval", "declared")),
        "signers": list(edition.registry.get("signers", ())),
        "timezone": str(programme.get("timezone", DEFAULT_ZONE)),
        "circulation": str(edition.plan.get("circulation", "")),
        "mode": str(edition.plan.get("mode", "")),
    }


def unapproved(redacted: Redacted, others: Iterable[str] = ()) -> tuple[str, ...]:
    """The parties of the edition, and these, whose approval of the redaction is missing, sorted."""
    note = redacted.redaction
    asked = Redaction(
        edition=IssuedRef(redacted.name),
        digest=redacted.digest,
        at=note.at,
        reason=note.reason,
        records=tuple(map(RecordRef, note.records)),
        terms=digest(note.terms),
        acting=note.acting,
    )
    wanted = asked.own_digest
    approving = {str(a.unit) for a in map(_approval, note.approvals) if a and _holds(a, wanted)}
    parties = (*map(str, note.terms.get("parties", ())), *others)
    missing = sorted(set(asked.approvers(parties)) - approving)
    return tuple(missing) if missing or len(approving) >= FEWEST_PARTIES else ("mọi bên",)


def _holds(approval: Approval, wanted: str) -> bool:
    return approval.digest == wanted and approval.decision is Verdict.APPROVE


def _approval(written: dict[str, Any]) -> Approval | None:
    try:
        return Approval.model_validate(written)
    except ValidationError:
        return None


def asked_of(edition: Edition, at: object, reason: str, acting: Iterable[Acting] = ()) -> Redaction:
    """The file that asks every party to approve that an edition's content goes."""
    return Redaction.model_validate(
        {
            "edition": edition.name,
            "digest": edition.digest,
            "at": at,
            "reason": reason,
            "records": sorted(edition.records),
            "terms": digest(_terms(edition)),
            "acting": tuple(acting),
        }
    )


def request_flaw(edition: Edition, asked: Redaction) -> str | None:
    """The key of a request, written by hand or for another edition, that is not the edition's."""
    right = asked_of(edition, asked.at, asked.reason)
    keys = ("edition", "digest", "records", "terms")
    return next((key for key in keys if getattr(asked, key) != getattr(right, key)), None)
