"""Numbers of pages as short text in the files of the index; search.js decodes them.

Half of the signs end a number; the other half mean that more signs follow. The lowest part comes
first.
"""

from collections.abc import Iterable

# All visible ASCII characters that need no escape in JSON.
SIGNS = "".join(sign for sign in map(chr, range(33, 127)) if sign not in '"\\')
_BASE = len(SIGNS) // 2


def coded(number: int) -> str:
    """A number from 0 up."""
    signs: list[str] = []
    while number >= _BASE:
        number, low = divmod(number, _BASE)
        signs.append(SIGNS[_BASE + low])
    return "".join((*signs, SIGNS[number]))


_SMALL = tuple(map(coded, range(4096)))


def ascending(numbers: Iterable[int]) -> str:
    """Ascending numbers, each as its distance from the number before; the first from −1."""
    before, signs = -1, []
    for number in numbers:
        step = number - before
        signs.append(_SMALL[step] if step < len(_SMALL) else coded(step))
        before = number
    return "".join(signs)
