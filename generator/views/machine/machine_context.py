"""The ledger as machines are told of it, and the way from one file of the site to another."""

import re
import uuid
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from generator.base.digest import Json, canonical
from generator.model.edition.edition import Edition
from generator.views.context.addresses import relative_link
from generator.views.context.site_context import SiteContext

API = "api/v1/"
# Names in this space follow from digests alone, so an id outlives every change of address.
_UUID_SPACE = uuid.UUID("5d0f6a3e-6d0b-5a56-9d5c-0f7a4c1b2e90")
# Whatever is written as ids of the registry are; a text that happens to be one does no harm.
_ID_PATTERN = re.compile(rb'"([a-z0-9-]+)"')
_NAMED_TABLES = ("units", "areas", "topics", "document_types")


@dataclass(frozen=True)
class MachineContext:
    """A ledger in one language, what its site is called, and where it stands, if that is known."""

    context: SiteContext
    title: str
    base_url: str

    def to(self, start: str, target: str) -> str:
        """The link from the file at `start`: whole when the site's address is known."""
        return f"{self.base_url}{target}" if self.base_url else relative_link(start, target)

    @cached_property
    def as_of(self) -> datetime | None:
        """When something was issued or recalled last; never the moment of the build."""
        ledger = self.context.ledger
        moments = [edition.issued_at for edition in ledger.editions[-1:]]
        moments += (recall.at for recall in ledger.recalls.values())
        return max(moments, default=None)

    @cached_property
    def chain(self) -> str:
        """What tells these bulletins from all others: their first edition, which never changes."""
        editions = self.context.ledger.editions
        return editions[0].digest if editions else self.title

    def urn(self, *parts: str) -> str:
        """A permanent id, the same whatever the site's address."""
        return f"urn:uuid:{uuid.uuid5(_UUID_SPACE, ' '.join(parts))}"

    @cached_property
    def host(self) -> str:
        """What stands after the @ in ids that ask for a host."""
        return self.urn("calendar", self.chain).removeprefix("urn:uuid:")

    @cached_property
    def _tables(self) -> dict[str, dict[str, dict[str, Any]]]:
        return {}

    def names(self, edition: Edition, content: Json) -> dict[str, dict[str, Any]]:
        """What an edition calls the units, areas, topics and types that a content mentions."""
        if edition.digest not in self._tables:
            self._tables[edition.digest] = {
                table: {row["id"]: _names_in_row(row) for row in edition.registry.get(table, ())}
                for table in _NAMED_TABLES
            }
        words = {word.decode() for word in _ID_PATTERN.findall(canonical(content))}
        tables = self._tables[edition.digest].items()
        mentioned = (
            (table, names_by_id, words & names_by_id.keys()) for table, names_by_id in tables
        )
        return {
            table: {row_id: names_by_id[row_id] for row_id in sorted(ids)}
            for table, names_by_id, ids in mentioned
            if ids
        }


def _names_in_row(row: Json) -> dict[str, Any]:
    """A name, and of a unit who answers for it and what its offices are called."""
    offices = {office["id"]: office["title"] for office in row.get("offices", ())}
    names = {"name": row["name"], "contact": row.get("contact"), "offices": offices}
    return {key: value for key, value in names.items() if value}


def record_file(record_id: str) -> str:
    return f"{API}records/{record_id}.json"


def edition_file(name: str) -> str:
    """The frozen bytes of one version, from its name as in BT-2026-0003/v2."""
    return f"{API}editions/{name}.json"


def schema_link(start: str, name: str) -> str:
    """How the API file at `start` names its schema: always beside it, wherever the API stands."""
    return f"{'../' * start.removeprefix(API).count('/')}schema/{name}.json"


def stamp(value: object) -> str:
    return canonical(value).decode()
