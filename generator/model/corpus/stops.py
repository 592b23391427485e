"""What people stopped after it was issued, and which bulletins still print it: work to be done."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from generator.model.corpus.corpus import Corpus
from generator.model.corpus.pending import day_of
from generator.model.corpus.state import is_retired
from generator.model.edition.edition import Edition, recall_of_edition


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
    recalls = {name: entry.record for name, entry in corpus.recalls.items()}
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


def is_recalled(corpus: Corpus, record_id: str) -> bool:
    """Whether a party recalled a record; of a bulletin, its newest version or the whole."""
    versions = corpus.versions.get(record_id)
    if versions is None:
        return record_id in corpus.recalls
    recalls = {name: entry.record for name, entry in corpus.recalls.items()}
    return recall_of_edition(versions[-1], recalls) is not None


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
