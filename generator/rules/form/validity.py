"""On which day a unit, an office, an area or a document is used, and whether it holds then."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache

from pydantic import BaseModel

from generator.base.span import FieldPath
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.pending import day_of
from generator.model.kinds.directive import Directive, Stage
from generator.model.record.citations import NamedValue
from generator.model.record.record import Record
from generator.model.record.reference import AreaRef, OfficeRef, Ref, UnitRef
from generator.model.registry.registry import Area, Office, Registry, Unit, Valid

Limited = Unit | Area | Office
Key = tuple[str, ...]

TARGETS: Mapping[type[BaseModel], Bilingual] = {
    Unit: Bilingual("Đơn vị", "The unit"),
    Area: Bilingual("Địa bàn", "The area"),
    Office: Bilingual("Chức vụ", "The office"),
    Directive: Bilingual("Văn bản", "The document"),
}


def bounded_entries(registry: Registry) -> Mapping[Key, Limited]:
    """What of the registry does not hold for ever, by `key_of` a reference to it."""
    everything: dict[Key, Limited] = {}
    for unit in registry.units.values():
        everything["unit", unit.id] = unit
        everything |= {("office", unit.id, office.id): office for office in unit.offices}
    everything |= {("area", area.id): area for area in registry.areas.values()}
    return {key: thing for key, thing in everything.items() if thing.valid != Valid()}


def registry_key(named: NamedValue[Ref]) -> Key:
    match named.value:
        case OfficeRef():
            return ("office", getattr(named.holder, "unit", ""), named.value)
        case UnitRef() | AreaRef():
            return (named.value.target, named.value)
        case _:
            return ()


def day_of_use(corpus: Corpus, record: BaseModel, named: NamedValue[Ref]) -> date:
    """The day of the innermost group around a reference that has one, else that of the record."""
    if isinstance(record, Directive) and named.key == "drafted_by" and record.dated:
        return record.dated
    days = [_own_day(corpus, part) for part in _around(record, named.at)]
    written = record.created if isinstance(record, Record) else corpus.now.date()
    return next((own for own in reversed(days) if own is not None), written)


def _around(record: BaseModel, at: FieldPath) -> list[object]:
    parts: list[object] = [record]
    for step in at[:-1]:
        last = parts[-1]
        inner = last[int(step)] if isinstance(last, tuple) else getattr(last, str(step), ())
        parts.append(inner)
    return parts


def _own_day(corpus: Corpus, part: object) -> date | None:
    key = _day_key(type(part)) if isinstance(part, BaseModel) else None
    when = getattr(part, key) if key else None
    return day_of(when, corpus) if isinstance(when, datetime) else when


@cache
def _day_key(model: type[BaseModel]) -> str | None:
    """The key under which a group writes its own day; asking pydantic for others is slow."""
    return next((key for key in ("on", "at") if key in model.model_fields), None)


def why_not(valid: Valid, used: date) -> Bilingual:
    """Which limit the day is outside of."""
    if valid.start and used < valid.start:
        return _since(valid.start)
    return _until(valid.until)


def _since(first: date) -> Bilingual:
    return Bilingual(f"có hiệu lực từ ngày {first}", f"it is valid from {first}")


def _until(last: date | None) -> Bilingual:
    return Bilingual(f"chỉ có hiệu lực đến hết ngày {last}", f"it was valid until {last}")


def instead(corpus: Corpus, named: NamedValue[Ref], thing: Limited, used: date) -> Bilingual:
    """What to write in place of something that does not hold on the day."""
    if isinstance(thing, Office):
        unit = corpus.registry.units.get(getattr(named.holder, "unit", ""))
        others = ", ".join(o.id for o in unit.offices if o.valid.covers(used)) if unit else ""
        return Bilingual(
            f"ghi chức vụ có hiệu lực vào ngày đó{others and ': ' + others}",
            f"name an office that is valid on that day{others and ': ' + others}",
        )
    table: Mapping[str, Unit | Area] = (
        corpus.registry.units if isinstance(thing, Unit) else corpus.registry.areas
    )
    heir = _heir(table, thing, used)
    if heir is None:
        return Bilingual(
            "ghi mã có hiệu lực vào ngày đó, hoặc sửa lại ngày",
            "name one that is valid on that day, or correct the day",
        )
    return Bilingual(f"dùng {heir.id} “{heir.name}”", f"use {heir.id} “{heir.name}”")


def _heir(table: Mapping[str, Unit | Area], thing: Unit | Area, used: date) -> Unit | Area | None:
    """The first successor, direct or not, that holds on the day."""
    seen: set[str] = set()
    heir = table.get(thing.successor or "")
    while heir is not None and heir.id not in seen:
        if heir.valid.covers(used):
            return heir
        seen.add(heir.id)
        heir = table.get(heir.successor or "")
    return None


def out_of_force(corpus: Corpus, directive: Directive, used: date) -> Bilingual | None:
    """Why a document is no basis on that day, or None when it is one."""
    start = directive.effective or directive.dated
    if directive.stage in (Stage.PROPOSED, Stage.SUBMITTED):
        return Bilingual("văn bản chưa được ban hành", "it has not been issued")
    if start and used < start:
        return _since(start)
    if directive.expires and directive.expires < used:
        return _until(directive.expires)
    return _replaced(corpus, directive, used)


def _replaced(corpus: Corpus, directive: Directive, used: date) -> Bilingual | None:
    """A replacement whose day nobody wrote down counts from the beginning."""
    if directive.stage is not Stage.REPLACED and not directive.replaced_by:
        return None
    heir = corpus.find(directive.replaced_by or "", Directive)
    since = heir and (heir.effective or heir.dated or heir.created)
    if used < since if since else directive.expires:
        return None
    return Bilingual(
        f"đã được thay thế từ ngày {since}" if since else "đã được thay thế, không rõ từ ngày nào",
        f"it was replaced on {since}" if since else "it was replaced, on a day nobody wrote down",
    )


def other_basis(corpus: Corpus, directive: Directive) -> Bilingual:
    """The document that stands in its place, when one is named."""
    heir = corpus.find(directive.replaced_by or "", Directive)
    if heir is None:
        return Bilingual(
            "nêu văn bản đang có hiệu lực, hoặc ghi đúng ngày có hiệu lực, hết hiệu lực của nó",
            "name a document in force, or write when this one took and lost effect",
        )
    return Bilingual(f"dùng {heir.id} “{heir.title}”", f"use {heir.id} “{heir.title}”")
