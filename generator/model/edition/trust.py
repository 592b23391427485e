"""How approvals are checked: the level that is required, and the keys that may sign.

Both come from the edition issued last and not from the working tree, so that nobody can change
them alone: a bulletin's digest covers them (`terms`), and a changed list counts only after every
party has approved a bulletin that carries it. A unit without a key in the issued list may use the
first keys listed for it, also when there is no issued list at all. A withdrawal releases nothing
and copies old content, so it changes no trust.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from generator.base.digest import Json
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.base.workspace import NAMESPACE, Sealed
from generator.model.edition.edition import Edition, Link, Redacted
from generator.model.registry import ssh
from generator.model.registry.registry import ApprovalLevel, Programme
from generator.model.registry.signers import Key, canonical_lines, read_signers

Vouches = Callable[[Sealed], bool]


class Trust(NamedTuple):
    """The level that approvals need, and the keys that may sign them."""

    level: ApprovalLevel = ApprovalLevel.DECLARED
    keys: tuple[Key, ...] = ()

    def keys_with(self, own: Iterable[Key]) -> tuple[Key, ...]:
        """The keys that may sign: the trusted ones, and those of `own` for units that have none."""
        units = {key.unit for key in self.keys}
        return (*self.keys, *(key for key in own if key.unit not in units))

    def then(self, edition: Link) -> "Trust":
        """The trust after an edition has been issued; a redacted one keeps its terms."""
        if isinstance(edition, Redacted):
            terms = edition.redaction.terms
            level = str(terms.get("approval", ApprovalLevel.DECLARED.value))
            signers = read_signers(terms.get("signers", ()), UTC)
            return Trust(ApprovalLevel.named(level), signers.keys)
        return self if edition.is_withdrawal else trusted_by(edition)


class Claim(NamedTuple):
    """A signature to be checked: the signed bytes, the unit, and when it was made."""

    message: bytes
    signature: str
    unit: str
    at: datetime


def trust_after(editions: Iterable[Link]) -> Trust:
    """The trust that the editions, oldest first, have established."""
    trust = Trust()
    for edition in editions:
        trust = trust.then(edition)
    return trust


def trusted_by(edition: Edition) -> Trust:
    """The level and the keys that an edition froze."""
    level = edition.registry["programme"].get("approval", ApprovalLevel.DECLARED.value)
    return Trust(ApprovalLevel.named(level), frozen_keys(edition))


def level_of(approval: Mapping[str, Any]) -> ApprovalLevel:
    """Whether a frozen approval was declared or signed."""
    return ApprovalLevel.SIGNED if "signature" in approval else ApprovalLevel.DECLARED


def frozen_keys(edition: Edition) -> tuple[Key, ...]:
    return read_signers(edition.registry.get("signers", ()), UTC).keys


def terms(programme: Mapping[str, Any], signers: Iterable[str]) -> Json:
    """What a bulletin's digest covers besides its records; empty when nothing is signed."""
    listed = list(signers)
    level = programme.get("approval", ApprovalLevel.DECLARED.value)
    if not listed and level == ApprovalLevel.DECLARED.value:
        return {}
    return {"signing": {"approval": level, "signers": listed}}


def terms_of(programme: Programme, keys: Iterable[Key]) -> Json:
    """As `terms`, for a programme and keys that are not frozen yet."""
    return terms({"approval": programme.approval.value}, canonical_lines(keys))


def flaw_of(claim: Claim, keys: Iterable[Key], vouches: Vouches) -> Bilingual | None:
    """Why a signature does not count, or None when it does.

    Form, use, key and time are checked here; ssh-keygen checks the signature itself.
    """
    head = ssh.read_signature(claim.signature)
    if head is None:
        return _NO_FORM
    if head.namespace != NAMESPACE:
        return _for_other_use(head.namespace)
    key = _right_key(head.key, claim, keys)
    if not isinstance(key, Key):
        return key
    signature = claim.signature.encode()
    sealed = Sealed(claim.message, signature, claim.unit, key.line(mark=""), claim.at)
    return None if vouches(sealed) else _OTHER_CONTENT


def _right_key(blob: bytes, claim: Claim, keys: Iterable[Key]) -> Key | Bilingual:
    """The unit's own key that made a signature, or why there is none."""
    name = ssh.fingerprint(blob)
    listed = [key for key in keys if key.blob == blob]
    own = [key for key in listed if key.unit == claim.unit]
    if not listed:
        return Bilingual(
            f"khóa {name} không có trong danh sách khóa ký đang có hiệu lực",
            f"the key {name} is not in the list of signers in force",
        )
    if not own:
        other = listed[0].unit
        return Bilingual(
            f"khóa {name} là của {other}, không phải của {claim.unit}",
            f"the key {name} belongs to {other}, not to {claim.unit}",
        )
    return next((key for key in own if key.covers(claim.at)), None) or _out_of_time(own[0], claim)


def _out_of_time(key: Key, claim: Claim) -> Bilingual:
    name, at = ssh.fingerprint(key.blob), in_words(claim.at)
    if key.before is not None and key.before < claim.at:
        until = in_words(key.before.astimezone(claim.at.tzinfo))
        return Bilingual(
            f"khóa {name} hết hạn lúc {until.vi}, trước lúc phê duyệt ({at.vi})",
            f"the key {name} expired at {until.en}, before the approval was given ({at.en})",
        )
    return Bilingual(
        f"khóa {name} chưa có hiệu lực lúc phê duyệt ({at.vi})",
        f"the key {name} was not valid yet when the approval was given ({at.en})",
    )


def _for_other_use(namespace: str) -> Bilingual:
    short_name = namespace[:40]
    return Bilingual(
        f"chữ ký làm cho việc khác (“{short_name}”), không phải cho bản tin (“{NAMESPACE}”)",
        f"it was made for another use (“{short_name}”), not for “{NAMESPACE}”",
    )


_NO_FORM = Bilingual(
    "tệp chữ ký trống hoặc không đúng dạng", "the signature file is empty or not in its form"
)
_OTHER_CONTENT = Bilingual(
    "chữ ký không khớp với phê duyệt này; tệp phê duyệt đã đổi sau khi ký, hoặc chữ ký là của tệp"
    " khác",
    "it does not fit this approval; the file changed after signing, or it belongs to another file",
)
