"""The issued attachments, under every address that an edition ever gave them."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator.base.diagnostics import BulletinError
from generator.base.digest import digest_bytes
from generator.model.edition.edition import places_of
from generator.model.ledger.ledger import Ledger
from generator.targets.build.output import FileContent, Output


def attachments(root: Path, ledger: Ledger) -> Iterator[Output]:
    for (name, sha256), path in ledger.files.items():
        make = partial(_attachment_content, root, name, sha256)
        yield Output(f"attachments/{path}", sha256, make)


def _attachment_content(root: Path, name: str, sha256: str) -> FileContent:
    return FileContent(issued_file(root, name, sha256))


def issued_file(root: Path, name: str, sha256: str) -> bytes:
    """The bytes of an attachment as issued; BulletinError when no file has the issued digest.

    Symbolic links are not followed, and no file outside the attachment's folder is read.
    """
    for place in places_of(name, sha256):
        source = root / place
        is_own = source.resolve() == root.resolve() / place and source.is_file()
        content = source.read_bytes() if is_own else b""
        if digest_bytes(content) == sha256:
            return content
    raise BulletinError(
        f"Tệp kèm theo {name} không còn đúng như lúc phát hành.",
        f"The attachment {name} is not as it was issued.",
    )
