"""Words of the corpus: themes of local life as tables of sentences, and dice that choose."""

import random
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml

HERE = Path(__file__).parent
UNITS = ("tuyen-giao", "dan-van", "mat-tran")

T = TypeVar("T")
Sentence = Any  # a text, or a list or mapping of texts that belong together


class Dice:
    """Chance that falls the same way for the same seed, on every machine."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)  # noqa: S311  chance for a corpus, not for a secret

    def number(self, least: int, most: int) -> int:
        return self._random.randint(least, most)

    def one(self, things: Sequence[T]) -> T:
        return self._random.choice(things)

    def some(self, things: Sequence[T], count: int) -> list[T]:
        """Different things, in an order of their own."""
        return self._random.sample(things, min(count, len(things)))


class Theme:
    """The sentences about one field of local life, by their use."""

    def __init__(self, path: Path, shared: Mapping[str, Any]) -> None:
        self.topic = path.stem
        self.tables: Mapping[str, Any] = {**shared, **_table(path)}

    def __getitem__(self, use: str) -> Sequence[Sentence]:
        lines: Sequence[Sentence] = self.tables[use]
        return lines


class Words:
    """Everything the corpus can say, and the areas it says it about."""

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        shared = _table(HERE / "common.yml")
        return tuple(Theme(path, shared) for path in sorted((HERE / "themes").glob("*.yml")))

    @cached_property
    def areas(self) -> Mapping[str, str]:
        """The name of every area that lies within another, by id."""
        listed = _table(HERE / "workspace/content/registry/areas.yml")["areas"]
        return {area["id"]: area["name"] for area in listed if "parent" in area}


def filled(sentence: Sentence, fills: Mapping[str, object]) -> Sentence:
    """The sentence, or the group of sentences, with its gaps filled."""
    match sentence:
        case str():
            return sentence.format_map(fills)
        case dict():
            return {key: filled(text, fills) for key, text in sentence.items()}
        case _:
            return [filled(text, fills) for text in sentence]


def _table(path: Path) -> dict[str, Any]:
    table: dict[str, Any] = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    return table
