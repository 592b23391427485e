"""Every key and value of a record as it is written, beside what the model wants there.

The places come from the composer of PyYAML, not from the loader under test.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

# PyYAML's nodes are typed too loosely to be of use.
Node: TypeAlias = Any


@dataclass(frozen=True)
class Spot:
    """One key with its value, or one item of a list (then `key` is None).

    `leaf` is what the value, or each item of it, must be; `above` holds the lines of the keys it
    stands under, from the outermost; `before` is what stands just before it in the same group.
    """

    key: Node | None
    value: Node
    holder: type[BaseModel]
    group: Node
    number: int
    leaf: type
    is_many: bool
    is_required: bool
    above: tuple[int, ...]

    @property
    def name(self) -> str:
        return self.key.value if self.key is not None else ""

    @property
    def start(self) -> Node:
        return (self.key if self.key is not None else self.value).start_mark

    @property
    def is_block(self) -> bool:
        """Whether it stands in lines of its own, not between brackets."""
        return not self.group.flow_style

    @property
    def is_scalar(self) -> bool:
        return isinstance(self.value, yaml.ScalarNode)

    @property
    def before(self) -> Node | None:
        if not self.number:
            return None
        held = self.group.value[self.number - 1]
        return held[1] if self.key is not None else held


def spots(text: str, model: type[BaseModel]) -> tuple[Spot, ...]:
    """Everything in a valid file that a person may get wrong."""
    return tuple(_in_group(yaml.compose(text, yaml.CSafeLoader), model, ()))


def line_of(mark: Node) -> int:
    return int(mark.line) + 1


def keys_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by the key that is written."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _in_group(group: Node, model: type[BaseModel], above: tuple[int, ...]) -> Iterator[Spot]:
    fields = keys_of(model)
    for number, (key, value) in enumerate(group.value):
        field = fields[key.value]
        leaf, is_many = wanted(field.annotation)
        required = field.is_required()
        yield Spot(key, value, model, group, number, leaf, is_many, required, above)
        below = (*above, line_of(key.start_mark))
        if is_many and isinstance(value, yaml.SequenceNode):
            yield from _in_list(value, model, leaf, below)
        elif isinstance(value, yaml.MappingNode):
            yield from _in_group(value, leaf, below)


def _in_list(
    group: Node, holder: type[BaseModel], leaf: type, above: tuple[int, ...]
) -> Iterator[Spot]:
    for number, item in enumerate(group.value):
        yield Spot(
            key=None,
            value=item,
            holder=holder,
            group=group,
            number=number,
            leaf=leaf,
            is_many=False,
            is_required=True,
            above=above,
        )
        if isinstance(item, yaml.MappingNode):
            yield from _in_group(item, leaf, (*above, line_of(item.start_mark)))


def wanted(annotation: object) -> tuple[type, bool]:
    """What a field holds, or each item of it, and whether it is a list."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return wanted(get_args(annotation)[0])
    if origin is tuple:
        return wanted(get_args(annotation)[0])[0], True
    if origin in (Union, UnionType):
        given = next(one for one in get_args(annotation) if one is not type(None))
        return wanted(given)
    assert isinstance(annotation, type), annotation
    return annotation, False
