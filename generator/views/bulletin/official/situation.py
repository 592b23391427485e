"""The situation in sentences: highlights, corrections, events, opinion, rumours, the outlook."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.kinds.event import Event
from generator.model.kinds.information import Information, Result
from generator.model.kinds.opinion import Opinion, Stream
from generator.model.record.record import Forecast
from generator.views.blocks.components import sentences
from generator.views.blocks.event import event_block
from generator.views.blocks.information import information_block
from generator.views.bulletin.official.citations import source_of
from generator.views.bulletin.official.lines import DASH, Line, Part, Words, bare, filled_parts
from generator.views.bulletin.opening import corrections as corrected
from generator.views.bulletin.selection import facts as every_fact
from generator.views.bulletin.selection import rumours as every_rumour
from generator.views.bulletin.selection import with_outlook
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import Sentence

Lines = Iterator[Line]


def highlights(context: EditionContext) -> Iterator[Part]:
    words = Words(context.formatter)
    yield Part("", words.every(sentences(context.formatter, context.plan.highlights)))


def corrections(context: EditionContext) -> Iterator[Part]:
    """What was corrected since the periodic bulletin before; “Không có” if nothing was.

    A quick paper tells of its one event.
    """
    if context.edition.is_quick:
        return
    told = corrected(context)["paragraphs"]
    assert isinstance(told, tuple)  # noqa: S101  what `paragraphs` are
    lines = tuple(Line(text, mark=DASH) for text in told)
    yield Part("", lines or (Line(context.formatter.label("none")),))


# ── events ───────────────────────────────────────────────────────────────────────────────────


def events(context: EditionContext) -> Iterator[Part]:
    words = Words(context.formatter)
    for event in context.of(Event):
        lines = (
            *_course_of(words, event),
            *words.contact(event.contact),
            *words.next_update(event.next_update),
        )
        source = source_of(words, event)
        yield Part(event.title, lines, event.id, source, filled_parts(_event(words, event)))


def _course_of(words: Words, event: Event) -> tuple[Line, ...]:
    formatter = words.formatter
    return words.line(
        words.clause("official_where", areas=formatter.areas(event.areas)),
        words.clause("official_started", moment=formatter.moment(event.started)),
        words.clause("official_closed", moment=formatter.moment(event.closed)),
        words.clause("official_level", level=formatter.choice(event.level)),
        words.clause("official_urgency", urgency=formatter.choice(event.urgency)),
    )


def _event(words: Words, event: Event) -> Iterator[Part]:
    block = event_block(words.formatter, event)
    course = (
        words.said(Sentence(one.text, one.cites, one.is_stopped), lead=f"{one.at}: ")
        for one in block.timeline
    )
    yield words.titled("official_course", course)
    yield words.titled("event_known", words.every(block.known))
    yield words.titled("event_unknown", words.every(block.unknown))
    doing = (words.duty(work.unit, words.text_of(work.said), work.due) for work in block.doing)
    yield words.titled("event_doing", (line for lines in doing for line in lines))


# ── opinion ──────────────────────────────────────────────────────────────────────────────────


def streams(context: EditionContext) -> Iterator[Part]:
    words = Words(context.formatter)
    for opinion in context.of(Opinion):
        lines = (*_method(words, opinion), *_streams(words, opinion))
        yield Part(opinion.title, lines, opinion.id, source_of(words, opinion))


def _method(words: Words, opinion: Opinion) -> tuple[Line, ...]:
    formatter, method = words.formatter, opinion.method
    if method is None:
        return words.line(formatter.period(opinion.period))
    channels = ", ".join(map(formatter.choice, method.channels))
    return words.line(
        words.clause("official_heard", period=formatter.period(opinion.period)),
        words.clause("official_reports", count=str(method.reports)),
        words.clause("official_channels", channels=channels),
        words.clause("official_limits", limits=method.limits),
    )


def _streams(words: Words, opinion: Opinion) -> Lines:
    for stream in opinion.streams:
        yield from words.line(_stream(words, stream), mark=DASH)


def _stream(words: Words, stream: Stream) -> str:
    choice = words.formatter.choice
    return words.clause(
        "official_stream",
        breadth=choice(stream.breadth),
        kind=choice(stream.kind),
        tendency=choice(stream.tendency),
        summary=bare(stream.summary),
        intensity=choice(stream.intensity),
        trend=choice(stream.trend),
    )


# ── rumours and facts ────────────────────────────────────────────────────────────────────────


def rumours(context: EditionContext) -> Iterator[Part]:
    words = Words(context.formatter)
    for rumour in every_rumour(context):
        yield _information(words, rumour, tuple(_rumour(words, rumour)))


def facts(context: EditionContext) -> Iterator[Part]:
    """The facts that a bulletin rests on, with their details: an annex."""
    words = Words(context.formatter)
    for fact in every_fact(context):
        yield _information(words, fact, tuple(_fact(words, fact)))


def _information(words: Words, record: Information, lines: tuple[Line, ...]) -> Part:
    return Part(record.title, lines, record.id, source_of(words, record))


def _rumour(words: Words, rumour: Information) -> Lines:
    """The answer first, then the result, then what was heard."""
    formatter, block = words.formatter, information_block(words.formatter, rumour)
    if block.answer:
        yield Line(html=block.answer)
    yield from words.line(block.withheld)
    yield from words.line(words.clause("official_result", result=formatter.choice(_result(rumour))))
    yield from words.line(words.clause("official_wording", wording=block.wording))
    yield from _details(words, rumour, block.details)


def _fact(words: Words, fact: Information) -> Lines:
    formatter, block = words.formatter, information_block(words.formatter, fact)
    yield from words.line(block.statement)
    yield from words.line(words.clause("official_result", result=formatter.choice(_result(fact))))
    yield from _details(words, fact, block.details)


def _details(words: Words, record: Information, details: Markup) -> Lines:
    if details:
        yield Line(html=details)
    yield from words.line(*_source(words, record))
    yield from words.line(*_span(words, record))


def _result(record: Information) -> Result | None:
    return record.conclusion.result if record.conclusion else None


def _source(words: Words, record: Information) -> Iterator[str]:
    formatter, source = words.formatter, record.source
    if source is None:
        return
    yield words.clause("official_nature", nature=formatter.choice(record.nature))
    yield words.clause(
        "official_received",
        day=formatter.day(source.received),
        channel=formatter.choice(source.kind),
    )
    yield source.reference or ""
    yield words.clause("official_reach", reach=formatter.choice(record.reach))


def _span(words: Words, record: Information) -> Iterator[str]:
    formatter = words.formatter
    yield words.clause("official_valid_until", day=formatter.day(record.valid_until))
    yield words.clause("official_holds_until", day=formatter.day(record.holds_until))
    yield words.clause("official_supersedes", id=record.supersedes or "")


# ── the outlook ──────────────────────────────────────────────────────────────────────────────


def forecast(context: EditionContext) -> Iterator[Part]:
    words = Words(context.formatter)
    scenarios = (one for record in with_outlook(context) for one in record.forecast)
    yield Part("", tuple(line for one in scenarios for line in _scenario(words, one)))


def _scenario(words: Words, one: Forecast) -> tuple[Line, ...]:
    formatter = words.formatter
    return words.line(
        words.clause(
            "official_scenario",
            likelihood=formatter.said(one.likelihood),
            scenario=bare(one.scenario),
        ),
        words.clause("official_until", day=formatter.day(one.until)),
        words.clause("official_signs", signs=bare(one.signs or "")),
        words.clause("official_response", response=bare(one.response or "")),
        words.clause("official_outcome", outcome=formatter.choice(one.outcome)),
        mark=DASH,
    )
