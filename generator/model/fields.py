"""The words a record kind is declared with: field titles, scalars and references."""

import re
from collections.abc import Callable
from datetime import date, datetime, tzinfo
from typing import Annotated, Any, ClassVar, NoReturn

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.base.text import Bilingual

RECORD_ID = r"^[A-Z]{2}-\d{4}-\d{4,}$"
REGISTRY_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
DIGEST = r"^sha256:[0-9a-f]{64}$"


class Part(BaseModel):
    """A group of keys inside a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)


def says(
    vi: str, en: str, hint: str = "", *, due: bool = False, key: str | None = None
) -> FieldInfo:
    """How a key is shown to people: Vietnamese and English title, Vietnamese help.

    `due` marks what may be missing in a draft but not in what is approved, cited or issued.
    `key` is the YAML key where it is a reserved word of Python.
    """
    extra: dict[str, Any] = {"x-title-en": en, **({"x-due": True} if due else {})}
    field: FieldInfo = Field(title=vi, description=hint or vi, json_schema_extra=extra, alias=key)
    return field


def title_of(model: type[BaseModel], key: str) -> Bilingual:
    """The title of a key, from its one declaration."""
    for name, field in model.model_fields.items():
        if key in (name, field.alias):
            extra = field.json_schema_extra
            english = extra.get("x-title-en", key) if isinstance(extra, dict) else key
            return Bilingual(field.title or key, str(english))
    return Bilingual(key, key)


def is_due(field: FieldInfo) -> bool:
    extra = field.json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("x-due"))


def _pattern(expected: re.Pattern[str], form: str) -> Callable[[object], object]:
    def check(value: object) -> object:
        if isinstance(value, str) and not expected.match(value):
            raise PydanticCustomError(form, "")
        return value

    return check


def _moment(value: object, given: ValidationInfo) -> object:
    if not isinstance(value, str) or "T" not in value:
        return value if isinstance(value, datetime) else _refuse("moment")
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return _refuse("moment")
    zone: tzinfo | None = (given.context or {}).get("zone")
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _count(value: object) -> object:
    if isinstance(value, str):
        return int(value) if re.fullmatch(r"0|[1-9]\d{0,11}", value) else _refuse("count")
    return value if isinstance(value, int) else _refuse("count")


def _flag(value: object) -> object:
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value) if value in ("true", "false") else value
    return value


def _refuse(form: str) -> NoReturn:
    raise PydanticCustomError(form, "")


class _WrittenDay:
    """A date written as 2026-11-18 and in no other way; checked in native code, for speed."""

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        written = core_schema.str_schema(pattern=r"^\d{4}-\d{2}-\d{2}$")
        day = core_schema.chain_schema([written, core_schema.date_schema()])
        return core_schema.custom_error_schema(
            day,
            custom_error_type="day",
            custom_error_message="day",
            serialization=core_schema.to_string_ser_schema(),
        )


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Statement = Annotated[Text, StringConstraints(max_length=600)]
ShortText = Annotated[Text, StringConstraints(max_length=300)]
Day = Annotated[date, _WrittenDay(), WithJsonSchema({"type": "string", "format": "date"})]
Moment = Annotated[
    datetime, BeforeValidator(_moment), WithJsonSchema({"type": "string", "format": "date-time"})
]
Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0})]
Flag = Annotated[bool, BeforeValidator(_flag), Field(strict=True)]
RecordId = Annotated[
    str,
    BeforeValidator(_pattern(re.compile(RECORD_ID), "record_id")),
    WithJsonSchema({"type": "string", "pattern": RECORD_ID}),
]
RegistryId = Annotated[
    str,
    BeforeValidator(_pattern(re.compile(REGISTRY_ID), "registry_id")),
    WithJsonSchema({"type": "string", "pattern": REGISTRY_ID}),
]
Digest = Annotated[
    str,
    BeforeValidator(_pattern(re.compile(DIGEST), "digest")),
    WithJsonSchema({"type": "string", "pattern": DIGEST}),
]


class Prose(str):
    """A text in Markdown without raw HTML."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        text = core_schema.str_schema(strip_whitespace=True, min_length=1)
        return core_schema.no_info_after_validator_function(cls, text)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "x-markdown": True}


class Ref(str):
    """The id of something else. The link phase looks every one up."""

    __slots__ = ()
    target: ClassVar[str] = "record"
    kinds: ClassVar[tuple[str, ...]] = ()
    pattern: ClassVar[re.Pattern[str]] = re.compile(RECORD_ID)
    form: ClassVar[str] = "record_id"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        checked = core_schema.custom_error_schema(
            core_schema.str_schema(strict=True, pattern=cls.pattern.pattern),
            custom_error_type=cls.form,
            custom_error_message=cls.form,
        )
        return core_schema.no_info_after_validator_function(cls, checked)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        names = {"x-ref": cls.target, **({"x-kinds": list(cls.kinds)} if cls.kinds else {})}
        return {"type": "string", "pattern": cls.pattern.pattern, **names}


class RegistryRef(Ref):
    """The id of something in the registry."""

    __slots__ = ()
    pattern = re.compile(REGISTRY_ID)
    form = "registry_id"


class UnitRef(RegistryRef):
    """A unit of registry/units.yml."""

    __slots__ = ()
    target = "unit"


class OfficeRef(RegistryRef):
    """An office of the unit named beside it."""

    __slots__ = ()
    target = "office"


class AreaRef(RegistryRef):
    """An area of registry/areas.yml."""

    __slots__ = ()
    target = "area"


class TopicRef(RegistryRef):
    """A topic of registry/topics.yml."""

    __slots__ = ()
    target = "topic"


class DocumentTypeRef(RegistryRef):
    """A document type of registry/topics.yml."""

    __slots__ = ()
    target = "document_type"


class EventRef(Ref):
    """An event."""

    __slots__ = ()
    kinds = ("event",)


class MessageRef(Ref):
    """A message."""

    __slots__ = ()
    kinds = ("message",)


class DirectiveRef(Ref):
    """A directive."""

    __slots__ = ()
    kinds = ("directive",)


class EvidenceRef(Ref):
    """What a statement rests on: exchanged information, a document, or a conclusion."""

    __slots__ = ()
    kinds = ("information", "directive", "consultation")


class PrintedRef(Ref):
    """Anything a bulletin may print."""

    __slots__ = ()
    kinds = (
        "information",
        "opinion",
        "event",
        "message",
        "concern",
        "consultation",
        "directive",
        "network",
    )


class RecordRef(Ref):
    """A record of any kind."""

    __slots__ = ()
