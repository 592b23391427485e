"""The addresses that a reader's device keeps for use without network, most needed first."""

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

    Last come the records that these messages and events rest on.
    """
    fixed = ["", OFFLINE, SEARCH]
    used_ids = [*_messages(context), *newest_first(context, open_events(context.ledger))]
    lists = (f"{section.folder}/" for section in SECTIONS if section.folder)
    evidence = (address_of(record_id) for record_id in _evidence_ids(context, used_ids))
    addresses = chain(fixed, map(address_of, used_ids), _bulletins(context), lists, evidence)
    return tuple(dict.fromkeys(addresses))


def _messages(context: SiteContext) -> list[str]:
    """Messages in use, the newest messages, recalled messages: readers must see their state."""
    messages = newest_first(context, context.ledger.of(Message))
    used_ids = [record_id for record_id in messages if context.standing(record_id).is_usable]
    recalls = sorted(context.ledger.recalls.values(), key=lambda recall: recall.at, reverse=True)
    recalled_ids = [recall.record for recall in recalls if context.is_issued(recall.record)]
    return list(dict.fromkeys([*used_ids, *messages[:_NEWEST], *recalled_ids[:_NEWEST]]))


def _bulletins(context: SiteContext) -> Iterator[str]:
    """The newest bulletins, each with the pages of its newest version."""
    for edition in newest_versions(context.ledger)[:_NEWEST_BULLETINS]:
        yield address_of(edition.bulletin)
        yield address_of_edition(edition.name)


def _evidence_ids(context: SiteContext, used_ids: list[str]) -> Iterator[str]:
    for record_id in used_ids:
        for named_id in sorted(context.ledger.issued[record_id][-1].names):
            if context.is_issued(named_id):
                yield named_id
