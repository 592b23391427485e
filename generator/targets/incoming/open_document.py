"""An .odt file as blocks."""

from collections.abc import Iterable, Iterator, Sequence
from zipfile import ZipFile

from lxml import etree

from generator.targets.incoming.blocks import (
    MOST_COLUMNS,
    Block,
    Incoming,
    clean,
    in_words,
    missing,
    paragraph,
)
from generator.targets.incoming.numbering import BULLET, Counts, Level, Levels, open_levels
from generator.targets.incoming.open_body import (
    SPACES,
    TEXT,
    beside,
    is_inner,
    looks,
    make_ready,
    words,
    words_of,
)
from generator.targets.incoming.package import refused

_TABLE, _STYLE = f"{{{SPACES['table']}}}", f"{{{SPACES['style']}}}"
_LINES = (f"{TEXT}p", f"{TEXT}h")
_ROWS = f"{_TABLE}table-row"
_MARKED = ("-", "–", "•", "+")
_SILENT = frozenset(
    {f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{TEXT}variable-decls"}
    | {f"{{{SPACES['office']}}}forms", f"{{{SPACES['office']}}}annotation"}
)


def read(name: str, package: ZipFile) -> Incoming:
    """The text of an OpenDocument file; Refused when it is none."""
    if "content.xml" not in package.namelist():
        raise refused(name, "không phải tệp ODT", "no ODT file")
    roots = [
        etree.fromstring(package.read(part), _parser())
        for part in ("content.xml", "styles.xml")
        if part in package.namelist()
    ]
    body = roots[0].find("office:body/office:text", SPACES)
    if body is None:
        raise refused(name, "không phải văn bản ODT", "no ODT text")
    everything = "\n\n".join("".join(p.itertext()) for root in roots for p in root.iter(*_LINES))
    met, footnotes = make_ready(name, body, looks(roots))
    reader = _Reader(roots)
    blocks = (*reader.blocks(body), *map(Block, footnotes))
    said = (words_of(p) for p in body.iter(*_LINES) if not is_inner(p, _SILENT))
    told = (*met, *in_words(missing(said, blocks)), *beside(roots, package))
    return Incoming(blocks, everything, told)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


class _Reader:
    """Reads the blocks of a body in order, and counts its lists."""

    def __init__(self, roots: Sequence[etree._Element]) -> None:
        self._levels: dict[str, Levels] = {
            style.get(f"{_STYLE}name", ""): dict(open_levels(style))
            for root in roots
            for style in root.iter(f"{TEXT}list-style")
        }
        self._counts: dict[str, Counts] = {}

    def blocks(self, body: Iterable[etree._Element]) -> Iterator[Block]:
        for element in body:
            if element.tag in _LINES:
                yield paragraph(words(element))
            elif element.tag == f"{TEXT}list":
                yield from self._listed(element)
            elif element.tag == f"{_TABLE}table":
                rows = (tuple(map(_cell, _cells(row))) for row in _rows(element))
                yield Block("", rows=tuple(rows))
            elif element.tag not in _SILENT:  # a section, an index, a group
                yield from self.blocks(element)

    def _listed(self, listed: etree._Element) -> Iterator[Block]:
        """A list; it goes on from the last one of its style if it says so."""
        style = listed.get(f"{TEXT}style-name", "")
        goes_on = listed.get(f"{TEXT}continue-numbering") == "true" or (
            listed.get(f"{TEXT}continue-list") is not None
        )
        if not goes_on or style not in self._counts:
            self._counts[style] = Counts()
        yield from self._items(listed, style, 0)

    def _items(self, listed: etree._Element, style: str, depth: int) -> Iterator[Block]:
        levels = self._levels.get(listed.get(f"{TEXT}style-name", style), {})
        for item in listed.iterchildren(f"{TEXT}list-item", f"{TEXT}list-header"):
            label = self._label(item, levels, style, depth)
            for inner in item:
                if inner.tag == f"{TEXT}list":
                    yield from self._items(inner, style, depth + 1)
                elif inner.tag in _LINES:
                    yield from _item(words(inner), label, depth)
                    label = ""
                else:
                    yield from self.blocks([inner])

    def _label(self, item: etree._Element, levels: Levels, style: str, depth: int) -> str:
        level = levels.get(depth, Level(BULLET, ""))
        has_words = any(one.tag in _LINES for one in item)
        if not has_words or item.tag == f"{TEXT}list-header":
            return ""
        if level.form == BULLET:
            return "-"
        start = item.get(f"{TEXT}start-value", "")
        if start.isdecimal():
            self._counts[style].restart(depth, int(start[:6]))
        return self._counts[style].label(levels, depth)


def _item(text: str, label: str, depth: int) -> Iterator[Block]:
    """A paragraph of an item: the first has its bullet or number."""
    if label in _MARKED:
        yield Block(clean(text), "-", depth)
    else:
        yield Block(clean(f"{label} {text}"))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, not those of a table in a cell."""
    for row in table.iter(_ROWS):
        if next(row.iterancestors(f"{_TABLE}table")) is table:
            yield row


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row, each as often as it is repeated."""
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        times = int(cell.get(f"{_TABLE}number-columns-repeated", 1))
        yield from (cell for _ in range(min(times, MOST_COLUMNS)))


def _cell(cell: etree._Element) -> str:
    return clean("\n".join(words(one) for one in cell.iter(*_LINES)))
