"""Every key there is, for telling a key that was misplaced from a piece of a sentence."""

import importlib
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

if TYPE_CHECKING:
    from pydantic import BaseModel


@cache
def keys_on_top() -> frozenset[str]:
    """The keys at the beginning of a line of some file."""
    fields = (model.model_fields.items() for model in _files())
    return frozenset(field.alias or name for several in fields for name, field in several)


@cache
def every_key() -> frozenset[str]:
    """The keys of every group."""
    return frozenset(key for model in _files() for key in _keys(model))


def given(group: Any) -> Any:  # noqa: ANN401  values are nested at will
    """The values without known keys that were left empty; of others it is told that nobody knows
    them."""
    if type(group) is dict:
        kept = ((key, one) for key, one in group.items() if _is_given(key, one))
        return {key: given(one) if type(one) in _GROUPS else one for key, one in kept}
    return [given(one) if type(one) in _GROUPS else one for one in group]


_GROUPS = (dict, list)


def _is_given(key: str, value: object) -> bool:
    return value is not None or key not in every_key()


def _files() -> "Iterator[type[BaseModel]]":
    """What files hold; the kinds are slow to load, and most files are read without them."""
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
