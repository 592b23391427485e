"""Between phases two and three: entries become a Corpus, each id in its place and used once."""

from collections.abc import Iterator
from datetime import datetime
from typing import TypeVar, cast

from pydantic import BaseModel

from generator.model.corpus import Corpus, Entry
from generator.model.edition import Edition
from generator.model.record import Record
from generator.model.registry import (
    REGISTRY_FILES,
    AreasFile,
    Programme,
    Registry,
    TopicsFile,
    UnitsFile,
)
from generator.model.signoff import Approval, Recall
from generator.source.attachments import Attached
from generator.source.identity import misplaced, misplaced_signoff, repeated_in_registry
from generator.source.read import Reading

M = TypeVar("M", bound=BaseModel)
S = TypeVar("S", Approval, Recall)


def assemble(
    reading: Reading,
    editions: tuple[Edition, ...],
    attached: Attached,
    now: datetime,
    issuing: str | None = None,
) -> Corpus | None:
    """The corpus, or None without a programme and units. Adds to the reading's problems."""
    registry = _registry(reading)
    records = dict(_records(reading))
    approvals = {
        (str(e.record.record), str(e.record.unit)): e for e in _signoffs(reading, Approval)
    }
    recalls = {str(e.record.record): e for e in _signoffs(reading, Recall)}
    if registry is None:
        return None
    return Corpus(
        registry=registry,
        records=dict(sorted(records.items())),
        approvals=approvals,
        recalls=recalls,
        editions=editions,
        now=now.astimezone(registry.programme.zone),
        registry_files={e.path: e for e in reading.entries if e.path in REGISTRY_FILES},
        attachments=attached.digests,
        extracts=attached.extracts,
        issuing=issuing,
        broken=frozenset(path.rpartition("/")[2].removesuffix(".yml") for path in reading.broken),
    )


def _first(entries: list[Entry[BaseModel]], kind: type[M]) -> M | None:
    return next((e.record for e in entries if isinstance(e.record, kind)), None)


def _of(reading: Reading, kind: type[M]) -> Iterator[Entry[M]]:
    return (cast("Entry[M]", one) for one in reading.entries if isinstance(one.record, kind))


def _records(reading: Reading) -> Iterator[tuple[str, Entry[Record]]]:
    paths = frozenset(entry.path for entry in _of(reading, Record))
    for entry in _of(reading, Record):
        wrong = misplaced(entry, paths)
        if wrong is None:
            yield entry.record.id, entry
        else:
            reading.problems.append(wrong)
            reading.broken |= {entry.path, entry.record.id}


def _signoffs(reading: Reading, kind: type[S]) -> Iterator[Entry[S]]:
    for entry in _of(reading, kind):
        wrong = misplaced_signoff(entry.path, entry.record)
        if wrong is None:
            yield entry
        else:
            reading.problems.append(wrong)


def _registry(reading: Reading) -> Registry | None:
    files = [entry for entry in reading.entries if entry.path in REGISTRY_FILES]
    for entry in files:
        reading.problems += repeated_in_registry(entry.path, entry.record)
    programme, units = _first(files, Programme), _first(files, UnitsFile)
    if programme is None or units is None:
        return None
    areas = _first(files, AreasFile) or AreasFile()
    topics = _first(files, TopicsFile) or TopicsFile()
    return Registry(
        programme=programme,
        units={unit.id: unit for unit in units.units},
        areas={area.id: area for area in areas.areas},
        topics={topic.id: topic for topic in topics.topics},
        document_types={kind.id: kind for kind in topics.document_types},
    )
