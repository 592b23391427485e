"""The days and moments that a record writes: where they stand, and what their keys are called."""

from collections.abc import Mapping, Sequence
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


Days: TypeAlias = Mapping[Keys, Sequence[WrittenDay]]


def written_days(model: BaseModel) -> Days:
    """Every day and moment of a record or registry file by its keys, in the order of lists."""
    days: dict[Keys, list[WrittenDay]] = {}
    _collect(days, model, (), ())
    return days


def _collect(
    days: dict[Keys, list[WrittenDay]], model: BaseModel, at: FieldPath, keys: Keys
) -> None:
    values = model.__dict__
    for name, key, is_day in _dated_fields(type(model)):
        value = values[name]
        if not value:  # not given
            continue
        here, below = (*at, key), (*keys, key)
        if is_day:
            days.setdefault(below, []).append(WrittenDay(here, value))
        elif type(value) is tuple:
            for number, item in enumerate(value):
                _collect(days, item, (*here, number), below)
        else:
            _collect(days, value, here, below)


@cache
def _dated_fields(model: type[BaseModel]) -> tuple[tuple[str, str, bool], ...]:
    """(attribute, YAML key, whether it is a day itself) of the keys that lead to days."""
    return tuple(
        (declared.name, key, not declared.groups)
        for key, declared in _declared(model).items()
        if any(issubclass(leaf, date) for leaf in leaves(declared.field.annotation))
        or any(_dated_fields(group) for group in declared.groups)
    )


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
