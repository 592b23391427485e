"""The head of a record inside a document: what it is, who supplied it, and its files."""

from typing import NamedTuple

from markupsafe import Markup

from generator.model.record.record import Record
from generator.views.blocks import block_of, template_of
from generator.views.blocks.components import File, Retirement, files, retirement
from generator.views.context.formatter import Cite, Formatter, sentence_case
from generator.views.context.templates import IN_DOCUMENT, render


class Head(NamedTuple):
    """What stands above a record's own texts, and its files below them."""

    id: str
    title: str
    line: str
    event: tuple[Cite, ...]
    retired: Retirement | None
    files: tuple[File, ...]


def head_of(wording: Formatter, record: Record) -> Head:
    parts = (
        sentence_case(record.label.to(wording.language)),
        wording.unit(record.unit),
        wording.day(record.created),
        wording.areas(record.areas),
        wording.topic(record.topic),
        wording.said(record.circulation),
    )
    return Head(
        id=record.id,
        title=record.title,
        line=" · ".join(part for part in parts if part),
        event=wording.cites(filter(None, (record.event,))),
        retired=retirement(wording, record),
        files=files(record.attachments),
    )


def record_html(wording: Formatter, record: Record, **replaced: object) -> Markup:
    """A whole record in a document; `replaced` blanks the parts that stand elsewhere in it."""
    block = block_of(wording, record)._replace(**replaced)
    body = render(
        template_of(record),
        wording.language,
        block=block,
        tag=IN_DOCUMENT,
        anchor=f"{record.id}-",
    )
    head = head_of(wording, record)
    return render("blocks/record.html", wording.language, head=head, body=body)
