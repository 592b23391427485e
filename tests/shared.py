"""What a run of the tests makes once: files and folders that every worker of the run may read.

Whoever asks first makes a thing while the others wait for it. Names say everything that the thing
is made of; the program itself does not change during a run, and nothing outlives the run.
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

HOME = "SHARED_BY_THE_TESTS"  # in the environment, where workers find it


def home() -> Path:
    """The folder of this run."""
    return Path(os.environ[HOME])


@contextmanager
def alone(name: str) -> Iterator[Path]:
    """The place of this name, which nobody else touches meanwhile; not to be entered twice."""
    place = home() / name
    place.parent.mkdir(parents=True, exist_ok=True)
    with (place.parent / f"{place.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield place
        finally:
            fcntl.flock(lock, fcntl.LOCK_UN)  # processes forked meanwhile would hold it longer


def bytes_of(name: str, make: Callable[[], bytes]) -> bytes:
    """A file's content, made by the first who asks."""
    with alone(name) as place:
        if not place.exists():
            made = place.with_name(f"{place.name}.part")
            made.write_bytes(make())
            made.rename(place)
    return place.read_bytes()


def folder_of(name: str, make: Callable[[Path], object]) -> Path:
    """A folder, made in its place by the first who asks; only a private copy may be changed.

    In its place, because the program remembers a site by where it is.
    """
    with alone(name) as place:
        whole = place.parent / f"{place.name}.whole"
        if not whole.exists():
            shutil.rmtree(place, ignore_errors=True)
            make(place)
            whole.touch()
    return place
