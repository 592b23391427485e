"""Patterns that are compiled when they are first used: a program that starts uses few."""

import re
from typing import cast


def lazy_regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that behaves like a compiled one."""
    return cast("re.Pattern[str]", _LazyRegex(pattern, flags))


class _LazyRegex:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> object:
        """A method of the compiled pattern, stored so that this runs only once for each name."""
        method = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, method)
        return method
