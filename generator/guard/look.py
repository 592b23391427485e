"""Everything the guard can see in a text, in one place: the list of detectors, and the look."""

from collections.abc import Iterable, Iterator
from functools import reduce

from generator.guard import (
    accounts,
    births,
    counts,
    homes,
    labels,
    names,
    numbers,
    plates,
    quotes,
    secrecy,
    sensitive,
    spelled,
)
from generator.guard.glance import GAP, Glance
from generator.guard.naming import with_surname
from generator.guard.sighting import Detector, Sighting

# Without trigger words a detector makes its own quick test. Where findings overlap within a group,
# the earlier detector of this tuple is right.
DETECTORS: tuple[Detector, ...] = (
    Detector(accounts.mails),
    Detector(accounts.accounts, accounts.ACCOUNT_WORDS),
    Detector(plates.plates),
    Detector(homes.parcels, homes.PARCEL_WORDS),
    Detector(numbers.numbers),
    Detector(numbers.passports, frozenset(numbers.PASSPORT_TRIGGERS)),
    Detector(spelled.spelled, spelled.SPELLED_WORDS),
    Detector(homes.homes),
    Detector(births.births, births.BIRTH_WORDS),
    Detector(births.children, births.AGE_WORDS),
    Detector(names.names),
    Detector(quotes.quotes, group="speech"),
    Detector(secrecy.secrecy, secrecy.SECRECY_WORDS, group="secrecy"),
    Detector(sensitive.sensitive, sensitive.SENSITIVE_WORDS, group="group"),
    Detector(counts.counts, counts.COUNT_WORDS, group="group"),
    Detector(labels.labels, labels.LABEL_WORDS, group="label"),
)
_WORDS = reduce(frozenset.union, (detector.words for detector in DETECTORS))


def sightings(text: str) -> tuple[Sighting, ...]:
    """All that is seen in a text, in reading order; one cause gives one sighting."""
    glance = Glance(text)
    hits = _WORDS & glance.words
    due = (d for d in DETECTORS if not d.words or not d.words.isdisjoint(hits))
    return tuple(sorted(_apart(due, glance), key=lambda seen: seen.start))


def sightings_of_file_name(path: str) -> tuple[Sighting, ...]:
    """The same for a file's name, in which words are joined by - and _ and all are small."""
    stem = path.rpartition("/")[2].rpartition(".")[0] or path
    spaced = stem.replace("_", " ").replace("-", " ")
    respelt = (*sightings(spaced.title()), *sightings(spaced.upper()))
    found = (*(one for one in respelt if _is_sure(one)), *sightings(stem))
    return tuple({one.code: one for one in found}.values())


def _is_sure(seen: Sighting) -> bool:
    """In a file's name every word may begin with a capital: only a surname tells a person."""
    return seen.kind != "titled" or with_surname(tuple(seen.value.split()))


def joined(texts: Iterable[str]) -> str:
    """Several texts as one that is looked at in one go; nothing is seen across their borders."""
    return GAP.join(texts)


def _apart(due: Iterable[Detector], glance: Glance) -> Iterator[Sighting]:
    taken: dict[str, list[tuple[int, int]]] = {}
    for detector in due:
        spans = taken.setdefault(detector.group, [])
        for seen in detector.find(glance):
            if not any(seen.start < end and start < seen.end for start, end in spans):
                spans.append((seen.start, seen.end))
                yield seen
