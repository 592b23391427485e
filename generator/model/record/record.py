"""The keys of every record, and groups of keys that several kinds share."""

from datetime import date
from typing import Annotated, Any, ClassVar, NamedTuple

from generator.base.text import Bilingual, Choice
from generator.model.record.fields import HAPPENED, Part, says
from generator.model.record.reference import (
    AreaRef,
    EventRef,
    EvidenceRef,
    RecordRef,
    TopicRef,
    UnitRef,
)
from generator.model.record.scalars import Day, Flag, Moment, RecordId, Text


class Circulation(Choice):
    """Who may read it."""

    PUBLIC = "public", "công khai", "public"
    INTERNAL = "internal", "lưu hành nội bộ", "internal circulation"


class Period(Part):
    """From one day to another, both included."""

    start: Annotated[Day, says("Từ ngày", "From", key="from")]
    until: Annotated[Day, says("Đến ngày", "Until")]


class Attachment(Part):
    """A file that belongs to a record."""

    file: Annotated[Text, says("Tệp", "File", "Đường dẫn trong content/attachments")]
    title: Annotated[Text, says("Tên tệp", "File title")]
    description: Annotated[
        Text | None, says("Mô tả", "Description", "Lời mô tả cho người không nhìn được tệp")
    ] = None
    nobody_recognisable: Annotated[
        Flag | None,
        says(
            "Không nhận ra ai",
            "Nobody recognisable",
            "true khi đã xem ảnh và không nhận ra được người nào",
        ),
    ] = None


class Retired(Part):
    """Why a record no longer stands, and what stands instead."""

    on: Annotated[Day, says("Ngày ngừng dùng", "Retired on")]
    reason: Annotated[Text, says("Lý do", "Reason")]
    replaced_by: Annotated[RecordRef | None, says("Thay bằng", "Replaced by")] = None


class Cited(Part):
    """A sentence and the records it rests on."""

    text: Annotated[Text, says("Nội dung", "Text")]
    because: Annotated[
        tuple[EvidenceRef, ...], says("Căn cứ", "Because", "Mã các bản ghi làm căn cứ cho câu này")
    ] = ()


class TaskStatus(Choice):
    """How far a task is; overdue is computed, never written."""

    TODO = "todo", "chưa làm", "to do"
    DOING = "doing", "đang làm", "in progress"
    DONE = "done", "xong", "done"


class Task(Part):
    """One piece of work with exactly one owner and a due date."""

    do: Annotated[Text, says("Việc phải làm", "Task")]
    unit: Annotated[UnitRef | None, says("Đơn vị chịu trách nhiệm", "Owner")] = None
    due: Annotated[Day | None, says("Hạn", "Due")] = None
    status: Annotated[TaskStatus, says("Tình trạng", "Status")] = TaskStatus.TODO
    result: Annotated[Text | None, says("Kết quả", "Result")] = None


class Likelihood(Choice):
    """How likely a forecast scenario is."""

    ALMOST_CERTAIN = "almost_certain", "gần như chắc chắn", "almost certain"
    LIKELY = "likely", "nhiều khả năng", "likely"
    POSSIBLE = "possible", "có thể", "possible"
    UNLIKELY = "unlikely", "ít khả năng", "unlikely"
    UNCLEAR = "unclear", "chưa rõ", "unclear"


class ForecastOutcome(Choice):
    """What became of a forecast scenario."""

    HAPPENED = "happened", "đã xảy ra", "happened"
    PARTLY = "partly", "xảy ra một phần", "happened in part"
    DID_NOT_HAPPEN = "did_not_happen", "không xảy ra", "did not happen"


class Forecast(Part):
    """A scenario, how likely it is, and what is done if it comes."""

    scenario: Annotated[Text, says("Diễn biến", "Scenario")]
    likelihood: Annotated[Likelihood, says("Khả năng", "Likelihood")]
    until: Annotated[Day | None, says("Trong thời hạn đến", "Until")] = None
    signs: Annotated[Text | None, says("Dấu hiệu", "Signs")] = None
    response: Annotated[Text | None, says("Cách ứng phó", "Response")] = None
    outcome: Annotated[
        ForecastOutcome | None,
        says("Thực tế", "Outcome", "Ghi sau khi hết thời hạn của dự báo"),
    ] = None


