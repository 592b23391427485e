"""The source of the pages of drafts: the Corpus, never the Ledger, so that no draft is published.

Only the preview (`targets/site/preview.py`) makes these pages; a build does not.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from generator.base.diagnostics import Located
from generator.base.span import Span
from generator.base.text import Language
from generator.base.times import day_text, moment_text
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.state import is_pending
from generator.model.desk.desk import DeskItem
from generator.model.desk.desk_state import desk_state, paths
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.information import Information
from generator.model.record.record import Record
from generator.views.catalogue.words import words
from generator.views.context.addresses import address_of, relative_link
from generator.views.context.formatter import Cite, Formatter, sentence_case

DESK = "desk"
ADDRESS = f"{DESK}/"


@dataclass(frozen=True)
class Drafts:
    """What editors have in a workspace at a moment; `corpus` is None if it could not be read.

    `read` returns the bytes of a file of the workspace.
    """

    corpus: Corpus | None
    findings: tuple[Located, ...]
    items: tuple[DeskItem, ...]
    language: Language
    now: datetime
    read: Callable[[str], bytes]

    def word(self, name: str) -> str:
        return words(self.language, "desk")[name]

    @cached_property
    def owner(self) -> Mapping[str, str]:
        """The record id of each path."""
        return paths(self.corpus) if self.corpus else {}

    @cached_property
    def of_record(self) -> Mapping[str, tuple[Located, ...]]:
        """The findings of each record; findings in other files stand under the empty id."""
        findings_by_record: dict[str, list[Located]] = {}
        for finding in self.findings:
            findings_by_record.setdefault(self.owner.get(finding.span.path, ""), []).append(finding)
        return {record_id: tuple(findings) for record_id, findings in findings_by_record.items()}

    @cached_property
    def records(self) -> Mapping[str, Entry[Record]]:
        """The records with a draft page: on the desk, or not issued as they are now."""
        if self.corpus is None:
            return {}
        on_desk = {item.record for item in self.items} | set(self.of_record)
        return {
            record_id: entry
            for record_id, entry in self.corpus.records.items()
            if record_id in on_desk or is_being_written(self.corpus, entry.record)
        }

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Other YAML files with findings: registry, approvals, files that cannot be read."""
        record_paths = {entry.path for entry in self.records.values()}
        finding_paths = {finding.span.path for finding in self.findings}
        return tuple(sorted(path for path in finding_paths - record_paths if path.endswith(".yml")))

    def href(self, record_id: str, start: str) -> str:
        """The link to the draft of a record, else to its issued page; empty if there is neither."""
        if record_id in self.records:
            return relative_link(start, draft_address(record_id))
        is_issued = self.corpus is not None and bool(self.corpus.holding(record_id))
        return relative_link(start, address_of(record_id)) if is_issued else ""

    def place(self, span: Span, start: str) -> str:
        """The link to a line on the page of its file; empty if the file has no page."""
        record_id = self.owner.get(span.path, "")
        entry = self.records.get(record_id)
        if entry and entry.path == span.path:
            return f"{relative_link(start, draft_address(record_id))}#{line_id(span.line)}"
        if span.path in self.files:
            return f"{relative_link(start, file_address(span.path))}#{line_id(span.line)}"
        return ""

    def cite(self, record_id: str, start: str) -> Cite:
        entry = self.corpus.records.get(record_id) if self.corpus else None
        if entry is None:
            return Cite(record_id)
        record = entry.record
        concluded = record.conclusion if isinstance(record, Information) else None
        result = concluded.result if concluded else None
        note = result.label.to(self.language) if result else ""
        return Cite(record_id, record.title, note, self.href(record_id, start))

    def formatter(self, corpus: Corpus, start: str) -> Formatter:
        """The formatter for the page at `start`, with the registry as it is now."""
        today = self.now.astimezone(corpus.registry.programme.zone).date()
        return Formatter(
            self.language,
            corpus.registry,
            today,
            lambda record_id: self.cite(record_id, start),
            corpus.directory,
        )

    def state(self, corpus: Corpus, record_id: str) -> str:
        state = desk_state(corpus, record_id, self.of_record.get(record_id, ()))
        return sentence_case(state.label.to(self.language))

    def times(self, item: DeskItem) -> tuple[str, str]:
        """(since when and until when, how late); each may be empty."""
        sentences: list[str] = []
        if item.since:
            sentences.append(self.word("since").format(day=day_text(item.since, self.language)))
        if late := item.lateness:
            return ", ".join(sentences), late.to(self.language)
        if due := self.corpus and item.due_in_words(self.corpus):
            sentences.append(due.to(self.language))
        return ", ".join(sentences), ""

    def moment(self) -> str:
        zone = self.corpus.registry.programme.zone if self.corpus else self.now.tzinfo
        return moment_text(self.now, zone, self.language) if zone else self.now.isoformat()


def draft_address(record_id: str) -> str:
    return f"{ADDRESS}{record_id}/"


def file_address(path: str) -> str:
    """The address of the page of a file in content/ that is not a record."""
    return f"{ADDRESS}file/{path.removeprefix('content/').replace('/', '-')}/"


def line_id(line: int) -> str:
    return f"dong-{line}"


def is_being_written(corpus: Corpus, record: Record) -> bool:
    """Whether a record was never issued or has changed since."""
    if isinstance(record, Bulletin):
        return is_pending(corpus, record)
    editions = corpus.holding(record.id)
    return not editions or dict(editions[-1].records[record.id]) != record.content()
