"""Why an edition was not agreed on, as the terms before it demand: its terms, approvals, words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple
from unicodedata import category

from generator.base.diagnostics import Diagnostic
from generator.base.digest import Json
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.editions.problems import altered, not_agreed
from generator.editions.redactions import flaws_of_repetition
from generator.model.corpus.edition_digests import covered_records, frozen_digest
from generator.model.corpus.standing import begins
from generator.model.edition.edition import REPEATED, Edition, Link, Redacted, Relation
from generator.model.edition.snapshot import with_end
from generator.model.edition.terms import (
    FEWEST_PARTIES,
    Terms,
    Vouches,
    approvers,
    claim_in,
    declared_in,
    flaw_of,
    stricter,
)
from generator.model.registry.registry import ApprovalLevel
from generator.model.registry.signoff import Approval, Verdict

# By section of the registry and id, the entry as frozen last.
Known = Mapping[str, Mapping[str, Json]]


class Case(NamedTuple):
    """An edition with its own terms and those before it, the version before it, its place also if
    its content went, what was taken out, the entries of registries before it, and what checks
    signatures."""

    edition: Edition
    own: Terms
    before: Terms
    place: Link | None
    taken: tuple[Redacted, ...]
    known: Known
    vouches: Vouches

    @property
    def last(self) -> Edition | None:
        return self.place if isinstance(self.place, Edition) else None

    @property
    def approvers(self) -> tuple[str, ...]:
        return approvers(self.before, self.own, self.edition.day)

    @property
    def level(self) -> ApprovalLevel:
        """Signed when the edition's own programme or the edition before it asks for signatures."""
        return stricter(self.before.level, self.own.level)


def problems_of(case: Case) -> Iterator[Diagnostic]:
    """Everything that speaks against an edition, by itself and by what was before it."""
    if case.edition.is_withdrawal:
        reasons = tuple(_flaws_of_withdrawal(case))
    else:
        reasons = (
            *_flaws_of_records(case.edition),
            *_flaws_of_terms(case),
            *_flaws_of_succession(case),
            *_flaws_of_approvals(case),
        )
        yield from _signature_problems(case)
    for reason in (*_flaws_of_relation(case.edition), *reasons):
        yield not_agreed(case.edition, reason)


def _flaws_of_withdrawal(case: Case) -> Iterator[Bilingual]:
    """A withdrawal takes one party; it repeats what it withdraws, and adds no word."""
    edition, last, by = case.edition, case.last, case.edition.withdrawn_by
    if last is None or any(getattr(edition, key) != getattr(last, key) for key in REPEATED):
        yield _NOT_REPEATED
    if edition.changes_terms:
        yield _UNTOLD
    if by is None:
        yield _NOBODY
    elif str(by.unit) not in case.before.parties_on(edition.day):
        yield Bilingual(f"{by.unit} không phải là một bên", f"{by.unit} is no party")


def _flaws_of_relation(edition: Edition) -> Iterator[Bilingual]:
    """The first version is new; each later one says what it is to the one before, and why."""
    if (edition.version == 1) != (edition.relation is Relation.NEW):
        yield Bilingual(
            f"là bản thứ {edition.version} mà ghi “{edition.relation.label.vi}”",
            f"it is version {edition.version} and says “{edition.relation.label.en}”",
        )
    if (edition.version > 1) != bool((edition.change_note or "").strip()):
        yield _NO_NOTE if edition.version > 1 else _NOTE
    if any(category(one) == "Cc" and one != "\n" for one in (edition.change_note or "")):
        yield _UNPRINTABLE
    if edition.withdrawn_by and not edition.is_withdrawal:
        yield _NOT_WITHDRAWN


def _flaws_of_succession(case: Case) -> Iterator[Bilingual]:
    """What no approval covers may say of known units and areas only that they ended, and what
    follows them."""
    for section, entries in case.edition.succession.items():
        known, own = case.known.get(section, {}), case.edition.registry.get(section, ())
        named = {entry["id"] for entry in own}
        for entry in entries:
            before = known.get(entry["id"])
            if before is None or entry["id"] in named or with_end(before, entry) != entry:
                yield Bilingual(
                    f"{entry['id']} khác với các bản trước mà phê duyệt không bao gồm",
                    f"{entry['id']} differs from earlier editions, and no approval covers it",
                )


