"""The command as a Windows editor meets it: python -m tests.as_windows VERB …

No Windows is here. What only POSIX has is taken away from the standard library, and files behave as
they do there: an open one is neither removed nor replaced, no name is taken over by a rename, no
folder is opened, texts get the line ends and the alphabet of the system unless one says otherwise.
Locks are those of portalocker for Windows; what it asks of the system is answered by flock.
"""

import builtins
import ctypes
import errno
import fcntl
import importlib
import io
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import portalocker
import watchdog.observers  # noqa: F401  chooses by the name of the system, which stays

MODULES = ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog", "readline")
SIGNALS = (
    *("pthread_sigmask", "pthread_kill", "setitimer", "getitimer", "alarm", "sigwait", "pause"),
    *("SIG_BLOCK", "SIG_SETMASK", "SIG_UNBLOCK", "ITIMER_PROF", "ITIMER_REAL", "ITIMER_VIRTUAL"),
    *("SIGALRM", "SIGCHLD", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGPROF", "SIGSTOP", "SIGUSR1"),
    *("SIGUSR2", "SIGVTALRM", "SIGXCPU", "SIGTSTP", "SIGCONT", "SIGQUIT"),
)
OF_OS = (
    *("fork", "forkpty", "register_at_fork", "sched_getaffinity", "sched_setaffinity", "nice"),
    *("getuid", "geteuid", "getgid", "getegid", "getgroups", "getpgid", "setsid", "killpg"),
    *("O_NOFOLLOW", "O_DIRECTORY", "O_NONBLOCK", "O_CLOEXEC", "O_SYNC", "O_PATH", "O_TMPFILE"),
    *("mkfifo", "mknod", "chown", "fchown", "lchown", "fchmod", "fchdir", "chroot", "statvfs"),
    *("sync", "fdatasync", "pread", "pwrite", "uname", "getloadavg", "sysconf"),
)


def take_away() -> None:
    """From now on this process finds itself on such a system."""
    _lock_as_windows_does()
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]  # importing it now fails
    for module, names in ((signal, SIGNALS), (os, OF_OS)):
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
    multiprocessing.set_start_method("spawn", force=True)
    setattr(shutil, "_use_fd_functions", False)  # noqa: B010  no part of what it declares
    setattr(tempfile, "_bin_openflags", os.O_RDWR | os.O_CREAT | os.O_EXCL)  # noqa: B010
    setattr(ctypes, "CDLL", _Library)  # noqa: B010
    _files_as_there()


class _Library(ctypes.CDLL):
    """A library; no process is one by itself."""

    def __init__(self, name: str | None, *given: Any, **settings: Any) -> None:
        if name is None:
            raise TypeError("bad argument type for built-in operation")
        super().__init__(name, *given, **settings)


# ── files ────────────────────────────────────────────────────────────────────────────────────


def _files_as_there() -> None:
    opened, renamed, replaced = os.open, os.rename, os.replace

    def open_file(path: Any, flags: int, *given: Any, **more: Any) -> int:
        _refuse(path, is_so=os.path.isdir(path))
        return opened(path, flags, *given, **more)

    def rename(source: Any, target: Any) -> None:
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "Cannot create a file that exists", str(target))
        _refuse(source, is_so=_is_open(source))
        renamed(source, target)

    def replace(source: Any, target: Any) -> None:
        _refuse(target, is_so=os.path.isdir(target) or _is_open(target) or _is_open(source))
        replaced(source, target)

    os.open, os.rename, os.replace = open_file, rename, replace  # type: ignore[assignment]
    for name in ("unlink", "remove", "rmdir"):
        setattr(os, name, _unless_open(getattr(os, name)))
    text = _text_as_there(io.open)
    builtins.open, io.open = text, text


def _refuse(path: object, *, is_so: bool) -> None:
    if is_so:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))


def _is_open(path: Any) -> bool:
    """Whether this process holds the file, or one in the folder."""
    name = os.path.realpath(path)
    held = (f"/proc/self/fd/{handle}" for handle in os.listdir("/proc/self/fd"))
    links = (os.readlink(link) for link in held if os.path.lexists(link))
    return any(link == name or link.startswith(f"{name}/") for link in links)


