"""The terms that every release rests on: who the parties are, who decides, and who may sign how.

They come from the edition issued last and not from the working tree, so that nobody can change
them alone. A bulletin's digest covers the list of keys and the level, and whatever else it changes
in the terms; an edition with new terms needs every party of the old ones and of the new. A unit
without a key in the issued list may use the first keys listed for it, also when there is no issued
list at all. A withdrawal releases nothing and copies old content, so it changes no terms.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from generator.base.digest import Json
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.base.workspace import NAMESPACE, Sealed
from generator.model.edition.edition import Edition, Link, Redacted
from generator.model.edition.snapshot import covered_part
from generator.model.record.fields import as_json
from generator.model.registry import ssh
from generator.model.registry.registry import (
    ApprovalLevel,
    Party,
    Programme,
    Unit,
)
from generator.model.registry.signers import Key, read_signers
from generator.model.registry.signoff import Approval
from generator.model.registry.succession import in_place_of

Vouches = Callable[[Sealed], bool]
# Nothing of this programme is ever released by one unit alone.
FEWEST_PARTIES = 2
_MEMBERS = TypeAdapter(tuple[Party, ...])


class Terms(NamedTuple):
    """What the parties have agreed on: who they are and since when, who decides where they differ,
    the level that approvals need, the keys that may sign them, and the form of editions.

    `units` are those that the edition named.
    """

    members: tuple[Party, ...] = ()
    deciding_body: str = ""
    level: ApprovalLevel = ApprovalLevel.DECLARED
    keys: tuple[Key, ...] = ()
    form: int = 1
    units: Mapping[str, Unit] = MappingProxyType({})

    def keys_with(self, own: Iterable[Key]) -> tuple[Key, ...]:
        """The keys that may sign: those agreed on, and those of `own` for units that have none."""
        units = {key.unit for key in self.keys}
        return (*self.keys, *(key for key in own if key.unit not in units))

    def keys_of(self, unit: str) -> tuple[Key, ...]:
        """The keys of a unit that were agreed on, whether they sign now or not."""
        return tuple(key for key in self.keys if key.unit == unit)

    def then(self, link: Link) -> "Terms":
        """The terms after an edition has been issued, whether its content is still there or not."""
        return self if link.is_withdrawal else terms_in(link)

    def parties_on(self, day: date) -> tuple[str, ...]:
        """The units that are parties on that day, by their dates alone."""
        named = (str(member.unit) for member in self.members if member.covers(day))
        return tuple(dict.fromkeys(named))

    def living(self, parties: Iterable[str], day: date) -> tuple[str, ...]:
        """These parties, each that has ended replaced by its successor, if it has any."""
        acting = (in_place_of(self.units, party, day) for party in parties)
        return tuple(dict.fromkeys(unit for unit in acting if unit))

    @property
    def agreement(self) -> Json:
        """What a bulletin's digest covers when it changes the parties or the deciding body."""
        return {
            "parties": sorted((as_json(member) for member in self.members), key=str),
            "deciding_body": self.deciding_body,
        }

    def is_changed_by(self, later: "Terms") -> bool:
        """Whether the later terms have other parties or another deciding body."""
        return bool(self.members) and self.agreement != later.agreement


def stricter(*levels: ApprovalLevel) -> ApprovalLevel:
    """Signed, when one of these asks for signatures."""
    return ApprovalLevel.SIGNED if ApprovalLevel.SIGNED in levels else ApprovalLevel.DECLARED


def approvers(before: Terms, later: Terms, day: date) -> tuple[str, ...]:
    """The units that must approve an edition of that day: the parties, old and new.

    Where approvals are only declared, the later registry is believed about a party that has ended:
    units are merged overnight, and nobody could go on. Where they are signed, one unit could end
    another by a line in that file, which nobody signs: there only the agreed dates count.
    """
    old = before.parties_on(day)
    if stricter(before.level, later.level) is ApprovalLevel.DECLARED:
        old = later.living(old, day)
    return tuple(dict.fromkeys((*later.parties_on(day), *old)))


