"""Phases one and two over the whole workspace: every file loaded and validated."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import orjson
from pydantic import BaseModel

from generator.base.diagnostics import Diagnostic, Outcome
from generator.base.digest import digest_bytes
from generator.base.workspace import FileEntry, Workspace
from generator.model.corpus import Entry
from generator.source.collect import SourceFile, collect
from generator.source.load import Values, load
from generator.source.validate import validate

PROGRAMME = "content/registry/programme.yml"
DEFAULT_ZONE = "Asia/Ho_Chi_Minh"

Spread = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]


class Memory(Protocol):
    """Remembers parsed files between runs, by the digest of their bytes."""

    def recall(self) -> Mapping[str, Values]:
        """All that is remembered."""

    def keep(self, parsed: Mapping[str, Values]) -> None:
        """Remember these, and nothing else."""


@dataclass(frozen=True, slots=True)
class Means:
    """How reading is made fast: work spread over processes, results remembered."""

    spread: Spread
    memory: Memory | None = None


@dataclass(slots=True)
class Reading:
    """What the files hold, and what is wrong with them."""

    entries: list[Entry[BaseModel]] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    sealing: Mapping[str, FileEntry] = field(default_factory=dict)


def read(workspace: Workspace, folder: str, means: Means) -> Reading:
    """Load and validate every record, sign-off and registry file below a folder."""
    collected = collect(workspace.files(folder))
    reading = Reading(problems=list(collected.problems), broken=set(collected.refused))
    reading.sealing = {file.path: file for file in collected.sealing}
    parsed = _parsed(workspace, collected.sources, means, reading)
    zone = _zone(parsed)
    for file in collected.sources:
        outcome = _validated(file, parsed, zone)
        reading.problems += outcome.problems
        if outcome.value is None:
            reading.broken.add(file.path)
        else:
            reading.entries.append(Entry(outcome.value, file.path))
    return reading


def _parsed(
    workspace: Workspace, files: Sequence[SourceFile], means: Means, reading: Reading
) -> Mapping[str, Values]:
    known = means.memory.recall() if means.memory else {}
    contents = {file.path: workspace.read(file.path) for file in files}
    keys = {path: digest_bytes(content) for path, content in contents.items()}
    fresh = [(path, contents[path]) for path, key in keys.items() if key not in known]
    parsed = {path: known[key] for path, key in keys.items() if key in known}
    flawed = set()
    for (path, _), packed in zip(fresh, means.spread(_load, fresh), strict=True):
        outcome = _unpacked(packed)
        reading.problems += outcome.problems
        if outcome.value is not None:
            parsed[path] = outcome.value
        if outcome.problems:
            flawed.add(path)
    if means.memory and (fresh or len(known) != len(parsed)):
        means.memory.keep({keys[p]: values for p, values in parsed.items() if p not in flawed})
    return parsed


def _load(file: tuple[str, bytes]) -> bytes | Outcome[Values | None]:
    """Flawless values as JSON, which travels between processes several times faster."""
    outcome = load(*file)
    return outcome if outcome.problems else orjson.dumps(outcome.value)


def _unpacked(packed: bytes | Outcome[Values | None]) -> Outcome[Values | None]:
    return Outcome(orjson.loads(packed)) if isinstance(packed, bytes) else packed


def _validated(
    file: SourceFile, parsed: Mapping[str, Values], zone: ZoneInfo
) -> Outcome[BaseModel | None]:
    if file.path not in parsed:
        return Outcome(None)
    return validate(file.path, parsed[file.path], file.model, zone)


def _zone(parsed: Mapping[str, Values]) -> ZoneInfo:
    named = str(parsed.get(PROGRAMME, {}).get("timezone", DEFAULT_ZONE))
    try:
        return ZoneInfo(named)
    except (KeyError, ValueError, OSError):
        return ZoneInfo(DEFAULT_ZONE)
