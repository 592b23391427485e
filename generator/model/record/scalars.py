"""The scalars of records: for each, how it is checked and how the schema describes it."""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from typing import Annotated, NoReturn
from urllib.parse import quote, urlsplit
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

from generator.base.years import FIRST_YEAR, LAST_YEAR, is_in_our_years, moment_of

FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
RECORD_ID = r"^[A-Z]{2}-(19|20|21)[0-9]{2}-[0-9]{4,}$"
REGISTRY_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
DEFAULT_ZONE = "Asia/Ho_Chi_Minh"
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*(?<!-)")
_NEVER_IN_ADDRESS = re.compile(r"[\\<>\"{}|^`\x00-\x1f]|\S\s+\S")
_BARE_PERCENT, _IN_PATH = re.compile(r"%(?![0-9A-Fa-f]{2})"), "/%:@!$&'()*+,;=~"
CLOCK_TIME = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
DIGEST = r"^sha256:[0-9a-f]{64}$"


def _pattern(expected: re.Pattern[str], form: str) -> Callable[[object], object]:
    def check(value: object) -> object:
        if isinstance(value, str) and not expected.fullmatch(value):
            raise PydanticCustomError(form, "")
        return value

    return check


def _moment(value: object, validation: ValidationInfo) -> object:
    if isinstance(value, datetime):
        return value
    moment = moment_of(value) if isinstance(value, str) else None
    if moment is None:
        return _refuse("moment")
    zone: tzinfo | None = (validation.context or {}).get("zone")
    moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return moment if is_in_our_years(moment, zone or UTC) else _refuse("year")


def _count(value: object) -> object:
    if isinstance(value, str):
        return int(value) if re.fullmatch(r"0|[1-9][0-9]{0,11}", value) else _refuse("count")
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


def _site_address(value: object) -> object:
    """The address of a site as addresses are sent: without spaces, marks or signs that none has."""
    if not isinstance(value, str) or not value:
        return value
    try:
        parts = urlsplit(unicodedata.normalize("NFC", value.strip()))
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError:  # a host or a port that cannot be
        return _refuse("site_address")
    beside = parts.username or parts.query or parts.fragment or _NEVER_IN_ADDRESS.search(value)
    if beside or parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return _refuse("site_address")
    where = f"{host}:{port}" if port else host
    return f"{parts.scheme}://{where}{quote(_BARE_PERCENT.sub('%25', parts.path), safe=_IN_PATH)}"


def _refuse(form: str) -> NoReturn:
    raise PydanticCustomError(form, "")


class _WrittenDay:
    """A date written only as 2026-11-18; checked in native code, for speed."""

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        written = core_schema.str_schema(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        day = core_schema.custom_error_schema(
            core_schema.chain_schema([written, core_schema.date_schema()]),
            custom_error_type="day",
            custom_error_message="day",
        )
        ours = core_schema.custom_error_schema(
            core_schema.date_schema(ge=FIRST_DAY, le=LAST_DAY),
            custom_error_type="year",
            custom_error_message="year",
        )
        serialization = core_schema.to_string_ser_schema()
        return core_schema.chain_schema([day, ours], serialization=serialization)


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Statement = Annotated[Text, StringConstraints(max_length=600)]
Day = Annotated[date, _WrittenDay(), WithJsonSchema({"type": "string", "format": "date"})]
Moment = Annotated[
    datetime, BeforeValidator(_moment), WithJsonSchema({"type": "string", "format": "date-time"})
]
Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0})]
Flag = Annotated[bool, BeforeValidator(_flag), Field(strict=True)]
SiteAddress = Annotated[str, BeforeValidator(_site_address)]
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


ClockTime = Annotated[
    str,
    BeforeValidator(_pattern(re.compile(CLOCK_TIME), "clock_time")),
    WithJsonSchema({"type": "string", "pattern": CLOCK_TIME}),
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