class Urgency(Choice):
    """How fast a bulletin or an event must be dealt with."""

    ROUTINE = "routine", "thường", "routine"
    URGENT = "urgent", "khẩn", "urgent"
    VERY_URGENT = "very_urgent", "thượng khẩn", "very urgent"
    FLASH = "flash", "hỏa tốc", "flash"


class Channel(Choice):
    """Where information and opinion reach a unit."""

    DOCUMENT = "document", "văn bản", "document"
    MEETING = "meeting", "hội nghị", "meeting"
    NETWORK = "network", "cộng tác viên", "collaborators"
    FRONT = "front", "Mặt trận, đoàn thể", "Front and mass organisations"
    RECEPTION = "reception", "tiếp dân", "citizen reception"
    HOTLINE = "hotline", "đường dây nóng", "hotline"
    PRESS = "press", "báo chí", "press"
    SOCIAL_MEDIA = "social_media", "mạng xã hội", "social media"
    FIELD = "field", "thực địa", "field visit"


class Section(NamedTuple):
    """An entry of the site's navigation: its folder, its title, and its place among the others.

    A section of no kind has no title here: the catalogue of pages calls it `section_…`.
    """

    id: str
    title: Bilingual | None
    place: int

    @property
    def folder(self) -> str:
        return "" if self.place < 0 else self.id


class Record(Part):
    """One file of content/records or content/bulletins. Subclasses are the kinds."""

    kind: ClassVar[str]
    prefix: ClassVar[str]
    label: ClassVar[Bilingual]
    # The part of the site that lists records of this kind and holds their pages.
    section: ClassVar[Section]
    # The path of the key that says when the record's subject ended, as in ("settled", "on").
    ends_at: ClassVar[tuple[str, ...]] = ()
    # Whether an open consultation about a record of this kind forbids using it.
    can_be_held: ClassVar[bool] = False
    # Whether a sentence may rest on a record of this kind (`because`).
    is_evidence: ClassVar[bool] = False

    id: Annotated[RecordId, says("Mã", "Id", "Mã trùng với tên tệp, không bao giờ đổi")]
    title: Annotated[Text, says("Tiêu đề", "Title")]
    unit: Annotated[UnitRef, says("Đơn vị cung cấp", "Unit")]
    created: Annotated[Day, says("Ngày viết", "Created"), HAPPENED]
    areas: Annotated[tuple[AreaRef, ...], says("Địa bàn", "Areas", due=True)] = ()
    topic: Annotated[TopicRef | None, says("Lĩnh vực", "Topic", due=True)] = None
    event: Annotated[EventRef | None, says("Thuộc sự việc", "Event")] = None
    attachments: Annotated[tuple[Attachment, ...], says("Tệp kèm theo", "Attachments")] = ()
    circulation: Annotated[
        Circulation | None,
        says("Phạm vi lưu hành", "Circulation", "internal: chỉ in trong bản tin lưu hành nội bộ"),
    ] = None
    note: Annotated[
        Text | None, says("Ghi chú nội bộ", "Editors' note", "Không bao giờ được in hay phát hành")
    ] = None
    retired: Annotated[
        Retired | None, says("Ngừng dùng", "Retired", "Bản ghi vẫn giữ lại, không xóa")
    ] = None

    @property
    def ended(self) -> date | None:
        """The day or moment at which the record's subject ended, as written."""
        value: Any = self
        for key in self.ends_at:
            value = getattr(value, key, None)
        return value if isinstance(value, date) else None

    def content(self) -> dict[str, Any]:
        """The content to digest and freeze: JSON values, without note and empty keys."""
        return self.model_dump(mode="json", exclude={"note"}, exclude_defaults=True)


class TimelineEntry(Part):
    """What happened at one moment, and what says so."""

    at: Annotated[Moment, says("Thời điểm", "At"), HAPPENED]
    text: Annotated[Text, says("Diễn biến", "What happened")]
    because: Annotated[tuple[EvidenceRef, ...], says("Căn cứ", "Because")] = ()


class Validity(Part):
    """From which moment until which moment something may be used."""

    start: Annotated[Moment, says("Từ", "From", key="from")]
    until: Annotated[Moment, says("Đến", "Until")]
