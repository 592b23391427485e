"""What people stopped after it was issued: who must correct what, and what is to be taken out."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.pending import day_of
from generator.model.corpus.signoff_times import is_from_the_future, was_rejected_since
from generator.model.corpus.state import is_retired, is_valid_approval, recalls_by_name
from generator.model.edition.closed import recall_of_edition
from generator.model.edition.edition import Edition, kept_path
from generator.model.record.reference import UnitRef
from generator.model.registry.signoff import Acting, Approval, Verdict, yaml_lines
from generator.model.registry.succession import in_place_of


class Uncorrected(NamedTuple):
    """A bulletin that readers have, what was stopped in it (or the whole), and since which day."""

    bulletin: str
    stopped: tuple[str, ...]
    since: date


def uncorrected(corpus: Corpus) -> Iterator[Uncorrected]:
    """Every bulletin whose newest version was recalled, or prints what people have stopped since.

    It is done once a newer version (an update, a correction or a withdrawal) is issued without.
    """
    stops = corpus.once(_stopped_since)
    recalls = corpus.once(recalls_by_name)
    for bulletin, versions in corpus.versions.items():
        newest = versions[-1]
        recall = recall_of_edition(newest, recalls)
        if newest.is_withdrawal:
            continue
        if recall and recall.at <= corpus.now:
            yield Uncorrected(bulletin, (), day_of(recall.at, corpus))
            continue
        printed = tuple(sorted(name for name in newest.records if _is_later(stops, name, newest)))
        if printed:
            yield Uncorrected(bulletin, printed, min(stops[name] for name in printed))


def _is_later(stops: Mapping[str, date], record_id: str, edition: Edition) -> bool:
    """Whether a record was stopped after an edition that prints it was issued."""
    return record_id in stops and "retired" not in edition.records[record_id]


def _stopped_since(corpus: Corpus) -> Mapping[str, date]:
    """The records that were recalled, or are retired by now, with the day of the stop."""
    retired = {
        record_id: entry.record.retired.on
        for record_id, entry in corpus.records.items()
        if entry.record.retired and is_retired(corpus, entry.record)
    }
    recalled = {
        name: day_of(entry.record.at, corpus)
        for name, entry in corpus.recalls.items()
        if entry.record.at <= corpus.now
    }
    return retired | recalled


_TITLE, _REASON = "(đã gỡ nội dung)", "Nội dung đã gỡ cùng {name}."


class RedactionSign(NamedTuple):
    """A party, and its approval of a redaction if it has given one that counts.

    It lapsed when the request was changed since; a rejection is told with its reason.
    """

    party: str
    approval: Entry[Approval] | None
    is_lapsed: bool = False
    rejection: Approval | None = None


def redaction_signs(corpus: Corpus, edition: str) -> tuple[RedactionSign, ...]:
    """The sign of every party of today, and of the parties that issued the edition."""
    issued = next(e for e in corpus.editions if e.name == edition)
    asked = corpus.redactions[edition].record
    parties = asked.approvers((*corpus.approvers, *issued.parties))
    return tuple(_redaction_sign(corpus, edition, party) for party in parties)


def acting_for(corpus: Corpus, edition: Edition) -> Iterator[Acting]:
    """Who approves a redaction for each party that has ended: its successor, or the first party."""
    for party in dict.fromkeys((*corpus.approvers, *edition.parties)):
        acting = in_place_of(corpus.registry.units, party, corpus.now.date())
        if acting != party:
            yield Acting(party=UnitRef(party), unit=UnitRef(acting or corpus.parties[0]))


def _redaction_sign(corpus: Corpus, edition: str, party: str) -> RedactionSign:
    own = corpus.redaction_approvals.get((edition, party))
    wanted = corpus.redactions[edition].record.own_digest
    if own is None or is_from_the_future(corpus, own.record):
        return RedactionSign(party, None)
    if own.record.digest != wanted or was_rejected_since(corpus, own.record):
        return RedactionSign(party, None, is_lapsed=own.record.decision is Verdict.APPROVE)
    if own.record.decision is Verdict.REJECT:
        return RedactionSign(party, None, rejection=own.record)
    return RedactionSign(party, own if is_valid_approval(corpus, own) else None)


def shells(corpus: Corpus, edition: Edition) -> Mapping[str, bytes]:
    """(path, bytes) of what takes the place of working records that only this edition printed.

    An id is never used again, so the record stays, retired and without a word of its own.
    """
    kept = changed_since(corpus, edition)
    return {
        corpus.records[record_id].path: _shell(corpus, record_id, edition)
        for record_id in _only_in(corpus, edition)
        if record_id not in kept
    }


def _only_in(corpus: Corpus, edition: Edition) -> tuple[str, ...]:
    """The working records that no other edition printed."""
    return tuple(
        record_id
        for record_id in sorted(edition.contents)
        if record_id in corpus.records and corpus.holding(record_id) == (edition,)
    )


def changed_since(corpus: Corpus, edition: Edition) -> frozenset[str]:
    """Those of them that are not touched: edited since the issue, or something else needs them."""
    only = _only_in(corpus, edition)
    needed = {corpus.registry.programme.basis} | {
        name
        for record_id in corpus.records
        if record_id not in only
        for name in corpus.rests_on(record_id)
    }
    return frozenset(
        record_id
        for record_id in only
        if record_id in needed
        or corpus.records[record_id].record.content() != edition.contents[record_id]
    )


def _shell(corpus: Corpus, record_id: str, edition: Edition) -> bytes:
    record = corpus.records[record_id].record
    reason = _REASON.format(name=edition.name)
    values = {
        "id": record.id,
        "title": f'"{_TITLE}"',
        "unit": str(record.unit),
        "created": record.created.isoformat(),
        "retired": f'{{on: {corpus.now.date().isoformat()}, reason: "{reason}"}}',
    }
    return yaml_lines(values)


def leftovers(corpus: Corpus, edition: Edition) -> Iterator[str]:
    """The attachments that only this edition, and the records emptied with it, used."""
    emptied = set(shells(corpus, edition))
    in_use = {
        attached.file
        for entry in corpus.records.values()
        if entry.path not in emptied
        for attached in entry.record.attachments
    }
    others = [other for other in corpus.editions if other is not edition]
    issued = {pair for other in others for pair in other.attachments.items()}
    for name, sha256 in sorted(edition.attachments.items()):
        if (name, sha256) not in issued:
            yield kept_path(name, sha256)
            if name not in in_use and corpus.attachments.get(name) == sha256:
                yield f"content/attachments/{name}"
