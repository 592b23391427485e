"""A segment of the search index: its shards and the texts shown of its pages, as files."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import orjson

from generator.targets.search.shards import Indexed, shards, spellings
from generator.views.site.search_entries import SearchEntry

FOLDER = "search/parts"
# Pages whose shown texts are in the same file.
HANDFUL = 8
# Letters of a text that a result may show and highlight; of a message, whose answers count, more.
_MOST_LETTERS = 1200
_MOST_OF_ANSWERS = 4000
# Pieces at the top of a page that can contain its title and its id.
_HEAD_PIECES = 6
_MARK, _ENDING = 8, ".js"


class PageText(NamedTuple):
    """The own text of a page, and its distinct words, separated by spaces."""

    text: str
    words: str


class IndexFile(NamedTuple):
    """A part of the index: its path, for a shard the first word in it, and its bytes.

    Texts of the guide alone are seldom shown.
    """

    path: str
    first: str
    size: int
    is_guide: bool = False

    @property
    def is_text(self) -> bool:
        return self.path.startswith(f"{FOLDER}/t")

    @property
    def mark(self) -> str:
        """The digest in the file name."""
        return self.path[-len(_ENDING) - _MARK : -len(_ENDING)]


@dataclass(frozen=True)
class Segment:
    """Some thousands of pages; the first has the number `start`."""

    number: int
    start: int
    entries: Sequence[SearchEntry]
    key: str
    page_texts: Callable[[], Sequence[PageText]]

    @cached_property
    def files(self) -> Mapping[IndexFile, bytes]:
        """Every file: first the shards, in the order of their words, then the texts."""
        page_texts = self.page_texts()
        return dict((*self._shards(page_texts), *self._texts(page_texts)))

    def _shards(self, page_texts: Sequence[PageText]) -> Iterator[tuple[IndexFile, bytes]]:
        pages = [
            _indexed_words(entry, text)
            for entry, text in zip(self.entries, page_texts, strict=True)
        ]
        for number, shard in enumerate(shards(pages)):
            yield _index_file(f"{self.number}-{number}", shard.first, shard.words)

    def _texts(self, page_texts: Sequence[PageText]) -> Iterator[tuple[IndexFile, bytes]]:
        rows = [
            _result_row(entry, text) for entry, text in zip(self.entries, page_texts, strict=True)
        ]
        for first in range(0, len(rows), HANDFUL):
            number = (self.start + first) // HANDFUL
            file, content = _index_file(f"t{number}", "", rows[first : first + HANDFUL])
            is_guide = all(entry.is_guide for entry in self.entries[first : first + HANDFUL])
            yield file._replace(is_guide=is_guide), content


def _indexed_words(entry: SearchEntry, text: PageText) -> Indexed:
    title = spellings(f"{entry.title} {entry.id} {entry.asks}")
    return Indexed(title.union(text.words.split(), spellings(entry.marks)), title)


def _result_row(entry: SearchEntry, text: PageText) -> list[str]:
    shown = [entry.address, entry.title, entry.id, entry.marks, _beginning(entry, text.text)]
    return [*shown, *entry.state, *entry.answer]


def _beginning(entry: SearchEntry, text: str) -> str:
    """The text after the title and the id, cut between pieces: a part of a piece could look like
    personal data to the guard.
    """
    pieces = text.split("\n")
    names = (entry.title, entry.id or entry.title)
    head_numbers = [
        number
        for number, piece in enumerate(pieces[:_HEAD_PIECES])
        if any(name in piece for name in names)
    ]
    text = "\n".join(pieces[head_numbers[-1] + 1 if head_numbers else 0 :])
    most = _MOST_OF_ANSWERS if entry.answer else _MOST_LETTERS
    if len(text) <= most:
        return text
    cut = text[:most]
    return cut.rpartition("\n")[0] or cut.rpartition(" ")[0]


def _index_file(name: str, first: str, holds: object) -> tuple[IndexFile, bytes]:
    """An index file that passes its content to search.js; its name contains its digest."""
    content = script_bytes(name, holds)
    mark = hashlib.sha256(content).hexdigest()[:_MARK]
    return IndexFile(f"{FOLDER}/{name}-{mark}{_ENDING}", first, len(content)), content


def script_bytes(name: str, holds: object) -> bytes:
    """A script that passes its content to search.js; it also works where fetch is not possible."""
    return b"searchPart(" + orjson.dumps([name, holds]) + b");\n"
