"""What a reader's device keeps for a time without network: addresses, the most needed first."""

from collections.abc import Iterator
from itertools import chain

from generator.model.kinds.message import Message
from generator.model.ledger.queries import newest_versions, open_events
from generator.views.context.addresses import SECTIONS, address_of, address_of_edition
from generator.views.context.site_context import SiteContext
from generator.views.lists.listing import newest_first
from generator.views.site.offline_page import ADDRESS as OFFLINE

SEARCH = "search/"
_NEWEST_BULLETINS = 5
_NEWEST = 20


def kept_addresses(context: SiteContext) -> tuple[str, ...]:
    """The front page, messages, open events, the newest bulletins, the lists.

    After them whatever messages and events rest on.
    """
    first = ["", OFFLINE, SEARCH]
    used = [*_messages(context), *newest_first(context, open_events(context.ledger))]
    lists = (f"{section.folder}/" for section in SECTIONS if section.folder)
    evidence = (address_of(one) for one in _named_by(context, used))
    found = chain(first, map(address_of, used), _bulletins(context), lists, evidence)
    return tuple(dict.fromkeys(found))


def _messages(context: SiteContext) -> list[str]:
    """Those in use; and the newest that are not, and the recalled, so that they are seen to be."""
    every = newest_first(context, context.ledger.of(Message))
    used = [one for one in every if context.standing(one).is_usable]
    recalled = sorted(context.ledger.recalls.values(), key=lambda one: one.at, reverse=True)
    recalled_ids = [one.record for one in recalled if context.is_issued(one.record)]
    return list(dict.fromkeys([*used, *every[:_NEWEST], *recalled_ids[:_NEWEST]]))


def _bulletins(context: SiteContext) -> Iterator[str]:
    """The newest bulletins, each with the pages of its newest version."""
    for edition in newest_versions(context.ledger)[:_NEWEST_BULLETINS]:
        yield address_of(edition.bulletin)
        yield address_of_edition(edition.name)


def _named_by(context: SiteContext, used: list[str]) -> Iterator[str]:
    for one in used:
        for named in sorted(context.ledger.issued[one][-1].names):
            if context.is_issued(named):
                yield named
