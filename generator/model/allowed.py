"""What of a registry the guard lets pass: its contacts, the holders of its offices, its names."""

from collections.abc import Iterator

from generator.guard.allowance import Allowance, folded, phones_in
from generator.model.registry import Registry


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


def _names(registry: Registry) -> Iterator[str]:
    for unit in registry.units.values():
        yield from filter(None, (unit.name, unit.short_name, unit.superior, unit.place))
    yield from (area.name for area in registry.areas.values())
    yield from (topic.name for topic in registry.topics.values())
    yield from (kind.name for kind in registry.document_types.values())
