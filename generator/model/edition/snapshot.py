"""Which part of the registry a bulletin names: what an edition freezes and its digest covers."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from generator.base.digest import Json
from generator.model.record.citations import references
from generator.model.record.fields import Part, as_json
from generator.model.record.record import Record
from generator.model.record.scalars import Text
from generator.model.registry.registry import (
    Area,
    DocumentType,
    Party,
    Programme,
    Registry,
    Topic,
    Unit,
)
from generator.model.registry.signers import Key, canonical_lines
from generator.model.registry.succession import relatives


class Snapshot(Part):
    """The part of the registry that an edition names, as it stood at the issue."""

    programme: Programme
    units: tuple[Unit, ...] = ()
    areas: tuple[Area, ...] = ()
    topics: tuple[Topic, ...] = ()
    document_types: tuple[DocumentType, ...] = ()
    signers: tuple[Text, ...] = ()
    members: tuple[Party, ...] = ()


class Named(NamedTuple):
    """The ids that a bulletin names, by section."""

    units: frozenset[str]
    areas: frozenset[str]
    topics: frozenset[str]
    document_types: frozenset[str]

    def with_heirs(self, units: frozenset[str], areas: frozenset[str]) -> "Named":
        """With units and areas that readers meet because they follow others."""
        return self._replace(units=self.units | units, areas=self.areas | areas)


def named_in(records: Iterable[Record], registry: Registry, members: Iterable[Party]) -> Named:
    """What the records and the agreement name, whatever the day.

    Units and areas come with those before and after them, areas with those above them.
    """
    found: dict[str, set[str]] = {
        target: set() for target in ("unit", "area", "topic", "document_type")
    }
    for record in records:
        for reference in references(record):
            target = getattr(reference.value, "target", "")
            if target in found:
                found[target].add(str(reference.value))
    units = {*found["unit"], *(str(member.unit) for member in members)}
    return Named(
        relatives(registry.units, {*units, str(registry.programme.deciding_body)}),
        _with_parents(registry.areas, relatives(registry.areas, found["area"])),
        frozenset(found["topic"]),
        frozenset(found["document_type"]),
    )


def _with_parents(areas: Mapping[str, Area], area_ids: Iterable[str]) -> frozenset[str]:
    """These areas and all that they are a part of."""
    reached, waiting = set(area_ids), list(area_ids)
    while waiting:
        area = areas.get(waiting.pop())
        if area and area.parent and area.parent not in reached:
            reached.add(area.parent)
            waiting.append(area.parent)
    return frozenset(reached)


def snapshot(registry: Registry, named: Named, keys: Iterable[Key]) -> dict[str, Any]:
    """The programme, the named entries of a registry and the keys that sign, as editions hold them.

    But for the parties of the day, which are not known before the issue.
    """
    programme = registry.programme.model_dump(mode="json", exclude={"waivers", "members"})
    signers = canonical_lines(keys)
    return {
        "programme": programme,
        "units": entries_of(registry.units, named.units),
        "areas": entries_of(registry.areas, named.areas),
        "topics": entries_of(registry.topics, named.topics),
        "document_types": entries_of(registry.document_types, named.document_types),
        **({"signers": signers} if signers else {}),
        "members": [as_json(member) for member in registry.programme.members],
    }


def entries_of(table: Mapping[str, Part], entry_ids: Iterable[str]) -> list[dict[str, Any]]:
    """The known entries among the ids, sorted by id, as editions hold them."""
    return [as_json(table[entry_id]) for entry_id in sorted(entry_ids) if entry_id in table]


def with_end(before: Json, after: Json) -> Json:
    """An entry as it was, with the end and the successor that it has got since.

    What was told once stays: an end that was a mistake is taken back by who approves the entry.
    """
    until = {key: after["valid"][key] for key in ("until",) if key in after.get("valid", {})}
    valid = {**until, **before.get("valid", {})}
    heir = {key: after[key] for key in ("successor",) if key in after}
    return {**heir, **before, **({"valid": valid} if valid else {})}


def covered_part(frozen: Mapping[str, Any]) -> Json:
    """What approvals cover of a frozen registry: all but the parties of the day."""
    programme = {k: value for k, value in frozen["programme"].items() if k != "parties"}
    return {**frozen, "programme": programme}
