"""A .txt file as blocks: every line is a paragraph or an item of its own."""

from generator.base.text import Bilingual
from generator.targets.incoming.blocks import Incoming, paragraph
from generator.targets.incoming.encoding import decoded

_ADVICE = Bilingual(
    "mở bằng chương trình đã viết nó, lưu lại bằng UTF-8",
    "open it in the program that wrote it and save it as UTF-8",
)


def read(name: str, content: bytes) -> Incoming:
    """The text of a file; Refused when its letters cannot be read for sure."""
    text = decoded(name, content, _ADVICE)
    return Incoming(tuple(paragraph(line) for line in text.split("\n") if line.strip()), text)
