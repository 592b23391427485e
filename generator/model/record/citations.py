"""References inside a record: what it names, and what it rests on."""

from collections.abc import Iterable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Generic, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from generator.base.span import FieldPath
from generator.model.record.reference import Ref
from generator.model.record.scalars import Prose

V = TypeVar("V", bound=str)

# The keys that pull the named record's digest into the record's own (spec, 2: digest).
RESTS_ON = frozenset({"because", "basis", "include"})
_WRITTEN = (str, Prose)
_NOT_WRITTEN = frozenset({"id", "digest", "file", "layout", "timezone", "base_url"})


class NamedValue(NamedTuple, Generic[V]):
    """One value found in a record: where, and under which key it stands."""

    at: FieldPath
    key: str
    value: V
    holder: BaseModel


def references(model: BaseModel) -> tuple[NamedValue[Ref], ...]:
    """Every reference of a record, wherever it stands."""
    return _found(model, Ref)


def prose(model: BaseModel) -> tuple[NamedValue[Prose], ...]:
    """Every Markdown text of a record."""
    return _found(model, Prose)


def texts(model: BaseModel) -> Iterator[NamedValue[str]]:
    """Every text that a person wrote: no ids, references, choices, digests or file names."""
    for named in _found(model, str):
        if type(named.value) in _WRITTEN and named.key not in _NOT_WRITTEN:
            yield named


def rests_on(model: BaseModel) -> tuple[str, ...]:
    """The ids of the records this one rests on directly, each once, sorted."""
    return supports(references(model))


def supports(named: Iterable[NamedValue[Ref]]) -> tuple[str, ...]:
    """Which of a record's references it rests on."""
    return tuple(sorted({str(one.value) for one in named if one.key in RESTS_ON}))


def _found(model: BaseModel, wanted: type[V]) -> tuple[NamedValue[V], ...]:
    found: list[NamedValue[V]] = []
    _collect(found, model, (), wanted)
    return tuple(found)


def _collect(found: list[NamedValue[V]], model: BaseModel, at: FieldPath, wanted: type[V]) -> None:
    held = model.__dict__
    for name, key, is_leaf in _fields(type(model), wanted):
        value = held[name]
        if not value:  # not given
            continue
        here = (*at, key)
        items = (
            [((*here, number), item) for number, item in enumerate(value)]
            if type(value) is tuple
            else ((here, value),)
        )
        for where, item in items:
            if is_leaf:
                found.append(NamedValue(where, key, item, model))
            else:
                _collect(found, item, where, wanted)


@cache
def _fields(model: type[BaseModel], wanted: type[str]) -> tuple[tuple[str, str, bool], ...]:
    """(attribute, YAML key, is the value itself wanted) of the fields worth walking."""
    walked: list[tuple[str, str, bool]] = []
    for name, field in model.model_fields.items():
        for leaf in _leaves(field.annotation):
            if issubclass(leaf, wanted):
                walked.append((name, field.alias or name, True))
            elif issubclass(leaf, BaseModel) and _fields(leaf, wanted):
                walked.append((name, field.alias or name, False))
    return tuple(walked)


def _leaves(annotation: object) -> Iterator[type]:
    """The classes an annotation is made of, through None, tuples and Annotated."""
    origin = get_origin(annotation)
    if origin in (Union, UnionType, tuple):
        for argument in get_args(annotation):
            yield from _leaves(argument)
    elif origin is Annotated:
        yield from _leaves(get_args(annotation)[0])
    elif isinstance(annotation, type):
        yield annotation
