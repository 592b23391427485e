"""Learns what names of persons look like: python -m tests.name_weights [--held].

A logistic regression over the evidence of `weighed_names`, from all labelled sentences and from
`tests/guard/marked_names.txt`, where names stand in square brackets. Runs are the same on every
machine: no random numbers. With --held each set is judged by weights learned from the others.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from itertools import pairwise
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

import yaml

from generator.guard.names import weighed_names
from generator.guard.names.name_words import SURNAMES
from generator.guard.names.person_names import names
from generator.guard.names.plain_words import GIVEN_NAMES
from generator.guard.text.plain_text import Passage, unaccented
from tests.conftest import ROOT
from tests.guard_figures import FOLDER, LABELLED, UNSEEN

WEIGHTS = Path(weighed_names.__file__).with_name("name_weights.txt")
MARKED = FOLDER / "marked_names.txt"
PROSE = (
    "content/**/*.yml",
    "content/**/*.md",
    "generator/starter/**/*.yml",
    "generator/starter/**/*.md",
    "CHANGELOG.md",
    "README.md",
    "generator/*.md",
    "generator/views/catalogue/*.py",
)
NAMES = frozenset({"BT507", "BT508"})
_OFFICIAL = "Minh Hạnh"
_ROUNDS, _RATE, _DECAY, _LEAST, _FEWEST = 15, 0.3, 0.00001, 0.15, 2


class Example(NamedTuple):
    """The evidence of one candidate, and whether it is a name; `source` is its set."""

    source: str
    evidence: tuple[str, ...]
    is_name: bool


class Sentence(NamedTuple):
    """A text, the spans of its names, and its set; None when only one candidate can be meant."""

    source: str
    text: str
    names: tuple[tuple[int, int], ...] | None


def sentences(files: Iterable[Path]) -> Iterator[Sentence]:
    """The labelled sentences; in those with a name the patterns say where it stands."""
    for file in files:
        for row in yaml.safe_load(file.read_text("utf-8")):
            spans = _spans(row["text"], NAMES & set(row["codes"]))
            yield Sentence(file.stem, row["text"], spans)


def _spans(text: str, codes: Set[str]) -> tuple[tuple[int, int], ...] | None:
    """BT508 alone may tell of an age and a class."""
    if not codes and _OFFICIAL not in text:
        return ()
    found = tuple((seen.start, seen.end) for seen in names(Passage(text)) if seen.kind != "age")
    return found or (None if "BT507" in codes else ())


def marked() -> Iterator[Sentence]:
    """The sentences in which the names stand in brackets."""
    for line in MARKED.read_text("utf-8").splitlines():
        text, spans = "", []
        for number, part in enumerate(re.split(r"[\[\]]", line)):
            spans += [(len(text), len(text) + len(part))] if number % 2 else []
            text += part
        yield Sentence("marked", text, tuple(spans))


def prose() -> Iterator[Sentence]:
    """Our own texts, line by line: they name only holders of offices, whom the patterns see."""
    for pattern in PROSE:
        for file in sorted(ROOT.glob(pattern)):
            for line in file.read_text("utf-8").splitlines():
                spans = tuple((seen.start, seen.end) for seen in names(Passage(line)))
                yield Sentence("prose", line, spans)


def examples(sentence: Sentence) -> Iterator[Example]:
    """One for each candidate; the names of a text without marks are where they were."""
    for text in (sentence.text, unaccented(sentence.text)):
        passage = Passage(text)
        found = tuple(weighed_names.candidates(passage))
        if len(text) != len(sentence.text) or (sentence.names is None and len(found) != 1):
            continue
        for candidate in found:
            start, end = candidate.run.start, candidate.run.end
            spans = ((start, end),) if sentence.names is None else sentence.names
            is_name = any(start < right and left < end for left, right in spans)
            signs = tuple(weighed_names.evidence(candidate.seen))
            yield Example(sentence.source, signs, is_name)
    small = re.findall(r"[^\W\d_]+", sentence.text)
    for word, following in pairwise(small):
        if word.islower() and following.islower() and _may_be_name(word):
            yield Example(sentence.source, (f"word {word} {following}",), is_name=False)


@cache
def _may_be_name(word: str) -> bool:
    return unaccented(word) in GIVEN_NAMES or word.capitalize() in SURNAMES


def learned(all_examples: Iterable[Example]) -> dict[str, float]:
    """The weights, by AdaGrad; those near 0 are left out."""
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1.0)
    rows = list(all_examples)
    seen = Counter(sign for row in rows for sign in row.evidence)
    rows = [
        row._replace(evidence=tuple(s for s in row.evidence if seen[s] >= _FEWEST)) for row in rows
    ]
    for _ in range(_ROUNDS):
        for number in range(len(rows)):
            row = rows[number * 7919 % len(rows)]  # every row once, those of a set not in a row
            margin = sum(weights[sign] for sign in row.evidence)
            error = float(row.is_name) - 1 / (1 + exp(-max(-30.0, min(30.0, margin))))
            for sign in row.evidence:
                slope = error - _DECAY * weights[sign] * len(rows) / 100
                squares[sign] += slope * slope
                weights[sign] += _RATE * slope / sqrt(squares[sign])
    return {sign: round(weight, 2) for sign, weight in weights.items() if abs(weight) >= _LEAST}


def margin(weights: Mapping[str, float], row: Example) -> float:
    return sum(weights.get(sign, 0) for sign in row.evidence)


def held_out(sets: list[list[Example]]) -> Iterator[str]:
    """Each set judged by weights that were learned from the others."""
    for left_out in sets:
        weights = learned(row for one in sets if one is not left_out for row in one)
        right = sum(row.is_name and margin(weights, row) > 0 for row in left_out)
        wrong = sum(not row.is_name and margin(weights, row) > 0 for row in left_out)
        every = sum(row.is_name for row in left_out)
        recall = right / max(1, every)
        yield f"{left_out[0].source:16} {every:5} names  recall {recall:.3f}  wrong {wrong}"


if __name__ == "__main__":
    by_set = [list(sentences([file])) for file in (*LABELLED, *UNSEEN)]
    by_set += [list(marked()), list(prose())]
    sets = [[row for sentence in one for row in examples(sentence)] for one in by_set]
    if "--held" in sys.argv:
        sys.stdout.writelines(f"{line}\n" for line in held_out(sets))
    else:
        weights = learned(row for one in sets for row in one)
        rows = (f"{sign}\t{weight}\n" for sign, weight in sorted(weights.items()))
        WEIGHTS.write_text("".join(rows), "utf-8")
