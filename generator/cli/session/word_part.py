"""What reads and writes files of offices is an extra: without it, a sentence says what to type."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from generator.base.diagnostics import BulletinError

P = ParamSpec("P")
T = TypeVar("T")
_OPTIONAL = frozenset({"docx", "lxml", "mammoth", "openpyxl"})
_NOT_INSTALLED = BulletinError(
    "Tệp Word, ODT, Excel cần thêm một phần chưa cài; gõ: pip install 'bulletin-compiler[word]'",
    "Files of Word, ODT and Excel need a part that is not installed; type: pip install"
    " 'bulletin-compiler[word]'",
)


def needs_word_part(act: Callable[P, T]) -> Callable[P, T]:
    """`act` imports the part; BulletinError where it is not installed."""

    @wraps(act)
    def acted(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return act(*args, **kwargs)
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] not in _OPTIONAL:
                raise
            raise _NOT_INSTALLED from error

    return acted
