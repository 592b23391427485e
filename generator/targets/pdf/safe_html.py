"""What HTML may hold before the engine sees it: our own characters, no other styles."""

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

_REFUSED = frozenset({"base", "link", "script", "style"})
_UNSEEN = re.compile("[\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]")
_LONG_WORD = re.compile(r"\S{30}")
_INLINE = frozenset({"a", "b", "code", "em", "i", "span", "strong"})
_GAP = "\u25a1"  # □: printed for a character that the fonts lack


def printable(fonts: Iterable[Path]) -> frozenset[str]:
    """The characters that every one of the fonts has."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  comes with the engine

    tables = [TTFont(path, lazy=True).getBestCmap() for path in fonts]
    return frozenset(map(chr, set(tables[0]).intersection(*tables[1:]))) | frozenset("\n\t\r\f")


def make_safe(root: Element, known: frozenset[str]) -> None:
    """Drop what could bring in other styles or files, and make texts fit for paper."""
    for element in list(root.iter()):
        if str(element.tag).rpartition("}")[2] in _REFUSED:
            element.tag, element.text, element[:] = "span", None, []
            element.attrib.clear()
        _make_printable(element, known)
        _wrap_between(element)


def _make_printable(element: Element, known: frozenset[str]) -> None:
    """Mark characters that the fonts lack, and elements with a word longer than a line may be."""
    element.text = _printed(element.text, known)
    for inner in element:
        inner.tail = _printed(inner.tail, known)
    texts = (element.text, *(inner.tail for inner in element))
    if any(text and _LONG_WORD.search(text) for text in texts):
        element.set("class", f"{element.get('class', '')} long-word")


def _wrap_between(element: Element) -> None:
    """Give text between two inline elements one of its own.

    Where such text turns into the next line, the engine sometimes ends that line after one word.
    """
    inner = list(element)
    for one, following in pairwise(inner):
        tail = one.tail or ""
        if one.tag in _INLINE and following.tag in _INLINE and tail.strip():
            wrapped = Element("span")
            one.tail, wrapped.text, wrapped.tail = _parted(tail)
            element.insert(list(element).index(following), wrapped)


def _parted(text: str) -> tuple[str, str, str]:
    """White space stays outside: inside, the engine ends the line after one word as before."""
    bare = text.strip()
    before, _, after = text.partition(bare)
    return before, bare, after


def _printed(text: str | None, known: frozenset[str]) -> str | None:
    if not text or text.isascii() or known.issuperset(text):
        return text
    return "".join(one if one in known else _GAP for one in _UNSEEN.sub("", text))
