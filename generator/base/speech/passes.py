"""What a pass over a text is: a form that people write, and how it is said."""

import re
from collections.abc import Callable, Iterable

Pass = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]

FREE, END = r"(?<![\w/.,])", r"(?![\w/]|[.,][0-9])"


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
