"""Concern: a pressing civic problem, in aggregate, from report to answer to settlement."""

from typing import Annotated, ClassVar

from generator.base.text import Bilingual
from generator.model.record.fields import HAPPENED, Part, says
from generator.model.record.record import Channel, Record, Section, Task
from generator.model.record.reference import EvidenceRef, UnitRef
from generator.model.record.scalars import Count, Day, Text


class Reported(Part):
    """How often the problem was raised, in a period, through which channels."""

    count: Annotated[Count, says("Số lượt phản ánh", "Count", "Số gộp, không dưới 5")]
    start: Annotated[Day, says("Từ ngày", "From", key="from")]
    until: Annotated[Day, says("Đến ngày", "Until")]
    channels: Annotated[tuple[Channel, ...], says("Kênh", "Channels")] = ()


class PublicAnswer(Part):
    """What people were told, and when."""

    on: Annotated[Day, says("Ngày trả lời", "On"), HAPPENED]
    text: Annotated[Text, says("Nội dung trả lời", "Text")]
    because: Annotated[tuple[EvidenceRef, ...], says("Căn cứ", "Because")] = ()


class Settled(Part):
    """How the problem ended."""

    on: Annotated[Day, says("Ngày giải quyết xong", "On"), HAPPENED]
    result: Annotated[Text, says("Kết quả", "Result")]
    because: Annotated[tuple[EvidenceRef, ...], says("Căn cứ", "Because")] = ()


class Concern(Record):
    """A pressing problem with the body that must act and its commitments."""

    kind: ClassVar[str] = "concern"
    prefix: ClassVar[str] = "BX"
    label: ClassVar[Bilingual] = Bilingual("vấn đề bức xúc", "concern")
    section: ClassVar[Section] = Section("concerns", Bilingual("Vấn đề bức xúc", "Concerns"), 60)
    ends_at: ClassVar[tuple[str, ...]] = ("settled", "on")

    reported: Annotated[Reported | None, says("Phản ánh", "Reported", due=True), HAPPENED] = None
    summary: Annotated[Text | None, says("Tóm tắt", "Summary", due=True)] = None
    competent_body: Annotated[
        UnitRef | None, says("Cơ quan có thẩm quyền", "Competent body", due=True)
    ] = None
    tasks: Annotated[tuple[Task, ...], says("Cam kết giải quyết", "Commitments", due=True)] = ()
    answer: Annotated[PublicAnswer | None, says("Đã trả lời người dân", "Answer")] = None
    settled: Annotated[Settled | None, says("Đã giải quyết", "Settled")] = None
