"""The only door to the outside: files, their history, and the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file below the workspace; `path` is relative to it, with forward slashes.

    `stamp` is another one whenever the file was written since: times in ns, and its number.
    """

    path: str
    size: int
    is_link: bool = False
    stamp: tuple[int, ...] = ()


class Workspace(Protocol):
    """What a compilation may ask of the world. It can only read."""

    def files(self, folder: str) -> Sequence[FileEntry]:
        """Every file below the folder, sorted by path; empty when there is no such folder."""

    def read(self, path: str) -> bytes:
        """The bytes of a file; raises BulletinError when it cannot be read."""

    def revision_of(self, path: str) -> str | None:
        """The newest revision that changed the path, or the newest of all when it is unrecorded."""

    def read_at(self, revision: str, path: str) -> bytes | None:
        """The bytes of a file as of a revision, or None when it did not exist."""

    def now(self) -> datetime:
        """The moment of this run, with its time zone."""
