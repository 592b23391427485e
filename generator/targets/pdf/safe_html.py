"""Makes HTML safe for the engine: only printable characters, no foreign styles or files."""

import re
from itertools import pairwise
from xml.etree.ElementTree import Element

from generator.model.record.letters import printable

_REFUSED = frozenset({"base", "link", "script", "style"})
_LONG_WORD = re.compile(r"\S{30}")
_INLINE = frozenset({"a", "b", "code", "em", "i", "span", "strong"})


def make_safe(root: Element) -> None:
    """Remove elements that could load styles or files, and prepare texts for paper."""
    for element in list(root.iter()):
        if str(element.tag).rpartition("}")[2] in _REFUSED:
            element.tag, element.text, element[:] = "span", None, []
            element.attrib.clear()
        _make_printable(element)
        _wrap_between(element)


def _make_printable(element: Element) -> None:
    """Name signs that no face has; give elements with an overlong word a class."""
    element.text = printable(element.text or "")
    for inner in element:
        inner.tail = printable(inner.tail or "")
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
