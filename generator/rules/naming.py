"""How several rules name units, moments and lists, and point at what a bulletin includes."""

from collections.abc import Iterable
from datetime import date, datetime

from generator.base.span import Place
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.kinds.bulletin import Bulletin
from generator.model.registry.registry import Programme


def unit_name(corpus: Corpus, unit: str) -> str:
    """The short name of a unit, or its id when the registry does not know it."""
    registered = corpus.registry.units.get(unit)
    return registered.called if registered else unit


def programme_path(corpus: Corpus) -> str:
    """The file of the programme; empty when there is none."""
    files = corpus.registry_files.items()
    return next((path for path, entry in files if isinstance(entry.record, Programme)), "")


def moment(corpus: Corpus, when: date) -> Bilingual:
    """A day, or a moment where the programme is, as people write it."""
    if isinstance(when, datetime):
        when = when.astimezone(corpus.registry.programme.zone)
    return in_words(when)


def in_one_sentence(parts: Iterable[Bilingual]) -> Bilingual:
    """Several parts of a sentence, joined by semicolons."""
    pieces = list(parts)
    return Bilingual(
        "; ".join(piece.vi for piece in pieces), "; ".join(piece.en for piece in pieces)
    )


def included_at(bulletin: Entry[Bulletin], record_id: str) -> Place:
    """The place where a bulletin includes a record; that of its id for a record only cited."""
    included_ids = bulletin.record.include
    for number, included_id in enumerate(included_ids):
        if included_id == record_id:
            return bulletin.place("include", number)
    return bulletin.place("id")
