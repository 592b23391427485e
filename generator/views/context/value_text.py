"""Values of frozen records in words, for any key of any kind."""

import re
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Union, get_args, get_origin

from pydantic import BaseModel

from generator.base.digest import Json
from generator.base.readable import readable
from generator.base.span import FieldPath
from generator.base.text import Choice, Language
from generator.model.edition.comparison import BYTES
from generator.model.kinds import kind_of
from generator.model.record.fields import title_of
from generator.model.record.reference import Ref, RegistryRef
from generator.model.record.scalars import Prose
from generator.views.catalogue.labels import labels
from generator.views.context.formatter import Formatter, chosen

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Keys that hold the text of a list item; the list's title is enough.
_PLAIN = frozenset({"text", "do"})
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T.*")


def value_text(formatter: Formatter, record_id: str, at: FieldPath, value: object) -> str:
    """A value in words; the keys of a group and the items of a list follow one another."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return _group_text(formatter, record_id, at, value)
    if isinstance(value, (list, tuple)):
        parts = (value_text(formatter, record_id, (*at, n), item) for n, item in enumerate(value))
        return "; ".join(part for part in parts if part)
    if isinstance(value, bool):
        return formatter.label("yes" if value else "no")
    return _scalar_text(formatter, _leaf(kind_of(record_id), at), str(value))


def is_words(record_id: str, at: FieldPath) -> bool:
    """Whether a key holds free text, which is compared word by word, unlike days and choices."""
    return _leaf(kind_of(record_id), at) in (str, Prose)


def _group_text(formatter: Formatter, record_id: str, at: FieldPath, group: Json) -> str:
    """The keys in the order of their declaration, each with its title except the first."""
    model = _leaf(kind_of(record_id), at)
    texts: list[str] = []
    for key in _in_order(model, group):
        text = value_text(formatter, record_id, (*at, key), group[key])
        if text:
            title = part_title(model, key, formatter.language) if texts else ""
            texts.append(f"{title}: {text}" if title else text)
    return " · ".join(texts)


def _in_order(model: type | None, group: Json) -> list[str]:
    if model is None or not issubclass(model, BaseModel):
        return sorted(group)
    declared = [field.alias or name for name, field in model.model_fields.items()]
    return [key for key in declared if key in group] + sorted({*group} - {*declared})


def _scalar_text(formatter: Formatter, leaf: type | None, value: str) -> str:
    if leaf is not None and issubclass(leaf, Prose):
        return readable(value)
    if leaf is not None and issubclass(leaf, Choice):
        return chosen(leaf, value).label.to(formatter.language)
    if leaf is not None and issubclass(leaf, RegistryRef):
        return _registry_text(formatter, leaf.target, value)
    if leaf is not None and issubclass(leaf, Ref):
        return f"{value} {formatter.cite(value).title}".strip()
    if _MOMENT.fullmatch(value):
        return formatter.moment(datetime.fromisoformat(value))
    return formatter.day(date.fromisoformat(value)) if _DAY.fullmatch(value) else value


def _registry_text(formatter: Formatter, target: str, value: str) -> str:
    match target:
        case "unit":
            return formatter.unit(value)
        case "area":
            return formatter.area(value)
        case "topic":
            return formatter.topic(value)
        case "document_type":
            return formatter.document_type(value)
        case "office":
            return _office(formatter, value)
        case _:
            return value


def _office(formatter: Formatter, office_id: str) -> str:
    """The title of an office, if all units that have it use the same title; otherwise its id."""
    offices = (unit.office(office_id) for unit in formatter.names.units.values())
    titles = {office.title for office in offices if office}
    return titles.pop() if len(titles) == 1 else office_id


def key_title(record_id: str, at: FieldPath, language: Language) -> str:
    """The title of a key as readers know it: “Nói, mục 2”, “Hiệu lực: Đến”."""
    kind = kind_of(record_id)
    title = title_of(kind, str(at[0])).to(language)
    for depth, part in enumerate(at[1:], 1):
        if isinstance(part, int):
            title += ", " + labels(language)["item"].format(number=part + 1)
        elif part not in _PLAIN:
            title += ": " + part_title(_leaf(kind, at[:depth]), part, language)
    return title


def part_title(model: type | None, key: str, language: Language) -> str:
    """The title of a key inside a group."""
    if key == BYTES:
        return labels(language)["change_bytes"]
    is_group = model is not None and issubclass(model, BaseModel)
    return title_of(model, key).to(language) if is_group and model else key


@cache
def _leaf(model: type[BaseModel], at: FieldPath) -> type | None:
    """The class of the field at a path of keys and list indexes; None if there is none."""
    leaf: type | None = model
    for key in at:
        if isinstance(key, int):
            continue
        if leaf is None or not issubclass(leaf, BaseModel):
            return None
        fields = leaf.model_fields.items()
        field = next((f for name, f in fields if key in (f.alias or name, name)), None)
        leaf = _class_of(field.annotation) if field else None
    return leaf


def _class_of(annotation: object) -> type | None:
    """The first class in an annotation, inside unions, tuples and Annotated."""
    if isinstance(annotation, type):
        return annotation if annotation is not type(None) else None
    if get_origin(annotation) in (Union, UnionType, tuple) or hasattr(annotation, "__metadata__"):
        classes = (_class_of(argument) for argument in get_args(annotation))
        return next((candidate for candidate in classes if candidate is not None), None)
    return None
