"""Taking the content of an edition out: what stays in its place, and who approved it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from generator.base.digest import Json, digest
from generator.model.edition.edition import Edition, Place, Redacted
from generator.model.record.fields import as_json
from generator.model.record.reference import IssuedRef, RecordRef
from generator.model.record.scalars import DEFAULT_ZONE
from generator.model.registry.signoff import Acting, Redaction


def redacted_body(
    edition: Edition, redaction: Redaction, approvals: Iterable[Json], done: datetime
) -> dict[str, Any]:
    """The JSON that takes the place of an edition, `done` now; its digest stays, its words go.

    `approvals` are in the form of those in an edition, with their signatures.
    """
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
            "approvals": list(approvals),
        },
    }


def _terms(edition: Edition) -> Json:
    """On which terms an edition was issued, and for whom: they stay when its content goes."""
    programme = edition.registry["programme"]
    return {
        "issued_at": edition.issued_at.isoformat(timespec="seconds"),
        "parties": list(edition.parties),
        "members": edition.registry.get("members", list(edition.parties)),
        "deciding_body": str(programme["deciding_body"]),
        "approval": str(programme.get("approval", "declared")),
        "signers": list(edition.registry.get("signers", ())),
        "timezone": str(programme.get("timezone", DEFAULT_ZONE)),
        "circulation": str(edition.plan.get("circulation", "")),
        "mode": str(edition.plan.get("mode", "")),
        **({"form": edition.form} if edition.form > 1 else {}),
        **({"withdrawal": True} if edition.is_withdrawal else {}),
    }


def is_redaction_of(redacted: Redacted, edition: Edition) -> bool:
    """Whether a redacted form tells place, records and terms as the edition had them."""
    note = redacted.redaction
    is_there = all(getattr(redacted, key) == getattr(edition, key) for key in Place.model_fields)
    return (
        is_there
        and note.records == tuple(sorted(edition.records))
        and (note.terms == _terms(edition))
    )


def request_in(redacted: Redacted) -> Redaction:
    """The request that its parties approved, as it stays in the place of the edition."""
    note = redacted.redaction
    return Redaction(
        edition=IssuedRef(redacted.name),
        digest=redacted.digest,
        at=note.at,
        reason=note.reason,
        records=tuple(map(RecordRef, note.records)),
        terms=digest(note.terms),
        acting=note.acting,
    )


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
