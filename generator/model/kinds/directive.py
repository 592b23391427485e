"""Directive: a document, drafted jointly or the legal basis of what is said."""

from typing import Annotated, ClassVar

from generator.base.text import Bilingual, Choice
from generator.model.record.fields import says
from generator.model.record.record import Record, Section
from generator.model.record.reference import (
    AreaRef,
    DirectiveRef,
    DocumentTypeRef,
    TopicRef,
    UnitRef,
)
from generator.model.record.scalars import Day, Prose, Text


class Stage(Choice):
    """Where a document stands between proposal and replacement."""

    PROPOSED = "proposed", "đề xuất", "proposed"
    SUBMITTED = "submitted", "đã trình", "submitted"
    ISSUED = "issued", "đã ban hành", "issued"
    REPLACED = "replaced", "đã thay thế", "replaced"


class Directive(Record):
    """A document that directs, or on which messages rest."""

    kind: ClassVar[str] = "directive"
    prefix: ClassVar[str] = "VB"
    label: ClassVar[Bilingual] = Bilingual("văn bản", "directive")
    section: ClassVar[Section] = Section("directives", Bilingual("Văn bản", "Directives"), 80)
    is_evidence: ClassVar[bool] = True

    areas: Annotated[tuple[AreaRef, ...], says("Địa bàn", "Areas")] = ()
    topic: Annotated[TopicRef | None, says("Lĩnh vực", "Topic")] = None
    number: Annotated[Text | None, says("Số, ký hiệu", "Number", "Chỉ ghi khi văn bản có số")] = (
        None
    )
    type: Annotated[DocumentTypeRef | None, says("Loại văn bản", "Type")] = None
    issuer: Annotated[Text | None, says("Cơ quan ban hành", "Issuer")] = None
    stage: Annotated[Stage | None, says("Giai đoạn", "Stage")] = None
    drafted_by: Annotated[tuple[UnitRef, ...], says("Đơn vị tham mưu", "Drafted by")] = ()
    dated: Annotated[Day | None, says("Ngày văn bản", "Dated")] = None
    effective: Annotated[Day | None, says("Có hiệu lực từ", "Effective")] = None
    expires: Annotated[Day | None, says("Hết hiệu lực", "Expires")] = None
    replaced_by: Annotated[DirectiveRef | None, says("Thay bằng", "Replaced by")] = None
    summary: Annotated[Prose | None, says("Nội dung chính", "Summary")] = None
    url: Annotated[Text | None, says("Địa chỉ", "Address")] = None
