"""Short messages on telephones: a Vietnamese text without marks, and into how many parts it goes.

Lengths after 3GPP TS 23.038 and 23.040: 160 characters of the GSM alphabet (153 in each of several
parts), or 70 of any other (67 in each of several).
"""

import unicodedata
from collections.abc import Iterator

_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ"
    "§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_TWICE = frozenset("^{}\\[~]|€")  # these take two places
_ONE, _EACH = 160, 153
_ONE_WIDE, _EACH_WIDE = 70, 67
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("–—−‑", "-"),
        **{"đ": "d", "Đ": "D", "…": "...", "₫": "d", "°": " do ", "•": "-", "×": "x", "µ": "u"},
        **{"≥": ">=", "≤": "<=", "±": "+-"},
    }
)


def unmarked(text: str) -> str:
    """The text in the letters of every telephone: “đường ống” as “duong ong”."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    kept = "".join(one for one in decomposed if not unicodedata.combining(one))
    return " ".join(kept.split(" "))


def is_plain(text: str) -> bool:
    """Whether the text is all in the GSM alphabet."""
    return (_GSM | _TWICE).issuperset(text)


def length(text: str) -> int:
    """The places that a text takes in a message of its alphabet."""
    if is_plain(text):
        return len(text) + sum(one in _TWICE for one in text)
    return len(text.encode("utf-16-le")) // 2


def parts(text: str) -> int:
    """How many short messages a text is sent as."""
    one, each = (_ONE, _EACH) if is_plain(text) else (_ONE_WIDE, _EACH_WIDE)
    if length(text) <= one:
        return 1
    count, left = 0, 0
    for places in _places(text):  # a letter of two places is never parted
        if places > left:
            count, left = count + 1, each
        left -= places
    return count


def _places(text: str) -> Iterator[int]:
    if is_plain(text):
        return (2 if letter in _TWICE else 1 for letter in text)
    return (len(letter.encode("utf-16-le")) // 2 for letter in text)
