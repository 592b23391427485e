"""Patterns that are compiled when they are first used: most of them never are in a run."""

import re
from typing import cast


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to search with as with any other."""
    return cast("re.Pattern[str]", _Later(pattern, flags))


class _Later:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> object:
        """What it can do, kept so that this is asked once."""
        can = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, can)
        return can
