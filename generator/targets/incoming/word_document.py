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
    Told,
    clean,
    in_words,
    is_page_number,
    missing,
    paragraph,
)
from generator.targets.incoming.numbering import write_numbers
from generator.targets.incoming.package import refused
from generator.targets.incoming.word_body import make_ready, words_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_BODY = "word/document.xml"
_LINES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
# Parts beside the body whose words are not taken: how their names begin, and what they are.
_BESIDE = (
    ("word/header", Bilingual("đầu trang không lấy", "a page head was left out")),
    ("word/footer", Bilingual("chân trang không lấy", "a page foot was left out")),
    ("word/comments", Bilingual("lời bình không lấy", "a comment was left out")),
    ("word/diagrams/data", Bilingual("sơ đồ không lấy", "a diagram was left out")),
    ("word/charts/chart", Bilingual("biểu đồ không lấy", "a chart was left out")),
)
# Parts that are no text: how their names begin, and what to say of their number.
_OBJECTS = (
    ("word/media/", "hình không được lấy", "pictures were left out"),
    ("word/embeddings/", "tệp nhúng không được lấy", "embedded files were left out"),
    ("word/afchunk", "phần văn bản ghép không được lấy", "joined documents were left out"),
    ("word/vbaProject", "mã lệnh (macro) không được lấy", "macros were left out"),
)


def read(name: str, package: ZipFile) -> Incoming:
    """The text of a Word file; Refused when it is none."""
    if _BODY not in package.namelist():
        raise refused(name, "không phải tệp Word (.docx)", "no Word file (.docx)")
    root, styles = _root(package, _BODY), _part(package, "word/styles.xml")
    everything = _everything(package)
    met = make_ready(name, root, styles)
    write_numbers(root, _part(package, "word/numbering.xml"), styles)
    html = mammoth.convert_to_html(
        _with_body(package, root), convert_image=mammoth.images.img_element(lambda _: {})
    ).value
    body = fragment_fromstring(html, create_parent="div")
    blocks = (*_blocks(body), *_notes(body))
    said = (words_of(one) for one in root.iter(f"{_W}p") if not _is_inner(one))
    lost = in_words(missing(said, blocks))
    return Incoming(
        blocks, everything, (*met, *lost, *in_words(_beside(package)), *_objects(package))
    )


def _part(package: ZipFile, name: str) -> etree._Element | None:
    return _root(package, name) if name in package.namelist() else None


def _root(package: ZipFile, name: str) -> etree._Element:
    return etree.fromstring(package.read(name), _parser())


def _with_body(package: ZipFile, root: etree._Element) -> BytesIO:
    """The file with another body, and without what is no text."""
    output = BytesIO()
    with ZipFile(output, "w") as written:
        for entry in package.infolist():
            if entry.filename == _BODY:
                written.writestr(_BODY, etree.tostring(root))
            elif entry.filename.endswith((".xml", ".rels")):
                written.writestr(entry.filename, package.read(entry))
    return output


def _everything(package: ZipFile) -> str:
    names = (n for n in package.namelist() if n.startswith("word/") and n.endswith(".xml"))
    roots = (_root(package, name) for name in names)
    paragraphs = (one for root in roots for one in root.iter(f"{_W}p"))
    return "\n\n".join("".join(text.text or "" for text in p.iter(f"{_W}t")) for p in paragraphs)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


# ── what is not taken ────────────────────────────────────────────────────────────────────────


def _beside(package: ZipFile) -> Iterator[Told]:
    for begin, kind in _BESIDE:
        for name in sorted(package.namelist()):
            if name.startswith(begin) and name.endswith(".xml"):
                for said in _said_in(_root(package, name)):
                    yield Told(kind, said, "")


def _said_in(part: etree._Element) -> Iterator[str]:
    """The texts of a part; a number of a page says nothing."""
    comments = list(part.iter(f"{_W}comment")) or [part]
    for one in comments:
        drawn = " ".join(text.text or "" for text in one.iter(f"{_DRAWN}t"))
        said = words_of(one) or clean(drawn)
        if not is_page_number(said):
            yield f"{said} "


def _objects(package: ZipFile) -> Iterator[Bilingual]:
    for begin, vi, en in _OBJECTS:
        if count := sum(1 for name in package.namelist() if name.startswith(begin)):
            yield Bilingual(f"{count} {vi}", f"{count} {en}")


def _is_inner(paragraph: etree._Element) -> bool:
    return next(paragraph.iterancestors(f"{_W}p"), None) is not None


# ── blocks ───────────────────────────────────────────────────────────────────────────────────


def _notes(body: HtmlElement) -> Iterator[Block]:
    """The footnotes behind the text, each by the number that stands in it."""
    notes = (item for item in body.iter("li") if "note-" in item.get("id", ""))
    for number, note in enumerate(notes, 1):
        yield Block(f"[{number}] {_text(note).rstrip('↑ ')}")


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
    for item in listed.iterchildren("li"):
        if "note-" in item.get("id", ""):
            continue
        text = _text(item, without=("ul", "ol"))
        if text:
            yield Block(text, "-", depth)
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
        if inner.tag == "input":
            yield "☑" if inner.get("checked") is not None else "☐"
        if inner.tag == "br" or (inner.tag in _LINES and inner.getprevious() is not None):
            yield "\n"
        yield from _words(inner, without)
        yield (inner.tail or "").replace("\n", " ")
