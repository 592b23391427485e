"""What the guard sees in everything that editors wrote, each sighting at its very value."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pydantic import BaseModel

from generator.base.span import FieldPath, Place
from generator.guard.glance import GAP
from generator.guard.look import joined, sightings, sightings_of_file_name
from generator.guard.sighting import Sighting
from generator.model.allowed import allowance_of
from generator.model.corpus import Corpus, Entry
from generator.model.record import Record
from generator.model.refs import texts
from generator.model.scalars import Prose

# The registry's own contacts and office holders are what everything else is compared with.
_ALLOWED_KEYS = frozenset({"phone", "email", "holder"})


class Seen(NamedTuple):
    """One sighting that is not allowed, where it was written, and in whose record."""

    place: Place
    sighting: Sighting
    record: Record | None


def seen(corpus: Corpus, code: str) -> Sequence[Seen]:
    """What was seen of one code."""
    return corpus.once(_everything).get(code, ())


def _everything(corpus: Corpus) -> Mapping[str, list[Seen]]:
    allowance = allowance_of(corpus.registry)
    found: dict[str, list[Seen]] = defaultdict(list)
    for entry in _entries(corpus):
        record = entry.record if isinstance(entry.record, Record) else None
        for at, sighting in (*_in_texts(entry.record), *_in_files(corpus, record)):
            if not allowance.permits(sighting) or _is_of_one_group(corpus, record, sighting):
                found[sighting.code].append(Seen(entry.place(*at), sighting, record))
    return found


def _entries(corpus: Corpus) -> Iterator[Entry[BaseModel]]:
    yield from corpus.records.values()
    yield from corpus.approvals.values()
    yield from corpus.recalls.values()
    for entry in corpus.registry_files.values():
        if isinstance(entry.record, BaseModel):
            yield Entry(entry.record, entry.path)


def _in_texts(model: BaseModel) -> Iterator[tuple[FieldPath, Sighting]]:
    """All texts of a file are looked at in one go, which costs a fraction of one by one."""
    written = [one for one in texts(model) if one.key not in _ALLOWED_KEYS]
    starts: list[int] = []
    at = 0
    for one in written:
        starts.append(at)
        at += len(one.value) + len(GAP)
    for sighting in sightings(joined(one.value for one in written)):
        named = written[bisect_right(starts, sighting.start) - 1]
        if not (sighting.kind == "link" and isinstance(named.value, Prose)):  # BT112 says it
            yield named.at, sighting


def _in_files(corpus: Corpus, record: Record | None) -> Iterator[tuple[FieldPath, Sighting]]:
    for number, attached in enumerate(record.attachments if record else ()):
        extract = corpus.extracts.get(attached.file)
        inside = sightings(joined(extract.texts)) if extract else ()
        once = {
            (one.code, one.value): one for one in (*sightings_of_file_name(attached.file), *inside)
        }
        for sighting in once.values():
            yield ("attachments", number, "file"), sighting


def _is_of_one_group(corpus: Corpus, record: Record | None, sighting: Sighting) -> bool:
    """Whether a sensitive matter is told of a record's only residential group."""
    if sighting.kind != "unplaced" or record is None or len(record.areas) != 1:
        return False
    area = corpus.registry.areas.get(record.areas[0])
    level = (area.level or area.name).casefold() if area else ""
    return level.startswith(("tổ dân phố", "thôn", "xóm", "ấp", "bản", "khu phố"))
