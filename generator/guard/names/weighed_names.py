"""Names that no pattern shows: what stands in and around capitals is weighed.

The weights are learned from labelled sentences (`python -m tests.name_weights`). A run of
capitalised syllables is a name when the weights of its evidence sum up to `_ENOUGH`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from generator.guard.names.name_words import (
    BIRTH_ORDER,
    LEGENDARY,
    MIDDLE_NAMES,
    NOT_NAMES,
    PLAIN_MIDDLE_NAMES,
    STRONG_SURNAMES,
    SURNAMES,
    TITLES,
)
from generator.guard.names.person_names import name_sighting
from generator.guard.names.plain_words import GIVEN_NAMES
from generator.guard.names.proper_names import (
    NameRun,
    is_abroad_body,
    is_foreign,
    is_known,
    is_named_after,
)
from generator.guard.names.words_around import KINDS_OF_PLAIN_WORDS, KINDS_OF_WORDS
from generator.guard.text.patterns import lazy_regex
from generator.guard.text.plain_text import Passage, unaccented
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_WORD = lazy_regex(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\w ]")
_JOINED_BEFORE, _JOINED_AFTER = lazy_regex(r"[\w.@/\\#&+=-]$"), lazy_regex(r"[_@/\\=-]\w|\.\w")
_BEGINNING = lazy_regex(r"(?:^|[.!?\n\x00…:·])[ “\"'‘(*_#>-]*$")
_OPENING = frozenset('.!?\n\x00:;“"•–—-(…|')
_BESIDE, _NEAR = 3, 6
# The least sums: a run of several syllables, and a single word after none that leads to a person.
_ENOUGH, _ENOUGH_ALONE = 0.5, 1.5
_UNITS = frozenset(("Quận", "Phường", "Xã", "Huyện", "Tỉnh"))
WEIGHED_SIGNS = Signs(loose=(r"\pL",))


class Surroundings(NamedTuple):
    """A run of capitals, the words before it (the nearest first) and after it, in small letters."""

    syllables: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    heading: str
    is_first: bool  # its capital may only begin a sentence
    is_plain: bool


class Candidate(NamedTuple):
    """Where a run stands, and what it is weighed by."""

    run: NameRun
    seen: Surroundings


def weighed_names(passage: Passage) -> Iterator[Sighting]:
    """Runs of capitals whose evidence outweighs the doubts."""
    for run, seen in candidates(passage):
        if _weight(seen) > _least(seen) and (is_foreign(run) or not is_named_after(passage, run)):
            title = seen.before[0]
            found = name_sighting(passage, run, title if title in TITLES else "")
            yield found._replace(kind="weighed")


def _least(seen: Surroundings) -> float:
    """A single word after none that leads to a person needs more: titles stand within sentences."""
    is_led = bool(KINDS_OF_WORDS.get(seen.before[0])) or seen.before[0] == ","
    return _ENOUGH if len(seen.syllables) > 1 or is_led else _ENOUGH_ALONE


# Long texts are often lists in which the same stands beside the same.
@lru_cache(maxsize=4096)
def _weight(seen: Surroundings) -> float:
    weights = _weights()
    return sum(weights.get(sign, 0) for sign in evidence(seen))


def candidates(passage: Passage) -> Iterator[Candidate]:
    """The runs that may be names, without a title or other word that begins the sentence."""
    words = list(_WORD.finditer(passage.text))
    end = 0
    for at, word in enumerate(words):
        if at < end or not word[0][0].isupper():
            continue
        end = at + 1
        while end < len(words) and _goes_on(passage.text, words[end - 1], words[end]):
            end += 1
        is_first = at == 0 or words[at - 1][0] in _OPENING
        first = at + 1 if is_first and end - at > 1 and _is_no_part(word[0]) else at
        run = _run(words[first:end])
        if not (_is_of_other_text(passage.text, run) or _only_begins_sentence(passage.text, run)):
            yield Candidate(
                run,
                _surroundings(
                    passage, run, words[max(0, first - _BESIDE) : first], words[end : end + 2]
                ),
            )


def _is_no_part(syllable: str) -> bool:
    """Whether a word that begins a sentence is a title or no part of any name: “Mế”, “Chuyện”."""
    is_title = "kin" in KINDS_OF_WORDS.get(syllable.lower(), ())
    is_ours = not is_foreign(NameRun(0, 0, (syllable,)))
    return is_title or (is_ours and not _classes(syllable))


def _goes_on(text: str, word: re.Match[str], following: re.Match[str]) -> bool:
    return following[0][0].isupper() and text[word.end() : following.start()] in (" ", "-")


def _run(words: list[re.Match[str]]) -> NameRun:
    return NameRun(words[0].start(), words[-1].end(), tuple(word[0] for word in words))


def _is_of_other_text(text: str, run: NameRun) -> bool:
    """Whether it stands in capitals, in a file name or address, or is known as something else."""
    is_joined = _JOINED_BEFORE.search(text[max(0, run.start - 1) : run.start])
    is_joined = is_joined or _JOINED_AFTER.match(text, run.end)
    is_highland = any(
        one[0] in "HKMNRY" and one[1:2] in ("'", "’") for one in run.syllables
    )  # patterns know them
    is_other = len(run.syllables) == 1 and len(run.syllables[0]) == 1  # a folded line, an option
    first = run.syllables[0]
    is_place = "place" in KINDS_OF_WORDS.get(first.lower(), ()) and len(run.syllables) > 1
    is_place = (
        is_place and first not in SURNAMES | MIDDLE_NAMES | BIRTH_ORDER
    )  # “Cầu Mới”, not “Hồ Văn Rê”
    is_other = is_other or is_place or not _UNITS.isdisjoint(run.syllables)
    return run.is_shouted or is_other or is_highland or bool(is_joined) or is_known(run)


def _only_begins_sentence(text: str, run: NameRun) -> bool:
    """Whether nothing but the beginning of a sentence explains the capital of a single word."""
    before = text[max(0, run.start - _NEAR) : run.start]
    return len(run.syllables) == 1 and bool(_BEGINNING.search(before))


def _surroundings(
    passage: Passage, run: NameRun, before: list[re.Match[str]], after: list[re.Match[str]]
) -> Surroundings:
    left = [_as_evidence(word[0]) for word in reversed(before)]
    right = [_as_evidence(word[0]) for word in after]
    return Surroundings(
        run.syllables,
        (*left, *["^"] * (_BESIDE - len(left))),
        (*right, *["$"] * (2 - len(right))),
        passage.heading(run.start),
        is_first=not before or before[-1][0] in _OPENING,
        is_plain=passage.is_plain,
    )


def _as_evidence(word: str) -> str:
    return "9" if word.isdigit() else "end of line" if word.isspace() else word.lower()


def evidence(seen: Surroundings) -> Iterator[str]:
    """The signs by which a candidate is weighed: its syllables, its length, its neighbours."""
    kinds_of = KINDS_OF_PLAIN_WORDS if seen.is_plain else KINDS_OF_WORDS
    shape = f"{min(len(seen.syllables), 5)}{'^' if seen.is_first else ''}"
    yield shape
    for number, word in enumerate(seen.before):
        yield f"before {min(number, 1)} {word}"
        yield from (f"before {number} {kind}" for kind in kinds_of.get(word, ()))
    if any(kind in ("kin", "work") for word in seen.before for kind in kinds_of.get(word, ())):
        yield "near work"
    first, second = seen.after
    yield f"after {first}"
    for kind in kinds_of.get(first, ()):
        yield f"after {kind}"
        yield f"after {kind} {shape}"
    yield f"after 1 {second}"
    if seen.heading:
        yield f"below {seen.heading}"
    if f"{seen.before[0]} {' '.join(seen.syllables).lower()}".startswith(LEGENDARY):
        yield "legend"
    yield from _evidence_within(seen, shape, kinds_of)


def _evidence_within(
    seen: Surroundings, shape: str, kinds_of: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    words = [syllable.lower() for syllable in seen.syllables]
    classes = [(*_classes(one), *kinds_of.get(one.lower(), ())) for one in seen.syllables]
    for place, number in (("first", 0), ("last", -1)):
        yield f"{place} {words[number]}"
        for kind in classes[number]:
            yield f"{place} {kind}"
            yield f"{place} {kind} {shape}"
    if len(words) == 1:
        yield f"word {words[0]} {seen.after[0]}"
    else:
        yield f"second {words[1]}"
        yield from (f"second {kind}" for kind in classes[1])
    yield from _evidence_of_whole(NameRun(0, 0, seen.syllables), classes, shape)


def _evidence_of_whole(run: NameRun, classes: list[tuple[str, ...]], shape: str) -> Iterator[str]:
    are_given = ["given" in kinds or "middle" in kinds for kinds in classes]
    yield f"all given {all(are_given)} {shape}"
    signs = {
        "surname and given": "surname" in classes[0] and len(classes) > 1 and all(are_given[1:]),
        "other within": any("other" in kinds for kinds in classes[1:]),
        f"foreign {shape}": is_foreign(run),
        "abroad": is_abroad_body(run),
        "acronym": any(one.isupper() and len(one) > 1 for one in run.syllables),
    }
    yield from (sign for sign, holds in signs.items() if holds)


@cache
def _classes(syllable: str) -> tuple[str, ...]:
    """What lists of names say about a syllable."""
    classes = {
        "given": unaccented(syllable).lower() in GIVEN_NAMES,
        "surname": syllable in SURNAMES,
        "strong": syllable in STRONG_SURNAMES,
        "middle": syllable in MIDDLE_NAMES or syllable in PLAIN_MIDDLE_NAMES,
        "other": syllable in NOT_NAMES,
    }
    return tuple(name for name, holds in classes.items() if holds)


@cache
def _weights() -> Mapping[str, float]:
    lines = Path(__file__).with_name("name_weights.txt").read_text("utf-8").split("\n")
    pairs = (line.rpartition("\t") for line in lines if line)
    return {sign: float(weight) for sign, _, weight in pairs}
