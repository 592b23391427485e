"""Approvals and recalls: files that a single party may write."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated, NamedTuple

from generator.base.digest import digest
from generator.base.text import Bilingual, Choice
from generator.model.record.fields import Part, as_json, says
from generator.model.record.reference import IssuedRef, OfficeRef, RecordRef, UnitRef
from generator.model.record.scalars import Digest, Moment, Text
from generator.model.registry.registry import ApprovalLevel


class Verdict(Choice):
    """One party's sign-off or refusal."""

    APPROVE = "approve", "phê duyệt", "approve"
    REJECT = "reject", "không phê duyệt", "reject"


class Approval(Part):
    """content/approvals/<ID>/<unit>.yml"""

    record: Annotated[
        IssuedRef,
        says("Bản ghi", "Record", "Khi duyệt việc gỡ một phiên bản: BT-2026-0003/v1"),
    ]
    unit: Annotated[UnitRef, says("Đơn vị", "Unit")]
    office: Annotated[OfficeRef, says("Chức vụ", "Office")]
    decision: Annotated[Verdict, says("Quyết định", "Decision")]
    at: Annotated[Moment, says("Lúc", "At")]
    digest: Annotated[Digest, says("Mã băm", "Digest", "Của bản ghi và mọi căn cứ của nó")]
    reason: Annotated[Text | None, says("Lý do", "Reason")] = None

    def written(self) -> bytes:
        """The bytes that `bulletin approve` writes and that a signature covers."""
        return yaml_lines(
            {
                "record": self.record,
                "unit": self.unit,
                "office": self.office,
                "decision": self.decision.value,
                "at": self.at.isoformat(timespec="seconds"),
                "digest": self.digest,
                "reason": self.reason,
            }
        )


class Rejection(NamedTuple):
    """When a unit did not approve something, and a commit by which git has had its file."""

    at: datetime
    commit: str


class Seal(NamedTuple):
    """How an approval is secured: its level, its signature, and why it does not count, if so."""

    level: ApprovalLevel = ApprovalLevel.DECLARED
    flaw: Bilingual | None = None
    signature: str = ""


class Recall(Part):
    """content/recalls/<ID>.yml; of one version: <ID>-v<N>.yml"""

    record: Annotated[
        IssuedRef,
        says("Bản ghi", "Record", "Một bản ghi, một bản tin, hoặc một phiên bản: BT-2026-0003/v1"),
    ]
    unit: Annotated[UnitRef, says("Đơn vị", "Unit")]
    office: Annotated[OfficeRef, says("Chức vụ", "Office")]
    at: Annotated[Moment, says("Lúc", "At")]
    reason: Annotated[Text, says("Lý do", "Reason")]
    instead: Annotated[RecordRef | None, says("Dùng thay", "Instead")] = None

    def written(self) -> bytes:
        """The bytes that `bulletin recall` writes."""
        return yaml_lines(
            {
                "record": self.record,
                "unit": self.unit,
                "office": self.office,
                "at": self.at.isoformat(timespec="seconds"),
                "reason": self.reason,
                "instead": self.instead,
            }
        )


class Acting(Part):
    """A party that has ended, and the unit that approves a redaction in its place."""

    party: Annotated[UnitRef, says("Bên đã kết thúc", "Party that ended")]
    unit: Annotated[UnitRef, says("Phê duyệt thay", "Acts for it")]


class Redaction(Part):
    """content/redactions/<ID>-v<N>.yml: the content of a version is to be taken out."""

    edition: Annotated[IssuedRef, says("Phiên bản", "Edition", "Như BT-2026-0003/v1")]
    digest: Annotated[Digest, says("Mã băm", "Digest", "Của phiên bản; ở lại trong chuỗi")]
    at: Annotated[Moment, says("Lúc", "At")]
    reason: Annotated[Text, says("Lý do", "Reason", "Không nhắc lại điều phải gỡ")]
    records: Annotated[
        tuple[RecordRef, ...],
        says("Bản ghi", "Records", "Những bản ghi nó in; mã không dùng lại"),
    ] = ()
    terms: Annotated[Digest, says("Thỏa thuận", "Terms", "Mã băm của thỏa thuận lúc phát hành")]
    acting: Annotated[
        tuple[Acting, ...], says("Phê duyệt thay", "Acting", "Thay cho bên đã kết thúc hoạt động")
    ] = ()

    @property
    def own_digest(self) -> str:
        """What every party approves: this file, not the content that goes."""
        return digest(as_json(self))

    def approvers(self, parties: Iterable[str]) -> tuple[str, ...]:
        """The units that approve it for these parties."""
        instead = {str(acting.party): str(acting.unit) for acting in self.acting}
        return tuple(dict.fromkeys(instead.get(party, party) for party in parties))

    def written(self) -> bytes:
        """The bytes that `bulletin redact` writes."""
        acting = (f"{{party: {given.party}, unit: {given.unit}}}" for given in self.acting)
        return yaml_lines(
            {
                "edition": self.edition,
                "digest": self.digest,
                "at": self.at.isoformat(timespec="seconds"),
                "reason": self.reason,
                "records": f"[{', '.join(self.records)}]",
                "terms": self.terms,
                "acting": f"[{', '.join(acting)}]" if self.acting else None,
            }
        )


def file_stem(record: str) -> str:
    """The name of a sign-off's file or folder; a version stands after a hyphen."""
    return record.replace("/", "-")


def recall_path(record: str) -> str:
    return f"content/recalls/{file_stem(record)}.yml"


def redaction_path(edition: str) -> str:
    return f"content/redactions/{file_stem(edition)}.yml"


def approval_path(record: str, unit: str) -> str:
    return f"content/approvals/{file_stem(record)}/{unit}.yml"


def signature_path(approval: str) -> str:
    """The file beside an approval that holds its signature."""
    return approval.removesuffix(".yml") + ".sig"


def yaml_lines(values: Mapping[str, str | None]) -> bytes:
    """A flat mapping as YAML lines; free text is quoted, which is always safe."""
    lines = [f"{key}: {_scalar(key, value)}" for key, value in values.items() if value is not None]
    return ("\n".join(lines) + "\n").encode()


def _scalar(key: str, value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if key == "reason" else value
