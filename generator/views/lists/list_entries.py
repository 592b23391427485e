"""One line of a list for a record or an edition, read from frozen JSON: no record is built."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import NamedTuple
from weakref import WeakKeyDictionary

from markupsafe import Markup

from generator.base.digest import Json
from generator.base.prose import to_html
from generator.base.text import Choice
from generator.base.times import day_text
from generator.model.corpus.matter import MatterState
from generator.model.corpus.standing import Standing
from generator.model.edition.edition import Edition, Relation
from generator.model.kinds import end_of, is_of, kind_of
from generator.model.kinds.bulletin import BulletinKind
from generator.model.kinds.concern import Concern
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.directive import Directive, Stage
from generator.model.kinds.event import Event, Level
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.ledger.queries import (
    concluded_on,
    concluded_result,
    is_concluded,
    is_over,
    is_rumour,
)
from generator.model.record.record import Record, Urgency
from generator.views.blocks.information import TONES
from generator.views.context.addresses import address_of, address_of_edition, relative_link
from generator.views.context.formatter import chosen, sentence_case
from generator.views.context.reading_times import due_badge, span_of
from generator.views.context.site_context import Badge, SiteContext

TONE_OF = {
    Standing.COMING: "info",
    Standing.IN_FORCE: "good",
    Standing.EXPIRED: "bad",
    Standing.SUPERSEDED: "bad",
    Standing.RECALLED: "bad",
    Standing.WITHDRAWN: "bad",
    Standing.HELD: "bad",
    Standing.ISSUED: "plain",
}


_MOST_LETTERS, _MORE = 180, " …"


class ListEntry(NamedTuple):
    """One entry of a list; `marks` are short facts, `detail` is a sentence.

    `depth` is how far it lies in entries above it: an area in another one.
    """

    href: str
    title: str
    id: str
    badges: tuple[Badge, ...]
    marks: str
    detail: str
    depth: int = 0


# The lines of records in each context, without their links: many pages show the same.
_LINES: WeakKeyDictionary[SiteContext, dict[str, ListEntry]] = WeakKeyDictionary()


def record_line(context: SiteContext, record_id: str, start: str) -> ListEntry:
    lines = _LINES.setdefault(context, {})
    if record_id not in lines:
        lines[record_id] = _line(context, record_id)
    return lines[record_id]._replace(href=relative_link(start, address_of(record_id)))


def _line(context: SiteContext, record_id: str) -> ListEntry:
    issued = context.ledger.issued[record_id][-1]
    content = issued.content
    marks = (
        sentence_case(kind_of(record_id).label.to(context.language)),
        issued.edition.unit_called(str(content["unit"])),
        _dated(context, content),
    )
    return ListEntry(
        href="",
        title=str(content["title"]),
        id=record_id,
        badges=badges_of(context, record_id),
        marks=" · ".join(marks),
        detail=_detail(context, record_id),
    )


def _dated(context: SiteContext, content: Json) -> str:
    """The day of a record and what happened on it: of a fact that of its conclusion."""
    concluded = concluded_on(content)
    day = day_text(concluded or date.fromisoformat(str(content["created"])), context.language)
    return context.label("on_concluded" if concluded else "on_written").format(day=day)


def _detail(context: SiteContext, record_id: str) -> str:
    content = context.content(record_id)
    if context.is_stopped(record_id):
        return ""
    if is_of(record_id, Message):
        return str(content.get("question", ""))
    if is_of(record_id, Event):
        return _last_moment(context, record_id, content)
    if not is_concluded(content):
        return ""
    return _answer(context, record_id, content) if is_rumour(content) else _statement(content)


def _statement(content: Json) -> str:
    return _beginning(str(content["statement"])) if "statement" in content else ""


def _answer(context: SiteContext, record_id: str, content: Json) -> str:
    """What is true instead of a rumour; its wording stands in no list."""
    edition, answer = context.ledger.issued[record_id][-1].edition, content.get("answer")
    if not answer or context.is_stopped_text(answer, edition):
        return ""
    told = Markup(to_html(answer)).striptags()  # noqa: S704  made safe
    return f"{context.label('pair_fact')}: {_beginning(told)}"


def _last_moment(context: SiteContext, record_id: str, content: Json) -> str:
    """The newest line of an event, while what it rests on stands."""
    edition = context.ledger.issued[record_id][-1].edition
    for last in content.get("timeline", ())[-1:]:
        if context.can_tell(last["text"], last.get("because", ()), edition):
            moment = context.moment(datetime.fromisoformat(str(last["at"])), edition)
            return f"{moment}: {_beginning(str(last['text']))}"
    return ""


def _beginning(text: str) -> str:
    """The first words, at most `_MOST_LETTERS` letters; the whole text is on the record's page."""
    text = " ".join(text.split())
    if len(text) <= _MOST_LETTERS:
        return text
    return text[: _MOST_LETTERS - 1].rpartition(" ")[0] + _MORE


