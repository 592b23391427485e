"""Event: a complex local event as it stands, with its timeline."""

from typing import Annotated, ClassVar

from generator.base.text import Bilingual, Choice
from generator.model.record.fields import HAPPENED, Part, says
from generator.model.record.record import (
    Cited,
    Forecast,
    Record,
    Section,
    Task,
    TimelineEntry,
    Urgency,
)
from generator.model.record.reference import MessageRef, UnitRef
from generator.model.record.scalars import Day, Moment, Text


class Level(Choice):
    """How grave an event is."""

    WATCH = "watch", "theo dõi", "watch"
    COMPLEX = "complex", "phức tạp", "complex"
    HOT_SPOT = "hot_spot", "điểm nóng", "hot spot"


class Doing(Part):
    """What is being done, by whom, until when."""

    text: Annotated[Text, says("Việc đang làm", "Being done")]
    unit: Annotated[UnitRef | None, says("Đơn vị", "Unit")] = None
    due: Annotated[Day | None, says("Hạn", "Due")] = None


class Event(Record):
    """The situation: what happened, what is known, unknown and being done."""

    kind: ClassVar[str] = "event"
    prefix: ClassVar[str] = "SV"
    label: ClassVar[Bilingual] = Bilingual("sự việc phức tạp", "event")
    section: ClassVar[Section] = Section("events", Bilingual("Sự việc", "Events"), 10)
    ends_at: ClassVar[tuple[str, ...]] = ("closed",)

    level: Annotated[Level | None, says("Mức độ", "Level", due=True)] = None
    urgency: Annotated[Urgency | None, says("Độ khẩn", "Urgency", due=True)] = None
    started: Annotated[Moment | None, says("Bắt đầu", "Started", due=True), HAPPENED] = None
    closed: Annotated[Moment | None, says("Kết thúc", "Closed"), HAPPENED] = None
    timeline: Annotated[
        tuple[TimelineEntry, ...],
        says("Diễn biến", "Timeline", "Mới nhất ở cuối; mỗi mục nêu căn cứ", due=True),
    ] = ()
    known: Annotated[tuple[Cited, ...], says("Đã xác minh", "Known")] = ()
    unknown: Annotated[tuple[Text, ...], says("Chưa rõ", "Not yet known")] = ()
    doing: Annotated[tuple[Doing, ...], says("Đang làm", "Being done")] = ()
    forecast: Annotated[tuple[Forecast, ...], says("Dự báo", "Forecast")] = ()
    tasks: Annotated[tuple[Task, ...], says("Nhiệm vụ", "Tasks")] = ()
    lead: Annotated[
        MessageRef | None,
        says(
            "Nội dung đứng đầu",
            "Leading message",
            "Nội dung thống nhất của sự việc này mà người đọc thấy trước; bỏ trống thì theo thứ tự"
            " của bản tin",
        ),
    ] = None
    contact: Annotated[
        UnitRef | None,
        says("Nơi trả lời", "Contact", "Đơn vị có đầu mối công khai trả lời", due=True),
    ] = None
    next_update: Annotated[
        Moment | None, says("Sẽ cập nhật lúc", "Next update", "Bắt buộc khi sự việc chưa kết thúc")
    ] = None
