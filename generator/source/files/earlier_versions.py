"""Records as they were when approved, to show what changed since a lapsed approval."""

from collections.abc import Iterable, Mapping
from datetime import tzinfo
from typing import TypeVar

from pydantic import BaseModel

from generator.base.digest import Json
from generator.base.workspace import Workspace
from generator.model.corpus.corpus import Corpus, Digests, Entry
from generator.model.corpus.edition_digests import frozen_digest
from generator.model.desk.desk_state import needs_approval
from generator.model.edition.snapshot import named_in, snapshot
from generator.model.edition.terms import terms_of, to_be_covered
from generator.model.kinds import BY_PREFIX, path_of
from generator.model.record.citations import rests_on
from generator.model.record.record import Record
from generator.model.registry.registry import REGISTRY_FILES, registry_from
from generator.model.registry.signers import SIGNERS, read_signers
from generator.model.registry.signoff import Approval
from generator.source.files.validation import validate
from generator.source.yaml.loader import load

M = TypeVar("M", bound=BaseModel)


def approved_contents(workspace: Workspace, corpus: Corpus) -> Mapping[str, Mapping[str, Json]]:
    """By the digest of each lapsed approval, the approved contents, if they can be found.

    They are searched for in the editions first, then in the git history of the workspace.
    """
    contents_by_digest: dict[str, Mapping[str, Json]] = {}
    for approval_entry in corpus.approvals.values():
        approval = approval_entry.record
        entry = corpus.records.get(approval.record)
        if (
            entry is None
            or approval.digest in contents_by_digest
            or not needs_approval(corpus, entry.record)
        ):
            continue
        if approval.digest != corpus.digest(approval.record):
            contents = _in_editions(corpus, approval) or _in_history(
                workspace, corpus, approval_entry
            )
            if contents:
                contents_by_digest[approval.digest] = contents
    return contents_by_digest


def _in_editions(corpus: Corpus, approval: Approval) -> Mapping[str, Json] | None:
    for edition in corpus.holding(approval.record):
        if frozen_digest(edition, approval.record) == approval.digest:
            return edition.contents
    return None


def _in_history(
    workspace: Workspace, corpus: Corpus, entry: Entry[Approval]
) -> Mapping[str, Json] | None:
    revision = workspace.revision_of(entry.path)
    if revision is None:
        return None
    records = _records_at(workspace, corpus, revision, entry.record.record)
    contents = {record_id: record.content() for record_id, record in records.items()}
    supports = {
        record_id: tuple(support_id for support_id in rests_on(record) if support_id in records)
        for record_id, record in records.items()
    }
    digests = Digests(
        contents.__getitem__,
        supports.__getitem__,
        corpus.attachments,
        lambda _: _covered_at(workspace, corpus, revision, records.values()),
    )
    if (
        entry.record.record not in contents
        or digests.of(entry.record.record) != entry.record.digest
    ):
        return None
    return contents


def _covered_at(
    workspace: Workspace, corpus: Corpus, revision: str, records: Iterable[Record]
) -> Json:
    """What a bulletin's digest covered besides its records, as of a revision."""
    zone = corpus.registry.programme.zone
    files = (
        _validated_at(workspace, revision, path, REGISTRY_FILES[path], zone)
        for path in REGISTRY_FILES
    )
    registry = registry_from(filter(None, files)) or corpus.registry
    lines = (workspace.read_at(revision, SIGNERS) or b"").decode("utf-8", "replace").splitlines()
    keys = read_signers(lines, zone).keys
    terms = terms_of(registry.programme, keys, registry.units)
    named = named_in(records, registry, (*terms.members, *corpus.agreed.members))
    return to_be_covered(corpus.agreed, terms, snapshot(registry, named, keys))


def _validated_at(
    workspace: Workspace, revision: str, path: str, model: type[M], zone: tzinfo
) -> M | None:
    content = workspace.read_at(revision, path)
    values = load(path, content).value if content is not None else None
    return validate(path, values, model, zone).value if values is not None else None


def _records_at(
    workspace: Workspace, corpus: Corpus, revision: str, root_id: str
) -> Mapping[str, Record]:
    """A record and all records it rested on, as of a revision."""
    records: dict[str, Record] = {}
    waiting_ids = [root_id]
    while waiting_ids:
        record_id = waiting_ids.pop()
        if record_id in records or record_id[:2] not in BY_PREFIX:
            continue
        record = _record_at(workspace, corpus, revision, record_id)
        if record is not None:
            records[record_id] = record
            waiting_ids.extend(rests_on(record))
    return records


def _record_at(
    workspace: Workspace, corpus: Corpus, revision: str, record_id: str
) -> Record | None:
    kind, zone = BY_PREFIX[record_id[:2]], corpus.registry.programme.zone
    return _validated_at(workspace, revision, path_of(record_id), kind, zone)
