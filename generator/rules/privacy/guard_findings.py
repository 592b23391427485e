"""What the guard sees in everything that editors wrote, each sighting at its very value."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pydantic import BaseModel

from generator.base.span import Place
from generator.guard.scan import as_one_text, sightings, sightings_of_file_name
from generator.guard.text.sighting import Sighting, masked
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.edition.public_names import allowance_of
from generator.model.record.citations import texts
from generator.model.record.record import Record
from generator.model.record.scalars import Prose
from generator.rules.rule import Finding, found

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


def reported(corpus: Corpus, code: str) -> Iterator[Finding]:
    """A finding for each, which shows no more of it than is needed to find it."""
    for one in seen(corpus, code):
        yield found(one.place, shown=masked(one.sighting))


def _everything(corpus: Corpus) -> Mapping[str, list[Seen]]:
    allowance = allowance_of(corpus.registry)
    found: dict[str, list[Seen]] = defaultdict(list)
    for entry in _entries(corpus):
        record = entry.record if isinstance(entry.record, Record) else None
        in_files = _in_files(corpus, entry, record) if record else ()
        for place, sighting in (*_in_texts(corpus, entry), *in_files):
            if not allowance.permits(sighting) or _is_of_one_group(corpus, record, sighting):
                found[sighting.code].append(Seen(place, sighting, record))
    return found


def _entries(corpus: Corpus) -> Iterator[Entry[BaseModel]]:
    yield from corpus.records.values()
    yield from corpus.approvals.values()
    yield from corpus.recalls.values()
    for entry in corpus.registry_files.values():
        if isinstance(entry.record, BaseModel):
            yield Entry(entry.record, entry.path)


def _in_texts(corpus: Corpus, entry: Entry[BaseModel]) -> Iterator[tuple[Place, Sighting]]:
    """What was seen where the file was parsed, as far as it stands in a text of the record."""
    sighted = corpus.sighted.get(entry.path, ())
    written = {one.at: one for one in texts(entry.record)} if sighted else {}
    for at, sighting in sighted:
        named = written.get(at)
        if named is None or named.key in _ALLOWED_KEYS:
            continue
        if not (sighting.kind == "link" and isinstance(named.value, Prose)):  # BT112 says it
            yield entry.place(*at).part(sighting.start, sighting.end), sighting


def _in_files(
    corpus: Corpus, entry: Entry[BaseModel], record: Record
) -> Iterator[tuple[Place, Sighting]]:
    for number, attached in enumerate(record.attachments):
        extract = corpus.extracts.get(attached.file)
        inside = sightings(as_one_text(extract.texts)) if extract else ()
        once = {
            (one.code, one.value): one for one in (*sightings_of_file_name(attached.file), *inside)
        }
        for sighting in once.values():
            yield entry.place("attachments", number, "file"), sighting


def _is_of_one_group(corpus: Corpus, record: Record | None, sighting: Sighting) -> bool:
    """Whether a sensitive matter is told of a record's only residential group."""
    if sighting.kind != "unplaced" or record is None or len(record.areas) != 1:
        return False
    area = corpus.registry.areas.get(record.areas[0])
    level = (area.level or area.name).casefold() if area else ""
    return level.startswith(("tổ dân phố", "thôn", "xóm", "ấp", "bản", "khu phố"))
