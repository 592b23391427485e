"""Ids that two people took at once, as git's other branches and this branch's past show it."""

from collections.abc import Iterator

from generator.base.diagnostics import Diagnostic
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.base.workspace import Workspace, begun
from generator.model.corpus.corpus import Corpus
from generator.model.kinds import path_of
from generator.model.record.record import Record
from generator.source.problems import CHANGED_MEANING, TAKEN_ELSEWHERE
from generator.source.yaml.loader import load

FOLDERS = ("content/records", "content/bulletins")
# Commits that began a record; who looks further back finds what was settled long ago.
_LATELY = 500


def taken_ids(workspace: Workspace, corpus: Corpus) -> Iterator[Diagnostic]:
    """Ids that stand for another record on another branch, or in what cites them."""
    id_at = {entry.path: record_id for record_id, entry in corpus.records.items()}
    for rival in workspace.rivals(FOLDERS):
        record_id = id_at.get(rival.path, "")
        theirs = _values(rival.path, rival.content)
        if record_id and not _is_same(corpus.records[record_id].record, theirs):
            yield TAKEN_ELSEWHERE.at(
                corpus.records[record_id].place("id"),
                id=record_id,
                branch=rival.branch,
                title=theirs.get("title", "…"),
                citing=_in_those_too(_citing(corpus, record_id)),
            )
    for path, versions in begun(workspace.versions(FOLDERS, _LATELY)).items():
        if len(versions) > 1 and path in id_at:
            yield from _changed_meaning(workspace, corpus, id_at[path])


def _changed_meaning(workspace: Workspace, corpus: Corpus, taken: str) -> Iterator[Diagnostic]:
    """What cites an id and was last written when the id was another record."""
    record = corpus.records[taken].record
    for citing_id, place in _citing(corpus, taken).items():
        revision = workspace.revision_of(corpus.records[citing_id].path)
        content = workspace.read_at(revision, path_of(taken)) if revision else None
        then = _values(path_of(taken), content) if content is not None else {}
        if then and not _is_same(record, then):
            before, heir = then.get("title", "…"), _heir(corpus, then)
            yield CHANGED_MEANING.at(
                place, id=taken, before=before, now=record.title, heir=f": {heir}" if heir else ""
            )


def _citing(corpus: Corpus, record_id: str) -> dict[str, Place]:
    """The records that name another, each with the first place where it does."""
    return {
        citing_id: corpus.records[citing_id].place(*named[0].at)
        for citing_id, references in corpus.references.items()
        if (named := [reference for reference in references if reference.value == record_id])
    }


def _in_those_too(citing: dict[str, Place]) -> Bilingual:
    names = ", ".join(citing)
    if not names:
        return Bilingual("", "")
    return Bilingual(f", rồi ở chỗ nêu nó: {names}", f", then where it is named: {names}")


def _values(path: str, content: bytes) -> dict[str, str]:
    return {key: str(value) for key, value in (load(path, content).value or {}).items()}


def _is_same(record: Record, other: dict[str, str]) -> bool:
    """Whether it may be the same record at another stage of editing."""
    own = (record.title, record.unit, record.created.isoformat())
    return own == (other.get("title"), other.get("unit"), other.get("created"))


def _heir(corpus: Corpus, then: dict[str, str]) -> str:
    """The record that now is what an id stood for; empty if there is none."""
    return next((i for i, entry in corpus.records.items() if _is_same(entry.record, then)), "")
