"""The links at the end of a page to its feeds, and to the calendar and the API."""

from typing import NamedTuple

from generator.views.context.site_context import SiteContext

# In these sections the page of each event, area or topic has its own feed.
FOLLOWED = ("events", "areas", "topics")
_FEEDS = (("follow_atom", "feed.xml"), ("follow_json", "feed.json"))
_MORE = (("follow_calendar", "calendar.ics"), ("follow_api", "api/v1/index.json"))


class Follow(NamedTuple):
    """A link to one feed, to the calendar or to the API."""

    href: str
    text: str


def is_followed(address: str) -> bool:
    """Whether the page at an address has feeds: an event, an area or a topic."""
    section, _, rest = address.partition("/")
    return section in FOLLOWED and rest.count("/") == 1


def follow(context: SiteContext, address: str) -> tuple[Follow, ...]:
    """The feeds of a page; the front page also leads to the calendar and the API."""
    if address == "":
        return tuple(Follow(href, context.label(name)) for name, href in (*_FEEDS, *_MORE))
    feeds = _FEEDS if is_followed(address) else ()
    return tuple(Follow(href, context.label(name)) for name, href in feeds)
