"""Two lists for machines: what is in force, and all that there is.

A message is listed if it may be used at or after the newest issue or recall. A program that
reads the list later must compare `from` and `until` with its own clock.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from generator.model.corpus.standing import Standing
from generator.model.edition.edition import Edition
from generator.model.ledger.bulletin_lines import (
    announced,
    followers,
    line_of,
)
from generator.model.ledger.queries import lasting_messages, lasts, newest_versions, open_events
from generator.views.context.addresses import address_of
from generator.views.context.recalled import all_recalled, closed_as, recalled_thing
from generator.views.context.site_context import SiteContext
from generator.views.lists.listing import newest_first
from generator.views.machine.machine_context import (
    API,
    MachineContext,
    edition_file,
    record_file,
    schema_link,
)
from generator.views.machine.record_document import edition_reference
from generator.views.machine.standing import recall_fields
from generator.views.message.handout import handout_of
from generator.views.site.front_page import RECENT

JsonObject = dict[str, Any]
IN_FORCE = f"{API}in-force.json"
INDEX = f"{API}index.json"
_MOST_BULLETINS = 5
_MESSAGE_KEYS = ("question", "audience", "contact", "next_update", "event", "areas", "topic")
_EVENT_KEYS = ("level", "urgency", "started", "closed", "contact", "next_update", "areas", "topic")


def in_force_document(source: MachineContext) -> JsonObject:
    """Messages in force or coming, open events, what is held, recalls, corrections, bulletins."""
    ledger, as_of = source.context.ledger, source.as_of
    message_ids = lasting_messages(ledger, as_of, None) if as_of else ()
    held_ids = lasting_messages(ledger, as_of, Standing.HELD) if as_of else ()
    event_ids = open_events(ledger, as_of) if as_of else ()
    return {
        "$schema": schema_link(IN_FORCE, "in-force"),
        **_head(source),
        "recalls": [_recall(source, record_id) for record_id in recent_recalls(source)],
        "corrections": [
            edition_reference(source, IN_FORCE, edition) for edition in recent_corrections(source)
        ],
        "messages": [
            _message(source, record_id) for record_id in newest_first(source.context, message_ids)
        ],
        "held": [
            {"id": record_id, "held_by": ledger.held[record_id]}
            for record_id in newest_first(source.context, held_ids)
        ],
        "events": [
            _event(source, record_id) for record_id in newest_first(source.context, event_ids)
        ],
        "bulletins": [
            _bulletin(source, edition) for edition in newest_versions(ledger)[:_MOST_BULLETINS]
        ],
    }


def index_document(source: MachineContext) -> JsonObject:
    """Every edition in the order of the chain, every record with its digest."""
    ledger = source.context.ledger
    return {
        "$schema": schema_link(INDEX, "index"),
        **_head(source),
        "in_force": source.to(INDEX, IN_FORCE),
        "feeds": {name: source.to(INDEX, f"feed.{name}") for name in ("json", "xml")},
        "calendar": source.to(INDEX, "calendar.ics"),
        "manifest": source.to(INDEX, "manifest.json"),
        "record_file": "records/{id}.json",
        "edition_schema": schema_link(INDEX, "edition"),
        "editions": [_indexed(source, edition) for edition in ledger.editions],
        "records": {
            record_id: {"digest": issues[-1].digest, "edition": issues[-1].edition.name}
            for record_id, issues in sorted(ledger.issued.items())
        },
    }


def _indexed(source: MachineContext, edition: Edition) -> JsonObject:
    """An edition, and which newer one tells the same matter as it stands now."""
    ledger = source.context.ledger
    versions = ledger.bulletins[edition.bulletin]
    later = followers(ledger, source.context.lines, edition, line_of(edition))
    newest = later.newest if later else versions[-1]
    newer = {"newer": newest.name} if newest is not edition else {}
    return {**edition_reference(source, INDEX, edition), **newer}


def recent_recalls(source: MachineContext) -> list[str]:
    """What parties recalled, newest first: recently, or still valid by its date."""
    if source.as_of is None:
        return []
    as_of = source.as_of
    recalls = [
        (thing.at, thing.name)
        for thing in all_recalled(source.context)
        if thing.recall and (thing.at >= as_of - RECENT or _lasts(source, thing.name, as_of))
    ]
    return [name for _, name in sorted(recalls, reverse=True)]


def _lasts(source: MachineContext, name: str, moment: datetime) -> bool:
    ledger = source.context.ledger
    return name in ledger.issued and lasts(ledger, name, moment)


def recent_corrections(source: MachineContext) -> Sequence[Edition]:
    """Recent corrections and withdrawals (RECENT before the newest issue), newest first."""
    since = source.as_of - RECENT if source.as_of else None
    editions = source.context.ledger.editions[::-1]
    return [
        edition
        for edition in editions
        if edition.is_correction and since and edition.issued_at >= since
    ]


def _head(source: MachineContext) -> JsonObject:
    newest = source.context.ledger.newest
    programme = newest.registry["programme"] if newest else {}
    return {
        "title": source.title,
        "language": source.context.language.value,
        "page": source.to(INDEX, ""),
        **({"as_of": source.as_of} if source.as_of else {}),
        **({"timezone": programme["timezone"]} if programme else {}),
        "parties": list(programme.get("parties", ())),
    }


def _entry_head(source: MachineContext, record_id: str) -> JsonObject:
    """The first fields of every entry: id, title, page and file."""
    issued = source.context.ledger.issued[record_id][-1]
    return {
        "id": record_id,
        "title": issued.content["title"],
        **({"mode": "exercise"} if issued.edition.is_exercise else {}),
        "page": source.to(IN_FORCE, address_of(record_id)),
        "file": source.to(IN_FORCE, record_file(record_id)),
    }


def _message(source: MachineContext, record_id: str) -> JsonObject:
    """All that is needed to use a message: what to say or not, until when, who answers."""
    issued = source.context.ledger.issued[record_id][-1]
    content = issued.content
    refused = [dict(entry) for entry in content.get("do_not_say", ())]
    message = {
        **_entry_head(source, record_id),
        **content.get("valid", {}),
        **{key: content[key] for key in _MESSAGE_KEYS if key in content},
        "say": list(handout_of(source.context, record_id).told),
        **({"do_not_say": refused} if refused else {}),
    }
    if retired := content.get("retired"):
        message["retired_on"] = retired["on"]
    return {**message, "names": source.names(issued.edition, message)}


def _event(source: MachineContext, record_id: str) -> JsonObject:
    issued = source.context.ledger.issued[record_id][-1]
    event = {
        **_entry_head(source, record_id),
        **{key: issued.content[key] for key in _EVENT_KEYS if key in issued.content},
    }
    if retired := issued.content.get("retired"):
        event["retired_on"] = retired["on"]
    return {**event, "names": source.names(issued.edition, event)}


def _recall(source: MachineContext, name: str) -> JsonObject:
    context = source.context
    thing = recalled_thing(context, name)
    assert thing is not None and thing.recall is not None  # noqa: S101  as listed above
    recall = recall_fields(thing.recall)
    return {
        "id": name,
        "title": thing.title,
        **({"mode": "exercise"} if thing.is_exercise else {}),
        "page": source.to(IN_FORCE, thing.address),
        "file": source.to(IN_FORCE, _file_of(context, name)),
        **recall,
        "names": source.names(context.ledger.newest, recall) if context.ledger.newest else {},
    }


def _file_of(context: SiteContext, name: str) -> str:
    """The file of a record, or of the edition that was closed last under a bulletin's name."""
    closed = None if name in context.ledger.issued else closed_as(context, name)
    return edition_file(closed.name) if closed else record_file(name)


def _bulletin(source: MachineContext, edition: Edition) -> JsonObject:
    next_issue = announced(source.context.ledger, source.context.lines, edition)
    told = {"next_issue": edition.plan["next_issue"]} if next_issue else {}
    return {**edition_reference(source, IN_FORCE, edition), **told}
