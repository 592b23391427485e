"""The page of a record: its standing now, its words, its evidence, its versions."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from generator.model.corpus.standing import Standing
from generator.model.edition.edition import Issued
from generator.model.kinds import is_of, kind_of
from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.model.ledger.queries import concluded_on
from generator.model.record.record import Record
from generator.views.blocks import block_of, template_of
from generator.views.blocks.components import Retirement, files, retirement
from generator.views.blocks.consultation_notes import matter_key, matter_rows
from generator.views.blocks.message import with_use
from generator.views.context.addresses import BY_ID, address_of, address_of_edition, relative_link
from generator.views.context.as_of import as_of
from generator.views.context.formatter import (
    Cite,
    Formatter,
    Row,
    contact_text,
    filled,
    sentence_case,
)
from generator.views.context.page import Page, Planned
from generator.views.context.page_layout import Frame, finish
from generator.views.context.reading_times import folded, use_of
from generator.views.context.site_context import MOST_SHOWN, SiteContext, key_of
from generator.views.context.templates import ON_PAGE, render
from generator.views.lists.feed_links import follow
from generator.views.lists.list_entries import ListEntry, own_badges, record_line
from generator.views.message.downloads import handed_out, printed_as
from generator.views.site.event_page import event_body, shown_record_ids
from generator.views.site.notices import notices
from generator.views.site.record_versions import changes_link, versions_of

# How many related records a page shows without a tap.
_MANY = 6


class RelatedRecords(NamedTuple):
    """The records of a section that name this record."""

    id: str
    title: str
    lines: tuple[ListEntry, ...]


def plan_record(context: SiteContext, record_id: str) -> Planned:
    ledger = context.ledger
    appearances = ledger.issued[record_id]
    named_ids = sorted(appearances[-1].names - {record_id})
    last_edition, attachments = (
        appearances[-1].edition,
        appearances[-1].content.get("attachments", ()),
    )
    recall = ledger.recalls.get(record_id)
    recall_text = recall.model_dump_json() if recall else ""
    instead = (context.stamp(recall.instead),) if recall and recall.instead else ()
    key = key_of(
        ("record", context.language, record_id, context.standing(record_id), recall_text),
        (_appearance_stamp(context, issued) for issued in appearances),
        (
            context.file_href(last_edition, "", str(attachment["file"]))
            for attachment in attachments
        ),
        (changes_link(context, "", version) for version in ledger.versions(record_id)[1:]),
        (ledger.superseded_by.get(record_id, ""), *instead),
        context.stamp(record_id),
        (context.stamp(named_id) for named_id in named_ids),
        (context.stamp(neighbour) for neighbour in context.neighbours(record_id)),
        (context.stamp(shown_id) for shown_id in _event_page_ids(context, record_id)),
        matter_key(context, record_id),
    )
    make = partial(make_record, context, record_id)
    return Planned(address_of(record_id), kind_of(record_id).section.id, key, make)


def _event_page_ids(context: SiteContext, record_id: str) -> list[str]:
    return shown_record_ids(context, record_id) if is_of(record_id, Event) else []


def _appearance_stamp(context: SiteContext, issued: Issued) -> str:
    return f"{issued.digest} {context.edition_stamp(issued.edition)} {issued.edition.plan['title']}"


def make_record(context: SiteContext, record_id: str) -> Page:
    record = context.ledger.record(record_id)
    issued = context.ledger.latest(record_id)
    assert record is not None and issued is not None  # noqa: S101  only issued records are planned
    address = address_of(record_id)
    formatter = context.formatter(issued.edition, address)
    kind = sentence_case(record.label.to(context.language))
    summary = context.label("summary_record").format(kind=kind, id=record_id, title=record.title)
    section = record.section.id
    moment = as_of(context, (issued.edition,))
    mark, groups = (
        context.exercise_mark(issued.edition),
        tuple(_related_records(context, record_id)),
    )
    frame = Frame(address, section, record.title, summary, mark, moment, links_ids=True)
    return finish(
        context,
        frame,
        "record",
        kind=kind,
        id=record_id,
        badges=own_badges(context, record_id),
        concluded=_concluded(context, formatter, record_id),
        notices=notices(context, formatter, record),
        retired=_retirement(context, formatter, record),
        body=folded(context, record_id, _body(context, formatter, record)),
        files=files(record.attachments, partial(context.file_href, issued.edition, address)),
        rows=_rows(context, formatter, record, issued) + matter_rows(context, formatter, record),
        groups=groups,
        is_long=sum(len(group.lines) for group in groups) > _MANY,
        printed=_bulletins_printing(context, record_id),
        versions=tuple(versions_of(context, record_id)),
        follow=follow(context, address),
        printed_as=printed_as(context, record),
    )


def _retirement(context: SiteContext, formatter: Formatter, record: Record) -> Retirement | None:
    retired = retirement(formatter, record)
    is_ahead = context.standing(record.id) is not Standing.WITHDRAWN
    return retired and retired._replace(is_ahead=is_ahead)


def _concluded(context: SiteContext, formatter: Formatter, record_id: str) -> str:
    """The day to which the result of an information belongs."""
    day = concluded_on(context.content(record_id))
    return formatter.label("concluded_then").format(day=formatter.day(day)) if day else ""


def _body(context: SiteContext, formatter: Formatter, record: Record) -> Markup:
    if isinstance(record, Event):
        return event_body(context, formatter, record)
    block: object = block_of(formatter, record)
    if isinstance(record, Message):
        message_block = with_use(formatter, record, use_of(context, record.id))
        block = handed_out(
            context,
            record,
            message_block._replace(times=message_block.times + _contact_row(formatter, record)),
        )
    return render(template_of(record), context.language, block=block, tag=ON_PAGE, anchor="")


def _contact_row(formatter: Formatter, message: Message) -> tuple[Row, ...]:
    answers = contact_text(formatter, message.contact) if message.contact else ""
    return filled(formatter.row("message_contact", answers))


def _rows(
    context: SiteContext, formatter: Formatter, record: Record, issued: Issued
) -> tuple[Row, ...]:
    return filled(
        formatter.row("supplied_by", formatter.unit(record.unit)),
        formatter.row("written", formatter.day(record.created)),
        formatter.row(
            "record_areas", ", ".join(_area(context, formatter, a) for a in record.areas)
        ),
        formatter.row("record_topic", formatter.topic(record.topic)),
        formatter.row("record_circulation", formatter.said(record.circulation)),
        formatter.row("record_event", "", filter(None, (record.event,))),
        formatter.row("last_issued", formatter.moment(issued.edition.issued_at)),
    )


def _area(context: SiteContext, formatter: Formatter, area_id: str) -> str:
    """The name of an area as issued, and of the one that stands in its place now."""
    name, now = formatter.area(area_id), context.area_now(area_id)
    return formatter.label("unit_succeeded").format(named=name, unit=now) if now else name


def _related_records(context: SiteContext, record_id: str) -> Iterator[RelatedRecords]:
    start = address_of(record_id)
    lines_by_section: dict[str, list[ListEntry]] = {}
    for neighbour in context.neighbours(record_id):
        lines_by_section.setdefault(kind_of(neighbour).section.id, []).append(
            record_line(context, neighbour, start)
        )
    for section_id in BY_ID:
        if section_id in lines_by_section:
            title = context.label(f"section_{section_id}")
            yield RelatedRecords(
                f"related-{section_id}", title, tuple(lines_by_section[section_id])
            )


def _bulletins_printing(context: SiteContext, record_id: str) -> tuple[Cite, ...]:
    """The newest editions that print the record; the list of versions shows all versions."""
    start = address_of(record_id)
    newest_first = context.ledger.issued[record_id][: -MOST_SHOWN - 1 : -1]
    return tuple(
        Cite(
            issued.edition.name,
            str(issued.edition.plan["title"]),
            context.moment(issued.edition.issued_at, issued.edition),
            f"{relative_link(start, address_of_edition(issued.edition.name))}#{record_id}",
        )
        for issued in newest_first
    )
