"""The entries of the search: every page except the guide, with the values it is filtered by.

The order never changes: a page gets its place when its subject is issued for the first time, so a
new edition only adds entries at the end.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from generator.base.digest import Json
from generator.base.times import day_text
from generator.model.corpus.standing import Standing, window_of
from generator.model.edition.edition import Edition
from generator.model.kinds import is_of, kind_of
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.concern import Concern
from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.model.ledger.bulletin_lines import Lines, followers, line_of
from generator.model.ledger.queries import is_concluded, is_open, is_rumour
from generator.views.context.addresses import SECTIONS, address_of
from generator.views.context.formatter import contact_text, sentence_case
from generator.views.context.reading_times import span_of
from generator.views.context.site_context import SiteContext
from generator.views.lists.list_entries import own_badges
from generator.views.lists.subject_pages import subject_ids

SEARCH = "search/"
SUBJECTS = ("areas", "topics", "units")


class Worth(IntEnum):
    """How near a page is to what readers want first, while it may be used; `OVER` when not."""

    OVER = 0
    LIST = 1
    OTHER = 2
    BULLETIN = 3
    FACT = 4
    EVENT = 5
    MESSAGE = 6


# The kind of pages that are no records.
GUIDE = "guide"


class SearchEntry(NamedTuple):
    """A page; `kinds` are ids of sections, `areas` include parent areas.

    `since` and `until` are ISO times. If a page is not `whole`, only its title is searched. `asks`
    are the questions that it answers, `state` is a badge that time does not change (text, tone);
    `answer` of a message: what it says first, until when it holds, who answers.
    """

    address: str
    title: str
    id: str = ""
    kinds: tuple[str, ...] = ()
    marks: str = ""
    areas: tuple[str, ...] = ()
    topic: str = ""
    event: str = ""
    standing: str = ""
    since: str = ""
    until: str = ""
    whole: bool = False
    worth: int = Worth.OTHER
    asks: str = ""
    state: tuple[str, str] = ("", "")
    answer: tuple[str, ...] = ()

    @property
    def is_guide(self) -> bool:
        return GUIDE in self.kinds


def search_entries(context: SiteContext) -> Iterator[SearchEntry]:
    """First the lists, then for each edition the pages that it is the first to name or print."""
    for section in SECTIONS:
        if section.folder and section.id != "search":
            title = context.label(f"section_{section.id}")
            yield SearchEntry(f"{section.folder}/", title, worth=Worth.LIST)
    lines = context.lines
    addresses: set[str] = set()
    shown = {section: subject_ids(context, section) for section in SUBJECTS}
    for edition in context.ledger.editions:
        for entry in _edition_entries(context, edition, shown):
            if entry.address not in addresses:
                addresses.add(entry.address)
                is_followed = entry.worth == Worth.BULLETIN and _is_followed(context, lines, entry)
                yield entry._replace(worth=Worth.LIST) if is_followed else entry


def _is_followed(context: SiteContext, lines: Lines, entry: SearchEntry) -> bool:
    """Whether a newer bulletin of its line has come, as its page says."""
    first = context.ledger.bulletins[entry.id][0]
    return followers(context.ledger, lines, first, line_of(first)) is not None


def _edition_entries(
    context: SiteContext, edition: Edition, shown: Mapping[str, frozenset[str]]
) -> Iterator[SearchEntry]:
    issued = [record_id for record_id in sorted(edition.records) if context.is_issued(record_id)]
    yield from _subject_entries(context, edition, issued, shown)
    for record_id in issued:
        yield _record_entry(context, record_id)
    yield _bulletin_entry(context, edition.bulletin)


def _subject_entries(
    context: SiteContext,
    edition: Edition,
    issued: Iterable[str],
    shown: Mapping[str, frozenset[str]],
) -> Iterator[SearchEntry]:
    """The pages of areas, topics and units that the records name as last issued, or that succeed.

    `shown` are all subjects that have a page, by section.
    """
    contents = [context.content(record_id) for record_id in issued]
    subjects = {
        "areas": {area for content in contents for area in content.get("areas", ())},
        "topics": {content["topic"] for content in contents if content.get("topic")},
        "units": {content["unit"] for content in contents},
    }
    for section in SUBJECTS:
        listed = {str(row["id"]) for row in edition.entries(section)}
        joined = listed & shown[section] if section != "topics" else set()
        for subject in sorted(subjects[section] | joined):
            address, name = f"{section}/{subject}/", name_of(edition, section, subject)
            who = contact_text(context.formatter(edition, SEARCH), subject)
            is_answering = section == "units" and who
            told = f"{context.label('search_telephone')} {who}" if is_answering else ""
            yield SearchEntry(address, name, subject, (section,), asks=told)


def name_of(edition: Edition, section: str, subject: str) -> str:
    """The name of an area, topic or unit in the registry of an edition; else its id."""
    return next(
        (str(row["name"]) for row in edition.entries(section) if row["id"] == subject),
        subject,
    )


def _record_entry(context: SiteContext, record_id: str) -> SearchEntry:
    issued = context.ledger.issued[record_id][-1]
    content, standing = issued.content, context.standing(record_id)
    window = window_of(content, issued.edition.zone)
    is_event = is_of(record_id, Event)
    return SearchEntry(
        address=address_of(record_id),
        title=str(content["title"]),
        id=record_id,
        kinds=_kinds(record_id, content),
        marks=_marks(context, issued.edition, record_id, content),
        areas=tuple(_areas_around(context, issued.edition, content.get("areas", ()))),
        topic=str(content.get("topic") or ""),
        event=record_id if is_event else str(content.get("event") or ""),
        standing="" if standing.is_timed or standing.applies_now else standing.value,
        since=window.start.isoformat() if window else "",
        until=window.until.isoformat() if window else "",
        whole=True,
        worth=_worth(context, record_id, content),
        asks=_asks(context, record_id) if standing.is_usable or standing.is_timed else "",
        state=_state(context, record_id),
        answer=_answer(context, record_id, content),
    )


def _worth(context: SiteContext, record_id: str, content: Json) -> Worth:
    standing = context.standing(record_id)
    if not (standing.is_timed or standing.is_usable):
        return Worth.OVER
    if is_of(record_id, Message):
        return Worth.MESSAGE
    if is_of(record_id, Event):
        return Worth.EVENT if is_open(context.ledger, record_id) else Worth.LIST
    if is_of(record_id, Concern) and not is_open(context.ledger, record_id):
        return Worth.LIST
    return Worth.FACT if is_concluded(content) else Worth.OTHER


def _asks(context: SiteContext, record_id: str) -> str:
    """The questions that a record answers, in the words of those who ask, and what sort it is."""
    content = context.content(record_id)
    answers = (str(answer["question"]) for answer in content.get("answers", ()))
    sorts = [context.label(f"section_{kind}") for kind in _kinds(record_id, content)]
    rumour = str(content["statement"]) if is_rumour(content) else ""
    return "\n".join((str(content.get("question") or ""), *answers, rumour, sorts[-1]))


def _state(context: SiteContext, record_id: str) -> tuple[str, str]:
    """The first badge of a record that does not change while somebody reads: (text, tone)."""
    badges = own_badges(context, record_id)
    return next(((b.text, b.tone) for b in badges if not b.span and not b.due), ("", ""))


def _answer(context: SiteContext, record_id: str, content: Json) -> tuple[str, ...]:
    span = span_of(context, record_id)
    if not is_of(record_id, Message) or span is None or not content.get("say"):
        return ()
    edition = context.ledger.issued[record_id][-1].edition
    sentences = (str(sentence["text"]) for sentence in content["say"])
    said = next((one for one in sentences if not context.is_stopped_text(one, edition)), "")
    formatter = context.formatter(edition, SEARCH)
    who = contact_text(formatter, str(content.get("contact") or ""))
    return (said, span.in_force, who) if said else ()


def _kinds(record_id: str, content: Json) -> tuple[str, ...]:
    rumour = ("rumours",) if is_rumour(content) else ()
    return (kind_of(record_id).section.id, *rumour)


def _marks(context: SiteContext, edition: Edition, record_id: str, content: Json) -> str:
    """Short facts that distinguish results: exercise, kind, areas, topic, day."""
    facts = (
        context.exercise_mark(edition),
        sentence_case(kind_of(record_id).label.to(context.language)),
        ", ".join(name_of(edition, "areas", area) for area in content.get("areas", ())),
        name_of(edition, "topics", str(content.get("topic") or "")),
        day_text(date.fromisoformat(str(content["created"])), context.language),
    )
    return " · ".join(filter(None, facts))


def _areas_around(context: SiteContext, edition: Edition, areas: Iterable[str]) -> Iterator[str]:
    """The areas, all their parent areas in the registry of the edition, and what follows them."""
    parents, directory = _parents(edition), context.ledger.directory
    seen: dict[str, None] = {}
    for area in (*areas, *filter(None, map(directory.area_now, areas))):
        around: str | None = area
        while around and around not in seen:
            seen[around] = None
            around = parents.get(around)
    return iter(seen)


def _parents(edition: Edition) -> Mapping[str, str]:
    areas = edition.entries("areas")
    return {area["id"]: area["parent"] for area in areas if area.get("parent")}


def _bulletin_entry(context: SiteContext, bulletin: str) -> SearchEntry:
    edition = context.ledger.bulletins[bulletin][-1]
    day = edition.day
    facts = (
        context.exercise_mark(edition),
        sentence_case(Bulletin.label.to(context.language)),
        day_text(day, context.language),
    )
    return SearchEntry(
        address=address_of(bulletin),
        title=str(edition.plan["title"]),
        id=bulletin,
        kinds=("bulletins",),
        marks=" · ".join(filter(None, facts)),
        areas=tuple(_areas_around(context, edition, edition.plan.get("areas", ()))),
        topic=str(edition.plan.get("topic") or ""),
        event=str(edition.plan.get("event") or ""),
        standing=Standing.WITHDRAWN.value if edition.is_withdrawal else "",
        whole=True,
        worth=Worth.OVER if edition.is_withdrawal else Worth.BULLETIN,
    )
