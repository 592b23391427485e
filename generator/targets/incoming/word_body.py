"""The body of a Word file made ready for mammoth: what it would lose or change is kept or told."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from generator.base.text import Bilingual
from generator.targets.incoming import signs
from generator.targets.incoming.blocks import Told, begun, clean, in_words
from generator.targets.incoming.old_letters import refuse_old_font

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BALLOT = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"
_OFF = frozenset({"0", "false", "none", "off"})
_DEEPEST = 60  # parts of a formula within one another
_PARTING = frozenset({f"{W}tab", f"{W}br", f"{W}cr", f"{W}ptab", f"{W}p", f"{W}tc"})


class Styles(NamedTuple):
    """By the id of a style: whether its text is hidden or struck out, and its font."""

    hidden: frozenset[str]
    struck: frozenset[str]
    fonts: dict[str, str]


_INSERTED = Bilingual(
    "chữ chèn thêm đang chờ duyệt (Track Changes), đã lấy như đã nhận",
    "inserted words await review (Track Changes) and were taken as accepted",
)
_DELETED = Bilingual(
    "chữ xóa đang chờ duyệt (Track Changes), đã bỏ như đã nhận",
    "deleted words await review (Track Changes) and were left out as accepted",
)
_HIDDEN = Bilingual("chữ ẩn không lấy", "hidden words were left out")
_STRUCK = Bilingual("chữ bị gạch ngang không lấy", "struck-out words were left out")
_FORMULA = Bilingual("công thức viết thành một dòng, xem lại", "a formula was put into one line")
_BOX = Bilingual(
    "khung chữ, đã lấy sau đoạn cạnh nó", "a text box was taken behind the paragraph beside it"
)
_SMALL = Bilingual(
    "chữ nâng lên hoặc hạ xuống, lấy như chữ thường",
    "raised or lowered words were taken as ordinary ones",
)
_SIGN = Bilingual("dấu của phông riêng, không rõ là dấu gì", "a sign of a font that nobody knows")


def make_ready(
    name: str, root: etree._Element, styles: etree._Element | None
) -> tuple[Bilingual, ...]:
    """Change the body so that mammoth reads every word that counts; says what was met.

    Refused when words are in letters of an old encoding.
    """
    known = _styles(styles)
    told: list[Told] = []
    _choose(root)
    told.extend(_changes(root))
    for steps in (_formulas, _boxes):
        told.extend(steps(root))
    for run in list(root.iter(f"{W}r")):
        told.extend(_read_run(name, run, known))
    return tuple(in_words(told))


def words_of(element: etree._Element) -> str:
    """The words of an element, parted where Word parts them."""
    parts = (_said_by(node) for node in element.iter())
    return clean("".join(parts))


def _said_by(node: etree._Element) -> str:
    if node.tag in (f"{W}t", f"{W}delText", f"{_MATH}t"):
        return node.text or ""
    return " " if node.tag in _PARTING else ""


def _around(node: etree._Element) -> str:
    paragraph = next(node.iterancestors(f"{W}p"), None)
    return begun(words_of(paragraph)[:80]) if paragraph is not None else ""


# ── styles ───────────────────────────────────────────────────────────────────────────────────


def _styles(root: etree._Element | None) -> Styles:
    """What the styles say, each with the styles that it is based on."""
    if root is None:
        return Styles(frozenset(), frozenset(), {})
    by_id = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
    own = {name: list(_chain(name, by_id)) for name in by_id}
    return Styles(
        frozenset(name for name, chain in own.items() if any(_is(s, "vanish") for s in chain)),
        frozenset(name for name, chain in own.items() if any(map(_is_struck, chain))),
        {name: next(filter(None, map(_font, chain)), "") for name, chain in own.items()},
    )


def _chain(name: str, by_id: dict[str, etree._Element]) -> Iterator[etree._Element]:
    seen: set[str] = set()
    while name in by_id and name not in seen:
        seen.add(name)
        style = by_id[name]
        properties = style.find(f"{W}rPr")
        if properties is not None:
            yield properties
        based = style.find(f"{W}basedOn")
        name = "" if based is None else based.get(f"{W}val", "")


def _is(properties: etree._Element | None, name: str) -> bool:
    found = None if properties is None else properties.find(f"{W}{name}")
    return found is not None and found.get(f"{W}val", "1") not in _OFF


def _is_struck(properties: etree._Element | None) -> bool:
    return _is(properties, "strike") or _is(properties, "dstrike")


def _font(properties: etree._Element | None) -> str:
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    if fonts is None:
        return ""
    return fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""


def _style_ids(run: etree._Element, properties: etree._Element | None) -> list[str]:
    """The styles of a run: its own, then that of its paragraph."""
    own = None if properties is None else properties.find(f"{W}rStyle")
    paragraph = next(run.iterancestors(f"{W}p"), None)
    of_all = None if paragraph is None else paragraph.find(f"{W}pPr/{W}pStyle")
    return [style.get(f"{W}val", "") for style in (own, of_all) if style is not None]


# ── runs ─────────────────────────────────────────────────────────────────────────────────────


def _read_run(name: str, run: etree._Element, styles: Styles) -> Iterator[Told]:
    properties = run.find(f"{W}rPr")
    named = _style_ids(run, properties)
    for mark, of_style, kind in (("vanish", styles.hidden, _HIDDEN), ("", styles.struck, _STRUCK)):
        is_own = _is(properties, mark) if mark else _is_struck(properties)
        is_off = _is_off(properties, (mark,) if mark else ("strike", "dstrike"))
        if is_own or (not is_off and not of_style.isdisjoint(named)):
            if said := words_of(run):
                yield Told(kind, said, _around(run))
            _drop(run)
            return
    font = _font(properties) or next(filter(None, map(styles.fonts.get, named)), "")
    _read_symbols(run)
    for text in run.iter(f"{W}t"):
        yield from _read_text(name, text, properties, font)


def _is_off(properties: etree._Element | None, names: Iterable[str]) -> bool:
    if properties is None:
        return False
    return any(properties.find(f"{W}{n}") is not None and not _is(properties, n) for n in names)


def _read_symbols(run: etree._Element) -> None:
    """Signs that stand as an element of their own become text."""
    for symbol in list(run.iter(f"{W}sym")):
        try:
            letter = chr(int(symbol.get(f"{W}char", ""), 16))
        except (ValueError, OverflowError):
            letter = "\uf000"
        made = etree.Element(f"{W}t")
        made.text = signs.of_font(symbol.get(f"{W}font", ""), letter)
        symbol.getparent().replace(symbol, made)


def _read_text(
    name: str, text: etree._Element, properties: etree._Element | None, font: str
) -> Iterator[Told]:
    said = text.text or ""
    refuse_old_font(name, font, said)
    if signs.is_in_signs(font, said):
        said = signs.of_font(font, said)
    if _is(properties, "caps"):
        said = said.upper()
    raised = None if properties is None else properties.find(f"{W}vertAlign")
    turn = _TURNS.get("" if raised is None else raised.get(f"{W}val", ""))
    turned = turn(said) if turn else said
    if turned is None:
        yield Told(_SMALL, said, _around(text))
    if signs.unknown(said):
        yield Told(_SIGN, said, _around(text))
    text.text = signs.shown(turned or said)


_TURNS: dict[str, Callable[[str], str | None]] = {
    "superscript": signs.raised,
    "subscript": signs.lowered,
}


# ── what stands around the words ─────────────────────────────────────────────────────────────


def _drop(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _unwrap(node: etree._Element) -> None:
    """Put what an element holds into its place."""
    parent = node.getparent()
    at = parent.index(node)
    parent[at : at + 1] = list(node)


def _choose(root: etree._Element) -> None:
    """Of two ways to say one thing the one with words; wrappers that mammoth does not know go."""
    for node in list(root.iter(f"{_CHOICES}AlternateContent")):
        ways = sorted(node, key=lambda way: way.tag != f"{_CHOICES}Fallback")
        chosen = next((way for way in ways if words_of(way)), ways[0] if ways else None)
        node[:] = [] if chosen is None else list(chosen)
        _unwrap(node)
    for tag in ("fldSimple", "dir", "bdo"):
        for node in list(root.iter(f"{W}{tag}")):
            _unwrap(node)
    for node in list(root.iter(_BALLOT)):
        _drop(node)  # its sign is text beside it
    for tag, other in (("cr", "br"), ("ptab", "tab")):
        for node in root.iter(f"{W}{tag}"):
            node.attrib.clear()
            node.tag = f"{W}{other}"


def _changes(root: etree._Element) -> Iterator[Told]:
    for row in [row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}del") is not None]:
        yield Told(_DELETED, words_of(row), "")
        _drop(row)
    for node in list(root.iter(f"{W}del", f"{W}moveFrom")):
        if said := words_of(node):
            yield Told(_DELETED, said, _around(node))
            _drop(node)
    for node in root.iter(f"{W}ins", f"{W}moveTo"):
        if said := words_of(node):
            yield Told(_INSERTED, said, _around(node))


def _boxes(root: etree._Element) -> Iterator[Told]:
    """The paragraphs of a text box behind the paragraph beside which it stands."""
    boxes = [box for box in root.iter(f"{W}txbxContent") if _is_outermost(box)]
    for box in boxes:
        around = next(box.iterancestors(f"{W}p"), None)
        if around is None or not words_of(box):
            continue
        inner = [deepcopy(one) for one in box]
        said = words_of(box)
        _drop(box)
        yield Told(_BOX, said, begun(words_of(around)[:80]))
        for one in reversed(inner):
            around.addnext(one)


def _is_outermost(box: etree._Element) -> bool:
    return next(box.iterancestors(f"{W}txbxContent"), None) is None


def _formulas(root: etree._Element) -> Iterator[Told]:
    for math in [one for one in root.iter(f"{_MATH}oMath") if not _is_in_formula(one)]:
        said = clean(_in_line(math))
        yield Told(_FORMULA, said, _around(math))
        run = etree.Element(f"{W}r")
        text = etree.SubElement(run, f"{W}t")
        text.text = said
        whole = math.getparent()
        math.getparent().replace(math, run)
        if whole.tag == f"{_MATH}oMathPara":
            _unwrap_formula(whole)


def _unwrap_formula(whole: etree._Element) -> None:
    if not whole.findall(f"{_MATH}oMath"):
        for properties in whole.findall(f"{_MATH}oMathParaPr"):
            whole.remove(properties)
        _unwrap(whole)


def _is_in_formula(math: etree._Element) -> bool:
    return next(math.iterancestors(f"{_MATH}oMath"), None) is not None


def _in_line(node: etree._Element, depth: int = 0) -> str:
    """A formula as one line: (a)/(b), √(a), 10⁶; parts that have no sign stand behind ^ and _."""
    name = etree.QName(node).localname if isinstance(node.tag, str) else ""
    if name == "t":
        return node.text or ""
    if depth > _DEEPEST:
        return words_of(node)
    parts = [_in_line(one, depth + 1) for one in node if not str(one.tag).endswith("Pr")]
    if name in ("nary", "d"):
        return _signed(node, name, parts)
    if name in _JOINED and len(parts) > 1:
        return _JOINED[name](parts)
    return "".join(parts)


def _signed(node: etree._Element, name: str, parts: Sequence[str]) -> str:
    """A sum or the like with its bounds, or what stands in brackets, with the signs it names."""
    given = {etree.QName(one).localname: one for one in node.iterfind(f"{_MATH}{name}Pr/*")}

    def sign(key: str, otherwise: str) -> str:
        return given[key].get(f"{_MATH}val", "") if key in given else otherwise

    if name == "d":
        inner = sign("sepChr", "|").join(parts)
        return f"{sign('begChr', '(')}{inner}{sign('endChr', ')')}"
    return f"{sign('chr', '∫')}({', '.join(filter(None, parts))})"


def _grouped(text: str) -> str:
    return text if text.isalnum() else f"({text})"


def _root(parts: Sequence[str]) -> str:
    return f"{signs.raised(parts[0]) or parts[0]}√{_grouped(parts[-1])}"


def _power(base: str, sign: str, text: str) -> str:
    in_signs = (signs.raised if sign == "^" else signs.lowered)(text)
    return f"{base}{in_signs}" if in_signs is not None else f"{base}{sign}{_grouped(text)}"


_JOINED: dict[str, Callable[[Sequence[str]], str]] = {
    "f": lambda parts: f"{_grouped(parts[0])}/{_grouped(parts[1])}",
    "rad": _root,
    "sSup": lambda parts: _power(parts[0], "^", parts[1]),
    "sSub": lambda parts: _power(parts[0], "_", parts[1]),
    "sSubSup": lambda parts: _power(_power(parts[0], "_", parts[1]), "^", parts[-1]),
}
