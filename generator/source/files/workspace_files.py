"""Phases one and two over the whole workspace: every file loaded and validated."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from generator.base.diagnostics import Diagnostic
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.base.workspace import FileEntry, Workspace
from generator.model.corpus.corpus import Entry
from generator.model.kinds import BY_PREFIX, path_of
from generator.model.record.record import Record
from generator.model.record.scalars import DEFAULT_ZONE, RECORD_ID
from generator.source.files.file_list import collect
from generator.source.files.guard_scan import PlacedSighting
from generator.source.files.parallel_load import Loaded, RunningLoad
from generator.source.files.registered_names import Read
from generator.source.files.validation import validate
from generator.source.problems import MISPLACED_ID
from generator.source.yaml.fast_loader import Values
from generator.source.yaml.loader import load, parse

PROGRAMME = "content/registry/programme.yml"


@dataclass(slots=True)
class WorkspaceFiles:
    """The validated entries of all files, and the problems of the files."""

    entries: list[Entry[BaseModel]] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    signature_files: Mapping[str, FileEntry] = field(default_factory=dict)
    sightings: dict[str, tuple[PlacedSighting, ...]] = field(default_factory=dict)


class _Terms(NamedTuple):
    """With what a file is validated: the time zone, and how other files are read."""

    zone: ZoneInfo
    read: Read


def read(workspace: Workspace, running_load: RunningLoad) -> WorkspaceFiles:
    """Validate every record, sign-off and registry file; entries are in the order of the files."""
    file_list = collect(running_load.files)
    files = WorkspaceFiles(problems=list(file_list.problems), broken=set(file_list.refused))
    files.signature_files = {file.path: file for file in file_list.signature_files}
    terms = _Terms(_zone(workspace, running_load), _reader(workspace, running_load))
    entries: dict[str, Entry[BaseModel]] = {}
    for path, loaded in running_load.loaded():
        model = file_list.models.get(path)
        record = _validate(path, loaded, model, terms, files) if model else None
        if record is not None:
            entries[path] = Entry(record, path)
            files.sightings |= {path: loaded.sightings} if loaded.sightings else {}
    files.broken |= file_list.models.keys() - entries.keys()
    files.entries += (entries[path] for path in file_list.models if path in entries)
    return files


def _validate(
    path: str, loaded: Loaded, model: type[BaseModel], terms: _Terms, files: WorkspaceFiles
) -> BaseModel | None:
    files.problems += loaded.outcome.problems
    if loaded.outcome.value is None:
        return None
    if problem := _in_another_folder(path, loaded.outcome.value, model):
        files.problems.append(problem)
        return None
    outcome = validate(path, loaded.outcome.value, model, *terms)
    files.problems += outcome.problems
    return outcome.value


def _reader(workspace: Workspace, running_load: RunningLoad) -> Read:
    """The values of a file with its empty keys; nothing for a file that is not there."""

    def read_file(path: str) -> Values:
        known = path in running_load.paths
        return (parse(path, workspace.read(path)).value or {}) if known else {}

    return read_file


def _in_another_folder(path: str, values: Values, model: type[BaseModel]) -> Diagnostic | None:
    """The problem of a record in the folder of another kind, whose keys would all seem unknown."""
    record_id = str(values.get("id"))
    kind = BY_PREFIX.get(record_id[:2])
    if not (issubclass(model, Record) and kind and re.fullmatch(RECORD_ID, record_id)):
        return None
    if kind is model:
        return None
    right = path_of(record_id)
    hint = Bilingual(
        f"mã {kind.prefix}- là của {kind.label.vi}, thư mục này là của {model.label.vi}: chuyển tệp"
        f" sang {right}; hoặc viết mã bắt đầu bằng {model.prefix}-.",
        f"{kind.prefix}- is for {kind.label.en}, this folder for {model.label.en}: move the file to"
        f" {right}; or write an id that begins with {model.prefix}-.",
    )
    return MISPLACED_ID.at(Place(path, ("id",)), id=record_id, hint=hint)


def _zone(workspace: Workspace, running_load: RunningLoad) -> ZoneInfo:
    name = str(_programme(workspace, running_load).get("timezone", DEFAULT_ZONE))
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo(DEFAULT_ZONE)


def _programme(workspace: Workspace, running_load: RunningLoad) -> Mapping[str, object]:
    """The values of the programme's file, which gives the time zone for all files."""
    if PROGRAMME not in running_load.paths:
        return {}
    return load(PROGRAMME, workspace.read(PROGRAMME)).value or {}
