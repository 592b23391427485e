"""Every section of a bulletin, and the orders in which bulletins print them."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.model.edition.edition import Edition
from generator.model.kinds.bulletin import BulletinKind
from generator.model.kinds.concern import Concern
from generator.model.kinds.directive import Directive
from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.model.kinds.network import Network
from generator.model.kinds.opinion import Opinion
from generator.views.bulletin import annex, events, matters, meeting, messages, opening
from generator.views.bulletin.section import Section, parts, whole
from generator.views.bulletin.selection import (
    agreed,
    basis,
    differing,
    every,
    facts,
    included,
    others,
    rumours,
    with_outlook,
)

ANSWERED = parts(every(Message), "answers")
REFUSED = parts(every(Message), "do_not_say")
OUTLOOK = parts(with_outlook, "forecast")
PROPOSED = parts(every(Opinion), "proposals")
REPORTED = included(every(Directive))

# Templates in theme/sections that many sections share.
RECORDS, ON_PAPER, PART = "page/records", "paper/records", "page/paragraphs"

SECTIONS: tuple[Section, ...] = (
    Section("highlights", "highlights", opening.highlights, "page/highlights", "paper/highlights"),
    Section(
        key="corrections",
        label="corrections_since",
        holds=opening.corrections,
        page="page/paragraphs",
        paper="page/paragraphs",
        says_none=True,
    ),
    Section(
        key="events",
        label="events",
        holds=whole(every(Event), tasks=(), forecast=()),
        page=RECORDS,
        paper="paper/events",
        on_paper=events.events_in_short,
    ),
    Section("streams", "streams", annex.streams, RECORDS, "paper/streams"),
    Section(
        key="rumours",
        label="rumours",
        holds=whole(rumours),
        page=RECORDS,
        paper=ON_PAPER,
        on_paper=whole(rumours, steps=()),  # they are in the log
    ),
    Section("forecast", "forecast", OUTLOOK, "page/forecast", "paper/forecast"),
    Section("messages", "messages", messages.messages, RECORDS, "paper/messages"),
    Section("questions", "questions", ANSWERED, "page/questions", "paper/questions"),
    Section("differing", "differing", whole(differing), RECORDS, ON_PAPER, says_none=True),
    Section("consultations", "consultations", whole(agreed), RECORDS, ON_PAPER),
    Section("proposals", "proposals", PROPOSED, "page/proposals", "paper/proposals"),
    Section(
        key="work",
        label="work",
        holds=events.work,
        page="page/work",
        paper="paper/work",
        on_paper=events.work_in_one_table,
    ),
    Section(
        key="directives",
        label="directives",
        holds=whole(REPORTED),
        page=RECORDS,
        paper="paper/directives",
        on_paper=parts(REPORTED, "rows"),  # their texts are in the annex
    ),
    Section("network", "network", whole(every(Network)), RECORDS, "paper/networks"),
    Section("others", "others", whole(others), RECORDS, ON_PAPER),
    Section(
        "basis", "basis", whole(basis), RECORDS, "paper/directives", on_paper=parts(basis, "rows")
    ),
    Section("annex", "annex", annex.files_and_facts, "page/annex"),
    # The annex of a periodic bulletin on paper, and what is printed apart.
    Section("facts", "facts_in_short", annex.facts_in_short, paper="paper/cited_facts"),
    Section("log", "log", annex.log, paper="paper/log"),
    Section("details", "log_details", whole(facts), paper="paper/details"),
    Section("texts", "directive_texts", whole(every(Directive), rows=()), paper="paper/texts"),
    Section("files", "paper_files", annex.own_files, paper="paper/files"),
    Section("pictures", "pictures", annex.attached_pictures, paper="paper/pictures"),
    Section("courses", "happened", annex.courses, paper="paper/happened"),
    Section("all-questions", "questions", annex.all_questions, paper="paper/questions"),
    Section("changes", "all_changes", opening.changes, paper="page/paragraphs"),
    # A quick bulletin: on paper two pages to be read aloud.
    Section(
        key="happened",
        label="happened",
        holds=events.happened,
        page="page/happened",
        paper="paper/happened",
        on_paper=events.happened_in_short,
    ),
    Section(
        key="state",
        label="state",
        holds=events.state,
        page="page/state",
        paper="paper/state",
        on_paper=events.state_in_short,
    ),
    Section(
        key="people",
        label="people",
        holds=messages.people,
        page="page/people",
        paper="paper/people",
        on_paper=messages.advice,
    ),
    Section(
        key="short-messages",
        label="messages",
        holds=messages.short_messages,
        page=RECORDS,
        paper="paper/short_messages",
        on_paper=messages.parts_of_messages,
        anchor="messages",
    ),
    Section(
        key="first-questions",
        label="questions",
        holds=ANSWERED,
        page="page/questions",
        paper="paper/first_questions",
        on_paper=messages.first_questions,
        anchor="questions",
    ),
    Section(
        key="do-not-say",
        label="do_not_say",
        holds=REFUSED,
        page="page/do_not_say",
        paper="paper/do_not_say",
        on_paper=messages.refused,
    ),
    Section(
        key="contact",
        label="answers_here",
        holds=messages.who_answers,
        page="page/contacts",
        paper="paper/contacts",
        on_paper=messages.who_answers_until,
    ),
    Section(
        key="near-forecast",
        label="forecast_72",
        holds=OUTLOOK,
        page="page/forecast",
        paper="paper/near_forecast",
        on_paper=events.near_forecast,
        anchor="forecast",
    ),
    Section(
        key="differing-now",
        label="differing",
        holds=whole(differing),
        page=RECORDS,
        paper="paper/differing",
        on_paper=matters.differing_in_short,
        anchor="differing",
    ),
    Section("next", "next_step", messages.next_step, "page/next", "paper/next"),
    Section("concerns", "concerns", whole(every(Concern)), RECORDS, RECORDS),
    # The annex of a quick bulletin on paper: what the plan includes and its two pages do not print.
    *(
        Section(f"whole-{key}", label, whole(select), paper=template, anchor=key)
        for key, label, select, template in (
            ("rumours", "rumours", included(rumours), ON_PAPER),
            ("facts", "facts_reported", included(facts), ON_PAPER),
            ("streams", "streams", included(every(Opinion)), ON_PAPER),
            ("consultations", "consultations", included(agreed), ON_PAPER),
            ("directives", "directives", REPORTED, ON_PAPER),
            ("network", "network", every(Network), RECORDS),
        )
    ),
    # A bulletin for a meeting: its parts open with what the chair does; at last, lines to write on.
    Section("to-inform", "meeting_inform", meeting.part("meeting_inform_says"), PART, PART),
    Section("to-discuss", "meeting_discuss", meeting.part("meeting_discuss_says"), PART, PART),
    Section("to-decide", "meeting_decide", meeting.part("meeting_decide_says"), PART, PART),
    Section("discuss", "bulletin_discuss", meeting.discussion, "page/discuss", "paper/discuss"),
    Section("minutes", "minutes", meeting.minutes, paper="paper/minutes"),
    Section("scripts", "scripts", messages.scripts, paper="paper/scripts"),
    Section("all-files", "paper_files", annex.all_files, paper="paper/files", anchor="files"),
)

Keys = tuple[str, ...]


class Order(NamedTuple):
    """Which sections a bulletin prints: its rows everywhere, then others on its page and on paper.

    A row holds columns, which paper prints beside one another; most rows are one section.
    `annex` ends its paper; `apart` is a paper of its own, for who asks for it. An official document
    has both as its annexes.
    """

    rows: tuple[tuple[Keys, ...], ...]
    page: Keys
    annex: Keys
    apart: Keys

    def on_page(self) -> tuple[Section, ...]:
        main = tuple(key for row in self.rows for column in row for key in column)
        return sections_of((*main, *self.page))


def alone(*keys: str) -> tuple[tuple[Keys, ...], ...]:
    """Rows of one section each."""
    return tuple(((key,),) for key in keys)


# The orders of spec 5. An official bulletin has that of its kind; its form numbers the annexes.
ORDERS: Mapping[BulletinKind, Order] = {
    BulletinKind.PERIODIC: Order(
        rows=alone(
            *("highlights", "corrections", "events", "streams", "rumours", "forecast"),
            *("messages", "questions", "differing", "consultations", "proposals", "work"),
            *("directives", "network", "others", "basis"),
        ),
        page=("annex",),
        annex=("facts", "files"),
        apart=("changes", "courses", "log", "details", "texts", "pictures"),
    ),
    # As a cell's meeting goes: to inform, to discuss, to decide.
    BulletinKind.MEETING: Order(
        rows=alone(
            *("to-inform", "highlights", "corrections", "events", "messages", "rumours"),
            *("questions", "streams", "forecast", "directives", "network", "others", "basis"),
            *("to-discuss", "discuss", "differing", "consultations"),
            *("to-decide", "proposals", "work", "minutes"),
        ),
        page=("annex",),
        annex=("facts", "files"),
        apart=("changes", "courses", "log", "details", "texts", "pictures"),
    ),
    BulletinKind.QUICK: Order(
        rows=(
            (("short-messages",), ("do-not-say",)),
            (("people",), ("contact",)),
            *alone("happened", "state", "first-questions", "near-forecast"),
            *alone("differing-now", "next"),
        ),
        page=(
            *("rumours", "streams", "consultations", "proposals", "concerns"),
            *("directives", "network", "others", "basis", "annex"),
        ),
        annex=(),
        apart=(
            *(
                "changes",
                "courses",
                "all-questions",
                "whole-rumours",
                "whole-facts",
                "whole-streams",
                "whole-consultations",
                "concerns",
            ),
            *("whole-directives", "whole-network", "others", "scripts", "all-files", "pictures"),
        ),
    ),
}

# What the pages of a bulletin print too, as far as they have room: no paper needs both.
LEFT_FROM_PAGES = frozenset({"courses", "all-questions"})


def order_of(edition: Edition) -> Order:
    """The order of its kind; what another kind of bulletin asks to be discussed stands last."""
    if edition.is_meeting:
        return ORDERS[BulletinKind.MEETING]
    order = ORDERS[BulletinKind.QUICK if edition.is_quick else BulletinKind.PERIODIC]
    return order._replace(rows=(*order.rows, *alone("discuss")))


def sections_of(keys: Keys) -> tuple[Section, ...]:
    section_by_key = {section.key: section for section in SECTIONS}
    return tuple(section_by_key[key] for key in keys)
