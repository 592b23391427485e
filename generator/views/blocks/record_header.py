"""The head of a record in a document: title, kind, unit, day, areas, and its files."""

from typing import NamedTuple

from markupsafe import Markup

from generator.model.record.record import Record
from generator.views.blocks import block_of, template_of
from generator.views.blocks.components import File, Retirement, files, retirement
from generator.views.context.formatter import Cite, Formatter, sentence_case
from generator.views.context.templates import IN_DOCUMENT, render
from generator.views.context.usability import Use


class Head(NamedTuple):
    """What is printed above a record's texts, and `files`, printed below them."""

    id: str
    title: str
    line: str
    event: tuple[Cite, ...]
    retired: Retirement | None
    files: tuple[File, ...]


def head_of(formatter: Formatter, record: Record) -> Head:
    parts = (
        sentence_case(record.label.to(formatter.language)),
        formatter.unit(record.unit),
        formatter.day(record.created),
        formatter.areas(record.areas),
        formatter.topic(record.topic),
        formatter.said(record.circulation),
    )
    return Head(
        id=record.id,
        title=record.title,
        line=" · ".join(part for part in parts if part),
        event=formatter.cites(filter(None, (record.event,))),
        retired=retirement(formatter, record),
        files=files(record.attachments),
    )


def record_html(
    formatter: Formatter, record: Record, fold: Use | None = None, /, **replaced: object
) -> Markup:
    """A whole record in a document; `replaced` empties fields that are printed elsewhere.

    With `fold` its words are closed under its head, until they are wanted.
    """
    block = block_of(formatter, record)._replace(**replaced)
    body = render(
        template_of(record),
        formatter.language,
        block=block,
        tag=IN_DOCUMENT,
        anchor=f"{record.id}-",
    )
    head = head_of(formatter, record)
    return render("blocks/record.html", formatter.language, head=head, body=body, use=fold)
