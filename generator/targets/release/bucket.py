"""A target in a bucket of an S3 service: whole releases side by side, and `current.json`.

Objects of a release are never written over. Readers see another one when `current.json` is
replaced, which the service does only if it still is what this run saw at its start. What the bucket
holds is the truth; a folder of the cache mirrors it, and each file there is believed only by its
digest.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import orjson

from generator.base.diagnostics import BulletinError
from generator.base.phases import phase
from generator.base.text import Bilingual
from generator.resources import shipped
from generator.targets.build.manifest import MANIFEST, Manifest, differences_between
from generator.targets.release.folder import Folder
from generator.targets.release.served import headers_of
from generator.targets.release.store import SWITCHED, UNSURE, Store, Taken
from generator.targets.release.target import (
    IS_NAME,
    RELEASES,
    Lost,
    Release,
    Target,
    refuse_damage,
)
from generator.writer import STRAY

POINTER = "current.json"
DOORS = ("index.html", "404.html")  # a page for each case in which a server shows one
_DOOR = "alone/door.html"
_OPEN = "public"  # who may keep the pointer and the doors: they hold nothing of the content


class Pointer(NamedTuple):
    """Which release readers see. Each switch has the next `turn`, so that no two are the same."""

    release: str
    manifest: str
    turn: int

    @classmethod
    def of(cls, raw: bytes) -> "Pointer":
        """Raises ValueError, KeyError or TypeError for what no publish wrote."""
        said = orjson.loads(raw)
        pointer = cls(str(said["release"]), str(said["manifest"]), int(said["turn"]))
        if not IS_NAME.fullmatch(pointer.release):
            raise ValueError(pointer.release)
        return pointer


class Bucket(Target):
    """`s3://BUCKET/PREFIX`, with the folder that mirrors it."""

    def __init__(self, bucket: str, prefix: str, mirror: Path) -> None:
        self.store, self.mirror = Store(bucket), Folder(mirror)
        self.prefix = f"{prefix}/" if prefix else ""
        self.place = f"s3://{bucket}/{prefix}".rstrip("/")
        self.seen_at = f"{self.place}/{DOORS[0]}"
        self.staging = self.mirror.staging

    @cached_property
    def _seen(self) -> tuple[Pointer | None, str]:
        """The pointer as this run first saw it, and the mark by which it is known again."""
        raw, mark = self.store.get_marked(f"{self.prefix}{POINTER}")
        try:
            return Pointer.of(raw) if raw is not None else None, mark
        except (ValueError, KeyError, TypeError) as error:
            raise BulletinError(
                f"{self.place}/{POINTER} không phải do bulletin publish ghi; chưa đổi gì.",
                f"{self.place}/{POINTER} was not written by bulletin publish; nothing was changed.",
            ) from error

    @cached_property
    def _found(self) -> dict[str, bytes | None]:
        """The manifest of each release; None for one that a killed run left unfinished."""
        names = filter(IS_NAME.fullmatch, self.store.names(self._key("")))
        return {name: self.store.get(self._key(name, MANIFEST)) for name in sorted(names)}

    def _key(self, name: str, path: str = "") -> str:
        return "/".join(filter(None, (f"{self.prefix}{RELEASES}", name, path))) + (
            "" if path else "/"
        )

    def check(self) -> None:
        names = self.store.names(self.prefix)
        if RELEASES not in names and not all(map(self._is_door, names)):
            raise BulletinError(
                f"{self.place} có sẵn thứ khác; hãy chọn chỗ trống, hoặc chỗ đã đăng lần trước.",
                f"{self.place} holds other things; choose an empty place, or one that was"
                " published to before.",
            )

    @contextmanager
    def alone(self) -> Iterator[None]:
        """From this machine; who publishes from another one is told so when switching."""
        with self.mirror.alone():
            for name in {*self.mirror.names()} - {*self.names()}:
                self.mirror.drop(name)
            yield

    def names(self) -> Sequence[str]:
        return [name for name, manifest in self._found.items() if manifest is not None]

    def release(self, name: str) -> Release | None:
        manifest = self._found.get(name)
        if manifest is None:
            return None
        folder = self.mirror.releases_folder / name
        if _digest(folder / MANIFEST) != sha256(manifest).hexdigest():
            _write(folder / MANIFEST, manifest)
        with suppress(BulletinError):
            return Release.of(folder)
        return None

    @property
    def shown(self) -> str:
        pointer = self._seen[0]
        return pointer.release if pointer else ""

    def bring(self, release: Release, paths: Iterable[str]) -> Mapping[str, str]:
        """From a release that is mirrored already, or from the bucket; nothing else than named."""
        files = release.manifest.files
        with phase("bring") as counts:
            wanted = [path for path in paths if path in files and _is_inside(path)]
            far = [path for path in wanted if not self._is_mirrored(release, path)]
            fetched = self.store.each(partial(self._fetch, release), far)
            lost = {path for path, is_there in zip(far, fetched, strict=True) if not is_there}
            counts |= {"files": len(wanted), "fetched": len(far) - len(lost)}
        return {path: files[path] for path in wanted if path not in lost}

    def _is_mirrored(self, release: Release, path: str) -> bool:
        place, told = release.folder / path, release.manifest.files[path]
        if _digest(place) == told:
            return True
        others = (self.mirror.releases_folder / name / path for name in self.mirror.names())
        held = next((other for other in others if _digest(other) == told), None)
        if held is not None:
            _write(place, held.read_bytes())
        return held is not None

    def _fetch(self, release: Release, path: str) -> bool:
        content = self.store.get(self._key(release.name, path))
        if content is None or sha256(content).hexdigest() != release.manifest.files[path]:
            return False
        _write(release.folder / path, content)
        return True

    def add(self, staged: Path, name: str, known: Manifest) -> Release:
        """All objects but the manifest, each verified; then the manifest, by which it is whole."""
        release = self.mirror.add(staged, name, known)
        files, before = release.manifest.files, self.shown
        self._open_doors()
        self._refuse_the_public(release)
        copied = [path for path in files if known.files.get(path) == files[path]]
        uploaded = [path for path in files if known.files.get(path) != files[path]]
        with phase("upload") as counts:
            self.store.each(partial(self._copy, before, name), copied)
            self.store.each(partial(self._upload, release), uploaded)
            counts |= {"copied": len(copied), "uploaded": len(uploaded)}
        refuse_damage(self._differences(release))
        self._upload(release, MANIFEST)
        self._found[name] = (release.folder / MANIFEST).read_bytes()
        return release

    def _copy(self, before: str, name: str, path: str) -> None:
        self.store.copy(self._key(before, path), self._key(name, path))

    def _upload(self, release: Release, path: str) -> None:
        headers = headers_of(path, _circulation(release))
        with suppress(Taken):  # by a run of the same second; its bytes are verified like ours
            content = (release.folder / path).read_bytes()
            self.store.put(self._key(release.name, path), content, headers)

    def flaws_of_files(self, release: Release) -> Iterator[Bilingual]:
        yield from self._differences(release)
        pointer = self._seen[0]
        told = pointer.manifest if pointer and pointer.release == release.name else release.digest
        if f"sha256:{self.store.sha256(self._key(release.name, MANIFEST))}" != told:
            yield Bilingual(f"{MANIFEST}: nội dung đã khác", f"{MANIFEST}: the content differs")

    def _differences(self, release: Release) -> Iterator[Bilingual]:
        top = self._key(release.name)
        present = {key.removeprefix(top) for key in self.store.keys(top)}
        paths = sorted(present & release.manifest.files.keys())
        digests = self.store.each(lambda path: self.store.sha256(f"{top}{path}"), paths)
        found = dict(zip(paths, digests, strict=True))
        return differences_between(release.manifest, present, found.__getitem__)

    def switch(self, release: Release) -> None:
        before, mark = self._seen
        pointer = Pointer(release.name, release.digest, before.turn + 1 if before else 1)
        raw = orjson.dumps({"form": 1, **pointer._asdict()}, option=orjson.OPT_INDENT_2) + b"\n"
        fate, self.store.fate = self.store.fate, UNSURE
        try:
            self.store.put(f"{self.prefix}{POINTER}", raw, headers_of(POINTER, _OPEN), mark or "*")
        except Taken:
            # An answer that was lost on its way is asked for again: then it is our own.
            del self._seen
            if self._seen[0] != pointer:
                self.store.fate = fate
                raise self._lost() from None
        self.store.fate = SWITCHED
        self._seen = pointer, ""

    def _lost(self) -> Lost:
        return Lost(
            f"Vừa có người khác đăng vào {self.place}, và người đọc thấy bản ấy. Chạy lại lệnh để"
            " đăng tiếp sau bản ấy.",
            f"Somebody else has just published to {self.place}, and readers see that. Run the"
            " command again to publish after it.",
        )

    def _open_doors(self) -> None:
        """The page that takes readers to what `current.json` names; always the same."""
        for name in DOORS:
            if not self._is_door(name):
                self.store.put_over(f"{self.prefix}{name}", _door(), headers_of(name, _OPEN))

    def _is_door(self, name: str) -> bool:
        return name in DOORS and self.store.get(f"{self.prefix}{name}") == _door()

    def _refuse_the_public(self, release: Release) -> None:
        """What is internal does not go where anybody reads it; the door shows who does."""
        circulation = _circulation(release)
        if circulation != _OPEN and self.store.is_open(f"{self.prefix}{DOORS[0]}"):
            raise BulletinError(
                f"Ai cũng đọc được {self.place} mà không cần khóa, nên bản “{circulation}” chưa"
                " được đăng. Đóng bucket lại, hoặc đăng bản công khai: --circulation public.",
                f"Anybody reads {self.place} without keys, so “{circulation}” was not published."
                " Close the bucket, or publish --circulation public.",
            )

    def drop(self, name: str) -> None:
        """The manifest first: what is left by a killed run is then known to be no release."""
        self.store.remove(self._key(name), self._key(name, MANIFEST))
        del self._found[name]
        if name in self.mirror.names():
            self.mirror.drop(name)

    def prune(self, keep: int, taken_out: Iterable[str]) -> Sequence[str]:
        """Also what killed runs left; what is newer than readers see may still be in the making."""
        removed = super().prune(keep, [*taken_out])
        for name in [name for name, manifest in self._found.items() if manifest is None]:
            if name < self.shown:
                self.drop(name)
        return removed


def _door() -> bytes:
    return (shipped("theme") / _DOOR).read_bytes()


def _circulation(release: Release) -> str:
    return release.manifest.placed.circulation if release.manifest.placed else ""


def _is_inside(path: str) -> bool:
    """Whether a path that a bucket names leads to a file below its release."""
    return all(part not in ("", ".", "..") and "\0" not in part for part in path.split("/"))


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _write(path: Path, content: bytes) -> None:
    """A file of the mirror, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=STRAY)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).replace(path)
