"""An .odt file as blocks."""

from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from generator.base.text import Bilingual
from generator.targets.incoming.blocks import (
    MOST_COLUMNS,
    Block,
    Incoming,
    clean,
    paragraph,
)
from generator.targets.incoming.package import refused

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
}
_NAMED = {"namespaces": _SPACES}
_ROWS = " | ".join(
    f"./{above}table:table-row" for above in ("", "table:table-header-rows/", "table:table-rows/")
)
_TEXT, _TABLE = (f"{{{_SPACES[name]}}}" for name in ("text", "table"))
_LINES = (f"{_TEXT}p", f"{_TEXT}h")
_SILENT = frozenset(
    {f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{{{_SPACES['office']}}}annotation"}
)
_SIGNS = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": "\t"}
_MOST_SPACES = 200
_CHANGES = Bilingual(
    "có {count} thay đổi đang chờ duyệt (Record Changes): đã lấy như đã nhận",
    "{count} changes await review (Record Changes): taken as accepted",
)
_NOTES = Bilingual("{count} chú thích không được lấy", "{count} footnotes were left out")


def read(name: str, package: ZipFile) -> Incoming:
    """The text of an OpenDocument file; Refused when it is none."""
    if "content.xml" not in package.namelist():
        raise refused(name, "không phải tệp ODT", "no ODT file")
    roots = [
        etree.fromstring(package.read(part), _parser())
        for part in ("content.xml", "styles.xml")
        if part in package.namelist()
    ]
    root = roots[0]
    body = root.find("office:body/office:text", _SPACES)
    if body is None:
        raise refused(name, "không phải văn bản ODT", "no ODT text")
    said = ("".join(line.itertext()) for one in roots for line in one.iter(*_LINES))
    blocks = tuple(_blocks(body))
    return Incoming(blocks, "\n\n".join(said), tuple(_notes(root)))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def _notes(root: etree._Element) -> Iterator[Bilingual]:
    for tag, said in (("changed-region", _CHANGES), ("note", _NOTES)):
        count = sum(1 for _ in root.iter(f"{_TEXT}{tag}"))
        if count:
            yield Bilingual(said.vi.format(count=count), said.en.format(count=count))


def _blocks(body: etree._Element) -> Iterator[Block]:
    for element in body:
        if element.tag in _LINES:
            yield paragraph("".join(_words(element)))
        elif element.tag == f"{_TEXT}list":
            yield from _items(element, 0)
        elif element.tag == f"{_TABLE}table":
            rows = (tuple(map(_cell, _cells(row))) for row in element.xpath(_ROWS, **_NAMED))
            yield Block("", rows=tuple(rows))
        elif element.tag == f"{_TEXT}section":
            yield from _blocks(element)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row, each as often as it is repeated."""
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        times = int(cell.get(f"{_TABLE}number-columns-repeated", 1))
        yield from (cell for _ in range(min(times, MOST_COLUMNS)))


def _cell(cell: etree._Element) -> str:
    return clean("\n".join(_text(one) for one in cell.iter(*_LINES)))


def _items(listed: etree._Element, depth: int) -> Iterator[Block]:
    for item in listed.iterchildren(f"{_TEXT}list-item"):
        lines = [_text(one) for one in item.iterchildren(*_LINES)]
        if lines:
            yield Block(clean("\n".join(lines)), "-", depth)
        for inner in item.iterchildren(f"{_TEXT}list"):
            yield from _items(inner, depth + 1)


def _text(element: etree._Element) -> str:
    return clean("".join(_words(element)))


def _words(element: etree._Element) -> Iterator[str]:
    yield (element.text or "").replace("\n", " ")
    for inner in element:
        if inner.tag not in _SILENT:
            yield _SIGNS.get(inner.tag, "")
            if inner.tag == f"{_TEXT}s":
                yield " " * min(int(inner.get(f"{_TEXT}c", "1")), _MOST_SPACES)
            yield from _words(inner)
        yield (inner.tail or "").replace("\n", " ")
