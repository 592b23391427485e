"""The options of a build, and the digest of everything that it reads."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

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


class Paper(NamedTuple):
    """A paper that readers hold: what it tells, its bytes, and the files that have them."""

    told: str
    sha256: str
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """The options that an editor may give to a build, and the papers that readers hold, by path."""

    at: str | None = None
    circulation: Circulation = Circulation.INTERNAL
    with_pdf: bool = True
    papers: Mapping[str, Paper] = field(default_factory=dict)


def inputs_of(root: Path, wish: Wish) -> str:
    """The digest of everything that a build reads, except the moment."""
    digest = hashlib.sha256(
        f"{code_digest()} {theme_digest()} {wish.circulation} {wish.with_pdf}".encode()
    )
    digest.update(repr([(p, w.told, w.sha256) for p, w in sorted(wish.papers.items())]).encode())
    for folder in _FOLDERS_READ:
        for path in sorted(p for p in (root / folder).rglob("*") if p.is_file()):
            digest.update(os.fsencode(path.relative_to(root)) + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    for name, content in retiring_files(DiskWorkspace(root, moment_of_run(wish.at))):
        digest.update(f"{name}\0".encode())
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()
