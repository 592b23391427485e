"""The search index as files of the site, made from the finished pages; see decision 17.

`search/parts/` has columns.js (the values to filter by, and the list of parts), the shards of the
inverted index, and the texts shown in results, for a few pages in each part. Where all that is
little, columns.js hands it over at once; otherwise each part is a file, with a digest in its name,
so that no browser mixes old parts with new ones.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from generator.base.digest import digest
from generator.targets.build.cache import Cache, Remembered
from generator.targets.build.executor import spread
from generator.targets.build.output import FileContent, Output
from generator.targets.build.output_guard import Guard
from generator.targets.build.tree import Derived, States
from generator.targets.search.page_text import own_text, title_in
from generator.targets.search.postings import SIGNS, ascending, coded
from generator.targets.search.segment import (
    FOLDER,
    HANDFUL,
    IndexFile,
    PageText,
    Segment,
    script_bytes,
)
from generator.targets.search.shards import spellings
from generator.views.site.search_entries import GUIDE, SearchEntry, Worth

COLUMNS = f"{FOLDER}/columns.js"
# Pages in a segment: a new edition changes only the shards of the last segment.
SEGMENT = 4096
# Bytes of parts that are handed over at once.
SMALL = 200_000
_GUIDE, _RULES = "guide/", "guide/rules/"
_NOTHING = PageText("", "")


class PageSummary(NamedTuple):
    """What was read of a page: its sha256, the digest of its own text, and its heading."""

    sha256: str
    text: str
    title: str


class SearchScope(NamedTuple):
    """The entries to search besides the guide, and the label of results from the guide."""

    entries: Sequence[SearchEntry]
    guide: str


class _Part(NamedTuple):
    segment: Segment
    file: IndexFile

    @property
    def content(self) -> bytes:
        return self.segment.files[self.file]


def search(scope: SearchScope, cache: Cache, guard: Guard) -> Derived:
    """The index over these pages and those of the guide."""

    def outputs(written: States, folder: Path) -> Sequence[Output]:
        reader = _PageReader(scope, cache, written, folder)
        segments = tuple(reader.segments())
        files_by_segment = _index_files(segments, cache)
        parts = [
            _Part(segment, file)
            for segment, files in zip(segments, files_by_segment, strict=True)
            for file in files
        ]
        at_once = _handed_over(parts)
        others = (_part_output(part, guard) for part in parts if part not in at_once)
        columns_script = script_bytes("columns", _columns(reader.entries, files_by_segment))
        return (*others, guard.guarded(_first_output(columns_script, at_once)))

    return outputs


def _index_files(segments: Sequence[Segment], cache: Cache) -> Sequence[Sequence[IndexFile]]:
    """The files of each segment; from the cache when an equal segment was made before."""
    memory = Remembered(cache, "search-parts")
    before = memory.recall()
    files: dict[str, Sequence[IndexFile]] = {}
    for segment in segments:
        key = segment.key
        files[key] = (
            [IndexFile(*file) for file in before[key]] if key in before else [*segment.files]
        )
    if files.keys() != before.keys():
        memory.keep(
            {key: [list(file) for file in segment_files] for key, segment_files in files.items()}
        )
    return tuple(files.values())


def _handed_over(parts: Sequence[_Part]) -> Sequence[_Part]:
    """The parts in columns.js: if they are small, all but the texts of the guide."""
    asked = [part for part in parts if not part.file.is_guide]
    return asked if sum(part.file.size for part in asked) <= SMALL else ()


def _part_output(part: _Part, guard: Guard) -> Output:
    output = Output(part.file.path, part.file.path, lambda: FileContent(part.content))
    return guard.guarded(output) if part.file.is_text else output


def _first_output(columns_script: bytes, parts: Sequence[_Part]) -> Output:
    key = digest([columns_script.decode(), [part.file.path for part in parts]])

    def make() -> FileContent:
        return FileContent(b"".join((columns_script, *(part.content for part in parts))))

    return Output(COLUMNS, key, make)


def _columns(
    entries: Sequence[SearchEntry], files_by_segment: Sequence[Sequence[IndexFile]]
) -> Mapping[str, Any]:
    """The digests in the names of all parts, and the values to filter by."""
    shards = [
        [file for file in segment_files if not file.is_text] for segment_files in files_by_segment
    ]
    texts = (file for file in chain.from_iterable(files_by_segment) if file.is_text)
    return {
        "segment": SEGMENT,
        "handful": HANDFUL,
        "firsts": [[file.first for file in segment_files] for segment_files in shards],
        "shards": ["".join(file.mark for file in segment_files) for segment_files in shards],
        "texts": "".join(file.mark for file in texts),
        **columns(entries),
    }


class _PageReader:
    """Reads only changed pages; the results for the others are cached by the page's digest."""

    def __init__(self, scope: SearchScope, cache: Cache, written: States, folder: Path) -> None:
        self.cache, self.written, self.folder = cache, written, folder
        self.fresh: dict[str, PageText] = {}
        guide = sorted(p for p in written if p.startswith(_GUIDE) and p.endswith("index.html"))
        whole = (_page_path(entry) for entry in scope.entries if entry.whole)
        self.summaries = self._summaries((*guide, *whole))
        self.entries = (*(self._guide_entry(path, scope.guide) for path in guide), *scope.entries)

    def segments(self) -> Iterator[Segment]:
        for start in range(0, len(self.entries), SEGMENT):
            number, entries = start // SEGMENT, self.entries[start : start + SEGMENT]
            texts = [self._text_of(entry) for entry in entries]
            key = digest([number, start, [list(entry) for entry in entries], texts])
            yield Segment(number, start, entries, key, partial(self._page_texts, number, entries))

    def _summaries(self, paths: Iterable[str]) -> Mapping[str, PageSummary]:
        memory = Remembered(self.cache, "search-pages")
        before = {path: PageSummary(*summary) for path, summary in memory.recall().items()}
        digests = {path: self.written[path].sha256 for path in paths}
        due_paths = [
            path
            for path, digest_now in digests.items()
            if path not in before or before[path].sha256 != digest_now
        ]
        summaries = {path: before[path] for path in digests if path in before}
        for path, (title, page_text) in zip(due_paths, spread(self._read, due_paths), strict=True):
            text = digest(page_text.text)
            summaries[path] = PageSummary(digests[path], text, title)
            self.fresh[text] = page_text
        if summaries != before:
            memory.keep({path: list(summary) for path, summary in summaries.items()})
        return summaries

    def _read(self, path: str) -> tuple[str, PageText]:
        content = (self.folder / path).read_bytes()
        main = content[content.index(b"<main") : content.index(b"</main>") + len(b"</main>")]
        html = main.decode()
        text = own_text(path, html)
        return title_in(html), PageText(text, " ".join(sorted(spellings(text))))

    def _guide_entry(self, path: str, guide_title: str) -> SearchEntry:
        address = path.removesuffix("index.html")
        return SearchEntry(
            address,
            self.summaries[path].title,
            kinds=(GUIDE,),
            marks=guide_title,
            whole=True,
            worth=Worth.LIST if address == _GUIDE or address.startswith(_RULES) else Worth.FACT,
        )

    def _text_of(self, entry: SearchEntry) -> str:
        return self.summaries[_page_path(entry)].text if entry.whole else ""

    def _page_texts(self, number: int, entries: Sequence[SearchEntry]) -> Sequence[PageText]:
        """The texts of the pages of a segment, in order."""
        memory = Remembered(self.cache, f"search-said/{number}")
        before = {text: PageText(*page_text) for text, page_text in memory.recall().items()}
        texts: dict[str, PageText] = {}
        for entry in entries:
            text = self._text_of(entry)
            if entry.whole and text not in texts:
                texts[text] = (
                    self.fresh.get(text) or before.get(text) or self._read(_page_path(entry))[1]
                )
        if texts.keys() != before.keys():
            memory.keep({text: list(page_text) for text, page_text in texts.items()})
        return [texts.get(self._text_of(entry), _NOTHING) for entry in entries]


