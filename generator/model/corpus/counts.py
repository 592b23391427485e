"""The table of counts of which one is a part of another, and the parts that are too large."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.base.span import FieldPath
from generator.model.kinds.network import Network
from generator.model.record.record import Record
from generator.model.registry.registry import Registry


class PartOf(NamedTuple):
    """In each item of a list, one count is a part of another one."""

    kind: type[Record]
    items: str
    part: str
    whole: str


class SumOf(NamedTuple):
    """A list of areas with a count: an area counts what the areas in it count, and maybe more."""

    kind: type[Record]
    items: str
    counted: str


PARTS: tuple[PartOf, ...] = (PartOf(Network, "coverage", "reporting", "collaborators"),)
SUMS: tuple[SumOf, ...] = tuple(
    SumOf(Network, "coverage", count) for count in ("groups", "collaborators", "reporting")
)


class Excess(NamedTuple):
    """A part, or the sum of parts, that is larger than the whole; `areas` are the parts' areas."""

    at: FieldPath
    keys: tuple[str, str]
    counts: tuple[int, int]
    areas: tuple[str, ...] = ()
    whole_area: str = ""


def excesses(record: Record, registry: Registry) -> Iterator[Excess]:
    """The counts of a record that cannot be."""
    for rule in PARTS:
        if rule.kind is type(record):
            yield from _large_parts(record, rule)
    for total in SUMS:
        if total.kind is type(record):
            yield from _large_sums(record, total, registry)


def _large_parts(record: Record, rule: PartOf) -> Iterator[Excess]:
    for number, item in enumerate(getattr(record, rule.items)):
        part, whole = getattr(item, rule.part), getattr(item, rule.whole)
        if part is not None and whole is not None and part > whole:
            at = (rule.items, number, rule.part)
            yield Excess(at, (rule.part, rule.whole), (part, whole))


def _large_sums(record: Record, total: SumOf, registry: Registry) -> Iterator[Excess]:
    """A whole that is smaller than the sum of the areas listed directly below it."""
    items = [i for i in getattr(record, total.items) if getattr(i, total.counted) is not None]
    counts = {str(item.area): getattr(item, total.counted) for item in items}
    for number, item in enumerate(getattr(record, total.items)):
        parts = [area for area in counts if _listed_above(area, counts, registry) == item.area]
        summed = sum(counts[area] for area in parts)
        if parts and item.area in counts and summed > counts[item.area]:
            yield Excess(
                (total.items, number, total.counted),
                (total.counted, total.counted),
                (summed, counts[item.area]),
                tuple(parts),
                str(item.area),
            )


def _listed_above(area: str, listed: Mapping[str, Any], registry: Registry) -> str | None:
    """The nearest area around this one that the list names too."""
    return next((above for above in registry.lineage(area)[1:] if above in listed), None)
