"""Why a record is in its state: its findings and approvals, then the records it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.base.diagnostics import Located, Severity
from generator.base.text import Bilingual
from generator.cli.report.approval_lines import approval_lines, at
from generator.cli.report.recall_lines import recall_line
from generator.cli.report.record_standing import standing
from generator.cli.report.record_status import since_text
from generator.cli.report.report import LABELS
from generator.cli.report.source_places import SourceLocator
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.holds import hold_of
from generator.model.corpus.state import last_edition_of, recall_stopping
from generator.model.desk.desk import DeskItem
from generator.model.desk.desk_state import needs_approval, paths
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.record.record import Record
from generator.rules.naming import unit_name

_GRAVEST_FIRST = tuple(Severity)


class Reason(NamedTuple):
    """A link of the chain: a fact, the place it comes from, and the reasons for it."""

    text: Bilingual
    where: str
    causes: tuple["Reason", ...] = ()


class Chain:
    """The reasons of a record; each record is described once, so that circles end."""

    def __init__(
        self,
        corpus: Corpus,
        findings: Sequence[Located],
        items: Iterable[DeskItem],
        locator: SourceLocator,
    ) -> None:
        self.corpus = corpus
        self.locator = locator
        self.items = tuple(items)
        self.described: set[str] = set()
        self.told_recalls: set[str] = set()
        self.findings: dict[str, list[Located]] = {}
        files = paths(corpus)
        for finding in findings:
            self.findings.setdefault(files.get(finding.span.path, ""), []).append(finding)

    def of(self, record_id: str) -> Reason:
        """The record's state, with all reasons for it."""
        is_asked = not self.described
        self.described.add(record_id)
        entry = self.corpus.records[record_id]
        own = (*self._own_reasons(entry), *self._approval_reasons(entry.record, is_asked=is_asked))
        return Reason(
            self._state(entry), self._place(entry), (*own, *self._support_reasons(record_id))
        )

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
        """The record's desk items without a rule and a date: its next step itself is missing."""
        own = (item for item in self.items if item.record == record_id)
        return [item for item in own if not item.code and item.due is None]

    def _place(self, entry: Entry[Record]) -> str:
        record = entry.record
        for item in self._waits(record.id):
            return str(item.findings[0].span)
        steps = record.verification if isinstance(record, Information) else ()
        place = entry.place("verification", len(steps) - 1) if steps else entry.place("id")
        return str(self.locator.span(place))

    def _own_reasons(self, entry: Entry[Record]) -> Iterator[Reason]:
        record_id = entry.record.id
        yield from self._recall_reasons(record_id)
        own = self.findings.get(record_id, [])
        for finding in sorted(
            own, key=lambda finding: _GRAVEST_FIRST.index(finding.diagnostic.problem.severity)
        ):
            yield self._finding_reason(finding)
        if isinstance(entry.record, Message):
            yield from self._validity_reasons(entry, entry.record)

    def _support_reasons(self, record_id: str) -> Iterator[Reason]:
        hold = hold_of(self.corpus, record_id)
        held_by = [hold.consultation.record.id] if hold else []
        for support_id in (*held_by, *self.corpus.rests_on(record_id)):
            if support_id not in self.described:
                yield self.of(support_id)

    def _finding_reason(self, finding: Located) -> Reason:
        problem, sentence = finding.diagnostic.problem, finding.diagnostic.sentence
        label = LABELS[problem.severity]
        wait = finding.diagnostic.wait
        cause = wait.cause if wait else None
        is_new = cause in self.corpus.records and cause not in self.described
        return Reason(
            Bilingual(
                f"{label.vi} {problem.code}: {sentence.vi}",
                f"{label.en} {problem.code}: {sentence.en}",
            ),
            str(finding.span),
            (self.of(cause),) if cause and is_new else (),
        )

    def _approval_reasons(self, record: Record, *, is_asked: bool) -> Iterator[Reason]:
        """The approvals that no finding reports, and the last edition that printed the record.

        For records that the asked record rests on: only those that need approval themselves.
        """
        if not is_asked and not needs_approval(self.corpus, record):
            return
        waits = [finding.diagnostic.wait for finding in self.findings.get(record.id, ())]
        units_waited_for = {wait.unit for wait in waits if wait}
        for text, place, missing in approval_lines(self.corpus, record.id):
            if missing not in units_waited_for:
                yield Reason(text, str(self.locator.span(place)) if place else "")

    def _recall_reasons(self, record_id: str) -> Iterator[Reason]:
        """Who stopped it; the recall of a whole bulletin is told once, not for each record."""
        recall = recall_stopping(self.corpus, record_id)
        if recall and recall.record not in self.told_recalls:
            self.told_recalls.add(recall.record)
            place = self.corpus.recalls[recall.record].place("reason")
            yield Reason(recall_line(self.corpus, recall), str(self.locator.span(place)))

    def _validity_reasons(self, entry: Entry[Record], message: Message) -> Iterator[Reason]:
        """Until when an issued message is valid unless recalled, and the one that replaced it."""
        is_told = last_edition_of(self.corpus, message.id) and not recall_stopping(
            self.corpus, message.id
        )
        if message.valid and is_told:
            is_over = message.valid.until < self.corpus.now
            until = at(self.corpus, message.valid.until)
            phrase = _EXPIRED if is_over else _HOLDS_UNTIL
            place = self.locator.span(entry.place("valid", "until"))
            yield Reason(
                Bilingual(f"{phrase.vi} {until.vi}", f"{phrase.en} {until.en}"), str(place)
            )
        for newer in self.corpus.of(Message):
            if newer.record.supersedes == message.id and self.corpus.holding(newer.record.id):
                phrase = Bilingual(
                    f"đã được {newer.record.id} thay thế", f"superseded by {newer.record.id}"
                )
                yield Reason(phrase, str(self.locator.span(newer.place("supersedes"))))


_EXPIRED = Bilingual("đã hết hiệu lực", "expired")
_HOLDS_UNTIL = Bilingual("có hiệu lực đến", "valid until")


def _waits(corpus: Corpus, item: DeskItem) -> Bilingual:
    unit, since = unit_name(corpus, item.unit), since_text(item)
    return Bilingual(
        f"chờ {unit} {item.what.vi}{since.vi}", f"waits for {unit} to {item.what.en}{since.en}"
    )
