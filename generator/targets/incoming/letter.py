"""Which parts of an incoming document are its head, its title, its text and its signatures."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from generator.base.text import Bilingual, nfc
from generator.targets.incoming.blocks import Block, begun
from generator.targets.incoming.foot import foot

_NUMBER = re.compile(r"\bSố\s*:?\s*([0-9]+\s*[-/]\s*[A-ZĐ0-9][\w\-/.&]*)")
_DAY = re.compile(r"\bngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_MATTER = re.compile(r"\bV/v:?\s+(.+)", re.IGNORECASE)
# A place that a day follows, at the end of a line that was two columns once.
_PLACE = re.compile(r"(?:\s+[A-ZĐÀ-Ỹ][^\s,]*)*,\s*ngày\b.*")
_OPENING = re.compile(r"kính gửi\s*:?", re.IGNORECASE)
_NATION = re.compile(
    r"((?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN) VIỆT NAM"
    r"|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc)",
    re.IGNORECASE,
)
_STAMP = re.compile(r"[\W\d_]*|HỎA TỐC|HOẢ TỐC|(?:THƯỢNG )?KHẨN|DỰ THẢO|SAO Y")
_RULE = re.compile(r"[-–—_*=~+.…·\s]*")
# A line of a head that says nothing of its own once the head has been read.
_KNOWN_LINE = re.compile(
    f"{_NUMBER.pattern}|{_DAY.pattern}|{_MATTER.pattern}|{_NATION.pattern}", re.IGNORECASE
)
_LETTER = "Công văn"
# Nghị định 30/2020/NĐ-CP, điều 7, and Hướng dẫn 05-HD/VPTW: names that stand above an abstract.
TYPES = (
    *("Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông cáo", "Thông báo"),
    *("Hướng dẫn", "Chương trình", "Kế hoạch", "Phương án", "Đề án", "Dự án", "Báo cáo"),
    *("Biên bản", "Tờ trình", "Hợp đồng", "Công điện", "Kết luận", "Giấy mời", _LETTER),
)
_HEAD_BLOCKS = 14  # in which the title of a paper stands


class Letter(NamedTuple):
    """An incoming document: its title, what it is cited as, and its text."""

    title: str
    reference: str
    body: tuple[Block, ...]
    notes: tuple[Bilingual, ...] = ()


def letter(blocks: Sequence[Block], types: Iterable[str], units: Iterable[str]) -> Letter:
    """A document by its head; one without a head is all text, its first line the title.

    `types` are further names of types, `units` names of offices as the registry spells them.
    """
    filled = [block for block in blocks if block.lines()]
    names = {name.upper(): name for name in (*TYPES, *types)}
    start = _type_at(filled, names)
    head = _head(filled, start)
    lines = _lines(head)
    kind, title, body = _titled(filled, start, names, lines)
    reference = _reference(kind, lines, {unit.upper(): unit for unit in units})
    kept, told = _without_foot(body)
    notes = (*_unsaid(lines, (title, reference)), *told)
    return Letter(title, reference, tuple(kept), notes)


def _type_at(blocks: Sequence[Block], names: Iterable[str]) -> int | None:
    """Where the name of the type begins a line in capitals, with a head and no text above it."""
    for number, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if not block.rows and _type_of(block.lines()[0], names):
            above = _lines(blocks[:number])
            return number if not above or any(map(_is_of_head, above)) else None
    return None


def _is_of_head(line: str) -> bool:
    return line.isupper() or bool(_NUMBER.search(line) or _DAY.search(line))


def _lines(head: Iterable[Block]) -> list[str]:
    """The lines of a head; where gaps make two columns, first the left one, then the right."""
    left, right = list[str](), list[str]()
    for block in head:
        if block.beside and not block.rows:
            left.extend(one for one, _ in block.beside if one)
            right.extend(one for _, one in block.beside if one)
        else:
            left.extend(block.lines())
    parted = (part for line in (*left, *right) for part in _NATION.split(line))
    return [part.strip() for part in parted if part and part.strip()]


def _type_of(line: str, names: Iterable[str]) -> str:
    """The name with which a line in capitals begins; the longest, as in “Thông báo kết luận”."""
    begun = f"{line.rstrip(' :')} "
    return max((name for name in names if begun.startswith(f"{name} ")), key=len, default="")


def _head(blocks: Sequence[Block], start: int | None) -> Sequence[Block]:
    if start is not None:
        return blocks[:start]
    opening = (n for n, block in enumerate(blocks[:_HEAD_BLOCKS]) if _OPENING.match(block.text))
    return blocks[: next(opening, 1 if blocks and blocks[0].rows else 0)]


def _titled(
    blocks: Sequence[Block], start: int | None, names: dict[str, str], head: Sequence[str]
) -> tuple[str, str, Sequence[Block]]:
    """The type, the title and the text."""
    if start is not None:
        first, *others = blocks[start].lines()
        kind, rest = _type_of(first, names), blocks[start + 1 :]
        own = [line for line in (first.removeprefix(kind).strip(" :"), *others) if line]
        if not (own or rest) or (rest and rest[0].rows and not own):
            return names[kind], names[kind], rest
        lines = own or rest[0].lines()
        return names[kind], " ".join(lines), rest if own else rest[1:]
    matter = _matter(head)
    body = blocks[len(_head(blocks, None)) :]
    if matter or (head and _OPENING.match(body[0].text if body else "")):
        return _LETTER, matter or body[0].lines()[0], body
    return "", body[0].lines()[0] if body else "", body


def _matter(head: Sequence[str]) -> str:
    """What stands behind V/v, with the lines that go on in small letters, without a place."""
    for number, line in enumerate(head):
        if found := _MATTER.search(line):
            going_on = takewhile(lambda one: one[:1].islower(), head[number + 1 :])
            return _PLACE.sub("", " ".join((found[1], *going_on)))
    return ""


def _reference(kind: str, head: Sequence[str], units: dict[str, str]) -> str:
    """What the document is cited as: type, number, day and issuer, as far as its head says."""
    text = "\n".join(head)
    number, day = _NUMBER.search(text), _DAY.search(text)
    parts = (
        kind or ("Văn bản" if number or day else ""),
        f"số {_tight(number[1])}" if number else "",
        f"ngày {int(day[1])}/{int(day[2])}/{day[3]}" if day else "",
        f"của {issuer}" if (issuer := _issuer(head, units)) and (number or day) else "",
    )
    return " ".join(filter(None, parts))


def _tight(number: str) -> str:
    return "".join(number.split())


def _issuer(head: Sequence[str], units: dict[str, str]) -> str:
    """The offices above the number: the registry's spelling, else as written."""
    lines: list[str] = []
    for line in head:
        if _NUMBER.search(line) or _NATION.match(line):
            break
        if line.isupper() and not _STAMP.fullmatch(line.strip(" *()")):
            lines.append(nfc(line).strip(" *"))
    return _called(lines, units) if lines else ""


