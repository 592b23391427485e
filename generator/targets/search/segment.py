"""One segment of the search index: its shards and what is shown of its pages, as files."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import orjson

from generator.targets.search.shards import Indexed, shards, spellings
from generator.views.site.search_entries import SearchEntry

FOLDER = "search/parts"
# Pages of which a result is shown from one file.
HANDFUL = 8
# Letters of a text that a result may show and mark.
_LONGEST = 1200
# Pieces at the top of a page among which its title and its id stand.
_HEAD = 6
_MARK, _ENDING = 8, ".js"


class Said(NamedTuple):
    """The own text of a page, and its different words with spaces between them."""

    text: str
    words: str


class IndexFile(NamedTuple):
    """One file of the index: its path, and the first word it holds when it is a shard."""

    path: str
    first: str

    @property
    def is_text(self) -> bool:
        return self.path.startswith(f"{FOLDER}/t")

    @property
    def mark(self) -> str:
        """The digest in its name."""
        return self.path[-len(_ENDING) - _MARK : -len(_ENDING)]


@dataclass(frozen=True)
class Segment:
    """Some thousands of pages, the first of which has the number `start`."""

    number: int
    start: int
    places: Sequence[SearchEntry]
    key: str
    said: Callable[[], Sequence[Said]]

    @cached_property
    def files(self) -> Mapping[IndexFile, bytes]:
        """Every file, first the shards in the order of their words, then the texts."""
        said = self.said()
        return dict((*self._shards(said), *self._texts(said)))

    def _shards(self, said: Sequence[Said]) -> Iterator[tuple[IndexFile, bytes]]:
        pages = [_indexed(place, one) for place, one in zip(self.places, said, strict=True)]
        for number, shard in enumerate(shards(pages)):
            yield _part(f"{self.number}-{number}", shard.first, shard.words)

    def _texts(self, said: Sequence[Said]) -> Iterator[tuple[IndexFile, bytes]]:
        shown = [_shown(place, one) for place, one in zip(self.places, said, strict=True)]
        for first in range(0, len(shown), HANDFUL):
            number = (self.start + first) // HANDFUL
            yield _part(f"t{number}", "", shown[first : first + HANDFUL])


def _indexed(place: SearchEntry, said: Said) -> Indexed:
    title = spellings(f"{place.title} {place.id}")
    return Indexed(title.union(said.words.split(), spellings(place.marks)), title)


def _shown(place: SearchEntry, said: Said) -> list[str]:
    return [place.address, place.title, place.id, place.marks, _beginning(place, said.text)]


def _beginning(place: SearchEntry, text: str) -> str:
    """What follows the title and the id, in whole pieces: half of one may look like something else
    to the guard."""
    pieces = text.split("\n")
    named = (place.title, place.id or place.title)
    heads = [n for n, one in enumerate(pieces[:_HEAD]) if any(name in one for name in named)]
    text = "\n".join(pieces[heads[-1] + 1 if heads else 0 :])
    if len(text) <= _LONGEST:
        return text
    cut = text[:_LONGEST]
    return cut.rpartition("\n")[0] or cut.rpartition(" ")[0]


def _part(name: str, first: str, holds: object) -> tuple[IndexFile, bytes]:
    """The file that hands its content to search.js, named by what it holds."""
    content = written_as_script(name, holds)
    mark = hashlib.sha256(content).hexdigest()[:_MARK]
    return IndexFile(f"{FOLDER}/{name}-{mark}{_ENDING}", first), content


def written_as_script(name: str, holds: object) -> bytes:
    """A file that hands what it holds to search.js; it works where nothing can be fetched."""
    return b"searchPart(" + orjson.dumps([name, holds]) + b");\n"