def _flaws_of_records(edition: Edition) -> Iterator[Bilingual]:
    """An edition holds what its plan rests on, and nothing else: only that is approved."""
    strange = ", ".join(sorted(edition.records.keys() - covered_records(edition)))
    if strange:
        yield Bilingual(
            f"{strange} không thuộc nội dung được phê duyệt", f"no approval covers {strange}"
        )


def _flaws_of_terms(case: Case) -> Iterator[Bilingual]:
    edition, own = case.edition, case.own
    on_day = own.parties_on(edition.day)
    if on_day != edition.parties:
        yield _OTHER_PARTIES
    if len(on_day) < FEWEST_PARTIES:
        yield _TOO_FEW
    if edition.changes_terms != case.before.is_changed_by(own):
        yield _UNTOLD
    if edition.form < case.before.form:
        yield _OLDER_FORM


def _flaws_of_approvals(case: Case) -> Iterator[Bilingual]:
    edition, approving = case.edition, set[str]()
    yield from flaws_of_repetition(edition.approvals)
    for written in edition.approvals:
        approval = declared_in(written)
        flaw = _flaw_of_approval(case, approval) if approval else _NO_APPROVAL
        if flaw:
            who = f"{written.get('unit')} ({written.get('record')})"
            yield Bilingual(f"phê duyệt của {who}: {flaw.vi}", f"approval of {who}: {flaw.en}")
        elif approval and approval.record == edition.bulletin:
            yield from _flaws_of_age(case, approval)
            approving.add(str(approval.unit))
    missing = [party for party in case.approvers if party not in approving]
    if missing:
        names = ", ".join(missing)
        yield Bilingual(f"thiếu phê duyệt của {names}", f"{names} did not approve")


def _flaws_of_age(case: Case, approval: Approval) -> Iterator[Bilingual]:
    """What was approved before a version that readers had since, or before all parties took the
    same content out, does not bring it back."""
    unit, edition = approval.unit, case.edition
    if case.place and approval.at < case.place.issued_at:
        yield Bilingual(
            f"phê duyệt của {unit}: ghi trước khi phát hành {case.place.name}",
            f"approval of {unit}: given before {case.place.name} was issued",
        )
    told = {edition.bulletin, *edition.records}
    for link in case.taken:
        is_since = approval.at < link.redaction.done < edition.issued_at
        if is_since and told & {link.bulletin, *link.redaction.records}:
            yield Bilingual(
                f"phê duyệt của {unit}: ghi trước khi các bên gỡ nội dung của {link.name}",
                f"approval of {unit}: given before the parties took {link.name} out",
            )


def _flaw_of_approval(case: Case, approval: Approval) -> Bilingual | None:
    """Why an approval does not belong into its edition."""
    edition = case.edition
    if approval.unit not in case.approvers:
        return _NO_PARTY
    if approval.decision is not Verdict.APPROVE:
        return _REJECTED
    if approval.reason is not None:
        return _REASONED
    if frozen_digest(edition, approval.record) != approval.digest:
        return _OTHER_CONTENT
    return _flaw_of_moment(edition, approval)


def _flaw_of_moment(edition: Edition, approval: Approval) -> Bilingual | None:
    if approval.at < begins(edition.contents[approval.record]["created"], edition.zone):
        return _BEFORE_ALL
    if approval.at > edition.issued_at:
        at = in_words(approval.at.astimezone(edition.zone))
        return Bilingual(
            f"ghi lúc {at.vi}, sau khi phát hành", f"given at {at.en}, after the issue"
        )
    if not _is_office(edition, str(approval.unit), str(approval.office), approval.at):
        return _no_office(str(approval.unit), str(approval.office))
    return None


def _is_office(edition: Edition, unit_id: str, office_id: str, at: datetime) -> bool:
    """Whether the frozen registry has that office at that moment."""
    unit, day = edition.names.units.get(unit_id), at.astimezone(edition.zone).date()
    office = unit.office(office_id) if unit and unit.valid.covers(day) else None
    return office is not None and office.valid.covers(day)


