"""Patterns, compiled when first used (most never are), and lists of phrases."""

from generator.base.lazy_regex import lazy_regex

_TONES = {
    "oá": "óa", "oà": "òa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oé": "óe", "oè": "òe",
    "oẻ": "ỏe", "oẹ": "ọe", "uý": "úy", "uỳ": "ùy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_BOTH = {**_TONES, **{old: new for new, old in _TONES.items()}}
_TONE = lazy_regex(rf"(?:{'|'.join(_BOTH)})(?!\w)")


def phrases(*lines: str) -> tuple[str, ...]:
    """The phrases of these lines; bars separate them."""
    trimmed = (" ".join(phrase.split()) for line in lines for phrase in line.split("|"))
    return tuple(phrase for phrase in trimmed if phrase)


def any_of(alternatives: tuple[str, ...]) -> str:
    """A pattern for these phrases as whole words, with both spellings of the tone (hóa, hoá)."""
    return rf"(?<!\w)(?:{'|'.join(map(both_tones, alternatives))})(?!\w)"


def both_tones(pattern: str) -> str:
    """The pattern, changed to match both spellings of the tone: “hóa” and “hoá”."""
    return _TONE.sub(lambda match: f"(?:{match[0]}|{_BOTH[match[0]]})", pattern)
