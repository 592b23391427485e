"""Compare two frozen states record by record, key by key."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple, TypeAlias

from generator.base.digest import Json, canonical
from generator.base.span import FieldPath
from generator.base.text import Choice
from generator.model.edition.edition import Edition

# A JSON value of any shape.
Value: TypeAlias = Any
# The key under which the bytes of an attached file are compared, by their digest.
BYTES = "sha256"


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
    return compare_contents(_contents(before), _contents(after))


def _contents(edition: Edition) -> dict[str, Json]:
    """Plan and records, each attachment with the digest of its bytes: another file is a change."""
    contents = {edition.bulletin: edition.plan, **edition.records}
    return {one: _with_files(content, edition) for one, content in contents.items()}


def _with_files(content: Json, edition: Edition) -> Json:
    if not content.get("attachments"):
        return content
    files = [
        {**one, BYTES: edition.attachments.get(str(one["file"]), "")}
        for one in content["attachments"]
    ]
    return {**content, "attachments": files}


def unchanged(before: Edition, after: Edition) -> int:
    """How many records stand in both versions and are the same in both."""
    changed = {one.record for one in compare(before, after)}
    return len({*before.records} & {*after.records} - changed)


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
        for number, old, new in _paired(before, after):
            yield from differing(old, new, (*at, number))
    elif before != after:
        yield KeyChange(at, before, after)


def _paired(before: Sequence[Any], after: Sequence[Any]) -> Iterator[tuple[int, Value, Value]]:
    """The items that differ, each beside the one in its place, by the number of the newer list.

    An item put in or taken out in the middle leaves the others alone; what was taken out has the
    number it had.
    """
    old, new = [canonical(one) for one in before], [canonical(one) for one in after]
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            continue
        for step in range(max(i2 - i1, j2 - j1)):
            was = before[i1 + step] if i1 + step < i2 else None
            now = after[j1 + step] if j1 + step < j2 else None
            yield (j1 if now is not None else i1) + step, was, now


def _are_lists(before: Value, after: Value) -> bool:
    lists = (list, tuple)
    return isinstance(before, lists) and isinstance(after, lists)
