"""What the guard sees in everything that editors wrote, each sighting placed at its value."""

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

# Not reported: these keys hold the registered contacts with which all texts are compared.
_ALLOWED_KEYS = frozenset({"phone", "email", "holder"})
_GUIDE = "content/guide/"


class PlacedSighting(NamedTuple):
    """A sighting that is not allowed, its place, and its record (None in the registry)."""

    place: Place
    sighting: Sighting
    record: Record | None


def placed_sightings(corpus: Corpus, code: str) -> Sequence[PlacedSighting]:
    """The sightings with this code."""
    return corpus.once(_sightings_by_code).get(code, ())


def masked_findings(corpus: Corpus, code: str) -> Iterator[Finding]:
    """A finding for each sighting with this code, masked: just enough to find the place."""
    for placed in placed_sightings(corpus, code):
        yield found(placed.place, shown=masked(placed.sighting))


def _sightings_by_code(corpus: Corpus) -> Mapping[str, list[PlacedSighting]]:
    allowance = allowance_of(corpus.registry)
    by_code: dict[str, list[PlacedSighting]] = defaultdict(list)
    for entry in _entries(corpus):
        record = entry.record if isinstance(entry.record, Record) else None
        in_files = _in_files(corpus, entry, record) if record else ()
        for place, sighting in (*_in_texts(corpus, entry), *in_files):
            if not allowance.permits(sighting) or _is_of_one_group(corpus, record, sighting):
                by_code[sighting.code].append(PlacedSighting(place, sighting, record))
    for path, seen in corpus.sighted.items():
        for at, sighting in seen if path.startswith(_GUIDE) else ():
            if not allowance.permits(sighting):
                place = Place(path, at).part(sighting.start, sighting.end)
                by_code[sighting.code].append(PlacedSighting(place, sighting, None))
    return by_code


def _entries(corpus: Corpus) -> Iterator[Entry[BaseModel]]:
    yield from corpus.records.values()
    yield from corpus.approvals.values()
    yield from corpus.recalls.values()
    yield from corpus.redactions.values()
    yield from corpus.redaction_approvals.values()
    for entry in corpus.registry_files.values():
        if isinstance(entry.record, BaseModel):
            yield Entry(entry.record, entry.path)


def _in_texts(corpus: Corpus, entry: Entry[BaseModel]) -> Iterator[tuple[Place, Sighting]]:
    """The sightings made when the file was parsed, if they are in a text field of the record."""
    file_sightings = corpus.sighted.get(entry.path, ())
    texts_by_place = {text.at: text for text in texts(entry.record)} if file_sightings else {}
    for at, sighting in file_sightings:
        text_value = texts_by_place.get(at)
        if text_value is None or text_value.key in _ALLOWED_KEYS:
            continue
        if not (sighting.kind == "link" and isinstance(text_value.value, Prose)):  # BT112 says it
            yield entry.place(*at).part(sighting.start, sighting.end), sighting


def _in_files(
    corpus: Corpus, entry: Entry[BaseModel], record: Record
) -> Iterator[tuple[Place, Sighting]]:
    for number, attached in enumerate(record.attachments):
        extract = corpus.extracts.get(attached.file)
        inside = sightings(as_one_text(extract.texts)) if extract else ()
        unique = {
            (sighting.code, sighting.value): sighting
            for sighting in (*sightings_of_file_name(attached.file), *inside)
        }
        for sighting in unique.values():
            yield entry.place("attachments", number, "file"), sighting


def _is_of_one_group(corpus: Corpus, record: Record | None, sighting: Sighting) -> bool:
    """Whether a sensitive matter concerns the single residential group that the record is about."""
    if sighting.kind != "unplaced" or record is None or len(record.areas) != 1:
        return False
    area = corpus.registry.areas.get(record.areas[0])
    level = (area.level or area.name).casefold() if area else ""
    return level.startswith(("tổ dân phố", "thôn", "xóm", "ấp", "bản", "khu phố"))
