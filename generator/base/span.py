"""Places in source files: spans of characters, and keys or values of records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

FieldPath = tuple[str | int, ...]


class On(StrEnum):
    """Which half of `key: value` a place means."""

    KEY = "key"
    VALUE = "value"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place an author can click on; line and column count from 1, width in characters."""

    path: str
    line: int = 1
    column: int = 1
    width: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Place:
    """A key or value named by its path in the record; `SourceMap.span` finds its line.

    `within` names a part of a text: its first character, and the character after its last,
    counted in the stripped text that the record holds.
    """

    path: str
    field: FieldPath = ()
    on: On = On.VALUE
    within: tuple[int, int] | None = None

    def part(self, start: int, end: int) -> "Place":
        """The place of some characters of the text at this place."""
        return Place(self.path, self.field, self.on, (start, end))


class WrittenText(Protocol):
    """A text as it was written, with the place of each of its characters."""

    def span(self, start: int, end: int) -> Span | None:
        """The place of a part of the text, or None when it cannot be known."""


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where each key and each value of one file was written."""

    path: str
    keys: Mapping[FieldPath, Span] = field(default_factory=dict)
    values: Mapping[FieldPath, Span] = field(default_factory=dict)
    texts: Mapping[FieldPath, WrittenText] = field(default_factory=dict)

    def span(self, place: Place) -> Span:
        """The span of the place itself, else of its nearest written parent, else of the id."""
        if place.within and (written := self.texts.get(place.field)):
            part = written.span(*place.within)
            if part:
                return part
        if place.on is On.VALUE and place.field in self.values:
            return self.values[place.field]
        for length in range(len(place.field), 0, -1):
            if place.field[:length] in self.keys:
                return self.keys[place.field[:length]]
            if place.field[:length] in self.values:
                return self.values[place.field[:length]]
        return self.keys.get(("id",), Span(self.path))
