"""What the guard lets pass from a registry: contacts, holders of offices, and names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.base.digest import Json, canonical
from generator.guard.allowance import Allowance, folded, phones_in
from generator.guard.scan import sightings
from generator.guard.text.sighting import Sighting, masked
from generator.model.edition.snapshot import Snapshot
from generator.model.registry.registry import Registry

_TABLES = ("units", "areas", "topics", "document_types")


def allowance_of(registry: Registry) -> Allowance:
    """Everything that may be printed because the registry holds it."""
    contacts = [unit.contact for unit in registry.units.values() if unit.contact]
    holders = (office.holder for unit in registry.units.values() for office in unit.offices)
    return Allowance(
        phones=frozenset().union(
            *(phones_in(contact.phone) for contact in contacts if contact.phone)
        ),
        accounts=frozenset(folded(contact.email) for contact in contacts if contact.email),
        people=frozenset(folded(holder) for holder in holders if holder),
        names=" ".join(f" {folded(name)} " for name in _names(registry)),
        small_count=registry.programme.small_count,
    )


def forbidden_in(text: str, allowance: Allowance) -> Iterator[Sighting]:
    """What the guard sees in a text that may not be published, whoever wrote it."""
    for sighting in sightings(text):
        if not sighting.is_doubt and not allowance.permits(sighting):
            yield sighting


def without_people(text: str, allowance: Allowance) -> str:
    """A sentence of ours in which what singles out a person (BT501 to BT509) is only hinted at."""
    for sighting in reversed(sightings(text)):
        if sighting.code.startswith("BT50") and not allowance.permits(sighting):
            text = f"{text[: sighting.start]}{masked(sighting)}{text[sighting.end :]}"
    return text


def allowance_of_all(frozen: Iterable[Json]) -> Allowance:
    """Everything that may be printed because any of the frozen registries holds it.

    Entries that several registries share are read once. Of the programmes only `small_count`
    matters; the smallest counts.
    """
    different: Mapping[str, dict[bytes, Any]] = {table: {} for table in (*_TABLES, "programme")}
    for registry in frozen:
        different["programme"].setdefault(canonical(registry["programme"]), registry["programme"])
        for table in _TABLES:
            table_entries = different[table]
            for entry in registry.get(table, ()):
                table_entries.setdefault(canonical(entry), entry)
    programmes = different["programme"].values()
    if not programmes:
        return Allowance()
    least = min(programmes, key=lambda p: int(p.get("small_count", Allowance.small_count)))
    tables = {table: tuple(different[table].values()) for table in _TABLES}
    return allowance_of(_with_all(Snapshot.model_validate({"programme": least, **tables})))


def _with_all(snapshot: Snapshot) -> Registry:
    """A registry keyed by number: the same id may have had different contacts over time."""
    return Registry(
        programme=snapshot.programme,
        units={str(number): unit for number, unit in enumerate(snapshot.units)},
        areas={str(number): area for number, area in enumerate(snapshot.areas)},
        topics={str(number): topic for number, topic in enumerate(snapshot.topics)},
        document_types={str(number): kind for number, kind in enumerate(snapshot.document_types)},
    )


def _names(registry: Registry) -> Iterator[str]:
    for unit in registry.units.values():
        yield from filter(None, (unit.name, unit.short_name, unit.superior, unit.place))
    yield from (area.name for area in registry.areas.values())
    yield from (topic.name for topic in registry.topics.values())
    yield from (kind.name for kind in registry.document_types.values())
