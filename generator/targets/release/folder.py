"""A target folder: whole releases side by side, and `current`, the link that readers follow.

A release is never changed once it has its name. Readers see another one when `current` is renamed,
which is one step for the kernel: there is no moment between.
"""

import os
import re
import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from generator.base.diagnostics import BulletinError
from generator.base.digest import digest12, digest_bytes
from generator.base.text import Bilingual
from generator.targets.build.manifest import MANIFEST, Manifest, differences_from, read_manifest
from generator.targets.build.tree import exchange
from generator.writer import PATIENCE, STRAY, locked, sync

RELEASES, CURRENT = "releases", "current"
_NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{12}")


class Release(NamedTuple):
    """A whole site under its name, with the digest of its manifest."""

    name: str
    folder: Path
    manifest: Manifest
    digest: str

    @classmethod
    def of(cls, folder: Path) -> "Release":
        """Raises BulletinError when the folder holds no readable manifest of a release."""
        manifest = read_manifest(folder)
        if manifest.placed is None:
            raise BulletinError(
                f"{folder.name} không phải bản do bulletin publish đăng.",
                f"{folder.name} is no release of bulletin publish.",
            )
        return cls(folder.name, folder, manifest, digest_bytes((folder / MANIFEST).read_bytes()))

    @property
    def follows(self) -> str:
        """The name of the release that readers had before; empty for the first."""
        return self.manifest.placed.follows if self.manifest.placed else ""

    def shows(self, names: Collection[str]) -> bool:
        """Whether the content of one of these editions stands in it."""
        return any(f"api/v1/editions/{name}.json" in self.manifest.files for name in names)


def name_of(moment: datetime, digest: str) -> str:
    """The name of a release: when it was made, and what its manifest digests to."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}-{digest12(digest)}"


class Target:
    """A folder that `bulletin publish` looks after."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.releases_folder = folder / RELEASES
        self.link = folder / CURRENT

    def check(self) -> None:
        """Raises BulletinError for a folder of another use: nothing in it would be safe."""
        if not self.folder.exists():
            return
        names = {path.name for path in self.folder.iterdir() if not path.name.startswith(STRAY)}
        is_ours = not names or self.releases_folder.is_dir()
        if not is_ours or (self.link.exists() and not self.link.is_symlink()):
            raise BulletinError(
                f"Thư mục {self.folder} có sẵn tệp khác; hãy chọn thư mục trống, hoặc thư mục đã"
                " đăng lần trước.",
                f"The folder {self.folder} holds other files; choose an empty one, or one that was"
                " published to before.",
            )

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else publishes here meanwhile; what a killed run left is swept."""
        self.check()
        self.releases_folder.mkdir(parents=True, exist_ok=True)
        with locked(self.folder, PATIENCE, _BUSY):
            for stray in [*self.releases_folder.glob(f"{STRAY}*"), *self.folder.glob(f"{STRAY}*")]:
                _remove(stray)
            yield

    def names(self) -> Sequence[str]:
        """The names of the releases that stand here, the oldest first."""
        if not self.releases_folder.is_dir():
            return ()
        paths = (path for path in self.releases_folder.iterdir() if path.is_dir())
        return sorted(path.name for path in paths if _NAME.fullmatch(path.name))

    def release(self, name: str) -> Release | None:
        """The release of this name; None when it is not here, or says nothing that can be read."""
        with suppress(BulletinError):
            return Release.of(self.releases_folder / name) if name in self.names() else None
        return None

    def releases(self) -> Iterator[Release]:
        """Every release that can be read, the oldest first."""
        return filter(None, map(self.release, self.names()))

    @property
    def shown(self) -> str:
        """The name to which `current` points; empty before the first release."""
        return self.link.readlink().name if self.link.is_symlink() else ""

    def current(self) -> Release | None:
        """What readers see now."""
        return self.release(self.shown)

    def add(self, staged: Path, name: str) -> Release:
        """Give a staged release its name; one of the same name was damaged, and is replaced."""
        place = self.releases_folder / name
        os.sync()  # all its bytes are on the disk before anybody can see it
        if place.exists():
            exchange(staged, place)
            _remove(staged)
        else:
            staged.rename(place)
        sync(self.releases_folder)
        return Release.of(place)

    def switch(self, release: Release) -> None:
        """Readers see this release from the next request on."""
        new = self.folder / f"{STRAY}{CURRENT}"
        new.unlink(missing_ok=True)
        new.symlink_to(Path(RELEASES) / release.name)
        new.replace(self.link)
        sync(self.folder)

    def prune(self, keep: int, taken_out: Collection[str]) -> Sequence[str]:
        """Remove the oldest releases but for so many; never what readers see or have just seen.

        One that still holds what was `taken_out` (the names of editions) goes at once.
        """
        current = self.current()
        seen = {current.name, current.follows} if current else set()
        gone = {name for name in self.names()[:-keep] if name not in seen}
        gone |= {release.name for release in self.releases() if release.shows(taken_out)}
        for name in sorted(gone - {self.shown}):
            aside = self.releases_folder / f"{STRAY}{name}"
            (self.releases_folder / name).rename(aside)
            _remove(aside)
        return sorted(gone - {self.shown})


def differences_in(target: Target) -> Iterator[Bilingual]:
    """What is wrong in a target: in the files of each release, their names, or their order."""
    known: dict[str, str] = {}
    for name in target.names():
        release = target.release(name)
        if release is None:
            yield Bilingual(f"{name}: không đọc được {MANIFEST}", f"{name}: no readable {MANIFEST}")
            continue
        known[name] = release.digest
        yield from flaws_of(release)
        yield from _flaws_of_order(release, known)
    if target.shown not in target.names():
        yield Bilingual(
            f"{CURRENT}: không trỏ tới bản nào", f"{CURRENT}: points to none of the releases"
        )


def flaws_of(release: Release) -> Iterator[Bilingual]:
    """In what a release is not as its manifest and its name say."""
    for difference in differences_from(release.manifest, release.folder):
        yield Bilingual(f"{release.name}/{difference.vi}", f"{release.name}/{difference.en}")
    if not release.name.endswith(digest12(release.digest)):
        yield Bilingual(
            f"{release.name}: manifest.json không đúng với tên",
            f"{release.name}: manifest.json does not fit the name",
        )


def _flaws_of_order(release: Release, known: dict[str, str]) -> Iterator[Bilingual]:
    placed = release.manifest.placed
    if placed and known.get(placed.follows, placed.followed_digest) != placed.followed_digest:
        yield Bilingual(
            f"{release.name}: bản đứng trước, {placed.follows}, đã khác",
            f"{release.name}: the release before it, {placed.follows}, is another one",
        )


def _remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    else:
        shutil.rmtree(path)


_BUSY = BulletinError(
    "Một lệnh khác đang đăng vào thư mục này; chờ lệnh ấy xong rồi thử lại.",
    "Another command is publishing to this folder; wait for it and try again.",
)
