"""A record as last issued, for machines: its content, standing, editions and page."""

from collections.abc import Mapping

from generator.base.digest import Json
from generator.model.edition.closed import Closed
from generator.model.edition.comparison import differing
from generator.model.edition.edition import Edition, Issued, thaw
from generator.model.kinds import is_of, kind_of
from generator.model.kinds.bulletin import Mode
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.ledger.queries import is_rumour
from generator.model.record.citations import rests_on
from generator.model.record.scalars import DEFAULT_ZONE
from generator.views.blocks.information import is_answered
from generator.views.context.addresses import address_of, address_of_edition
from generator.views.context.site_context import SiteContext
from generator.views.machine.documents import (
    ClosedDocument,
    EditionReference,
    RecordDocument,
    RedactionForm,
    VersionForm,
)
from generator.views.machine.machine_context import (
    MachineContext,
    edition_file,
    record_file,
    schema_link,
)
from generator.views.machine.standing import recall_form, standing_of
from generator.views.message.downloads import CARD, POCKET_CARD, SCRIPT, TEXT
from generator.views.message.event_questions import END, has_questions
from generator.views.message.handout import handout_of

# The keys of a rumour that pages do not print before it is concluded and answered.
_RUMOUR_KEYS = ("statement", "details")
# The ends of the names of the files beside a page.
_MESSAGE_FILES = {"card": CARD, "pocket_card": POCKET_CARD, "script": SCRIPT, "texts": TEXT}
_EVENT_FILES = {"questions": END}


def record_document(source: MachineContext, record_id: str) -> RecordDocument:
    """All that the page of a record says, with ids and absolute times."""
    issued = source.context.ledger.issued[record_id][-1]
    kind, start = kind_of(record_id).kind, record_file(record_id)
    files = _files(source, start, record_id)
    withheld = withheld_keys(issued.content)
    frozen = issued.edition.records[record_id]
    content = {key: value for key, value in frozen.items() if key not in withheld}
    standing = standing_of(source.context.ledger, record_id)
    named = {"content": content, "standing": standing.as_mapping()}
    return RecordDocument.model_construct(
        schema_name=schema_link(start, kind),
        id=record_id,
        kind=kind,
        page=source.to(start, address_of(record_id)),
        card=files.get("card"),
        pocket_card=files.get("pocket_card"),
        script=files.get("script"),
        questions=files.get("questions"),
        texts=files.get("texts"),
        standing=standing,
        content=content,
        withheld=withheld,
        digest=issued.digest,
        edition=edition_reference(source, start, issued.edition),
        stopped_basis=_stopped_basis(source, issued),
        versions=_versions(source.context.ledger.versions(record_id)),
        named_by=source.context.neighbours(record_id),
        names=source.names(issued.edition, named),
    )


def closed_document(source: MachineContext, closed: Closed, name: str) -> ClosedDocument:
    """In place of the file of a recalled edition, or of a record that only such editions had."""
    is_edition = name == closed.name
    start = edition_file(name) if is_edition else record_file(name)
    page = address_of_edition(name) if is_edition else address_of(name)
    taken_out = (
        None if closed.recall else RedactionForm.model_construct(at=closed.at, reason=closed.reason)
    )
    return ClosedDocument.model_construct(
        schema_name=schema_link(start, "closed"),
        id=name,
        page=source.to(start, page),
        edition=closed.name,
        issued_at=closed.issued_at,
        digest=closed.digest,
        recalled=recall_form(closed.recall) if closed.recall else None,
        redacted=taken_out,
    )


def _stopped_basis(source: MachineContext, issued: Issued) -> tuple[str, ...]:
    """What its sentences rest on that people recalled or retired."""
    if not any(map(source.context.is_stopped, issued.names)):
        return ()
    record = thaw(str(issued.content["id"]), issued.content)
    return tuple(sorted(filter(source.context.is_stopped, set(rests_on(record)))))


def _files(source: MachineContext, start: str, record_id: str) -> dict[str, str]:
    """Links to the files beside a page: to print, to read out or to send."""
    ends = _ends_of(source.context, record_id)
    beside = f"{address_of(record_id)}{record_id}"
    files = {key: f"{beside}{end}" for key, end in ends.items()}
    unmade = source.context.unmade
    return {key: source.to(start, path) for key, path in files.items() if path not in unmade}


def _ends_of(context: SiteContext, record_id: str) -> Mapping[str, str]:
    """The endings of the files, by what they are."""
    if is_of(record_id, Message):
        is_on_paper = handout_of(context, record_id).is_on_paper
        return _MESSAGE_FILES if is_on_paper else {"texts": TEXT}
    return _EVENT_FILES if is_of(record_id, Event) and has_questions(context, record_id) else {}


def withheld_keys(content: Json) -> tuple[str, ...]:
    """The keys that no page prints: the words of a rumour that is not answered yet."""
    if not is_rumour(content):
        return ()
    record = thaw(str(content["id"]), content)
    is_told = isinstance(record, Information) and is_answered(record)
    return () if is_told else tuple(key for key in _RUMOUR_KEYS if key in content)


def edition_reference(source: MachineContext, start: str, edition: Edition) -> EditionReference:
    """An edition as other files name it."""
    programme = edition.registry["programme"]
    return EditionReference.model_construct(
        name=edition.name,
        title=edition.plan["title"],
        relation=edition.relation,
        issued_at=edition.issued_at,
        mode=edition.plan.get("mode", Mode.ACTUAL),
        timezone=programme.get("timezone", DEFAULT_ZONE),
        digest=edition.digest,
        page=source.to(start, address_of_edition(edition.name)),
        file=source.to(start, edition_file(edition.name)),
        change_note=edition.change_note or None,
    )


def _versions(versions: tuple[Issued, ...]) -> tuple[VersionForm, ...]:
    """Newest first, as on the page; the oldest version has no changed keys."""
    before = (None, *versions)
    numbered = enumerate(zip(before, versions, strict=False), start=1)
    return tuple(_version(number, *pair) for number, pair in numbered)[::-1]


def _version(number: int, before: Issued | None, issued: Issued) -> VersionForm:
    return VersionForm.model_construct(
        number=number,
        edition=issued.edition.name,
        issued_at=issued.edition.issued_at,
        digest=issued.digest,
        changed=_changed_keys(before, issued) if before else (),
    )


def _changed_keys(before: Issued, after: Issued) -> tuple[str, ...]:
    """The keys that differ, in alphabetical order."""
    keys = (str(difference.at[0]) for difference in differing(before.content, after.content))
    return tuple(dict.fromkeys(keys))
