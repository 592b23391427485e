"""The ids of the registry by the names that people know: “Công an xã” is cong-an."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from generator.base.fold import fold
from generator.base.text import nearest
from generator.model.registry.registry import REGISTRY_FILES
from generator.source.yaml.fast_loader import Values

# The values of a file by its path.
Read: TypeAlias = Callable[[str], Values]

_LISTS = (
    ("units", "unit"),
    ("areas", "area"),
    ("topics", "topic"),
    ("document_types", "document_type"),
)
_SLUG = re.compile(r"[^a-z0-9]+")


class Registered(NamedTuple):
    """An entry of the registry: its id, and the name that people see."""

    id: str
    name: str


Names: TypeAlias = Mapping[str, tuple[Registered, ...]]


def registered_names(read: Read) -> Names:
    """The entries of the registry's files by what they are; a file that cannot be read has none."""
    names: dict[str, list[Registered]] = {}
    for path in REGISTRY_FILES:
        values = read(path)
        for key, target in _LISTS:
            names.setdefault(target, []).extend(_entries(values.get(key), "name", "short_name"))
        units = values.get("units")
        for unit in units if isinstance(units, list) else ():
            offices = unit.get("offices") if isinstance(unit, dict) else None
            names.setdefault("office", []).extend(_entries(offices, "title"))
    return {target: tuple(entries) for target, entries in names.items()}


@lru_cache(4096)
def slug(words: str) -> str:
    """Words as an id: small letters without marks, joined by hyphens."""
    return _SLUG.sub("-", fold(words)).strip("-")


def meant(given: str, entries: Iterable[Registered]) -> Registered | None:
    """The entry that somebody meant by its id, its name or a part of its name."""
    wanted, known = slug(given), tuple(entries)
    if not wanted:
        return None
    ways: tuple[Callable[[Registered], bool], ...] = (
        lambda entry: wanted in (entry.id, slug(entry.name)),
        lambda entry: f"-{wanted}-" in f"-{slug(entry.name)}-",
    )
    for is_it in ways:
        fitting = {entry.id: entry for entry in known if is_it(entry)}
        if len(fitting) == 1:
            return next(iter(fitting.values()))
    by_word = {word: entry for entry in known for word in (entry.id, slug(entry.name))}
    near = nearest(wanted, by_word)
    return by_word[near] if near else None


def _entries(group: Any, *keys: str) -> list[Registered]:  # noqa: ANN401  values as written
    """The entries of a list, once for each name."""
    items = [item for item in group if isinstance(item, dict)] if isinstance(group, list) else []
    return [
        Registered(str(item.get("id")), str(item[key]))
        for item in items
        for key in keys
        if isinstance(item.get(key), str)
    ]
