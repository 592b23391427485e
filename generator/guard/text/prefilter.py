"""The prefilter: searches a text in one pass for the signs of all detectors.

A detector finds nothing in a text without its signs. Signs are patterns of the detector, widened to
what RE2 supports (no look-around, no exact counts). A wide pattern matches at least the same texts.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from re import Pattern
from typing import NamedTuple

import re2

from generator.guard.text.plain_text import is_plain, unaccented
from generator.guard.text.wide_patterns import wide_pattern

_MEMORY = 128 << 20  # bytes, for the states that the engine caches; it needs only a few


class Signs(NamedTuple):
    """Patterns of a detector: where it finds something, at least one of them matches.

    Those in `loose` and `plain` are already in the syntax of RE2; text with marks has none of the
    latter.
    """

    in_any_case: tuple[Pattern[str], ...] = ()
    as_written: tuple[Pattern[str], ...] = ()
    loose: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()

    def forms(self) -> Iterable[str]:
        """The signs in the syntax of RE2."""
        yield from (f"(?i:{wide_pattern(pattern)})" for pattern in self.in_any_case)
        yield from map(wide_pattern, self.as_written)
        yield from self.loose


def _forms_with_unaccented(signs: Signs) -> Iterable[str]:
    """The forms with and without Vietnamese marks, for text typed without marks."""
    for form in signs.forms():
        yield form
        yield unaccented(form)
    yield from signs.plain


class Search:
    """The signs of many detectors, searched by a few engines.

    A single engine would have a state for every mixture of signs half read, and building those
    takes longer than searching; so the detectors with the longest signs get engines of their own.
    """

    def __init__(self, signs_of_each: Sequence[Signs], apart: Collection[frozenset[int]]) -> None:
        self._signs = signs_of_each
        self._all = frozenset(range(len(signs_of_each)))
        self._shares = (*apart, self._all.difference(*apart))

    def candidates(self, text: str) -> frozenset[int]:
        """The indexes of the detectors that may find something in a text; all when in doubt."""
        engines = self._plain if is_plain(text) else self._marked
        try:
            found = [engine.matches(text.encode()) for engine in engines]
        except UnicodeEncodeError:
            return self._all
        numbers = [numbers for numbers in found if numbers is not None]
        return frozenset().union(*numbers) if len(numbers) == len(found) else self._all

    @cached_property
    def _marked(self) -> "list[_Automaton]":
        return [self._engine(share, Signs.forms) for share in self._shares]

    @cached_property
    def _plain(self) -> "list[_Automaton]":
        return [self._engine(share, _forms_with_unaccented) for share in self._shares]

    def _engine(
        self, share: Iterable[int], forms: Callable[[Signs], Iterable[str]]
    ) -> "_Automaton":
        return _Automaton({number: forms(self._signs[number]) for number in sorted(share)})


class _Automaton:
    def __init__(self, forms_of_each: Mapping[int, Iterable[str]]) -> None:
        options = re2.Options()
        options.max_mem = _MEMORY
        self._engine = re2.Set.SearchSet(options)
        self._engine.Add("")  # matches every text: it is missing when the engine has given up
        self._owners = [-1]
        for owner, forms in forms_of_each.items():
            for form in dict.fromkeys(forms):
                self._engine.Add(form)
                self._owners.append(owner)
        self._engine.Compile()

    def matches(self, text: bytes) -> frozenset[int] | None:
        """The indexes of the detectors with a sign in the text; None when the engine gave up."""
        form_numbers = self._engine.Match(text)
        if not form_numbers:
            return None
        return frozenset(self._owners[number] for number in form_numbers if number)
