"""Bulletin: the plan of one joint bulletin."""

from typing import Annotated, ClassVar

from generator.base.text import Bilingual, Choice
from generator.model.record.fields import HAPPENED, Part, says
from generator.model.record.record import Circulation, Period, Record, Section, Urgency
from generator.model.record.reference import (
    AreaRef,
    DocumentTypeRef,
    OfficeRef,
    PrintedRef,
    TopicRef,
    UnitRef,
)
from generator.model.record.scalars import Count, Day, Moment, RegistryId, Text


class BulletinKind(Choice):
    """Regular exchange, word about one event, or what a Party cell's monthly meeting works on."""

    PERIODIC = "periodic", "định kỳ", "periodic"
    QUICK = "quick", "nhanh", "quick"
    MEETING = "meeting", "sinh hoạt chi bộ", "for a cell's meeting"


class Form(Choice):
    """Whether it carries a masthead or the form of an official document."""

    MASTHEAD = "masthead", "bản tin", "masthead"
    OFFICIAL = "official", "văn bản chính thức", "official"


class Mode(Choice):
    """Whether it is real or an exercise."""

    ACTUAL = "actual", "thật", "actual"
    EXERCISE = "exercise", "diễn tập", "exercise"


class Highlight(Part):
    """One of the sentences a hurried reader sees, with what it rests on."""

    text: Annotated[Text, says("Nội dung", "Text")]
    because: Annotated[tuple[PrintedRef, ...], says("Căn cứ", "Because")] = ()


class Signer(Part):
    """One signature block: a unit and the office that signs for it."""

    unit: Annotated[UnitRef, says("Đơn vị", "Unit")]
    office: Annotated[OfficeRef, says("Chức vụ", "Office")]


class Gathering(Part):
    """The meeting to which a paper invites, or whose minutes it is; people by their office."""

    at: Annotated[Moment, says("Bắt đầu", "At")]
    until: Annotated[Moment | None, says("Kết thúc", "Until")] = None
    place: Annotated[Text, says("Địa điểm", "Place")]
    chaired_by: Annotated[Text | None, says("Chủ trì", "Chaired by")] = None
    recorded_by: Annotated[Text | None, says("Thư ký", "Recorded by")] = None
    attended: Annotated[tuple[Text, ...], says("Thành phần", "Attended")] = ()


class Official(Part):
    """What the form of an official document asks for, beside number, signers and signed copy."""

    type: Annotated[
        DocumentTypeRef | None, says("Loại văn bản", "Type", "Bỏ trống thì lấy loại của khuôn")
    ] = None
    abstract: Annotated[
        Text | None, says("Trích yếu", "Abstract", "Bắt đầu bằng “về …”; bỏ trống thì lấy tiêu đề")
    ] = None
    addressees: Annotated[
        tuple[Text, ...],
        says("Kính gửi", "Addressees", "Công văn, tờ trình, báo cáo, giấy mời gửi đến ai"),
    ] = ()
    meeting: Annotated[
        Gathering | None, says("Cuộc họp", "Meeting", "Chỉ cho giấy mời và biên bản")
    ] = None
    numbered_by: Annotated[
        UnitRef | None, says("Đơn vị cấp số", "Numbered by", "Bỏ trống là đơn vị chủ trì")
    ] = None
    place: Annotated[Text | None, says("Địa danh", "Place")] = None
    dated: Annotated[
        Day | None, says("Ngày văn bản", "Dated", "Bỏ trống là ngày phát hành"), HAPPENED
    ] = None
    layout: Annotated[
        RegistryId | None, says("Khuôn PDF", "Layout", "Bỏ trống thì theo loại đơn vị chủ trì")
    ] = None