class Claim(NamedTuple):
    """A signature to be checked: the signed bytes, the unit, and when it was made."""

    message: bytes
    signature: str
    unit: str
    at: datetime


def terms_after(links: Iterable[Link], first: Terms) -> Terms:
    """The terms that the editions, oldest first, have established; `first` before all of them."""
    terms = first
    for link in links:
        terms = terms.then(link)
    return terms


def terms_in(link: Link) -> Terms:
    """The terms on which an edition was issued; they stay when its content is taken out."""
    return _kept_in(link) if isinstance(link, Redacted) else frozen_in(link)


def frozen_in(edition: Edition) -> Terms:
    """The terms that an edition froze."""
    programme = edition.registry["programme"]
    members = edition.registry.get("members", programme["parties"])
    return Terms(
        members=_MEMBERS.validate_python(members),
        deciding_body=str(programme.get("deciding_body", "")),
        level=ApprovalLevel.named(programme.get("approval", ApprovalLevel.DECLARED.value)),
        keys=frozen_keys(edition),
        form=edition.form,
        units=edition.names.units,
    )


def _kept_in(redacted: Redacted) -> Terms:
    kept = redacted.redaction.terms
    return Terms(
        members=_MEMBERS.validate_python(kept.get("members", kept.get("parties", ()))),
        deciding_body=str(kept.get("deciding_body", "")),
        level=ApprovalLevel.named(str(kept.get("approval", ApprovalLevel.DECLARED.value))),
        keys=read_signers(kept.get("signers", ()), UTC).keys,
        form=int(kept.get("form", 1)),
    )


def terms_of(programme: Programme, keys: Iterable[Key], units: Mapping[str, Unit]) -> Terms:
    """The terms that the working tree has."""
    return Terms(
        programme.members,
        str(programme.deciding_body),
        programme.approval,
        tuple(keys),
        units=units,
    )


def level_of(approval: Mapping[str, Any]) -> ApprovalLevel:
    """Whether a frozen approval was declared or signed."""
    return ApprovalLevel.SIGNED if "signature" in approval else ApprovalLevel.DECLARED


def frozen_keys(edition: Edition) -> tuple[Key, ...]:
    return read_signers(edition.registry.get("signers", ()), UTC).keys


def covered_by(edition: Edition) -> Json:
    """What the digest of an edition's bulletin covers besides its records."""
    own = frozen_in(edition)
    agreement = own.agreement if edition.changes_terms else None
    covered = {"agreement": agreement} if agreement else {}
    if edition.form == 1:
        lines = list(edition.registry.get("signers", ()))
        is_plain = not lines and own.level is ApprovalLevel.DECLARED
        signing = {} if is_plain else {"signing": {"approval": own.level.value, "signers": lines}}
        return {**covered, **signing}
    return {**covered, "registry": covered_part(edition.registry)}


def to_be_covered(before: Terms, later: Terms, frozen: Json) -> Json:
    """The same for a bulletin that is being prepared; `before` is what was agreed on last, and
    `frozen` the part of the registry that it will hold."""
    agreement = later.agreement if before.is_changed_by(later) else None
    covered = {"agreement": agreement} if agreement else {}
    return {**covered, "registry": covered_part(frozen)}


def declared_in(written: Mapping[str, Any]) -> Approval | None:
    """A frozen approval without its signature, as the party declared it; None if it is none."""
    try:
        return Approval.model_validate({k: v for k, v in written.items() if k != "signature"})
    except ValidationError:
        return None


def claim_in(written: Mapping[str, Any], declared: Approval) -> Claim:
    """The signature of a frozen approval. The signed file is rebuilt from the frozen values."""
    at = datetime.fromisoformat(written["at"])
    return Claim(declared.written(), str(written["signature"]), str(declared.unit), at)


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
