"""The pages of a bulletin: its newest version, a permanent page for each version, changes."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import NamedTuple
from weakref import WeakKeyDictionary

from generator.base.digest import digest12
from generator.base.text import Language
from generator.model.corpus.standing import window_of
from generator.model.edition.edition import Edition
from generator.model.ledger.bulletin_lines import (
    Followers,
    Lines,
    announced,
    events_in,
    followers,
    is_about_event,
    line_of,
)
from generator.model.ledger.ledger import Ledger
from generator.model.ledger.queries import is_newest
from generator.model.record.record import Attachment
from generator.model.registry.directory import Answer
from generator.views.blocks.components import File, files
from generator.views.bulletin.annex import has_annex
from generator.views.bulletin.document import Document, document
from generator.views.changes.change_list import corrected_words
from generator.views.changes.changes_page import (
    Both,
    address_of_changes,
    plan_changes,
    recall_sentence,
)
from generator.views.context.addresses import (
    address_of,
    address_of_edition,
    path_of_annex,
    path_of_paper,
    relative_link,
)
from generator.views.context.as_of import as_of
from generator.views.context.corrections import Correction, corrections_before
from generator.views.context.edition_context import Reading
from generator.views.context.follower import follower_name
from generator.views.context.formatter import Cite, contact_text, sentence_case
from generator.views.context.page import Page, Planned
from generator.views.context.page_layout import Frame, finish
from generator.views.context.reading_times import use_in
from generator.views.context.site_context import Paper, SiteContext, key_of
from generator.views.lists.list_entries import ListEntry, record_line
from generator.views.site.notices import Notice, due_notice

# The last document made in each context, with the name of its edition.
_LAST_DOCUMENT: WeakKeyDictionary[SiteContext, tuple[str, Document]] = WeakKeyDictionary()


class VersionEntry(NamedTuple):
    """A version in the list of all versions of a bulletin."""

    name: str
    href: str
    relation: str
    issued: str
    digest: str
    note: str


class Follower(NamedTuple):
    """A newer bulletin; the script replaces it by the newest of its `line`, if it names one."""

    text: str
    name: str
    href: str
    line: str = ""


class VersionContext(NamedTuple):
    """A version with what its pages need: the version before, the newest, later corrections.

    `followers` are None while the next issue that it announces has not come; then events that it
    prints may still have newer bulletins.
    """

    edition: Edition
    previous: Edition | None
    newest: Edition
    since: tuple[Correction, ...]
    followers: Followers | None
    announced: datetime | None
    newest_by_event: Mapping[str, Edition]


def plan_bulletins(context: SiteContext) -> Iterator[Planned]:
    """For each bulletin, newest first: its page, then its versions."""
    corrections = corrections_before(context.ledger)
    lines = context.lines
    for bulletin in sorted(context.ledger.bulletins, reverse=True):
        versions = context.ledger.bulletins[bulletin]
        later = followers(context.ledger, lines, versions[0], line_of(versions[0]))
        by_event = {} if later else _newest_by_event(context.ledger, lines, versions[0])
        bound_versions = [
            VersionContext(
                edition,
                versions[number - 1] if number else None,
                versions[-1],
                corrections[edition.digest],
                later,
                announced(context.ledger, lines, edition),
                by_event,
            )
            for number, edition in enumerate(versions)
        ]
        if context.ledger.closing(bulletin) is None:
            yield _plan_newest(context, bulletin, bound_versions[-1])
        for bound_version in reversed(bound_versions):
            yield from _plan_version(context, bound_version)


def _key(context: SiteContext, kind: str, bound: VersionContext) -> str:
    versions = context.ledger.bulletins[bound.edition.bulletin]
    recalls = context.ledger.recalls
    recalled = [
        recalls[record_id] for record_id in sorted(bound.edition.records) if record_id in recalls
    ]
    return key_of(
        (kind, context.language, bound.edition.digest, str(bound.announced)),
        _follower_stamps(bound),
        (closing.name if (closing := context.ledger.closing(bound.edition.bulletin)) else "",),
        (f"{edition.name} {edition.digest}" for edition in versions),
        (
            f"{correction.name} {correction.label.en} {correction.at.isoformat()} {correction.note}"
            for correction in bound.since
        ),
        (context.stamp(record_id) for record_id in sorted(bound.edition.records)),
        map(context.answer_stamp, (str(bound.edition.plan["unit"]), *_contacts(bound.edition))),
        (recall.model_dump_json() for recall in recalled),
        context.stopped_in(bound.edition),
        (f"{key} {text}" for key, text in context.corrected_in(bound.edition).items()),
        context.named_in(bound.edition.plan, bound.edition.records),
        (context.file_href(bound.edition, "", path) for path in bound.edition.attachments),
    )


def _plan_newest(context: SiteContext, bulletin: str, bound: VersionContext) -> Planned:
    address = address_of(bulletin)
    make = partial(_make_version, context, bound, address)
    return Planned(address, "bulletins", _key(context, "bulletin", bound), make)


def _plan_version(context: SiteContext, bound: VersionContext) -> Iterator[Planned]:
    address = address_of_edition(bound.edition.name)
    make = partial(_make_version, context, bound, address)
    alone = partial(_make_alone, context, bound, address)
    yield Planned(address, "bulletins", _key(context, "version", bound), make, alone)
    if bound.previous:
        yield plan_changes(context, Both(bound.previous, bound.edition, bound.newest))


def _make_version(context: SiteContext, bound: VersionContext, address: str) -> Page:
    edition, start = bound.edition, address_of_edition(bound.edition.name)
    file = f"{start}{edition.name.replace('/', '-')}"
    return _version_page(
        context,
        bound,
        _frame(context, bound, address),
        papers=tuple(_papers(context, edition, address)),
        printed_as=context.made_paper(address, path_of_paper(edition.name), "print_pdf"),
        one_file=relative_link(address, f"{file}.html"),
        changes_href=relative_link(address, address_of_changes(edition)) if bound.previous else "",
    )


def _papers(context: SiteContext, edition: Edition, address: str) -> Iterator[Paper]:
    """The links to the bulletin on paper, and to its annex where it has one."""
    yield context.paper(address, path_of_paper(edition.name), "pdf")
    if has_annex(edition):
        yield context.paper(address, path_of_annex(edition.name), "annex_pdf")


def _make_alone(context: SiteContext, bound: VersionContext, address: str, start: str) -> Page:
    """The page as one file, without what is only beside it on the site."""
    frame = _frame(context, bound, address)._replace(start=start)
    return _version_page(
        context, bound, frame, papers=(), printed_as=None, one_file="", changes_href=""
    )


def _frame(context: SiteContext, bound: VersionContext, address: str) -> Frame:
    edition = bound.edition
    title = edition.bulletin_plan.title
    summary = context.label("summary_bulletin").format(title=title, version=edition.version)
    mark, moment = context.exercise_mark(edition), as_of(context, (edition,))
    return Frame(address, "bulletins", title, summary, mark, moment, links_ids=True, start=address)


def _version_page(
    context: SiteContext, bound: VersionContext, frame: Frame, **beside: object
) -> Page:
    edition, start = bound.edition, frame.start
    return finish(
        context,
        frame,
        "version",
        document=_document_of(context, bound, frame.address),
        newer=_newer_version(context, bound, start),
        followers=tuple(_followers(context, bound, start)),
        came=_came(context, bound, start),
        notices=(
            *_closing_notices(context, edition),
            *_contact_notices(context, edition),
            *_due_notices(context, bound),
        ),
        recalled=tuple(_recalled_messages(context, edition, start)),
        versions=_versions(context, edition.bulletin, start),
        records=_record_lines(context, edition, start),
        files=_files(context, edition, start),
        **beside,
    )


def _document_of(context: SiteContext, bound: VersionContext, address: str) -> Document:
    """The version as a document. The last one is kept, as two pages in a row need it.

    The page of the bulletin tells who answers now, if that has changed; the page of the version
    keeps what was issued.
    """
    is_now = address == address_of(bound.edition.bulletin) and bool(_moved(context, bound.edition))
    name = f"{bound.edition.name} {is_now}"
    last = _LAST_DOCUMENT.get(context)
    if last is None or last[0] != name:
        directory = context.ledger.directory if is_now else None
        edition = bound.edition
        reading = Reading(
            partial(use_in, context, edition=edition),
            context.doubt,
            partial(context.is_stopped_text, edition=edition),
            directory,
            partial(corrected_words, context.corrected_in(edition), context.language),
        )
        version_document = document(
            bound.edition, context.language, bound.previous, bound.since, reading
        )
        last = _LAST_DOCUMENT[context] = (name, version_document)
    return last[1]


def _contacts(edition: Edition) -> tuple[str, ...]:
    """The units that the edition tells people to ask, each once."""
    named = (content.get("contact") for content in edition.records.values())
    return tuple(dict.fromkeys(str(unit) for unit in named if unit))


def _moved(context: SiteContext, edition: Edition) -> tuple[Answer, ...]:
    """The contacts of an edition that have ended by now, and who answers for them."""
    answers = map(context.ledger.directory.answer, _contacts(edition))
    return tuple(answer for answer in answers if answer and not answer.is_own)


def _closing_notices(context: SiteContext, edition: Edition) -> Iterator[Notice]:
    """That the newest version of the bulletin was recalled: no older one holds in its place."""
    closing = context.ledger.closing(edition.bulletin)
    if closing:
        yield Notice(context.label("newest_recalled").format(name=closing.name))


def _contact_notices(context: SiteContext, edition: Edition) -> Iterator[Notice]:
    """Whom to ask instead of a unit that this version still names."""
    formatter = context.formatter(edition, "")
    for answer in _moved(context, edition):
        facts = {"named": answer.named.name, "day": formatter.day(answer.named.valid.until)}
        if answer.unit is None:
            yield Notice(formatter.label("contact_gone").format(**facts), tone="")
        else:
            contact = contact_text(formatter, answer.unit.id)
            sentence = formatter.label("contact_moved").format(**facts, contact=contact)
            yield Notice(sentence, tone="")


def _newer_version(context: SiteContext, bound: VersionContext, address: str) -> Cite | None:
    if bound.newest.name == bound.edition.name:
        return None
    newest = bound.newest
    title = context.label("newer").format(name=newest.name)
    note = sentence_case(newest.relation.label.to(context.language))
    return Cite(newest.name, title, note, relative_link(address, address_of_edition(newest.name)))


def _newest_by_event(ledger: Ledger, lines: Lines, edition: Edition) -> Mapping[str, Edition]:
    """The newest bulletin about each event that a bulletin prints, if it came later."""
    later = {event: followers(ledger, lines, edition, event) for event in events_in(edition)}
    return {event: after.newest for event, after in later.items() if after}


def _followers(context: SiteContext, bound: VersionContext, address: str) -> Iterator[Follower]:
    """The bulletins that readers should open instead.

    About an event it is the newest. In a long line of one kind it is the next, so that an issue
    does not change the pages of all before it; the script puts the newest in its place.
    """
    later = bound.followers
    if later and is_about_event(bound.edition):
        yield _follower(context, later.newest, address, context.label("follower_of_event"))
    elif later:
        of_kind = _follower(context, later.next, address, context.label("follower_of_kind"))
        yield of_kind._replace(line=line_of(bound.edition))
    for event, newest in bound.newest_by_event.items():
        title = bound.edition.records[event]["title"] if event in bound.edition.records else event
        text = context.label("follower_of_named").format(event=title)
        yield _follower(context, newest, address, text)


def _follower(context: SiteContext, edition: Edition, address: str, text: str) -> Follower:
    href = relative_link(address, address_of(edition.bulletin))
    return Follower(text, follower_name(edition, context.language), href)


def _came(context: SiteContext, bound: VersionContext, address: str) -> Cite | None:
    """The next issue that a version announced, once it has come."""
    if bound.followers is None or bound.edition.is_withdrawal:
        return None
    bulletin = bound.followers.next.bulletin
    return Cite(bulletin, href=relative_link(address, address_of(bulletin)))


def _follower_stamps(bound: VersionContext) -> Iterator[str]:
    """What the page shows of its followers: of those of its kind only the next."""
    later = bound.followers or ()
    shown = later if is_about_event(bound.edition) else later[:1]
    for edition in (*shown, *bound.newest_by_event.values()):
        yield follower_name(edition, Language.VI)


def _due_notices(context: SiteContext, bound: VersionContext) -> tuple[Notice, ...]:
    """Notices that the next bulletin was due, or that the first validity has ended."""
    edition, plan = bound.edition, bound.edition.bulletin_plan
    if not is_newest(context.ledger, edition):
        return ()
    formatter = context.formatter(edition, "")
    windows = (window_of(content, edition.zone) for content in edition.records.values())
    ends = [window.until for window in windows if window]
    ended_notices = due_notice(formatter, "due_valid", min(ends, default=None), plan.unit)
    return ended_notices + due_notice(formatter, "due_issue", bound.announced, plan.unit)


def _recalled_messages(context: SiteContext, edition: Edition, address: str) -> Iterator[Cite]:
    """The records of this version that were recalled later; readers must see them first."""
    for record_id in sorted(edition.records):
        if recall := context.ledger.recalls.get(record_id):
            sentence = recall_sentence(context, edition, recall)
            title = str(edition.records[record_id]["title"])
            href = (
                relative_link(address, address_of(record_id))
                if context.is_issued(record_id)
                else ""
            )
            yield Cite(record_id, title, sentence, href)


def _files(context: SiteContext, edition: Edition, address: str) -> tuple[File, ...]:
    """Every file of this version as it was issued, even if a file of the same name changed."""
    contents = (edition.plan, *edition.records.values())
    attachments = [
        attachment for content in contents for attachment in content.get("attachments", ())
    ]
    attachments_by_path = {
        str(attachment["file"]): Attachment.model_validate(attachment) for attachment in attachments
    }
    return files(attachments_by_path.values(), partial(context.file_href, edition, address))


def _versions(context: SiteContext, bulletin: str, address: str) -> tuple[VersionEntry, ...]:
    return tuple(
        VersionEntry(
            name=edition.name,
            href=relative_link(address, address_of_edition(edition.name)),
            relation=sentence_case(edition.relation.label.to(context.language)),
            issued=context.moment(edition.issued_at, edition),
            digest=digest12(edition.digest),
            note=edition.change_note or "",
        )
        for edition in reversed(context.ledger.bulletins[bulletin])
    )


def _record_lines(context: SiteContext, edition: Edition, address: str) -> tuple[ListEntry, ...]:
    """The records of this version as they are today, each with a link to its page."""
    issued = (record_id for record_id in sorted(edition.records) if context.is_issued(record_id))
    return tuple(record_line(context, record_id, address) for record_id in issued)
