"""Single values of frozen records in words, whatever key they stand under."""

import re
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Union, get_args, get_origin

from pydantic import BaseModel

from generator.base.span import FieldPath
from generator.base.text import Choice, Language
from generator.model.fields import title_of
from generator.model.kinds import BY_PREFIX
from generator.model.reference import RegistryRef
from generator.views.labels import labels
from generator.views.wording import Wording, chosen

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T.*")


def value_text(wording: Wording, record_id: str, at: FieldPath, value: object) -> str:
    """A value as readers see it; groups of keys one after the other."""
    if value is None:
        return ""
    if isinstance(value, dict):
        parts = (value_text(wording, record_id, (*at, key), one) for key, one in value.items())
        return " · ".join(part for part in parts if part)
    if isinstance(value, (list, tuple)):
        parts = (value_text(wording, record_id, (*at, n), one) for n, one in enumerate(value))
        return "; ".join(part for part in parts if part)
    if isinstance(value, bool):
        return wording.label("yes" if value else "no")
    return _scalar_text(wording, _leaf(BY_PREFIX[record_id[:2]], at), str(value))


def _scalar_text(wording: Wording, leaf: type | None, value: str) -> str:
    if leaf is not None and issubclass(leaf, Choice):
        return chosen(leaf, value).label.to(wording.language)
    if leaf is not None and issubclass(leaf, RegistryRef):
        return _registry_text(wording, leaf.target, value)
    if _MOMENT.fullmatch(value):
        return wording.moment(datetime.fromisoformat(value))
    return wording.day(date.fromisoformat(value)) if _DAY.fullmatch(value) else value


def _registry_text(wording: Wording, target: str, value: str) -> str:
    match target:
        case "unit":
            return wording.unit(value)
        case "area":
            return wording.area(value)
        case "topic":
            return wording.topic(value)
        case "document_type":
            return wording.document_type(value)
        case _:
            return value


def key_title(record_id: str, at: FieldPath, language: Language) -> str:
    """The title of a key as readers know it: “Nói, mục 2”."""
    title = title_of(BY_PREFIX[record_id[:2]], str(at[0])).to(language)
    numbers = [part for part in at[1:2] if isinstance(part, int)]
    if not numbers:
        return title
    number = labels(language)["item"].format(number=numbers[0] + 1)
    return f"{title}, {number}"


@cache
def _leaf(model: type[BaseModel], at: FieldPath) -> type | None:
    """The class that a path of keys and numbers leads to."""
    found: type | None = model
    for key in at:
        if isinstance(key, int):
            continue
        if found is None or not issubclass(found, BaseModel):
            return None
        fields = found.model_fields.items()
        field = next((f for name, f in fields if key in (f.alias or name, name)), None)
        found = _class_of(field.annotation) if field else None
    return found


def _class_of(annotation: object) -> type | None:
    """The class an annotation is made of, through None, tuples and Annotated."""
    if isinstance(annotation, type):
        return annotation if annotation is not type(None) else None
    if get_origin(annotation) in (Union, UnionType, tuple) or hasattr(annotation, "__metadata__"):
        found = (_class_of(argument) for argument in get_args(annotation))
        return next((one for one in found if one is not None), None)
    return None
