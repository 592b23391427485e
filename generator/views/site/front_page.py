"""The front page: what holds now, until when, who answers, and what is new since the last visit."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from generator.model.corpus.standing import Standing
from generator.model.edition.edition import Edition
from generator.model.kinds.event import Level
from generator.model.kinds.message import Message
from generator.model.ledger.queries import newest_versions, open_events
from generator.model.record.record import Urgency
from generator.views.context.addresses import address_of, relative_link
from generator.views.context.formatter import Formatter, Row, chosen, contact_text, filled
from generator.views.context.page import Page, Planned
from generator.views.context.page_layout import Frame, finish
from generator.views.context.reading_times import use_of
from generator.views.context.site_context import MOST_SHOWN, Badge, SiteContext, key_of
from generator.views.context.usability import Use
from generator.views.lists.corrections_page import (
    corrections_after,
    edition_changes,
    recall_changes,
)
from generator.views.lists.feed_links import follow
from generator.views.lists.list_entries import ListEntry, badges_of, edition_line, record_line
from generator.views.lists.listing import PlannedEntry, edition_entry, newest_first
from generator.views.site.notices import due_notice

_MOST_MESSAGES = 12
_MOST_EVENTS = 12
_MOST_BULLETINS = 5
_MOST_CORRECTIONS = 3
RECENT = timedelta(days=14)
_LEVELS = (Level.HOT_SPOT, Level.COMPLEX, Level.WATCH)
_URGENCIES = (Urgency.FLASH, Urgency.VERY_URGENT, Urgency.URGENT, Urgency.ROUTINE)


class FrontCard(NamedTuple):
    """One message in force, whole enough to be used."""

    href: str
    title: str
    id: str
    badges: tuple[Badge, ...]
    question: str
    say: tuple[str, ...]
    rows: tuple[Row, ...]
    use: Use


class Shown(NamedTuple):
    """What stands on the front page, in its order."""

    messages: tuple[str, ...]
    coming: tuple[str, ...]
    more_messages: int
    events: tuple[str, ...]
    corrections: tuple[PlannedEntry, ...]
    bulletins: tuple[Edition, ...]


def plan_front(reading: SiteContext) -> Planned:
    shown = _shown(reading)
    key = key_of(
        ("front", reading.language, str(shown.more_messages)),
        (reading.stamp(one) for one in (*shown.messages, *shown.coming, *shown.events)),
        (one.stamp for one in shown.corrections),
        visit_stamps(reading),
        (edition_entry(reading, one).stamp for one in shown.bulletins),
    )
    return Planned("", "now", key, partial(_make_front, reading, shown))


def _shown(reading: SiteContext) -> Shown:
    messages = newest_first(reading, reading.ledger.of(Message))
    held = [one for one in messages if reading.standing(one).holds]
    coming = [one for one in messages if reading.standing(one) is Standing.COMING]
    going_on = newest_first(reading, open_events(reading.ledger))
    events = sorted(going_on, key=lambda one: _gravity(reading, one))
    return Shown(
        messages=tuple(held[:_MOST_MESSAGES]),
        coming=tuple(coming[:_MOST_MESSAGES]),
        more_messages=len(held[_MOST_MESSAGES:]),
        events=tuple(events[:_MOST_EVENTS]),
        corrections=corrections_after(reading, reading.ledger.moment - RECENT),
        bulletins=newest_versions(reading.ledger)[:_MOST_BULLETINS],
    )


def _gravity(reading: SiteContext, event_id: str) -> tuple[int, int]:
    content = reading.content(event_id)
    level, urgency = content.get("level"), content.get("urgency")
    return (
        _LEVELS.index(chosen(Level, level)) if level else len(_LEVELS),
        _URGENCIES.index(chosen(Urgency, urgency)) if urgency else len(_URGENCIES),
    )


def _make_front(reading: SiteContext, shown: Shown) -> Page:
    frame = Frame("", "now", reading.label("now_title"), reading.label("now_summary"))
    return finish(
        reading,
        frame,
        "front",
        cards=tuple(_card(reading, one) for one in shown.messages),
        coming=tuple(_card(reading, one) for one in shown.coming),
        more=reading.label("more_messages").format(count=shown.more_messages)
        if shown.more_messages
        else "",
        events=tuple(_event_line(reading, one) for one in shown.events),
        corrections=tuple(one.line("") for one in shown.corrections[:_MOST_CORRECTIONS]),
        bulletins=tuple(edition_line(reading, one, "") for one in shown.bulletins),
        visits=visits(reading),
        follow=follow(reading, ""),
        **_next_issue(reading, shown),
    )


def _card(reading: SiteContext, record_id: str) -> FrontCard:
    issued = reading.ledger.issued[record_id][-1]
    message = reading.ledger.record(record_id)
    assert isinstance(message, Message)  # noqa: S101  its id says so
    wording = reading.wording(issued.edition, "")
    return FrontCard(
        href=relative_link("", address_of(record_id)),
        title=message.title,
        id=record_id,
        badges=badges_of(reading, record_id),
        question=message.question or "",
        say=tuple(one.text for one in message.say),
        rows=_rows(wording, message),
        use=use_of(reading, record_id),
    )


def _rows(wording: Formatter, message: Message) -> tuple[Row, ...]:
    """Until when, and who answers."""
    until = wording.moment(message.valid.until) if message.valid else ""
    answers = contact_text(wording, message.contact) if message.contact else ""
    return filled(
        wording.row("use_until", until),
        wording.row("next_word", wording.moment(message.next_update)),
        wording.row("message_contact", answers),
    )


def _event_line(reading: SiteContext, record_id: str) -> ListEntry:
    """An open event with the moment of its next update."""
    line = record_line(reading, record_id, "")
    given = reading.content(record_id).get("next_update")
    if not given:
        return line
    edition = reading.ledger.issued[record_id][-1].edition
    said = reading.moment(datetime.fromisoformat(str(given)), edition)
    return line._replace(detail=f"{reading.label('next_word')}: {said}.")


def _next_issue(reading: SiteContext, shown: Shown) -> dict[str, object]:
    """When the newest bulletin that still stands announced the next one, and that it was due."""
    for edition in shown.bulletins:
        given = edition.plan.get("next_issue")
        if given and not edition.is_withdrawal:
            due = datetime.fromisoformat(str(given))
            wording, unit = reading.wording(edition, ""), str(edition.plan["unit"])
            late = due_notice(wording, "due_issue", due, unit)
            return {"next_issue": wording.moment(due), "due_issue": late}
    return {"next_issue": "", "due_issue": ()}


def visits(reading: SiteContext) -> tuple[ListEntry, ...]:
    """The newest editions, corrections and recalls, newest first; each has an id of its own."""
    return tuple(entry.line("") for _, entry in _newest(reading))


def visit_stamps(reading: SiteContext) -> Iterator[str]:
    return (entry.stamp for _, entry in _newest(reading))


def _newest(reading: SiteContext) -> list[tuple[datetime, PlannedEntry]]:
    lately = reading.ledger.editions[-MOST_SHOWN:]
    found = [*edition_changes(reading, lately), *recall_changes(reading)]
    found.sort(key=lambda one: (one[0], one[1].stamp), reverse=True)
    return found[:MOST_SHOWN]
