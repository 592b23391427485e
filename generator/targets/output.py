"""One file of the site: where it goes, what it depends on, and how it is made."""

from collections.abc import Callable
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


class Written(NamedTuple):
    """A file as it was written."""

    key: str
    sha256: str
    size: int
    mtime_ns: int
