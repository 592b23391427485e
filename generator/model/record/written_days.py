"""The days and moments that a record writes: where they stand, and what their keys are called."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple, TypeAlias

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.base.span import FieldPath
from generator.base.text import Bilingual
from generator.model.record.citations import leaves
from generator.model.record.fields import has_happened, title_of

# The YAML keys that lead to a value, without the numbers of list items: ("timeline", "at").
Keys: TypeAlias = tuple[str, ...]
_FROM, _UNTIL = "from", "until"


class WrittenDay(NamedTuple):
    """A day or moment, and its path in the record."""

    at: FieldPath
    value: date

    @property
    def keys(self) -> Keys:
        return tuple(step for step in self.at if isinstance(step, str))


def days_at(model: BaseModel, keys: Keys, above: FieldPath = ()) -> Iterator[WrittenDay]:
    """Every day or moment that a record or registry file has at these keys, in their order."""
    key, *below = keys
    declared = _declared(type(model)).get(key)
    value = getattr(model, declared.name) if declared else None
    if value is None:
        return
    at = (*above, key)
    items = [((*at, n), item) for n, item in enumerate(value)] if isinstance(value, tuple) else []
    for where, item in items or [(at, value)]:
        if isinstance(item, BaseModel) and below:
            yield from days_at(item, tuple(below), where)
        elif isinstance(item, date) and not below:
            yield WrittenDay(where, item)


@cache
def periods_of(model: type[BaseModel]) -> tuple[Keys, ...]:
    """The groups of keys, at any depth, that say from when until when something is."""
    periods: list[Keys] = []
    for key, declared in _declared(model).items():
        for group in declared.groups:
            if {_FROM, _UNTIL} <= _declared(group).keys():
                periods.append((key,))
            periods += [(key, *inner) for inner in periods_of(group)]
    return tuple(periods)


@cache
def happened_in(model: type[BaseModel]) -> tuple[Keys, ...]:
    """The keys of the days that are told as happened, by their declaration.

    A period that is told as happened is over: its last day is meant.
    """
    told: list[Keys] = []
    for key, declared in _declared(model).items():
        is_told = has_happened(declared.field)
        if is_told:
            told.append((key, _UNTIL) if declared.groups else (key,))
        for group in declared.groups:
            told += [(key, *inner) for inner in happened_in(group)]
    return tuple(told)


@cache
def title_at(model: type[BaseModel], keys: Keys) -> Bilingual:
    """“answer.on” with the titles of its keys, as they are declared."""
    titles: list[Bilingual] = []
    for key in keys:
        titles.append(title_of(model, key))
        model = next(iter(_declared(model)[key].groups), model)
    vi, en = ", ".join(t.vi for t in titles), ", ".join(t.en for t in titles)
    return Bilingual(f"“{'.'.join(keys)}” ({vi.lower()})", f"“{'.'.join(keys)}” ({en.lower()})")


class _Declared(NamedTuple):
    """A key's attribute and declaration, and the groups of keys it holds."""

    name: str
    field: FieldInfo
    groups: tuple[type[BaseModel], ...]


@cache
def _declared(model: type[BaseModel]) -> dict[str, _Declared]:
    """The declarations of a group by their YAML keys."""
    return {
        field.alias or name: _Declared(
            name,
            field,
            tuple(leaf for leaf in leaves(field.annotation) if issubclass(leaf, BaseModel)),
        )
        for name, field in model.model_fields.items()
    }
