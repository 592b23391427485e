"""Signatures of issued editions: each is held against the list of signers frozen before it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from pydantic import ValidationError

from generator.base.diagnostics import Diagnostic, PhaseOutcome
from generator.base.text import Bilingual
from generator.editions.problems import altered
from generator.model.corpus.edition_digests import frozen_digest
from generator.model.edition.edition import Edition
from generator.model.edition.trust import Claim, Trust, Vouches, flaw_of, frozen_keys, trusted_by
from generator.model.registry.registry import ApprovalLevel
from generator.model.registry.signoff import Approval, Verdict


class _SignedEdition(NamedTuple):
    """An edition and what its approvals are held against."""

    edition: Edition
    trust: Trust
    vouches: Vouches


def signed_truly(
    editions: tuple[Edition, ...], vouches: Vouches
) -> PhaseOutcome[tuple[Edition, ...]]:
    """The editions whose signatures hold, oldest first, and what is wrong with the others.

    An edition that does not hold changes no trust, so that nothing can be built upon it.
    """
    true: list[Edition] = []
    problems: list[Diagnostic] = []
    trust, versions = Trust(), dict[str, Edition]()
    for edition in editions:
        wrong = list(
            _problems(_SignedEdition(edition, trust, vouches), versions.get(edition.bulletin))
        )
        problems += wrong
        if not wrong:
            true.append(edition)
            versions[edition.bulletin] = edition
            trust = trust.then(edition)
    return PhaseOutcome(tuple(true), tuple(problems))


def signature_count(editions: tuple[Edition, ...]) -> int:
    return sum("signature" in one for edition in editions for one in edition.approvals)


def _problems(held: _SignedEdition, before: Edition | None) -> Iterator[Diagnostic]:
    edition = held.edition
    if edition.is_withdrawal:
        if before is None or edition.approvals != before.approvals:
            yield altered(
                edition,
                "bản thu hồi không giữ đúng các phê duyệt của bản trước",
                "the withdrawal does not carry the approvals of the version before",
            )
        return
    signed = [one for one in edition.approvals if "signature" in one]
    for approval in signed:
        yield from _signature_problems(held, approval)
    if _required(held) is ApprovalLevel.SIGNED:
        yield from _missing(edition, signed)


def _required(held: _SignedEdition) -> ApprovalLevel:
    """Signed when the edition's own programme asks for it, or the edition before it did."""
    levels = (held.trust.level, trusted_by(held.edition).level)
    return ApprovalLevel.SIGNED if ApprovalLevel.SIGNED in levels else ApprovalLevel.DECLARED


def _signature_problems(held: _SignedEdition, approval: Mapping[str, Any]) -> Iterator[Diagnostic]:
    who = f"{approval.get('unit')} ({approval.get('record')})"
    flaw = _flaw(held, approval)
    if flaw:
        yield altered(
            held.edition,
            f"chữ ký của {who} không đúng: {flaw.vi}",
            f"the signature of {who} does not hold: {flaw.en}",
        )


def _flaw(held: _SignedEdition, approval: Mapping[str, Any]) -> Bilingual | None:
    """The signature is over the file that stood there, which is rebuilt from what was frozen."""
    edition = held.edition
    values = {key: value for key, value in approval.items() if key != "signature"}
    try:
        given = Approval.model_validate(values)
    except ValidationError:
        return _NO_APPROVAL
    if frozen_digest(edition, given.record) != given.digest:
        return _OTHER_CONTENT
    at = datetime.fromisoformat(approval["at"])
    claim = Claim(given.written(), str(approval["signature"]), str(given.unit), at)
    return flaw_of(claim, held.trust.keys_with(frozen_keys(edition)), held.vouches)


def _missing(edition: Edition, signed: list[dict[str, Any]]) -> Iterator[Diagnostic]:
    own = {
        one["unit"]
        for one in signed
        if one["record"] == edition.bulletin and one["decision"] == Verdict.APPROVE
    }
    missing = sorted(set(edition.registry["programme"]["parties"]) - own)
    if missing:
        names = ", ".join(missing)
        yield altered(edition, f"thiếu chữ ký của {names}", f"{names} did not sign")


_NO_APPROVAL = Bilingual("không phải là một phê duyệt", "it is no approval")
_OTHER_CONTENT = Bilingual("phê duyệt cho nội dung khác", "it approves other content")
