"""Between phases 2 and 3: entries become a Corpus; each id is used once, in its own file."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import TypeVar, cast

from pydantic import BaseModel

from generator.base.diagnostics import Diagnostic
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.edition.edition import History
from generator.model.kinds import BY_PREFIX, path_of
from generator.model.record.record import Record
from generator.model.record.scalars import RECORD_ID
from generator.model.registry.registry import (
    REGISTRY_FILES,
    AreasFile,
    Registry,
    TopicsFile,
    UnitsFile,
    registry_from,
)
from generator.model.registry.signoff import (
    Approval,
    Recall,
    Redaction,
    approval_path,
    file_stem,
    recall_path,
    redaction_path,
)
from generator.source.corpus.attachments import AttachmentContents
from generator.source.files.file_names import one_spelling
from generator.source.files.signoff_commands import approve
from generator.source.files.workspace_files import WorkspaceFiles
from generator.source.problems import MISPLACED_ID, REPEATED_ID

M = TypeVar("M", bound=BaseModel)
S = TypeVar("S", Approval, Recall, Redaction)


def assemble(
    files: WorkspaceFiles,
    history: History,
    attachments: AttachmentContents,
    now: datetime,
    issuing: str | None = None,
) -> Corpus | None:
    """The corpus, or None without a programme and units. Adds to the problems of `files`."""
    registry = registry_of(files)
    records = dict(_records(files))
    approvals = {
        (str(entry.record.record), str(entry.record.unit)): entry
        for entry in _signoffs(files, Approval)
    }
    of_redactions = {key: entry for key, entry in approvals.items() if "/" in key[0]}
    recalls = {str(entry.record.record): entry for entry in _signoffs(files, Recall)}
    if registry is None:
        return None
    return Corpus(
        registry=registry,
        records=dict(sorted(records.items())),
        approvals={key: entry for key, entry in approvals.items() if key not in of_redactions},
        recalls=recalls,
        redactions={str(entry.record.edition): entry for entry in _signoffs(files, Redaction)},
        redaction_approvals=of_redactions,
        editions=history.editions,
        redacted=history.redacted,
        root=history.root,
        lost=history.lost,
        now=now.astimezone(registry.programme.zone),
        registry_files={
            entry.path: entry for entry in files.entries if entry.path in REGISTRY_FILES
        },
        attachments=attachments.digests,
        extracts=attachments.extracts,
        sighted=files.sightings,
        issuing=issuing,
        broken=frozenset(path.rpartition("/")[2].removesuffix(".yml") for path in files.broken),
    )


def _entries_of(files: WorkspaceFiles, kind: type[M]) -> Iterator[Entry[M]]:
    return (cast("Entry[M]", entry) for entry in files.entries if isinstance(entry.record, kind))


def _records(files: WorkspaceFiles) -> Iterator[tuple[str, Entry[Record]]]:
    paths = frozenset(entry.path for entry in _entries_of(files, Record))
    for entry in _entries_of(files, Record):
        problem = misplaced(entry, paths)
        if problem is None:
            yield entry.record.id, entry
        else:
            files.problems.append(problem)
            files.broken |= {entry.path, entry.record.id}


def _signoffs(files: WorkspaceFiles, kind: type[S]) -> Iterator[Entry[S]]:
    paths = {entry.path for entry in files.entries} | files.broken
    for entry in _entries_of(files, kind):
        problem = misplaced_signoff(entry.path, entry.record, paths)
        if problem is None:
            yield entry
        else:
            files.problems.append(problem)


def registry_of(files: WorkspaceFiles) -> Registry | None:
    """The registry of the files, or None without a programme and units."""
    registry_files = [entry for entry in files.entries if entry.path in REGISTRY_FILES]
    for entry in registry_files:
        files.problems += repeated_in_registry(entry.path, entry.record)
    return registry_from(entry.record for entry in registry_files)


def misplaced(entry: Entry[Record], paths: Collection[str]) -> Diagnostic | None:
    """The problem of a record whose id does not fit its path; `paths` are all record files."""
    record_id = entry.record.id
    known = BY_PREFIX.get(record_id[:2])
    right = path_of(record_id) if known else None
    if right == entry.path:
        return None
    if right in paths:
        return REPEATED_ID.at(entry.place("id"), id=record_id, first=str(right))
    stem = entry.path.rpartition("/")[2].removesuffix(".yml")
    if right and right.rpartition("/")[0] == entry.path.rpartition("/")[0]:
        name = f"{record_id}.yml"
        hint = (
            Bilingual(
                f"viết mã là {stem}, hoặc đổi tên tệp thành {name}.",
                f"write the id {stem}, or rename the file to {name}.",
            )
            if re.fullmatch(RECORD_ID, stem)
            else Bilingual(
                f"đổi tên tệp thành {name}; nếu nó chỉ là bản sao do máy tạo thì xóa.",
                f"rename the file to {name}; delete it if it is only a copy that the system made.",
            )
        )
    elif right:
        hint = Bilingual(
            f"chuyển tệp sang {right}; nếu năm trong mã viết nhầm thì sửa cả mã và tên tệp.",
            f"move the file to {right}; if the year of the id is wrong, change the id and the name"
            " of the file.",
        )
    else:
        prefix = type(entry.record).prefix
        hint = Bilingual(
            f"mã của {type(entry.record).label.vi} bắt đầu bằng {prefix}-, năm trong mã là tên"
            " thư mục, phần sau là tên tệp.",
            f"an id here begins with {prefix}-, names the year of the folder and the file.",
        )
    return MISPLACED_ID.at(entry.place("id"), id=record_id, hint=hint)


def misplaced_signoff(
    path: str, signoff: Approval | Recall | Redaction, paths: Collection[str]
) -> Diagnostic | None:
    """The problem of a sign-off whose file name has another record or unit; `paths` are all."""
    if isinstance(signoff, Recall):
        return _misnamed(path, "record", signoff.record, recall_path(signoff.record))
    if isinstance(signoff, Redaction):
        return _misnamed(path, "edition", signoff.edition, redaction_path(signoff.edition))
    right = approval_path(signoff.record, signoff.unit)
    if right == path:
        return None
    is_in_place = path.rpartition("/")[0] == right.rpartition("/")[0]
    key, written = ("unit", signoff.unit) if is_in_place else ("record", signoff.record)
    by_unit = _own_approval(path, signoff)
    if right in paths:
        hint = Bilingual(f"xóa tệp này; {by_unit.vi}", f"delete this file; {by_unit.en}")
    elif one_spelling(right) == one_spelling(path):
        hint = _moved(path, right)
    else:
        moved = _moved(path, right)
        hint = Bilingual(
            f"nếu là phê duyệt {signoff.record} của {signoff.unit}, {moved.vi}; nếu không, xóa tệp"
            f" này; {by_unit.vi}",
            f"if {signoff.unit} approves {signoff.record} with it, {moved.en}; else delete it;"
            f" {by_unit.en}",
        )
    return MISPLACED_ID.at(Place(path, (key,)), id=written, hint=hint)


def _misnamed(path: str, key: str, name: str, right: str) -> Diagnostic | None:
    """The problem of a file that is not named after what it stops: what it says is what counts."""
    hint = Bilingual(f"đổi tên tệp thành {right}.", f"rename the file to {right}.")
    return None if right == path else MISPLACED_ID.at(Place(path, (key,)), id=name, hint=hint)


def _moved(path: str, right: str) -> Bilingual:
    folder, _, name = right.rpartition("/")
    if path.rpartition("/")[0] == folder:
        return Bilingual(f"đổi tên tệp thành {name}", f"rename the file to {name}")
    return Bilingual(f"chuyển tệp sang {right}", f"move the file to {right}")


def _own_approval(path: str, approval: Approval) -> Bilingual:
    """Nobody approves for another, and no approval is moved to another record."""
    folder, unit = path.removesuffix(".yml").split("/")[-2:]
    is_of_record = one_spelling(folder) == one_spelling(file_stem(approval.record))
    record = str(approval.record) if is_of_record else re.sub(r"-(v\d+)$", r"/\1", folder)
    command = approve({"record": record, "unit": unit})
    return Bilingual(
        f"bản chép không phải là phê duyệt, {unit} tự phê duyệt: {command}",
        f"a copy is no approval, {unit} approves for itself: {command}",
    )


def repeated_in_registry(path: str, content: object) -> Iterator[Diagnostic]:
    """Units, offices, areas, topics and document types that share an id."""
    match content:
        case UnitsFile(units=units):
            yield from _repeated_ids(path, "units", [unit.id for unit in units])
            for number, unit in enumerate(units):
                ids = [office.id for office in unit.offices]
                yield from _repeated_ids(path, "units", ids, (number, "offices"))
        case AreasFile(areas=areas):
            yield from _repeated_ids(path, "areas", [area.id for area in areas])
        case TopicsFile(topics=topics, document_types=types):
            yield from _repeated_ids(path, "topics", [topic.id for topic in topics])
            yield from _repeated_ids(path, "document_types", [kind.id for kind in types])


def _repeated_ids(
    path: str, key: str, ids: Sequence[str], below: tuple[str | int, ...] = ()
) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for number, entry_id in enumerate(ids):
        if entry_id in seen:
            yield REPEATED_ID.at(Place(path, (key, *below, number, "id")), id=entry_id, first=path)
        seen.add(entry_id)
