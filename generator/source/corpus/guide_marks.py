"""Links, images and raw HTML of a page of the guide, as MkDocs will read it: by Python-Markdown."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from generator.base.prose import MAY_POINT, RAW_HTML, TOO_DEEP, Marks, browser_target

# The library looks at a whole block again for each of its marks and marked lines, and from each
# bracket up to the next that closes it. So many letters are no second; people write a fiftieth.
_MOST_LETTERS_SEEN, _MOST_LETTERS_BETWEEN_BRACKETS = 20_000_000, 1_000_000
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_MARK = re.compile(r"[\\`*_\[<&]|  $|^[ \t]*(?:[-+=>#|]|\d+\.)", re.MULTILINE)
_BRACKET = re.compile(r"\[|\]\(?|\)")


def page_marks(text: str, *extensions: str) -> Marks:
    """Every link, image and piece of raw HTML of a page, outside code, with these extensions."""
    if is_intricate(text):
        return Marks(is_intricate=True)
    if not MAY_POINT.search(text):
        return Marks()
    markdown = Markdown(extensions=["tables", *extensions])
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    collector = _Collector(markdown)
    # It runs after all others, when escapes and entities are resolved.
    markdown.treeprocessors.register(collector, "collect", -10)
    markdown.convert(text)
    return Marks(tuple(collector.links), tuple(collector.images), tuple(collector.raw_html))


class _Collector(Treeprocessor):
    """What the finished tree points to."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)
        self.links: list[str] = []
        self.images: list[str] = []
        self.raw_html: list[str] = []

    def run(self, root: Element) -> None:
        for element in root.iter():
            for text in (element.text, element.tail):  # the contents of code are escaped already
                self.raw_html += RAW_HTML.findall(text or "")
            if element.tag == "a":
                self.links.append(_target(element, "href"))
            elif element.tag == "img":
                self.images.append(_target(element, "src"))


def _target(element: Element, key: str) -> str:
    return browser_target(element.get(key, "").replace(AMP_SUBSTITUTE, "&"))


def is_intricate(text: str) -> bool:
    """Whether so many marks stand close together that only a machine, or a mistake, wrote them.

    The library would need minutes or hours for such a text, or all the depth of the interpreter.
    """
    if TOO_DEEP.search(text):
        return True
    blocks = _BLANK_LINES.split(text)
    seen = sum(len(block) * len(_MARK.findall(block)) for block in blocks) + len(blocks) ** 2
    between_brackets = sum(map(_letters_between_brackets, blocks))
    return seen > _MOST_LETTERS_SEEN or between_brackets > _MOST_LETTERS_BETWEEN_BRACKETS


def _letters_between_brackets(block: str) -> int:
    """From each opening bracket to the one that closes it, or else to the end of the block."""
    count, opened, targets = 0, list[int](), list[int]()
    for bracket in _BRACKET.finditer(block):
        if bracket[0] == "[":
            opened.append(bracket.start())
            continue
        waiting = targets if bracket[0] == ")" else opened
        count += bracket.start() - waiting.pop() if waiting else 0
        if bracket[0] == "](":
            targets.append(bracket.start())
    return count + sum(len(block) - start for start in (*opened, *targets))
