"""The signs without which a detector finds nothing, sought for all detectors in one pass.

Each detector names its own patterns as signs. They are loosened to what an engine can seek in one
pass (no looking around, no exact counting): whatever a pattern matches, its loosened form does.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from re import Pattern
from typing import NamedTuple

import re2

from generator.guard.text.plain_text import unaccented
from generator.guard.text.wide_patterns import loosened

_MEMORY = 64 << 20  # for the states an engine remembers; a few are needed


class Signs(NamedTuple):
    """Patterns of which one matches wherever a detector finds something."""

    in_any_case: tuple[Pattern[str], ...] = ()
    as_written: tuple[Pattern[str], ...] = ()
    loose: tuple[str, ...] = ()

    def forms(self) -> Iterable[str]:
        """The signs as the engine reads them; `loose` is written for it."""
        yield from (f"(?i:{loosened(pattern)})" for pattern in self.in_any_case)
        yield from map(loosened, self.as_written)
        yield from self.loose


def _plain_forms(signs: Signs) -> Iterable[str]:
    """For text that is typed without marks, where twins of patterns are sought too."""
    for form in signs.forms():
        yield form
        yield unaccented(form)


class Search:
    """The signs of many seekers, looked for all at once."""

    def __init__(self, sought: Sequence[Signs]) -> None:
        self._sought = sought
        self._all = frozenset(range(len(sought)))

    def seekers(self, text: str) -> frozenset[int]:
        """The numbers of those who may find something in a text; all when in doubt."""
        try:
            found = (self._plain if text.isascii() else self._marked).matches(text.encode())
        except UnicodeEncodeError:
            return self._all
        return self._all if found is None else found

    @cached_property
    def _marked(self) -> "_Automaton":
        return _Automaton([signs.forms() for signs in self._sought])

    @cached_property
    def _plain(self) -> "_Automaton":
        return _Automaton([_plain_forms(signs) for signs in self._sought])


class _Automaton:
    def __init__(self, sought: Iterable[Iterable[str]]) -> None:
        options = re2.Options()
        options.max_mem = _MEMORY
        self._engine = re2.Set.SearchSet(options)
        self._engine.Add("")  # matches every text: it is missing when the engine has given up
        self._owners = [-1]
        for owner, forms in enumerate(sought):
            for form in dict.fromkeys(forms):
                self._engine.Add(form)
                self._owners.append(owner)
        self._engine.Compile()

    def matches(self, text: bytes) -> frozenset[int] | None:
        """Whose signs are there; None when the engine could not tell."""
        found = self._engine.Match(text)
        if not found:
            return None
        return frozenset(self._owners[number] for number in found if number)
