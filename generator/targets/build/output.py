"""A file of the site: its path, a key of everything it depends on, and how it is made."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple


class FileContent(NamedTuple):
    """The bytes of a file."""

    content: bytes


class Output(NamedTuple):
    """A file to write; equal keys mean equal bytes.

    `prints` gives the HTML that a PDF is printed from, without printing it; PDFs are heavy: they
    are made in workers.
    """

    path: str
    key: str
    make: Callable[[], FileContent]
    prints: Callable[[], Iterable[str]] | None = None

    @property
    def is_heavy(self) -> bool:
        return self.prints is not None


class CombinedFile(NamedTuple):
    """A file combined from the others of its folder, too large to be held in memory.

    `gather` gets the folder, which already holds all others, and the path to write.
    """

    path: str
    key: str
    gather: Callable[[Path, Path], None]
    is_heavy: bool = True


class WrittenFile(NamedTuple):
    """A written file: its key, and the state by which later runs see that it is intact."""

    key: str
    sha256: str
    size: int
    mtime_ns: int
