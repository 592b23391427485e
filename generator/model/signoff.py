"""Approvals and recalls: what one party alone may write."""

from typing import Annotated

from generator.base.text import Choice
from generator.model.fields import Part, says
from generator.model.reference import MessageRef, OfficeRef, RecordRef, UnitRef
from generator.model.scalars import Digest, Moment, Text


class Verdict(Choice):
    """One party's sign-off or refusal."""

    APPROVE = "approve", "phê duyệt", "approve"
    REJECT = "reject", "không phê duyệt", "reject"


class Approval(Part):
    """content/approvals/<ID>/<unit>.yml"""

    record: Annotated[RecordRef, says("Bản ghi", "Record")]
    unit: Annotated[UnitRef, says("Đơn vị", "Unit")]
    office: Annotated[OfficeRef, says("Chức vụ", "Office")]
    decision: Annotated[Verdict, says("Quyết định", "Decision")]
    at: Annotated[Moment, says("Lúc", "At")]
    digest: Annotated[Digest, says("Mã băm", "Digest", "Của bản ghi và mọi căn cứ của nó")]
    reason: Annotated[Text | None, says("Lý do", "Reason")] = None


class Recall(Part):
    """content/recalls/<ID>.yml"""

    record: Annotated[MessageRef, says("Bản ghi", "Record")]
    unit: Annotated[UnitRef, says("Đơn vị", "Unit")]
    office: Annotated[OfficeRef, says("Chức vụ", "Office")]
    at: Annotated[Moment, says("Lúc", "At")]
    reason: Annotated[Text, says("Lý do", "Reason")]
    instead: Annotated[MessageRef | None, says("Dùng thay", "Instead")] = None
