"""Compare two frozen states record by record, key by key."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple, TypeAlias

from generator.base.digest import Json, canonical
from generator.base.span import FieldPath
from generator.base.text import Choice
from generator.model.edition.edition import Edition
from generator.model.kinds import is_of
from generator.model.kinds.bulletin import Bulletin

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
    """The changes of a record."""

    record: str
    change: Change
    keys: tuple[KeyChange, ...] = ()


def compare(before: Edition, after: Edition) -> tuple[RecordChange, ...]:
    """The differences between two versions of a bulletin: the plan first, then records by id."""
    return compare_contents(_contents(before), _contents(after))


def _contents(edition: Edition) -> dict[str, Json]:
    """Plan and records; attachments with the digest of their bytes, so that a new file differs."""
    contents = {edition.bulletin: edition.plan, **edition.records}
    return {record_id: _with_files(content, edition) for record_id, content in contents.items()}


def _with_files(content: Json, edition: Edition) -> Json:
    if not content.get("attachments"):
        return content
    files = [
        {**attachment, BYTES: edition.attachments.get(str(attachment["file"]), "")}
        for attachment in content["attachments"]
    ]
    return {**content, "attachments": files}


def unchanged(before: Edition, after: Edition) -> int:
    """How many records are in both versions with the same content."""
    changed = {change.record for change in compare(before, after)}
    return len({*before.records} & {*after.records} - changed)


def compare_contents(
    before: Mapping[str, Json], after: Mapping[str, Json]
) -> tuple[RecordChange, ...]:
    """The differences between two sets of records."""
    changes: list[RecordChange] = []
    for record_id in sorted(
        {*before, *after}, key=lambda record_id: (not is_of(record_id, Bulletin), record_id)
    ):
        if record_id not in after:
            changes.append(RecordChange(record_id, Change.REMOVED))
        elif record_id not in before:
            changes.append(RecordChange(record_id, Change.ADDED))
        elif keys := tuple(differing(before[record_id], after[record_id])):
            changes.append(RecordChange(record_id, Change.CHANGED, keys))
    return tuple(changes)


def differing(before: Value, after: Value, at: FieldPath = ()) -> Iterator[KeyChange]:
    """The values that differ; mappings and lists are compared item by item."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in sorted({*before, *after}):
            yield from differing(before.get(key), after.get(key), (*at, key))
    elif _are_lists(before, after):
        for number, old, new in _differing_items(before, after):
            yield from differing(old, new, (*at, number))
    elif before != after:
        yield KeyChange(at, before, after)


def _differing_items(
    before: Sequence[Any], after: Sequence[Any]
) -> Iterator[tuple[int, Value, Value]]:
    """(number, old item, new item) for each position of two lists that differs.

    The number counts in the newer list, and in the older list for an item that was removed. An
    item inserted or removed in the middle does not make the items after it differ.
    """
    old, new = [canonical(item) for item in before], [canonical(item) for item in after]
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
