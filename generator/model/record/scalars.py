"""The scalars of records: for each, how it is checked and how the schema describes it."""

import re
from collections.abc import Callable
from datetime import date, datetime, tzinfo
from typing import Annotated, NoReturn
from zoneinfo import ZoneInfo

from pydantic import (
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

RECORD_ID = r"^[A-Z]{2}-\d{4}-\d{4,}$"
REGISTRY_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
DEFAULT_ZONE = "Asia/Ho_Chi_Minh"
DIGEST = r"^sha256:[0-9a-f]{64}$"


def _pattern(expected: re.Pattern[str], form: str) -> Callable[[object], object]:
    def check(value: object) -> object:
        if isinstance(value, str) and not expected.match(value):
            raise PydanticCustomError(form, "")
        return value

    return check


def _moment(value: object, validation: ValidationInfo) -> object:
    if not isinstance(value, str) or "T" not in value:
        return value if isinstance(value, datetime) else _refuse("moment")
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return _refuse("moment")
    zone: tzinfo | None = (validation.context or {}).get("zone")
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _count(value: object) -> object:
    if isinstance(value, str):
        return int(value) if re.fullmatch(r"0|[1-9]\d{0,11}", value) else _refuse("count")
    return value if isinstance(value, int) else _refuse("count")


def _flag(value: object) -> object:
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value) if value in ("true", "false") else value
    return value


def _zone(value: object) -> object:
    """A name of the time zone database; for others ZoneInfo raises one of three errors."""
    if isinstance(value, str):
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            return _refuse("zone")
    return value


def _refuse(form: str) -> NoReturn:
    raise PydanticCustomError(form, "")


class _WrittenDay:
    """A date written only as 2026-11-18; checked in native code, for speed."""

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
Day = Annotated[date, _WrittenDay(), WithJsonSchema({"type": "string", "format": "date"})]
Moment = Annotated[
    datetime, BeforeValidator(_moment), WithJsonSchema({"type": "string", "format": "date-time"})
]
Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0})]
Flag = Annotated[bool, BeforeValidator(_flag), Field(strict=True)]
ZoneName = Annotated[str, BeforeValidator(_zone)]
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
