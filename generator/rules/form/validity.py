"""On which day a unit, office, area or document is used, and whether it is valid on that day."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache

from pydantic import BaseModel

from generator.base.span import FieldPath
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.pending import day_of
from generator.model.kinds.directive import Directive
from generator.model.record.citations import NamedValue
from generator.model.record.record import Record
from generator.model.record.reference import AreaRef, OfficeRef, Ref, UnitRef
from generator.model.registry.registry import Area, Office, Registry, Unit, Valid
from generator.model.registry.succession import heir

BoundedEntry = Unit | Area | Office
Key = tuple[str, ...]

TARGETS: Mapping[type[BaseModel], Bilingual] = {
    Unit: Bilingual("Đơn vị", "The unit"),
    Area: Bilingual("Địa bàn", "The area"),
    Office: Bilingual("Chức vụ", "The office"),
    Directive: Bilingual("Văn bản", "The document"),
}


def bounded_entries(registry: Registry) -> Mapping[Key, BoundedEntry]:
    """The registry entries with a limited validity, by `registry_key` of a reference to them."""
    entries: dict[Key, BoundedEntry] = {}
    for unit in registry.units.values():
        entries["unit", unit.id] = unit
        entries |= {("office", unit.id, office.id): office for office in unit.offices}
    entries |= {("area", area.id): area for area in registry.areas.values()}
    return {key: entry for key, entry in entries.items() if entry.valid != Valid()}


def registry_key(reference: NamedValue[Ref]) -> Key:
    match reference.value:
        case OfficeRef():
            return ("office", getattr(reference.holder, "unit", ""), reference.value)
        case UnitRef() | AreaRef():
            return (reference.value.target, reference.value)
        case _:
            return ()


def day_of_use(corpus: Corpus, record: BaseModel, reference: NamedValue[Ref]) -> date:
    """The day written in the innermost group of keys around a reference, else the record's day."""
    if isinstance(record, Directive) and reference.key == "drafted_by" and record.dated:
        return record.dated
    days = [_own_day(corpus, part) for part in _enclosing_groups(record, reference.at)]
    record_day = record.created if isinstance(record, Record) else corpus.now.date()
    return next((day for day in reversed(days) if day is not None), record_day)


def _enclosing_groups(record: BaseModel, at: FieldPath) -> list[object]:
    parts: list[object] = [record]
    for step in at[:-1]:
        outer = parts[-1]
        inner = outer[int(step)] if isinstance(outer, tuple) else getattr(outer, str(step), ())
        parts.append(inner)
    return parts


def _own_day(corpus: Corpus, part: object) -> date | None:
    key = _day_key(type(part)) if isinstance(part, BaseModel) else None
    when = getattr(part, key) if key else None
    return day_of(when, corpus) if isinstance(when, datetime) else when


@cache
def _day_key(model: type[BaseModel]) -> str | None:
    """The key that holds a group's own day; cached, because pydantic's `model_fields` is slow."""
    return next((key for key in ("on", "at") if key in model.model_fields), None)


def invalidity_reason(valid: Valid, day: date) -> Bilingual:
    """Why the day is not covered: before the start, or after the end."""
    if valid.start and day < valid.start:
        first = in_words(valid.start)
        return Bilingual(f"có hiệu lực từ ngày {first.vi}", f"it is valid from {first.en}")
    last = in_words(valid.until or day)
    return Bilingual(f"chỉ có hiệu lực đến hết ngày {last.vi}", f"it was valid until {last.en}")


def replacement_advice(
    corpus: Corpus, reference: NamedValue[Ref], bounded: BoundedEntry, day: date
) -> Bilingual:
    """What to write instead of an entry that is not valid on the day."""
    if isinstance(bounded, Office):
        unit = corpus.registry.units.get(getattr(reference.holder, "unit", ""))
        office_ids = ", ".join(o.id for o in unit.offices if o.valid.covers(day)) if unit else ""
        return Bilingual(
            f"ghi chức vụ có hiệu lực vào ngày đó{office_ids and ': ' + office_ids}",
            f"name an office that is valid on that day{office_ids and ': ' + office_ids}",
        )
    table: Mapping[str, Unit | Area] = (
        corpus.registry.units if isinstance(bounded, Unit) else corpus.registry.areas
    )
    later = heir(table, bounded, day)
    if later is None:
        return Bilingual(
            "ghi mã có hiệu lực vào ngày đó, hoặc sửa lại ngày",
            "name one that is valid on that day, or correct the day",
        )
    return Bilingual(f"dùng {later.id} “{later.name}”", f"use {later.id} “{later.name}”")
