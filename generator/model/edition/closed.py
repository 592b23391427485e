"""Editions that are stopped: recalled by a party, or taken out by all of them."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from generator.model.edition.edition import Edition, Redacted
from generator.model.kinds.bulletin import Mode
from generator.model.record.scalars import DEFAULT_ZONE
from generator.model.registry.signoff import Recall


def recall_of_edition(edition: Edition, recalls: Mapping[str, Recall]) -> Recall | None:
    """The recall that stopped an edition: its own, or its bulletin's if that was made later.

    A version that every party approves after the recall of its bulletin is not stopped by it; one
    that was issued on older approvals, after a recall of the bulletin or of an earlier version, is.
    """
    own, whole = recalls.get(edition.name), recalls.get(edition.bulletin)
    if own or (whole and edition.agreed_since <= whole.at):
        return own or whole
    earlier = (recalls.get(f"{edition.bulletin}/v{n}") for n in range(1, edition.version))
    between = (r for r in earlier if r and edition.agreed_since <= r.at < edition.issued_at)
    return next(between, None)


class Closed(NamedTuple):
    """An edition that is not shown any more: recalled by a party, or taken out by all of them.

    Its place in the chain stays known, and the ids of what it printed; none of its words. `at`
    and `reason` are of the stop, `by` is the short name of the unit that recalled it, `units` are
    those of its parties.
    """

    name: str
    bulletin: str
    version: int
    issued_at: datetime
    digest: str
    zone: tzinfo
    is_exercise: bool
    printed: tuple[str, ...]
    at: datetime
    reason: str
    by: str = ""
    recall: Recall | None = None
    units: Mapping[str, str] = MappingProxyType({})

    @classmethod
    def recalled(cls, edition: Edition, recall: Recall) -> "Closed":
        return cls(
            edition.name,
            edition.bulletin,
            edition.version,
            edition.issued_at,
            edition.digest,
            edition.zone,
            edition.is_exercise,
            tuple(sorted(edition.records)),
            recall.at,
            recall.reason,
            edition.unit_called(recall.unit),
            recall,
            {party: edition.unit_called(party) for party in edition.parties},
        )

    @classmethod
    def redacted(cls, link: Redacted) -> "Closed":
        note = link.redaction
        return cls(
            link.name,
            link.bulletin,
            link.version,
            link.issued_at,
            link.digest,
            ZoneInfo(str(note.terms.get("timezone", DEFAULT_ZONE))),
            note.terms.get("mode") == Mode.EXERCISE,
            tuple(sorted(note.records)),
            note.done,
            note.reason,
        )

    @property
    def stamp(self) -> str:
        """Everything that a page about it says."""
        recall = self.recall.model_dump_json() if self.recall else ""
        return f"{self.digest} {self.at.isoformat()} {self.reason} {self.by} {recall}"
