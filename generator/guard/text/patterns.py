"""Patterns, compiled when first used (most never are), and lists of phrases."""

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


_TONES = {
    "oá": "óa", "oà": "òa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oé": "óe", "oè": "òe",
    "oẻ": "ỏe", "oẹ": "ọe", "uý": "úy", "uỳ": "ùy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_BOTH = {**_TONES, **{old: new for new, old in _TONES.items()}}
_TONE = later(rf"(?:{'|'.join(_BOTH)})(?!\w)")


def phrases(*written: str) -> tuple[str, ...]:
    """Phrases parted by bars, in any number of lines."""
    listed = (" ".join(one.split()) for text in written for one in text.split("|"))
    return tuple(one for one in listed if one)


def any_of(listed: tuple[str, ...]) -> str:
    """The pattern of these phrases, whole words, in both ways of writing the tone of oa and uy."""
    return rf"(?<!\w)(?:{'|'.join(map(both_tones, listed))})(?!\w)"


def both_tones(pattern: str) -> str:
    """A pattern that takes “hóa” and “hoá” alike."""
    return _TONE.sub(lambda found: f"(?:{found[0]}|{_BOTH[found[0]]})", pattern)
