"""An incoming document as blocks of text: what readers of every form make of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import normalize

from generator.base.text import Bilingual
from generator.source.yaml.characters import ZERO_WIDTH

MOST_COLUMNS = 60
Rows = tuple[tuple[str, ...], ...]
_SPACE = re.compile(r"[ \t\r\f\u00a0]+")
_MARK = re.compile(r"[\\`*_\[\]<>#|~]")
_DASHED = re.compile(r"[-–+•][ \t]+")
_GAP = re.compile(r"[ \u00a0]*\t[\s\u00a0]*|[ \u00a0]{3,}")
_PAGE = re.compile(r"\W*(?:(?:trang|page)?\W*[0-9]+(?:\W*[0-9]+)?)?\W*", re.IGNORECASE)
_CALL = re.compile(r"\[[0-9]+\]")  # of a footnote
_LOST = Bilingual("chữ không lấy được", "words that could not be taken")
MOST_TOLD = 12  # places of one kind
_BEGUN = 60  # letters
_BLANKS = re.compile(r" ?\n ?")


class Block(NamedTuple):
    """A paragraph with its lines, an item of a list (`mark`, `depth`), or a table (`rows`).

    `beside` has, by line, what stands left and right of a gap of tabs or spaces.
    """

    text: str
    mark: str = ""
    depth: int = 0
    rows: Rows = ()
    beside: tuple[tuple[str, str], ...] = ()

    def lines(self) -> tuple[str, ...]:
        """Every line that it holds; of a table cell by cell."""
        texts = [cell for row in self.rows for cell in row] if self.rows else [self.text]
        return tuple(line for text in texts for line in text.split("\n") if line)


class Incoming(NamedTuple):
    """The blocks of a document, and what an editor must know of how it was read.

    `everything` is all that the file says, with what is in no block: heads, feet, boxes.
    """

    blocks: tuple[Block, ...]
    everything: str
    notes: tuple[Bilingual, ...] = ()


class Told(NamedTuple):
    """What was met at one place: what it is, its words, and those of the paragraph around it."""

    kind: Bilingual
    said: str
    around: str


def clean(text: str) -> str:
    """Composed, without signs that nobody sees, one space between words and none at line ends."""
    seen = "".join(letter for letter in text.replace("\x0b", "\n") if letter not in ZERO_WIDTH)
    return _BLANKS.sub("\n", _SPACE.sub(" ", normalize("NFC", seen))).strip()


def begun(text: str) -> str:
    """The first words of a text, in quotes, by which an editor finds it; empty when it has none."""
    one_line = " ".join(text.split())
    if len(one_line) > _BEGUN:
        cut = one_line[:_BEGUN]
        one_line = f"{cut.rpartition(' ')[0] or cut} …"
    return f"“{one_line}”" if one_line else ""


def in_words(told: Iterable[Told]) -> Iterator[Bilingual]:
    """Every kind with its places, those of one paragraph together."""
    every: dict[Bilingual, dict[str, list[str]]] = {}
    for kind, said, around in told:
        every.setdefault(kind, {}).setdefault(around, []).append(said)
    for kind, places in every.items():
        for around, parts in list(places.items())[:MOST_TOLD]:
            said = begun("".join(parts)) or "∅"
            vi, en = (f" (ở đoạn {around})", f" (at {around})") if around else ("", "")
            yield Bilingual(f"{kind.vi}: {said}{vi}", f"{kind.en}: {said}{en}")
        if (more := len(places) - MOST_TOLD) > 0:
            yield Bilingual(f"{kind.vi}: còn {more} chỗ nữa", f"{kind.en}: at {more} more places")


def missing(paragraphs: Iterable[str], blocks: Iterable[Block]) -> Iterator[Told]:
    """Words of a file that stand in no block, whatever the reason; there should be none."""
    every = [_CALL.sub(" ", one).split() for one in paragraphs]
    left = Counter(word for words in every for word in words)
    for block in blocks:
        left.subtract(_CALL.sub(" ", f"{block.mark} {' '.join(block.lines())}").split())
    for words in every:
        lost = [word for word in words if left[word] > 0]
        left.subtract(lost)
        if lost:
            yield Told(_LOST, f"{' '.join(lost)} ", begun(" ".join(words)))


def is_page_number(text: str) -> bool:
    """Whether a text says nothing but which page it stands on."""
    return bool(_PAGE.fullmatch(text))


def paragraph(text: str) -> Block:
    """A paragraph; one that begins with a dash is an item, as people type lists."""
    cleaned = clean(text)
    dash = _DASHED.match(cleaned)
    if dash:
        return Block(cleaned[dash.end() :], "-")
    return Block(cleaned, beside=tuple(_beside(text)) if _GAP.search(text) else ())


def _beside(text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        left, *right = _GAP.split(line)
        yield clean(left), clean(" ".join(right))


def markdown(blocks: Iterable[Block]) -> str:
    """The blocks in Markdown; signs that would change how the text is read are escaped."""
    parts: list[str] = []
    was_item, depth = False, -1
    for block in blocks:
        depth = min(block.depth, depth + 1) if block.mark else -1
        text = "\n".join(_written(block, depth))
        if text.strip():
            is_item = bool(block.mark)
            parts.append("\n" if is_item and was_item else "\n\n")
            parts.append(text)
            was_item = is_item
    return "".join(parts).strip()


def _written(block: Block, depth: int) -> Iterator[str]:
    if block.rows:
        width = max(map(len, block.rows))
        head, *others = (list(row) + [""] * (width - len(row)) for row in block.rows)
        yield _row(head)
        yield "|" + " --- |" * width
        yield from map(_row, others)
    elif block.mark:
        indent = " " * (3 * depth)
        yield f"{indent}{block.mark} " + f"  \n{indent}  ".join(map(_escaped, block.lines()))
    else:
        yield "  \n".join(map(_escaped, block.lines()))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(_escaped(cell).replace("\n", " ") for cell in cells) + " |"


def _escaped(text: str) -> str:
    return _MARK.sub(r"\\\g<0>", text)
