"""Work, concerns, documents and the network, in sentences."""

from collections.abc import Iterable, Iterator

from generator.model.kinds.concern import Concern
from generator.model.kinds.directive import Directive
from generator.model.kinds.event import Event
from generator.model.kinds.network import Network
from generator.model.record.record import Attachment, Record
from generator.views.blocks.components import TaskLine, tasks
from generator.views.blocks.concern import DatedText, concern_block
from generator.views.blocks.directive import directive_block
from generator.views.blocks.network import network_block
from generator.views.blocks.record_header import entry_of
from generator.views.bulletin.official.citations import directive_name, source_of
from generator.views.bulletin.official.lines import DASH, Line, Part, Words, bare
from generator.views.bulletin.selection import basis, included
from generator.views.bulletin.selection import every as every_of
from generator.views.bulletin.selection import others as every_other
from generator.views.context.edition_context import EditionContext
from generator.views.context.templates import IN_DOCUMENT, render

Lines = Iterator[Line]


def work(context: EditionContext) -> Iterator[Part]:
    """The tasks of all events, overdue first; then every concern with its own."""
    words = Words(context.formatter)
    every = tasks(words.formatter, (task for event in context.of(Event) for task in event.tasks))
    yield Part("", tuple(_tasks(words, every)))
    for concern in context.of(Concern):
        lines = tuple(_concern(words, concern))
        yield Part(concern.title, lines, concern.id, source_of(words, concern))


def _tasks(words: Words, every: Iterable[TaskLine]) -> Lines:
    for task in every:
        state = ": ".join(filter(None, (task.status, bare(task.result))))
        late = f"{task.late}, " if task.late else ""
        yield from words.duty(task.unit, task.do, task.due, f"{late}{state}")


def _concern(words: Words, concern: Concern) -> Lines:
    formatter, block = words.formatter, concern_block(words.formatter, concern)
    yield from words.line(block.summary)
    if reported := concern.reported:
        yield from words.line(
            words.clause(
                "official_reported",
                period=formatter.days(reported.start, reported.until),
                count=str(reported.count),
            ),
            words.clause(
                "official_channels", channels=", ".join(map(formatter.choice, reported.channels))
            ),
            words.clause("official_competent", unit=formatter.unit(concern.competent_body)),
        )
    yield from _tasks(words, block.tasks)
    yield from _dated(words, "official_told", block.answer)
    yield from _dated(words, "official_settled", block.settled)


def _dated(words: Words, label: str, dated: DatedText | None) -> Lines:
    if dated:
        lead = words.clause(label, day=dated.on)
        yield words.said(dated.sentence, lead=f"{lead}: ")


# ── documents, the network, what else there is ───────────────────────────────────────────────


def directives(context: EditionContext) -> Iterator[Part]:
    """The documents that the bulletin reports; those that it only rests on are its grounds."""
    words, every = Words(context.formatter), included(every_of(Directive))(context)
    yield Part("", tuple(_directive(words, one) for one in every if isinstance(one, Directive)))


def _directive(words: Words, directive: Directive) -> Line:
    formatter = words.formatter
    (line,) = words.line(
        directive_name(words, directive),
        words.clause("official_stage", stage=formatter.choice(directive.stage)),
        words.clause("official_drafted", units=formatter.units(directive.drafted_by)),
        words.clause("official_effective", day=formatter.day(directive.effective)),
        words.clause("official_expires", day=formatter.day(directive.expires)),
        words.clause("official_replaced", id=directive.replaced_by or ""),
        mark=DASH,
    )
    return line


def texts(context: EditionContext) -> Iterator[Part]:
    """What the documents say, and where they can be read: an annex."""
    words = Words(context.formatter)
    for directive in context.of(Directive):
        block = directive_block(words.formatter, directive)
        lines = (
            *((Line(html=block.summary),) if block.summary else ()),
            *words.line(words.clause("official_address", address=block.url)),
        )
        yield Part(directive.title, lines, directive.id, source_of(words, directive))


def network(context: EditionContext) -> Iterator[Part]:
    words = Words(context.formatter)
    for record in context.of(Network):
        lines = tuple(_network(words, record))
        yield Part(record.title, lines, record.id, source_of(words, record))


def _network(words: Words, record: Network) -> Lines:
    block = network_block(words.formatter, record)
    yield from words.line(
        words.clause("official_force", period=words.formatter.period(record.period))
    )
    for one in block.coverage:
        yield from words.line(
            words.clause(
                "official_coverage",
                area=one.area,
                groups=one.groups,
                collaborators=one.collaborators,
            ),
            words.clause("official_reporting", count=one.reporting),
            mark=DASH,
        )
    for course in block.training:
        yield from words.line(
            words.clause(
                "official_training",
                title=bare(course.title),
                day=course.on,
                participants=course.participants,
            ),
            mark=DASH,
        )


def others(context: EditionContext) -> Iterator[Part]:
    """Records of kinds for which no sentence is known."""
    for record in every_other(context):
        yield Part(record.title, (_as_record(context, record),), record.id)


def _as_record(context: EditionContext, record: Record) -> Line:
    entry = entry_of(context.formatter, record)
    values = {"head": entry.head, "block": entry.block, "anchor": entry.anchor}
    return Line(html=render(entry.body, context.language, tag=IN_DOCUMENT, **values))


def files(context: EditionContext) -> Iterator[Part]:
    """Every attached file by its name, its title and what it shows."""
    words = Words(context.formatter)
    records = (context.plan, *context.records)
    every = {one.file: one for record in records for one in record.attachments}
    yield Part("", tuple(line for one in every.values() for line in _file(words, one)))


def _file(words: Words, attachment: Attachment) -> tuple[Line, ...]:
    return words.line(
        f"{attachment.title} ({attachment.file})", attachment.description or "", mark=DASH
    )


def grounds(context: EditionContext) -> Iterator[str]:
    """The documents that the bulletin rests on: the programme's own basis first."""
    words, own = Words(context.formatter), context.formatter.names.programme.basis
    found = {*(one.id for one in basis(context)), own}
    rested = (one for one in context.of(Directive) if one.id in found)
    for directive in sorted(rested, key=lambda one: one.id != own):
        yield directive_name(words, directive)
