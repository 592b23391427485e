"""The body of an .odt file made ready: what is hidden, struck out, raised or beside it is told."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree

from generator.base.text import Bilingual
from generator.targets.incoming import signs
from generator.targets.incoming.blocks import Told, begun, clean, in_words, is_page_number
from generator.targets.incoming.old_letters import refuse_old_font

SPACES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for name in ("office", "text", "table", "style")
} | {
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
}
TEXT, _OFFICE, _STYLE, _DRAW, _FO = (
    f"{{{SPACES[name]}}}" for name in ("text", "office", "style", "draw", "fo")
)
_LINES = (f"{TEXT}p", f"{TEXT}h")
_SIGNS = {f"{TEXT}line-break": "\n", f"{TEXT}tab": "\t"}
_MOST_SPACES = 200
_CHANGED = Bilingual(
    "có {count} chỗ chèn thêm đang chờ duyệt (Record Changes), đã lấy như đã nhận",
    "{count} insertions await review (Record Changes) and were taken as accepted",
)
_DELETED = Bilingual(
    "chữ xóa đang chờ duyệt (Record Changes), đã bỏ như đã nhận",
    "deleted words await review (Record Changes) and were left out as accepted",
)
_HIDDEN = Bilingual("chữ ẩn không lấy", "hidden words were left out")
_STRUCK = Bilingual("chữ bị gạch ngang không lấy", "struck-out words were left out")
_SMALL = Bilingual(
    "chữ nâng lên hoặc hạ xuống, lấy như chữ thường",
    "raised or lowered words were taken as ordinary ones",
)
_COMMENT = Bilingual("lời bình không lấy", "a comment was left out")
_BOX = Bilingual(
    "khung chữ, đã lấy sau đoạn cạnh nó", "a text box was taken behind the paragraph beside it"
)
_OBJECT = Bilingual(
    "công thức hoặc đối tượng nhúng không lấy", "a formula or embedded object was left out"
)
_HEADS = {
    f"{_STYLE}{name}": kind
    for start, kind in (
        ("header", Bilingual("đầu trang không lấy", "a page head was left out")),
        ("footer", Bilingual("chân trang không lấy", "a page foot was left out")),
    )
    for name in (start, f"{start}-left", f"{start}-first")
}


class Look(NamedTuple):
    """What a style says of its words; None where it says nothing."""

    is_hidden: bool | None = None
    is_struck: bool | None = None
    position: str = ""
    font: str = ""
    is_in_capitals: bool = False


def looks(roots: Sequence[etree._Element]) -> dict[str, Look]:
    """The look of every style of text, each with what it is derived from."""
    own = {
        style.get(f"{_STYLE}name", ""): style
        for root in roots
        for style in root.iter(f"{_STYLE}style")
    }
    return {name: _look(name, own) for name in own}


def _look(name: str, own: Mapping[str, etree._Element]) -> Look:
    look, seen = Look(), set[str]()
    while name in own and name not in seen:
        seen.add(name)
        properties = own[name].find("style:text-properties", SPACES)
        if properties is not None:
            look = _under(look, properties)
        name = own[name].get(f"{_STYLE}parent-style-name", "")
    return look


def _under(look: Look, properties: etree._Element) -> Look:
    """A look with what a style says from which it is derived."""
    display = properties.get(f"{TEXT}display")
    line = properties.get(f"{_STYLE}text-line-through-style")
    hidden = None if display is None else display == "none"
    struck = None if line is None else line != "none"
    return Look(
        look.is_hidden if look.is_hidden is not None else hidden,
        look.is_struck if look.is_struck is not None else struck,
        look.position or properties.get(f"{_STYLE}text-position", ""),
        look.font or properties.get(f"{_STYLE}font-name", ""),
        look.is_in_capitals or properties.get(f"{_FO}text-transform") == "uppercase",
    )


def make_ready(
    name: str, body: etree._Element, known: Mapping[str, Look]
) -> tuple[tuple[Bilingual, ...], tuple[str, ...]]:
    """Change the body so that its words are those that people see; what was met, the footnotes."""
    told = [*_changes(body), *_comments(body)]
    footnotes = tuple(_footnotes(body))
    told.extend(_boxes(body))
    for node in list(body.iter(*_LINES, f"{TEXT}span", f"{TEXT}a", f"{TEXT}hidden-text")):
        told.extend(_read_words(name, node, known))
    inserted = sum(1 for _ in body.iter(f"{TEXT}insertion"))
    counted = [Bilingual(_CHANGED.vi.format(count=inserted), _CHANGED.en.format(count=inserted))]
    return (*in_words(told), *(counted if inserted else ())), footnotes


def _read_words(name: str, node: etree._Element, known: Mapping[str, Look]) -> Iterator[Told]:
    look = known.get(node.get(f"{TEXT}style-name", ""), Look())
    is_hidden = look.is_hidden or node.tag == f"{TEXT}hidden-text"
    kind = _HIDDEN if is_hidden else _STRUCK if look.is_struck else None
    if kind:
        if said := words_of(node):
            yield Told(kind, said, _around(node))
        _empty(node)
        return
    refuse_old_font(name, look.font, words_of(node))
    turn = _TURNS.get(look.position.split(" ")[0]) or _by_percent(look.position)
    if turn and turn(words_of(node)) is None:
        yield Told(_SMALL, words_of(node), _around(node))
    elif turn:
        _change(node, lambda text: turn(text) or text)
    if look.is_in_capitals:
        _change(node, str.upper)
    _change(node, signs.shown)
    if signs.is_in_signs(look.font, words_of(node)):
        _change(node, lambda text: signs.of_font(look.font, text))


Turn = Callable[[str], str | None]
_TURNS: Mapping[str, Turn] = {"super": signs.raised, "sub": signs.lowered}


def _by_percent(position: str) -> Turn | None:
    """A position such as `33% 58%` raises, `-33% 58%` lowers."""
    first = position.split(" ", maxsplit=1)[0].removesuffix("%")
    if not first.removeprefix("-").isdecimal() or not int(first):
        return None
    return signs.lowered if first.startswith("-") else signs.raised


def _change(node: etree._Element, turn: Callable[[str], str]) -> None:
    """Change every text inside an element."""
    for one in node.iter():
        if one.text:
            one.text = turn(one.text)
        if one is not node and one.tail:
            one.tail = turn(one.tail)


def _empty(node: etree._Element) -> None:
    node[:] = []
    node.text = ""


def _drop(node: etree._Element) -> None:
    """Take an element out; the words behind it stay."""
    parent, before = node.getparent(), node.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (node.tail or "")
    else:
        parent.text = (parent.text or "") + (node.tail or "")
    parent.remove(node)


def words_of(node: etree._Element) -> str:
    return clean(" ".join(words(node).split()))


def words(node: etree._Element) -> str:
    """The words inside an element, with its tabs, spaces and line ends."""
    parts = [(node.text or "").replace("\n", " ")]
    for inner in node:
        parts.append(_SIGNS.get(inner.tag, ""))
        if inner.tag == f"{TEXT}s":
            count = inner.get(f"{TEXT}c", "1")
            parts.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
        parts.extend((words(inner), (inner.tail or "").replace("\n", " ")))
    return "".join(parts)


def is_inner(paragraph: etree._Element, silent: Collection[str]) -> bool:
    """Whether a paragraph is part of another, or of what is no text."""
    return any(one.tag in silent or one.tag in _LINES for one in paragraph.iterancestors())


def _around(node: etree._Element) -> str:
    lines = (one for one in node.iterancestors(*_LINES))
    around = next(lines, None)
    return begun(words_of(around)) if around is not None else ""


# ── what stands beside the words ─────────────────────────────────────────────────────────────


def _changes(body: etree._Element) -> Iterator[Told]:
    for deleted in body.iter(f"{TEXT}deletion"):
        lines = " ".join(words_of(line) for line in deleted.iter(*_LINES))
        if lines:
            yield Told(_DELETED, f"{lines} ", "")


def _comments(body: etree._Element) -> Iterator[Told]:
    for comment in list(body.iter(f"{_OFFICE}annotation")):
        said = " ".join(words_of(line) for line in comment.iter(*_LINES))
        yield Told(_COMMENT, said, "")
        _drop(comment)


def _footnotes(body: etree._Element) -> Iterator[str]:
    """The footnotes as lines of their own; a number stands in their place."""
    for number, note in enumerate(list(body.iter(f"{TEXT}note")), 1):
        said = " ".join(words_of(line) for line in note.iter(*_LINES))
        yield f"[{number}] {said}"
        note.tail = f"[{number}]{note.tail or ''}"
        _drop(note)


def _boxes(body: etree._Element) -> Iterator[Told]:
    """Paragraphs inside a paragraph, as in a frame or a shape, go behind it."""
    for line in list(body.iter(*_LINES)):
        inner = [one for one in line.iterdescendants(*_LINES) if _nearest(one) is line]
        for one in reversed(inner):
            yield Told(_BOX, words_of(one), begun(words_of(line)))
            _drop(one)
            one.tail = None
            line.addnext(one)


def _nearest(line: etree._Element) -> etree._Element | None:
    return next(line.iterancestors(*_LINES), None)


def beside(roots: Sequence[etree._Element], package: ZipFile) -> Iterator[Bilingual]:
    """Heads and feet of pages, embedded objects and pictures, told."""
    told = [
        Told(kind, f"{said} ", "")
        for root in roots
        for tag, kind in _HEADS.items()
        for node in root.iter(tag)
        if not is_page_number(said := " ".join(words_of(line) for line in node.iter(*_LINES)))
    ]
    for name in package.namelist():
        if name.startswith("Object") and name.endswith("/content.xml"):
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            said = " ".join(etree.fromstring(package.read(name), parser).itertext())
            told.append(Told(_OBJECT, f"{said} ", ""))
    yield from in_words(told)
    if count := sum(1 for name in package.namelist() if name.startswith("Pictures/")):
        yield Bilingual(f"{count} hình không được lấy", f"{count} pictures were left out")
    if any(name.startswith("Basic/") for name in package.namelist()):
        yield Bilingual("mã lệnh (macro) không được lấy", "macros were left out")
