"""Signing an approval with a key: the signature is checked before any file is written."""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path

from generator.base.diagnostics import Refused
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.cli.session.session import Session
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.state import required_level
from generator.model.edition.terms import Claim, flaw_of
from generator.model.registry import ssh
from generator.model.registry.registry import ApprovalLevel
from generator.model.registry.signers import SIGNERS, Key, differences
from generator.model.registry.signoff import Approval
from generator.notary import sign
from generator.rules.agreement.changed_terms import agreement_text
from generator.rules.agreement.key_ends import NO_KEY_LEFT


def signature_of(session: Session, corpus: Corpus, approval: Approval, key: Path) -> bytes:
    """The signature over an approval; raises Refused when it would not count."""
    signature = sign(key, approval.written())
    trusted = corpus.keys_for(approval.record, corpus.signers)
    claim = Claim(approval.written(), signature.decode("ascii"), str(approval.unit), approval.at)
    flaw = flaw_of(claim, trusted, session.workspace.vouches)
    head = ssh.read_signature(claim.signature)
    if flaw and head:
        mend = _mend(corpus, Key(claim.unit, head.key))
        raise Refused(f"Chưa ký được: {flaw.vi}. {mend.vi}", f"Not signed: {flaw.en}. {mend.en}")
    return signature


def _mend(corpus: Corpus, key: Key) -> Bilingual:
    """What to do so that a signature of the unit counts."""
    agreed = corpus.agreed.keys_of(key.unit)
    signing = [other for other in agreed if other.covers(corpus.now)]
    if agreed and not signing:
        return _when_none_signs(corpus, agreed)
    is_listed = any((own.unit, own.blob) == (key.unit, key.blob) for own in corpus.signers)
    old = ", ".join(ssh.fingerprint(other.blob) for other in signing)
    if is_listed and not agreed:
        return Bilingual(
            f"Sửa ngày của khóa trong {SIGNERS}, hoặc ký bằng khóa khác của đơn vị.",
            f"Change the dates of the key in {SIGNERS}, or sign with another key of the unit.",
        )
    if any(other.blob == key.blob for other in agreed):
        return Bilingual(
            f"Ký bằng khóa khác của đơn vị: {old}.", f"Sign with another key of the unit: {old}."
        )
    if is_listed:
        return Bilingual(
            f"Khóa đã được ghi vào {SIGNERS}, nhưng danh sách mới chỉ có hiệu lực sau khi một bản"
            " tin mang nó được mọi bên phê duyệt và phát hành. Lần này hãy ký bằng khóa cũ:"
            f" {old}.",
            f"The key stands in {SIGNERS}, but the new list counts only once a bulletin that"
            " carries it is approved by every party and issued. This time, sign with an old key:"
            f" {old}.",
        )
    later = _LATER if agreed else Bilingual("", "")
    return Bilingual(
        f"Thêm dòng này vào {SIGNERS}:\n{key.line()}{later.vi}",
        f"Add this line to {SIGNERS}:\n{key.line()}{later.en}",
    )


def _when_none_signs(corpus: Corpus, agreed: Iterable[Key]) -> Bilingual:
    """What is left when no key of a unit that was agreed on signs at present."""
    if required_level(corpus) is ApprovalLevel.DECLARED:
        return Bilingual(
            "Chương trình không đòi ký số: lần này phê duyệt không có --sign.",
            "The programme asks for no signatures: this time, approve without --sign.",
        )
    coming = [(key.after, key) for key in agreed if key.after and key.after > corpus.now]
    if not coming:
        return Bilingual(
            f"Mọi khóa của đơn vị đã hết hạn: {NO_KEY_LEFT.vi}.",
            f"Every key of the unit has expired: {NO_KEY_LEFT.en}.",
        )
    after, first = min(coming, key=itemgetter(0))
    since, name = in_words(after.astimezone(corpus.now.tzinfo)), ssh.fingerprint(first.blob)
    return Bilingual(
        f"Đơn vị ký được từ {since.vi}, bằng khóa {name}.",
        f"The unit can sign from {since.en} on, with the key {name}.",
    )


def changed_terms(corpus: Corpus) -> Iterator[Bilingual]:
    """Lines on changes of the parties, the deciding body, the level and the signers, if any."""
    agreed, terms = corpus.agreed, corpus.terms
    if agreed.is_changed_by(terms):
        before, after = agreement_text(corpus, agreed), agreement_text(corpus, terms)
        yield Bilingual(
            f"Thỏa thuận thay đổi: {before.vi} → {after.vi}",
            f"The agreement changes: {before.en} → {after.en}",
        )
    if agreed.level is ApprovalLevel.SIGNED and terms.level is not agreed.level:
        yield Bilingual(
            f"Mức phê duyệt thay đổi: {agreed.level.label.vi} → {terms.level.label.vi}",
            f"The level of approval changes: {agreed.level.label.en} → {terms.level.label.en}",
        )
    changes = list(differences(agreed.keys, corpus.signers))
    if changes:
        yield Bilingual("Danh sách khóa ký thay đổi:", "The list of signers changes:")
    for sign_of_change, key in changes:
        text = _key_text(corpus, key)
        yield Bilingual(f"  {sign_of_change} {text.vi}", f"  {sign_of_change} {text.en}")


def _key_text(corpus: Corpus, key: Key) -> Bilingual:
    """A key for the person who approves it: its unit, fingerprint and validity."""
    unit = corpus.registry.units.get(key.unit)
    name = f"{unit.called if unit else key.unit}: {ssh.fingerprint(key.blob)}"
    zone = corpus.registry.programme.zone
    open_end = Bilingual("…", "…")
    after, before = (
        in_words(moment.astimezone(zone)) if moment else open_end
        for moment in (key.after, key.before)
    )
    if after == before:
        return Bilingual(name, name)
    return Bilingual(f"{name} ({after.vi} – {before.vi})", f"{name} ({after.en} – {before.en})")


def needs_signature(corpus: Corpus) -> Bilingual | None:
    """The warning that a declared approval does not count; None when it counts."""
    if required_level(corpus) is ApprovalLevel.DECLARED:
        return None
    return Bilingual(
        "Chương trình yêu cầu ký số: phê duyệt này chỉ được tính khi ký thêm bằng --sign KHÓA.",
        "The programme asks for signatures: this approval counts only once signed with --sign KEY.",
    )


_LATER = Bilingual(
    "\nDanh sách mới có hiệu lực sau khi một bản tin mang nó được mọi bên phê duyệt và phát hành.",
    "\nThe new list counts once a bulletin that carries it is approved by every party and issued.",
)
