"""Freeze a bulletin: the plan, its closure of records, approvals and registry become an edition."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from generator.base.digest import Json
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.state import is_of_present, is_valid_approval
from generator.model.edition.edition import REPEATED, Edition, Relation, Withdrawer, body_digest
from generator.model.edition.snapshot import entries_of, snapshot, with_end
from generator.model.record.fields import as_json
from generator.model.registry.signoff import Approval, Seal
from generator.model.registry.succession import E


class Request(NamedTuple):
    """A request to issue the next version of a bulletin."""

    bulletin: str
    relation: Relation
    change_note: str | None = None
    withdrawn_by: Withdrawer | None = None


def freeze(corpus: Corpus, request: Request) -> Edition:
    """The next version. The caller has decided whether it may be issued; freezing only copies."""
    last = _last(corpus, request.bulletin)
    if request.relation.takes_back and last is not None:
        issued = as_body(last)
        content = {name: issued[name] for name in REPEATED if name in issued}
    else:
        content = _content(corpus, request.bulletin)
    body = {
        **content,
        "bulletin": request.bulletin,
        "version": _next_version(corpus, request.bulletin),
        "relation": request.relation.value,
        "issued_at": corpus.now.isoformat(timespec="seconds"),
        "change_note": request.change_note,
        "previous": _previous(corpus),
        **({"withdrawn_by": as_json(request.withdrawn_by)} if request.withdrawn_by else {}),
    }
    body["digest"] = body_digest(body)
    return Edition.model_validate(body)


def as_body(edition: Edition) -> Json:
    """The JSON that is written for an edition."""
    body: dict[str, Any] = edition.model_dump(mode="json")
    for key in ("withdrawn_by", "changes_terms", "succession"):  # keys that few editions have
        if not body[key]:
            del body[key]
    body["issued_at"] = edition.issued_at.isoformat(timespec="seconds")
    return body


def _last(corpus: Corpus, bulletin: str) -> Edition | None:
    versions = corpus.versions.get(bulletin, ())
    return versions[-1] if versions else None


def _next_version(corpus: Corpus, bulletin: str) -> int:
    """One more than the highest number that was ever given, also to a redacted version."""
    numbers = (link.version for link in corpus.chain if link.bulletin == bulletin)
    return max(numbers, default=0) + 1


def _previous(corpus: Corpus) -> dict[str, str] | None:
    if not corpus.chain:
        return None
    newest = corpus.chain[-1]
    return {"edition": newest.name, "digest": newest.digest}


def _content(corpus: Corpus, bulletin: str) -> dict[str, Any]:
    closure = corpus.closure(bulletin)
    printed = [record_id for record_id in closure if record_id != bulletin]
    plan, succession = corpus.records[bulletin].record, _succession(corpus, bulletin)
    files = [
        attachment.file
        for record_id in closure
        for attachment in corpus.records[record_id].record.attachments
    ]
    return {
        "form": 2,
        "plan": plan.content(),
        "records": {record_id: corpus.records[record_id].record.content() for record_id in printed},
        "approvals": _approvals(corpus, (bulletin, *printed)),
        "registry": _registry(corpus, bulletin),
        **({"succession": succession} if succession else {}),
        "attachments": {file: corpus.attachments[file] for file in sorted(set(files))},
        **({"changes_terms": True} if corpus.agreed.is_changed_by(corpus.terms) else {}),
    }


def _approvals(corpus: Corpus, records: Iterable[str]) -> list[dict[str, Any]]:
    """The parties' valid approvals of the bulletin and of single records in it."""
    return [
        frozen_approval(entry, corpus.seal_of(entry))
        for record_id in records
        for party in corpus.approvers
        if (entry := corpus.approvals.get((record_id, party)))
        and is_of_present(corpus, entry.record)
        and is_valid_approval(corpus, entry)
    ]


def frozen_approval(entry: Entry[Approval], seal: Seal) -> dict[str, Any]:
    """An approval; if signed, with its signature and all values that rebuild the signed file."""
    content: dict[str, Any] = entry.record.model_dump(mode="json", exclude_none=True)
    return {**content, "signature": seal.signature} if seal.signature else content


def _registry(corpus: Corpus, bulletin: str) -> dict[str, Any]:
    """The units, areas, topics and document types that the bulletin names; the day's parties."""
    frozen = snapshot(corpus.registry, corpus.named(bulletin), corpus.signers)
    frozen["programme"]["parties"] = list(corpus.parties)
    return frozen


def _succession(corpus: Corpus, bulletin: str) -> dict[str, list[Json]]:
    """Units and areas that the bulletin does not name, and that readers need to follow others.

    What earlier editions named and has ended since. It is as frozen before, but for its end, which
    counts at once anyway: no approval covers it.
    """
    registry, named = corpus.registry, corpus.named(bulletin)
    sections = {
        "units": _ended(corpus, "units", registry.units, named.units),
        "areas": _ended(corpus, "areas", registry.areas, named.areas),
    }
    return {section: entries for section, entries in sections.items() if entries}


def _ended(
    corpus: Corpus,
    section: str,
    table: Mapping[str, E],
    named: frozenset[str],
) -> list[Json]:
    frozen = corpus.frozen_entries(section)
    entries = entries_of(table, frozen.keys() - named)
    told = ((frozen[entry["id"]], entry) for entry in entries)
    return [with_end(before, entry) for before, entry in told if with_end(before, entry) != before]
