"""The remark beside a key for editors: its title, its help, and the allowed values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import UnionType
from typing import Annotated, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.base.text import Bilingual, Choice, Language
from generator.model.kinds import BY_NAME
from generator.model.record.fields import is_due, title_of
from generator.model.record.reference import Ref
from generator.model.registry.registry import Area, Registry, Topic, Unit

_SEE = Bilingual("xem {file}", "see {file}")
_IDS = Bilingual("mã của", "the id of")
_LISTED = 6
_EXAMPLES = {
    date: Bilingual("viết như 2026-11-18", "as 2026-11-18"),
    datetime: Bilingual("viết như 2026-11-18T17:00+07:00", "as 2026-11-18T17:00+07:00"),
}
_FILES = {
    "unit": "registry/units.yml",
    "area": "registry/areas.yml",
    "topic": "registry/topics.yml",
    "document_type": "registry/topics.yml",
}


class Shape(NamedTuple):
    """What a key takes: a single value or many values of a class."""

    leaf: type
    is_many: bool

    def keys(self) -> tuple[str, ...]:
        """The keys of a group; none for a single value."""
        if not issubclass(self.leaf, BaseModel):
            return ()
        return tuple(field.alias or name for name, field in self.leaf.model_fields.items())


def shape_of(annotation: object) -> Shape:
    """The class inside Optional, Annotated and tuple."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return shape_of(next(argument for argument in arguments if argument is not type(None)))
    if origin is Annotated:
        return shape_of(arguments[0])
    if origin is tuple:
        return Shape(shape_of(arguments[0]).leaf, is_many=True)
    assert isinstance(annotation, type)  # noqa: S101  kinds are declared with nothing else
    return Shape(annotation, is_many=False)


def field_of(model: type[BaseModel], key: str) -> FieldInfo:
    """The declaration of a YAML key."""
    return next(f for name, f in model.model_fields.items() if key == (f.alias or name))


@dataclass(frozen=True, slots=True)
class Remarks:
    """The remarks in one language, with the ids of the registry."""

    registry: Registry
    language: Language

    def of(self, model: type[BaseModel], key: str) -> str:
        """`• title: help; values`; the mark • means that the key is due before use."""
        field = field_of(model, key)
        title = title_of(model, key).to(self.language)
        details = "; ".join([*self._help(field), *self._values(shape_of(field.annotation))])
        return ("• " if is_due(field) else "") + (f"{title}: {details}" if details else title)

    def _help(self, field: FieldInfo) -> Iterator[str]:
        """Help is declared in Vietnamese only."""
        if self.language is Language.VI and field.description != field.title:
            yield str(field.description)

    def _values(self, shape: Shape) -> Iterator[str]:
        if issubclass(shape.leaf, Choice):
            yield ", ".join(f"{m.value} ({m.label.to(self.language)})" for m in shape.leaf)
        elif issubclass(shape.leaf, Ref):
            yield from self._reference_values(shape.leaf)
        elif shape.leaf is bool:
            yield "true, false"
        elif shape.leaf in _EXAMPLES:
            yield _EXAMPLES[shape.leaf].to(self.language)

    def _reference_values(self, ref: type[Ref]) -> Iterator[str]:
        if ref.kinds:
            kinds = (BY_NAME[kind] for kind in ref.kinds)
            names = ", ".join(f"{kind.label.to(self.language)} ({kind.prefix})" for kind in kinds)
            yield f"{_IDS.to(self.language)} {names}"
        elif ref.target == "office":
            yield self._offices()
        elif ref.target in _FILES:
            yield self._registry_values(list(self.registry.named(ref.target).values()), ref.target)

    def _offices(self) -> str:
        """The offices of the parties, unit by unit."""
        units = [self.registry.units.get(party) for party in self.registry.programme.parties]
        listed = [
            f"{unit.id}: " + ", ".join(f"{office.id} ({office.title})" for office in unit.offices)
            for unit in units
            if unit and unit.offices
        ]
        return " · ".join(listed) or _SEE.to(self.language).format(file=_FILES["unit"])

    def _registry_values(self, entries: Sequence[object], target: str) -> str:
        """The ids to choose from; for a long list only the file that holds it."""
        if 0 < len(entries) <= _LISTED:
            return ", ".join(_entry_label(entry) for entry in entries)
        return _SEE.to(self.language).format(file=_FILES[target])


def _entry_label(entry: object) -> str:
    match entry:
        case Unit():
            return f"{entry.id} ({entry.called})"
        case Area() | Topic():
            return f"{entry.id} ({entry.name})"
    return str(entry)
