"""Two lists for machines: what is in force, and all that there is.

A message is listed if it may be used at or after the newest issue or recall. A program that
reads the list later must compare `from` and `until` with its own clock.
"""

from collections.abc import Sequence
from datetime import datetime

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
from generator.views.machine.documents import (
    BulletinReference,
    Head,
    HeldForm,
    IndexDocument,
    IndexedEdition,
    IndexedRecord,
    InForceDocument,
    Listed,
    ListedEvent,
    ListedMessage,
    ListedRecall,
)
from generator.views.machine.machine_context import (
    API,
    MachineContext,
    edition_file,
    record_file,
    schema_link,
)
from generator.views.machine.record_document import edition_reference
from generator.views.machine.standing import recall_form
from generator.views.message.handout import handout_of
from generator.views.site.front_page import RECENT

IN_FORCE = f"{API}in-force.json"
INDEX = f"{API}index.json"
_MOST_BULLETINS = 5


def in_force_document(source: MachineContext) -> InForceDocument:
    """Messages in force or coming, open events, what is held, recalls, corrections, bulletins."""
    ledger, as_of = source.context.ledger, source.as_of
    message_ids = lasting_messages(ledger, as_of, None) if as_of else ()
    held_ids = lasting_messages(ledger, as_of, Standing.HELD) if as_of else ()
    event_ids = open_events(ledger, as_of) if as_of else ()
    return InForceDocument.model_construct(
        **dict(_head(source, schema_link(IN_FORCE, "in-force"))),
        recalls=tuple(_recall(source, name) for name in recent_recalls(source)),
        corrections=tuple(
            edition_reference(source, IN_FORCE, edition) for edition in recent_corrections(source)
        ),
        messages=tuple(
            _message(source, record_id) for record_id in newest_first(source.context, message_ids)
        ),
        held=tuple(
            HeldForm.model_construct(id=record_id, held_by=ledger.held[record_id])
            for record_id in newest_first(source.context, held_ids)
        ),
        events=tuple(
            _event(source, record_id) for record_id in newest_first(source.context, event_ids)
        ),
        bulletins=tuple(
            _bulletin(source, edition) for edition in newest_versions(ledger)[:_MOST_BULLETINS]
        ),
    )


def index_document(source: MachineContext) -> IndexDocument:
    """Every edition in the order of the chain, every record with its digest."""
    ledger = source.context.ledger
    return IndexDocument.model_construct(
        **dict(_head(source, schema_link(INDEX, "index"))),
        in_force=source.to(INDEX, IN_FORCE),
        feeds={name: source.to(INDEX, f"feed.{name}") for name in ("json", "xml")},
        calendar=source.to(INDEX, "calendar.ics"),
        manifest=source.to(INDEX, "manifest.json"),
        record_file="records/{id}.json",
        edition_schema=schema_link(INDEX, "edition"),
        editions=tuple(_indexed(source, edition) for edition in ledger.editions),
        records={
            record_id: IndexedRecord.model_construct(
                digest=issues[-1].digest, edition=issues[-1].edition.name
            )
            for record_id, issues in sorted(ledger.issued.items())
        },
    )


def _indexed(source: MachineContext, edition: Edition) -> IndexedEdition:
    """An edition, and which newer one tells the same matter as it stands now."""
    ledger = source.context.ledger
    versions = ledger.bulletins[edition.bulletin]
    later = followers(ledger, source.context.lines, edition, line_of(edition))
    newest = later.newest if later else versions[-1]
    reference = edition_reference(source, INDEX, edition)
    newer = newest.name if newest is not edition else None
    return IndexedEdition.model_construct(**dict(reference), newer=newer)


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


def _head(source: MachineContext, schema: str) -> Head:
    """What both lists say first of the programme."""
    newest = source.context.ledger.newest
    programme = newest.registry["programme"] if newest else {}
    return Head.model_construct(
        schema_name=schema,
        title=source.title,
        language=source.context.language.value,
        page=source.to(INDEX, ""),
        as_of=source.as_of,
        timezone=programme.get("timezone"),
        parties=programme.get("parties", ()),
    )


def _listed(source: MachineContext, record_id: str) -> Listed:
    """What an entry says first of a record."""
    issued = source.context.ledger.issued[record_id][-1]
    return Listed.model_construct(
        id=record_id,
        title=issued.content["title"],
        mode="exercise" if issued.edition.is_exercise else None,
        page=source.to(IN_FORCE, address_of(record_id)),
        file=source.to(IN_FORCE, record_file(record_id)),
    )


def _message(source: MachineContext, record_id: str) -> ListedMessage:
    """All that is needed to use a message: what to say or not, until when, who answers."""
    issued = source.context.ledger.issued[record_id][-1]
    content = issued.content
    message = ListedMessage.model_construct(
        **dict(_listed(source, record_id)),
        start=content.get("valid", {}).get("from"),
        until=content.get("valid", {}).get("until"),
        question=content.get("question"),
        audience=content.get("audience", ()),
        contact=content.get("contact"),
        next_update=content.get("next_update"),
        event=content.get("event"),
        areas=content.get("areas", ()),
        topic=content.get("topic"),
        say=handout_of(source.context, record_id).told,
        do_not_say=content.get("do_not_say", ()),
        retired_on=content.get("retired", {}).get("on"),
        names={},
    )
    return message.model_copy(update={"names": source.names(issued.edition, message.as_mapping())})


def _event(source: MachineContext, record_id: str) -> ListedEvent:
    issued = source.context.ledger.issued[record_id][-1]
    content = issued.content
    event = ListedEvent.model_construct(
        **dict(_listed(source, record_id)),
        level=content.get("level"),
        urgency=content.get("urgency"),
        started=content.get("started"),
        closed=content.get("closed"),
        contact=content.get("contact"),
        next_update=content.get("next_update"),
        areas=content.get("areas", ()),
        topic=content.get("topic"),
        retired_on=content.get("retired", {}).get("on"),
        names={},
    )
    return event.model_copy(update={"names": source.names(issued.edition, event.as_mapping())})


def _recall(source: MachineContext, name: str) -> ListedRecall:
    context, newest = source.context, source.context.ledger.newest
    thing = recalled_thing(context, name)
    assert thing is not None and thing.recall is not None  # noqa: S101  as listed above
    recall = recall_form(thing.recall)
    return ListedRecall.model_construct(
        id=name,
        title=thing.title,
        mode="exercise" if thing.is_exercise else None,
        page=source.to(IN_FORCE, thing.address),
        file=source.to(IN_FORCE, _file_of(context, name)),
        **dict(recall),
        names=source.names(newest, recall.as_mapping()) if newest else {},
    )


def _file_of(context: SiteContext, name: str) -> str:
    """The file of a record, or of the edition that was closed last under a bulletin's name."""
    closed = None if name in context.ledger.issued else closed_as(context, name)
    return edition_file(closed.name) if closed else record_file(name)


def _bulletin(source: MachineContext, edition: Edition) -> BulletinReference:
    is_announced = announced(source.context.ledger, source.context.lines, edition)
    reference = edition_reference(source, IN_FORCE, edition)
    next_issue = edition.plan["next_issue"] if is_announced else None
    return BulletinReference.model_construct(**dict(reference), next_issue=next_issue)
