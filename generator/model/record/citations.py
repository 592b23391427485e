"""References inside a record: the records it names, and those it rests on."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Generic, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from generator.base.span import FieldPath
from generator.model.record.reference import Ref
from generator.model.record.scalars import Prose

V = TypeVar("V", bound=str)

# The key that names the evidence of a sentence, and the keys that hold its words.
EVIDENCE_KEY, SENTENCE_KEYS = "because", ("text", "answer", "result")
# The keys that pull the named record's digest into the record's own (spec, 2: digest).
RESTS_ON = frozenset({"because", "basis", "include"})
_WRITTEN = (str, Prose)
_NOT_WRITTEN = frozenset({"id", "digest", "file", "layout", "timezone"})


class NamedValue(NamedTuple, Generic[V]):
    """One value in a record: its path, its key, and the group of keys that holds it."""

    at: FieldPath
    key: str
    value: V
    holder: BaseModel


class Statement(NamedTuple):
    """A sentence that must cite: the path of its group of keys, the key of its words, its basis."""

    at: FieldPath
    key: str
    text: str
    because: tuple[str, ...]
    holder: BaseModel


def statements(model: BaseModel, at: FieldPath = ()) -> Iterator[Statement]:
    """Every sentence that a record states as true: each group of keys that can name evidence."""
    values = model.__dict__
    if EVIDENCE_KEY in values:
        key = next(key for key in SENTENCE_KEYS if key in values)
        yield Statement(at, key, values[key], values[EVIDENCE_KEY], model)
    for name, key in _groups(type(model)):
        value = values[name]
        items = enumerate(value) if type(value) is tuple else ((None, value),)
        for number, item in items:
            if isinstance(item, BaseModel):
                yield from statements(item, (*at, key) if number is None else (*at, key, number))


def closure_of(first: Iterable[str], rests_on: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """These ids, and all that they rest on, directly or indirectly."""
    reached, waiting = set[str](), list(first)
    while waiting:
        record_id = waiting.pop()
        if record_id not in reached:
            reached.add(record_id)
            waiting.extend(rests_on(record_id))
    return frozenset(reached)


def references(model: BaseModel) -> tuple[NamedValue[Ref], ...]:
    """Every reference of a record, at any depth."""
    return _named_values(model, Ref)


def prose(model: BaseModel) -> tuple[NamedValue[Prose], ...]:
    """Every Markdown text of a record."""
    return _named_values(model, Prose)


def texts(model: BaseModel) -> Iterator[NamedValue[str]]:
    """Every text that a person wrote: no ids, references, choices, digests or file names."""
    for named in _named_values(model, str):
        if type(named.value) in _WRITTEN and named.key not in _NOT_WRITTEN:
            yield named


def rests_on(model: BaseModel) -> tuple[str, ...]:
    """The ids of the records that a record rests on directly, each once, sorted."""
    return supports(references(model))


def supports(named_references: Iterable[NamedValue[Ref]]) -> tuple[str, ...]:
    """The ids among a record's references that it rests on, each once, sorted."""
    return tuple(
        sorted(
            {str(reference.value) for reference in named_references if reference.key in RESTS_ON}
        )
    )


def _named_values(model: BaseModel, wanted: type[V]) -> tuple[NamedValue[V], ...]:
    named_values: list[NamedValue[V]] = []
    _collect(named_values, model, (), wanted)
    return tuple(named_values)


def _collect(
    named_values: list[NamedValue[V]], model: BaseModel, at: FieldPath, wanted: type[V]
) -> None:
    values = model.__dict__
    for name, key, is_leaf in _fields(type(model), wanted):
        value = values[name]
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
                named_values.append(NamedValue(where, key, item, model))
            else:
                _collect(named_values, item, where, wanted)


@cache
def _fields(model: type[BaseModel], wanted: type[str]) -> tuple[tuple[str, str, bool], ...]:
    """(attribute, YAML key, whether the value itself is wanted) of the fields to search."""
    fields: list[tuple[str, str, bool]] = []
    for name, field in model.model_fields.items():
        for leaf in leaves(field.annotation):
            if issubclass(leaf, wanted):
                fields.append((name, field.alias or name, True))
            elif issubclass(leaf, BaseModel) and _fields(leaf, wanted):
                fields.append((name, field.alias or name, False))
    return tuple(fields)


@cache
def _groups(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """(attribute, YAML key) of the fields that hold groups of keys."""
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if any(issubclass(leaf, BaseModel) for leaf in leaves(field.annotation))
    )


def leaves(annotation: object) -> Iterator[type]:
    """The classes an annotation is made of, through None, tuples and Annotated."""
    origin = get_origin(annotation)
    if origin in (Union, UnionType, tuple):
        for argument in get_args(annotation):
            yield from leaves(argument)
    elif origin is Annotated:
        yield from leaves(get_args(annotation)[0])
    elif isinstance(annotation, type):
        yield annotation
