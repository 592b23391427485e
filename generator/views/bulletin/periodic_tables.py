"""What a periodic bulletin tells in tables: tasks, directives, the network of the grassroots."""

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
    CitedLine,
    evidence_text,
    headed,
    in_columns,
    join_html,
    paper_records,
    placed,
    task_lines,
)
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import Row


class DirectiveLine(NamedTuple):
    """One directive: what it is called, and what is known of it; its text is in the annex."""

    id: str
    title: str
    rows: tuple[Row, ...]


def work(printed: EditionContext) -> Markup:
    """Every task in one table, overdue first; then each concern to its end."""
    lines = task_lines(printed.formatter, tasks(printed.formatter, _tasks(printed)))
    table = placed(printed, "pdf/tasks.html", tasks=lines) if lines else NOTHING
    return table + join_html(_concern(printed, one) for one in printed.of(Concern))


def _concern(printed: EditionContext, record: Concern) -> Markup:
    """What was reported, what people were told, how it ended."""
    block, label = concern_block(printed.formatter, record), printed.formatter.label
    course = tuple(
        CitedLine(
            f"{one.on}: {one.sentence.text}", label(name), evidence_text(one.sentence.cites), ":"
        )
        for name, one in (("concern_answer", block.answer), ("concern_settled", block.settled))
        if one
    )
    return headed(printed, record, placed(printed, "pdf/concern.html", block=block, course=course))


def _tasks(printed: EditionContext) -> Iterator[Task]:
    """The tasks of all events, and those of the concerns, which name their concern."""
    for event in printed.of(Event):
        yield from event.tasks
    for concern in printed.of(Concern):
        for task in concern.tasks:
            yield task.model_copy(update={"do": f"{task.do} ({concern.id})"})


def forecast(printed: EditionContext) -> Markup:
    """What events and opinions lead to expect, each with the id of its record."""
    given = [_of(one, scenario) for one in printed.of(Event) for scenario in one.forecast]
    given += [_of(one, scenario) for one in printed.of(Opinion) for scenario in one.forecast]
    lines = forecasts(printed.formatter, given)
    return placed(printed, "blocks/forecast.html", forecast=lines) if lines else NOTHING


def _of(record: Record, one: Forecast) -> Forecast:
    return one.model_copy(update={"scenario": f"{one.scenario} ({record.id})"})


def proposals(printed: EditionContext) -> Markup:
    """What the opinions lead to propose, each with the id of its record."""
    given = tuple(
        line._replace(text=f"{line.text} ({one.id})")
        for one in printed.of(Opinion)
        for line in opinion_block(printed.formatter, one).proposals
    )
    return placed(printed, "blocks/proposals.html", proposals=given) if given else NOTHING


def directives(printed: EditionContext) -> Markup:
    return _directives(printed, printed.included(printed.of(Directive)))


def basis(printed: EditionContext) -> Markup:
    """The documents that are cited but not reported on."""
    reported = {one.id for one in printed.included(printed.of(Directive))}
    return _directives(printed, (o for o in printed.of(Directive) if o.id not in reported))


def _directives(printed: EditionContext, given: Iterable[Directive]) -> Markup:
    formatter = printed.formatter
    lines = tuple(
        DirectiveLine(one.id, one.title, directive_block(formatter, one).rows) for one in given
    )
    return placed(printed, "pdf/directives.html", directives=lines) if lines else NOTHING


def directive_texts(printed: EditionContext) -> Markup:
    """What each directive says, its address and its files."""
    return in_columns(printed, paper_records(printed, printed.of(Directive), rows=()))


def network(printed: EditionContext) -> Markup:
    return join_html(_network(printed, one) for one in printed.of(Network))


def _network(printed: EditionContext, record: Network) -> Markup:
    block = network_block(printed.formatter, record)
    return headed(printed, record, placed(printed, "pdf/network.html", block=block))
