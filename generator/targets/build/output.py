"""One file of the site: where it goes, what it depends on, and how it is made."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Made(NamedTuple):
    """The bytes of a file."""

    content: bytes


class Output(NamedTuple):
    """A file to be; equal keys mean equal bytes."""

    path: str
    key: str
    make: Callable[[], Made]
    is_heavy: bool = False


class Gathered(NamedTuple):
    """A file put together from the others of its folder, too large to be held in memory.

    `gather` is given the folder, in which all others stand, and the file to write.
    """

    path: str
    key: str
    gather: Callable[[Path, Path], None]
    is_heavy: bool = True


class WrittenFile(NamedTuple):
    """A file as it was written."""

    key: str
    sha256: str
    size: int
    mtime_ns: int