def _no_office(unit: str, office: str) -> Bilingual:
    return Bilingual(
        f"{unit} không có chức vụ “{office}” lúc đó", f"{unit} had no office “{office}” then"
    )


def _signature_problems(case: Case) -> Iterator[Diagnostic]:
    signed = [approval for approval in case.edition.approvals if "signature" in approval]
    for approval in signed:
        flaw = _flaw_of_signature(case, approval)
        if flaw:
            who = f"{approval.get('unit')} ({approval.get('record')})"
            yield altered(
                case.edition,
                f"chữ ký của {who} không đúng: {flaw.vi}",
                f"the signature of {who} does not hold: {flaw.en}",
            )
    if case.level is ApprovalLevel.SIGNED:
        missing = ", ".join(_unsigned(case, signed))
        if missing:
            yield altered(case.edition, f"thiếu chữ ký của {missing}", f"{missing} did not sign")


def _unsigned(case: Case, signed: Iterable[Json]) -> Iterator[str]:
    """Whose signature is missing; from form 2 on, nothing printed as approved is unsigned."""
    signing = {str(a.get("unit")) for a in signed if a.get("record") == case.edition.bulletin}
    yield from (party for party in case.approvers if party not in signing)
    for written in case.edition.approvals if case.edition.form > 1 else ():
        if "signature" not in written and written.get("record") != case.edition.bulletin:
            yield f"{written.get('unit')} ({written.get('record')})"


def _flaw_of_signature(case: Case, written: Mapping[str, Any]) -> Bilingual | None:
    """Why a signature does not count."""
    declared = declared_in(written)
    if declared is None or frozen_digest(case.edition, declared.record) != declared.digest:
        return _OTHER_CONTENT if declared else _NO_APPROVAL
    claim = claim_in(written, declared)
    return flaw_of(claim, case.before.keys_with(case.own.keys), case.vouches)


_NO_APPROVAL = Bilingual("không phải là một phê duyệt", "it is no approval")
_OTHER_CONTENT = Bilingual("là cho nội dung khác", "it is for other content")
_NO_PARTY = Bilingual("không phải của một bên", "it is not that of a party")
_REJECTED = Bilingual("là không phê duyệt", "it is a rejection")
_NOT_REPEATED = Bilingual(
    "bản thu hồi không giữ đúng nội dung và các phê duyệt của bản trước",
    "the withdrawal does not carry the content and the approvals of the version before",
)
_OTHER_PARTIES = Bilingual(
    "danh sách các bên không khớp với thỏa thuận ghi trong chính nó",
    "its list of parties differs from the terms that it holds",
)
_TOO_FEW = Bilingual("chỉ có một bên", "there is only one party")
_OLDER_FORM = Bilingual(
    "ghi theo dạng cũ, trong đó phê duyệt không bao gồm tên gọi và đầu mối",
    "it has an older form, in which approvals do not cover names and contacts",
)
_NOBODY = Bilingual("không ghi đơn vị nào thu hồi", "it names no unit that withdrew it")
_NO_NOTE = Bilingual("không ghi điều đã thay đổi", "it does not say what changed")
_NOTE = Bilingual(
    "là bản đầu mà ghi điều đã thay đổi", "it is the first version and says what changed"
)
_UNPRINTABLE = Bilingual(
    "ghi điều đã thay đổi bằng ký tự không in được", "its note has signs that cannot be printed"
)
_NOT_WITHDRAWN = Bilingual(
    "ghi đơn vị thu hồi mà không phải là bản thu hồi",
    "it names who withdrew it and is no withdrawal",
)
_REASONED = Bilingual(
    "có lời thêm mà phê duyệt không bao gồm", "it has words that no approval covers"
)
_BEFORE_ALL = Bilingual("ghi trước khi có nội dung ấy", "it was given before there was such a text")
_UNTOLD = Bilingual(
    "các bên hoặc cấp quyết định đã đổi mà phê duyệt không bao gồm thay đổi ấy",
    "the parties or the deciding body changed, and the approvals do not cover that",
)
