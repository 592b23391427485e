"""Pages of what is not shown any more: they say who recalled it, why, and what to use instead.

Their addresses are those that readers may have kept; none of the recalled words stands on them.
"""

from collections.abc import Iterator
from functools import partial

from generator.base.digest import digest12
from generator.model.edition.closed import Closed
from generator.model.kinds import kind_of
from generator.views.context.formatter import sentence_case
from generator.views.context.page import Page, Planned
from generator.views.context.page_layout import Frame, finish
from generator.views.context.recalled import Recalled, closed_thing, stop_note
from generator.views.context.site_context import SiteContext, key_of
from generator.views.lists.list_entries import ListEntry, edition_line
from generator.views.site.notices import Notice


def plan_closed(context: SiteContext) -> Iterator[Planned]:
    """A page for each closed version, for bulletins without a newer one, for what only they had."""
    ledger = context.ledger
    for closed in ledger.closed:
        yield _plan(context, closed, closed.name)
    for bulletin in sorted({closed.bulletin for closed in ledger.closed}):
        closing = ledger.closing(bulletin)
        if closing:
            yield _plan(context, closing, bulletin)
    for record_id, closed in sorted(ledger.gone.items()):
        yield _plan(context, closed, record_id)


def _plan(context: SiteContext, closed: Closed, name: str) -> Planned:
    thing = closed_thing(context, closed, name)
    key = key_of(
        ("closed", context.language, name, thing.stamp),
        (context.stamp(thing.instead) if thing.instead else "",),
        map(context.edition_stamp, context.ledger.bulletins.get(closed.bulletin, ())),
    )
    make = partial(_make, context, closed, thing)
    return Planned(thing.address, kind_of(name).section.id, key, make)


def _make(context: SiteContext, closed: Closed, thing: Recalled) -> Page:
    sentence, reason = stop_note(context, thing)
    instead = context.cites(thing.address)(thing.instead) if thing.instead else None
    kind = kind_of(thing.name)
    summary = f"{thing.title}. {sentence}"
    return finish(
        context,
        Frame(thing.address, kind.section.id, thing.title, summary, context.exercise_mark(closed)),
        "closed",
        kind=sentence_case(kind.label.to(context.language)),
        id=thing.name,
        badge=context.label("closed_badge" if thing.recall else "redacted_badge"),
        notices=(Notice(sentence, reason, (instead,) if instead else ()),),
        issued=context.label("closed_issued").format(
            name=closed.name, digest=digest12(closed.digest)
        ),
        others=_other_versions(context, closed, thing.address),
    )


def _other_versions(context: SiteContext, closed: Closed, address: str) -> tuple[ListEntry, ...]:
    """The versions of its bulletin that are still shown, newest first."""
    shown = context.ledger.bulletins.get(closed.bulletin, ())
    return tuple(edition_line(context, edition, address) for edition in reversed(shown))
