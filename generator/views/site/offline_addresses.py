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


def kept_addresses(reading: SiteContext) -> tuple[str, ...]:
    """The front page, messages, open events, the newest bulletins, the lists.

    After them whatever messages and events rest on.
    """
    first = ["", OFFLINE, SEARCH]
    used = [*_messages(reading), *newest_first(reading, open_events(reading.ledger))]
    lists = (f"{section.folder}/" for section in SECTIONS if section.folder)
    evidence = (address_of(one) for one in _named_by(reading, used))
    found = chain(first, map(address_of, used), _bulletins(reading), lists, evidence)
    return tuple(dict.fromkeys(found))


def _messages(reading: SiteContext) -> list[str]:
    """Those in use; and the newest that are not, and the recalled, so that they are seen to be."""
    every = newest_first(reading, reading.ledger.of(Message))
    used = [one for one in every if reading.standing(one).is_usable]
    recalled = sorted(reading.ledger.recalls.values(), key=lambda one: one.at, reverse=True)
    recalled_ids = [one.record for one in recalled if reading.is_issued(one.record)]
    return list(dict.fromkeys([*used, *every[:_NEWEST], *recalled_ids[:_NEWEST]]))


def _bulletins(reading: SiteContext) -> Iterator[str]:
    """The newest bulletins, each with the pages of its newest version."""
    for edition in newest_versions(reading.ledger)[:_NEWEST_BULLETINS]:
        yield address_of(edition.bulletin)
        yield address_of_edition(edition.name)


def _named_by(reading: SiteContext, used: list[str]) -> Iterator[str]:
    for one in used:
        for named in sorted(reading.ledger.issued[one][-1].names):
            if reading.is_issued(named):
                yield named
