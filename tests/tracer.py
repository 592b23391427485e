"""Follows a process and all that it starts by ptrace, and ends it at the n-th call of a kind.

A filter of the kernel (seccomp) stops it at the calls in question alone: strace, attached to a
running process, would stop it at every call, and a build makes a hundred thousand. Linux, x86-64.
"""

import ctypes
import os
import signal
import struct
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

CALLS: Mapping[str, int] = {
    **{"write": 1, "close": 3, "sendfile": 40, "clone": 56, "fork": 57, "vfork": 58, "execve": 59},
    **{"flock": 73, "fsync": 74, "ftruncate": 77, "rename": 82, "mkdir": 83, "rmdir": 84},
    **{"link": 86, "unlink": 87, "symlink": 88, "chmod": 90, "fchmod": 91, "sync": 162},
    **{"openat": 257, "mkdirat": 258, "unlinkat": 263, "renameat": 264, "linkat": 265},
    **{"symlinkat": 266, "utimensat": 280, "renameat2": 316, "copy_file_range": 326},
    "clone3": 435,
}
_NAMES = {number: name for name, number in CALLS.items()}


class Kill(NamedTuple):
    """At which call of a process it is killed; with EVERY call it is followed to its end."""

    call: str
    number: int


EVERY = Kill("", 0)


class Followed(NamedTuple):
    """The calls that a process and its children made, and whether it was killed."""

    calls: Mapping[str, int]
    was_killed: bool


_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.argtypes = (ctypes.c_ulong, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
_libc.ptrace.restype = ctypes.c_long
_CONT, _GETEVENTMSG, _SEIZE = 7, 0x4201, 0x4206
# Every process and thread that it starts is followed too, and ends with us.
_OPTIONS = 2 | 4 | 8 | 0x80 | 0x100000  # FORK, VFORK, CLONE, SECCOMP, EXITKILL
_EVENT_SECCOMP = 7
_ALL_KINDS = 0x40000000  # __WALL: threads too


def begin_to_follow(process: int) -> None:
    if _libc.ptrace(_SEIZE, process, None, _OPTIONS) != 0:
        raise OSError(ctypes.get_errno(), "ptrace")


def stop_at_calls(kill: Kill) -> None:
    """In the process that is followed: from now on the kernel stops it at these calls."""
    numbers = [CALLS[kill.call]] if kill.call else [*CALLS.values()]
    steps = [(0x20, 0, 0, 0)]  # load the number of the call
    for number in numbers:  # if it is this one, stop, and tell the tracer which
        steps += [(0x15, 0, 1, number), (0x06, 0, 0, 0x7FF00000 | number)]
    steps.append((0x06, 0, 0, 0x7FFF0000))  # else go on
    code = b"".join(struct.pack("HBBI", *step) for step in steps)
    held = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("HxxxxxxQ", len(steps), ctypes.addressof(held))
    if _libc.prctl(38, 1, 0, 0, 0) or _libc.prctl(22, 2, program):  # NO_NEW_PRIVS, SECCOMP
        raise OSError(ctypes.get_errno(), "seccomp")


_PATIENCE = 5  # seconds for what a process started to end after it


class Follower:
    """Follows a process to its end, and what it started to theirs."""

    def __init__(self, process: int, kill: Kill, ended: dict[int, int]) -> None:
        """`ended` gets what waitpid tells, also of processes that are not followed."""
        self.process, self.kill, self.ended = process, kill, ended
        self.calls: Counter[str] = Counter()
        self.was_killed = False

    def follow(self) -> Followed:
        while self.process not in self.ended:
            self._go_on(*os.waitpid(-1, _ALL_KINDS))
        last = time.monotonic() + _PATIENCE
        # What it was starting when it was killed is in no event: the session tells.
        while time.monotonic() < last and any(alive_in(self.process)):
            with suppress(ChildProcessError):
                self._go_on(*os.waitpid(-1, _ALL_KINDS | os.WNOHANG))
        return Followed(self.calls, self.was_killed)

    def _go_on(self, stopped: int, status: int) -> None:
        if stopped and not os.WIFSTOPPED(status):
            self.ended[stopped] = status
        elif stopped:
            event = status >> 16
            # Another may have killed it meanwhile: then the kernel tells of no call any more.
            call = _NAMES.get(_told(stopped)) if event == _EVENT_SECCOMP else None
            if call:
                self._count(call)
            _libc.ptrace(_CONT, stopped, None, 0 if event else os.WSTOPSIG(status))

    def _count(self, call: str) -> None:
        self.calls[call] += 1
        if self.kill == (call, self.calls[call]):
            os.kill(self.process, signal.SIGKILL)
            self.was_killed = True


def _told(process: int) -> int:
    """What the kernel tells of an event: the number of the call."""
    message = ctypes.c_ulong()
    _libc.ptrace(_GETEVENTMSG, process, None, ctypes.addressof(message))
    return message.value


def alive_in(session: int) -> Iterator[int]:
    """The processes of a session that have not ended."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, _, of_session, *_ = stat.read_text().rpartition(")")[2].split()
            if int(of_session) == session and state not in "ZX":
                yield int(stat.parent.name)
