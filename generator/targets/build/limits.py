"""How much time and memory a document may take, and the errors when it takes more.

Two timers run while a document is made. When the first ends, Python raises an error that names the
document. The second is for code that does not return to Python, such as a text engine in an endless
loop: the system ends the process, and the waiting process reports it (`executor.WorkersLost`,
`INTERRUPTED`). Therefore documents are made in separate processes.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from generator.base.diagnostics import BulletinError
from generator.base.text import Bilingual
from generator.system import OutOfTime, memory_limit, time_limit


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


@contextmanager
def limited(title: str, letters: int) -> Iterator[None]:
    """Run the making of a document (`letters` of HTML) within the limits, or raise NotPrinted.

    Works only in the main thread of a process; a worker has no other.
    """
    gc.collect()  # the boxes of the document before refer to each other in circles: free them first
    pages = 1 + letters // _LETTERS_A_PAGE
    seconds = LIMITS.seconds + pages * LIMITS.seconds_a_page
    most = (LIMITS.mebibytes + pages * LIMITS.mebibytes_a_page) * _MIB
    try:
        with time_limit(seconds, LIMITS.grace), memory_limit(most):
            yield
    except OutOfTime:
        raise NotPrinted(title, _too_slow(seconds)) from None
    except MemoryError:
        raise NotPrinted(title, _TOO_LARGE) from None
    except BulletinError:  # it says itself what is wrong
        raise
    except Exception as error:  # an engine may raise anything; the others go on
        raise NotPrinted(title, _failed(error)) from error


def _too_slow(seconds: float) -> Bilingual:
    return Bilingual(f"quá {seconds:.0f} giây chưa xong", f"not done after {seconds:.0f} seconds")


def _failed(error: Exception) -> Bilingual:
    what = f"{type(error).__name__}: {error}".removesuffix(": ")
    return Bilingual(f"bộ in báo lỗi ({what})", f"the engine failed ({what})")
