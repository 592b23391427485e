"""Atom 1.0 (RFC 4287) and JSON Feed 1.1, from the same entries.

Links are whole when the site's address is known. Otherwise Atom has relative ones, as RFC 4287
allows; JSON Feed has no rule for them, so there the page stands in our own member alone.
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
    """One feed: the page that it follows, what it is called, and its entries in their order."""

    source: MachineContext
    address: str
    title: str
    entries: Sequence[FeedEntry]

    @property
    def id(self) -> str:
        return self.source.urn("feed", self.source.chain, self.address)

    @property
    def updated(self) -> datetime | None:
        """When its newest entry changed; a feed without entries has the newest time of content."""
        return max((one.updated for one in self.entries), default=self.source.as_of)

    def to(self, target: str) -> str:
        return self.source.to(f"{self.address}feed.xml", target)


def atom(feed: Feed) -> bytes:
    """The Atom document; entries stand in our order, which readers may sort by time."""
    language = feed.source.context.language.value
    root = Xml.Element("feed", {**_ELEMENTS, "xml:lang": language})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.source.context.label("feed_summary"))
    _add(root, "updated", _written(feed.updated))
    _add(_add(root, "author"), "name", feed.source.title)
    for relation, target, media in (
        ("self", f"{feed.address}feed.xml", "application/atom+xml"),
        ("alternate", feed.address, "text/html"),
    ):
        _add(root, "link", rel=relation, type=media, href=feed.to(target))
    for entry in feed.entries:
        _add_entry(feed, root, entry)
    Xml.indent(root, space="")
    written: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add_entry(feed: Feed, root: Xml.Element, entry: FeedEntry) -> None:
    one = _add(root, "entry")
    _add(one, "id", entry.id)
    _add(one, "title", entry.title)
    _add(one, "updated", _written(entry.updated))
    _add(one, "published", _written(entry.published))
    _add(one, "link", rel="alternate", type="text/html", href=feed.to(entry.address))
    for label in entry.labels:
        _add(one, "category", term=label)
    _add(one, "summary", "\n".join(entry.lines), type="text")


def _add(parent: Xml.Element, name: str, text: str | None = None, **given: str) -> Xml.Element:
    child = Xml.SubElement(parent, name, given)
    child.text = text
    return child


def _written(moment: datetime | None) -> str:
    """RFC 3339; before anything was issued, the beginning of time as machines count it."""
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
        "date_published": _written(entry.published),
        "date_modified": _written(entry.updated),
        "tags": list(entry.labels),
        "_bulletin": {"about": entry.subject, "page": page},
    }
