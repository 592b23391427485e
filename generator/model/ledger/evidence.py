"""Evidence as readers know it: at the ledger's moment, or on the day of one edition."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypeVar

from generator.model.corpus.evidence import Days, Doubt, Flaw, doubt_about, takes_over
from generator.model.corpus.matter import Matter, MatterState, Talk, matters
from generator.model.edition.edition import Edition, thaw
from generator.model.kinds import is_of, kind_of
from generator.model.kinds.consultation import Consultation
from generator.model.ledger.ledger import Ledger
from generator.model.ledger.queries import is_retired
from generator.model.ledger.reader_holds import body_of_edition
from generator.model.record.record import Record

R = TypeVar("R", bound=Record)


class _Readers(NamedTuple):
    """What readers know of other records at the ledger's moment."""

    ledger: Ledger
    today: date

    def find(self, record_id: str, kind: type[R]) -> R | None:
        record = self.ledger.record(record_id)
        return record if isinstance(record, kind) else None

    def newer(self, record_id: str) -> str | None:
        return self.ledger.superseded_by.get(record_id)

    def matter(self, record_id: str) -> Matter:
        withdrawn = Matter(MatterState.RETIRED, self.today)
        return self.ledger.matters.get(record_id, withdrawn)

    def is_recalled(self, record_id: str) -> bool:
        return record_id in self.ledger.recalls


class _Print(NamedTuple):
    """What one edition says of other records."""

    edition: Edition

    def find(self, record_id: str, kind: type[R]) -> R | None:
        content = self.edition.records.get(record_id)
        record = thaw(record_id, content) if content else None
        return record if isinstance(record, kind) else None

    def newer(self, record_id: str) -> str | None:
        return next(
            (
                newer
                for newer, content in self.edition.records.items()
                if content.get("supersedes") == record_id and takes_over(content)
            ),
            None,
        )

    def matter(self, record_id: str) -> Matter:
        body = body_of_edition(self.edition, self.edition.day)
        talks = (
            self.find(other, Consultation)
            for other in self.edition.records
            if is_of(other, Consultation)
        )
        return matters([Talk(talk, body) for talk in talks if talk])[record_id]

    def is_recalled(self, record_id: str) -> bool:
        del record_id
        return False


def doubt_about_issued(ledger: Ledger, record_id: str) -> Doubt | None:
    """Why nothing may rest on an issued record at the ledger's moment; None when it may.

    Of kinds that are no evidence (a highlight may name a message) only what people did counts.
    """
    if not kind_of(record_id).is_evidence:
        return _stopped_by_people(ledger, record_id)
    last = ledger.issued[record_id][-1]
    today = ledger.moment.astimezone(last.edition.zone).date()
    record = thaw(record_id, last.content)
    return doubt_about(record, Days(today, today, today), _Readers(ledger, today))


def stops_in(ledger: Ledger, edition: Edition) -> Mapping[str, Doubt]:
    """The records of an edition that people have recalled or retired by the ledger's moment.

    Asked for every edition: only what was stopped is rebuilt from its frozen content.
    """
    doubts = {
        record_id: doubt_about_issued(ledger, record_id)
        for record_id in edition.records
        if record_id in ledger.issued
        and (record_id in ledger.recalls or is_retired(ledger, record_id))
    }
    return {record_id: doubt for record_id, doubt in doubts.items() if doubt and doubt.is_stop}


def _stopped_by_people(ledger: Ledger, record_id: str) -> Doubt | None:
    """A recall or a retirement, read from the frozen content alone: most records have neither."""
    if record_id in ledger.recalls:
        return Doubt(Flaw.RECALLED)
    if not is_retired(ledger, record_id):
        return None
    retired = ledger.issued[record_id][-1].content["retired"]
    return Doubt(Flaw.RETIRED, date.fromisoformat(retired["on"]), retired.get("replaced_by") or "")


def doubt_as_printed(edition: Edition, record_id: str) -> Doubt | None:
    """Why a record that an edition prints established nothing on the day of issue."""
    if not kind_of(record_id).is_evidence:
        return None
    record = edition.record(record_id)
    return doubt_about(record, Days(edition.day, edition.day, edition.day), _Print(edition))
