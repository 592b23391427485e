"""How much time and memory a document may take, and the errors when it takes more.

Two timers run while a document is made. When the first ends, Python raises an error that names the
document. The second is for code that does not return to Python, such as a text engine in an endless
loop: the system ends the process, and the waiting process reports it (`executor.WorkersLost`,
`interrupted_error`). Therefore documents are made in separate processes.
"""

import gc
import resource
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from generator.base.diagnostics import BulletinError


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
    """Run the making of a document (`letters` of HTML) within the limits, or raise BulletinError.

    Works only in the main thread of a process; a worker has no other.
    """
    gc.collect()  # the boxes of the document before refer to each other in circles: free them first
    pages = 1 + letters // _LETTERS_A_PAGE
    seconds = LIMITS.seconds + pages * LIMITS.seconds_a_page
    try:
        with _clocks(seconds), _memory((LIMITS.mebibytes + pages * LIMITS.mebibytes_a_page) * _MIB):
            yield
    except _OutOfTime:
        raise _too_slow(title, seconds) from None
    except MemoryError:
        raise _too_large(title) from None


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


def interrupted_error(names: Sequence[str]) -> BulletinError:
    """The error when the system ended a process that was making one of these files."""
    vi, en = " hoặc ".join(names), " or ".join(names)
    return BulletinError(
        f"Máy đã ngắt giữa chừng khi đang làm {vi}: quá giờ hoặc hết bộ nhớ. {_REST_VI}",
        f"The system ended the making of {en}: out of time or memory. {_REST_EN}",
    )


def _too_slow(title: str, seconds: float) -> BulletinError:
    return BulletinError(
        f"Không in được “{title}”: quá {seconds:.0f} giây chưa xong. {_REST_VI}",
        f"“{title}” could not be printed: not done after {seconds:.0f} seconds. {_REST_EN}",
    )


def _too_large(title: str) -> BulletinError:
    return BulletinError(
        f"Không in được “{title}”: cần nhiều bộ nhớ hơn mức cho phép. {_REST_VI}",
        f"“{title}” could not be printed: it needs more memory than allowed. {_REST_EN}",
    )


_REST_VI = (
    "Chưa tệp nào bị thay đổi. Hãy chia văn bản thành nhiều phần ngắn hơn; trong khi chờ, "
    "“bulletin build --no-pdf” vẫn dựng được trang không kèm bản in."
)
_REST_EN = (
    "No file was changed. Split the text into shorter parts; meanwhile “bulletin build --no-pdf” "
    "builds the site without prints."
)
