"""Which characters a text may hold: visible ones, composed (NFC), in UTF-8."""

import re
from collections.abc import Iterator
from unicodedata import is_normalized

from generator.base.diagnostics import Diagnostic
from generator.base.span import Place, Span
from generator.base.text import Bilingual, nfc
from generator.source.problems import BAD_CHARACTER

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_REMOVE = Bilingual("xóa ký tự đó rồi gõ lại chỗ này", "delete the character and type it again")
_COMPOSE = Bilingual(
    "chọn bảng mã Unicode dựng sẵn trong bộ gõ rồi gõ lại chữ này",
    "type the word again with a composed keyboard",
)


def decode(path: str, content: bytes) -> str | Diagnostic:
    """The text of a file, or the problem at its first byte that is not UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return BAD_CHARACTER.at(
            Span(path, line, column),
            what=Bilingual(
                "một byte không phải chữ UTF-8 (tệp được lưu bằng bảng mã khác)",
                "a byte that is not UTF-8 (the file was saved in another encoding)",
            ),
            mend=Bilingual(
                "lưu lại tệp với bảng mã UTF-8", "save the file again in the encoding UTF-8"
            ),
        )


def in_source(path: str, text: str) -> Iterator[Diagnostic]:
    """Bad characters in the text of a file, at most one for each line."""
    if not FORBIDDEN.search(text) and is_normalized("NFC", text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        problem = _first_problem(Span(path, number), line)
        if problem:
            yield problem


def in_value(place: Place, value: str) -> Diagnostic | None:
    """The first bad character of a decoded value; `in_source` cannot see escaped ones."""
    indent = len(value) - len(value.lstrip())
    match = FORBIDDEN.search(value)
    if match:
        return _forbidden_problem(
            place.part(match.start() - indent, match.end() - indent), match[0]
        )
    composed = nfc(value)
    if composed == value:
        return None
    position = _first_difference(value, composed)
    return _decomposed_problem(place.part(position - indent, position - indent + 1))


def _first_difference(text: str, composed: str) -> int:
    pairs = enumerate(zip(text, composed, strict=False))
    return next(
        (position for position, (letter, composed_letter) in pairs if letter != composed_letter), 0
    )


def _first_problem(span: Span, line: str) -> Diagnostic | None:
    match = FORBIDDEN.search(line)
    if match:
        return _forbidden_problem(Span(span.path, span.line, match.start() + 1), match[0])
    composed = nfc(line)
    if composed == line:
        return None
    return _decomposed_problem(Span(span.path, span.line, _first_difference(line, composed) + 1))


def _forbidden_problem(place: Place | Span, character: str) -> Diagnostic:
    name = f"U+{ord(character):04X}"
    what = Bilingual(f"ký tự ẩn hoặc điều khiển {name}", f"the hidden or control character {name}")
    return BAD_CHARACTER.at(place, what=what, mend=_REMOVE)


def _decomposed_problem(place: Place | Span) -> Diagnostic:
    what = Bilingual(
        "chữ mà dấu thanh, dấu mũ bị tách rời khỏi chữ cái (Unicode tổ hợp)",
        "letters with detached marks (not NFC)",
    )
    return BAD_CHARACTER.at(place, what=what, mend=_COMPOSE)
