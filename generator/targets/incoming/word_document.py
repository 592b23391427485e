"""A .docx file as blocks: mammoth reads it, with changes and comments left out and told."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import mammoth
from lxml import etree
from lxml.html import HtmlElement, fragment_fromstring

from generator.base.text import Bilingual
from generator.targets.incoming.blocks import (
    MOST_COLUMNS,
    Block,
    Incoming,
    clean,
    numbered,
    paragraph,
)
from generator.targets.incoming.package import refused

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_LINES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
# What is in a file and not in the text that is taken from it: the elements, and what to say.
_TOLD = (
    (
        ("ins", "moveTo"),
        Bilingual(
            "có {count} chỗ chèn thêm đang chờ duyệt (Track Changes): đã lấy như đã nhận",
            "{count} insertions await review (Track Changes): taken as accepted",
        ),
    ),
    (
        ("del", "moveFrom"),
        Bilingual(
            "có {count} chỗ xóa đang chờ duyệt (Track Changes): đã bỏ như đã nhận",
            "{count} deletions await review (Track Changes): left out as accepted",
        ),
    ),
    (
        ("commentReference",),
        Bilingual("{count} lời bình không được lấy", "{count} comments were left out"),
    ),
    (
        ("footnoteReference", "endnoteReference"),
        Bilingual(
            "có {count} chú thích: chỉ giữ số, không lấy chữ",
            "{count} footnotes: only their numbers are kept",
        ),
    ),
    (
        ("txbxContent",),
        Bilingual(
            "có {count} khung chữ: xem lại, có thể thiếu hoặc lặp chữ",
            "{count} text boxes: look again, words may be missing or twice",
        ),
    ),
    (("drawing", "pict"), Bilingual("{count} hình không được lấy", "{count} pictures left out")),
)


def read(name: str, package: ZipFile) -> Incoming:
    """The text of a Word file; Refused when it is none."""
    if _BODY not in package.namelist():
        raise refused(name, "không phải tệp Word (.docx)", "no Word file (.docx)")
    root = etree.fromstring(package.read(_BODY), _parser())
    assert package.fp is not None  # noqa: S101  it was opened from bytes
    package.fp.seek(0)
    html = mammoth.convert_to_html(
        BytesIO(package.fp.read()), convert_image=mammoth.images.img_element(lambda _: {})
    ).value
    body = fragment_fromstring(html, create_parent="div")
    blocks = tuple(_blocks(body))
    counted = numbered(sum(1 for block in blocks if block.mark not in ("", "-")))
    return Incoming(blocks, _everything(package), (*_notes(root), *counted))


def _everything(package: ZipFile) -> str:
    names = (n for n in package.namelist() if n.startswith("word/") and n.endswith(".xml"))
    roots = (etree.fromstring(package.read(name), _parser()) for name in names)
    paragraphs = (one for root in roots for one in root.iter(f"{_W}p"))
    return "\n\n".join("".join(text.text or "" for text in p.iter(f"{_W}t")) for p in paragraphs)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def _notes(root: etree._Element) -> Iterator[Bilingual]:
    for names, said in _TOLD:
        count = sum(1 for name in names for _ in root.iter(f"{_W}{name}"))
        if count:
            yield Bilingual(said.vi.format(count=count), said.en.format(count=count))


def _blocks(body: HtmlElement) -> Iterator[Block]:
    for element in body:
        if element.tag == "table":
            yield Block("", rows=tuple(_rows(element)))
        elif element.tag in ("ul", "ol"):
            yield from _items(element, 0)
        elif element.tag in _LINES:
            yield paragraph("".join(_words(element, ())))


def _rows(table: HtmlElement) -> Iterator[tuple[str, ...]]:
    """The rows; where a cell spans others, these are empty and all stand in their columns."""
    held: dict[int, int] = {}  # by column, how many rows a cell above still reaches down

    def covered(column: int) -> bool:
        held[column] = held.get(column, 0) - 1
        return held[column] >= 0

    for row in table.xpath("./tr | ./thead/tr | ./tbody/tr"):  # not those of a table in a cell
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            while covered(len(cells)):
                cells.append("")
            for number in range(min(int(cell.get("colspan", 1)), MOST_COLUMNS)):
                held[len(cells)] = int(cell.get("rowspan", 1)) - 1
                cells.append("" if number else _text(cell))
        while covered(len(cells)):
            cells.append("")
        yield tuple(cells)


def _items(listed: HtmlElement, depth: int) -> Iterator[Block]:
    items = (item for item in listed.iterchildren("li") if "note-" not in item.get("id", ""))
    for number, item in enumerate(items, 1):
        mark = "-" if listed.tag == "ul" else f"{number}."
        yield Block(_text(item, without=("ul", "ol")), mark, depth)
        for inner in item.iterchildren("ul", "ol"):
            yield from _items(inner, depth + 1)


def _text(element: HtmlElement, without: tuple[str, ...] = ()) -> str:
    """The words of an element; paragraphs and breaks inside it are line ends."""
    return clean("".join(_words(element, without)))


def _words(element: HtmlElement, without: tuple[str, ...]) -> Iterator[str]:
    yield (element.text or "").replace("\n", " ")
    for inner in element:
        if inner.tag in without:
            continue
        if inner.tag == "br" or (inner.tag in _LINES and inner.getprevious() is not None):
            yield "\n"
        yield from _words(inner, without)
        yield (inner.tail or "").replace("\n", " ")
