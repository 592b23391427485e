"""The tables of a periodic bulletin: tasks, forecasts, proposals, directives, the network."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.model.kinds.concern import Concern
from generator.model.kinds.directive import Directive
from generator.model.kinds.event import Event
from generator.model.kinds.network import Network
from generator.model.kinds.opinion import Opinion
from generator.model.record.record import Forecast, Record, Task
from generator.views.blocks.components import forecasts, tasks
from generator.views.blocks.concern import concern_block
from generator.views.blocks.directive import directive_block
from generator.views.blocks.network import network_block
from generator.views.blocks.opinion import opinion_block
from generator.views.bulletin.cited_lines import (
    NOTHING,
    evidenced,
    in_columns,
    join_html,
    paper_records,
    render_template,
    task_lines,
    with_head,
)
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import Row


class DirectiveLine(NamedTuple):
    """One directive with its facts; its text is in the annex."""

    id: str
    title: str
    rows: tuple[Row, ...]


def work(context: EditionContext) -> Markup:
    """Every task in one table, overdue first; then each concern with its answer and result."""
    lines = task_lines(context.formatter, tasks(context.formatter, _tasks(context)))
    table = render_template(context, "pdf/tasks.html", tasks=lines) if lines else NOTHING
    return table + join_html(_concern(context, concern) for concern in context.of(Concern))


def _concern(context: EditionContext, record: Concern) -> Markup:
    """What was reported, how it was answered, and how it was settled."""
    block, label = concern_block(context.formatter, record), context.formatter.label
    course = tuple(
        evidenced(
            context.formatter,
            dated.sentence._replace(text=f"{dated.on}: {dated.sentence.text}"),
            label(name),
            ":",
        )
        for name, dated in (("concern_answer", block.answer), ("concern_settled", block.settled))
        if dated
    )
    return with_head(
        context, record, render_template(context, "pdf/concern.html", block=block, course=course)
    )


def _tasks(context: EditionContext) -> Iterator[Task]:
    """The tasks of all events and concerns; those of a concern end with its id."""
    for event in context.of(Event):
        yield from event.tasks
    for concern in context.of(Concern):
        for task in concern.tasks:
            yield task.model_copy(update={"do": f"{task.do} ({concern.id})"})


def forecast(context: EditionContext) -> Markup:
    """The forecasts of events and opinions, each with the id of its record."""
    scenarios = [
        _with_id(event, scenario) for event in context.of(Event) for scenario in event.forecast
    ]
    scenarios += [
        _with_id(opinion, scenario)
        for opinion in context.of(Opinion)
        for scenario in opinion.forecast
    ]
    lines = forecasts(context.formatter, scenarios)
    return render_template(context, "blocks/forecast.html", forecast=lines) if lines else NOTHING


def _with_id(record: Record, scenario: Forecast) -> Forecast:
    return scenario.model_copy(update={"scenario": f"{scenario.scenario} ({record.id})"})


def proposals(context: EditionContext) -> Markup:
    """The proposals of opinions, each with the id of its record."""
    lines = tuple(
        line._replace(text=f"{line.text} ({opinion.id})")
        for opinion in context.of(Opinion)
        for line in opinion_block(context.formatter, opinion).proposals
    )
    return render_template(context, "blocks/proposals.html", proposals=lines) if lines else NOTHING


def directives(context: EditionContext) -> Markup:
    return _directives(context, context.included(context.of(Directive)))


def basis(context: EditionContext) -> Markup:
    """The directives that are cited but not included by the plan."""
    reported = {directive.id for directive in context.included(context.of(Directive))}
    return _directives(
        context, (directive for directive in context.of(Directive) if directive.id not in reported)
    )


def _directives(context: EditionContext, records: Iterable[Directive]) -> Markup:
    formatter = context.formatter
    lines = tuple(
        DirectiveLine(record.id, record.title, directive_block(formatter, record).rows)
        for record in records
    )
    return render_template(context, "pdf/directives.html", directives=lines) if lines else NOTHING


def directive_texts(context: EditionContext) -> Markup:
    """The summary of each directive, its address and its files."""
    return in_columns(context, paper_records(context, context.of(Directive), rows=()))


def network(context: EditionContext) -> Markup:
    return join_html(_network(context, record) for record in context.of(Network))


def _network(context: EditionContext, record: Network) -> Markup:
    block = network_block(context.formatter, record)
    return with_head(context, record, render_template(context, "pdf/network.html", block=block))
