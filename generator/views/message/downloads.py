"""The files and texts of a message's page: to print, to read out and to send."""

from generator.model.kinds.message import Message
from generator.model.record.record import Record
from generator.views.blocks.message import MessageBlock
from generator.views.blocks.message_texts import Acts, Sheets
from generator.views.context.addresses import address_of
from generator.views.context.formatter import Formatter
from generator.views.context.reading_times import span_of
from generator.views.context.site_context import Paper, SiteContext
from generator.views.context.text_links import phone_href
from generator.views.message.announcement import announcement, short_of
from generator.views.message.handout import Handout, handout_of, not_yet_known

# Endings of the files beside the page of a message: their name is its id and the ending.
CARD, POCKET_CARD, SCRIPT, TEXT = ".pdf", "-a5.pdf", "-loa.pdf", ".txt"
_LABELS = (
    (CARD, "card_download"),
    (POCKET_CARD, "card_a5_download"),
    (SCRIPT, "script_download"),
    (TEXT, "text_download"),
)
_ENDED = ((TEXT, "text_download"),)
_STOPPED = ((CARD, "stop_download"), *_ENDED)


def handed_out(context: SiteContext, record: Message, block: MessageBlock) -> MessageBlock:
    """The block of a message's page, with what is not yet known and with its files and texts.

    A message out of use gets no new texts; its record's own texts stay as they were issued.
    """
    handout = handout_of(context, record.id)
    parts = announcement(handout).parts
    address = address_of(record.id)
    papers = tuple(
        context.paper(address, f"{address}{record.id}{end}", label)
        for end, label in _files_of(handout)
    )
    sheets = Sheets(papers, parts)
    acts = acts_of(context, record, address)
    block = block._replace(
        unknown=not_yet_known(context, record),
        sheets=sheets,
        acts=acts,
        asked=block.contact,
        contact=None,
    )
    return block._replace(short_text=(), script=()) if parts else block


def _files_of(handout: Handout) -> tuple[tuple[str, str], ...]:
    """The ending of each file that the page names, and its label: what stops it is one sheet."""
    if handout.stop:
        return _STOPPED if handout.is_on_paper else _ENDED
    return _LABELS


def printed_as(context: SiteContext, record: Record) -> Paper | None:
    """The one page to print instead of the page of a record: the card of a message."""
    if not (isinstance(record, Message) and handout_of(context, record.id).is_on_paper):
        return None
    address = address_of(record.id)
    return context.made_paper(address, f"{address}{record.id}{CARD}", "print_card")


def acts_of(context: SiteContext, record: Message, start: str) -> Acts | None:
    """What readers do with a message, on the page at `start`; nothing once it is out of use."""
    handout = handout_of(context, record.id)
    if not handout.is_used:
        return None
    address = address_of(record.id)
    papers = (
        context.paper(start, f"{address}{record.id}{end}", label)
        for end, label in ((CARD, "act_card"), (SCRIPT, "act_script"))
    )
    return call_of(handout.formatter, record.contact)._replace(
        title=record.title,
        short=short_of(handout),
        papers=tuple(paper for paper in papers if not paper.why),
        span=span_of(context, record.id),
    )


def call_of(formatter: Formatter, unit_id: str | None) -> Acts:
    """The call to a unit or to whoever answers for it; no link without a number."""
    contact = formatter.contact(unit_id)
    return Acts(phone_href(contact.phone), contact.unit) if contact else Acts("", "")
