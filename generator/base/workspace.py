"""The only access to the outside world: files, their history, and the clock."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

NAMESPACE = "bulletin"  # of our signatures, so that a signature for another use never counts


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file below the workspace; `path` is relative to it, with forward slashes.

    `stamp` changes whenever the file is written: its times in ns, and its inode number. A symbolic
    link, a pipe or a device is not regular and is never read.
    """

    path: str
    size: int
    is_regular: bool = True
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


class Version(NamedTuple):
    """A file as a commit left it: its git digest, those that the parents had, when, and which.

    In place of a digest, zeros say that there is no such file.
    """

    path: str
    digest: str
    before: tuple[str, ...]
    at: datetime
    commit: str

    @property
    def is_begun(self) -> bool:
        """Whether no parent of the commit had the file."""
        return not self.is_gone and not any(one.strip("0") for one in self.before)

    @property
    def is_gone(self) -> bool:
        return not self.digest.strip("0")


class Rival(NamedTuple):
    """A file that another branch began on its own under the path of a file of this branch."""

    path: str
    branch: str
    content: bytes


class Workspace(Protocol):
    """The reads that a compilation may do in the outside world. It cannot write."""

    def files(self, folder: str) -> Sequence[FileEntry]:
        """Every file below the folder, sorted by path; empty when there is no such folder."""

    def read(self, path: str) -> bytes:
        """The bytes of a file; raises BulletinError when it cannot be read."""

    def revision_of(self, path: str) -> str | None:
        """The newest revision that changed the path; the newest of all if git does not know it."""

    def read_at(self, revision: str, path: str) -> bytes | None:
        """The bytes of a file as of a revision, or None when it did not exist."""

    def versions(
        self, folders: Sequence[str], most: int | None = None, saying: str | None = None
    ) -> Sequence[Version]:
        """Every version of each file below these folders that this branch ever had, oldest first.

        `most` is how many commits are looked at, the newest first. With `saying`, a pattern, only
        those that change or remove a line like that of a file that was there.
        """

    def blobs(self, digests: Iterable[str]) -> Mapping[str, bytes]:
        """The bytes of versions of files, by their git digests; zeros have none.

        Raises BulletinError when git, which told of them, does not have them.
        """

    def lacks_history(self) -> bool:
        """Whether git here has only the newest commits: of the others nothing can be told."""

    def is_known_at(self, commit: str, later: str) -> bool:
        """Whether whoever made the later commit had the other one, or it is the same."""

    def rivals(self, folders: Sequence[str]) -> tuple[Rival, ...]:
        """Files that another local or fetched branch began; none of its versions is one of ours."""

    def history_mark(self) -> str:
        """A text that changes with every commit on this branch and on the others; empty if none."""

    def now(self) -> datetime:
        """The moment of this run, with its time zone."""

    def horizon(self) -> datetime | None:
        """After which moment nothing can have been issued; None when a moment was chosen."""

    def vouches(self, sealed: Sealed) -> bool:
        """Whether the signature is sound; raises BulletinError when that cannot be found out."""


def blob(workspace: Workspace, digest: str) -> bytes | None:
    """The bytes of one version of a file; None when there was none."""
    return workspace.blobs((digest,)).get(digest)


def begun(versions: Iterable[Version]) -> Mapping[str, frozenset[str]]:
    """The digests of the first versions of each path.

    A path with two of them was begun twice: by people who did not know of each other, or after it
    had been removed.
    """
    first: dict[str, frozenset[str]] = {}
    for version in versions:
        if version.is_begun:
            first[version.path] = first.get(version.path, frozenset()) | {version.digest}
    return first
