"""The registry: units, areas, topics. All local facts are here; the code holds none."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from generator.base.text import Choice, Language
from generator.model.record.fields import Part, says
from generator.model.record.reference import AreaRef, DirectiveRef, RecordRef, UnitRef
from generator.model.record.scalars import (
    DEFAULT_ZONE,
    REGISTRY_ID,
    Count,
    Day,
    RegistryId,
    SiteAddress,
    Text,
    ZoneName,
)


class Valid(Part):
    """Since when and until when something exists; empty means without limit."""

    start: Annotated[Day | None, says("Từ ngày", "From", key="from")] = None
    until: Annotated[Day | None, says("Đến ngày", "Until")] = None

    def covers(self, day: date) -> bool:
        return _lies_between(self.start, day, self.until)


def _lies_between(start: date | None, day: date, until: date | None) -> bool:
    """Whether a day lies between two days, both included; None is no limit."""
    return (start is None or start <= day) and (until is None or day <= until)


class UnitKind(Choice):
    """What sort of organisation a unit is."""

    PARTY_BODY = "party_body", "cơ quan Đảng", "Party body"
    DECIDING_BODY = "deciding_body", "cấp quyết định", "deciding body"
    FRONT = "front", "Mặt trận", "Front"
    MASS_ORGANISATION = "mass_organisation", "đoàn thể", "mass organisation"
    STATE_BODY = "state_body", "cơ quan nhà nước", "state body"
    POLICE = "police", "công an", "police"
    SCHOOL = "school", "nhà trường", "school"
    OTHER = "other", "khác", "other"


class Contact(Part):
    """The only contacts that are ever printed."""

    title: Annotated[Text, says("Tên đầu mối", "Title")]
    phone: Annotated[Text | None, says("Điện thoại", "Phone")] = None
    email: Annotated[Text | None, says("Thư điện tử", "E-mail")] = None
    hours: Annotated[Text | None, says("Giờ trực", "Hours")] = None


class Office(Part):
    """A post in a unit; records name offices, not persons."""

    id: Annotated[RegistryId, says("Mã", "Id")]
    title: Annotated[Text, says("Chức vụ", "Title")]
    holder: Annotated[Text | None, says("Người giữ chức vụ", "Holder")] = None
    authority: Annotated[Text | None, says("Thẩm quyền ký", "Authority", "Như T/M, K/T")] = None
    valid: Annotated[Valid, says("Hiệu lực", "Valid")] = Valid()


class Unit(Part):
    """An organisation; a party is a unit that must approve."""

    id: Annotated[RegistryId, says("Mã", "Id")]
    name: Annotated[Text, says("Tên đầy đủ", "Name")]
    short_name: Annotated[Text | None, says("Tên ngắn", "Short name")] = None
    symbol: Annotated[Text | None, says("Ký hiệu", "Symbol")] = None
    kind: Annotated[UnitKind, says("Loại đơn vị", "Kind")]
    superior: Annotated[Text | None, says("Cấp trên", "Superior")] = None
    place: Annotated[Text | None, says("Địa danh", "Place")] = None
    contact: Annotated[Contact | None, says("Đầu mối trả lời", "Contact")] = None
    valid: Annotated[Valid, says("Hiệu lực", "Valid")] = Valid()
    successor: Annotated[UnitRef | None, says("Đơn vị kế thừa", "Successor")] = None
    offices: Annotated[tuple[Office, ...], says("Chức vụ", "Offices")] = ()

    @property
    def called(self) -> str:
        return self.short_name or self.name

    def office(self, office_id: str) -> Office | None:
        return next((office for office in self.offices if office.id == office_id), None)


class Area(Part):
    """A ward, commune or residential group; areas form a tree."""

    id: Annotated[RegistryId, says("Mã", "Id")]
    name: Annotated[Text, says("Tên địa bàn", "Name")]
    level: Annotated[Text | None, says("Cấp", "Level")] = None
    parent: Annotated[AreaRef | None, says("Thuộc", "Parent")] = None
    valid: Annotated[Valid, says("Hiệu lực", "Valid")] = Valid()
    successor: Annotated[AreaRef | None, says("Địa bàn kế thừa", "Successor")] = None


class Topic(Part):
    """A field of work."""

    id: Annotated[RegistryId, says("Mã", "Id")]
    name: Annotated[Text, says("Tên", "Name")]


class DocumentType(Topic):
    """A type of document, with the letters that stand for it in a number."""

    symbol: Annotated[Text | None, says("Chữ viết tắt", "Symbol", "Như TB, BC")] = None


class ApprovalLevel(Choice):
    """What a party's sign-off must carry."""

    DECLARED = "declared", "khai báo", "declared"
    SIGNED = "signed", "ký số", "signed"


