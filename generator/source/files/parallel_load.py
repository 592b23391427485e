"""Phase 1 over many files: read, and parsed by every core while this process prepares the rest."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple, Protocol

import orjson

from generator.base.diagnostics import PhaseOutcome
from generator.base.digest import digest_bytes
from generator.base.workspace import FileEntry, Workspace
from generator.source.files.guard_scan import Sighted, as_json, from_json, sighted
from generator.source.files.next_change import Near
from generator.source.yaml.fast_loader import Values
from generator.source.yaml.known_keys import given
from generator.source.yaml.loader import MAX_BYTES, parse

FILES_A_PART = 400
# Flawless values and what the guard sees in them, as they travel and are kept.
Kept = tuple[Values, list[list[Any]]]


class Spreading(Protocol):
    """`map`, perhaps in several processes; fewer than twice `least` items are not worth it."""

    def __call__(
        self, function: Callable[[Any], Any], items: Sequence[Any], *, least: int
    ) -> Iterable[Any]:
        """Begins at once, and yields the results in order."""


class Memory(Protocol):
    """Remembers what was made of files between runs, by the digest of their bytes."""

    def recall(self) -> Mapping[str, Any]:
        """All that is remembered."""

    def keep(self, made: Mapping[str, Any]) -> None:
        """Remember these, and nothing else."""


@dataclass(frozen=True, slots=True)
class Means:
    """How the work is made fast: spread over processes, parsed and opened files remembered."""

    spread: Spreading
    memory: Memory | None = None
    extracts: Memory | None = None


def _in_turn(function: Callable[[Any], Any], items: Sequence[Any], *, least: int) -> Iterable[Any]:
    del least
    return map(function, items)


ONE_BY_ONE = Means(spread=_in_turn)


class Taken(NamedTuple):
    """What a worker made of one file: the key of its bytes, and its values unless remembered.

    Flawless values come as JSON, which travels between processes several times faster. `moments`
    are those near the present.
    """

    key: str
    kept: bytes | PhaseOutcome[Values | None] | None
    moments: tuple[str, ...]


class Loaded(NamedTuple):
    """A file with its values, or the reasons why it has none; and what the guard sees in it."""

    outcome: PhaseOutcome[Values | None]
    sighted: tuple[Sighted, ...] = ()


@dataclass(frozen=True, slots=True)
class Begun:
    """Files that are being parsed, and what was remembered of them."""

    files: Sequence[FileEntry]
    paths: Sequence[str]
    known: Mapping[str, Kept]
    taken: Iterable[Taken]
    memory: Memory | None
    moments: set[str] = field(default_factory=set)
    flawless: dict[str, Kept] = field(default_factory=dict)

    def loaded(self) -> Iterator[tuple[str, Loaded]]:
        """Every readable YAML file by path."""
        for path, taken in zip(self.paths, self.taken, strict=True):
            self.moments.update(taken.moments)
            yield path, self._loaded(taken)

    def remember(self) -> None:
        """Keep the values of all flawless files for the next run."""
        if self.memory and self.flawless.keys() != self.known.keys():
            self.memory.keep(self.flawless)

    def _loaded(self, taken: Taken) -> Loaded:
        if isinstance(taken.kept, PhaseOutcome):
            values = taken.kept.value
            if values is None:
                return Loaded(taken.kept)
            return Loaded(taken.kept._replace(value=given(values)), sighted(values))
        kept = self.known[taken.key] if taken.kept is None else _thawed(taken.kept)
        self.flawless[taken.key] = kept
        return Loaded(PhaseOutcome(kept[0]), from_json(kept[1]))


def begin(workspace: Workspace, files: Sequence[FileEntry], means: Means) -> Begun:
    """Begin to parse every YAML file among these that is new since it was last remembered."""
    paths = [f.path for f in files if f.path.endswith(".yml") and _is_readable(f)]
    known = means.memory.recall() if means.memory else {}
    take = partial(_take, workspace, known, Near(workspace.now()))
    taken = means.spread(take, paths, least=FILES_A_PART)
    return Begun(files, paths, known, taken, means.memory)


def _thawed(packed: bytes) -> Kept:
    values, seen = orjson.loads(packed)
    return (given(values) if b":null" in packed else values), seen


def _is_readable(file: FileEntry) -> bool:
    return not file.is_link and file.size <= MAX_BYTES


def _take(workspace: Workspace, known: Container[str], near: Near, path: str) -> Taken:
    content = workspace.read(path)
    key, moments = digest_bytes(content), near.in_yaml(content)
    if key in known:
        return Taken(key, None, moments)
    outcome = parse(path, content)
    if outcome.problems or outcome.value is None:
        return Taken(key, outcome, moments)
    kept = (outcome.value, as_json(sighted(outcome.value)))
    return Taken(key, orjson.dumps(kept), moments)
