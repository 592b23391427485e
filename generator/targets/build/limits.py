"""How much time and memory a document may take, and the errors when it takes more.

Two timers run while a document is made. When the first ends, Python raises an error that names the
document. The second is for code that does not return to Python, such as a text engine in an endless
loop: the system ends the process, and the waiting process reports it (`executor.WorkersLost`,
`INTERRUPTED`). Therefore documents are made in separate processes.
"""

import gc
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from generator.base.diagnostics import BulletinError
from generator.base.text import Bilingual


class NotPrinted(BulletinError):  # noqa: N818  it is an answer, not a failure
    """A document that cannot be made, and why in a few words; all others still can."""

    def __init__(self, title: str, reason: Bilingual) -> None:
        super().__init__(
            f"Không in được “{title}”: {reason.vi}. Hãy chia văn bản thành nhiều phần ngắn hơn.",
            f"“{title}” could not be printed: {reason.en}. Split the text into shorter parts.",
        )
        self.title, self.reason = title, reason

    def __reduce__(self) -> tuple[type["NotPrinted"], tuple[str, Bilingual]]:  # type: ignore[override]  # its own arguments
        return type(self), (self.title, self.reason)


INTERRUPTED = Bilingual(
    "máy đã ngắt giữa chừng vì quá giờ hoặc hết bộ nhớ",
    "the system ended it, out of time or memory",
)
_TOO_LARGE = Bilingual("cần nhiều bộ nhớ hơn mức cho phép", "it needs more memory than allowed")


class Limits(NamedTuple):
    """Seconds of processor time and MiB of memory: for a document, and more for each page."""

    seconds: float = 120
    seconds_a_page: float = 1
    grace: float = 30
    mebibytes: int = 2048
    mebibytes_a_page: int = 4


# A page takes 0.1 s and 1 MiB on an office computer: ten times and four times that are allowed.
LIMITS = Limits()
_LETTERS_A_PAGE = 4_000  # of HTML; no page holds fewer when it is full
_MIB = 1024 * 1024
_NEXT_SIGNAL = 1.0  # seconds until the first timer repeats, if the engine caught the first error


class _OutOfTime(BaseException):
    """Not an Exception, because engines catch every Exception and go on."""


@contextmanager
def limited(title: str, letters: int) -> Iterator[None]:
    """Run the making of a document (`letters` of HTML) within the limits, or raise NotPrinted.

    Works only in the main thread of a process; a worker has no other.
    """
    gc.collect()  # the boxes of the document before refer to each other in circles: free them first
    pages = 1 + letters // _LETTERS_A_PAGE
    seconds = LIMITS.seconds + pages * LIMITS.seconds_a_page
    try:
        with _clocks(seconds), _memory((LIMITS.mebibytes + pages * LIMITS.mebibytes_a_page) * _MIB):
            yield
    except _OutOfTime:
        raise NotPrinted(title, _too_slow(seconds)) from None
    except MemoryError:
        raise NotPrinted(title, _TOO_LARGE) from None
    except Exception as error:  # an engine may raise anything; the others go on
        raise NotPrinted(title, _failed(error)) from error


def _too_slow(seconds: float) -> Bilingual:
    return Bilingual(f"quá {seconds:.0f} giây chưa xong", f"not done after {seconds:.0f} seconds")


def _failed(error: Exception) -> Bilingual:
    what = f"{type(error).__name__}: {error}".removesuffix(": ")
    return Bilingual(f"bộ in báo lỗi ({what})", f"the engine failed ({what})")


@contextmanager
def _clocks(seconds: float) -> Iterator[None]:
    before = signal.signal(signal.SIGVTALRM, _ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _NEXT_SIGNAL)
    signal.setitimer(signal.ITIMER_PROF, seconds + LIMITS.grace)  # no handler: it ends the process
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGVTALRM, before)


def _ring(*_: object) -> None:
    raise _OutOfTime


@contextmanager
def _memory(most: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_DATA)
    ceilings = [limit for limit in (*before, most) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_DATA, (min(ceilings), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)