class Exercises(Choice):
    """Whether editions made in an exercise are built."""

    SHOW = "show", "hiện", "show"
    HIDE = "hide", "ẩn", "hide"


class TwoUnits(Choice):
    """How grave it is when one unit supplies, verifies and concludes an information alone."""

    WARNED = "warned", "cảnh báo", "warned"
    REQUIRED = "required", "bắt buộc", "required"


class VerificationTerms(Part):
    """What the programme asks of the verification of information."""

    two_units: Annotated[
        TwoUnits,
        says(
            "Hai đơn vị",
            "Two units",
            "Một đơn vị vừa cung cấp, vừa xác minh, vừa kết luận: cảnh báo hay lỗi",
        ),
    ] = TwoUnits.WARNED


class Waiver(Part):
    """A warning that is accepted for a while, by somebody, for a reason."""

    code: Annotated[Text, says("Mã quy tắc", "Code")]
    record: Annotated[RecordRef, says("Bản ghi", "Record")]
    reason: Annotated[Text, says("Lý do", "Reason")]
    by: Annotated[UnitRef, says("Đơn vị", "By")]
    until: Annotated[Day, says("Đến ngày", "Until")]


class ProgrammeLanguage(Choice):
    """The language of the programme's texts."""

    VI = "vi", "tiếng Việt", "Vietnamese"
    EN = "en", "tiếng Anh", "English"


