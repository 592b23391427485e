"""Telephone numbers written in words: “không chín một hai ba …”."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.guard.numbers.digit_runs import verdict_of
from generator.guard.text.plain_text import Passage, unaccented, word_forms
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_VALUES = {
    "không": "0", "hông": "0", "o": "0", "một": "1", "mốt": "1", "hai": "2", "ba": "3", "bốn": "4",
    "tư": "4", "năm": "5", "lăm": "5", "sáu": "6", "bảy": "7", "bẩy": "7", "tám": "8", "chín": "9",
}  # fmt: skip
_DIGITS = {**{unaccented(word): digit for word, digit in _VALUES.items()}, **_VALUES}
_WORD = "|".join(sorted(_DIGITS, key=len, reverse=True))
_PAIR = r"mươi|muoi|mười|linh|lẻ|trăm"
_SPELLED_OUT = lazy_regex(
    rf"(?<!\w)(?:(?:{_WORD}|{_PAIR}|\d{{1,4}})(?:[ ,.\-]{{1,3}}|$|(?=\W))){{5,}}", re.IGNORECASE
)
SPELLED_WORDS = word_forms(_VALUES)
_FEWEST = 3
_HINT = lazy_regex(
    r"không[ ,.\-]{1,3}(?:không|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)(?!\w)|cộng tám"
    r"|\d{1,4}[ ,.\-]{1,2}(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|không)"
    r"[ ,.\-]{1,2}(?:một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|không|mươi)(?!\w)"
)
_ENOUGH = 7
# A digit too few or too many is a slip of whoever spelled it.
_ABOUT_A_PHONE = lazy_regex(r"0[235789]\d{7,9}")
SPELLED_SIGNS = Signs(in_any_case=(_HINT,))


def spelled_numbers(passage: Passage) -> Iterator[Sighting]:
    """Runs of digit words that form a number of a person; some digits may be figures."""
    if len(SPELLED_WORDS & passage.words) < _FEWEST or not any(passage.matches(_HINT)):
        return
    for run in _SPELLED_OUT.finditer(passage.low):
        value = passage.text[run.start() : run.end()].rstrip(" ,.-")
        place = run.start(), run.start() + len(value)
        words, digits = re.findall(r"\w+", run[0]), in_figures(run[0])
        in_words = sum(word in _DIGITS for word in words)
        verdict = verdict_of(passage, place, value, digits) if in_words >= _FEWEST else None
        is_phone = _ABOUT_A_PHONE.fullmatch(digits) or _is_said_in_pairs(words)
        if verdict:
            yield Sighting(verdict[0], *place, value, verdict[1])
        elif in_words >= _FEWEST and is_phone:
            yield Sighting("BT501", *place, value, "phone")


def in_figures(text: str) -> str:
    """The digits of a text, each word and each figure read by itself."""
    words = re.findall(r"\w+", text.casefold())
    return "".join(_DIGITS.get(word, word if word.isdigit() else "") for word in words)


def _is_said_in_pairs(words: list[str]) -> bool:
    """Numbers said in pairs: “không chín mươi hai, ba mươi tư, …”."""
    digit_words = [word for word in words if word in _DIGITS]
    return words[0] in ("không", "khong") and len(digit_words) >= _ENOUGH
