"""A record in a document: its head (title, kind, unit, day, areas, files) and its texts."""

from typing import NamedTuple

from generator.model.record.record import Record
from generator.views.blocks import block_of, template_of
from generator.views.blocks.components import File, Retirement, files, retirement
from generator.views.context.formatter import Cite, Formatter, sentence_case
from generator.views.context.usability import Use


class Head(NamedTuple):
    """What is printed above a record's texts, and `files`, printed below them.

    On paper `short_line` stands in the place of `line` and `event`.
    """

    id: str
    title: str
    line: str
    short_line: str
    event: tuple[Cite, ...]
    retired: Retirement | None
    files: tuple[File, ...]


class Entry(NamedTuple):
    """A record in a document: its head, its texts, and the template that places them.

    On a page `use` closes its words until they are wanted; `rest` says how much was left out.
    """

    head: Head
    block: object
    body: str
    use: Use | None = None
    rest: str = ""

    @property
    def anchor(self) -> str:
        """What the ids of its headings begin with."""
        return f"{self.head.id}-"


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
        short_line=_short_line(formatter, record),
        event=formatter.cites(filter(None, (record.event,))),
        retired=retirement(formatter, record),
        files=files(record.attachments),
    )


def _short_line(formatter: Formatter, record: Record) -> str:
    unit = formatter.names.units.get(record.unit)
    facts = (unit.called if unit else record.unit, formatter.day(record.created), record.event)
    return " · ".join(filter(None, facts))


def entry_of(formatter: Formatter, record: Record, **replaced: object) -> Entry:
    """A record for a document; `replaced` empties fields that are printed elsewhere."""
    return entry_with(formatter, record, block_of(formatter, record)._replace(**replaced))


def entry_with(formatter: Formatter, record: Record, block: object) -> Entry:
    return Entry(head_of(formatter, record), block, template_of(record))