def _page_path(entry: SearchEntry) -> str:
    return f"{entry.address}index.html"


def columns(entries: Sequence[SearchEntry]) -> dict[str, Any]:
    """The columns; `timed` pages are valid from `since` to `since + until` (s after `epoch`)."""
    timed = [number for number, entry in enumerate(entries) if entry.until and not entry.standing]
    since = [_seconds(entries[number].since) for number in timed]
    until = [_seconds(entries[number].until) for number in timed]
    epoch = min(since, default=0)
    return {
        "signs": SIGNS,
        "count": len(entries),
        "kinds": _pages_by_value(entries, lambda entry: entry.kinds),
        "areas": _pages_by_value(entries, lambda entry: entry.areas),
        "topics": _pages_by_value(entries, lambda entry: filter(None, (entry.topic,))),
        "events": _pages_by_value(entries, lambda entry: filter(None, (entry.event,))),
        "worths": _pages_by_value(entries, lambda entry: (str(int(entry.worth)),)),
        "standings": _pages_by_value(entries, lambda entry: filter(None, (entry.standing,))),
        "timed": ascending(timed),
        "epoch": epoch,
        "since": "".join(coded(moment - epoch) for moment in since),
        "until": "".join(coded(end - start) for start, end in zip(since, until, strict=True)),
    }


def _pages_by_value(
    entries: Sequence[SearchEntry], values: Callable[[SearchEntry], Iterable[str]]
) -> Mapping[str, str]:
    numbers: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for value in values(entry):
            numbers.setdefault(value, []).append(number)
    return {value: ascending(numbers[value]) for value in sorted(numbers)}


def _seconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp())
