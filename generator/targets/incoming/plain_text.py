"""A .txt file as blocks: paragraphs stand between empty lines, else every line is one."""

import re

from generator.base.text import Bilingual
from generator.targets.incoming.blocks import Incoming, paragraph
from generator.targets.incoming.encoding import decoded

_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_OWN_LINE = re.compile(r"\n(?=[ \t]*(?:[-–+•]|[0-9]+[.)]|[a-zđ]\)|[IVX]+\.)[ \t])")
_ADVICE = Bilingual(
    "mở bằng chương trình đã viết nó, lưu lại bằng UTF-8",
    "open it in the program that wrote it and save it as UTF-8",
)


def read(name: str, content: bytes) -> Incoming:
    """The text of a file; Refused when its letters cannot be read for sure."""
    text = decoded(name, content, _ADVICE)
    parting = _EMPTY_LINE if _EMPTY_LINE.search(text.strip()) else re.compile("\n")
    parts = (line for part in parting.split(text) for line in _OWN_LINE.split(part))
    return Incoming(tuple(paragraph(part) for part in parts if part.strip()), text)
