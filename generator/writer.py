"""The only functions that write to a workspace: one writer at a time, all or nothing."""

import os
import shutil
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import portalocker
from portalocker.constants import LockFlags

from generator.base.diagnostics import BulletinError
from generator.system import close_in_children, handle_to_lock, place_new, sync_folder, undisturbed

# Files that are being written, beside those that they replace; git ignores them.
STRAY = ".writing-"
PATIENCE, _PAUSE = 20.0, 0.05  # seconds to wait for another writer, and between two looks
EXCLUSIVE, SHARED = LockFlags.EXCLUSIVE, LockFlags.SHARED


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """No other verb writes in this workspace meanwhile; strays of a killed one are swept.

    The lock is the folder itself: the kernel frees it when its owner ends, however that happens,
    and no worker holds it. Raises BulletinError when another writer does not finish in time.
    """
    with locked(root, PATIENCE, _ANOTHER_WRITER):
        _sweep(root / "content")
        yield


@contextmanager
def steady(root: Path) -> Iterator[None]:
    """No verb writes in this workspace while it is read; others may read too.

    What is read while several files are being written is neither as before nor as after. Whoever
    is `alone` reads undisturbed anyway.
    """
    if root in _open_locks.values():
        yield
        return
    with locked(root, PATIENCE, _ANOTHER_WRITER, SHARED):
        yield


_ANOTHER_WRITER = BulletinError(
    "Một lệnh khác đang ghi vào kho này; chờ lệnh ấy xong rồi thử lại.",
    "Another command is writing to this workspace; wait for it and try again.",
)


@contextmanager
def locked(
    path: Path, patience: float, refusal: BulletinError, kind: LockFlags = EXCLUSIVE
) -> Iterator[None]:
    """Hold the lock of a folder or of a file that is made for it, alone or with other readers.

    Raises the refusal after so many seconds of waiting. A place that cannot be locked (a folder of
    another system, one that may only be read) is used without.
    """
    try:
        handle = handle_to_lock(path)
    except OSError:
        yield
        return
    _open_locks[handle] = path
    try:
        _wait_for(handle, kind, patience, refusal)
        yield
    finally:
        _open_locks.pop(handle, None)
        os.close(handle)


def _wait_for(handle: int, kind: LockFlags, patience: float, refusal: BulletinError) -> None:
    last = time.monotonic() + patience
    while True:
        try:
            portalocker.lock(handle, kind | LockFlags.NON_BLOCKING)
        except portalocker.AlreadyLocked:
            if time.monotonic() >= last:
                raise _READ if _is_only_read(handle, kind) else refusal from None
            time.sleep(_PAUSE)
        except portalocker.LockException:
            return
        else:
            return


def _is_only_read(handle: int, kind: LockFlags) -> bool:
    """Whether those who are in the way only read."""
    try:
        portalocker.lock(handle, SHARED | LockFlags.NON_BLOCKING)
    except portalocker.LockException:
        return False
    return kind == EXCLUSIVE


_READ = BulletinError(
    "Một lệnh khác đang đọc kho này, có thể đang bị tạm dừng (Ctrl+Z); kết thúc lệnh ấy rồi thử"
    " lại.",
    "Another command is reading this workspace, or was paused (Ctrl+Z); end it and try again.",
)
_open_locks: dict[int, Path] = {}
close_in_children(_open_locks)


def _sweep(folder: Path) -> None:
    """Remove what a killed writer left; while we are alone nobody is writing it."""
    for path in [*folder.rglob(f"{STRAY}*")]:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def write_files(
    root: Path,
    files: Mapping[str, bytes],
    removed: Iterable[str] = (),
    new: Collection[str] = (),
) -> None:
    """Write files so that each is either as before or complete, also after a loss of power.

    All bytes are written beside their targets first, then put in their places in the given order.
    Missing folders are made; files `removed` are deleted; those that are `new` never replace one.
    Raises BulletinError when writing fails.
    """
    try:
        _write(root, files, removed, new)
    except FileExistsError as error:
        raise BulletinError(
            f"Đã có {error.filename2 or error.filename}; không ghi đè.",
            f"{error.filename2 or error.filename} is already there, and was not written over.",
        ) from error
    except OSError as error:
        raise BulletinError(
            f"Không ghi được vào {root}: {error.strerror}.", f"Cannot write to {root}."
        ) from error


def _write(
    root: Path, files: Mapping[str, bytes], removed: Iterable[str], new: Collection[str]
) -> None:
    fresh = {root / path for path in new}
    staged: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            staged[target] = _write_staged(target.parent, content)
        with undisturbed():
            for path in removed:
                (root / path).unlink(missing_ok=True)
            for target, name in staged.items():
                if target in fresh:
                    place_new(name, target)
                else:
                    name.replace(target)
        for folder in {target.parent for target in staged}:
            sync_folder(folder)
    finally:
        for name in staged.values():
            name.unlink(missing_ok=True)


def _write_staged(folder: Path, content: bytes) -> Path:
    """Write the bytes to a new file beside the file that they will replace."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=STRAY)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def write_new(root: Path, path: str, content: bytes) -> None:
    """Write a new file completely; raises BulletinError when it exists or writing fails."""
    write_files(root, {path: content}, new=(path,))
