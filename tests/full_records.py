"""Records in which every key of every model is given, and every way to change one of them.

Both are read off the models, so that a key added later is given and changed too.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple, TypeAlias

from pydantic import BaseModel

from generator.base.text import Choice
from generator.model.kinds import KINDS
from generator.model.record.record import Record
from generator.model.record.reference import Ref
from tests.spots import keys_of, wanted

# A YAML value of any shape.
Value: TypeAlias = Any
Given: TypeAlias = dict[str, Any]

DAY, MOMENT = date(2026, 11, 28), datetime.fromisoformat("2026-11-28T08:00+07:00")
CLOCK = ("06:30", "17:00")
EVIDENCE = ("information", "consultation")
LAYOUTS = ("dang-hd05-2026", "nha-nuoc-nd30-2020")
REGISTRY_IDS: Mapping[str, Sequence[str]] = {
    "unit": ("dan-van", "tuyen-giao", "ubnd"),
    "office": ("truong-ban", "pho-truong-ban"),
    "area": ("song-xanh", "ha-dong"),
    "topic": ("moi-truong", "do-thi"),
    "document_type": ("chuong-trinh",),
}


def ids_of(kind: str) -> tuple[str, str, str]:
    """The two full records of a kind, and an id that none of them bears."""
    prefix = next(one.prefix for one in KINDS if one.kind == kind)
    return f"{prefix}-2026-0001", f"{prefix}-2026-0002", f"{prefix}-2026-0009"


def full(kind: type[Record], record_id: str) -> Given:
    """A record with every key; lists hold two items, of references one of each allowed kind."""
    return {**_group(kind, record_id), "id": record_id}


def _group(model: type[BaseModel], record_id: str) -> Given:
    return {key: _filled(model, key, record_id) for key in keys_of(model)}


def _filled(model: type[BaseModel], key: str, record_id: str) -> Value:
    leaf, is_many = wanted(keys_of(model)[key].annotation)
    if is_many and issubclass(leaf, Ref):
        return _all_ids(leaf, key)
    if is_many:
        first = _one(leaf, key, record_id)
        return [first, _other(leaf, key, first)]
    return _one(leaf, key, record_id)


def _all_ids(leaf: type[Ref], key: str) -> list[str]:
    """Two of each kind that may be named; directives are evidence under `basis` only, and what is
    no evidence stands under `include` only, so that each of these keys counts by itself."""
    if leaf.target != "record":
        return list(REGISTRY_IDS[leaf.target][:2])
    allowed = EVIDENCE if key == "because" else leaf.kinds or ("message",)
    kinds = [one.kind for one in KINDS if one.kind in allowed]
    return [one for kind in kinds for one in ids_of(kind)[:2]]


def _one(leaf: type, key: str, record_id: str) -> Value:
    if issubclass(leaf, BaseModel):
        return _group(leaf, record_id)
    if issubclass(leaf, Ref):
        return REGISTRY_IDS[leaf.target][0] if leaf.target != "record" else _all_ids(leaf, key)[-1]
    if issubclass(leaf, Choice):
        return list(leaf)[-1].value
    if issubclass(leaf, date):
        start: date = MOMENT if issubclass(leaf, datetime) else DAY
        return (start + timedelta(days=20 if key == "until" else 0)).isoformat()
    if leaf in (bool, int):
        return "true" if leaf is bool else "7"
    assert issubclass(leaf, str), f"{key}: how is a {leaf} filled?"
    special = {"layout": LAYOUTS[0], "file": f"{record_id}-{key}.png", "at": CLOCK[0]}
    return special.get(key, f"Chữ của {key} trong {record_id}")


# ── changes ──────────────────────────────────────────────────────────────────────────────────


class Changed(NamedTuple):
    """A record after one change; `where` names the model and the key that was changed."""

    where: tuple[type[BaseModel], str]
    what: str
    record: Given


def changes(kind: type[Record], record: Given) -> Iterator[Changed]:
    """Every single change of a record, as deep as it goes."""
    for where, what, change in _in_group(kind, record, ()):
        copy = deepcopy(record)
        _put(copy, *change)
        yield Changed(where, what, copy)


class _Put(NamedTuple):
    """Write a value at a place of a record; `None` takes the key away."""

    at: tuple[str | int, ...]
    value: Value


_Change: TypeAlias = tuple[tuple[type[BaseModel], str], str, _Put]


def _put(record: Value, at: tuple[str | int, ...], value: Value) -> None:
    *above, last = at
    for step in above:
        record = record[step]
    if value is None:
        del record[last]
    else:
        record[last] = value


def _in_group(model: type[BaseModel], group: Given, at: tuple[str | int, ...]) -> Iterator[_Change]:
    for key, field in keys_of(model).items():
        leaf, is_many = wanted(field.annotation)
        here, value, where = (*at, key), group.get(key), (model, key)
        if value is None:
            yield where, f"{here} added", _Put(here, _filled(model, key, "BX-2026-0009"))
            continue
        yield where, f"{here} taken away", _Put(here, None)
        if is_many:
            for what, items in _lists(leaf, key, value):
                yield where, f"{here} {what}", _Put(here, items)
        items = list(enumerate(value)) if is_many else [(None, value)]
        for number, item in items:
            inner = here if number is None else (*here, number)
            if issubclass(leaf, BaseModel):
                yield from _in_group(leaf, item, inner)
            else:
                yield where, f"{inner} changed", _Put(inner, _other(leaf, key, item))


def _lists(leaf: type, key: str, items: list[Value]) -> Iterator[tuple[str, list[Value]]]:
    yield "with one more", [*items, _other(leaf, key, items[0])]
    yield "with one less", items[:-1]
    yield "in another order", items[::-1]


def _other(leaf: type, key: str, value: Value) -> Value:
    """A value like this one, but another."""
    if issubclass(leaf, BaseModel):
        name = next(key for key in keys_of(leaf) if not isinstance(value[key], list | dict))
        inner, _ = wanted(keys_of(leaf)[name].annotation)
        return {**value, name: _other(inner, name, value[name])}
    if issubclass(leaf, Ref):
        known = REGISTRY_IDS.get(leaf.target) or _unborne_ids(leaf)
        return next((one for one in known if one != value), f"{value[:-1]}8")
    if issubclass(leaf, Choice):
        return next(one.value for one in leaf if one.value != value)
    if issubclass(leaf, date):
        kind = datetime if issubclass(leaf, datetime) else date
        return (kind.fromisoformat(value) + timedelta(days=1)).isoformat()
    return _other_text(leaf, key, value)


def _unborne_ids(leaf: type[Ref]) -> list[str]:
    return [ids_of(one.kind)[2] for one in KINDS if not leaf.kinds or one.kind in leaf.kinds]


def _other_text(leaf: type, key: str, value: str) -> str:
    if leaf is bool:
        return "false" if value == "true" else "true"
    if leaf is int:
        return str(int(value) + 1)
    special = {"layout": LAYOUTS[1], "file": f"2-{value}", "at": CLOCK[value == CLOCK[0]]}
    return special.get(key, f"{value} nữa")
