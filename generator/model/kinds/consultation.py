"""Consultation: a matter raised by one unit, met on, and agreed or referred."""

from typing import Annotated, ClassVar

from generator.base.text import Bilingual, Choice
from generator.model.record.fields import HAPPENED, Part, says
from generator.model.record.record import Record, Section
from generator.model.record.reference import OfficeRef, RecordRef, UnitRef
from generator.model.record.scalars import Day, Flag, Text


class Outcome(Choice):
    """How a consultation ended between the parties."""

    AGREED = "agreed", "thống nhất", "agreed"
    DIFFERING = "differing", "còn ý kiến khác nhau", "differing"


class Decision(Choice):
    """What the deciding body decided."""

    AS_PROPOSED = "as_proposed", "theo phương án đề xuất", "as proposed"
    DIRECTED = "directed", "cho ý kiến chỉ đạo", "directed"
    VERIFY_FURTHER = "verify_further", "yêu cầu xác minh thêm", "verify further"


class Attendance(Part):
    """One leader present at a meeting, by office."""

    unit: Annotated[UnitRef, says("Đơn vị", "Unit")]
    office: Annotated[OfficeRef, says("Chức vụ", "Office")]


class Meeting(Part):
    """The meeting of the leaderships, chaired by the unit that raised the matter."""

    on: Annotated[Day, says("Ngày họp", "On"), HAPPENED]
    chaired_by: Annotated[UnitRef, says("Chủ trì", "Chaired by")]
    attended: Annotated[tuple[Attendance, ...], says("Tham dự", "Attended")] = ()
    minutes: Annotated[Text | None, says("Biên bản", "Minutes")] = None


class Position(Part):
    """The full opinion of one party, in its own words."""

    unit: Annotated[UnitRef, says("Đơn vị", "Unit")]
    opinion: Annotated[Text, says("Ý kiến", "Opinion")]
    reasons: Annotated[Text | None, says("Lý do", "Reasons")] = None


class Referral(Part):
    """The differing opinions sent to the deciding body."""

    to: Annotated[UnitRef, says("Trình", "To")]
    on: Annotated[Day, says("Ngày trình", "On"), HAPPENED]
    reference: Annotated[Text | None, says("Văn bản", "Reference")] = None


class Conclusion(Part):
    """The deciding body's conclusion."""

    by: Annotated[UnitRef, says("Cơ quan kết luận", "By")]
    on: Annotated[Day, says("Ngày kết luận", "On"), HAPPENED]
    reference: Annotated[Text | None, says("Văn bản", "Reference")] = None
    text: Annotated[Text, says("Nội dung kết luận", "Text")]
    decision: Annotated[Decision, says("Quyết định", "Decision")]


class Consultation(Record):
    """A matter on which the parties must agree before speaking."""

    kind: ClassVar[str] = "consultation"
    prefix: ClassVar[str] = "TD"
    label: ClassVar[Bilingual] = Bilingual("trao đổi, thống nhất", "consultation")
    section: ClassVar[Section] = Section(
        "consultations", Bilingual("Trao đổi", "Consultations"), 70
    )
    is_evidence: ClassVar[bool] = True

    about: Annotated[
        tuple[RecordRef, ...],
        says("Về", "About", "Nội dung chưa được phát hành khi việc này còn mở", due=True),
    ] = ()
    important: Annotated[
        Flag | None, says("Vấn đề quan trọng", "Important", "true: phải họp lãnh đạo các đơn vị")
    ] = None
    meeting: Annotated[Meeting | None, says("Cuộc họp", "Meeting")] = None
    outcome: Annotated[Outcome | None, says("Kết quả trao đổi", "Outcome")] = None
    agreement: Annotated[Text | None, says("Nội dung thống nhất", "Agreement")] = None
    positions: Annotated[tuple[Position, ...], says("Ý kiến của các đơn vị", "Positions")] = ()
    referral: Annotated[Referral | None, says("Trình cấp quyết định", "Referral")] = None
    conclusion: Annotated[Conclusion | None, says("Kết luận", "Conclusion")] = None
