"""What a periodic bulletin tells in tables: tasks, directives, the network of the grassroots."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.model.kinds.concern import Concern
from generator.model.kinds.directive import Directive
from generator.model.kinds.event import Event
from generator.model.kinds.network import Network
from generator.model.record import Task
from generator.views.blocks.directive import directive_block
from generator.views.blocks.network import network_block
from generator.views.blocks.shared import tasks
from generator.views.paper_told import (
    NOTHING,
    headed,
    joined,
    paper_records,
    placed,
    task_lines,
)
from generator.views.printed import Printed
from generator.views.wording import Row


class DirectiveLine(NamedTuple):
    """One directive: what it is called, and what is known of it; its text is in the annex."""

    id: str
    title: str
    rows: tuple[Row, ...]


def work(printed: Printed) -> Markup:
    """Every task in one table, overdue first; then each concern to its end."""
    lines = task_lines(printed.wording, tasks(printed.wording, _tasks(printed)))
    table = placed(printed, "pdf/tasks.html", tasks=lines) if lines else NOTHING
    return table + paper_records(printed, printed.of(Concern), tasks=())


def _tasks(printed: Printed) -> Iterator[Task]:
    """The tasks of all events, and those of the concerns, which name their concern."""
    for event in printed.of(Event):
        yield from event.tasks
    for concern in printed.of(Concern):
        for task in concern.tasks:
            yield task.model_copy(update={"do": f"{task.do} ({concern.id})"})


def directives(printed: Printed) -> Markup:
    return _directives(printed, printed.included(printed.of(Directive)))


def basis(printed: Printed) -> Markup:
    """The documents that are cited but not reported on."""
    reported = {one.id for one in printed.included(printed.of(Directive))}
    return _directives(printed, (o for o in printed.of(Directive) if o.id not in reported))


def _directives(printed: Printed, given: Iterable[Directive]) -> Markup:
    wording = printed.wording
    lines = tuple(
        DirectiveLine(one.id, one.title, directive_block(wording, one).rows) for one in given
    )
    return placed(printed, "pdf/directives.html", directives=lines) if lines else NOTHING


def directive_texts(printed: Printed) -> Markup:
    """What each directive says, its address and its files."""
    return paper_records(printed, printed.of(Directive), rows=())


def network(printed: Printed) -> Markup:
    return joined(_network(printed, one) for one in printed.of(Network))


def _network(printed: Printed, record: Network) -> Markup:
    block = network_block(printed.wording, record)
    return headed(printed, record, placed(printed, "pdf/network.html", block=block))
