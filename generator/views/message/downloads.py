"""What a message's page offers to print, to read out and to send."""

from generator.model.kinds.message import Message
from generator.views.blocks.message import MessageBlock
from generator.views.blocks.message_texts import Sheets
from generator.views.context.site_context import SiteContext
from generator.views.message.announcement import announcement
from generator.views.message.handout import handout_of, not_yet_known

# What follows the id in the names of the files beside the page of a message.
CARD, POCKET_CARD, SCRIPT, TEXT = ".pdf", "-a5.pdf", "-loa.pdf", ".txt"


def handed_out(context: SiteContext, record: Message, block: MessageBlock) -> MessageBlock:
    """The block of a page: with what is not yet known, and with the texts to be read out and sent.

    Of a message out of use no text is made; what its record says stands as it was issued.
    """
    parts = announcement(handout_of(context, record.id)).parts
    start = record.id
    sheets = Sheets(start + CARD, start + POCKET_CARD, start + SCRIPT, start + TEXT, parts)
    block = block._replace(unknown=not_yet_known(context, record), sheets=sheets)
    return block._replace(short_text="", script="") if parts else block
