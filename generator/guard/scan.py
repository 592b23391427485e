"""Everything the guard can see in a text, in one place: the list of detectors, and the look."""

from collections.abc import Iterable, Iterator

from generator.guard.names import name_signs, person_names
from generator.guard.names.proper_names import with_surname
from generator.guard.numbers import accounts, digit_runs, number_words, plates
from generator.guard.persons import births, homes, minors, small_groups
from generator.guard.statements import quotes, secrecy, sensitive, stigma
from generator.guard.text.plain_text import GAP, ODD, Glance
from generator.guard.text.prefilter import Search, Signs
from generator.guard.text.sighting import Detector, Sighting

# Where findings overlap within a group, the earlier detector of this tuple is right.
DETECTORS: tuple[Detector, ...] = (
    Detector(accounts.mails, accounts.MAIL_SIGNS),
    Detector(accounts.accounts, accounts.ACCOUNT_SIGNS),
    Detector(plates.plates, plates.PLATE_SIGNS),
    Detector(homes.parcels, homes.PARCEL_SIGNS),
    Detector(digit_runs.numbers, digit_runs.NUMBER_SIGNS),
    Detector(digit_runs.passports, digit_runs.PASSPORT_SIGNS),
    Detector(number_words.spelled, number_words.SPELLED_SIGNS),
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
# Last come the letters that are read as others: where they stand, one looks again.
_SEARCH = Search([*(detector.signs for detector in DETECTORS), Signs(as_written=(ODD,))])
_ODD_FOUND = len(DETECTORS)


def sightings(text: str) -> tuple[Sighting, ...]:
    """All that is seen in a text, in reading order; one cause gives one sighting."""
    who = _SEARCH.seekers(text)
    if not who:
        return ()
    glance = Glance(text)
    if _ODD_FOUND in who:
        who = _SEARCH.seekers(glance.text)
    due = (detector for number, detector in enumerate(DETECTORS) if number in who)
    return tuple(sorted(apart(due, glance), key=lambda seen: seen.start))


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


def as_one_text(texts: Iterable[str]) -> str:
    """Several texts as one that is looked at in one go; nothing is seen across their borders."""
    return GAP.join(texts)


def apart(due: Iterable[Detector], glance: Glance) -> Iterator[Sighting]:
    """What these detectors find; of what overlaps in one group, the first."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for detector in due:
        spans = taken.setdefault(detector.group, [])
        for seen in detector.find(glance):
            if not any(seen.start < end and start < seen.end for start, end in spans):
                spans.append((seen.start, seen.end))
                yield seen
