"""Every key of every file, to tell a misplaced key from a part of a sentence."""

import importlib
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo


@cache
def keys_on_top() -> frozenset[str]:
    """The keys at the top level of any file."""
    fields = (model.model_fields.items() for model in _file_models())
    return frozenset(field.alias or name for model_fields in fields for name, field in model_fields)


@cache
def every_key() -> frozenset[str]:
    """The keys of all files and of all groups inside them."""
    return frozenset(key for key, _ in _every_field())


@cache
def list_keys() -> frozenset[str]:
    """The keys that take a list, in any file."""
    return frozenset(key for key, field in _every_field() if _is_list(field.annotation))


@cache
def text_keys() -> frozenset[str]:
    """The keys that take free text, or a list of texts, in any file."""
    plain = (key for key, field in _every_field() if str in _classes(field.annotation))
    return frozenset(plain) | markdown_keys()


@cache
def markdown_keys() -> frozenset[str]:
    """The keys that take a text in Markdown, in any file."""
    prose = importlib.import_module("generator.model.record.scalars").Prose
    return frozenset(key for key, field in _every_field() if prose in _classes(field.annotation))


def without_empty_keys(group: Any) -> Any:  # noqa: ANN401  values are nested at will
    """The values without empty known keys; empty unknown keys stay, so that they are reported."""
    if type(group) is dict:
        filled = ((key, value) for key, value in group.items() if _must_stay(key, value))
        return {
            key: without_empty_keys(value) if type(value) in _GROUPS else value
            for key, value in filled
        }
    return [without_empty_keys(value) if type(value) in _GROUPS else value for value in group]


_GROUPS = (dict, list)


def _must_stay(key: str, value: object) -> bool:
    return value is not None or key not in every_key()


def _file_models() -> "Iterator[type[BaseModel]]":
    """The models of all files; loaded late, because most files are parsed without them."""
    kinds = importlib.import_module("generator.model.kinds").KINDS
    registry = importlib.import_module("generator.model.registry.registry").REGISTRY_FILES
    signoff = importlib.import_module("generator.model.registry.signoff")
    yield from (*kinds, *registry.values(), signoff.Approval, signoff.Recall)


def _every_field() -> "Iterator[tuple[str, FieldInfo]]":
    return (pair for model in _file_models() for pair in _fields(model))


def _fields(model: "type[BaseModel]") -> "Iterator[tuple[str, FieldInfo]]":
    for name, field in model.model_fields.items():
        yield field.alias or name, field
        for inner in _classes(field.annotation):
            if hasattr(inner, "model_fields"):
                yield from _fields(inner)


def _classes(annotation: object) -> list[type]:
    if isinstance(annotation, type) and not get_args(annotation):
        return [annotation]
    return [inner for argument in get_args(annotation) for inner in _classes(argument)]


def _is_list(annotation: object) -> bool:
    return get_origin(annotation) is tuple or any(map(_is_list, get_args(annotation)))
