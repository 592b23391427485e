"""An edition as it is printed: its records as their kinds, in the order of the plan."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.base.digest import Json
from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.model.kinds.bulletin import Bulletin
from generator.model.ledger.queries import concluded_result
from generator.model.record.record import Record
from generator.views.context.corrections import Correction
from generator.views.context.formatter import Cite, Formatter
from generator.views.context.usability import Use

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class EditionContext:
    """One edition in one language, with the corrections issued since the periodic one before.

    `since` is None when nobody looked for them. `use` says on the site which of its messages may
    still be used; on paper each stands as it was issued.
    """

    edition: Edition
    language: Language
    since: tuple[Correction, ...] | None = None
    use: Callable[[str], Use] | None = None

    @cached_property
    def plan(self) -> Bulletin:
        return self.edition.bulletin_plan

    @cached_property
    def formatter(self) -> Formatter:
        names = self.edition.names
        return Formatter(self.language, names, self.edition.day, self._known)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """What the plan includes, in its order, then what is cited, by id."""
        included = [
            record_id for record_id in self.plan.include if record_id in self.edition.records
        ]
        cited = sorted({*self.edition.records} - {*included})
        return tuple(
            self.edition.record(record_id) for record_id in (*dict.fromkeys(included), *cited)
        )

    def of(self, kind: type[R]) -> Iterator[R]:
        return (record for record in self.records if isinstance(record, kind))

    def included(self, records: Iterable[R]) -> Iterator[R]:
        return (record for record in records if record.id in self.plan.include)

    def use_of(self, record_id: str) -> Use | None:
        return self.use(record_id) if self.use else None

    def _known(self, record_id: str) -> Cite:
        """Another record of this edition stands in this document; any other is only named."""
        content = self.edition.records.get(record_id)
        if content is None:
            return Cite(record_id)
        note = result_text(content, self.language)
        return Cite(record_id, str(content["title"]), note, f"#{record_id}")


def result_text(content: Json, language: Language) -> str:
    """What a frozen information was concluded to be; empty when it was not."""
    result = concluded_result(content)
    return result.label.to(language) if result else ""


def printed_address(edition: Edition) -> str:
    """Where this version stands on the site, whole when the site's address is known."""
    base_url = edition.names.programme.base_url
    return f"{base_url.rstrip('/') + '/' if base_url else ''}bulletins/{edition.name}/"


def file_of(edition: Edition) -> str:
    """The file of the edition that is attached to its print."""
    return f"{edition.name.replace('/', '-')}.json"


def digest12(digest: str) -> str:
    """The first 12 hex digits, as they are printed."""
    return digest.removeprefix("sha256:")[:12]


def unit_called(edition: Edition, unit_id: str) -> str:
    """The short name of a unit as an edition froze it."""
    for unit in edition.registry.get("units", ()):
        if unit["id"] == unit_id:
            return str(unit.get("short_name") or unit["name"])
    return unit_id
