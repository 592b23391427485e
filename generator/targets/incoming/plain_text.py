"""A .txt file as blocks: paragraphs stand between empty lines, else every line is one."""

import re

from generator.targets.incoming.blocks import Incoming, paragraph
from generator.targets.incoming.package import refused

_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_OWN_LINE = re.compile(r"\n(?=[ \t]*(?:[-–+•]|[0-9]+[.)]|[a-zđ]\)|[IVX]+\.)[ \t])")
_MARKS = (("\ufeff".encode(), "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read(name: str, content: bytes) -> Incoming:
    """The text of a file; Refused when its letters cannot be read for sure."""
    encoding = next((named for mark, named in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise refused(
            name,
            "không phải chữ UTF-8 (có thể là bảng mã TCVN3, VNI); mở bằng chương trình đã viết nó,"
            " lưu lại bằng UTF-8",
            "not in UTF-8 (perhaps TCVN3 or VNI); open it in the program that wrote it and save it"
            " as UTF-8",
        ) from error
    parting = _EMPTY_LINE if _EMPTY_LINE.search(text.strip()) else re.compile("\n")
    parts = (line for part in parting.split(text) for line in _OWN_LINE.split(part))
    return Incoming(tuple(paragraph(part) for part in parts if part.strip()), text)
