"""Words in a PDF attachment beside its pages: metadata, notes, fields, bookmarks, descriptions."""

import re
from collections.abc import Iterator
from html import unescape

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject, TextStringObject

from generator.source.corpus.pdf_actions import dictionaries

# Keys whose values are made by programs for programs; every other text may be a person's.
_OF_MACHINES = frozenset(
    {"/ID", "/NM", "/Lang", "/CheckSum", "/Cert"}
    | {"/M", "/ModDate", "/CreationDate", "/LastModified"}
    | {"/DA", "/DS", "/FontFamily", "/CharSet", "/Panose", "/Registry", "/Ordering"}
    | {"/OutputConditionIdentifier", "/RegistryName"}
)
_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r"""\s(?!xmlns|x:xmptk)[\w.:-]+=(?:"([^"]*)"|'([^']*)')""")
_OF_XMP = re.compile(r"^(?:uuid:|xmp\.|urn:|https?://|adobe:)|^\d{4}-\d\d-\d\dT")


def beside_the_pages(reader: PdfReader) -> Iterator[str]:
    """Every text outside the pages that a reading program can show or a search can find."""
    for part in dictionaries(reader):
        if part.get("/Type") == "/Metadata" and isinstance(part, StreamObject):
            yield from _of_xmp(part.get_data().decode("utf-8", "replace"))
        is_seal = part.get("/Type") == "/Sig"
        for key in part:
            if key not in _OF_MACHINES and not (is_seal and key == "/Contents"):
                yield from _texts(part, key)


def _texts(part: DictionaryObject, key: str) -> Iterator[str]:
    value = part[key]
    waiting = list(value) if isinstance(value, ArrayObject) else [value]
    for item in waiting:
        if isinstance(item, TextStringObject):
            yield str(item)
        elif isinstance(item, ArrayObject):  # a choice of a field: what is sent, what is shown
            yield from (str(one) for one in item if isinstance(one, TextStringObject))


def _of_xmp(packet: str) -> Iterator[str]:
    """The values of a packet of metadata: between tags, and in their attributes."""
    tags = [tag for tag in _TAG.findall(packet) if not tag.startswith("<?")]
    in_tags = (first or second for tag in tags for first, second in _ATTRIBUTE.findall(tag))
    for value in (*_TAG.sub("\n", packet).split("\n"), *in_tags):
        if value.strip() and not _OF_XMP.match(value.strip()):
            yield unescape(value.strip())
