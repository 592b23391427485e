"""Message: what all parties agreed to say, with its evidence and its validity."""

from datetime import datetime, time, tzinfo
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from generator.base.text import Bilingual, Choice
from generator.model.record.fields import Part, says
from generator.model.record.record import Cited, Record, Section, Validity
from generator.model.record.reference import DirectiveRef, EvidenceRef, MessageRef, UnitRef
from generator.model.record.scalars import ClockTime, Day, Moment, Text


class Audience(Choice):
    """Whom a message is for."""

    RESIDENTS = "residents", "người dân", "residents"
    OFFICIALS = "officials", "cán bộ", "officials"
    PARTY_MEMBERS = "party_members", "đảng viên", "Party members"
    SCHOOLS = "schools", "nhà trường", "schools"
    BUSINESSES = "businesses", "doanh nghiệp, hộ kinh doanh", "businesses"


class DoNotSay(Part):
    """What must not be said, and why."""

    text: Annotated[Text, says("Không nói", "Do not say")]
    why: Annotated[Text, says("Vì sao", "Why")]


class Answer(Part):
    """A question people ask, and the agreed answer."""

    question: Annotated[Text, says("Câu hỏi", "Question")]
    answer: Annotated[Text, says("Trả lời", "Answer")]
    because: Annotated[tuple[EvidenceRef, ...], says("Căn cứ", "Because")] = ()


class Reading(Part):
    """A day of the loudspeaker's schedule, with the times of that day."""

    on: Annotated[Day, says("Ngày phát", "On")]
    at: Annotated[tuple[ClockTime, ...], says("Giờ phát", "At", "Các giờ, như [06:30, 17:00]")]

    def moments(self, zone: tzinfo | None) -> tuple[datetime, ...]:
        """When it is read, in a time zone, in the order in which the times were written."""
        times = (time.fromisoformat(at) for at in self.at)
        return tuple(datetime.combine(self.on, at, zone) for at in times)


# The keys that hold texts to be sent or read out; the other sentences were agreed as they are.
CHANNELS = ("short_text", "script")
MOST_LETTERS = 300


def _as_sentences(value: object) -> object:
    """Editions of earlier versions hold one text without evidence."""
    return [{"text": value}] if isinstance(value, str) and value.strip() else value


def _short_enough(sentences: tuple[Cited, ...]) -> tuple[Cited, ...]:
    if len(" ".join(sentence.text for sentence in sentences)) > MOST_LETTERS:
        raise PydanticCustomError("short_text", "")
    return sentences


Sentences = Annotated[tuple[Cited, ...], BeforeValidator(_as_sentences)]


class Message(Record):
    """Agreed messaging on one question."""

    kind: ClassVar[str] = "message"
    prefix: ClassVar[str] = "ND"
    label: ClassVar[Bilingual] = Bilingual("nội dung định hướng thống nhất", "message")
    section: ClassVar[Section] = Section(
        "messages", Bilingual("Nội dung thống nhất", "Messages"), 20
    )
    can_be_held: ClassVar[bool] = True

    audience: Annotated[tuple[Audience, ...], says("Đối tượng", "Audience", due=True)] = ()
    question: Annotated[Text | None, says("Câu hỏi phải trả lời", "Question", due=True)] = None
    say: Annotated[
        tuple[Cited, ...],
        says("Nói", "Say", "Một đến ba câu, mỗi câu tối đa 40 tiếng, có căn cứ", due=True),
    ] = ()
    do_not_say: Annotated[tuple[DoNotSay, ...], says("Không nói", "Do not say")] = ()
    answers: Annotated[tuple[Answer, ...], says("Hỏi – đáp", "Answers")] = ()
    basis: Annotated[tuple[DirectiveRef, ...], says("Căn cứ văn bản", "Basis", due=True)] = ()
    contact: Annotated[UnitRef | None, says("Nơi trả lời", "Contact", due=True)] = None
    valid: Annotated[Validity | None, says("Hiệu lực", "Validity", due=True)] = None
    next_update: Annotated[Moment | None, says("Sẽ cập nhật lúc", "Next update", due=True)] = None
    supersedes: Annotated[MessageRef | None, says("Thay cho", "Supersedes")] = None
    short_text: Annotated[
        Sentences,
        AfterValidator(_short_enough),
        says(
            "Tin ngắn",
            "Short text",
            "Cho SMS, nhóm tin nhắn; các câu cộng lại tối đa 300 ký tự, mỗi câu có căn cứ; bỏ trống"
            " thì lấy từ “say”",
        ),
    ] = ()
    script: Annotated[
        Sentences,
        says(
            "Lời đọc loa",
            "Loudspeaker script",
            "Các câu đọc theo thứ tự, mỗi câu có căn cứ; bỏ trống thì lấy từ “say”, “answers”",
        ),
    ] = ()

    readings: Annotated[
        tuple[Reading, ...],
        says("Lịch phát loa", "Readings", "Ngày, giờ phát trên loa, khi đã định"),
    ] = ()

    @property
    def holds(self) -> Validity | None:
        """Its validity, ended early on the day from which it is retired."""
        if self.valid is None or self.retired is None:
            return self.valid
        day = datetime.combine(self.retired.on, time(), self.valid.until.tzinfo)
        return self.valid.model_copy(update={"until": min(self.valid.until, day)})

    @property
    def in_short(self) -> tuple[Cited, ...]:
        """What to do, in as few sentences as there are: the short text, else the key messages."""
        return self.short_text or self.say

    @property
    def is_for_residents(self) -> bool:
        """Whether residents hear it; a message that names no audience is for everybody."""
        return not self.audience or Audience.RESIDENTS in self.audience
