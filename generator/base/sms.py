"""Short messages on telephones: a Vietnamese text without marks, and how many parts it needs.

Lengths after 3GPP TS 23.038 and 23.040: 160 characters of the GSM alphabet (153 in each part when
there are several), or 70 of any other alphabet (67 in each part when there are several).
"""

import unicodedata
from collections.abc import Iterator

_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ"
    "§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_TWO_PLACES = frozenset("^{}\\[~]|€")  # each takes two places
_SINGLE, _PER_PART = 160, 153
_SINGLE_WIDE, _PER_PART_WIDE = 70, 67
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
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(letters.split(" "))


def is_plain(text: str) -> bool:
    """Whether the text is all in the GSM alphabet."""
    return (_GSM | _TWO_PLACES).issuperset(text)


def length(text: str) -> int:
    """How many places a text takes in a message of its alphabet."""
    if is_plain(text):
        return len(text) + sum(letter in _TWO_PLACES for letter in text)
    return len(text.encode("utf-16-le")) // 2


def parts(text: str) -> int:
    """How many short messages a text is sent as."""
    single, per_part = (_SINGLE, _PER_PART) if is_plain(text) else (_SINGLE_WIDE, _PER_PART_WIDE)
    if length(text) <= single:
        return 1
    count, left = 0, 0
    for places in _places(text):  # a letter of two places is never split
        if places > left:
            count, left = count + 1, per_part
        left -= places
    return count


def _places(text: str) -> Iterator[int]:
    if is_plain(text):
        return (2 if letter in _TWO_PLACES else 1 for letter in text)
    return (len(letter.encode("utf-16-le")) // 2 for letter in text)
