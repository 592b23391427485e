"""Pages of what is not shown any more: they say who recalled it, why, and what to use instead.

Their addresses are those that readers may have kept; none of the recalled words stands on them.
"""

from collections.abc import Iterator
from functools import partial

from generator.model.edition.edition import Closed
from generator.model.kinds import kind_of
from generator.views.context.addresses import address_of, address_of_edition
from generator.views.context.edition_context import digest12
from generator.views.context.formatter import sentence_case
from generator.views.context.page import Page, Planned
from generator.views.context.page_layout import Frame, finish
from generator.views.context.recalled import Recalled, closed_title, recall_note
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
    address = address_of_edition(name) if "/" in name else address_of(name)
    instead = closed.recall.instead
    key = key_of(
        ("closed", context.language, name, closed.digest, closed.recall.model_dump_json()),
        (closed.recalled_by, context.stamp(instead) if instead else ""),
        map(context.edition_stamp, context.ledger.bulletins.get(closed.bulletin, ())),
    )
    section = kind_of(name).section.id
    return Planned(address, section, key, partial(_make, context, closed, name, address))


def _make(context: SiteContext, closed: Closed, name: str, address: str) -> Page:
    title = closed_title(context, name)
    told = (closed.zone, closed.is_exercise, closed.recalled_by)
    thing = Recalled(closed.recall, title, address, *told, closed.digest)
    sentence, reason = recall_note(context, thing)
    cite = context.cites(address)
    instead = closed.recall.instead
    notice = Notice(sentence, reason, (cite(instead),) if instead else ())
    section = kind_of(name).section.id
    label = kind_of(name).label.to(context.language)
    return finish(
        context,
        Frame(address, section, title, f"{title}. {sentence}", closed.is_exercise),
        "closed",
        kind=sentence_case(label),
        id=name,
        notices=(notice,),
        issued=context.label("closed_issued").format(
            name=closed.name, digest=digest12(closed.digest)
        ),
        others=_other_versions(context, closed, address),
    )


def _other_versions(context: SiteContext, closed: Closed, address: str) -> tuple[ListEntry, ...]:
    """The versions of its bulletin that are still shown, newest first."""
    shown = context.ledger.bulletins.get(closed.bulletin, ())
    return tuple(edition_line(context, edition, address) for edition in reversed(shown))
