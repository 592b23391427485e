"""What the files for machines need: the ledger, links between files, permanent ids, names."""

import re
import uuid
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from generator.base.digest import Json, canonical
from generator.model.edition.edition import Edition
from generator.model.record.fields import as_json
from generator.views.context.addresses import relative_link
from generator.views.context.site_context import SiteContext

API = "api/v1/"
# Ids in this name space depend only on digests: they stay when the site's address changes.
_UUID_SPACE = uuid.UUID("5d0f6a3e-6d0b-5a56-9d5c-0f7a4c1b2e90")
# Values that look like registry ids; a text that looks like an id does no harm.
_ID_PATTERN = re.compile(rb'"([a-z0-9-]+)"')
_NAMED_TABLES = ("units", "areas", "topics", "document_types")


@dataclass(frozen=True)
class MachineContext:
    """A ledger in one language, the title of its site, and its address (empty if not known)."""

    context: SiteContext
    title: str
    base_url: str

    def to(self, start: str, target: str) -> str:
        """The link from the file at `start`; absolute if the address of the site is known."""
        return f"{self.base_url}{target}" if self.base_url else relative_link(start, target)

    @cached_property
    def as_of(self) -> datetime | None:
        """The moment of the newest issue or recall, never of the build; None if there is none."""
        ledger = self.context.ledger
        moments = [edition.issued_at for edition in ledger.editions[-1:]]
        moments += (recall.at for recall in ledger.recalls.values())
        moments += (closed.at for closed in ledger.closed)
        return max(moments, default=None)

    @cached_property
    def chain(self) -> str:
        """The digest of the first edition: it never changes and identifies these bulletins."""
        editions = self.context.ledger.editions
        return editions[0].digest if editions else self.title

    def marked(self, title: str, *, is_exercise: bool) -> str:
        """A title that says of an exercise that it is one: it is read away from the site."""
        return " · ".join((self.context.label("exercise"), title)) if is_exercise else title

    def urn(self, *parts: str) -> str:
        """A permanent id that does not depend on the address of the site."""
        return f"urn:uuid:{uuid.uuid5(_UUID_SPACE, ' '.join(parts))}"

    @cached_property
    def host(self) -> str:
        """The text after the @ in ids that need a host."""
        return self.urn("calendar", self.chain).removeprefix("urn:uuid:")

    @cached_property
    def _tables(self) -> dict[str, dict[str, dict[str, Any]]]:
        return {}

    def names(self, edition: Edition, content: Json) -> dict[str, dict[str, Any]]:
        """Names of the units, areas, topics, document types in `content`, as in the edition.

        A unit comes with who answers for it at the ledger's moment.
        """
        if edition.digest not in self._tables:
            self._tables[edition.digest] = {
                table: {row["id"]: self._names_in_row(row) for row in edition.entries(table)}
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

    def _names_in_row(self, row: Json) -> dict[str, Any]:
        """A name; for a unit also the contact to be asked now and the titles of its offices."""
        offices = {office["id"]: office["title"] for office in row.get("offices", ())}
        names = {"name": row["name"], "contact": row.get("contact"), "offices": offices}
        if "kind" in row:
            names |= self._answer_in_row(str(row["id"]))
        return {key: value for key, value in names.items() if value}

    def _answer_in_row(self, unit_id: str) -> dict[str, Any]:
        """The contact of a unit as last known; of one that has ended, who answers for it."""
        answer = self.context.ledger.directory.answer(unit_id)
        if answer is None:
            return {}
        contact = answer.unit.contact if answer.unit else None
        known = {"contact": dict(sorted(as_json(contact).items())) if contact else None}
        if answer.is_own:
            return known
        unit = answer.unit and {"id": answer.unit.id, "name": answer.unit.name}
        return {**known, "ended": str(answer.named.valid.until), "answered_by": unit}


def record_file(record_id: str) -> str:
    return f"{API}records/{record_id}.json"


def edition_file(name: str) -> str:
    """The file with the frozen bytes of a version; `name` is like BT-2026-0003/v2."""
    return f"{API}editions/{name}.json"


def schema_link(start: str, name: str) -> str:
    """The relative link from the API file at `start` to a schema."""
    return f"{'../' * start.removeprefix(API).count('/')}schema/{name}.json"


def stamp(value: object) -> str:
    return canonical(value).decode()
