"""An incoming file by its ending: a document as blocks, a table as lines."""

from collections.abc import Callable, Mapping
from xml.parsers.expat import ExpatError
from xml.sax import SAXException
from zipfile import BadZipFile, ZipFile

from lxml.etree import XMLSyntaxError

from generator.targets.incoming import (
    old_letters,
    open_document,
    plain_text,
    sheet,
    word_document,
    workbook,
)
from generator.targets.incoming.blocks import Incoming
from generator.targets.incoming.package import opened, refused
from generator.targets.incoming.sheet import IsHead, Table

_PACKAGES: Mapping[str, Callable[[str, ZipFile], Incoming]] = {
    ".docx": word_document.read,
    ".odt": open_document.read,
}
# What the readers raise on parts that are missing or no XML.
_BROKEN = (
    *(XMLSyntaxError, ExpatError, SAXException, BadZipFile, RecursionError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError),
)
TABLES = (".xlsx", ".csv")
DOCUMENTS = (*_PACKAGES, ".txt")


def document(name: str, content: bytes) -> Incoming:
    """The blocks of a document; Refused when it cannot be read."""
    incoming = _document(name, content)
    old_letters.refuse_old_letters(name, incoming.everything.split("\n"))
    return incoming


def _document(name: str, content: bytes) -> Incoming:
    ending = _ending(name)
    if ending == ".txt":
        return plain_text.read(name, content)
    if ending not in _PACKAGES:
        known = ", ".join((*DOCUMENTS, *TABLES))
        raise refused(name, f"chỉ nhận {known}", f"only {known}")
    with opened(name, content) as package:
        try:
            return _PACKAGES[ending](name, package)
        except _BROKEN as error:
            raise refused(name, "đã hỏng bên trong", "damaged inside") from error


def table(name: str, content: bytes, is_head: IsHead) -> Table:
    """The lines of a table under the row that `is_head` knows; Refused when it cannot be read."""
    found = _table(name, content, is_head)
    lines = (" ".join(line.cells.values()) for line in found.lines)
    old_letters.refuse_old_letters(name, (" ".join(found.heads), *lines))
    return found


def _table(name: str, content: bytes, is_head: IsHead) -> Table:
    if _ending(name) == ".csv":
        return sheet.read_csv(name, content, is_head)
    with opened(name, content) as package:
        return workbook.read(name, package, is_head)


def is_table(name: str) -> bool:
    return _ending(name) in TABLES


def _ending(name: str) -> str:
    return f".{name.rpartition('.')[2].lower()}"
