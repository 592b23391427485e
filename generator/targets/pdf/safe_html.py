"""Makes HTML safe for the engine: only printable characters, no foreign styles or files."""

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

_REFUSED = frozenset({"base", "link", "script", "style"})
_INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]")
_LONG_WORD = re.compile(r"\S{30}")
_INLINE = frozenset({"a", "b", "code", "em", "i", "span", "strong"})
_MISSING_LETTER = "\u25a1"  # □: printed for a character that the fonts lack


def printable(fonts: Iterable[Path]) -> frozenset[str]:
    """The characters that all of the fonts contain."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  comes with the engine

    tables = [TTFont(path, lazy=True).getBestCmap() for path in fonts]
    return frozenset(map(chr, set(tables[0]).intersection(*tables[1:]))) | frozenset("\n\t\r\f")


def make_safe(root: Element, printable_letters: frozenset[str]) -> None:
    """Remove elements that could load styles or files, and prepare texts for paper."""
    for element in list(root.iter()):
        if str(element.tag).rpartition("}")[2] in _REFUSED:
            element.tag, element.text, element[:] = "span", None, []
            element.attrib.clear()
        _make_printable(element, printable_letters)
        _wrap_between(element)


def _make_printable(element: Element, printable_letters: frozenset[str]) -> None:
    """Replace characters that the fonts lack; give elements with an overlong word a class."""
    element.text = _printable_text(element.text, printable_letters)
    for inner in element:
        inner.tail = _printable_text(inner.tail, printable_letters)
    texts = (element.text, *(inner.tail for inner in element))
    if any(text and _LONG_WORD.search(text) for text in texts):
        element.set("class", f"{element.get('class', '')} long-word")


def _wrap_between(element: Element) -> None:
    """Wrap the text between two inline elements in an element of its own.

    Where such text continues on the next line, the engine sometimes ends that line after a word.
    """
    inner = list(element)
    for first, following in pairwise(inner):
        tail = first.tail or ""
        if first.tag in _INLINE and following.tag in _INLINE and tail.strip():
            wrapped = Element("span")
            first.tail, wrapped.text, wrapped.tail = _split_spaces(tail)
            element.insert(list(element).index(following), wrapped)


def _split_spaces(text: str) -> tuple[str, str, str]:
    """(space, text, space): the space must stay outside the new element, else it does not help."""
    bare = text.strip()
    before, _, after = text.partition(bare)
    return before, bare, after


def _printable_text(text: str | None, printable_letters: frozenset[str]) -> str | None:
    if not text or text.isascii() or printable_letters.issuperset(text):
        return text
    return "".join(
        letter if letter in printable_letters else _MISSING_LETTER
        for letter in _INVISIBLE.sub("", text)
    )
