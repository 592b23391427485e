"""Which characters a text may hold: visible ones of our writing, composed (NFC), in UTF-8."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import is_normalized

from generator.base.diagnostics import Diagnostic
from generator.base.span import Place, Span
from generator.base.text import Bilingual, nfc
from generator.source.problems import BAD_CHARACTER, fix_command
from generator.source.yaml.lookalikes import SIGNS, Lookalike, lookalikes
from generator.source.yaml.misplaced_lines import keyed_lines

_HIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
# A picture sign (emoji) may be followed by U+FE0F, and joined to another by U+200D.
_PICTURES = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff"
FORBIDDEN = re.compile(
    f"[{_HIDDEN}]|(?<![{_PICTURES}])\ufe0f(?!\u20e3)|(?<![{_PICTURES}\ufe0f])\u200d|\u200d(?![{_PICTURES}])"
)
# What is seen by nobody and means nothing, so that `bulletin fix` may take it away.
ZERO_WIDTH = frozenset("\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_SUSPECT = re.compile(f"[{_HIDDEN}\u200d\ufe0f{SIGNS}]")
_LISTED = 5


class _Flaw(NamedTuple):
    """What is wrong with some characters of a text, and what to do."""

    start: int
    end: int
    what: Bilingual
    mend: Bilingual

    def at(self, place: Place | Span) -> Diagnostic:
        return BAD_CHARACTER.at(place, what=self.what, mend=self.mend)


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
                "mở tệp bằng chương trình đã viết nó, chọn Lưu thành (Save as), bảng mã"
                " (Encoding) UTF-8",
                "open it in the program that wrote it, and save it with the encoding UTF-8",
            ),
        )


def in_source(path: str, text: str) -> Iterator[Diagnostic]:
    """Bad characters in the text of a file, each sort at most once for each key on the left."""
    if _is_plain(text):
        return
    line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
    first_lines = sorted({0, *(key_line.number for key_line in keyed_lines(text))})
    for first, after in zip(first_lines, [*first_lines[1:], None], strict=True):
        start = line_starts[first]
        field = text[start : line_starts[after] if after is not None else len(text)]
        for flaw in _flaws(field, fix_command(path)):
            yield flaw.at(_span(path, first, field, flaw))


def in_value(place: Place, value: str) -> Diagnostic | None:
    """The first bad character of a decoded value; `in_source` cannot see escaped ones."""
    if _is_plain(value):
        return None
    indent = len(value) - len(value.lstrip())
    flaw = next(_flaws(value), None)
    return flaw.at(place.part(flaw.start - indent, flaw.end - indent)) if flaw else None


def _is_plain(text: str) -> bool:
    """Whether a text has nothing that could be a flaw; most have not, and this is told quickly."""
    return not _SUSPECT.search(text) and is_normalized("NFC", text)


def _span(path: str, first_line: int, field: str, flaw: _Flaw) -> Span:
    line = first_line + field.count("\n", 0, flaw.start) + 1
    column = flaw.start - field.rfind("\n", 0, flaw.start)
    return Span(path, line, column, flaw.end - flaw.start)


def _flaws(text: str, command: str = "") -> Iterator[_Flaw]:
    """The flaws of a text, one of each sort; `command` mends hidden signs and detached marks."""
    hidden = list(FORBIDDEN.finditer(text))
    if hidden:
        yield _hidden_flaw(hidden, command)
    composed = nfc(text)
    if composed != text:
        at = _first_difference(text, composed)
        yield _Flaw(at, at + 1, _DETACHED, _with_command(command, _COMPOSE))
    foreign = list(lookalikes(composed))
    if foreign and composed == text:
        yield _foreign_flaw(foreign)


def _hidden_flaw(hidden: "list[re.Match[str]]", command: str) -> _Flaw:
    signs = list(dict.fromkeys(match[0] for match in hidden))
    names = ", ".join(f"U+{ord(sign):04X}" for sign in signs[:_LISTED])
    what = Bilingual(f"ký tự ẩn hoặc điều khiển {names}", f"hidden or control characters ({names})")
    is_mended = ZERO_WIDTH.issuperset(signs)
    mend = _with_command(command if is_mended else "", _REMOVE)
    return _Flaw(*hidden[0].span(), what, mend)


def _foreign_flaw(foreign: list[Lookalike]) -> _Flaw:
    first = foreign[0]
    words = ", ".join(dict.fromkeys(f"“{word.right}”" for word in foreign[:_LISTED]))
    sign = f"“{first.letter}” (U+{ord(first.letter[-1]):04X})"
    what = Bilingual(
        f"chữ {sign} trông giống chữ tiếng Việt nhưng là chữ của bảng chữ khác",
        f"the letter {sign}, which looks like one of ours and is another",
    )
    mend = Bilingual(
        f"xóa rồi gõ lại bằng bộ gõ tiếng Việt: {words}", f"delete and type again: {words}"
    )
    return _Flaw(first.start, first.end, what, mend)


def _with_command(command: str, by_hand: Bilingual) -> Bilingual:
    if not command:
        return by_hand
    return Bilingual(f"chạy {command}; hoặc {by_hand.vi}", f"run {command}; or {by_hand.en}")


def _first_difference(text: str, composed: str) -> int:
    pairs = enumerate(zip(text, composed, strict=False))
    return next(
        (position for position, (letter, composed_letter) in pairs if letter != composed_letter), 0
    )


_REMOVE = Bilingual("xóa ký tự đó rồi gõ lại chỗ này", "delete the character and type it again")
_COMPOSE = Bilingual(
    "chọn bảng mã Unicode dựng sẵn trong bộ gõ rồi gõ lại chữ này",
    "type the word again with a composed keyboard",
)
_DETACHED = Bilingual(
    "chữ mà dấu thanh, dấu mũ bị tách rời khỏi chữ cái (Unicode tổ hợp)",
    "letters with detached marks (not NFC)",
)
