"""Opinion: what people think about a topic in a period, in aggregate; never a person."""

from typing import Annotated, ClassVar

from generator.base.text import Bilingual, Choice
from generator.model.record.fields import HAPPENED, Part, says
from generator.model.record.record import Channel, Forecast, Period, Record, Section
from generator.model.record.reference import UnitRef
from generator.model.record.scalars import Count, Day, Text


class StreamKind(Choice):
    """What a stream of opinion is about in form."""

    QUESTION = "question", "câu hỏi", "question"
    WORRY = "worry", "lo ngại", "worry"
    REQUEST = "request", "đề nghị", "request"
    VIEW = "view", "quan điểm", "view"
    INFORMATION_GAP = "information_gap", "thiếu thông tin", "information gap"


class Tendency(Choice):
    """The leaning of a stream."""

    SUPPORT = "support", "tán thành", "support"
    OPPOSE = "oppose", "phản đối", "oppose"
    CONCERNED = "concerned", "băn khoăn", "concerned"
    HESITANT = "hesitant", "lưỡng lự", "hesitant"
    UNCLEAR = "unclear", "chưa rõ thái độ", "unclear"


class Breadth(Choice):
    """How many share a stream, in the field's own words."""

    VAST_MAJORITY = "vast_majority", "tuyệt đại đa số", "vast majority"
    MAJORITY = "majority", "đa số", "majority"
    MANY = "many", "nhiều ý kiến", "many"
    SOME = "some", "một số ý kiến", "some"


class Intensity(Choice):
    """How strong a stream is."""

    LOW = "low", "thấp", "low"
    MEDIUM = "medium", "vừa", "medium"
    HIGH = "high", "cao", "high"
    VERY_HIGH = "very_high", "rất cao", "very high"


class Trend(Choice):
    """Where a stream is going."""

    RISING = "rising", "tăng", "rising"
    STEADY = "steady", "ổn định", "steady"
    FALLING = "falling", "giảm", "falling"


class Method(Part):
    """How the opinion was gathered, and what it cannot tell."""

    reports: Annotated[Count, says("Số báo cáo", "Reports")]
    channels: Annotated[tuple[Channel, ...], says("Kênh", "Channels")] = ()
    limits: Annotated[Text, says("Giới hạn", "Limits", "Những gì chưa biết, chưa nghe được")]


class Stream(Part):
    """One stream of opinion."""

    summary: Annotated[Text, says("Tóm tắt", "Summary")]
    kind: Annotated[StreamKind, says("Dạng", "Kind")]
    tendency: Annotated[Tendency, says("Khuynh hướng", "Tendency")]
    breadth: Annotated[Breadth, says("Mức phổ biến", "Breadth")]
    intensity: Annotated[Intensity, says("Cường độ", "Intensity")]
    trend: Annotated[Trend, says("Xu thế", "Trend")]


class Proposal(Part):
    """What is proposed to one unit."""

    to: Annotated[UnitRef | None, says("Kiến nghị với", "To")] = None
    text: Annotated[Text, says("Nội dung", "Text")]
    due: Annotated[Day | None, says("Hạn", "Due")] = None


class Opinion(Record):
    """Aggregate report on opinion about one topic in one period."""

    kind: ClassVar[str] = "opinion"
    prefix: ClassVar[str] = "DL"
    label: ClassVar[Bilingual] = Bilingual("tình hình dư luận", "opinion")
    section: ClassVar[Section] = Section("opinions", Bilingual("Dư luận", "Public opinion"), 50)

    period: Annotated[Period | None, says("Thời gian", "Period", due=True), HAPPENED] = None
    method: Annotated[Method | None, says("Cách nắm bắt", "Method", due=True)] = None
    streams: Annotated[tuple[Stream, ...], says("Luồng ý kiến", "Streams", due=True)] = ()
    forecast: Annotated[tuple[Forecast, ...], says("Dự báo", "Forecast")] = ()
    proposals: Annotated[tuple[Proposal, ...], says("Kiến nghị, đề xuất", "Proposals")] = ()
