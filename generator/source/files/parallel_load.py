"""Phase 1 over many files: every core reads and parses while this process prepares the rest."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple, Protocol

import orjson

from generator.base.diagnostics import PhaseOutcome
from generator.base.digest import digest_bytes
from generator.base.workspace import FileEntry, Workspace
from generator.source.files.guard_scan import PlacedSighting, as_json, file_sightings, from_json
from generator.source.files.next_change import MomentFinder
from generator.source.yaml.fast_loader import Values
from generator.source.yaml.known_keys import without_empty_keys
from generator.source.yaml.loader import MAX_BYTES, parse

FILES_PER_PART = 400
# Values without problems, and their sightings as JSON, as they are sent and cached.
CachedFile = tuple[Values, list[list[Any]]]


class Spreading(Protocol):
    """Like `map`, in several processes when there are at least twice `least` items."""

    def __call__(
        self, function: Callable[[Any], Any], items: Sequence[Any], *, least: int
    ) -> Iterable[Any]:
        """Start at once, and yield the results in order."""


class Memory(Protocol):
    """Results by the digest of the file's bytes, remembered between runs."""

    def recall(self) -> Mapping[str, Any]:
        """All remembered results by key."""

    def keep(self, results: Mapping[str, Any]) -> None:
        """Remember these results and forget all others."""


@dataclass(frozen=True, slots=True)
class Means:
    """How work is made fast: processes to spread it over, and caches of parsed and opened files."""

    spread: Spreading
    memory: Memory | None = None
    extracts: Memory | None = None


def _one_after_another(
    function: Callable[[Any], Any], items: Sequence[Any], *, least: int
) -> Iterable[Any]:
    del least
    return map(function, items)


ONE_BY_ONE = Means(spread=_one_after_another)


class ParsedFile(NamedTuple):
    """A file parsed by a worker: the digest of its bytes, and its values unless remembered.

    Values without problems are packed as JSON, which is sent between processes several times
    faster. `moments` are those near the present.
    """

    key: str
    packed: bytes | PhaseOutcome[Values | None] | None
    moments: tuple[str, ...]


class Loaded(NamedTuple):
    """A file with its values, or the problems that left it without; and the guard's sightings."""

    outcome: PhaseOutcome[Values | None]
    sightings: tuple[PlacedSighting, ...] = ()


@dataclass(frozen=True, slots=True)
class RunningLoad:
    """Files that are being parsed, and what the cache knows about them."""

    files: Sequence[FileEntry]
    paths: Sequence[str]
    known: Mapping[str, CachedFile]
    parsed_files: Iterable[ParsedFile]
    memory: Memory | None
    moments: set[str] = field(default_factory=set)
    flawless: dict[str, CachedFile] = field(default_factory=dict)

    def loaded(self) -> Iterator[tuple[str, Loaded]]:
        """Every readable YAML file, with its path."""
        for path, parsed in zip(self.paths, self.parsed_files, strict=True):
            self.moments.update(parsed.moments)
            yield path, self._loaded_file(parsed)

    def remember(self) -> None:
        """Save the values of all files without problems for the next run."""
        if self.memory and self.flawless.keys() != self.known.keys():
            self.memory.keep(self.flawless)

    def _loaded_file(self, parsed: ParsedFile) -> Loaded:
        if isinstance(parsed.packed, PhaseOutcome):
            values = parsed.packed.value
            if values is None:
                return Loaded(parsed.packed)
            return Loaded(
                parsed.packed._replace(value=without_empty_keys(values)), file_sightings(values)
            )
        cached = self.known[parsed.key] if parsed.packed is None else _unpack(parsed.packed)
        self.flawless[parsed.key] = cached
        return Loaded(PhaseOutcome(cached[0]), from_json(cached[1]))


def begin(workspace: Workspace, files: Sequence[FileEntry], means: Means) -> RunningLoad:
    """Start to parse every YAML file among these that is not in the cache."""
    paths = [file.path for file in files if file.path.endswith(".yml") and _is_readable(file)]
    known = means.memory.recall() if means.memory else {}
    parse_file = partial(_parse_file, workspace, known, MomentFinder(workspace.now()))
    parsed_files = means.spread(parse_file, paths, least=FILES_PER_PART)
    return RunningLoad(files, paths, known, parsed_files, means.memory)


def _unpack(packed: bytes) -> CachedFile:
    values, sightings = orjson.loads(packed)
    return (without_empty_keys(values) if b":null" in packed else values), sightings


def _is_readable(file: FileEntry) -> bool:
    return file.is_regular and file.size <= MAX_BYTES


def _parse_file(
    workspace: Workspace, known: Container[str], finder: MomentFinder, path: str
) -> ParsedFile:
    content = workspace.read(path)
    key, moments = digest_bytes(content), finder.in_yaml(content)
    if key in known:
        return ParsedFile(key, None, moments)
    outcome = parse(path, content)
    if outcome.problems or outcome.value is None:
        return ParsedFile(key, outcome, moments)
    cached = (outcome.value, as_json(file_sightings(outcome.value)))
    return ParsedFile(key, orjson.dumps(cached), moments)
