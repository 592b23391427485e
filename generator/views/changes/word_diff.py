"""Two texts compared word by word; punctuation is split off words, but a number is one word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_MARKS = r"[,.;:!?()“”\"…]"
_WORD = re.compile(rf"\s+|{_MARKS}(?={_MARKS}*(?:\s|$))|\(|\S+?(?={_MARKS}*(?:\s|$))|\S+")
# Texts that share less than this part of their letters are shown whole, old before new.
_LEAST_SHARED = 0.35


class Run(NamedTuple):
    """A run of words; `kind` is `same`, `out` or `in`."""

    kind: str
    text: str


def word_runs(before: str, after: str) -> tuple[Run, ...]:
    """Two texts as runs of words: unchanged, removed or added."""
    old, new = _words(before), _words(after)
    start, end = _same_ends(old, new)
    inner = _compared_runs(old[start : len(old) - end], new[start : len(new) - end])
    runs = [Run("same", "".join(old[:start])), *inner]
    runs.append(Run("same", "".join(old[len(old) - end :])))
    return tuple(_joined_runs(run for run in runs if run.text))


def is_rewritten(runs: Sequence[Run]) -> bool:
    """Whether so few words stayed that marking single words would confuse readers."""
    same = sum(len(run.text) for run in runs if run.kind == "same")
    longest = max(sum(len(r.text) for r in runs if r.kind != kind) for kind in ("in", "out"))
    return same < _LEAST_SHARED * longest


def _compared_runs(old: list[str], new: list[str]) -> list[Run]:
    runs: list[Run] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        out, put = "".join(old[i1:i2]), "".join(new[j1:j2])
        runs += [Run("same", out)] if kind == "equal" else [Run("out", out)]
        runs += [] if kind == "equal" else [Run("in", put)]
    return [run for run in runs if run.text]


def _same_ends(old: list[str], new: list[str]) -> tuple[int, int]:
    """How many words both texts begin with, and how many of the others both end with."""
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return start, end


def _joined_runs(runs: Iterable[Run]) -> list[Run]:
    """Joins changes with only a space between them; removed words come before added words."""
    done: list[Run] = []
    out = put = space = ""
    for run in runs:
        if run.kind == "same" and not (run.text.isspace() and (out or put) and not space):
            done += _pair(out, put)
            done.append(Run("same", space + run.text))
            out = put = space = ""
        elif run.kind == "same":
            space = run.text
        else:
            out, put, space = (
                _extended(out, space, run, "out"),
                _extended(put, space, run, "in"),
                "",
            )
    return [run for run in (*done, *_pair(out, put), Run("same", space)) if run.text]


def _extended(side: str, space: str, run: Run, kind: str) -> str:
    return f"{side}{space}{run.text if run.kind == kind else ''}"


def _pair(out: str, put: str) -> tuple[Run, Run]:
    return Run("out", out), Run("in", put)


def whole_runs(before: str, after: str) -> tuple[Run, ...]:
    """Two values that are not compared word by word: the old removed, the new added."""
    runs = (Run("out", before), Run("in", after))
    return tuple(run for run in runs if run.text)


def word_pairs(runs: Sequence[Run]) -> Iterator[tuple[str, str]]:
    """Pairs of removed words and the added words next to them; either may be empty."""
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
