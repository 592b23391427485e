"""One document made in a process of its own, which the system may end when it takes too much."""

from collections.abc import Callable
from typing import TypeVar

from generator.targets.build.executor import WorkersLost, spread
from generator.targets.build.limits import interrupted_error

A = TypeVar("A")


def made_apart(render: Callable[[A], bytes], item: A, name: str) -> bytes:
    """Raises BulletinError, by this name, when it takes more time or memory than any should."""
    try:
        (made,) = spread(render, [item], least=0)
    except WorkersLost:
        raise interrupted_error([name]) from None
    return made