def _called(lines: Sequence[str], units: dict[str, str]) -> str:
    """The last office, with those that a dash joins to it; all lines where none is known."""
    *above, last = lines
    joint = [last]
    while above and above[-1].endswith("-"):
        joint.insert(0, above.pop().rstrip(" -"))
    joined = " ".join(line.rstrip(" -") for line in lines)
    if len(joint) == 1:
        return units.get(joined) or units.get(last) or joined
    return " và ".join(units.get(name, name) for name in joint)


def _without_foot(body: Sequence[Block]) -> tuple[Iterator[Block], Iterator[Bilingual]]:
    """The text with what is behind the foot, as an annex; and the foot, told."""
    left_out = foot(body)
    lines = [line for number in left_out for line in body[number].lines()]
    taken = (block for number, block in enumerate(body) if number not in left_out)
    kept = (one for one in taken if one.rows or not _RULE.fullmatch(one.text))
    return kept, _told(lines, "phần cuối (nơi nhận, chữ ký)", "the foot")


def _told(lines: Sequence[str], vi: str, en: str) -> Iterator[Bilingual]:
    if lines:
        said, count = begun(" ".join(lines)), len(lines)
        yield Bilingual(
            f"{vi} không lấy, {count} dòng: {said}", f"{en} was left out, {count} lines: {said}"
        )


def _unsaid(head: Sequence[str], used: Iterable[str]) -> Iterator[Bilingual]:
    """The lines of a head of which neither title nor source says anything."""
    known = " ".join(" ".join(used).casefold().split())
    lines = [
        line
        for line in head
        if any(letter.isalnum() for letter in line)
        and not (_KNOWN_LINE.search(line) or line.strip(" *-").casefold() in known)
    ]
    yield from _told(lines, "phần đầu", "of the head a part")
