"""Content digests: equal content has an equal digest on every machine."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import orjson

Json = Mapping[str, Any]
MARK_LENGTH = 12  # digits of the check mark that pages and papers print


def canonical(value: object) -> bytes:
    """The canonical JSON of RFC 8785, for the values that records hold.

    orjson sorts by code point and writes the short escapes, which is RFC 8785 for text, integers,
    booleans, lists and mappings with keys inside the basic plane; records hold no decimal numbers.
    """
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def digest(value: object) -> str:
    return "sha256:" + hashlib.sha256(canonical(value)).hexdigest()


def digest_bytes(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()


def digest12(digest: str) -> str:
    """The first 12 hex digits of a digest: the check mark that pages and papers print."""
    return digest.removeprefix("sha256:")[:MARK_LENGTH]


def blob_ids(content: bytes) -> Iterator[str]:
    """The digests under which git may hold a file, in either sort of repository."""
    for written in (content, content.replace(b"\r\n", b"\n")):
        blob = b"blob %d\0%b" % (len(written), written)
        yield hashlib.sha1(blob, usedforsecurity=False).hexdigest()
        yield hashlib.sha256(blob).hexdigest()