class Imprint(Part):
    """What the last page of a printed bulletin says of its making.

    Source: Luật Báo chí 2016, Điều 34. The law of 2025 (126/2025/QH15) replaced it on 1 July 2026;
    what that asks of a bulletin could not be read, so nothing here is demanded.
    """

    licence: Annotated[
        Text | None, says("Giấy phép", "Licence", "Số, ngày và nơi cấp giấy phép xuất bản bản tin")
    ] = None
    printer: Annotated[Text | None, says("Nơi in", "Printer")] = None
    copies: Annotated[Count | None, says("Số lượng in", "Copies", "Số bản in")] = None
    periodicity: Annotated[Text | None, says("Kỳ hạn", "Periodicity", "Như “mỗi tháng một kỳ”")] = (
        None
    )
    responsible: Annotated[
        Signer | None,
        says("Chịu trách nhiệm xuất bản", "Responsible", "Đơn vị và chức vụ, không ghi tên người"),
    ] = None


# Patterns: the id of a bulletin, a version, and the name of an edition as in BT-2026-0003/v2.
BULLETIN_ID, VERSION = r"BT-[0-9]{4}-[0-9]{4,}", r"[1-9][0-9]*"
EDITION_NAME = f"{BULLETIN_ID}/v{VERSION}"


class Bulletin(Record):
    """What one bulletin includes, for whom, and who signs."""

    kind: ClassVar[str] = "bulletin"
    prefix: ClassVar[str] = "BT"
    label: ClassVar[Bilingual] = Bilingual("bản tin", "bulletin")
    section: ClassVar[Section] = Section("bulletins", Bilingual("Bản tin", "Bulletins"), 0)

    areas: Annotated[tuple[AreaRef, ...], says("Địa bàn", "Areas")] = ()
    topic: Annotated[TopicRef | None, says("Lĩnh vực", "Topic")] = None
    series: Annotated[BulletinKind | None, says("Loại bản tin", "Kind", key="kind", due=True)] = (
        None
    )
    form: Annotated[Form | None, says("Thể thức", "Form")] = None
    signed_copy: Annotated[
        Text | None, says("Bản ký", "Signed copy", "Bản giấy đã ký, chỉ cho văn bản chính thức")
    ] = None
    official: Annotated[Official | None, says("Thể thức văn bản", "Official form")] = None
    number: Annotated[
        Count | None, says("Số", "Number", "Duy nhất trong loại và năm", due=True)
    ] = None
    mode: Annotated[Mode | None, says("Chế độ", "Mode", due=True)] = None
    urgency: Annotated[Urgency | None, says("Độ khẩn", "Urgency")] = None
    circulation: Annotated[
        Circulation | None, says("Phạm vi lưu hành", "Circulation", due=True)
    ] = None
    period: Annotated[Period | None, says("Thời gian", "Period", due=True)] = None
    highlights: Annotated[
        tuple[Highlight, ...], says("Điểm chính", "Highlights", "Hai đến năm câu", due=True)
    ] = ()
    include: Annotated[
        tuple[PrintedRef, ...],
        says("Gồm", "Include", "Bản ghi được in; căn cứ của chúng đi kèm", due=True),
    ] = ()
    discuss: Annotated[
        tuple[Text, ...],
        says(
            "Câu hỏi thảo luận", "Discuss", "Câu hỏi để chi bộ thảo luận, không phải câu khẳng định"
        ),
    ] = ()
    signers: Annotated[tuple[Signer, ...], says("Ký", "Signers", due=True)] = ()
    recipients: Annotated[tuple[Text, ...], says("Nơi nhận", "Recipients")] = ()
    imprint: Annotated[
        Imprint | None,
        says("Lời ghi trang cuối", "Imprint", "Khi in thành tập: giấy phép, nơi in, số lượng"),
    ] = None
    next_issue: Annotated[
        Moment | None,
        says(
            "Bản tin sau ra lúc", "Next issue", "Bắt buộc, trừ khi sự việc của bản tin đã kết thúc"
        ),
    ] = None

    @property
    def is_official(self) -> bool:
        return self.form is Form.OFFICIAL
