"""The options of a build, and the digest of everything that it reads."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from generator.model.record.record import Circulation
from generator.resources import code_digest, theme_digest

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
    digest.update((root / "mkdocs.yml").read_bytes())
    return digest.hexdigest()
