"""A Markdown text as people read it: plain lines without its marks, for comparing two versions."""

import re
from functools import lru_cache
from html.parser import HTMLParser
from itertools import zip_longest

from generator.base.prose import is_plain, to_html
from generator.base.typed_lines import TYPED_MARKS

_BLOCKS = frozenset({"p", "h4", "h5", "h6", "pre", "blockquote", "table", "tr", "li", "ul", "ol"})
_SPACES = re.compile(r"[ \t]*\n[ \t\n]*")


def readable(text: str) -> str:
    """One line for each paragraph, item or row of a table; links and images by their words."""
    reader = _HtmlReader()
    reader.feed(to_html(text))
    reader.close()
    return _SPACES.sub("\n", "".join(reader.pieces)).strip()


@lru_cache(maxsize=8192)  # who checks again after a change has changed a few texts
def first_change(text: str) -> tuple[str, str] | None:
    """The first words that are not printed as they were typed, and what stands in their place.

    The targets of links are no words of the text.
    """
    if is_plain(text):
        return None
    typed, printed = _words(_TARGET.sub("](", text)), _words(readable(text))
    for place, (before, after) in enumerate(zip_longest(typed, printed)):
        if before != after:
            end = place + _SHOWN
            return " ".join(typed[place:end]), " ".join(printed[place:end])
    return None


def _words(text: str) -> list[str]:
    return _WORD.findall(_WITHIN_WORD.sub("", text))


_WORD = re.compile(r"(?:(?<![^\W_])[-+−]\s*(?=\d))?[^\W_]+")
_TARGET = re.compile(r"\]\(\s*<?[^\s)>]*>?")
_WITHIN_WORD = re.compile(r"(?<=[^\W\d_])[*`]+(?=[^\W\d_])")  # **Đ**ảng is one word
_SHOWN = 4


class _HtmlReader(HTMLParser):
    """Collects the words of safe HTML, with a mark before each item and between cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.numbers: list[int | None] = []
        self.marks: list[str] = []
        self.is_first_cell = True
        self.is_item_new = False
        self.is_between_cells = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS and not self.is_item_new:  # a paragraph follows its list mark
            self.pieces.append("\n")
        match tag:
            case "ul" | "ol":
                first = int(dict(attrs).get("start") or 1)
                self.numbers.append(first - 1 if tag == "ol" else None)
                self.marks.append(dict(attrs).get("class") or "")
            case "li":
                self._mark_item(dict(attrs).get("value"))
            case "table" | "tr" | "th" | "td":
                self._begin_cell(tag)
            case "br":
                self.pieces.append("\n")
            case "img":
                self.pieces.append(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self.numbers:
            self.numbers.pop()
            self.marks.pop()
        if tag in _BLOCKS:
            self.pieces.append("\n")
        self.is_between_cells = tag in ("thead", "tbody", "tr", "th", "td")

    def handle_data(self, data: str) -> None:
        if data.isspace() and (self.is_item_new or self.is_between_cells):
            return
        self.pieces.append(data)
        self.is_item_new = False

    def _mark_item(self, value: str | None) -> None:
        before = self.numbers[-1] if self.numbers else None
        number = int(value) if value else None if before is None else before + 1
        if number is not None:
            self.numbers[-1] = number
        mark = self.marks[-1] if self.marks else ""
        sign = ")" if mark == "round" else "."
        typed = TYPED_MARKS.get(mark, "•") if number is None else f"{number}{sign}"
        self.pieces.append(f"{typed} ")
        self.is_item_new = True

    def _begin_cell(self, tag: str) -> None:
        if tag in ("table", "tr"):
            self.is_between_cells = self.is_first_cell = True
            return
        if not self.is_first_cell:
            self.pieces.append(" | ")
        self.is_first_cell = self.is_between_cells = False
