"""A built site as a release: beside the releases, not yet seen by anybody.

What did not change is a hard link to the release before, with its time; so a release costs as much
as what is new in it.
"""

import gzip
import os
import re
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import brotli

from generator.base.digest import digest_bytes
from generator.targets.build.manifest import (
    MANIFEST,
    Manifest,
    Placed,
    as_release,
    read_manifest,
)
from generator.targets.release.target import Release


def _gzipped(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _brotli(content: bytes) -> bytes:
    """At 11, the slowest, a site takes five times as long and is 7 % smaller still."""
    packed: bytes = brotli.compress(content, quality=9)
    return packed


_PACKERS = {".gz": _gzipped, ".br": _brotli}
PACKED = tuple(_PACKERS)
# Sorts of files that a server sends compressed; below this size it is not worth a file.
_TEXTS = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv", ".ics", ".webmanifest")
_LEAST = 1024  # bytes
# Files whose address holds a digest of their bytes, so that the next release can keep them.
IMMUTABLE = re.compile(r"[.-][0-9a-f]{8}\.(js|css)(\.gz|\.br)?$")


class Staging(NamedTuple):
    """Where a site was built, the folder that becomes a release, and the release before.

    `known` are the files of that release to be taken over: none when it is damaged.
    """

    site: Path
    folder: Path
    before: Release | None
    known: Manifest

    def fill(self, circulation: str) -> bytes:
        """Make the folder the whole release; returns its manifest."""
        built, known = read_manifest(self.site), self.known
        self.folder.mkdir(mode=0o755)
        for path, sha256 in built.files.items():
            if known.files.get(path) == sha256:
                self._take_over(path)
            else:
                place = self.folder / path
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(self.site / path, place)
        kept = kept_of(known, built)
        for path in kept:
            self._take_over(path)
        files = {**built.files, **{path: known.files[path] for path in kept}}
        files |= dict(self._packed(built))
        placed = Placed(circulation, *self._followed, kept)
        manifest = as_release((self.site / MANIFEST).read_bytes(), files, placed)
        (self.folder / MANIFEST).write_bytes(manifest)
        return manifest

    @property
    def _followed(self) -> tuple[str, str]:
        return (self.before.name, self.before.digest) if self.before else ("", "")

    def _take_over(self, path: str) -> None:
        """A file of the release before, by a link where the file system has links."""
        if self.before is None:
            raise FileNotFoundError(path)
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(self.before.folder / path, place)
        except OSError:
            shutil.copy2(self.before.folder / path, place)

    def _packed(self, built: Manifest) -> Iterator[tuple[str, str]]:
        """The compressed copies that servers send, each beside its file; with their sha256."""
        for path, suffix in product(built.files, PACKED):
            packed = f"{path}{suffix}"
            if self.known.files.get(path) == built.files[path] and packed in self.known.files:
                self._take_over(packed)
                yield packed, self.known.files[packed]
            elif path.endswith(_TEXTS) and (self.folder / path).stat().st_size >= _LEAST:
                content = _PACKERS[suffix]((self.folder / path).read_bytes())
                (self.folder / packed).write_bytes(content)
                yield packed, digest_bytes(content).removeprefix("sha256:")


def unpacked(path: str) -> str:
    """The file of which this is a compressed copy; itself when it is none."""
    return path.rpartition(".")[0] if path.endswith(PACKED) else path


def own_files(manifest: Manifest) -> dict[str, str]:
    """The files of the built site in a release, without compressed copies and kept ones."""
    kept = manifest.placed.kept if manifest.placed else frozenset()
    return {
        path: sha256
        for path, sha256 in manifest.files.items()
        if path not in kept and not path.endswith(PACKED)
    }


def kept_of(known: Manifest, built: Manifest) -> frozenset[str]:
    """The files of the release before that its pages, still open, may ask for: for one release."""
    old = known.placed.kept if known.placed else frozenset()
    return frozenset(
        path
        for path in known.files
        if IMMUTABLE.search(path) and path not in old and unpacked(path) not in built.files
    )
