"""Vietnamese in letters from before Unicode (TCVN3, VNI), which reads as nonsense: refused."""

import re
from collections.abc import Iterable

from generator.targets.incoming.package import refused

_OLD_FONT = re.compile(r"\.Vn|VNI-|VNI ", re.IGNORECASE)
# What stands inside words of such texts, and never in Vietnamese or between its letters.
_NEVER = re.compile(
    r"[ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ]|(?<=[^\W\d_])[¡-©«¬®¯´¶-¹»-¿×÷](?!\W*$)"
    r"|[¡-©¬®¯¶¸¹¼-¿](?=[^\W\d_])"
)
_FEWEST = 3  # words; a name of another language has one or two
_SHARE = 4  # of the words of a line, one in so many


def refuse_old_letters(name: str, lines: Iterable[str]) -> None:
    """Refuse a file of which a line, or the whole, is in letters of TCVN3 or VNI."""
    odd, every = list[str](), 0
    for line in lines:
        said = line.split()
        found, words = [word for word in said if _NEVER.search(word)], len(said)
        if len(found) >= _FEWEST and len(found) * _SHARE >= words:
            _refuse(name, line)
        odd, every = [*odd[-9:], *found][:50], every + words
    if len(odd) >= _FEWEST and len(odd) * _SHARE >= every:
        _refuse(name, " ".join(odd))


def refuse_old_font(name: str, font: str, text: str) -> None:
    """Refuse a text in a font of such letters, where its letters are no Vietnamese."""
    if is_old_font(font) and _NEVER.search(text):
        _refuse(name, text)


def is_old_font(font: str) -> bool:
    return bool(_OLD_FONT.match(font))


def _refuse(name: str, text: str) -> None:
    said = " ".join(text.split())[:40]
    raise refused(
        name,
        f"có chữ bảng mã cũ (TCVN3 hoặc VNI), đọc ra “{said}”; đổi sang Unicode (trong UniKey:"
        " Ctrl+Shift+F6), lưu lại rồi nhập",
        f"it has letters from before Unicode (TCVN3 or VNI), which read “{said}”; turn them into"
        " Unicode, save and try again",
    )
