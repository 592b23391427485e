"""A target folder: whole releases side by side, and `current`, the link that readers follow.

A release is never changed once it has its name. Readers see another one when `current` is renamed,
which is one step for the kernel: there is no moment between.
"""

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.base.diagnostics import BulletinError
from generator.base.text import Bilingual
from generator.system import LOCK_FILE, exchange, sync_everything, sync_folder
from generator.targets.build.manifest import Manifest, differences_from
from generator.targets.release.target import BUSY, IS_NAME, RELEASES, Release, Target
from generator.writer import PATIENCE, STRAY, locked

CURRENT = "current"


class Folder(Target):
    """A folder that `bulletin publish` looks after."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.releases_folder = folder / RELEASES
        self.link = folder / CURRENT
        self.place, self.seen_at = str(folder), str(self.link)
        self.staging = self.releases_folder / f"{STRAY}release"

    def check(self) -> None:
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
        self.check()
        self.releases_folder.mkdir(parents=True, exist_ok=True)
        with locked(self.folder, PATIENCE, BUSY):
            for stray in [*self.releases_folder.glob(f"{STRAY}*"), *self.folder.glob(f"{STRAY}*")]:
                if stray.name != LOCK_FILE:
                    _remove(stray)
            yield

    def names(self) -> Sequence[str]:
        if not self.releases_folder.is_dir():
            return ()
        paths = (path for path in self.releases_folder.iterdir() if path.is_dir())
        return sorted(path.name for path in paths if IS_NAME.fullmatch(path.name))

    def release(self, name: str) -> Release | None:
        with suppress(BulletinError):
            return Release.of(self.releases_folder / name) if name in self.names() else None
        return None

    @property
    def shown(self) -> str:
        """The name to which `current` points; empty before the first release."""
        return self.link.readlink().name if self.link.is_symlink() else ""

    def bring(self, release: Release, paths: Iterable[str]) -> Mapping[str, str]:
        """They lie there."""
        return {path: release.manifest.files[path] for path in paths}

    def add(self, staged: Path, name: str, known: Manifest) -> Release:
        del known  # what is as it was is linked to already
        place = self.releases_folder / name
        sync_everything()  # all its bytes are on the disk before anybody can see it
        if place.exists():
            exchange(staged, place)
            _remove(staged)
        else:
            staged.rename(place)
        sync_folder(self.releases_folder)
        return Release.of(place)

    def switch(self, release: Release) -> None:
        new = self.folder / f"{STRAY}{CURRENT}"
        new.unlink(missing_ok=True)
        new.symlink_to(Path(RELEASES) / release.name)
        new.replace(self.link)
        sync_folder(self.folder)

    def drop(self, name: str) -> None:
        aside = self.releases_folder / f"{STRAY}{name}"
        (self.releases_folder / name).rename(aside)
        _remove(aside)

    def flaws_of_files(self, release: Release) -> Iterator[Bilingual]:
        return differences_from(release.manifest, release.folder)


def _remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    else:
        shutil.rmtree(path)
