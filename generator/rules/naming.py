"""How several rules name units, moments and lists, and point at what a bulletin includes."""

from collections.abc import Iterable
from datetime import datetime

from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.kinds.bulletin import Bulletin


def unit_name(corpus: Corpus, unit: str) -> str:
    """The short name of a unit, or its id when the registry does not know it."""
    known = corpus.registry.units.get(unit)
    return known.called if known else unit


def moment(when: datetime) -> str:
    """A moment as editors write it, to the minute."""
    return when.isoformat(timespec="minutes")


def in_one_sentence(parts: Iterable[Bilingual]) -> Bilingual:
    """Several pieces of a sentence as one."""
    both = list(parts)
    return Bilingual("; ".join(p.vi for p in both), "; ".join(p.en for p in both))


def included_at(bulletin: Entry[Bulletin], record_id: str) -> Place:
    """Where a bulletin includes a record; its id when the record only came along."""
    included = bulletin.record.include
    for number, named in enumerate(included):
        if named == record_id:
            return bulletin.place("include", number)
    return bulletin.place("id")
