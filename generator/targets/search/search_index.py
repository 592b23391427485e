"""The search index as files of the site, made from the finished pages; see decision 17.

`search/parts/` holds columns.js (what pages can be filtered by, and which files there are), shards
of the inverted index and, by the handful, what is shown of a result. Their names hold a digest,
so that no browser joins old files with new ones.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from generator.base.digest import digest, digest_bytes
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
    Said,
    Segment,
    written_as_script,
)
from generator.targets.search.shards import spellings
from generator.views.site.search_entries import SearchEntry

COLUMNS = f"{FOLDER}/columns.js"
# Pages of one segment: one more edition changes the shards of the last one only.
SEGMENT = 4096
_GUIDE = "guide/"
_NOTHING = Said("", "")


class Look(NamedTuple):
    """A page as it was read: its digest, that of its own text, and its heading."""

    sha256: str
    text: str
    title: str


class Searched(NamedTuple):
    """The pages that are searched besides the guide's, and what a result of the guide is called."""

    places: Sequence[SearchEntry]
    guide: str


def search(searched: Searched, cache: Cache, guard: Guard) -> Derived:
    """The index over these pages and those of the guide."""

    def outputs(written: States, folder: Path) -> Sequence[Output]:
        reader = _PageReader(searched, cache, written, folder)
        segments = tuple(reader.segments())
        parts = _parts(segments, cache)
        made = [
            _output(segment, part, guard)
            for segment, found in zip(segments, parts, strict=True)
            for part in found
        ]
        return (*made, _columns(reader.places, parts))

    return outputs


def _parts(segments: Sequence[Segment], cache: Cache) -> Sequence[Sequence[IndexFile]]:
    """The files of each segment; they are only made when none like it was seen before."""
    known = Remembered(cache, "search-parts")
    before = known.recall()
    found: dict[str, Sequence[IndexFile]] = {}
    for one in segments:
        key = one.key
        found[key] = [IndexFile(*part) for part in before[key]] if key in before else [*one.files]
    if found.keys() != before.keys():
        known.keep({key: [list(part) for part in parts] for key, parts in found.items()})
    return tuple(found.values())


def _output(segment: Segment, part: IndexFile, guard: Guard) -> Output:
    output = Output(part.path, part.path, lambda: FileContent(segment.files[part]))
    return guard.guarded(output) if part.is_text else output


def _columns(places: Sequence[SearchEntry], parts: Sequence[Sequence[IndexFile]]) -> Output:
    """Which files there are, by the digests in their names, and what pages are filtered by."""
    shards = [[part for part in found if not part.is_text] for found in parts]
    texts = (part for part in chain.from_iterable(parts) if part.is_text)
    holds = {
        "segment": SEGMENT,
        "handful": HANDFUL,
        "firsts": [[part.first for part in found] for found in shards],
        "shards": ["".join(part.mark for part in found) for found in shards],
        "texts": "".join(part.mark for part in texts),
        **columns(places),
    }
    content = written_as_script("columns", holds)
    return Output(COLUMNS, digest_bytes(content), partial(FileContent, content))


class _PageReader:
    """Reads the pages that changed; what it read before is remembered by the pages' digests."""

    def __init__(self, searched: Searched, cache: Cache, written: States, folder: Path) -> None:
        self.cache, self.written, self.folder = cache, written, folder
        self.fresh: dict[str, Said] = {}
        guide = sorted(p for p in written if p.startswith(_GUIDE) and p.endswith("index.html"))
        whole = (_path(place) for place in searched.places if place.whole)
        self.looks = self._looks((*guide, *whole))
        self.places = (*(self._guide(path, searched.guide) for path in guide), *searched.places)

    def segments(self) -> Iterator[Segment]:
        for start in range(0, len(self.places), SEGMENT):
            number, places = start // SEGMENT, self.places[start : start + SEGMENT]
            texts = [self._text_of(place) for place in places]
            key = digest([number, start, [list(place) for place in places], texts])
            yield Segment(number, start, places, key, partial(self._said, number, places))

    def _looks(self, paths: Iterable[str]) -> Mapping[str, Look]:
        known = Remembered(self.cache, "search-pages")
        before = {path: Look(*look) for path, look in known.recall().items()}
        sha256 = {path: self.written[path].sha256 for path in paths}
        due = [p for p, seen in sha256.items() if p not in before or before[p].sha256 != seen]
        looks = {path: before[path] for path in sha256 if path in before}
        for path, (title, said) in zip(due, spread(self._read, due), strict=True):
            text = digest(said.text)
            looks[path] = Look(sha256[path], text, title)
            self.fresh[text] = said
        if looks != before:
            known.keep({path: list(look) for path, look in looks.items()})
        return looks

    def _read(self, path: str) -> tuple[str, Said]:
        html = (self.folder / path).read_text("utf-8")
        text = own_text(path, html)
        return title_in(html), Said(text, " ".join(sorted(spellings(text))))

    def _guide(self, path: str, called: str) -> SearchEntry:
        address = path.removesuffix("index.html")
        return SearchEntry(
            address, self.looks[path].title, kinds=("guide",), marks=called, whole=True
        )

    def _text_of(self, place: SearchEntry) -> str:
        return self.looks[_path(place)].text if place.whole else ""

    def _said(self, number: int, places: Sequence[SearchEntry]) -> Sequence[Said]:
        """What the pages of a segment say."""
        known = Remembered(self.cache, f"search-said/{number}")
        before = {text: Said(*said) for text, said in known.recall().items()}
        found: dict[str, Said] = {}
        for place in places:
            text = self._text_of(place)
            if place.whole and text not in found:
                found[text] = (
                    self.fresh.get(text) or before.get(text) or self._read(_path(place))[1]
                )
        if found.keys() != before.keys():
            known.keep({text: list(said) for text, said in found.items()})
        return [found.get(self._text_of(place), _NOTHING) for place in places]


def _path(place: SearchEntry) -> str:
    return f"{place.address}index.html"


def columns(places: Sequence[SearchEntry]) -> dict[str, Any]:
    """`timed` pages hold from `since` to `since + until`, in seconds after `epoch`."""
    timed = [number for number, place in enumerate(places) if place.until and not place.standing]
    since = [_seconds(places[number].since) for number in timed]
    until = [_seconds(places[number].until) for number in timed]
    epoch = min(since, default=0)
    return {
        "signs": SIGNS,
        "count": len(places),
        "kinds": _by(places, lambda place: place.kinds),
        "areas": _by(places, lambda place: place.areas),
        "topics": _by(places, lambda place: filter(None, (place.topic,))),
        "events": _by(places, lambda place: filter(None, (place.event,))),
        "standings": _by(places, lambda place: filter(None, (place.standing,))),
        "timed": ascending(timed),
        "epoch": epoch,
        "since": "".join(coded(one - epoch) for one in since),
        "until": "".join(coded(b - a) for a, b in zip(since, until, strict=True)),
    }


def _by(
    places: Sequence[SearchEntry], values: Callable[[SearchEntry], Iterable[str]]
) -> Mapping[str, str]:
    found: dict[str, list[int]] = {}
    for number, place in enumerate(places):
        for value in values(place):
            found.setdefault(value, []).append(number)
    return {value: ascending(found[value]) for value in sorted(found)}


def _seconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp())
