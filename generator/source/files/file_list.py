"""Before phase 1: the files of content/, the model of each, and those that may not be read."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from pydantic import BaseModel

from generator.base.diagnostics import Diagnostic
from generator.base.span import Span
from generator.base.text import Bilingual
from generator.base.workspace import FileEntry
from generator.model.kinds import BY_NAME
from generator.model.kinds.bulletin import EDITION_NAME, Bulletin
from generator.model.registry.registry import REGISTRY_FILES
from generator.model.registry.signoff import Approval, Recall, Redaction
from generator.source.files.file_names import unfit_names
from generator.source.files.stray_files import is_lock, original_of, stray_file
from generator.source.problems import AS_A_FILE, BAD_FILE, NOT_REGULAR, STRAY_FILE
from generator.source.yaml.loader import MAX_BYTES, too_large

RECORD = re.compile(r"^content/records/([a-z]+)/([0-9]{4})/([^/]+)\.yml$")
BULLETIN = re.compile(r"^content/bulletins/([0-9]{4})/([^/]+)\.yml$")
APPROVAL = re.compile(r"^content/approvals/([^/]+)/([^/]+)\.yml$")
RECALL = re.compile(r"^content/recalls/([^/]+)\.yml$")
REDACTION = re.compile(r"^content/redactions/([^/]+)\.yml$")
_WATCHED = (
    rf"editions/({EDITION_NAME}|head)\.json|guide(?:/.+)?|registry/(signers|areas\.geojson)"
    r"|approvals/[^/]+/[^/]+\.sig"
)
ELSEWHERE = re.compile(rf"^content/({_WATCHED}|attachments/.+)$")
# Of these, those that their readers refuse by name when they are links, pipes or devices.
_TOLD_ELSEWHERE = re.compile(rf"^content/({_WATCHED})$")
# Folders that a build reads without looking at each file in them.
_BUILT_FROM = re.compile(r"^content/(editions|records|bulletins)(/[^.]*)?$")
SIGNATURE_FILE = re.compile(r"^content/(registry/signers|approvals/[^/]+/[^/]+\.sig)$")


class FileList(NamedTuple):
    """The model of each readable file, and the problems of the others.

    `signature_files` are the list of signers and the signatures.
    """

    models: Mapping[str, type[BaseModel]]
    problems: tuple[Diagnostic, ...]
    refused: frozenset[str]
    signature_files: tuple[FileEntry, ...]


def collect(files: Sequence[FileEntry]) -> FileList:
    """Find the model that each file below content/ must fit."""
    paths = {file.path for file in files}
    models: dict[str, type[BaseModel]] = {}
    problems: list[Diagnostic] = []
    for file in files:
        is_leftover = is_lock(file.path) or original_of(file.path, paths)
        model = None if is_leftover else model_of(file.path)
        refusals = list(_refusals(file, model, paths))
        problems += refusals
        if model is not None and not refusals:
            models[file.path] = model
    refused = frozenset(str(problem.place.path) for problem in problems)
    signature_files = tuple(file for file in files if SIGNATURE_FILE.match(file.path))
    problems += _stray_signatures(signature_files, models.keys())
    problems += unfit_names(files)
    return FileList(models, tuple(problems), refused, signature_files)


def linked_folders(files: Sequence[FileEntry]) -> Iterator[Diagnostic]:
    """Folders that are only links: what stands in them is not read, and would be missing."""
    for file in files:
        if not file.is_regular and _BUILT_FROM.match(file.path):
            yield BAD_FILE.at(Span(file.path), reason=NOT_REGULAR, mend=AS_A_FILE)


def _stray_signatures(
    signature_files: Sequence[FileEntry], readable: Set[str]
) -> Iterator[Diagnostic]:
    """Signatures without a readable approval beside them."""
    for file in signature_files:
        approval = file.path.removesuffix(".sig") + ".yml"
        if file.path.endswith(".sig") and approval not in readable:
            yield STRAY_FILE.at(Span(file.path), what=_LONELY, hint=_NO_APPROVAL)


def model_of(path: str) -> type[BaseModel] | None:
    """The model that a file at this path must fit, or None when it is read by other code."""
    if path in REGISTRY_FILES:
        return REGISTRY_FILES[path]
    if match := RECORD.match(path):
        kind = BY_NAME.get(match[1])
        return kind if kind is not Bulletin else None
    return next((model for pattern, model in _MODELS if pattern.match(path)), None)


_MODELS: tuple[tuple[re.Pattern[str], type[BaseModel]], ...] = (
    (BULLETIN, Bulletin),
    (APPROVAL, Approval),
    (RECALL, Recall),
    (REDACTION, Redaction),
)


def _refusals(
    file: FileEntry, model: type[BaseModel] | None, paths: Set[str]
) -> Iterator[Diagnostic]:
    is_hidden = file.path.rpartition("/")[2].startswith(".")
    is_elsewhere = is_hidden or ELSEWHERE.match(file.path)
    if not file.is_regular and (is_hidden or not _TOLD_ELSEWHERE.match(file.path)):
        yield BAD_FILE.at(Span(file.path), reason=NOT_REGULAR, mend=AS_A_FILE)
    elif model is None:
        yield from () if is_elsewhere else (stray_file(file.path, paths),)
    elif file.size > MAX_BYTES:
        yield too_large(file.path, MAX_BYTES // 1024)


_LONELY = Bilingual(
    "Bên cạnh chữ ký này không có tệp phê duyệt .yml đọc được",
    "No readable approval stands beside this signature",
)
_NO_APPROVAL = Bilingual(
    "lấy lại tệp phê duyệt, hoặc xóa chữ ký", "restore the approval, or delete the signature"
)
