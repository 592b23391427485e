"""How a record kind declares its keys: groups of keys, and the titles that people see."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from generator.base.text import Bilingual


class Part(BaseModel):
    """A group of keys inside a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)


def as_json(part: Part) -> dict[str, Any]:
    """A group of keys as editions hold it: without the keys that are not given."""
    content: dict[str, Any] = part.model_dump(mode="json", exclude_none=True)
    return content


def says(
    vi: str, en: str, hint: str = "", *, due: bool = False, key: str | None = None
) -> FieldInfo:
    """How a key is shown to people: Vietnamese and English title, Vietnamese help.

    `due` marks a key that a draft may lack, but not a record that is approved, cited or issued.
    `key` is the YAML key where it is a reserved word of Python.
    """
    extra: dict[str, Any] = {"x-title-en": en, **({"x-due": True} if due else {})}
    field: FieldInfo = Field(title=vi, description=hint or vi, json_schema_extra=extra, alias=key)
    return field


class Happened:
    """Marks a day, moment or period that is told as past, so that it cannot lie ahead."""


HAPPENED = Happened()


def has_happened(field: FieldInfo) -> bool:
    return any(isinstance(mark, Happened) for mark in field.metadata)


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
