"""The attachments that were issued, every one that ever had a name."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator.base.diagnostics import BulletinError
from generator.base.digest import digest_bytes
from generator.model.edition import places_of
from generator.model.ledger import Ledger
from generator.targets.output import Made, Output


def attachments(root: Path, ledger: Ledger) -> Iterator[Output]:
    for (name, sha256), path in ledger.files.items():
        make = partial(_copied, root, name, sha256)
        yield Output(f"attachments/{path}", sha256, make)


def _copied(root: Path, name: str, sha256: str) -> Made:
    for place in places_of(name, sha256):
        source = root / place
        content = source.read_bytes() if source.is_file() else b""
        if digest_bytes(content) == sha256:
            return Made(content)
    raise BulletinError(
        f"Tệp kèm theo {name} không còn đúng như lúc phát hành.",
        f"The attachment {name} is not as it was issued.",
    )
