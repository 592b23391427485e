"""How paper says things in less room: short names, days without their year, counts of the rest."""

from collections.abc import Iterable

from generator.views.blocks.components import TaskLine
from generator.views.blocks.event import EventBlock
from generator.views.context.edition_context import EditionContext, elsewhere
from generator.views.context.formatter import Formatter


def in_year(context: EditionContext, text: str) -> str:
    """A day or moment; its year is left out when it is the year of issue."""
    year = str(context.formatter.as_of.year)
    return text.removesuffix(year).rstrip(" /") if text.endswith(year) else text


def short_unit_name(formatter: Formatter, name: str) -> str:
    """The short name of the unit with this name; the name itself if no unit has it."""
    units = formatter.names.units.values()
    return next((unit.called for unit in units if unit.name == name), name)


def short_tasks(formatter: Formatter, tasks: Iterable[TaskLine]) -> tuple[TaskLine, ...]:
    return tuple(task._replace(unit=short_unit_name(formatter, task.unit)) for task in tasks)


def short_event(context: EditionContext, block: EventBlock) -> EventBlock:
    """The course and the work of an event, with short names of units and short days."""
    return block._replace(
        timeline=tuple(
            moment._replace(at=in_year(context, moment.at)) for moment in block.timeline
        ),
        doing=tuple(
            work._replace(
                unit=short_unit_name(context.formatter, work.unit), due=in_year(context, work.due)
            )
            for work in block.doing
        ),
    )


LONGEST_TITLE = 60  # letters


def short_title(title: str) -> str:
    """A title as paper names it again, where it does not open its own part."""
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rpartition(' ')[0]}…"


def left_out(context: EditionContext, label: str, count: int) -> str:
    """How many more there are, and where to read them; empty if there are none."""
    if count <= 0:
        return ""
    return context.formatter.label(label).format(count=count, where=elsewhere(context))
