"""Wording compared: runs of syllables, whatever their letters' case and marks."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from unicodedata import normalize

_ENDS = ".!?;:…\n"
_TOKEN = re.compile(rf"\w+|[{_ENDS}]")

Phrase = tuple[str, ...]
# What parts stretches of wording, by its first token: ends of sentences, and names.
Names = Mapping[str, tuple[Phrase, ...]]


class Stretch(NamedTuple):
    """Syllables that no name and no end of a sentence parts; `first` counts the text's tokens."""

    first: int
    syllables: Phrase

    def runs(self, length: int) -> Iterator[tuple[int, Phrase]]:
        """Every run of so many syllables, and the token it begins with."""
        for start in range(len(self.syllables) - length + 1):
            yield self.first + start, self.syllables[start : start + length]


class _Plain(dict[int, str]):
    """Each letter in lower case without its marks, found when first asked for."""

    def __missing__(self, code: int) -> str:
        plain = normalize("NFD", chr(code))[0].lower()[:1]
        self[code] = {"đ": "d"}.get(plain, plain)
        return self[code]


_PLAIN = _Plain()


def without_marks(text: str) -> str:
    """Lower case without marks, letter by letter, so that places stay the same."""
    return text.translate(_PLAIN)


def parting(names: Iterable[str]) -> Names:
    """The names that belong to nobody's wording, and the ends of sentences."""
    found: dict[str, set[Phrase]] = {end: {(end,)} for end in _ENDS}
    for name in names:
        phrase = tuple(_TOKEN.findall(without_marks(name)))
        if phrase:
            found.setdefault(phrase[0], set()).add(phrase)
    return {
        first: tuple(sorted(phrases, key=lambda one: (-len(one), one)))
        for first, phrases in found.items()
    }


def stretches(text: str, names: Names) -> Iterator[Stretch]:
    """The stretches of a text, in their order."""
    tokens = tuple(_TOKEN.findall(without_marks(text)))
    first = here = 0
    while here < len(tokens):
        length = _length(tokens, here, names) if tokens[here] in names else 0
        if length and here > first:
            yield Stretch(first, tokens[first:here])
        here += length or 1
        first = here if length else first
    if here > first:
        yield Stretch(first, tokens[first:here])


def _length(tokens: Phrase, here: int, names: Names) -> int:
    """How many tokens the name is long that begins here, if one does."""
    known = names[tokens[here]]
    return len(next((name for name in known if tokens[here : here + len(name)] == name), ()))


def written_tokens(text: str, first: int, length: int) -> str:
    """So many tokens of a text, as they are written there."""
    spans = list(_TOKEN.finditer(without_marks(text)))
    return text[spans[first].start() : spans[first + length - 1].end()]
