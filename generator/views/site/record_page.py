"""The page of one record: what it is worth now, its words, its evidence, its versions."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from generator.model.edition.edition import Issued
from generator.model.kinds import is_of, kind_of
from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.model.record.record import Record
from generator.views.blocks import block_of, template_of
from generator.views.blocks.components import files, retirement
from generator.views.blocks.consultation_notes import matter_key, matter_rows
from generator.views.blocks.message import with_use
from generator.views.context.addresses import BY_ID, address_of, address_of_edition, relative_link
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
from generator.views.context.reading_times import use_of
from generator.views.context.site_context import MOST_SHOWN, SiteContext, key_of
from generator.views.context.templates import ON_PAGE, render
from generator.views.lists.feed_links import follow
from generator.views.lists.list_entries import ListEntry, own_badges, record_line
from generator.views.message.downloads import handed_out
from generator.views.site.event_page import event_body, told_with
from generator.views.site.notices import notices
from generator.views.site.record_versions import see, versions_of


class RelatedRecords(NamedTuple):
    """Records of one section that name this one."""

    id: str
    title: str
    lines: tuple[ListEntry, ...]


def plan_record(reading: SiteContext, record_id: str) -> Planned:
    ledger = reading.ledger
    appearances = ledger.issued[record_id]
    named = sorted(appearances[-1].names - {record_id})
    last, attached = appearances[-1].edition, appearances[-1].content.get("attachments", ())
    recall = ledger.recalls.get(record_id)
    recalled = recall.model_dump_json() if recall else ""
    instead = (reading.stamp(recall.instead),) if recall and recall.instead else ()
    key = key_of(
        ("record", reading.language, record_id, reading.standing(record_id), recalled),
        (_appearance(reading, one) for one in appearances),
        (reading.file_href(last, "", str(one["file"])) for one in attached),
        (see(reading, "", one) for one in ledger.versions(record_id)[1:]),
        (ledger.superseded_by.get(record_id, ""), *instead),
        (reading.stamp(one) for one in named),
        (reading.stamp(one) for one in reading.neighbours(record_id)),
        (reading.stamp(one) for one in _shown_with(reading, record_id)),
        matter_key(reading, record_id),
    )
    make = partial(make_record, reading, record_id)
    return Planned(address_of(record_id), kind_of(record_id).section.id, key, make)


def _shown_with(reading: SiteContext, record_id: str) -> list[str]:
    return told_with(reading, record_id) if is_of(record_id, Event) else []


def _appearance(reading: SiteContext, one: Issued) -> str:
    return f"{one.digest} {reading.edition_stamp(one.edition)} {one.edition.plan['title']}"


def make_record(reading: SiteContext, record_id: str) -> Page:
    record = reading.ledger.record(record_id)
    last = reading.ledger.latest(record_id)
    assert record is not None and last is not None  # noqa: S101  only issued records are planned
    address = address_of(record_id)
    wording = reading.wording(last.edition, address)
    kind = sentence_case(record.label.to(reading.language))
    summary = reading.label("summary_record").format(kind=kind, id=record_id, title=record.title)
    section = record.section.id
    frame = Frame(address, section, record.title, summary, last.edition.is_exercise)
    return finish(
        reading,
        frame,
        "record",
        kind=kind,
        id=record_id,
        badges=own_badges(reading, record_id),
        notices=notices(reading, wording, record),
        retired=retirement(wording, record),
        body=_body(reading, wording, record),
        files=files(record.attachments, partial(reading.file_href, last.edition, address)),
        rows=_rows(wording, record, last) + matter_rows(reading, wording, record),
        groups=tuple(_groups(reading, record_id)),
        printed=_printed_in(reading, record_id),
        versions=tuple(versions_of(reading, record_id)),
        follow=follow(reading, address),
    )


def _body(reading: SiteContext, wording: Formatter, record: Record) -> Markup:
    if isinstance(record, Event):
        return event_body(reading, wording, record)
    block: object = block_of(wording, record)
    if isinstance(record, Message):
        told = with_use(wording, record, use_of(reading, record.id))
        block = handed_out(reading, record, told._replace(times=told.times + _who(wording, record)))
    return render(template_of(record), reading.language, block=block, tag=ON_PAGE, anchor="")


def _who(wording: Formatter, message: Message) -> tuple[Row, ...]:
    answers = contact_text(wording, message.contact) if message.contact else ""
    return filled(wording.row("message_contact", answers))


def _rows(wording: Formatter, record: Record, last: Issued) -> tuple[Row, ...]:
    return filled(
        wording.row("supplied_by", wording.unit(record.unit)),
        wording.row("written", wording.day(record.created)),
        wording.row("record_areas", wording.areas(record.areas)),
        wording.row("record_topic", wording.topic(record.topic)),
        wording.row("record_circulation", wording.said(record.circulation)),
        wording.row("record_event", "", filter(None, (record.event,))),
        wording.row("last_issued", wording.moment(last.edition.issued_at)),
    )


def _groups(reading: SiteContext, record_id: str) -> Iterator[RelatedRecords]:
    start = address_of(record_id)
    shown: dict[str, list[ListEntry]] = {}
    for one in reading.neighbours(record_id):
        shown.setdefault(kind_of(one).section.id, []).append(record_line(reading, one, start))
    for section_id in BY_ID:
        if section_id in shown:
            title = BY_ID[section_id].title.to(reading.language)
            yield RelatedRecords(f"related-{section_id}", title, tuple(shown[section_id]))


def _printed_in(reading: SiteContext, record_id: str) -> tuple[Cite, ...]:
    """The newest bulletins that print the record; every one of its versions stands elsewhere."""
    start = address_of(record_id)
    newest = reading.ledger.issued[record_id][: -MOST_SHOWN - 1 : -1]
    return tuple(
        Cite(
            one.edition.name,
            str(one.edition.plan["title"]),
            reading.moment(one.edition.issued_at, one.edition),
            f"{relative_link(start, address_of_edition(one.edition.name))}#{record_id}",
        )
        for one in newest
    )
