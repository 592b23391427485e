"""References: the id of a record, or of something in the registry."""

import re
from typing import ClassVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from generator.model.record.scalars import RECORD_ID, REGISTRY_ID


class Ref(str):
    """The id of another thing. The link phase looks up every reference."""

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


class InformationRef(Ref):
    """An information."""

    __slots__ = ()
    kinds = ("information",)


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

    __slots__ = ()  # the kinds that declare themselves evidence: see `model/kinds`


class PrintedRef(Ref):
    """Anything a bulletin may print."""

    __slots__ = ()  # every kind but the bulletin itself: see `model/kinds`


class RecordRef(Ref):
    """A record of any kind."""

    __slots__ = ()


class IssuedRef(Ref):
    """A record of any kind, a bulletin, or one version of it, as in BT-2026-0003/v1."""

    __slots__ = ()
    pattern = re.compile(RECORD_ID.removesuffix("$") + r"(/v[1-9][0-9]{0,2})?$")

    @property
    def record_id(self) -> str:
        """The record or bulletin, without the version."""
        return self.partition("/")[0]
