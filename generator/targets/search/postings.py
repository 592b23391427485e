"""Numbers of documents as short text, for files that scripts read; search.js reads them back.

Half of the signs end a number, the other half say that more of it follows, the lowest part first.
"""

from collections.abc import Iterable

# Everything visible in ASCII that needs no escape in JSON.
SIGNS = "".join(sign for sign in map(chr, range(33, 127)) if sign not in '"\\')
_BASE = len(SIGNS) // 2


def coded(number: int) -> str:
    """One number, not below zero."""
    signs: list[str] = []
    while number >= _BASE:
        number, low = divmod(number, _BASE)
        signs.append(SIGNS[_BASE + low])
    return "".join((*signs, SIGNS[number]))


_SMALL = tuple(map(coded, range(4096)))


def ascending(numbers: Iterable[int]) -> str:
    """Numbers that only grow, each as its distance from the one before; the first from −1."""
    before, signs = -1, []
    for number in numbers:
        step = number - before
        signs.append(_SMALL[step] if step < len(_SMALL) else coded(step))
        before = number
    return "".join(signs)