def badges_of(context: SiteContext, record_id: str) -> tuple[Badge, ...]:
    """The record's standing, then badges from its own content, then the mark of an exercise."""
    edition = context.ledger.issued[record_id][-1].edition
    return own_badges(context, record_id) + exercise_badges(context, edition)


def own_badges(context: SiteContext, record_id: str) -> tuple[Badge, ...]:
    content = context.content(record_id)
    standing = context.standing(record_id)
    kind_badges = _kind_badges(context, record_id, content)
    if standing is Standing.ISSUED:
        return kind_badges
    badge = _standing_badge(context, record_id, standing)
    late = due_badge(context, record_id) if badge.span else ()
    return (badge, *kind_badges, *late)


def exercise_badges(context: SiteContext, edition: Edition) -> tuple[Badge, ...]:
    mark = context.exercise_mark(edition)
    return (Badge(mark, "exercise"),) if mark else ()


def _standing_badge(context: SiteContext, record_id: str, standing: Standing) -> Badge:
    span = span_of(context, record_id)
    text = span.text if span else sentence_case(standing.label.to(context.language))
    return Badge(text, TONE_OF[standing], span)


def _kind_badges(context: SiteContext, record_id: str, content: Json) -> tuple[Badge, ...]:
    return _BADGES.get(kind_of(record_id), _no_badges)(context, record_id, content)


def _no_badges(*_: object) -> tuple[Badge, ...]:
    return ()


def _result_badge(context: SiteContext, record_id: str, content: Json) -> tuple[Badge, ...]:
    del record_id
    result = concluded_result(content)
    if result is None:
        return (Badge(context.label("not_concluded"), "warn"),)
    return (Badge(sentence_case(result.label.to(context.language)), TONES[result]),)


def _consultation_badge(context: SiteContext, record_id: str, content: Json) -> tuple[Badge, ...]:
    """The state of the matter; a withdrawn consultation already has its standing as a badge."""
    del content
    matter = context.ledger.matters.get(record_id)
    if matter is None or matter.state is MatterState.RETIRED:
        return ()
    text = sentence_case(matter.state.label.to(context.language))
    return (Badge(text, "warn" if matter.is_open else "plain"),)


def _stage_badge(context: SiteContext, record_id: str, content: Json) -> tuple[Badge, ...]:
    del record_id
    return _choice_badge(context, Stage, content.get("stage"))


def _concern_badge(context: SiteContext, record_id: str, content: Json) -> tuple[Badge, ...]:
    del content
    is_settled = is_over(context.ledger, record_id)
    text = context.label("state_closed" if is_settled else "state_open")
    return (Badge(sentence_case(text), "plain" if is_settled else "warn"),)


def _event_badges(context: SiteContext, record_id: str, content: Json) -> tuple[Badge, ...]:
    closed = Badge(sentence_case(context.label("state_closed")), "plain")
    if is_over(context.ledger, record_id):
        return (closed,)
    level = _choice_badge(context, Level, content.get("level"), "warn")
    is_routine = content.get("urgency") in (None, Urgency.ROUTINE)
    urgency = () if is_routine else _choice_badge(context, Urgency, content["urgency"], "bad")
    end = end_of(content)
    ahead = (closed._replace(due=end),) if end else ()
    return (*level, *urgency, *due_badge(context, record_id), *ahead)


# Badges read from the content of a record, for the kinds that have them.
_BADGES: Mapping[type[Record], Callable[[SiteContext, str, Json], tuple[Badge, ...]]] = {
    Information: _result_badge,
    Event: _event_badges,
    Consultation: _consultation_badge,
    Directive: _stage_badge,
    Concern: _concern_badge,
}


def _choice_badge(
    context: SiteContext, choices: type[Choice], value: object, tone: str = "plain"
) -> tuple[Badge, ...]:
    if value is None:
        return ()
    return (Badge(sentence_case(chosen(choices, str(value)).label.to(context.language)), tone),)


def edition_line(context: SiteContext, edition: Edition, start: str) -> ListEntry:
    kind = edition.plan.get("kind")
    label = chosen(BulletinKind, kind).label.to(context.language) if kind else ""
    relation = edition.relation.label.to(context.language)
    tone = "plain" if edition.relation is Relation.NEW else "warn"
    moment = context.moment(edition.issued_at, edition)
    marks = (sentence_case(label), context.label("at_issued").format(moment=moment))
    return ListEntry(
        href=relative_link(start, address_of_edition(edition.name)),
        title=str(edition.plan["title"]),
        id=edition.name,
        badges=(Badge(sentence_case(relation), tone), *exercise_badges(context, edition)),
        marks=" · ".join(filter(None, marks)),
        detail=edition.change_note or "",
    )
