"""Why a record is where it is: its own findings and signs, then what it rests on, each once."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.base.diagnostics import Located, Severity
from generator.base.text import Bilingual
from generator.cli.report.approval_lines import agreed, at
from generator.cli.report.record_standing import standing
from generator.cli.report.report import LABELS
from generator.cli.report.source_places import Lines
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.holds import hold_of
from generator.model.corpus.state import last_edition_of
from generator.model.desk.desk import DeskItem
from generator.model.desk.desk_state import needs_approval, paths
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.record.record import Record
from generator.rules.naming import unit_name

_GRAVEST_FIRST = tuple(Severity)


class Reason(NamedTuple):
    """One link of the chain: what is so, where it is written, and what that follows from."""

    said: Bilingual
    where: str
    below: tuple["Reason", ...] = ()


class Chain:
    """The reasons of one record; a record that was told is not told again, so circles end."""

    def __init__(
        self, corpus: Corpus, findings: Sequence[Located], items: Iterable[DeskItem], lines: Lines
    ) -> None:
        self.corpus = corpus
        self.lines = lines
        self.items = tuple(items)
        self.told: set[str] = set()
        self.findings: dict[str, list[Located]] = {}
        files = paths(corpus)
        for found in findings:
            self.findings.setdefault(files.get(found.span.path, ""), []).append(found)

    def of(self, record_id: str) -> Reason:
        """The record itself, and everything that its state follows from."""
        is_asked = not self.told
        self.told.add(record_id)
        entry = self.corpus.records[record_id]
        own = (*self._below(entry), *self._agreed(entry.record, is_asked=is_asked))
        return Reason(self._state(entry), self._place(entry), (*own, *self._rests_on(record_id)))

    def _state(self, entry: Entry[Record]) -> Bilingual:
        record = entry.record
        state = standing(self.corpus, record.id, self.findings.get(record.id, ()))
        waits = self._waits(record.id)
        title = f"{record.id} “{record.title}”"
        return Bilingual(
            "; ".join((f"{title}: {state.vi}", *(_waits(self.corpus, i).vi for i in waits))),
            "; ".join((f"{title}: {state.en}", *(_waits(self.corpus, i).en for i in waits))),
        )

    def _waits(self, record_id: str) -> list[DeskItem]:
        """What has no rule and no date: the matter itself is what is waited for."""
        own = (item for item in self.items if item.record == record_id)
        return [item for item in own if not item.code and item.due is None]

    def _place(self, entry: Entry[Record]) -> str:
        record = entry.record
        for item in self._waits(record.id):
            return str(item.findings[0].span)
        steps = record.verification if isinstance(record, Information) else ()
        place = entry.place("verification", len(steps) - 1) if steps else entry.place("id")
        return str(self.lines.span(place))

    def _below(self, entry: Entry[Record]) -> Iterator[Reason]:
        record_id = entry.record.id
        if record_id in self.corpus.recalls:
            yield self._recalled(record_id)
        own = self.findings.get(record_id, [])
        for found in sorted(own, key=lambda f: _GRAVEST_FIRST.index(f.diagnostic.problem.severity)):
            yield self._found(found)
        if isinstance(entry.record, Message):
            yield from self._validity(entry, entry.record)

    def _rests_on(self, record_id: str) -> Iterator[Reason]:
        hold = hold_of(self.corpus, record_id)
        held_by = [hold.consultation.record.id] if hold else []
        for one in (*held_by, *self.corpus.rests_on(record_id)):
            if one not in self.told:
                yield self.of(one)

    def _found(self, found: Located) -> Reason:
        problem, said = found.diagnostic.problem, found.diagnostic.sentence
        label = LABELS[problem.severity]
        wait = found.diagnostic.wait
        cause = wait.cause if wait else None
        is_new = cause in self.corpus.records and cause not in self.told
        return Reason(
            Bilingual(
                f"{label.vi} {problem.code}: {said.vi}", f"{label.en} {problem.code}: {said.en}"
            ),
            str(found.span),
            (self.of(cause),) if cause and is_new else (),
        )

    def _agreed(self, record: Record, *, is_asked: bool) -> Iterator[Reason]:
        """The signs that no finding speaks of, and the edition that printed it last.

        Of what a record rests on, only what itself needs agreement.
        """
        if not is_asked and not needs_approval(self.corpus, record):
            return
        waits = [found.diagnostic.wait for found in self.findings.get(record.id, ())]
        waited = {wait.unit for wait in waits if wait}
        for said, place, missing in agreed(self.corpus, record.id):
            if missing not in waited:
                yield Reason(said, str(self.lines.span(place)) if place else "")

    def _recalled(self, record_id: str) -> Reason:
        entry = self.corpus.recalls[record_id]
        recall = entry.record
        unit, when = unit_name(self.corpus, recall.unit), at(self.corpus, recall.at)
        said = Bilingual(
            f"{unit} thu hồi {when.vi}: {recall.reason}",
            f"{unit} recalled it {when.en}: {recall.reason}",
        )
        return Reason(said, str(self.lines.span(entry.place("reason"))))

    def _validity(self, entry: Entry[Record], message: Message) -> Iterator[Reason]:
        """Until when an issued message holds, and what took its place."""
        if message.valid and last_edition_of(self.corpus, message.id):
            is_over = message.valid.until < self.corpus.now
            until = at(self.corpus, message.valid.until)
            said = _EXPIRED if is_over else _HOLDS_UNTIL
            place = self.lines.span(entry.place("valid", "until"))
            yield Reason(Bilingual(f"{said.vi} {until.vi}", f"{said.en} {until.en}"), str(place))
        for newer in self.corpus.of(Message):
            if newer.record.supersedes == message.id and self.corpus.holding(newer.record.id):
                said = Bilingual(
                    f"đã được {newer.record.id} thay thế", f"superseded by {newer.record.id}"
                )
                yield Reason(said, str(self.lines.span(newer.place("supersedes"))))


_EXPIRED = Bilingual("đã hết hiệu lực", "expired")
_HOLDS_UNTIL = Bilingual("có hiệu lực đến", "valid until")


def _waits(corpus: Corpus, item: DeskItem) -> Bilingual:
    unit, since = unit_name(corpus, item.unit), f"{item.since:%d/%m/%Y}"
    return Bilingual(
        f"chờ {unit} {item.what.vi}, từ {since}",
        f"waits for {unit} to {item.what.en}, since {since}",
    )
