"""The texts that the last look at finished files has found clean, so that each is judged once.

A page shows what many others show: a line, a title, a source. Such texts often differ only in the
ids and days that the program puts into them; judging one of each form is judging all of them.
"""

import re
from collections.abc import Iterable

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


class KnownTexts:
    """Texts by their hashes: Python's have 64 bits and a secret key, so no other text is taken for
    a known one by chance or on purpose."""

    def __init__(self) -> None:
        self._hashes: set[int] = set()

    def unknown(self, texts: Iterable[str]) -> list[str]:
        """Those that are not known, each once."""
        known = self._hashes
        return [text for text in dict.fromkeys(texts) if hash(text) not in known]

    def add(self, texts: Iterable[str]) -> None:
        self._hashes.update(map(hash, texts))
