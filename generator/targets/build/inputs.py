"""What a build is asked for, and the digest of everything it reads."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from generator.model.record.record import Circulation
from generator.resources import code_digest, theme_digest

_READ = (
    "content/attachments",
    "content/editions",
    "content/guide",
    "content/recalls",
    "content/registry",
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What an editor may ask of a build."""

    at: str | None = None
    circulation: Circulation = Circulation.INTERNAL
    with_pdf: bool = True


def inputs_of(root: Path, wish: Wish) -> str:
    """The digest of everything a build reads, the moment apart."""
    found = hashlib.sha256(
        f"{code_digest()} {theme_digest()} {wish.circulation} {wish.with_pdf}".encode()
    )
    for folder in _READ:
        for path in sorted(p for p in (root / folder).rglob("*") if p.is_file()):
            found.update(f"{path.relative_to(root)}\0".encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    found.update((root / "mkdocs.yml").read_bytes())
    return found.hexdigest()
