"""The only door to the outside: files, their history, and the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

NAMESPACE = "bulletin"  # what signatures are made for, so that one for another use never counts


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file below the workspace; `path` is relative to it, with forward slashes.

    `stamp` is another one whenever the file was written since: times in ns, and its number.
    """

    path: str
    size: int
    is_link: bool = False
    stamp: tuple[int, ...] = ()


class Sealed(NamedTuple):
    """A message with its detached SSH signature, and the key it must have been made with.

    `signer` is a line of an allowed-signers file, its times in UTC; `at` is when it was made.
    """

    message: bytes
    signature: bytes
    unit: str
    signer: str
    at: datetime


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

    def vouches(self, sealed: Sealed) -> bool:
        """Whether the signature is sound; raises BulletinError when that cannot be found out."""
