"""All files for machines as outputs: feeds, the API with its schemas, the calendar."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import orjson

from generator.base.digest import digest
from generator.model.edition.edition import Edition
from generator.model.kinds.message import Message
from generator.resources import code_digest
from generator.targets.build.output import FileContent, Output
from generator.targets.machine import api_schema, feeds, ics
from generator.views.context.addresses import address_of, address_of_edition
from generator.views.context.page import Planned
from generator.views.context.site_context import key_of
from generator.views.machine import calendar, current
from generator.views.machine.documents import Form
from generator.views.machine.feed import MOST_ENTRIES, FeedItem, Telling, about, followed
from generator.views.machine.machine_context import API, MachineContext, edition_file, record_file
from generator.views.machine.record_document import closed_document, record_document

CALENDAR = "calendar.ics"
_RECORDS, _EDITIONS = f"{API}records/", f"{API}editions/"
_AFTER_PAGE = "~"  # sorts after every file name in the folder of a page


@dataclass(frozen=True)
class Machine:
    """The files for machines of a site; some of them use the keys of its `pages`.

    `frozen` gives the bytes of an edition as they were issued.
    """

    source: MachineContext
    pages: tuple[Planned, ...]
    frozen: Callable[[Edition], bytes]

    def outputs(self) -> Iterator[Output]:
        yield from self._records()
        yield from self._editions()
        yield from self._closed()
        yield from self._current()
        yield from self._feeds()
        yield from self._calendar()
        yield from _schema_outputs()

    def _records(self) -> Iterator[Output]:
        """A record's file and page have the same content: the file uses the key of the page."""
        keys = {page.address: page.key for page in self.pages}
        settings_key = self._key()
        for record_id, appearances in self.source.context.ledger.issued.items():
            edition = appearances[-1].edition.digest
            key = key_of(settings_key, keys[address_of(record_id)], edition)
            make = partial(record_document, self.source, record_id)
            yield Output(record_file(record_id), key, partial(_json_content, make))

    def _editions(self) -> Iterator[Output]:
        for edition in self.source.context.ledger.editions:
            make = partial(self._edition_content, edition)
            yield Output(edition_file(edition.name), edition.digest, make)

    def _closed(self) -> Iterator[Output]:
        ledger = self.source.context.ledger
        closed_by_name = {closed.name: closed for closed in ledger.closed}
        for name, closed in (*closed_by_name.items(), *ledger.gone.items()):
            path = edition_file(name) if name == closed.name else record_file(name)
            make = partial(closed_document, self.source, closed, name)
            key = self._key(name, closed.stamp)
            yield Output(path, key, partial(_json_content, make))

    def _edition_content(self, edition: Edition) -> FileContent:
        return FileContent(self.frozen(edition))

    def _current(self) -> Iterator[Output]:
        """Two lists; they are made again whenever anything is issued or recalled."""
        ledger = self.source.context.ledger
        digests = [edition.digest for edition in ledger.editions]
        recalls = [recall.model_dump(mode="json") for _, recall in sorted(ledger.recalls.items())]
        answers = [self.source.context.answer_stamp(unit) for unit in ledger.directory.units]
        messages = [self.source.context.stamp(message) for message in ledger.of(Message)]
        key = self._key(self.source.title, digests, recalls, answers, messages)
        for path, document in (
            (current.IN_FORCE, current.in_force_document),
            (current.INDEX, current.index_document),
        ):
            yield Output(path, key, partial(_json_content, partial(document, self.source)))

    def _feeds(self) -> Iterator[Output]:
        yield from self._feed("", self.source.title, self._telling.items[:MOST_ENTRIES])
        items_by_address = about(self.source, self._telling.items)
        for address, name in followed(self.source, (page.address for page in self.pages)):
            title = self.source.context.label("feed_about").format(
                site=self.source.title, name=name
            )
            yield from self._feed(address, title, items_by_address.get(address, ()))

    def _feed(self, address: str, title: str, items: Sequence[FeedItem]) -> Iterator[Output]:
        stamps = [item.stamp for item in items] or [str(self.source.as_of)]
        key = self._key(address, title, stamps)
        for name, write in (("feed.xml", feeds.atom), ("feed.json", feeds.json_feed)):
            make = partial(self._feed_content, address, title, items, write)
            yield Output(f"{address}{name}", key, make)

    def _feed_content(
        self,
        address: str,
        title: str,
        items: Sequence[FeedItem],
        write: Callable[[feeds.Feed], bytes],
    ) -> FileContent:
        entries = [self._telling.entry(item) for item in items]
        return FileContent(write(feeds.Feed(self.source, address, title, entries)))

    def _calendar(self) -> Iterator[Output]:
        appointments = calendar.appointments(self.source)
        arguments = (
            self.source.title,
            self.source.context.language,
            appointments,
            self.source.base_url,
        )
        key = self._key(self.source.title, repr(appointments))
        yield Output(CALENDAR, key, partial(_content_of, partial(ics.calendar, *arguments)))

    @cached_property
    def _telling(self) -> Telling:
        return Telling(self.source)

    def _key(self, *parts: object) -> str:
        settings = (self.source.base_url, self.source.context.language)
        return digest([code_digest(), *settings, *parts])


def order_key(path: str) -> str:
    """The sort key for the order of making: a file comes just after the page with the same words.

    The worker that made the page has just checked these words and need not check them again.
    """
    if path.startswith(_RECORDS):
        return address_of(path.removeprefix(_RECORDS).removesuffix(".json")) + _AFTER_PAGE
    if path.startswith(_EDITIONS):
        return address_of_edition(path.removeprefix(_EDITIONS).removesuffix(".json")) + _AFTER_PAGE
    return path


def _content_of(write: Callable[[], bytes]) -> FileContent:
    return FileContent(write())


def _json_content(make: Callable[[], Form]) -> FileContent:
    return FileContent(orjson.dumps(make().as_mapping()) + b"\n")


def _schema_outputs() -> Iterator[Output]:
    for name in api_schema.NAMES:
        make = partial(_content_of, partial(api_schema.schema_bytes, name))
        yield Output(f"{API}schema/{name}.json", code_digest(), make)