def _unless_open(remove: Callable[..., None]) -> Callable[..., None]:
    def carefully(path: Any, **more: Any) -> None:
        _refuse(path, is_so=_is_open(path))
        remove(path, **more)

    return carefully


def _text_as_there(opened: Callable[..., Any]) -> Callable[..., Any]:
    def with_its_habits(file: Any, mode: str = "r", *given: Any, **more: Any) -> Any:
        if "b" not in mode and not given:
            more.setdefault("encoding", None)
            more["encoding"] = more["encoding"] or "cp1252"
            if set("wxa+") & set(mode) and more.get("newline") is None:
                more["newline"] = "\r\n"
        return opened(file, mode, *given, **more)

    return with_its_habits


# ── locks ────────────────────────────────────────────────────────────────────────────────────


def _lock_as_windows_does() -> None:
    """Load the part of portalocker that is for Windows, above the two calls that it makes there."""
    sys.modules.update({name: _module(name, **parts) for name, parts in _WINDOWS.items()})
    parts = [name for name in sys.modules if name.startswith("portalocker.")]
    for name in parts:
        if not name.endswith("__about__"):
            del sys.modules[name]
            delattr(portalocker, name.removeprefix("portalocker."))
    os.name = "nt"
    try:
        importlib.reload(portalocker)
    finally:
        os.name = "posix"


def _module(name: str, **parts: Any) -> ModuleType:
    module = ModuleType(name)
    module.__dict__.update(parts)
    return module


class _Error(Exception):
    """As pywintypes.error."""

    winerror, strerror = 33, "The process cannot access the file"


_IMMEDIATELY, _EXCLUSIVELY = 1, 2
_LOCKING = (fcntl.flock, fcntl.LOCK_EX, fcntl.LOCK_SH, fcntl.LOCK_NB, fcntl.LOCK_UN)


def _lock_file(handle: int, mode: int, *_: Any) -> None:
    flock, exclusive, shared, at_once, _end = _LOCKING
    kind = exclusive if mode & _EXCLUSIVELY else shared
    try:
        flock(handle, kind | (at_once if mode & _IMMEDIATELY else 0))
    except BlockingIOError:
        raise _Error from None


def _locking(handle: int, mode: int, _: int) -> None:
    flock, exclusive, _shared, at_once, end = _LOCKING
    try:
        flock(handle, {0: end, 1: exclusive, 2: exclusive | at_once}[mode])
    except BlockingIOError:
        raise OSError(errno.EACCES, "Permission denied") from None


_WINDOWS: dict[str, dict[str, Any]] = {
    "msvcrt": {
        **{"LK_UNLCK": 0, "LK_LOCK": 1, "LK_NBLCK": 2, "LK_RLCK": 3, "LK_NBRLCK": 4},
        "locking": _locking,
        "get_osfhandle": lambda handle: handle,
    },
    "pywintypes": {"error": _Error, "OVERLAPPED": SimpleNamespace},
    "win32con": {"LOCKFILE_FAIL_IMMEDIATELY": _IMMEDIATELY, "LOCKFILE_EXCLUSIVE_LOCK": 2},
    "winerror": {"ERROR_LOCK_VIOLATION": 33, "ERROR_NOT_LOCKED": 158},
    "win32file": {"LockFileEx": _lock_file},
}


def verb(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the command so, its output in the alphabet that such a system has for pipes."""
    begun = begin(folder, *arguments)
    said, told = begun.communicate()
    return subprocess.CompletedProcess(arguments, begun.returncode, said, told)


def begin(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    """Begin to run the command so."""
    root = str(Path(__file__).parent.parent)
    return subprocess.Popen(
        (sys.executable, "-m", "tests.as_windows", "-C", str(folder), *arguments),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": root, "PYTHONIOENCODING": "cp1252"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


if __name__ == "__main__":
    take_away()
    importlib.import_module("generator.cli.main").program()