class Party(Part):
    """A unit that must approve, between two days if they are given; a plain id means always."""

    unit: Annotated[UnitRef, says("Đơn vị", "Unit")]
    start: Annotated[Day | None, says("Là một bên từ ngày", "Party from", key="from")] = None
    until: Annotated[Day | None, says("Là một bên đến ngày", "Party until")] = None

    @model_validator(mode="before")
    @classmethod
    def _of_id(cls, written: object) -> object:
        """A plain id as a party without dates."""
        if isinstance(written, dict):
            return written
        if not (isinstance(written, str) and re.fullmatch(REGISTRY_ID, written)):
            raise PydanticCustomError("registry_id", "registry_id")
        return {"unit": written}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Editors may write the id alone."""
        schema = handler.resolve_ref_schema(handler(core))
        return {**schema, "type": ["string", "object"], "x-ref": "unit", "pattern": REGISTRY_ID}

    def covers(self, day: date) -> bool:
        return _lies_between(self.start, day, self.until)


class Programme(Part):
    """The agreement: parties, deciding body, and how the bulletin is made."""

    title: Annotated[Text, says("Tên chương trình", "Title")]
    short_title: Annotated[Text, says("Tên bản tin", "Short title")]
    basis: Annotated[DirectiveRef | None, says("Văn bản làm căn cứ", "Basis")] = None
    members: Annotated[
        tuple[Party, ...],
        says(
            "Các bên",
            "Parties",
            "Từ hai đơn vị trở lên; mã đơn vị, hoặc {unit: mã, from: ngày, until: ngày}",
            key="parties",
        ),
    ]
    deciding_body: Annotated[UnitRef, says("Cấp quyết định", "Deciding body")]
    language: Annotated[ProgrammeLanguage, says("Ngôn ngữ", "Language")] = ProgrammeLanguage.VI
    timezone: Annotated[ZoneName, says("Múi giờ", "Time zone")] = DEFAULT_ZONE
    layout: Annotated[RegistryId, says("Khuôn PDF", "Layout")] = "masthead"
    approval: Annotated[ApprovalLevel, says("Mức phê duyệt", "Approval")] = ApprovalLevel.DECLARED
    base_url: Annotated[SiteAddress, says("Địa chỉ trang", "Site address")] = ""
    small_count: Annotated[Count, says("Ngưỡng số nhỏ", "Small count")] = 5
    exercises: Annotated[Exercises, says("Bản diễn tập", "Exercises")] = Exercises.SHOW
    verification: Annotated[VerificationTerms, says("Xác minh thông tin", "Verification")] = (
        VerificationTerms()
    )
    waivers: Annotated[tuple[Waiver, ...], says("Miễn cảnh báo", "Waivers")] = ()

    @property
    def parties(self) -> tuple[str, ...]:
        """The units that are, were or will be a party, each once; see `parties_on`."""
        return tuple(dict.fromkeys(str(member.unit) for member in self.members))

    def parties_on(self, day: date) -> tuple[str, ...]:
        """The units that must approve what is released on that day, each once.

        Their dates alone decide: who is a party is agreed by all, so the end of a unit takes no
        party away. A party whose unit has ended is an error until the programme says otherwise.
        """
        on_day = (str(member.unit) for member in self.members if member.covers(day))
        return tuple(dict.fromkeys(on_day))

    @property
    def zone(self) -> tzinfo:
        return ZoneInfo(self.timezone)

    @property
    def spoken(self) -> Language:
        return Language(self.language.value)


class UnitsFile(Part):
    """registry/units.yml"""

    units: Annotated[tuple[Unit, ...], says("Đơn vị", "Units")]


class AreasFile(Part):
    """registry/areas.yml"""

    areas: Annotated[tuple[Area, ...], says("Địa bàn", "Areas")] = ()


class TopicsFile(Part):
    """registry/topics.yml"""

    topics: Annotated[tuple[Topic, ...], says("Lĩnh vực", "Topics")] = ()
    document_types: Annotated[tuple[DocumentType, ...], says("Loại văn bản", "Document types")] = ()


REGISTRY_FILES: Mapping[str, type[Part]] = {
    "content/registry/programme.yml": Programme,
    "content/registry/units.yml": UnitsFile,
    "content/registry/areas.yml": AreasFile,
    "content/registry/topics.yml": TopicsFile,
}


P = TypeVar("P", bound=Part)


def _file(files: Iterable[object], kind: type[P]) -> P | None:
    return next((file for file in files if isinstance(file, kind)), None)


def registry_from(files: Iterable[object]) -> "Registry | None":
    """The registry of these files, or None without a programme and units."""
    known = tuple(files)
    programme, units = _file(known, Programme), _file(known, UnitsFile)
    areas, topics = _file(known, AreasFile) or AreasFile(), _file(known, TopicsFile) or TopicsFile()
    if programme is None or units is None:
        return None
    return Registry(
        programme=programme,
        units={unit.id: unit for unit in units.units},
        areas={area.id: area for area in areas.areas},
        topics={topic.id: topic for topic in topics.topics},
        document_types={kind.id: kind for kind in topics.document_types},
    )


@dataclass(frozen=True, slots=True)
class Registry:
    """The four files, looked up by id."""

    programme: Programme
    units: Mapping[str, Unit]
    areas: Mapping[str, Area]
    topics: Mapping[str, Topic]
    document_types: Mapping[str, DocumentType]

    @property
    def parties(self) -> tuple[Unit, ...]:
        return tuple(self.units[p] for p in self.programme.parties if p in self.units)

    def lineage(self, area: str) -> tuple[str, ...]:
        """An area and every area it lies in, the innermost first; stops when an area repeats."""
        lineage: list[str] = []
        current: str | None = area
        while current and current not in lineage:
            lineage.append(current)
            area_entry = self.areas.get(current)
            current = area_entry.parent if area_entry else None
        return tuple(lineage)

    def named(self, target: str) -> Mapping[str, object]:
        """All registry entries of one target of `RegistryRef`, by id."""
        tables: Mapping[str, Mapping[str, object]] = {
            "unit": self.units,
            "area": self.areas,
            "topic": self.topics,
            "document_type": self.document_types,
        }
        return tables[target]
