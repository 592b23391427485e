"""Network: the grassroots force that grasps public opinion, in counts, never persons."""

from typing import Annotated, ClassVar

from generator.base.text import Bilingual
from generator.model.record.fields import HAPPENED, Part, says
from generator.model.record.record import Period, Record, Section
from generator.model.record.reference import AreaRef
from generator.model.record.scalars import Count, Day, Text


class Coverage(Part):
    """Counts of groups and collaborators in one area."""

    area: Annotated[AreaRef, says("Địa bàn", "Area")]
    groups: Annotated[Count, says("Số tổ", "Groups")]
    collaborators: Annotated[Count, says("Số cộng tác viên", "Collaborators")]
    reporting: Annotated[Count | None, says("Số có báo cáo", "Reporting")] = None


class Training(Part):
    """One training course."""

    on: Annotated[Day, says("Ngày", "On"), HAPPENED]
    title: Annotated[Text, says("Nội dung", "Title")]
    participants: Annotated[Count, says("Số người dự", "Participants")]


class Network(Record):
    """The force that listens, area by area."""

    kind: ClassVar[str] = "network"
    prefix: ClassVar[str] = "LL"
    label: ClassVar[Bilingual] = Bilingual("lực lượng nắm bắt dư luận", "network")
    section: ClassVar[Section] = Section("network", Bilingual("Lực lượng", "Network"), 90)

    period: Annotated[Period | None, says("Thời gian", "Period", due=True)] = None
    coverage: Annotated[tuple[Coverage, ...], says("Phủ địa bàn", "Coverage", due=True)] = ()
    training: Annotated[tuple[Training, ...], says("Tập huấn", "Training")] = ()
