"""Scans a text for everything the guard can see: the list of detectors, and the scan itself."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.guard.names import name_signs, person_names
from generator.guard.names.proper_names import with_surname
from generator.guard.numbers import accounts, digit_runs, number_words, plates
from generator.guard.persons import births, homes, minors, small_groups
from generator.guard.statements import quotes, secrecy, sensitive, stigma
from generator.guard.text.machine_strings import without_machine_strings
from generator.guard.text.plain_text import GAP, ODD, Passage
from generator.guard.text.prefilter import Search, Signs
from generator.guard.text.sighting import Detector, Sighting

# Where sightings overlap within a group, the earlier detector of this tuple wins.
DETECTORS: tuple[Detector, ...] = (
    Detector(accounts.mails, accounts.MAIL_SIGNS),
    Detector(accounts.accounts, accounts.ACCOUNT_SIGNS),
    Detector(plates.plates, plates.PLATE_SIGNS),
    Detector(homes.parcels, homes.PARCEL_SIGNS),
    Detector(digit_runs.numbers, digit_runs.NUMBER_SIGNS),
    Detector(digit_runs.passports, digit_runs.PASSPORT_SIGNS),
    Detector(number_words.spelled_numbers, number_words.SPELLED_SIGNS),
    Detector(homes.homes, homes.HOME_SIGNS),
    Detector(births.births, births.BIRTH_SIGNS),
    Detector(minors.children, minors.CHILD_SIGNS),
    Detector(person_names.names, name_signs.NAME_SIGNS),
    Detector(births.years, births.YEAR_SIGNS),
    Detector(quotes.quotes, quotes.QUOTE_SIGNS, group="speech"),
    Detector(secrecy.secrecy, secrecy.SECRECY_SIGNS, group="secrecy"),
    Detector(sensitive.sensitive, sensitive.SENSITIVE_SIGNS, group="group"),
    Detector(small_groups.counts, small_groups.COUNT_SIGNS, group="group"),
    Detector(stigma.stigma, stigma.LABEL_SIGNS, group="label"),
)
# The last signs are odd letters, which `Passage` replaces: such a text is searched a second time.
_SEARCH = Search(
    [*(detector.signs for detector in DETECTORS), Signs(as_written=(ODD,))],
    [
        frozenset(number for number, detector in enumerate(DETECTORS) if detector.find in share)
        for share in ((person_names.names,), (homes.homes, quotes.quotes))
    ],
)
_ODD_LETTERS = len(DETECTORS)
# A longer text is read in windows of at most so many letters: detectors look to and fro, so one may
# take time by the square of what it reads at once. No detector needs more context than this.
_WINDOW, _CONTEXT = 3200, 400


def sightings(text: str) -> tuple[Sighting, ...]:
    """All sightings in a text, in reading order; the same place gives a single sighting.

    Strings that the program generates are never read.
    """
    if len(text) <= _WINDOW or max(map(len, text.split(GAP))) <= _WINDOW:
        return _sightings(text)
    return tuple(_sightings_in_windows(without_machine_strings(text)))


def _sightings_in_windows(text: str) -> Iterator[Sighting]:
    """The sightings that begin in the middle of each window; the next window has the others."""
    middle = _WINDOW - 2 * _CONTEXT
    offset = 0
    for part in text.split(GAP):
        for first in range(0, len(part), middle):
            left = max(0, first - _CONTEXT)
            for sighting in _sightings_of_window(part[left : first + middle + _CONTEXT]):
                if first <= sighting.start + left < first + middle:
                    yield sighting.moved(offset + left)
        offset += len(part) + len(GAP)


def _sightings(text: str) -> tuple[Sighting, ...]:
    numbers = _SEARCH.candidates(text)
    if not numbers:
        return ()
    passage = Passage(without_machine_strings(text))
    if _ODD_LETTERS in numbers:
        numbers = _SEARCH.candidates(passage.text)
    detectors = (detector for number, detector in enumerate(DETECTORS) if number in numbers)
    return tuple(sorted(without_overlaps(detectors, passage), key=lambda sighting: sighting.start))


# A long text is often a list that repeats itself, and then so do its windows.
_sightings_of_window = lru_cache(maxsize=64)(_sightings)


def sightings_of_file_name(path: str) -> tuple[Sighting, ...]:
    """The same for the name of a file and of its folders, where - and _ join the words and all
    letters are small.
    """
    folder, _, name = path.rpartition("/")
    stems = (*filter(None, folder.split("/")), name.rpartition(".")[0] or name)
    seen = {(s.code, s.value): s for stem in stems for s in _sightings_of_stem(stem)}
    return tuple(seen.values())


def _sightings_of_stem(stem: str) -> tuple[Sighting, ...]:
    spaced = stem.replace("_", " ").replace("-", " ")
    spellings = (*sightings(spaced.title()), *sightings(spaced.upper()))
    certain = (*(sighting for sighting in spellings if _is_sure(sighting)), *sightings(stem))
    return tuple({sighting.code: sighting for sighting in certain}.values())


def _is_sure(sighting: Sighting) -> bool:
    """Every word was capitalised here, so only a surname shows that it is a person."""
    return sighting.kind != "titled" or with_surname(tuple(sighting.value.split()))


def as_one_text(texts: Iterable[str]) -> str:
    """Several texts as a single one to scan; nothing is seen across their borders."""
    return GAP.join(texts)


def without_overlaps(detectors: Iterable[Detector], passage: Passage) -> Iterator[Sighting]:
    """What these detectors find; of sightings that overlap in a group, only the first."""
    spans_by_group: dict[str, list[tuple[int, int]]] = {}
    for detector in detectors:
        spans = spans_by_group.setdefault(detector.group, [])
        for sighting in detector.find(passage):
            number = bisect_left(spans, (sighting.start, sighting.start + 1))
            neighbours = spans[max(0, number - 1) : number + 1]
            if not any(sighting.start < end and start < sighting.end for start, end in neighbours):
                spans.insert(number, (sighting.start, sighting.end))
                yield sighting
