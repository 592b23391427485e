"""Two texts compared word by word; punctuation stands by itself, so that a number is one word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_MARKS = r"[,.;:!?()“”\"…]"
_WORD = re.compile(rf"{_MARKS}+(?=\s|$)\s*|\(|\S+?(?={_MARKS}*(?:\s|$))\s*|\S+\s*|\s+")


class Replaced(NamedTuple):
    """A run of words; `kind` is `same`, `out` or `in`."""

    kind: str
    text: str


def word_runs(before: str, after: str) -> tuple[Replaced, ...]:
    """Two texts as runs of words: what stayed, what was taken out, what was put in."""
    old, new = _words(before), _words(after)
    runs: list[Replaced] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append(Replaced("same", "".join(old[i1:i2])))
            continue
        if i1 < i2:
            runs.append(Replaced("out", "".join(old[i1:i2])))
        if j1 < j2:
            runs.append(Replaced("in", "".join(new[j1:j2])))
    return tuple(runs)


def whole_runs(before: str, after: str) -> tuple[Replaced, ...]:
    """Two values that are not texts: the one for the other."""
    runs = (Replaced("out", before), Replaced("in", after))
    return tuple(run for run in runs if run.text)


def word_pairs(runs: Sequence[Replaced]) -> Iterator[tuple[str, str]]:
    """Neighbouring words taken out and put in, together."""
    out = ""
    for run in runs:
        if run.kind == "out":
            out = run.text.strip()
        elif run.kind == "in":
            yield out, run.text.strip()
            out = ""
        elif out:
            yield out, ""
            out = ""
    if out:
        yield out, ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
