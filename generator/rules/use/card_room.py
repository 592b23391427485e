"""BT609: whether a message fits its one-page card, told before anything is issued.

An estimate without the engine that prints: lines of words whose widths are never less than the
font's, in the smallest type of the card. So it may speak a little early, and never too late.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.kinds.message import Message
from generator.model.registry.registry import Unit
from generator.rules.rule import Finding, doubtful, found, rule

MM = 72 / 25.4


class CardSheet(NamedTuple):
    """A card in points: what theme/pdf/documents/card*.yml says, which a test compares."""

    name: str
    width: float
    height: float
    size: float
    least: float
    gap: float
    code: float


A4 = CardSheet("A4", (210 - 2 * 14) * MM, (297 - 14 - 20) * MM, 12, 12, 3 * MM, 28 * MM)
A5 = CardSheet("A5", (148 - 2 * 9) * MM, (210 - 9 - 15) * MM, 9.5, 9, 1.6 * MM, 24 * MM)


@rule(
    "BT609",
    Bilingual(
        "Thẻ một trang khổ {sheet} không đủ chỗ: thừa khoảng {lines} dòng.",
        "The one-page card has no room on {sheet}: about {lines} lines too many.",
    ),
    Bilingual(
        "rút ngắn hoặc bớt ở khóa “{key}”, nơi dài nhất (khoảng {taken} dòng).",
        "shorten or drop something in “{key}”, which is the longest (about {taken} lines).",
    ),
)
def card_too_full(corpus: Corpus) -> Iterator[Finding]:
    """What does not fit is left off the card, and whoever holds it does not know what is missing.

    On A4 nothing of the title, the question, what to say and what not to say may be left off; on
    A5, for a pocket, this is only a warning.
    """
    for entry in corpus.of(Message):
        facts = _too_much(corpus, entry, A4)
        if facts:
            yield found(entry.key(str(facts["key"])), **facts)
        elif facts := _too_much(corpus, entry, A5):
            yield doubtful(entry.key(str(facts["key"])), **facts)


def _too_much(corpus: Corpus, entry: Entry[Message], sheet: CardSheet) -> Mapping[str, str | int]:
    """How many lines do not fit and where most stand; nothing when all fit."""
    record = entry.record
    taken = _texts(record, sheet)
    over = sum(taken.values()) + _around(corpus, record, sheet) - sheet.height
    if over <= 0:
        return {}
    key = max(taken, key=lambda one: taken[one])
    return {
        "sheet": sheet.name,
        "key": key,
        "lines": _in_lines(over, sheet),
        "taken": _in_lines(taken[key], sheet),
    }


def _in_lines(height: float, sheet: CardSheet) -> int:
    return max(1, round(height / (sheet.size * _LEADING)))


# ── how high everything stands, in points; the figures are those of theme/pdf/card.css ───────

_LEADING = 1.3
_AIR = 1.5 * MM  # more than any padding with its line adds


def _texts(record: Message, sheet: CardSheet) -> Mapping[str, float]:
    """What the record itself says, by its key."""
    size, wide = sheet.size, sheet.width
    say = (_height(one.text, size * 1.35, 1.22, wide - 8 * MM) for one in record.say)
    inner = wide - 2 * 3 * MM - 6 * MM - 2
    unsaid = (_height(one.text, size, _LEADING, inner) for one in record.do_not_say)
    head = sheet.gap + _AIR + 2.25 + size * _LEADING + _AIR
    return {
        "title": _height(record.title, size * 1.4, 1.18, wide) + MM,
        "question": _height(record.question or "", size * 1.12, 1.24, wide) + sheet.gap,
        "say": head + sum(one + 1.2 * MM for one in say) if record.say else 0,
        "do_not_say": head + sum(one + 0.5 * MM for one in unsaid) if record.do_not_say else 0,
    }


def _around(corpus: Corpus, record: Message, sheet: CardSheet) -> float:
    """What every card says: exercise, name, origin, until when, who answers, where the rest is."""
    line, small = sheet.size * _LEADING, sheet.least * _LEADING
    programme = corpus.registry.programme
    exercise = line + 3.1 * MM + 4.5
    name = _height(programme.short_title + _LABELS, sheet.least, _LEADING, sheet.width) + small
    inner = sheet.width - 2 * 3 * MM - 4.5
    until = _height(_VALIDITY, sheet.size * 1.15, _LEADING, inner) + 2 * MM + 4.5 + sheet.gap
    more = _height(_MORE, sheet.size, _LEADING, sheet.width) + MM
    unit = corpus.registry.units.get(record.contact or "")
    address = f"{programme.base_url}messages/{record.id}/" if programme.base_url else ""
    return exercise + name + until + more + _answers(unit, address, sheet)


def _answers(unit: Unit | None, address: str, sheet: CardSheet) -> float:
    """The foot of the card, beside the code: whom to ask, when the next word comes, where."""
    wide = sheet.width - sheet.code - 4 * MM
    given = unit.contact if unit else None
    texts = [f"{unit.name}, {given.title if given else ''}"] if unit else []
    if given:
        texts.append(f"{_PHONE} {given.phone or ''} {given.hours or ''}")
        texts.append(f"{_PHONE} {given.email or ''}")
    texts += [_NEXT, _SCAN, address]
    lines = sum(_height(one, sheet.size, _LEADING, wide) + 0.4 * MM for one in texts)
    head = sheet.gap + _AIR + 2.25 + sheet.size * _LEADING + _AIR
    return head + max(lines, sheet.code)


# The longest of what the card itself says in these places, in either language.
_LABELS = " · Thẻ nội dung thống nhất · Lưu hành nội bộ"
_VALIDITY = (
    "CHỈ DÙNG TỪ 18 giờ 00 ngày 28/12/2026 ĐẾN 18 giờ 00 ngày 28/12/2026 "
    "Chưa đến lúc dùng. Quá thời hạn này thì không dùng nữa."
)
_PHONE = "Điện thoại: · Giờ trực:"
_NEXT = "Cập nhật tới: 18 giờ 00 ngày 28/12/2026"
_SCAN = "Tìm ND-2026-0001 trên trang bản tin để biết nội dung này còn dùng được không."
_MORE = "Thẻ chỉ đủ chỗ cho phần quan trọng nhất; xem đủ ở trang ND-2026-0001 của bản tin."


def _height(text: str, size: float, leading: float, width: float) -> float:
    return _lines(text, width / size * 1000) * size * leading


def _lines(text: str, room: float) -> int:
    """Into how many lines a text goes that have room for so many thousandths of its type."""
    count, left = 0, 0.0
    for word in re.split(r"[ \t\r\n]+", text.strip()):
        taken = sum(map(_width, word))
        if taken + _SPACE <= left:
            left -= taken + _SPACE
            continue
        more = 1 + int(taken // max(room - _WIDEST, _WIDEST)) if taken > room else 1
        count, left = count + more, room - taken if more == 1 else 0.0
    return count if text.strip() else 0


# Widths in thousandths of the size of type, never less than those of Arimo, regular or bold.
_SPACE, _WIDEST = 280, 1120
_BY_LETTER: Mapping[str, int] = {
    **dict.fromkeys("'", 238),
    **dict.fromkeys("ijlI.,‘’/", 278),
    **dict.fromkeys("ft:;!()[]-·", 334),
    **dict.fromkeys("r*", 390),
    **dict.fromkeys('"', 475),
    **dict.fromkeys("z“”", 500),
    **dict.fromkeys("aceksvxyJ0123456789–$#_", 557),
    **dict.fromkeys("+<>=~", 584),
    **dict.fromkeys("bdghnopquđFLTZ?", 611),
    **dict.fromkeys("EPSVXY", 667),
    **dict.fromkeys("ABCDHKNRUĐ&", 723),
    **dict.fromkeys("wGOQ", 778),
    **dict.fromkeys("M", 834),
    **dict.fromkeys("m%", 890),
    **dict.fromkeys("W", 944),
}
_HORN = 145  # what ơ and ư are wider than o and u


def _width(letter: str) -> int:
    if letter in _BY_LETTER:
        return _BY_LETTER[letter]
    parts = tuple(unicodedata.normalize("NFD", letter))
    known = _BY_LETTER.get(parts[0], _WIDEST) if len(parts) > 1 else _WIDEST
    return known + (_HORN if "\u031b" in parts else 0)
