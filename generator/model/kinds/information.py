"""Information: a statement that one unit supplies to the others, with its verification."""

from typing import Annotated, ClassVar

from generator.base.text import Bilingual, Choice
from generator.model.record.fields import HAPPENED, Part, says
from generator.model.record.record import Channel, Record, Section
from generator.model.record.reference import InformationRef, UnitRef
from generator.model.record.scalars import Day, Prose, Statement, Text


class Nature(Choice):
    """Whether the statement is put forward as a fact or is a rumour to be answered."""

    FACT = "fact", "sự việc", "fact"
    RUMOUR = "rumour", "tin đồn", "rumour"


class Step(Choice):
    """The three steps of verification, in their order."""

    EXAMINED = "examined", "thẩm tra", "examined"
    VERIFIED = "verified", "xác minh", "verified"
    CONCLUDED = "concluded", "kết luận", "concluded"


class Result(Choice):
    """What a step of verification found."""

    CONFIRMED = "confirmed", "đúng", "confirmed"
    PARTLY = "partly", "đúng một phần", "partly true"
    REFUTED = "refuted", "sai", "refuted"
    UNFOUNDED = "unfounded", "không đủ căn cứ", "unfounded"


class Reach(Choice):
    """How far a rumour has spread."""

    NARROW = "narrow", "hẹp", "narrow"
    MEDIUM = "medium", "vừa", "medium"
    WIDE = "wide", "rộng", "wide"


class Source(Part):
    """Where the statement came from."""

    kind: Annotated[Channel, says("Loại nguồn", "Source kind")]
    reference: Annotated[Text | None, says("Văn bản, căn cứ", "Reference")] = None
    received: Annotated[Day, says("Ngày nhận", "Received"), HAPPENED]


class Verification(Part):
    """One step of verification, by a named unit, with its document."""

    step: Annotated[Step, says("Bước", "Step")]
    on: Annotated[Day, says("Ngày", "On"), HAPPENED]
    by: Annotated[UnitRef, says("Đơn vị thực hiện", "By")]
    reference: Annotated[Text | None, says("Văn bản", "Reference")] = None
    result: Annotated[Result | None, says("Kết quả", "Result")] = None


class Information(Record):
    """A statement with its source and its three dated steps of verification."""

    kind: ClassVar[str] = "information"
    prefix: ClassVar[str] = "TT"
    label: ClassVar[Bilingual] = Bilingual("thông tin trao đổi", "information")
    section: ClassVar[Section] = Section("information", Bilingual("Thông tin", "Information"), 40)
    is_evidence: ClassVar[bool] = True
    can_be_held: ClassVar[bool] = True

    nature: Annotated[Nature | None, says("Loại thông tin", "Nature", due=True)] = None
    statement: Annotated[
        Statement | None,
        says("Nội dung", "Statement", "Trung tính, đầy đủ, tối đa 600 ký tự", due=True),
    ] = None
    details: Annotated[Prose | None, says("Chi tiết", "Details")] = None
    source: Annotated[Source | None, says("Nguồn", "Source", due=True)] = None
    verification: Annotated[
        tuple[Verification, ...],
        says("Thẩm tra, xác minh, kết luận", "Verification", "Các bước đã làm, theo thứ tự"),
    ] = ()
    valid_until: Annotated[
        Day | None, says("Có giá trị đến", "Valid until", "Sau ngày này phải xác minh lại")
    ] = None
    holds_until: Annotated[
        Day | None,
        says("Đúng đến", "Holds until", "Ngày cuối điều được nêu còn đúng, như một lịch, một lệnh"),
    ] = None
    supersedes: Annotated[
        InformationRef | None,
        says("Thay cho", "Supersedes", "Thông tin trước về cùng việc, nay không còn đúng"),
    ] = None
    answer: Annotated[
        Prose | None, says("Trả lời tin đồn", "Answer", "Nói sự thật trước, rồi mới nhắc tin đồn")
    ] = None
    reach: Annotated[Reach | None, says("Mức lan truyền", "Reach")] = None

    @property
    def conclusion(self) -> Verification | None:
        """The concluding step, if the statement was concluded."""
        steps = [step for step in self.verification if step.step is Step.CONCLUDED]
        return steps[-1] if steps else None

    @property
    def is_rumour(self) -> bool:
        return self.nature is Nature.RUMOUR
