"""Every key of every file, to tell a misplaced key from a part of a sentence."""

import importlib
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

if TYPE_CHECKING:
    from pydantic import BaseModel


@cache
def keys_on_top() -> frozenset[str]:
    """The keys at the top level of any file."""
    fields = (model.model_fields.items() for model in _file_models())
    return frozenset(field.alias or name for model_fields in fields for name, field in model_fields)


@cache
def every_key() -> frozenset[str]:
    """The keys of all files and of all groups inside them."""
    return frozenset(key for model in _file_models() for key in _keys(model))


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


def _keys(model: "type[BaseModel]") -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield field.alias or name
        for inner in _groups(field.annotation):
            yield from _keys(inner)


def _groups(annotation: object) -> "Iterator[type[BaseModel]]":
    if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        yield annotation
    for argument in get_args(annotation):
        yield from _groups(argument)
