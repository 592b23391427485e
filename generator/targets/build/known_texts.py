"""The texts that the last look at finished files has found clean, so that each is judged once.

A page shows what many others show: a line, a title, a source. Such texts often differ only in the
ids and days that the program puts into them; judging one of each form is judging all of them.
"""

import re
from collections.abc import Iterable
from mmap import mmap

# An id, or the day and month of a full date, where no other figures stand beside it that it could
# make a number with. The year stays: whether somebody is a child depends on it.
_APART = r"(?![\w/-]|\W{1,3}\d)"
_ID = rf"\b[A-Z]{{2}}-\d{{4}}-\d{{4,6}}(?=[/.-][A-Za-z]|{_APART})"
_DAY = rf"(?<![\w/.,+-])\d{{1,2}}/\d{{1,2}}/(?=(?:19|20)\d\d{_APART})"
_OURS = re.compile(rf"(?<!\d[ .,/+-])(?:(?P<id>{_ID})|{_DAY})")
_ANY_ID = str.maketrans("123456789", "0" * 9)
_ANY_DAY = str.maketrans("123456789", "1" * 9)


def form_of(text: str) -> str:
    """The text with the figures of its ids and days replaced, as many as there were."""
    return _OURS.sub(_replaced, text)


def _replaced(found: re.Match[str]) -> str:
    return found[0].translate(_ANY_ID if found["id"] else _ANY_DAY)


# Places in the shared table for each record, and places that are tried for a text.
_A_RECORD, _TRIED, _FEWEST = 64, 8, 1 << 10
_BITS = (1 << 64) - 1


class KnownTexts:
    """Texts by their hashes: Python's have 64 bits and a secret key, so no other text is taken for
    a known one by chance or on purpose.

    All workers know what one of them adds: they share a table, which is made before they start. A
    text that finds no place in it is known only where it was added.
    """

    def __init__(self, records: int) -> None:
        """`records` is how many the site shows; the table is large enough for their texts."""
        self._own: set[int] = set()
        self._rows = max(records * _A_RECORD, _FEWEST) // _TRIED
        self._table = memoryview(mmap(-1, self._rows * _TRIED * 8)).cast("Q")

    def unknown(self, texts: Iterable[str]) -> list[str]:
        """Those that are not known, each once."""
        own = self._own
        fresh = [text for text in dict.fromkeys(texts) if hash(text) not in own]
        return [text for text in fresh if not self._is_shared(hash(text))]

    def add(self, texts: Iterable[str]) -> None:
        added = set(map(hash, texts)) - self._own
        self._own |= added
        for number in added:
            self._share(number)

    def _is_shared(self, number: int) -> bool:
        first = self._first(number)
        return number & _BITS in self._table[first : first + _TRIED]

    def _share(self, number: int) -> None:
        first = self._first(number)
        row = self._table[first : first + _TRIED].tolist()
        if 0 in row and number & _BITS not in row:
            self._table[first + row.index(0)] = number & _BITS

    def _first(self, number: int) -> int:
        return number % self._rows * _TRIED
