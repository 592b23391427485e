"""The options of a build, and the digest of everything that it reads."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from generator.model.record.record import Circulation
from generator.resources import code_digest, theme_digest
from generator.source.files.retirements import retiring_files
from generator.workspace import DiskWorkspace, moment_of_run

_FOLDERS_READ = (
    "content/attachments",
    "content/editions",
    "content/guide",
    "content/recalls",
    "content/registry",
)


@dataclass(frozen=True, slots=True)
class Wish:
    """The options that an editor may give to a build."""

    at: str | None = None
    circulation: Circulation = Circulation.INTERNAL
    with_pdf: bool = True


def inputs_of(root: Path, wish: Wish) -> str:
    """The digest of everything that a build reads, except the moment."""
    digest = hashlib.sha256(
        f"{code_digest()} {theme_digest()} {wish.circulation} {wish.with_pdf}".encode()
    )
    for folder in _FOLDERS_READ:
        for path in sorted(p for p in (root / folder).rglob("*") if p.is_file()):
            digest.update(f"{path.relative_to(root)}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    for name, content in retiring_files(DiskWorkspace(root, moment_of_run(wish.at))):
        digest.update(f"{name}\0".encode())
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()
