"""Every file for machines as an output: feeds, the API with its schemas, the calendar."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import orjson

from generator.base.digest import digest
from generator.model.edition.edition import Edition
from generator.resources import code_digest
from generator.targets.build.output import Made, Output
from generator.targets.machine import api_schema, feeds, ics
from generator.views.context.addresses import address_of, address_of_edition
from generator.views.context.page import Planned
from generator.views.context.site_context import key_of
from generator.views.machine import calendar, current
from generator.views.machine.feed import MOST_ENTRIES, FeedItem, Telling, about, followed
from generator.views.machine.machine_context import API, MachineContext, edition_file, record_file
from generator.views.machine.record_document import record_document

CALENDAR = "calendar.ics"
_RECORDS, _EDITIONS = f"{API}records/", f"{API}editions/"
_LAST = "~"  # after every name that a page's folder holds


@dataclass(frozen=True)
class Machine:
    """The files for machines of one site; `pages` are its pages, whose keys some of them share.

    `frozen` gives the bytes of an edition as they were issued.
    """

    source: MachineContext
    pages: tuple[Planned, ...]
    frozen: Callable[[Edition], bytes]

    def outputs(self) -> Iterator[Output]:
        yield from self._records()
        yield from self._editions()
        yield from self._current()
        yield from self._feeds()
        yield from self._calendar()
        yield from _schemas()

    def _records(self) -> Iterator[Output]:
        """What a record's file tells, its page tells: when it changes, the page's key does."""
        keys = {page.address: page.key for page in self.pages}
        shared = self._key()
        for record_id, appearances in self.source.context.ledger.issued.items():
            edition = appearances[-1].edition.digest
            key = key_of(shared, keys[address_of(record_id)], edition)
            make = partial(record_document, self.source, record_id)
            yield Output(record_file(record_id), key, partial(_json, make))

    def _editions(self) -> Iterator[Output]:
        for edition in self.source.context.ledger.editions:
            make = partial(self._frozen, edition)
            yield Output(edition_file(edition.name), edition.digest, make)

    def _frozen(self, edition: Edition) -> Made:
        return Made(self.frozen(edition))

    def _current(self) -> Iterator[Output]:
        """Two lists, made again whenever anything was issued or recalled."""
        ledger = self.source.context.ledger
        digests = [edition.digest for edition in ledger.editions]
        recalls = [recall.model_dump(mode="json") for _, recall in sorted(ledger.recalls.items())]
        key = self._key(self.source.title, digests, recalls)
        for path, document in (
            (current.IN_FORCE, current.in_force_document),
            (current.INDEX, current.index_document),
        ):
            yield Output(path, key, partial(_json, partial(document, self.source)))

    def _feeds(self) -> Iterator[Output]:
        yield from self._feed("", self.source.title, self._telling.items[:MOST_ENTRIES])
        found = about(self.source, self._telling.items)
        for address, name in followed(self.source, (page.address for page in self.pages)):
            title = self.source.context.label("feed_about").format(
                site=self.source.title, name=name
            )
            yield from self._feed(address, title, found.get(address, ()))

    def _feed(self, address: str, title: str, items: Sequence[FeedItem]) -> Iterator[Output]:
        key = self._key(address, title, [one.stamp for one in items])
        for name, written in (("feed.xml", feeds.atom), ("feed.json", feeds.json_feed)):
            make = partial(self._told, address, title, items, written)
            yield Output(f"{address}{name}", key, make)

    def _told(
        self,
        address: str,
        title: str,
        items: Sequence[FeedItem],
        written: Callable[[feeds.Feed], bytes],
    ) -> Made:
        entries = [self._telling.entry(one) for one in items]
        return Made(written(feeds.Feed(self.source, address, title, entries)))

    def _calendar(self) -> Iterator[Output]:
        found = calendar.appointments(self.source)
        made = (self.source.title, self.source.context.language, found, self.source.base_url)
        key = self._key(self.source.title, repr(found))
        yield Output(CALENDAR, key, partial(_made, partial(ics.calendar, *made)))

    @cached_property
    def _telling(self) -> Telling:
        return Telling(self.source)

    def _key(self, *parts: object) -> str:
        said = (self.source.base_url, self.source.context.language)
        return digest([code_digest(), *said, *parts])


def near(path: str) -> str:
    """Where a file stands in the order of making: beside the page that shows the same words.

    Whoever makes the page has just looked at them, and need not look again.
    """
    if path.startswith(_RECORDS):
        return address_of(path.removeprefix(_RECORDS).removesuffix(".json")) + _LAST
    if path.startswith(_EDITIONS):
        return address_of_edition(path.removeprefix(_EDITIONS).removesuffix(".json")) + _LAST
    return path


def _made(write: Callable[[], bytes]) -> Made:
    return Made(write())


def _json(make: Callable[[], Mapping[str, Any]]) -> Made:
    return Made(orjson.dumps(make()) + b"\n")


def _schemas() -> Iterator[Output]:
    for name in api_schema.NAMES:
        make = partial(_made, partial(api_schema.schema_bytes, name))
        yield Output(f"{API}schema/{name}.json", code_digest(), make)
