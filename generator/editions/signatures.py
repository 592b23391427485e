"""Signatures of issued editions: each is checked against the list of signers frozen before it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from pydantic import ValidationError

from generator.base.diagnostics import Diagnostic, PhaseOutcome
from generator.base.text import Bilingual
from generator.editions.problems import altered
from generator.model.corpus.edition_digests import frozen_digest
from generator.model.edition.edition import Edition, Link, Redacted
from generator.model.edition.trust import Claim, Trust, Vouches, flaw_of, frozen_keys, trusted_by
from generator.model.registry.registry import ApprovalLevel
from generator.model.registry.signoff import Approval, Verdict


class _SignedEdition(NamedTuple):
    """An edition, and the trust and the tool that its signatures are checked with."""

    edition: Edition
    trust: Trust
    vouches: Vouches


def verify_signatures(
    chain: tuple[Link, ...], vouches: Vouches
) -> PhaseOutcome[tuple[Edition, ...]]:
    """The editions whose signatures hold, oldest first, and the problems of the others.

    An edition whose signatures do not hold changes no trust: later editions cannot rest on it.
    """
    sound: list[Edition] = []
    problems: list[Diagnostic] = []
    trust, versions = Trust(), dict[str, Edition]()
    for edition in chain:
        if isinstance(edition, Redacted):
            versions.pop(edition.bulletin, None)
            trust = trust.then(edition)
            continue
        edition_problems = list(
            _problems(_SignedEdition(edition, trust, vouches), versions.get(edition.bulletin))
        )
        problems += edition_problems
        if not edition_problems:
            sound.append(edition)
            versions[edition.bulletin] = edition
            trust = trust.then(edition)
    return PhaseOutcome(tuple(sound), tuple(problems))


def signature_count(editions: tuple[Edition, ...]) -> int:
    return sum("signature" in approval for edition in editions for approval in edition.approvals)


def _problems(signed_edition: _SignedEdition, before: Edition | None) -> Iterator[Diagnostic]:
    edition = signed_edition.edition
    if edition.is_withdrawal:
        if before is not None and edition.approvals != before.approvals:
            yield altered(
                edition,
                "bản thu hồi không giữ đúng các phê duyệt của bản trước",
                "the withdrawal does not carry the approvals of the version before",
            )
        return
    signed = [approval for approval in edition.approvals if "signature" in approval]
    for approval in signed:
        yield from _signature_problems(signed_edition, approval)
    if _required_level(signed_edition) is ApprovalLevel.SIGNED:
        yield from _missing_signatures(edition, signed)


def _required_level(signed_edition: _SignedEdition) -> ApprovalLevel:
    """Signed when the edition's own programme or the edition before it asks for signatures."""
    levels = (signed_edition.trust.level, trusted_by(signed_edition.edition).level)
    return ApprovalLevel.SIGNED if ApprovalLevel.SIGNED in levels else ApprovalLevel.DECLARED


def _signature_problems(
    signed_edition: _SignedEdition, approval: Mapping[str, Any]
) -> Iterator[Diagnostic]:
    who = f"{approval.get('unit')} ({approval.get('record')})"
    flaw = _flaw(signed_edition, approval)
    if flaw:
        yield altered(
            signed_edition.edition,
            f"chữ ký của {who} không đúng: {flaw.vi}",
            f"the signature of {who} does not hold: {flaw.en}",
        )


def _flaw(signed_edition: _SignedEdition, approval: Mapping[str, Any]) -> Bilingual | None:
    """Why a signature does not count. The signed file is rebuilt from the frozen values."""
    edition = signed_edition.edition
    values = {key: value for key, value in approval.items() if key != "signature"}
    try:
        declared = Approval.model_validate(values)
    except ValidationError:
        return _NO_APPROVAL
    if frozen_digest(edition, declared.record) != declared.digest:
        return _OTHER_CONTENT
    at = datetime.fromisoformat(approval["at"])
    claim = Claim(declared.written(), str(approval["signature"]), str(declared.unit), at)
    return flaw_of(
        claim, signed_edition.trust.keys_with(frozen_keys(edition)), signed_edition.vouches
    )


def _missing_signatures(edition: Edition, signed: list[dict[str, Any]]) -> Iterator[Diagnostic]:
    approving = {
        approval["unit"]
        for approval in signed
        if approval["record"] == edition.bulletin and approval["decision"] == Verdict.APPROVE
    }
    missing = sorted(set(edition.registry["programme"]["parties"]) - approving)
    if missing:
        names = ", ".join(missing)
        yield altered(edition, f"thiếu chữ ký của {names}", f"{names} did not sign")


_NO_APPROVAL = Bilingual("không phải là một phê duyệt", "it is no approval")
_OTHER_CONTENT = Bilingual("phê duyệt cho nội dung khác", "it approves other content")
