"""Freeze a bulletin: the plan, its closure of records, approvals and registry become an edition."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from generator.base.digest import Json
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.signoff_times import is_from_the_future
from generator.model.corpus.state import is_of_present
from generator.model.edition.edition import Edition, Relation, Withdrawer, body_digest
from generator.model.record.fields import Part, as_json
from generator.model.registry.registry import Registry
from generator.model.registry.signers import canonical_lines
from generator.model.registry.signoff import Approval, Seal, Verdict
from generator.model.registry.succession import E, relatives, with_successors


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
        content = {name: issued[name] for name in _COPIED}
    else:
        content = _content(corpus, request.bulletin)
    body = {
        **content,
        "form": 1,
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


_COPIED = ("plan", "records", "approvals", "registry", "attachments")


def as_body(edition: Edition) -> Json:
    """The JSON that is written for an edition."""
    body: dict[str, Any] = edition.model_dump(mode="json")
    for key in ("withdrawn_by", "changes_terms"):  # keys that few editions have
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
    plan = corpus.records[bulletin].record
    files = [
        attachment.file
        for record_id in closure
        for attachment in corpus.records[record_id].record.attachments
    ]
    return {
        "plan": plan.content(),
        "records": {record_id: corpus.records[record_id].record.content() for record_id in printed},
        "approvals": _approvals(corpus, (bulletin, *printed)),
        "registry": _registry(corpus, (bulletin, *printed)),
        "attachments": {file: corpus.attachments[file] for file in sorted(set(files))},
        **({"changes_terms": True} if corpus.agreed.is_changed_by(corpus.terms) else {}),
    }


def _approvals(corpus: Corpus, records: Iterable[str]) -> list[dict[str, Any]]:
    """The parties' valid approvals of the bulletin and of single records in it."""
    return [
        frozen_approval(entry, seal)
        for record_id in records
        for party in corpus.approvers
        if (entry := corpus.approvals.get((record_id, party)))
        and entry.record.decision is Verdict.APPROVE
        and is_of_present(corpus, entry.record)
        and not is_from_the_future(corpus, entry.record)
        and not (seal := corpus.seal_of(entry)).flaw
    ]


def frozen_approval(entry: Entry[Approval], seal: Seal) -> dict[str, Any]:
    """An approval; if signed, with its signature and all values that rebuild the signed file."""
    content: dict[str, Any] = entry.record.model_dump(mode="json", exclude_none=True)
    return {**content, "signature": seal.signature} if seal.signature else content


def _registry(corpus: Corpus, records: Iterable[str]) -> dict[str, Any]:
    """The units, areas, topics and document types that the records and the programme name.

    Units and areas come with what readers will need after they have ended: those before and after
    them, and the changes of those that earlier editions named. The parties are those of the day.
    """
    registry, programme = corpus.registry, corpus.registry.programme
    named: dict[str, set[str]] = {
        "unit": {*corpus.approvers, *corpus.parties, programme.deciding_body},
        "area": set(),
        "topic": set(),
        "document_type": set(),
    }
    for record_id in records:
        for reference in corpus.references[record_id]:
            target = getattr(reference.value, "target", "")
            if target in named:
                named[target].add(str(reference.value))
    named["unit"] |= _followed(registry.units, named["unit"], corpus, "units")
    named["area"] |= _followed(registry.areas, named["area"], corpus, "areas")
    _with_parents(registry, named["area"])
    terms, members = programme.model_dump(mode="json", exclude={"waivers"}), programme.members
    return {
        "programme": {**terms, "parties": list(corpus.parties)},
        "units": _dump(registry.units, named["unit"]),
        "areas": _dump(registry.areas, named["area"]),
        "topics": _dump(registry.topics, named["topic"]),
        "document_types": _dump(registry.document_types, named["document_type"]),
        **({"signers": canonical_lines(corpus.signers)} if corpus.signers else {}),
        **(
            {"members": [as_json(m) for m in members]}
            if any(m.start or m.until for m in members)
            else {}
        ),
    }


def _followed(
    table: Mapping[str, E], named: Iterable[str], corpus: Corpus, section: str
) -> frozenset[str]:
    """What came before and after what is named; what an earlier edition knew otherwise."""
    frozen: dict[str, list[Json]] = {}
    for edition in corpus.editions:
        for entry in edition.registry.get(section, ()):
            frozen.setdefault(str(entry["id"]), []).append(entry)
    changed = {
        entry_id
        for entry_id in with_successors(table, frozen)
        if frozen.get(entry_id) is None
        or any(e != _entry(table, entry_id) for e in frozen[entry_id])
    }
    return relatives(table, named) | changed


def _with_parents(registry: Registry, areas: set[str]) -> None:
    waiting = list(areas)
    while waiting:
        area = registry.areas.get(waiting.pop())
        if area and area.parent and area.parent not in areas:
            areas.add(area.parent)
            waiting.append(area.parent)


def _dump(table: Mapping[str, Part], entry_ids: set[str]) -> list[dict[str, Any]]:
    return [_entry(table, entry_id) for entry_id in sorted(entry_ids) if entry_id in table]


def _entry(table: Mapping[str, Part], entry_id: str) -> dict[str, Any]:
    return as_json(table[entry_id])
