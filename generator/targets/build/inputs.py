"""The options of a build, and the digest of everything that it reads."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.base.digest import digest_bytes
from generator.model.record.record import Circulation
from generator.resources import code_digest, theme_digest
from generator.source.files.retirements import retiring_files
from generator.targets.build.manifest import Manifest
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

    def content(self) -> bytes | None:
        """The bytes that readers hold; None when no release has them whole any more."""
        for file in self.files:
            content = file.read_bytes() if file.is_file() else b""
            if digest_bytes(content) == f"sha256:{self.sha256}":
                return content
        return None


def printed_in(
    folder: Path, manifest: Manifest, told: Mapping[str, str]
) -> Iterator[tuple[str, Paper]]:
    """The papers in a folder by path, of which its manifest tells this."""
    for path, digest_of_all in told.items():
        yield path, Paper(digest_of_all, manifest.files.get(path, ""), (folder / path,))


@dataclass(frozen=True, slots=True)
class Wish:
    """The options that an editor may give to a build, and the papers that readers hold, by path.

    `with_bundle` adds the whole site as a zip, for what is handed to readers.
    """

    at: str | None = None
    circulation: Circulation = Circulation.INTERNAL
    with_pdf: bool = True
    with_bundle: bool = False
    papers: Mapping[str, Paper] = field(default_factory=dict)


def inputs_of(root: Path, wish: Wish) -> str:
    """The digest of everything that a build reads, except the moment."""
    options = f"{wish.circulation} {wish.with_pdf} {wish.with_bundle}"
    digest = hashlib.sha256(f"{code_digest()} {theme_digest()} {options}".encode())
    digest.update(repr([(p, w.told, w.sha256) for p, w in sorted(wish.papers.items())]).encode())
    for folder in _FOLDERS_READ:
        for path in sorted(p for p in (root / folder).rglob("*") if p.is_file()):
            digest.update(os.fsencode(path.relative_to(root)) + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    for name, content in retiring_files(DiskWorkspace(root, moment_of_run(wish.at))):
        digest.update(f"{name}\0".encode())
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()
