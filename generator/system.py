"""What differs between Linux, macOS and Windows; no other module asks which one it runs on.

Linux has everything. Where something is missing, what is here does the nearest thing that is safe,
or nothing: decisions/0037-any-machine.md says what is lost by it.
"""

import ctypes
import os
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path

# Whether work is spread over forked processes. macOS forks, but its libraries may not survive it.
FORKS = hasattr(os, "fork") and sys.platform != "darwin"
# Opening a pipe to which nobody writes would else wait for somebody.
AT_ONCE = getattr(os, "O_NONBLOCK", 0)
LOCK_FILE = ".writing-lock"  # git ignores it, as everything that begins so
_HAS_FOLDER_HANDLES = hasattr(os, "O_DIRECTORY")


def processors() -> int:
    """How many processors this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def speak_utf8() -> None:
    """Vietnamese can be printed, whatever alphabet the system has for what goes into a pipe."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


# ── files and folders ────────────────────────────────────────────────────────────────────────


def handle_to_lock(path: Path) -> int:
    """A handle by which a folder can be locked, or a file, which is made if it is not there.

    Windows opens no folder: a file in it stands for it.
    """
    if path.is_dir() and _HAS_FOLDER_HANDLES:
        return os.open(path, os.O_RDONLY)
    file = path / LOCK_FILE if path.is_dir() else path
    return os.open(file, os.O_RDWR | os.O_CREAT, 0o600)


def close_in_children(handles: dict[int, Path]) -> None:
    """A process that was forked drops these: it would hold the locks of the run that forked it."""
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=lambda: _close_all(handles))


def _close_all(handles: dict[int, Path]) -> None:
    for handle in handles:
        os.close(handle)
    handles.clear()


def sync_folder(folder: Path) -> None:
    """The names in a folder are on the disk too; Windows sees to that itself."""
    if not _HAS_FOLDER_HANDLES:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_everything() -> None:
    """Everything that was written is on the disk."""
    if hasattr(os, "sync"):
        os.sync()


def place_new(staged: Path, target: Path) -> None:
    """Give a finished file a name that nothing has yet; raises FileExistsError."""
    try:
        os.link(staged, target)
    except FileExistsError:
        raise
    except OSError as error:  # a disk without links, such as a stick
        if target.exists():
            raise FileExistsError(error.errno, error.strerror, str(target)) from None
        staged.replace(target)


def link_or_copy(source: Path, target: Path | str) -> None:
    """The same file under a second name, or a copy on a disk without links.

    Raises FileExistsError where the name is taken, FileNotFoundError without its folder.
    """
    try:
        os.link(source, target)
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError:
        shutil.copy2(source, target)


_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


def exchange(first: Path, second: Path) -> None:
    """Exchange two names in one step if the system can; else by three quick renames."""
    rename = getattr(_c_library(), "renameat2", None)
    names = (os.fsencode(first), os.fsencode(second))
    if rename and rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return
    aside = second.parent / f".{second.name}.aside"
    shutil.rmtree(aside, ignore_errors=True)
    second.rename(aside)
    first.rename(second)
    aside.rename(first)


def _c_library() -> ctypes.CDLL | None:
    """The functions of the running program; Windows has no such list."""
    with suppress(TypeError, OSError):
        return ctypes.CDLL(None, use_errno=True)
    return None


# ── processes and signals ────────────────────────────────────────────────────────────────────


@contextmanager
def undisturbed() -> Iterator[None]:
    """Ctrl-C and SIGTERM wait until what belongs together is done."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread is ever interrupted
        return
    came: list[int] = []
    stops = (signal.SIGINT, signal.SIGTERM)
    before = {stop: signal.signal(stop, lambda number, _: came.append(number)) for stop in stops}
    try:
        yield
    finally:
        for stop, handler in before.items():
            signal.signal(stop, handler)
        for number in came[:1]:
            signal.raise_signal(number)


_PR_SET_PDEATHSIG = 1


def end_with(parent: int) -> None:
    """The kernel ends this forked process when its parent ends, however that happens (Linux)."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before we asked
        os._exit(1)


class OutOfTime(BaseException):
    """Not an Exception, because engines catch every Exception and go on."""


_NEXT_SIGNAL = 1.0  # seconds until the first timer repeats, if the engine caught the first error


@contextmanager
def time_limit(seconds: float, grace: float) -> Iterator[None]:
    """OutOfTime after so much processor time; after the grace too, the system ends the process.

    Only where processes are forked: elsewhere the whole run would be ended.
    """
    if not FORKS:
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _NEXT_SIGNAL)
    signal.setitimer(signal.ITIMER_PROF, seconds + grace)  # no handler: it ends the process
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGVTALRM, before)


def _ring(*_: object) -> None:
    raise OutOfTime


@contextmanager
def memory_limit(most: int) -> Iterator[None]:
    """MemoryError when the process needs more than so many bytes; only where there are forks."""
    if not FORKS:
        yield
        return
    import resource  # noqa: PLC0415  Windows has none

    before = resource.getrlimit(resource.RLIMIT_DATA)
    ceilings = [limit for limit in (*before, most) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_DATA, (min(ceilings), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)
