"""The front page: messages in force, who answers, and what is new since the last visit."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from generator.model.corpus.standing import Standing
from generator.model.edition.edition import Edition
from generator.model.kinds.event import Level
from generator.model.kinds.message import Message
from generator.model.ledger.bulletin_lines import announced
from generator.model.ledger.queries import in_order, is_urgent, newest_versions, open_events
from generator.model.record.record import Urgency
from generator.views.context.addresses import address_of, relative_link
from generator.views.context.as_of import as_of
from generator.views.context.formatter import Formatter, Row, chosen, contact_text, filled
from generator.views.context.page import Page, Planned
from generator.views.context.page_layout import Frame, finish
from generator.views.context.reading_times import use_of
from generator.views.context.site_context import MOST_SHOWN, Badge, SiteContext, key_of
from generator.views.context.usability import Use
from generator.views.lists.corrections_page import (
    dated_corrections,
    edition_changes,
    recall_changes,
)
from generator.views.lists.feed_links import follow
from generator.views.lists.list_entries import ListEntry, badges_of, edition_line, record_line
from generator.views.lists.listing import PlannedEntry, edition_entry, newest_first
from generator.views.message.handout import Handout
from generator.views.site.notices import due_notice

_MOST_MESSAGES = 12
_MOST_EVENTS = 12
_MOST_BULLETINS = 5
_MOST_CORRECTIONS = 3
RECENT, FRESH = timedelta(days=14), timedelta(days=1)
_LEVELS = (Level.HOT_SPOT, Level.COMPLEX, Level.WATCH)
_URGENCIES = (Urgency.FLASH, Urgency.VERY_URGENT, Urgency.URGENT, Urgency.ROUTINE)


class FrontCard(NamedTuple):
    """A message with all that is needed to use it."""

    href: str
    title: str
    id: str
    badges: tuple[Badge, ...]
    question: str
    say: tuple[str, ...]
    rows: tuple[Row, ...]
    use: Use


class Alert(NamedTuple):
    """A correction or a recall, and from when until when (ISO) it is called recent.

    Until `fresh` it stands above what holds.
    """

    line: ListEntry
    since: str
    fresh: str
    until: str


class FrontContent(NamedTuple):
    """The content of the front page, mostly ids, in the order of the page."""

    status: str
    messages: tuple[str, ...]
    coming: tuple[str, ...]
    more_messages: int
    events: tuple[str, ...]
    corrections: tuple[tuple[datetime, PlannedEntry], ...]
    bulletins: tuple[Edition, ...]


def plan_front(context: SiteContext) -> Planned:
    content = _front_content(context)
    key = key_of(
        ("front", context.language, str(content.more_messages), content.status),
        (
            context.stamp(record_id)
            for record_id in (*content.messages, *content.coming, *content.events)
        ),
        (entry.stamp for _, entry in content.corrections),
        visit_stamps(context),
        (edition_entry(context, edition).stamp for edition in content.bulletins),
        (context.answer_stamp(str(edition.plan["unit"])) for edition in content.bulletins),
    )
    return Planned("", "now", key, partial(_make_front, context, content))


def _front_content(context: SiteContext) -> FrontContent:
    messages = newest_first(context, context.ledger.of(Message))
    applying = (record_id for record_id in messages if context.standing(record_id).applies_now)
    in_force = in_order(context.ledger, applying)
    coming = [record_id for record_id in messages if context.standing(record_id) is Standing.COMING]
    going_on = newest_first(context, open_events(context.ledger))
    events = sorted(going_on, key=lambda record_id: _gravity(context, record_id))
    return FrontContent(
        status=_status(context, going_on),
        messages=tuple(in_force[:_MOST_MESSAGES]),
        coming=tuple(coming[:_MOST_MESSAGES]),
        more_messages=len(in_force[_MOST_MESSAGES:]),
        events=tuple(events[:_MOST_EVENTS]),
        corrections=tuple(
            (at, entry)
            for at, entry in dated_corrections(context)
            if at > context.ledger.moment - RECENT
        ),
        bulletins=newest_versions(context.ledger)[:_MOST_BULLETINS],
    )


def _gravity(context: SiteContext, event_id: str) -> tuple[int, int]:
    content = context.content(event_id)
    level, urgency = content.get("level"), content.get("urgency")
    return (
        _LEVELS.index(chosen(Level, level)) if level else len(_LEVELS),
        _URGENCIES.index(chosen(Urgency, urgency)) if urgency else len(_URGENCIES),
    )


def _make_front(context: SiteContext, content: FrontContent) -> Page:
    title, summary = context.label("now_title"), context.label("now_summary")
    frame = Frame("", "now", title, summary, as_of=as_of(context, context.ledger.editions[-1:]))
    return finish(
        context,
        frame,
        "front",
        status=content.status,
        cards=tuple(_card(context, record_id) for record_id in content.messages),
        coming=tuple(_card(context, record_id) for record_id in content.coming),
        more=context.label("more_messages").format(count=content.more_messages)
        if content.more_messages
        else "",
        events=tuple(_event_line(context, record_id) for record_id in content.events),
        corrections=tuple(_alerts(content)),
        bulletins=tuple(edition_line(context, edition, "") for edition in content.bulletins),
        visits=visits(context),
        owners=_owners(context),
        follow=follow(context, ""),
        **_next_issue(context, content),
    )


def _owners(context: SiteContext) -> str:
    """Whose bulletin it is."""
    newest = context.ledger.newest
    return f"{newest.names.programme.short_title} · {newest.owners}" if newest else ""


def _status(context: SiteContext, going_on: Sequence[str]) -> str:
    """In one sentence, how things are: what is urgent, and how much else is followed."""
    urgent = sum(is_urgent(context.ledger, event) for event in going_on)
    kind = "urgent" if urgent else "calm"
    rest = "some" if len(going_on) > urgent else "none"
    sentence = context.label(f"front_{kind}_{rest}")
    return sentence.format(urgent=urgent, count=len(going_on) - urgent)


def _alerts(content: FrontContent) -> Iterator[Alert]:
    """The newest corrections; the moment of reading tells which of them are recent."""
    for at, entry in content.corrections[:_MOST_CORRECTIONS]:
        yield Alert(entry.line(""), *(each.isoformat() for each in (at, at + FRESH, at + RECENT)))


def _card(context: SiteContext, record_id: str) -> FrontCard:
    issued = context.ledger.issued[record_id][-1]
    message = context.ledger.record(record_id)
    assert isinstance(message, Message)  # noqa: S101  its id says so
    formatter = context.formatter(issued.edition, "")
    return FrontCard(
        href=relative_link("", address_of(record_id)),
        title=message.title,
        id=record_id,
        badges=badges_of(context, record_id),
        question=message.question or "",
        say=_grounded(context, message),
        rows=_rows(formatter, message),
        use=use_of(context, record_id),
    )


def _grounded(context: SiteContext, message: Message) -> tuple[str, ...]:
    """The key messages that may still be told; a card of the front page cites nothing."""
    handout = Handout(context, message)
    return handout.told if handout.is_grounded else (context.label("ungrounded"),)


def _rows(formatter: Formatter, message: Message) -> tuple[Row, ...]:
    """Its next update and who answers; until when it holds, its badge says."""
    answers = contact_text(formatter, message.contact) if message.contact else ""
    return filled(
        formatter.row("next_word", formatter.moment(message.next_update)),
        formatter.row("message_contact", answers),
    )


def _event_line(context: SiteContext, record_id: str) -> ListEntry:
    """An open event with its newest line and the moment of its next update."""
    line = record_line(context, record_id, "")
    told = (line.detail, _next_update(context, record_id))
    return line._replace(detail=" ".join(filter(None, told)))


def _next_update(context: SiteContext, record_id: str) -> str:
    next_update = context.content(record_id).get("next_update")
    if not next_update:
        return ""
    edition = context.ledger.issued[record_id][-1].edition
    moment = context.moment(datetime.fromisoformat(str(next_update)), edition)
    return f"{context.label('next_word')}: {moment}."


def _next_issue(context: SiteContext, content: FrontContent) -> dict[str, object]:
    """The next issue announced by the newest bulletin in force, and a notice that it was due."""
    for edition in content.bulletins:
        if due := announced(context.ledger, context.lines, edition):
            formatter, unit = context.formatter(edition, ""), str(edition.plan["unit"])
            late = due_notice(formatter, "due_issue", due, unit)
            return {"next_issue": formatter.moment(due), "due_issue": late}
    return {"next_issue": "", "due_issue": ()}


def visits(context: SiteContext) -> tuple[ListEntry, ...]:
    """The newest editions, corrections and recalls, newest first; each has its own id."""
    return tuple(entry.line("") for _, entry in _newest_changes(context))


def visit_stamps(context: SiteContext) -> Iterator[str]:
    return (entry.stamp for _, entry in _newest_changes(context))


def _newest_changes(context: SiteContext) -> list[tuple[datetime, PlannedEntry]]:
    lately = context.ledger.editions[-MOST_SHOWN:]
    changes = [*edition_changes(context, lately), *recall_changes(context)]
    changes.sort(key=lambda change: (change[0], change[1].stamp), reverse=True)
    return changes[:MOST_SHOWN]
