"""BT609: whether a message fits its one-page card, checked before anything is issued.

An estimate without the PDF engine, in the smallest type size of the card. The assumed letter widths
are never less than those of the font, so it may warn a little too early, but never too late.
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
    """The sizes of a card in points, as in theme/pdf/documents/card*.yml (a test compares them)."""

    name: str
    width: float
    height: float
    size: float
    least: float
    gap: float
    code: float


A4 = CardSheet("A4", (210 - 2 * 12) * MM, (297 - 12 - 18) * MM, 12, 12, 2.4 * MM, 28 * MM)
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
    """What does not fit is left off the card, and its reader cannot know what is missing.

    On A4 the title, the question, what to say and what not to say must fit as a whole; on A5, the
    pocket card, this is only a warning.
    """
    for entry in corpus.of(Message):
        facts = _overflow(corpus, entry, A4)
        if facts:
            yield found(entry.key(str(facts["key"])), **facts)
        elif facts := _overflow(corpus, entry, A5):
            yield doubtful(entry.key(str(facts["key"])), **facts)


def _overflow(corpus: Corpus, entry: Entry[Message], sheet: CardSheet) -> Mapping[str, str | int]:
    """The facts of the finding: lines too many, and the longest key; empty when all fits."""
    record = entry.record
    heights = _text_heights(record, sheet)
    excess = sum(heights.values()) + _frame_height(corpus, record, sheet) - sheet.height
    if excess <= 0:
        return {}
    key = max(heights, key=lambda name: heights[name])
    return {
        "sheet": sheet.name,
        "key": key,
        "lines": _in_lines(excess, sheet),
        "taken": _in_lines(heights[key], sheet),
    }


def _in_lines(height: float, sheet: CardSheet) -> int:
    return max(1, round(height / (sheet.size * _LEADING)))


# ── the heights of all parts, in points; the figures are those of theme/pdf/card.css ─────────

_LEADING = 1.3
_AIR = 1.5 * MM  # more than any padding with its line adds


def _text_heights(record: Message, sheet: CardSheet) -> Mapping[str, float]:
    """The heights of the record's own texts, by key."""
    size, wide = sheet.size, sheet.width
    say = (_height(sentence.text, size * 1.35, 1.22, wide - 8 * MM) for sentence in record.say)
    inner = wide - 2 * 3 * MM - 6 * MM - 2
    unsaid = (_height(refusal.text, size, _LEADING, inner) for refusal in record.do_not_say)
    head = sheet.gap + _AIR + 2.25 + size * _LEADING + _AIR
    return {
        "title": _height(record.title, size * 1.12, 1.24, wide),
        "question": _height(record.question or "", size * 1.35, 1.18, wide) + MM,
        "say": head + sum(height + 1.2 * MM for height in say) if record.say else 0,
        "do_not_say": head + sum(height + 0.5 * MM for height in unsaid)
        if record.do_not_say
        else 0,
    }


def _frame_height(corpus: Corpus, record: Message, sheet: CardSheet) -> float:
    """The height of what every card shows: exercise, name, origin, validity, contact, link."""
    line, small = sheet.size * _LEADING, sheet.least * _LEADING
    programme = corpus.registry.programme
    exercise = line + 3.1 * MM + 4.5
    name = _height(programme.short_title + _LABELS, sheet.least, _LEADING, sheet.width) + small
    inner = sheet.width - 2 * 3 * MM - 4.5
    until = _height(_VALIDITY, sheet.size * 1.15, _LEADING, inner) + 2 * MM + 4.5 + sheet.gap
    notice = _height(_MORE, sheet.size, _LEADING, sheet.width) + MM
    unit = corpus.registry.units.get(record.contact or "")
    address = f"{programme.base_url}messages/{record.id}/" if programme.base_url else ""
    return exercise + name + until + notice + _foot_height(unit, address, sheet)


def _foot_height(unit: Unit | None, address: str, sheet: CardSheet) -> float:
    """The height of the foot: contact, next update, and address or whom to ask.

    With an address it stands beside the QR code; without one there is none.
    """
    wide, code = (sheet.width - sheet.code - 4 * MM, sheet.code) if address else (sheet.width, 0)
    contact = unit.contact if unit else None
    texts = [f"{unit.name}, {contact.title if contact else ''}"] if unit else []
    if contact:
        texts.append(f"{_PHONE} {contact.phone or ''} {contact.hours or ''}")
        texts.append(f"{_PHONE} {contact.email or ''}")
    reach = (contact.phone or contact.email or "", contact.hours or "") if contact else ()
    asked = f"{_ASK} {' · '.join((unit.name if unit else '', *reach))}"
    texts += [_NEXT, *((_SCAN, address) if address else (asked,))]
    lines = sum(_height(text, sheet.size, _LEADING, wide) + 0.4 * MM for text in texts)
    head = sheet.gap + _AIR + 2.25 + sheet.size * _LEADING + _AIR
    return head + max(lines, code)


# The longest text that the card can show in each of these places, in either language.
_LABELS = " · Thẻ nội dung thống nhất · Lưu hành nội bộ"
_VALIDITY = (
    "CHƯA ĐẾN LÚC DÙNG CHỈ DÙNG TỪ 18 giờ 00 ngày 28/12/2026 ĐẾN 18 giờ 00 ngày 28/12/2026 "
    "Quá thời hạn này thì không dùng nữa."
)
_PHONE = "Điện thoại: · Giờ trực:"
_NEXT = "Cập nhật tới: 18 giờ 00 ngày 28/12/2026"
_SCAN = "Quét mã để biết nội dung này còn dùng được không."
_ASK = "Muốn biết nội dung này còn dùng được không, hỏi:"
_MORE = "Thẻ chỉ đủ chỗ cho phần quan trọng nhất; xem đủ ở bản tin BT-2026-0001/v1."


def _height(text: str, size: float, leading: float, width: float) -> float:
    return _lines(text, width / size * 1000) * size * leading


def _lines(text: str, room: float) -> int:
    """How many lines a text takes; `room`: a line's width in thousandths of the type size."""
    count, left = 0, 0.0
    for word in re.split(r"[ \t\r\n]+", text.strip()):
        word_width = sum(map(_width, word))
        if word_width + _SPACE <= left:
            left -= word_width + _SPACE
            continue
        added = 1 + int(word_width // max(room - _WIDEST, _WIDEST)) if word_width > room else 1
        count, left = count + added, room - word_width if added == 1 else 0.0
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
    width = _BY_LETTER.get(parts[0], _WIDEST) if len(parts) > 1 else _WIDEST
    return width + (_HORN if "\u031b" in parts else 0)
