"""The documents of the API, key by key: the files and their schemas are made from these classes.

The keys of a file stand in the order of its class.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from generator.base.text import Choice
from generator.model.corpus.matter import MatterState
from generator.model.edition.edition import Relation
from generator.model.kinds.bulletin import EDITION_NAME, Mode
from generator.model.kinds.message import DoNotSay
from generator.model.record.fields import Part, says
from generator.model.record.scalars import RECORD_ID, Count, Day, Digest, Moment, RecordId, Text

EditionName = Annotated[str, Field(pattern=rf"^{EDITION_NAME}$")]
Link = Annotated[str, Field(min_length=1)]
Schema = Annotated[
    str,
    says("Lược đồ", "Schema", "Đường dẫn tương đối đến lược đồ của tệp này", key="$schema"),
]
Page = Annotated[Link, says("Trang", "Page", "Tương đối với tệp này khi chưa biết địa chỉ trang")]
File = Annotated[Link, says("Tệp", "File", "Tương đối với tệp này khi chưa biết địa chỉ trang")]


class Form(Part):
    """What a file holds.

    It is made by `model_construct`: typed, but not judged again, because what was issued is told as
    it was issued.
    """

    def as_mapping(self) -> dict[str, Any]:
        """Its keys in their order, without those that have no value."""
        return self.model_dump(exclude_defaults=True, warnings=False)


class State(Choice):
    """What people did to a record; time is judged by `from`, `until` and `retired_on`."""

    OFFERED = "offered", "đang được đưa ra; xét theo thời hạn", "offered; judge by the times"
    RECALLED = "recalled", "đã thu hồi, không dùng", "recalled, not to be used"
    WITHDRAWN = "withdrawn", "bản tin đã thu hồi, không dùng", "bulletin withdrawn, not to be used"
    SUPERSEDED = "superseded", "đã được thay thế, không dùng", "superseded, not to be used"
    HELD = "held", "đang tạm giữ, chưa được dùng", "withheld, not to be used yet"


class RecallForm(Form):
    """A recall: at once out of use."""

    unit: Annotated[Text, says("Đơn vị thu hồi", "Recalled by")]
    office: Annotated[
        Text | None, says("Chức vụ", "Office", "Không có khi bản tin ngừng dùng bằng “retired”")
    ] = None
    at: Annotated[Moment, says("Thu hồi lúc", "Recalled at")]
    reason: Annotated[Text, says("Lý do", "Reason")]
    instead: Annotated[RecordId | None, says("Dùng thay", "Instead")] = None


class RedactionForm(Form):
    """The content of an edition was taken out by all parties."""

    at: Annotated[Moment, says("Gỡ lúc", "At")]
    reason: Annotated[Text, says("Lý do", "Reason")]


class MatterForm(Form):
    """How far a consultation has come."""

    state: Annotated[MatterState, says("Tình trạng", "State")]
    since: Annotated[Day, says("Từ ngày", "Since")]
    waits_for: Annotated[tuple[Text, ...], says("Chờ đơn vị", "Waits for")]
    through: Annotated[RecordId | None, says("Giải quyết ở", "Settled in")] = None


class StandingForm(Form):
    """Judge at your own moment: before `from` it is coming; up to and with `until` in force."""

    state: Annotated[State, says("Trạng thái", "State", "Không phụ thuộc lúc dựng trang")]
    start: Annotated[
        Moment | None, says("Có hiệu lực từ", "Valid from", "Trước lúc này chưa dùng", key="from")
    ] = None
    until: Annotated[
        Moment | None, says("Có hiệu lực đến", "Valid until", "Sau lúc này là hết hiệu lực")
    ] = None
    retired_on: Annotated[
        Day | None, says("Ngừng dùng từ ngày", "Retired on", "Theo ngày của múi giờ chương trình")
    ] = None
    recalled: Annotated[RecallForm | None, says("Thu hồi", "Recall")] = None
    withdrawn_at: Annotated[Moment | None, says("Bản tin thu hồi lúc", "Withdrawn at")] = None
    superseded_by: Annotated[RecordId | None, says("Thay bằng", "Superseded by")] = None
    held_by: Annotated[RecordId | None, says("Tạm giữ vì việc", "Held by")] = None
    matter: Annotated[MatterForm | None, says("Việc trao đổi", "Matter")] = None


class EditionReference(Form):
    """One issued version of a bulletin, as other files name it."""

    name: Annotated[EditionName, says("Bản phát hành", "Edition")]
    title: Annotated[Text, says("Tiêu đề", "Title")]
    relation: Annotated[Relation, says("Quan hệ với bản trước", "Relation to the version before")]
    issued_at: Annotated[Moment, says("Phát hành lúc", "Issued at")]
    mode: Annotated[Mode, says("Chế độ", "Mode", "exercise: diễn tập, không dùng ngoài cuộc đó")]
    timezone: Annotated[Text, says("Múi giờ", "Time zone")]
    digest: Annotated[Digest, says("Mã băm của bản phát hành", "Digest of the edition")]
    page: Page
    file: File
    change_note: Annotated[Text | None, says("Ghi chú thay đổi", "Change note")] = None


class BulletinReference(EditionReference):
    """The newest version of a bulletin, and when the next bulletin was announced for."""

    next_issue: Annotated[Moment | None, says("Bản tin sau ra lúc", "Next issue")] = None


class VersionForm(Form):
    """An edition in which the record was new or had changed."""

    number: Annotated[Count, says("Phiên bản", "Version")]
    edition: Annotated[EditionName, says("Bản phát hành", "Edition")]
    issued_at: Annotated[Moment, says("Phát hành lúc", "Issued at")]
    digest: Annotated[Digest, says("Mã băm của bản ghi", "Digest of the record")]
    changed: Annotated[tuple[Text, ...], says("Mục đã thay đổi", "Keys that changed")]


Names = Annotated[
    dict[str, dict[str, Any]],
    says(
        "Tên gọi",
        "Names",
        "Tên của các mã trong registry, như lúc phát hành; contact của đơn vị là nơi trả lời hiện"
        " nay. Đơn vị đã kết thúc có thêm ended (ngày) và answered_by (đơn vị trả lời thay)",
    ),
]


class RecordDocument(Form):
    """api/v1/records/<ID>.json: a record as last issued."""

    schema_name: Schema
    id: Annotated[RecordId, says("Mã", "Id")]
    kind: Annotated[Text, says("Loại bản ghi", "Kind")]
    page: Page
    card: Annotated[Text | None, says("Thẻ một trang (PDF) của thông điệp", "Card (PDF)")] = None
    pocket_card: Annotated[Text | None, says("Thẻ khổ A5 (PDF)", "Card in A5 (PDF)")] = None
    script: Annotated[Text | None, says("Lời đọc loa (PDF)", "Loudspeaker script (PDF)")] = None
    questions: Annotated[Text | None, says("Hỏi – đáp (PDF)", "Questions, answers (PDF)")] = None
    texts: Annotated[
        Text | None, says("Lời đọc loa và tin ngắn", "Loudspeaker script and short texts")
    ] = None
    standing: Annotated[StandingForm, says("Còn dùng được không", "Standing")]
    content: Annotated[
        dict[str, Any], says("Nội dung", "Content", "Như lần phát hành gần nhất; khóa trống bị bỏ")
    ]
    withheld: Annotated[
        tuple[Text, ...],
        says("Khóa không in", "Withheld keys", "Lời của tin đồn chưa được kết luận và trả lời"),
    ] = ()
    digest: Annotated[
        Digest, says("Mã băm", "Digest", "Của nội dung đã phát hành, kể cả khóa không in")
    ]
    edition: Annotated[EditionReference, says("Phát hành gần nhất trong", "Last issued in")]
    stopped_basis: Annotated[
        tuple[RecordId, ...],
        says("Căn cứ đã thu hồi", "Recalled basis", "Câu nào dựa vào các mã này thì không dùng"),
    ] = ()
    versions: Annotated[tuple[VersionForm, ...], says("Các phiên bản", "Versions, newest first")]
    named_by: Annotated[
        tuple[RecordId, ...], says("Được nêu trong", "Named by", "Như danh sách trên trang")
    ]
    names: Names


class Listed(Form):
    """What every entry of a list says first."""

    id: Annotated[RecordId, says("Mã", "Id")]
    title: Annotated[Text, says("Tiêu đề", "Title")]
    mode: Annotated[Literal["exercise"] | None, says("Diễn tập", "Exercise")] = None
    page: Page
    file: File


RecalledName = Annotated[str, Field(pattern=rf"^(?:{EDITION_NAME}|{RECORD_ID[1:-1]})$")]


class ListedRecall(RecallForm, Listed):
    """A recalled record, bulletin or version."""

    id: Annotated[RecalledName, says("Mã", "Id")]
    names: Names


class ClosedDocument(Form):
    """The file of what only recalled editions held: its words are not published any more."""

    schema_name: Schema
    id: Annotated[RecalledName, says("Mã", "Id")]
    page: Page
    edition: Annotated[EditionName, says("Bản phát hành", "Edition")]
    issued_at: Annotated[Moment, says("Phát hành lúc", "Issued at")]
    digest: Annotated[Digest, says("Mã băm của bản phát hành", "Digest of the edition")]
    recalled: Annotated[RecallForm | None, says("Thu hồi", "Recall")] = None
    redacted: Annotated[
        RedactionForm | None,
        says("Gỡ nội dung", "Taken out", "Mọi bên đã phê duyệt; mã băm ở lại trong chuỗi"),
    ] = None


# What events and messages are about, and who answers.
Contact = Annotated[Text | None, says("Nơi trả lời", "Contact")]
NextUpdate = Annotated[Moment | None, says("Sẽ cập nhật lúc", "Next update")]
Areas = Annotated[tuple[Text, ...], says("Địa bàn", "Areas")]
Topic = Annotated[Text | None, says("Lĩnh vực", "Topic")]
RetiredOn = Annotated[Day | None, says("Ngừng dùng từ ngày", "Retired on")]


class ListedMessage(Listed):
    """A message that is offered; compare `from` and `until` with your own clock."""

    start: Annotated[Moment | None, says("Có hiệu lực từ", "Valid from", key="from")] = None
    until: Annotated[Moment | None, says("Có hiệu lực đến", "Valid until")] = None
    question: Annotated[Text | None, says("Câu hỏi phải trả lời", "Question")] = None
    audience: Annotated[tuple[Text, ...], says("Đối tượng", "Audience")] = ()
    contact: Contact = None
    next_update: NextUpdate = None
    event: Annotated[RecordId | None, says("Thuộc sự việc", "Event")] = None
    areas: Areas = ()
    topic: Topic = None
    say: Annotated[tuple[Text, ...], says("Nói", "Say")]
    do_not_say: Annotated[tuple[DoNotSay, ...], says("Không nói", "Do not say")] = ()
    retired_on: RetiredOn = None
    names: Names


class ListedEvent(Listed):
    """An event that had not ended at `as_of`; judge `closed` at your own moment."""

    level: Annotated[Text | None, says("Mức độ", "Level")] = None
    urgency: Annotated[Text | None, says("Độ khẩn", "Urgency")] = None
    started: Annotated[Moment | None, says("Bắt đầu", "Started")] = None
    closed: Annotated[
        Moment | None, says("Kết thúc", "Closed", "Sau lúc này sự việc đã kết thúc")
    ] = None
    contact: Contact = None
    next_update: NextUpdate = None
    areas: Areas = ()
    topic: Topic = None
    retired_on: RetiredOn = None
    names: Names


class HeldForm(Form):
    """What is withheld, never what it says."""

    id: Annotated[RecordId, says("Mã", "Id")]
    held_by: Annotated[RecordId, says("Tạm giữ vì việc", "Held by")]


class Head(Form):
    """What both lists say of the programme."""

    schema_name: Schema
    title: Annotated[Text, says("Tên bản tin", "Title")]
    language: Annotated[Literal["vi", "en"], says("Ngôn ngữ", "Language")]
    page: Page
    as_of: Annotated[
        Moment | None,
        says("Tính đến", "As of", "Lúc phát hành hoặc thu hồi gần nhất; không phải lúc dựng trang"),
    ] = None
    timezone: Annotated[Text | None, says("Múi giờ", "Time zone")] = None
    parties: Annotated[tuple[Text, ...], says("Các bên", "Parties")]


class InForceDocument(Head):
    """api/v1/in-force.json: what may be used, what no longer, and what goes on."""

    recalls: Annotated[tuple[ListedRecall, ...], says("Thu hồi", "Recalls")]
    corrections: Annotated[
        tuple[EditionReference, ...], says("Đính chính, thu hồi bản tin gần đây", "Corrections")
    ]
    messages: Annotated[
        tuple[ListedMessage, ...],
        says("Nội dung thống nhất", "Messages", "Đang hoặc sắp có hiệu lực tính từ as_of trở đi"),
    ]
    held: Annotated[tuple[HeldForm, ...], says("Đang tạm giữ", "Withheld")]
    events: Annotated[tuple[ListedEvent, ...], says("Sự việc chưa kết thúc", "Open events")]
    bulletins: Annotated[
        tuple[BulletinReference, ...], says("Bản tin mới nhất", "Newest bulletins")
    ]


class IndexedRecord(Form):
    """Which edition issued a record last, and its digest."""

    digest: Annotated[Digest, says("Mã băm", "Digest")]
    edition: Annotated[EditionName, says("Bản phát hành", "Edition")]


class IndexedEdition(EditionReference):
    """An edition; `newer` is there when readers are sent on from it."""

    newer: Annotated[
        EditionName | None,
        says("Bản mới hơn", "Newer edition", "Bản nói cùng việc theo tình hình mới nhất"),
    ] = None


class IndexDocument(Head):
    """api/v1/index.json: everything there is."""

    in_force: File
    feeds: Annotated[dict[str, Link], says("Tin theo dõi", "Feeds")]
    calendar: File
    manifest: File
    record_file: Annotated[
        Text, says("Tệp của bản ghi", "Record file", "Thay {id} bằng mã; tương đối với tệp này")
    ]
    edition_schema: Annotated[
        Text, says("Lược đồ của bản phát hành", "Schema of editions", "Tệp đã đóng băng không nêu")
    ]
    editions: Annotated[tuple[IndexedEdition, ...], says("Các bản phát hành", "Editions")]
    records: Annotated[dict[str, IndexedRecord], says("Các bản ghi", "Records, by id")]
