"""Makes a document in a separate process, which the system may end when it takes too much."""

from collections.abc import Callable
from typing import TypeVar

from generator.targets.build.executor import WorkersLost, spread
from generator.targets.build.limits import INTERRUPTED, NotPrinted

A = TypeVar("A")


def made_apart(render: Callable[[A], bytes], item: A, name: str) -> bytes:
    """`render(item)` in another process; NotPrinted with `name` when it exceeds the limits."""
    try:
        (content,) = spread(render, [item], least=0)
    except WorkersLost:
        raise NotPrinted(name, INTERRUPTED) from None
    return content
