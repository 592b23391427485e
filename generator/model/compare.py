"""Compare two frozen states record by record, key by key."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from generator.base.digest import Json
from generator.base.span import FieldPath
from generator.base.text import Choice
from generator.model.edition import Edition

# A JSON value of any shape.
Value: TypeAlias = Any


class Change(Choice):
    """What became of a record between two versions."""

    REMOVED = "removed", "không còn", "removed"
    CHANGED = "changed", "đã sửa", "changed"
    ADDED = "added", "mới thêm", "added"


class KeyChange(NamedTuple):
    """One value that differs; None where it was not written."""

    at: FieldPath
    before: Value
    after: Value


class RecordChange(NamedTuple):
    """What changed in one record."""

    record: str
    change: Change
    keys: tuple[KeyChange, ...] = ()


def compare(before: Edition, after: Edition) -> tuple[RecordChange, ...]:
    """What differs between two versions of a bulletin: the plan first, then records by id."""
    return compare_contents(
        {before.bulletin: before.plan, **before.records},
        {after.bulletin: after.plan, **after.records},
    )


def compare_contents(
    before: Mapping[str, Json], after: Mapping[str, Json]
) -> tuple[RecordChange, ...]:
    """What differs between two sets of records."""
    changes: list[RecordChange] = []
    for record_id in sorted({*before, *after}, key=lambda i: (not i.startswith("BT-"), i)):
        if record_id not in after:
            changes.append(RecordChange(record_id, Change.REMOVED))
        elif record_id not in before:
            changes.append(RecordChange(record_id, Change.ADDED))
        elif keys := tuple(differing(before[record_id], after[record_id])):
            changes.append(RecordChange(record_id, Change.CHANGED, keys))
    return tuple(changes)


def differing(before: Value, after: Value, at: FieldPath = ()) -> Iterator[KeyChange]:
    """The values that differ, as deep as both sides have the same shape."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in sorted({*before, *after}):
            yield from differing(before.get(key), after.get(key), (*at, key))
    elif _are_lists(before, after):
        for number in range(max(len(before), len(after))):
            yield from differing(_item(before, number), _item(after, number), (*at, number))
    elif before != after:
        yield KeyChange(at, before, after)


def _are_lists(before: Value, after: Value) -> bool:
    lists = (list, tuple)
    return isinstance(before, lists) and isinstance(after, lists)


def _item(items: Sequence[Any], number: int) -> Value:
    return items[number] if number < len(items) else None
