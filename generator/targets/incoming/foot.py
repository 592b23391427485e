"""Where the foot of a letter is: its list of recipients and its signatures, and what is behind."""

import re
from collections.abc import Iterator, Sequence

from generator.targets.incoming.blocks import Block

_RECIPIENTS = re.compile(
    r"nơi nhận\s*[:.]?\s*(?:$|[-–+•/]|như (?:trên|kính gửi|điều)|lưu\b)", re.IGNORECASE
)
_RECIPIENT = re.compile(r"[-–+•]|(?:như|lưu)\b|vt\b", re.IGNORECASE)
_SURE_RECIPIENT = re.compile(r"[-–+•/\s]*(?:như (?:trên|kính|điều)|lưu\b)", re.IGNORECASE)
_SIGNER = re.compile(r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\.? |\(?(?:đã ký|ký|chữ ký)\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:QUYỀN |PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|TRƯỞNG|GIÁM ĐỐC|CHÁNH|VIỆN TRƯỞNG|HIỆU TRƯỞNG|CHỦ NHIỆM"
    r"|TỔNG|THỦ TRƯỞNG|CỤC TRƯỞNG|TRẠM TRƯỞNG|ĐỘI TRƯỞNG|TỔ TRƯỞNG)"
)
_OTHERS = re.compile(
    r"(?:PHỤ LỤC|BIỂU|BẢNG|DANH SÁCH|MẪU|PHẦN|MỤC|CHƯƠNG|ĐIỀU|[IVX]+\.|[0-9])", re.IGNORECASE
)
_LONGEST_NAME, _LONGEST_LINE = 6, 16  # words
_TITLES = frozenset({"bác", "sĩ", "ths.", "ts.", "pgs.", "bs."})


def foot(blocks: Sequence[Block]) -> range:
    """The blocks that are the foot, by number; empty when nothing is a foot for sure.

    A line “Nơi nhận” alone is none: who received, or who signs, must stand behind it.
    """
    for start, block in enumerate(blocks):
        if any(_RECIPIENTS.match(line) for line in block.lines()):
            end = _end(blocks, start)
            lines = [line for one in blocks[start:end] for line in one.lines()]
            if any(_is_sure(line) for line in lines):
                return range(start, end)
    return range(0)


def _end(blocks: Sequence[Block], start: int) -> int:
    """The number of the first block from `start` on that is no part of a foot."""
    is_signed = False
    for number, block in enumerate(blocks[start:], start):
        kinds = list(_kinds(block))
        is_list_again = is_signed and "recipient" in kinds and not block.rows
        if not all(kinds) or is_list_again:
            return number
        is_signed = is_signed or "signer" in kinds
    return len(blocks)


def _kinds(block: Block) -> Iterator[str]:
    """What each line of a block is in a foot: head, recipient, signer; or nothing of it."""
    for line in block.lines():
        words = line.split()
        if _RECIPIENTS.match(line):
            yield "head"
        elif _OTHERS.match(line) or len(words) > _LONGEST_LINE:
            yield ""
        elif block.mark == "-" or _RECIPIENT.match(line):
            yield "recipient"
        elif _SIGNER.match(line) or line.isupper() or _is_name(words):
            yield "signer"
        else:
            yield "" if any(letter.isalnum() for letter in line) else "rule"


def _is_name(words: Sequence[str]) -> bool:
    """Whether a line can be a person's name, with a doctor's title before it."""
    own = [word for word in words if word.casefold() not in _TITLES]
    return 1 < len(own) <= _LONGEST_NAME and all(word.istitle() for word in own)


def _is_sure(line: str) -> bool:
    _, _, behind = line.partition(":")
    texts = (line, behind.strip())
    return any(_SURE_RECIPIENT.match(one) for one in texts) or bool(
        _SIGNER.match(line) or (line.isupper() and _OFFICE.match(line))
    )
