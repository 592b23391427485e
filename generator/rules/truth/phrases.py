"""Comparing wordings: runs of syllables, without case and Vietnamese marks."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from unicodedata import normalize

_SENTENCE_ENDS = ".!?;:…\n"
_TOKEN = re.compile(rf"\w+|[{_SENTENCE_ENDS}]")

Phrase = tuple[str, ...]
# The phrases that separate stretches (ends of sentences, and names), by their first token.
Names = Mapping[str, tuple[Phrase, ...]]


class Stretch(NamedTuple):
    """Syllables without a name or an end of sentence between them; `first` is the index of its
    first token in the text.
    """

    first: int
    syllables: Phrase

    def runs(self, length: int) -> Iterator[tuple[int, Phrase]]:
        """Every run of `length` syllables, with the index of its first token."""
        for start in range(len(self.syllables) - length + 1):
            yield self.first + start, self.syllables[start : start + length]


class _LettersWithoutMarks(dict[int, str]):
    """A table for `str.translate`: each letter in lower case without marks, filled on demand."""

    def __missing__(self, code: int) -> str:
        plain = normalize("NFD", chr(code))[0].lower()[:1]
        self[code] = {"đ": "d"}.get(plain, plain)
        return self[code]


_PLAIN = _LettersWithoutMarks()


def without_marks(text: str) -> str:
    """Lower case without marks, letter by letter, so that offsets stay the same."""
    return text.translate(_PLAIN)


def separators(names: Iterable[str]) -> Names:
    """The separators of a wording: these names, and the ends of sentences."""
    by_first_token: dict[str, set[Phrase]] = {end: {(end,)} for end in _SENTENCE_ENDS}
    for name in names:
        phrase = tuple(_TOKEN.findall(without_marks(name)))
        if phrase:
            by_first_token.setdefault(phrase[0], set()).add(phrase)
    return {
        first: tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
        for first, phrases in by_first_token.items()
    }


def stretches(text: str, names: Names) -> Iterator[Stretch]:
    """The stretches of a text, in their order."""
    tokens = tuple(_TOKEN.findall(without_marks(text)))
    first = at = 0
    while at < len(tokens):
        length = _length(tokens, at, names) if tokens[at] in names else 0
        if length and at > first:
            yield Stretch(first, tokens[first:at])
        at += length or 1
        first = at if length else first
    if at > first:
        yield Stretch(first, tokens[first:at])


def _length(tokens: Phrase, at: int, names: Names) -> int:
    """The length in tokens of the name that begins at this token; 0 when none does."""
    candidates = names[tokens[at]]
    return len(next((name for name in candidates if tokens[at : at + len(name)] == name), ()))


def written_tokens(text: str, first: int, length: int) -> str:
    """`length` tokens of a text from the token `first` on, as they are written there."""
    spans = list(_TOKEN.finditer(without_marks(text)))
    return text[spans[first].start() : spans[first + length - 1].end()]
