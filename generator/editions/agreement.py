"""Whether every issued edition was agreed on, as the terms of its time demand.

Asked by `check`, `build`, `publish` and `verify` alike, wherever editions are read: what was not
agreed on is found, counts for nothing, and changes no terms.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NamedTuple
from unicodedata import category

from generator.base.diagnostics import Diagnostic, PhaseOutcome
from generator.base.digest import Json
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.editions.problems import altered, altered_file, not_agreed
from generator.editions.redactions import Takeout, flaws_of_repetition, redaction_flaws
from generator.model.corpus.corpus import Corpus
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
    frozen_in,
    stricter,
)
from generator.model.registry.registry import ApprovalLevel
from generator.model.registry.signoff import Approval, Verdict

# By section of the registry and id, the entry as frozen last.
Known = Mapping[str, Mapping[str, Json]]


class _Case(NamedTuple):
    """An edition with its own terms and those before it, the version before it, the entries of
    registries before it, and what checks signatures."""

    edition: Edition
    own: Terms
    before: Terms
    last: Edition | None
    known: Known
    vouches: Vouches

    @property
    def approvers(self) -> tuple[str, ...]:
        return approvers(self.before, self.own, self.edition.day)

    @property
    def level(self) -> ApprovalLevel:
        """Signed when the edition's own programme or the edition before it asks for signatures."""
        return stricter(self.before.level, self.own.level)


def agreed_links(
    chain: Sequence[Link], vouches: Vouches, root: Edition | None = None
) -> PhaseOutcome[tuple[Link, ...]]:
    """What was agreed on, oldest first, and the problems of the other editions and redactions.

    Where editions were replaced, the first that git had (`root`) tells the terms before them: else
    whoever replaces all would tell them alone.
    """
    reading = _Reading(vouches, frozen_in(root) if root else Terms())
    for number, link in enumerate(chain):
        if isinstance(link, Redacted):
            later = (other for other in chain[number + 1 :] if isinstance(other, Edition))
            reading.take(link, _redaction_problems(link, reading, later))
        else:
            reading.take(link, _problems(reading.case(link)))
    return PhaseOutcome(tuple(reading.agreed), tuple(reading.problems))


def next_problems(corpus: Corpus, edition: Edition, vouches: Vouches) -> Sequence[Diagnostic]:
    """Why readers of the chain would not accept an edition that is to be issued next."""
    reading = _Reading(
        vouches,
        corpus.agreed,
        versions={bulletin: versions[-1] for bulletin, versions in corpus.versions.items()},
        known={section: {**corpus.frozen_entries(section)} for section in ("units", "areas")},
    )
    return tuple(_problems(reading.case(edition)))


@dataclass
class _Reading:
    """What was found until now while the chain is read, oldest first."""

    vouches: Vouches
    terms: Terms
    agreed: list[Link] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    versions: dict[str, Edition] = field(default_factory=dict)
    known: dict[str, dict[str, Json]] = field(default_factory=dict)

    def case(self, edition: Edition) -> _Case:
        last = self.versions.get(edition.bulletin)
        return _Case(edition, frozen_in(edition), self.terms, last, self.known, self.vouches)

    def take(self, link: Link, problems: Iterable[Diagnostic]) -> None:
        """Only what is agreed on counts, and changes the terms."""
        found = list(problems)
        self.problems += found
        if found:
            return
        self.agreed.append(link)
        self.terms = self.terms.then(link)
        if isinstance(link, Edition):
            self.versions[link.bulletin] = link
            for section in ("units", "areas"):
                table = self.known.setdefault(section, {})
                table.update((entry["id"], entry) for entry in link.entries(section))

    def then(self, editions: Iterable[Edition]) -> Terms:
        """The terms after these as well, if they are agreed on."""
        known = {section: dict(table) for section, table in self.known.items()}
        onwards = replace(self, agreed=[], problems=[], versions=dict(self.versions), known=known)
        for edition in editions:
            onwards.take(edition, _problems(onwards.case(edition)))
        return onwards.terms


def _redaction_problems(
    link: Redacted, reading: _Reading, later: Iterable[Edition]
) -> Iterator[Diagnostic]:
    """A redaction takes the parties of then, and those of the day on which the content went.

    Neither is taken from the redacted file alone: whoever forges it could leave them out. The first
    edition of all has nothing before it, so that the one after it is asked.
    """
    following = list(later)
    until = [edition for edition in following if edition.issued_at <= link.redaction.done]
    if not reading.terms.members and not until:
        until = following[:1]
    takeout = Takeout(link, reading.terms, reading.then(until), reading.vouches)
    for reason in redaction_flaws(takeout):
        yield altered_file(link.name, link.path, reason)


def signature_count(editions: tuple[Edition, ...]) -> int:
    return sum("signature" in approval for edition in editions for approval in edition.approvals)


def _problems(case: _Case) -> Iterator[Diagnostic]:
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


def _flaws_of_withdrawal(case: _Case) -> Iterator[Bilingual]:
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


def _flaws_of_succession(case: _Case) -> Iterator[Bilingual]:
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


def _flaws_of_terms(case: _Case) -> Iterator[Bilingual]:
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


def _flaws_of_approvals(case: _Case) -> Iterator[Bilingual]:
    edition, approving = case.edition, set[str]()
    yield from flaws_of_repetition(edition.approvals)
    for written in edition.approvals:
        approval = declared_in(written)
        flaw = _flaw_of_approval(case, approval) if approval else _NO_APPROVAL
        if flaw:
            who = f"{written.get('unit')} ({written.get('record')})"
            yield Bilingual(f"phê duyệt của {who}: {flaw.vi}", f"approval of {who}: {flaw.en}")
        elif approval and approval.record == edition.bulletin:
            if case.last and approval.at < case.last.issued_at:
                yield _of_version_before(str(approval.unit), case.last.name)
            approving.add(str(approval.unit))
    missing = [party for party in case.approvers if party not in approving]
    if missing:
        names = ", ".join(missing)
        yield Bilingual(f"thiếu phê duyệt của {names}", f"{names} did not approve")


def _of_version_before(unit: str, name: str) -> Bilingual:
    """What was approved before a version readers had since does not bring it back."""
    return Bilingual(
        f"phê duyệt của {unit}: ghi trước khi phát hành {name}",
        f"approval of {unit}: given before {name} was issued",
    )


def _flaw_of_approval(case: _Case, approval: Approval) -> Bilingual | None:
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


def _signature_problems(case: _Case) -> Iterator[Diagnostic]:
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


def _unsigned(case: _Case, signed: Iterable[Json]) -> Iterator[str]:
    """Whose signature is missing; from form 2 on, nothing printed as approved is unsigned."""
    signing = {str(a.get("unit")) for a in signed if a.get("record") == case.edition.bulletin}
    yield from (party for party in case.approvers if party not in signing)
    for written in case.edition.approvals if case.edition.form > 1 else ():
        if "signature" not in written and written.get("record") != case.edition.bulletin:
            yield f"{written.get('unit')} ({written.get('record')})"


def _flaw_of_signature(case: _Case, written: Mapping[str, Any]) -> Bilingual | None:
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
