"""Which letters and signs paper can show: those of the shipped faces."""

import re
from functools import cache

from generator.resources import shipped

# Printed as nothing: marks of direction, joiners, selectors of an emoji's look.
INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]")


def unprintable(text: str) -> tuple[str, ...]:
    """The runs of signs in a text that no face has, as they stand."""
    return () if text.isascii() else tuple(_no_face().findall(INVISIBLE.sub("", text)))


def printable(text: str) -> str:
    """The text as paper shows it: a run of signs that no face has is named by its first, U+1F642.

    `check` refuses it before it is issued (BT612); never is another sign put in its place.
    """
    if text.isascii():
        return text
    return _no_face().sub(lambda run: f"[{named(run[0])}]", INVISIBLE.sub("", text))


def named(run: str) -> str:
    """A run of signs by the code of its first, as U+1F642."""
    return f"U+{ord(run[0]):04X}{'…' if len(run) > 1 else ''}"


@cache
def _no_face() -> re.Pattern[str]:
    ranges = (shipped("theme") / "pdf" / "letters.txt").read_text("ascii").split()
    spans = ("-".join(rf"\U{end:0>8}" for end in one.split("-")) for one in ranges)
    return re.compile(f"[^{''.join(spans)}\n\t\r\f]+")
