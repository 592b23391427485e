"""Atom 1.0 (RFC 4287) and JSON Feed 1.1, from the same entries.

Links are absolute when the site's address is known. Otherwise Atom has relative links, as RFC 4287
allows. JSON Feed has no rule for them, so there only our own member `_bulletin` names the page.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from xml.etree import ElementTree as Xml

import orjson

from generator.views.machine.feed import FeedEntry
from generator.views.machine.machine_context import MachineContext

_ATOM = "http://www.w3.org/2005/Atom"
_VERSION = "https://jsonfeed.org/version/1.1"
_ELEMENTS = {"xmlns": _ATOM}


class Feed(NamedTuple):
    """A feed: the address of the page that it follows, its title, and its entries in order."""

    source: MachineContext
    address: str
    title: str
    entries: Sequence[FeedEntry]

    @property
    def id(self) -> str:
        return self.source.urn("feed", self.source.chain, self.address)

    @property
    def updated(self) -> datetime | None:
        """When its newest entry changed; without entries, the newest moment of the content."""
        return max((entry.updated for entry in self.entries), default=self.source.as_of)

    def to(self, target: str) -> str:
        return self.source.to(f"{self.address}feed.xml", target)


def atom(feed: Feed) -> bytes:
    """The Atom document, with the entries in our order; feed readers may sort them by time."""
    language = feed.source.context.language.value
    root = Xml.Element("feed", {**_ELEMENTS, "xml:lang": language})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.source.context.label("feed_summary"))
    _add(root, "updated", _rfc3339(feed.updated))
    _add(_add(root, "author"), "name", feed.source.title)
    for relation, target, media in (
        ("self", f"{feed.address}feed.xml", "application/atom+xml"),
        ("alternate", feed.address, "text/html"),
    ):
        _add(root, "link", rel=relation, type=media, href=feed.to(target))
    for entry in feed.entries:
        _add_entry(feed, root, entry)
    Xml.indent(root, space="")
    xml: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _add_entry(feed: Feed, root: Xml.Element, entry: FeedEntry) -> None:
    element = _add(root, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", _rfc3339(entry.updated))
    _add(element, "published", _rfc3339(entry.published))
    _add(element, "link", rel="alternate", type="text/html", href=feed.to(entry.address))
    for label in entry.labels:
        _add(element, "category", term=label)
    _add(element, "summary", "\n".join(entry.lines), type="text")


def _add(parent: Xml.Element, name: str, text: str | None = None, **attributes: str) -> Xml.Element:
    child = Xml.SubElement(parent, name, attributes)
    child.text = text
    return child


def _rfc3339(moment: datetime | None) -> str:
    """RFC 3339; 1970-01-01, the Unix epoch, when nothing has been issued."""
    return moment.isoformat(timespec="seconds") if moment else "1970-01-01T00:00:00+00:00"


def json_feed(feed: Feed) -> bytes:
    """The JSON Feed document."""
    base_url = feed.source.base_url
    document: dict[str, Any] = {
        "version": _VERSION,
        "title": feed.title,
        "description": feed.source.context.label("feed_summary"),
        "language": feed.source.context.language.value,
        "authors": [{"name": feed.source.title}],
        "_bulletin": {"id": feed.id, "page": feed.to(feed.address)},
        "items": [_item(feed, entry) for entry in feed.entries],
    }
    if base_url:
        document["home_page_url"] = f"{base_url}{feed.address}"
        document["feed_url"] = f"{base_url}{feed.address}feed.json"
    return orjson.dumps(document, option=orjson.OPT_INDENT_2) + b"\n"


def _item(feed: Feed, entry: FeedEntry) -> dict[str, Any]:
    page = feed.to(entry.address)
    return {
        "id": entry.id,
        **({"url": page} if feed.source.base_url else {}),
        "title": entry.title,
        "content_text": "\n".join(entry.lines),
        "date_published": _rfc3339(entry.published),
        "date_modified": _rfc3339(entry.updated),
        "tags": list(entry.labels),
        "_bulletin": {"about": entry.subject, "page": page},
    }
