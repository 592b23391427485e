"""The page of a draft: the record as it would be printed now, its findings, its file."""

from typing import NamedTuple

from markupsafe import Markup

from generator.base.diagnostics import Located, Severity
from generator.editions.freeze import Request, freeze
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.edition.edition import Relation
from generator.model.kinds.bulletin import Bulletin, Mode
from generator.model.record.record import Record
from generator.views.blocks import block_of, template_of
from generator.views.blocks.components import File, Retirement, files, retirement
from generator.views.bulletin.document import Document, document
from generator.views.catalogue.words import words
from generator.views.context.addresses import relative_link
from generator.views.context.formatter import Formatter, Row, filled, sentence_case
from generator.views.context.page import Page
from generator.views.context.page_layout import Frame, framed
from generator.views.context.templates import ON_PAGE, render
from generator.views.desk.drafts import ADDRESS, DESK, Drafts, draft_address, file_address, line_id
from generator.views.desk.finding_text import FindingLine, finding_line

MOST_LINES = 2000
MOST_LETTERS = 2000
_GRAVEST_FIRST = tuple(Severity)


class SourceLine(NamedTuple):
    """A line of a file; `codes` are those of its findings."""

    id: str
    text: str
    codes: str


class DraftPreview(NamedTuple):
    """A record in words; a bulletin as the document that would be issued now."""

    body: Markup
    document: Document | None
    files: tuple[File, ...]
    rows: tuple[Row, ...]
    retired: Retirement | None
    exercise: str = ""
    is_broken: bool = False


class PendingTask(NamedTuple):
    """A task that the draft waits for, and the unit that must do it."""

    unit: str
    what: str
    times: str
    late: str


def make_draft(drafts: Drafts, record_id: str) -> Page:
    corpus, entry = drafts.corpus, drafts.records[record_id]
    assert corpus is not None  # noqa: S101  without a corpus there are no records
    address, record = draft_address(record_id), entry.record
    formatter = drafts.formatter(corpus, address)
    return _finish(
        drafts,
        Frame(address, DESK, record.title, record.title),
        "draft",
        kind=sentence_case(record.label.to(drafts.language)),
        id=record_id,
        state=drafts.state(corpus, record_id),
        waiting=_pending_tasks(drafts, formatter, record_id),
        findings=_findings(drafts, record_id, address),
        path=entry.path,
        source=source(drafts, entry.path),
        shown=_preview(drafts, corpus, formatter, entry),
    )


def make_file(drafts: Drafts, path: str) -> Page:
    """The page of a file that is not a record or cannot be read."""
    address = file_address(path)
    findings = (finding for finding in drafts.findings if finding.span.path == path)
    title = path.rpartition("/")[2]
    return _finish(
        drafts,
        Frame(address, DESK, title, path),
        "draft_file",
        findings=tuple(finding_line(drafts, finding, address) for finding in findings),
        path=path,
        source=source(drafts, path),
    )


def _finish(drafts: Drafts, frame: Frame, layout: str, **values: object) -> Page:
    said = words(drafts.language, "desk")
    back = relative_link(frame.address, ADDRESS)
    body = render(
        f"pages/{layout}.html", drafts.language, d=said, title=frame.title, back=back, **values
    )
    return framed(frame._replace(mark=said["draft"]), body)


def _pending_tasks(drafts: Drafts, formatter: Formatter, record_id: str) -> tuple[PendingTask, ...]:
    return tuple(
        PendingTask(formatter.unit(item.unit), item.what.to(drafts.language), *drafts.times(item))
        for item in drafts.items
        if item.record == record_id and not item.code  # items with a code are findings
    )


def _findings(drafts: Drafts, record_id: str, address: str) -> tuple[FindingLine, ...]:
    findings = sorted(drafts.of_record.get(record_id, ()), key=_gravity)
    return tuple(finding_line(drafts, finding, address) for finding in findings)


def _gravity(finding: Located) -> int:
    return _GRAVEST_FIRST.index(finding.diagnostic.problem.severity)


def _preview(
    drafts: Drafts, corpus: Corpus, formatter: Formatter, entry: Entry[Record]
) -> DraftPreview:
    record = entry.record
    preview = DraftPreview(
        body=Markup(),
        document=None,
        files=files(record.attachments),
        rows=_rows(formatter, record),
        retired=retirement(formatter, record),
    )
    if isinstance(record, Bulletin):
        bulletin_document = _document(drafts, corpus, record)
        exercise = formatter.label("exercise") if record.mode is Mode.EXERCISE else ""
        return preview._replace(
            document=bulletin_document, exercise=exercise, is_broken=bulletin_document is None
        )
    block = block_of(formatter, record)
    return preview._replace(
        body=render(template_of(record), drafts.language, block=block, tag=ON_PAGE, anchor="")
    )


def _document(drafts: Drafts, corpus: Corpus, bulletin: Bulletin) -> Document | None:
    """The document that `bulletin render` prints; None if a record in it has errors."""
    record_ids = corpus.closure(bulletin.id)
    findings = (
        finding for record_id in record_ids for finding in drafts.of_record.get(record_id, ())
    )
    if any(finding.diagnostic.problem.severity is Severity.ERROR for finding in findings):
        return None
    versions = corpus.versions.get(bulletin.id, ())
    relation = Relation.UPDATE if versions else Relation.NEW
    edition = freeze(corpus, Request(bulletin.id, relation))
    return document(edition, drafts.language, versions[-1] if versions else None)


def _rows(formatter: Formatter, record: Record) -> tuple[Row, ...]:
    return filled(
        formatter.row("supplied_by", formatter.unit(record.unit)),
        formatter.row("written", formatter.day(record.created)),
        formatter.row("record_areas", formatter.areas(record.areas)),
        formatter.row("record_topic", formatter.topic(record.topic)),
        formatter.row("record_event", "", filter(None, (record.event,))),
    )


def source(drafts: Drafts, path: str) -> tuple[SourceLine, ...]:
    """The lines of a file; at most MOST_LINES lines of MOST_LETTERS letters."""
    codes: dict[int, list[str]] = {}
    for finding in drafts.findings:
        if finding.span.path == path:
            codes.setdefault(finding.span.line, []).append(finding.diagnostic.problem.code)
    lines = drafts.read(path).decode("utf-8", "replace").splitlines()[:MOST_LINES]
    return tuple(
        SourceLine(
            line_id(number), text[:MOST_LETTERS], ", ".join(dict.fromkeys(codes.get(number, ())))
        )
        for number, text in enumerate(lines, 1)
    )
