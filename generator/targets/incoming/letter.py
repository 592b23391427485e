"""Which parts of an incoming document are its head, its title, its text and its signatures."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.base.text import nfc
from generator.targets.incoming.blocks import Block

_NUMBER = re.compile(r"\bSố\s*:?\s*([0-9]+\s*[-/]\s*[A-ZĐ0-9][\w\-/.&]*)")
_DAY = re.compile(r"\bngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_MATTER = re.compile(r"\bV/v:?\s+(.+)", re.IGNORECASE)
_END = re.compile(r"nơi nhận\s*:?", re.IGNORECASE)
_OPENING = re.compile(r"kính gửi\s*:?", re.IGNORECASE)
_NATION = ("CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "ĐẢNG CỘNG SẢN", "ĐỘC LẬP")
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


def letter(blocks: Sequence[Block], types: Iterable[str], units: Iterable[str]) -> Letter:
    """A document by its head; one without a head is all text, its first line the title.

    `types` are further names of types, `units` names of offices as the registry spells them.
    """
    filled = [block for block in blocks if block.lines()]
    names = {name.upper(): name for name in (*TYPES, *types)}
    start = _type_at(filled, names)
    head = _head(filled, start)
    lines = [line for block in head for line in block.lines()]
    kind, title, body = _titled(filled, start, names, lines)
    reference = _reference(kind, lines, {unit.upper(): unit for unit in units})
    return Letter(title, reference, tuple(_without_end(body)))


def _type_at(blocks: Sequence[Block], names: Iterable[str]) -> int | None:
    """Where the name of the type begins a line in capitals."""
    for number, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if not block.rows and _type_of(block.lines()[0], names):
            return number
    return None


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
        lines = own or (rest[0].lines() if rest else ())
        return names[kind], " ".join(lines), rest if own else rest[1:]
    matter = _MATTER.search("\n".join(head))
    body = blocks[len(_head(blocks, None)) :]
    if matter or (head and _OPENING.match(body[0].text if body else "")):
        return _LETTER, matter[1] if matter else body[0].lines()[0], body
    return "", body[0].lines()[0] if body else "", body


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
        if _NUMBER.search(line) or line.startswith(_NATION):
            break
        if line.isupper() and any(letter.isalpha() for letter in line):
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


def _without_end(body: Iterable[Block]) -> Iterable[Block]:
    """The text until the list of recipients and the signatures."""
    for block in body:
        if any(_END.match(line) for line in block.lines()):
            return
        if block.rows or any(letter.isalnum() for letter in block.text):  # no rule of dashes
            yield block
