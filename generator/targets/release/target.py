"""What `bulletin publish` looks after: whole releases side by side, of which readers see one.

A folder and a bucket are targets alike; what holds for both stands here and in `publish`.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from generator.base.diagnostics import BulletinError, Refused
from generator.base.digest import digest12, digest_bytes
from generator.base.text import Bilingual
from generator.targets.build.manifest import MANIFEST, Manifest, read_manifest

RELEASES = "releases"
IS_NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{12}")


class Release(NamedTuple):
    """A whole site under its name, with the digest of its manifest.

    In its folder lie the files that were brought here (see `Target.bring`).
    """

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


class Lost(BulletinError):  # noqa: N818  it is an answer, not a failure
    """Somebody else published in between; readers see that."""


class Target(ABC):
    """Releases side by side, and the one that readers see.

    `place` is what people call it, `seen_at` where their web server looks, and `staging` a folder
    for a release that has no name yet.
    """

    place: str
    seen_at: str
    staging: Path

    @abstractmethod
    def check(self) -> None:
        """Raises BulletinError for a place of another use: nothing in it would be safe."""

    @abstractmethod
    def alone(self) -> AbstractContextManager[None]:
        """Nobody else publishes from here meanwhile; what a killed run left is swept."""

    @abstractmethod
    def names(self) -> Sequence[str]:
        """The names of the releases that stand here, the oldest first."""

    @abstractmethod
    def release(self, name: str) -> Release | None:
        """The release of this name; None when it is not here, or says nothing that can be read."""

    @property
    @abstractmethod
    def shown(self) -> str:
        """The name of the release that readers see; empty before the first."""

    @abstractmethod
    def bring(self, release: Release, paths: Iterable[str]) -> Mapping[str, str]:
        """Have these files of a release in its folder; returns the sha256 of those that are."""

    @abstractmethod
    def add(self, staged: Path, name: str, known: Manifest) -> Release:
        """Give a staged release its name; one of the same name was damaged, and is replaced.

        `known` are the files of the release that readers see, where that is whole.
        """

    @abstractmethod
    def switch(self, release: Release) -> None:
        """Readers see this release from the next request on; or raises Lost, and they do not."""

    @abstractmethod
    def drop(self, name: str) -> None:
        """Remove a release."""

    @abstractmethod
    def flaws_of_files(self, release: Release) -> Iterator[Bilingual]:
        """In what the files of a release differ from what its manifest says."""

    def releases(self) -> Iterator[Release]:
        """Every release that can be read, the oldest first."""
        return filter(None, map(self.release, self.names()))

    def current(self) -> Release | None:
        """What readers see now."""
        return self.release(self.shown)

    def refuse_unreadable(self) -> None:
        """Raises BulletinError for a release of which nobody can say what it shows, and to whom."""
        names = dict.fromkeys((*self.names(), *filter(None, (self.shown,))))
        unread = [name for name in names if self.release(name) is None]
        if unread:
            raise BulletinError(
                f"Không đọc được {MANIFEST} của {', '.join(unread)} trong {self.place}, nên không"
                " biết người đọc đang thấy gì. Lấy lại bản ấy từ bản sao, hoặc đăng vào một nơi"
                " mới. Chưa đổi gì.",
                f"{MANIFEST} of {', '.join(unread)} in {self.place} cannot be read: what readers"
                " see is not known. Restore it from a copy, or publish to a new place. Nothing was"
                " changed.",
            )

    def prune(self, keep: int, taken_out: Collection[str]) -> Sequence[str]:
        """Remove the oldest releases but for so many; never what readers see or have just seen.

        One that still holds what was `taken_out` (the names of editions) goes at once.
        """
        current = self.current()
        seen = {current.name, current.follows} if current else set()
        gone = {name for name in self.names()[:-keep] if name not in seen}
        gone |= {release.name for release in self.releases() if release.shows(taken_out)}
        for name in sorted(gone - {self.shown}):
            self.drop(name)
        return sorted(gone - {self.shown})

    def flaws_of(self, release: Release) -> Iterator[Bilingual]:
        """In what a release is not as its manifest and its name say."""
        for difference in self.flaws_of_files(release):
            yield Bilingual(f"{release.name}/{difference.vi}", f"{release.name}/{difference.en}")
        if not release.name.endswith(digest12(release.digest)):
            yield Bilingual(
                f"{release.name}: manifest.json không đúng với tên",
                f"{release.name}: manifest.json does not fit the name",
            )

    def differences(self) -> Iterator[Bilingual]:
        """What is wrong: in the files of each release, their names, or their order."""
        known: dict[str, str] = {}
        for name in self.names():
            release = self.release(name)
            if release is None:
                yield Bilingual(
                    f"{name}: không đọc được {MANIFEST}", f"{name}: no readable {MANIFEST}"
                )
                continue
            known[name] = release.digest
            yield from self.flaws_of(release)
            yield from _flaws_of_order(release, known)
        if self.shown not in self.names():
            yield Bilingual(
                "current: không trỏ tới bản nào", "current: points to none of the releases"
            )


def _flaws_of_order(release: Release, known: dict[str, str]) -> Iterator[Bilingual]:
    placed = release.manifest.placed
    if placed and known.get(placed.follows, placed.followed_digest) != placed.followed_digest:
        yield Bilingual(
            f"{release.name}: bản đứng trước, {placed.follows}, đã khác",
            f"{release.name}: the release before it, {placed.follows}, is another one",
        )


def refuse_damage(differences: Iterator[Bilingual]) -> None:
    first = next(differences, None)
    if first is not None:
        raise Refused(
            f"Chưa đổi gì cho người đọc, vì bản này không đúng với manifest.json: {first.vi}.",
            f"Readers see what they saw, for this release is not as its manifest says: {first.en}.",
        )


BUSY = BulletinError(
    "Một lệnh khác đang đăng vào đây; chờ lệnh ấy xong rồi thử lại.",
    "Another command is publishing here; wait for it and try again.",
)
