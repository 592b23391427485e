"""Every key there is, for telling a key that was misplaced from a piece of a sentence."""

from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel

from generator.model.kinds import KINDS
from generator.model.registry import REGISTRY_FILES
from generator.model.signoff import Approval, Recall

FILES: tuple[type[BaseModel], ...] = (*KINDS, *REGISTRY_FILES.values(), Approval, Recall)


def _keys(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield field.alias or name
        for inner in _groups(field.annotation):
            yield from _keys(inner)


def _groups(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _groups(argument)


# The keys at the beginning of a line of some file, and the keys of any group.
ON_TOP = frozenset(field.alias or name for m in FILES for name, field in m.model_fields.items())
KEYS = frozenset(key for model in FILES for key in _keys(model))
