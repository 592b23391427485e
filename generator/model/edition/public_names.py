"""What of a registry the guard lets pass: its contacts, the holders of its offices, its names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.base.digest import Json, canonical
from generator.guard.allowance import Allowance, folded, phones_in
from generator.model.edition.edition import Snapshot
from generator.model.registry.registry import Registry

_TABLES = ("units", "areas", "topics", "document_types")


def allowance_of(registry: Registry) -> Allowance:
    """Everything that the registry says may be printed."""
    contacts = [unit.contact for unit in registry.units.values() if unit.contact]
    holders = (office.holder for unit in registry.units.values() for office in unit.offices)
    return Allowance(
        phones=frozenset().union(*(phones_in(one.phone) for one in contacts if one.phone)),
        accounts=frozenset(folded(one.email) for one in contacts if one.email),
        people=frozenset(folded(holder) for holder in holders if holder),
        names=" ".join(f" {folded(name)} " for name in _names(registry)),
        small_count=registry.programme.small_count,
    )


def allowance_of_all(frozen: Iterable[Json]) -> Allowance:
    """Everything that any of many frozen registries says; what they share is read once.

    Of the programmes only the number below which counts are small matters: the least one holds.
    """
    different: Mapping[str, dict[bytes, Any]] = {table: {} for table in (*_TABLES, "programme")}
    for one in frozen:
        different["programme"].setdefault(canonical(one["programme"]), one["programme"])
        for table in _TABLES:
            found = different[table]
            for entry in one.get(table, ()):
                found.setdefault(canonical(entry), entry)
    programmes = different["programme"].values()
    if not programmes:
        return Allowance()
    least = min(programmes, key=lambda one: int(one.get("small_count", Allowance.small_count)))
    tables = {table: tuple(different[table].values()) for table in _TABLES}
    return allowance_of(_with_all(Snapshot.model_validate({"programme": least, **tables})))


def _with_all(snapshot: Snapshot) -> Registry:
    """By number, as one unit may have had several contacts under one id."""
    return Registry(
        programme=snapshot.programme,
        units={str(number): one for number, one in enumerate(snapshot.units)},
        areas={str(number): one for number, one in enumerate(snapshot.areas)},
        topics={str(number): one for number, one in enumerate(snapshot.topics)},
        document_types={str(number): one for number, one in enumerate(snapshot.document_types)},
    )


def _names(registry: Registry) -> Iterator[str]:
    for unit in registry.units.values():
        yield from filter(None, (unit.name, unit.short_name, unit.superior, unit.place))
    yield from (area.name for area in registry.areas.values())
    yield from (topic.name for topic in registry.topics.values())
    yield from (kind.name for kind in registry.document_types.values())
