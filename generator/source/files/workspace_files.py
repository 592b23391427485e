"""Phases one and two over the whole workspace: every file loaded and validated."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from generator.base.diagnostics import Diagnostic
from generator.base.workspace import FileEntry, Workspace
from generator.model.corpus.corpus import Entry
from generator.model.record.scalars import DEFAULT_ZONE
from generator.source.files.file_list import collect
from generator.source.files.guard_scan import Sighted
from generator.source.files.parallel_load import Begun, Loaded
from generator.source.files.validation import validate
from generator.source.yaml.loader import load

PROGRAMME = "content/registry/programme.yml"


@dataclass(slots=True)
class WorkspaceFiles:
    """What the files hold, and what is wrong with them."""

    entries: list[Entry[BaseModel]] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    sealing: Mapping[str, FileEntry] = field(default_factory=dict)
    sighted: dict[str, tuple[Sighted, ...]] = field(default_factory=dict)


def read(workspace: Workspace, begun: Begun) -> WorkspaceFiles:
    """Validate every record, sign-off and registry file as it comes, and put them in order."""
    collected = collect(begun.files)
    reading = WorkspaceFiles(problems=list(collected.problems), broken=set(collected.refused))
    reading.sealing = {file.path: file for file in collected.sealing}
    zone = _zone(workspace, begun)
    entries: dict[str, Entry[BaseModel]] = {}
    for path, loaded in begun.loaded():
        model = collected.models.get(path)
        record = _validated(path, loaded, model, zone, reading) if model else None
        if record is not None:
            entries[path] = Entry(record, path)
            reading.sighted |= {path: loaded.sighted} if loaded.sighted else {}
    reading.broken |= collected.models.keys() - entries.keys()
    reading.entries += (entries[path] for path in collected.models if path in entries)
    return reading


def _validated(
    path: str, loaded: Loaded, model: type[BaseModel], zone: ZoneInfo, reading: WorkspaceFiles
) -> BaseModel | None:
    reading.problems += loaded.outcome.problems
    if loaded.outcome.value is None:
        return None
    outcome = validate(path, loaded.outcome.value, model, zone)
    reading.problems += outcome.problems
    return outcome.value


def _zone(workspace: Workspace, begun: Begun) -> ZoneInfo:
    named = str(_programme(workspace, begun).get("timezone", DEFAULT_ZONE))
    try:
        return ZoneInfo(named)
    except (KeyError, ValueError, OSError):
        return ZoneInfo(DEFAULT_ZONE)


def _programme(workspace: Workspace, begun: Begun) -> Mapping[str, object]:
    """The programme's own file, which tells the time zone of all the others."""
    if PROGRAMME not in begun.paths:
        return {}
    return load(PROGRAMME, workspace.read(PROGRAMME)).value or {}
