"""What a message's page offers to print, to read out and to send."""

from typing import NamedTuple

from generator.model.kinds.message import Message
from generator.model.record import Record
from generator.views.announcement import Told, announcement
from generator.views.blocks.message import MessageBlock
from generator.views.handout import handout_of, not_yet_known
from generator.views.reading import Reading
from generator.views.wording import sentence_case


class Sheets(NamedTuple):
    """The files beside the page, and the texts of the second one, ready to be copied."""

    card: str
    text: str
    parts: tuple[Told, ...]


def sheets_of(reading: Reading, record: Record) -> Sheets | None:
    """None for a record that is no message."""
    if not isinstance(record, Message):
        return None
    parts = announcement(handout_of(reading, record.id)).parts
    shown = tuple(one._replace(title=sentence_case(one.title.lower())) for one in parts)
    return Sheets(f"{record.id}.pdf", f"{record.id}.txt", shown)


def handed_out(reading: Reading, record: Message, block: MessageBlock) -> MessageBlock:
    """The block of a page: what is not yet known is added, what stands in the sheets left out."""
    block = block._replace(unknown=not_yet_known(reading, record))
    is_used = handout_of(reading, record.id).is_used
    return block._replace(short_text="", script="") if is_used else block
