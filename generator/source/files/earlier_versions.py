"""Records as they were when approved, so that a lapsed approval can say what changed."""

from collections.abc import Mapping

from generator.base.digest import Json
from generator.base.workspace import Workspace
from generator.model.corpus.corpus import Corpus, Digests, Entry
from generator.model.corpus.edition_digests import frozen_digest
from generator.model.desk.desk_state import needs_approval
from generator.model.edition.trust import terms_of
from generator.model.kinds import BY_PREFIX, path_of
from generator.model.record.citations import rests_on
from generator.model.record.record import Record
from generator.model.registry.registry import Programme
from generator.model.registry.signers import SIGNERS, read_signers
from generator.model.registry.signoff import Approval
from generator.source.files.validation import validate
from generator.source.files.workspace_files import PROGRAMME
from generator.source.yaml.loader import load


def recollect(workspace: Workspace, corpus: Corpus) -> Mapping[str, Mapping[str, Json]]:
    """For each lapsed approval's digest, the contents it was given for, where they can be found.

    They are looked for in the editions first, then in the history of the workspace.
    """
    found: dict[str, Mapping[str, Json]] = {}
    for entry in corpus.approvals.values():
        approval = entry.record
        known = corpus.records.get(approval.record)
        if known is None or approval.digest in found or not needs_approval(corpus, known.record):
            continue
        if approval.digest != corpus.digest(approval.record):
            past = _in_editions(corpus, approval) or _in_history(workspace, corpus, entry)
            if past:
                found[approval.digest] = past
    return found


def _in_editions(corpus: Corpus, approval: Approval) -> Mapping[str, Json] | None:
    for edition in corpus.holding(approval.record):
        if frozen_digest(edition, approval.record) == approval.digest:
            return {**edition.records, edition.bulletin: edition.plan}
    return None


def _in_history(
    workspace: Workspace, corpus: Corpus, entry: Entry[Approval]
) -> Mapping[str, Json] | None:
    revision = workspace.revision_of(entry.path)
    if revision is None:
        return None
    records = _records_at(workspace, corpus, revision, entry.record.record)
    contents = {i: record.content() for i, record in records.items()}
    support = {i: tuple(r for r in rests_on(rec) if r in records) for i, rec in records.items()}
    terms = _terms_at(workspace, corpus, revision)
    then = Digests(contents.__getitem__, support.__getitem__, corpus.attachments, terms)
    if entry.record.record not in contents or then.of(entry.record.record) != entry.record.digest:
        return None
    return contents


def _terms_at(workspace: Workspace, corpus: Corpus, revision: str) -> Json:
    """The level of approval and the signers as of a revision."""
    zone = corpus.registry.programme.zone
    content = workspace.read_at(revision, PROGRAMME)
    values = load(PROGRAMME, content).value if content is not None else None
    programme = validate(PROGRAMME, values, Programme, zone).value if values is not None else None
    lines = (workspace.read_at(revision, SIGNERS) or b"").decode("utf-8", "replace").splitlines()
    known = programme if isinstance(programme, Programme) else corpus.registry.programme
    return terms_of(known, read_signers(lines, zone).keys)


def _records_at(
    workspace: Workspace, corpus: Corpus, revision: str, first: str
) -> Mapping[str, Record]:
    """A record and all it rested on, as of a revision."""
    records: dict[str, Record] = {}
    waiting = [first]
    while waiting:
        record_id = waiting.pop()
        if record_id in records or record_id[:2] not in BY_PREFIX:
            continue
        record = _record_at(workspace, corpus, revision, record_id)
        if record is not None:
            records[record_id] = record
            waiting.extend(rests_on(record))
    return records


def _record_at(
    workspace: Workspace, corpus: Corpus, revision: str, record_id: str
) -> Record | None:
    path = path_of(record_id)
    content = workspace.read_at(revision, path)
    values = load(path, content).value if content is not None else None
    if values is None:
        return None
    zone = corpus.registry.programme.zone
    return validate(path, values, BY_PREFIX[record_id[:2]], zone).value
