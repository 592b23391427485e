"""The cache between runs, outside the workspace: parsed files, frames, PDFs, build states.

Every entry is keyed by a digest of all inputs of a pure function, including the program's code.
So no entry can be out of date, and the folder may be deleted at any time. Each is sealed with a
secret of this machine that lies elsewhere: a forged or damaged one is as if it were not there.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import orjson

from generator.base.diagnostics import BulletinError
from generator.base.workspace import Sealed
from generator.resources import cache_home, code_digest, read_sealed, write_sealed
from generator.writer import locked


class Cache:
    """A folder of the user's cache, one for each workspace; without a root what all share."""

    def __init__(self, root: Path | None = None) -> None:
        name = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16] if root else "shared"
        self.folder = cache_home() / name

    def load(self, name: str) -> bytes | None:
        """An entry as this machine saved it; None for one that is cut, old, foreign or forged."""
        return read_sealed(self.folder / name, f"{self.folder.name}/{name}")

    def save(self, name: str, content: bytes) -> None:
        """Write an entry; a cache that cannot be written is not an error."""
        write_sealed(self.folder / name, f"{self.folder.name}/{name}", content)

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """Lock a name for this process; BulletinError when another process holds the lock."""
        with suppress(OSError):
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with locked(self.folder / name, 0, ANOTHER_BUILD):
            yield

    def forget(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)

    def keep_only(self, folder: str, names: set[str]) -> None:
        """Remove the files in a folder of the cache except these names."""
        below = self.folder / folder
        for path in below.iterdir() if below.is_dir() else ():
            if path.name not in names:
                path.unlink(missing_ok=True)


ANOTHER_BUILD = BulletinError(
    "Một lần dựng khác đang ghi vào thư mục này; chờ xong rồi thử lại.",
    "Another build is writing to this folder; wait for it and try again.",
)


class Vouched:
    """Checks signatures and remembers the valid ones; the others are checked again each time."""

    def __init__(self, cache: Cache, vouches: Callable[[Sealed], bool]) -> None:
        self.cache = cache
        self.vouches = vouches

    def __call__(self, sealed: Sealed) -> bool:
        name = f"vouched/{hashlib.sha256(repr(sealed).encode()).hexdigest()}"
        if self.cache.load(name) is not None:
            return True
        is_sound = self.vouches(sealed)
        if is_sound:
            self.cache.save(name, b"")
        return is_sound


class Remembered:
    """Results by the digest of the source file; the name contains the digest of the program."""

    def __init__(self, cache: Cache, folder: str) -> None:
        self.cache = cache
        self.folder = folder
        self.name = f"{code_digest()[:16]}.json"

    def recall(self) -> Mapping[str, Any]:
        content = self.cache.load(f"{self.folder}/{self.name}")
        return orjson.loads(content) if content else {}

    def keep(self, made: Mapping[str, Any]) -> None:
        self.cache.save(f"{self.folder}/{self.name}", orjson.dumps(made))
        self.cache.keep_only(self.folder, {self.name})
