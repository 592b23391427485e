"""Chapters with their marks and footnotes: “I.”, “1.”, “a)”, “-”, each number where it stands."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.views.bulletin.official.lines import Chapter, Line, Part
from generator.views.context.formatter import Cite

ROMAN = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
    *("XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"),
)
_LETTERS = "abcdđeghiklmnopqrstuvxy"  # as Vietnamese papers count


class Call(NamedTuple):
    """A footnote where it is called; without its `text` it was called before."""

    number: str
    text: str


class PlacedLine(NamedTuple):
    """A paragraph as it is printed; `look` is a class of official.css."""

    text: str
    html: Markup
    calls: tuple[Call, ...]
    look: str = ""


class PlacedPart(NamedTuple):
    """Lines under a title with its mark; `id` is an anchor, once in a document."""

    title: str
    id: str
    calls: tuple[Call, ...]
    lines: tuple[PlacedLine, ...]
    parts: tuple["PlacedPart", ...]


class PlacedChapter(NamedTuple):
    """A chapter with its number."""

    id: str
    title: str
    parts: tuple[PlacedPart, ...]


class Placing:
    """Places the chapters of one document: footnotes are counted through it, in its order."""

    def __init__(self, footnote: Callable[[Cite], str]) -> None:
        self._footnote = footnote
        self._numbers: dict[str, str] = {}
        self._anchors: set[str] = set()

    def chapters(self, every: Iterable[Chapter], mark: str) -> tuple[PlacedChapter, ...]:
        """Those that hold something; `mark` stands between a Roman number and a title."""
        filled = (chapter for chapter in every if chapter.is_filled)
        return tuple(
            self.chapter(chapter, f"{number}{mark}")
            for number, chapter in zip(ROMAN, filled, strict=False)
        )

    def chapter(self, chapter: Chapter, mark: str = "") -> PlacedChapter:
        title = f"{mark}{chapter.title.upper()}"
        return PlacedChapter(chapter.id, title, tuple(self._numbered(chapter.parts)))

    def _numbered(self, parts: Iterable[Part]) -> Iterator[PlacedPart]:
        """Parts with a title are counted; an only one needs no number."""
        filled = [part for part in parts if part.is_filled]
        titled = [part for part in filled if part.title]
        is_counted = len(titled) > 1
        numbers = iter(f"{number}. " if is_counted else "" for number in range(1, len(titled) + 1))
        for part in filled:
            yield self._part(part, next(numbers) if part.title else "")

    def _part(self, part: Part, mark: str) -> PlacedPart:
        calls = tuple(self._calls((part.source,) if part.source else ()))
        lines = tuple(map(self._line, part.lines))
        letters = (f"{letter}) " for letter in _LETTERS)
        inner = tuple(
            self._part(one, letter) for one, letter in zip(part.parts, letters, strict=False)
        )
        is_new = part.id not in self._anchors
        self._anchors.add(part.id)
        return PlacedPart(f"{mark}{part.title}", part.id if is_new else "", calls, lines, inner)

    def _line(self, line: Line) -> PlacedLine:
        notes = (self._footnote(cite) for cite in line.cites)
        look = "leads" if line.leads else ""
        return PlacedLine(f"{line.mark}{line.text}", line.html, tuple(self._calls(notes)), look)

    def _calls(self, texts: Iterable[str]) -> Iterator[Call]:
        for text in texts:
            is_new = text not in self._numbers
            number = self._numbers.setdefault(text, str(len(self._numbers) + 1))
            yield Call(number, text if is_new else "")
