"""What an editor is told beside a key: its title, its help, and what may be written there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
_FILES = {
    "unit": "registry/units.yml",
    "area": "registry/areas.yml",
    "topic": "registry/topics.yml",
    "document_type": "registry/topics.yml",
}


class Shape(NamedTuple):
    """What a key takes: one or many of a class."""

    leaf: type
    is_many: bool

    def keys(self) -> tuple[str, ...]:
        """The keys of a group; none for a single value."""
        if not issubclass(self.leaf, BaseModel):
            return ()
        return tuple(field.alias or name for name, field in self.leaf.model_fields.items())


def shape_of(annotation: object) -> Shape:
    """Through None, Annotated and tuple to the class itself."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return shape_of(next(one for one in arguments if one is not type(None)))
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
    """The remarks in one language, naming what the registry holds."""

    registry: Registry
    language: Language

    def of(self, model: type[BaseModel], key: str) -> str:
        """`• title: help; values`; the mark means due before use."""
        field = field_of(model, key)
        title = title_of(model, key).to(self.language)
        told = "; ".join([*self._help(field), *self._values(shape_of(field.annotation))])
        return ("• " if is_due(field) else "") + (f"{title}: {told}" if told else title)

    def _help(self, field: FieldInfo) -> Iterator[str]:
        """Help is declared in Vietnamese only."""
        if self.language is Language.VI and field.description != field.title:
            yield str(field.description)

    def _values(self, shape: Shape) -> Iterator[str]:
        if issubclass(shape.leaf, Choice):
            yield ", ".join(f"{m.value} ({m.label.to(self.language)})" for m in shape.leaf)
        elif issubclass(shape.leaf, Ref):
            yield from self._named(shape.leaf)
        elif shape.leaf is bool:
            yield "true, false"

    def _named(self, ref: type[Ref]) -> Iterator[str]:
        if ref.kinds:
            kinds = (BY_NAME[kind] for kind in ref.kinds)
            named = ", ".join(f"{kind.label.to(self.language)} ({kind.prefix})" for kind in kinds)
            yield f"{_IDS.to(self.language)} {named}"
        elif ref.target in _FILES:
            yield self._registered(list(self.registry.named(ref.target).values()), ref.target)

    def _registered(self, things: Sequence[object], target: str) -> str:
        """The ids to choose from; of long lists only where they stand."""
        if 0 < len(things) <= _LISTED:
            return ", ".join(_called(thing) for thing in things)
        return _SEE.to(self.language).format(file=_FILES[target])


def _called(thing: object) -> str:
    match thing:
        case Unit():
            return f"{thing.id} ({thing.called})"
        case Area() | Topic():
            return f"{thing.id} ({thing.name})"
    return str(thing)
