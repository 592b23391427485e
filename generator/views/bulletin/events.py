"""What sections hold of events: their course and state, the work, the outlook."""

from collections.abc import Iterator
from datetime import timedelta

from generator.model.kinds.concern import Concern
from generator.model.kinds.event import Event
from generator.model.record.record import Forecast, Task, TaskStatus
from generator.views.blocks.components import forecasts, tasks
from generator.views.blocks.event import EventBlock, event_block
from generator.views.blocks.record_header import Entry, entry_with
from generator.views.bulletin.brevity import in_year, left_out, short_event, short_tasks
from generator.views.bulletin.opening import highlights
from generator.views.bulletin.section import Holds, entries
from generator.views.bulletin.selection import with_outlook
from generator.views.context.edition_context import EditionContext

FORECAST_HOURS = 72
_STATE = ("known", "unknown", "doing", "tasks")


def events_in_short(context: EditionContext) -> Holds:
    most = context.room.course
    return {
        "records": tuple(
            _newest(context, event, block, most) for event, block in _short_events(context)
        )
    }


def _newest(context: EditionContext, event: Event, block: EventBlock, most: int) -> Entry:
    """An event with its newest moments; the earlier ones are only counted."""
    rest = left_out(context, "more_moments", len(block.timeline) - most)
    return _entry(context, event, block._replace(timeline=block.timeline[-most:]))._replace(
        rest=rest
    )


def _short_events(context: EditionContext) -> Iterator[tuple[Event, EventBlock]]:
    for event in context.of(Event):
        yield event, short_event(context, event_block(context.formatter, event))


def _entry(context: EditionContext, event: Event, block: EventBlock) -> Entry:
    return entry_with(context.formatter, event, block)


def happened(context: EditionContext) -> Holds:
    blanked = {**dict.fromkeys(_STATE, ()), "forecast": (), "contact": None}
    return {**highlights(context), "records": entries(context, context.of(Event), **blanked)}


def happened_in_short(context: EditionContext) -> Holds:
    """Of each event the newest moments."""
    most = context.room.moments
    parts = tuple(_newest(context, event, block, most) for event, block in _short_events(context))
    return {**highlights(context), "parts": parts}


def state(context: EditionContext) -> Holds:
    return {"parts": entries(context, context.of(Event))}


def state_in_short(context: EditionContext) -> Holds:
    """The open tasks, overdue first and marked so in words; finished tasks are only counted."""
    return {
        "parts": tuple(
            _state_in_short(context, event, block)
            for event, block in _short_events(context)
            if any(getattr(block, name) for name in _STATE)
        )
    }


def _state_in_short(context: EditionContext, event: Event, block: EventBlock) -> Entry:
    done = context.formatter.choice(TaskStatus.DONE)
    still_open = tuple(
        task._replace(due=in_year(context, task.due))
        for task in short_tasks(context.formatter, block.tasks)
        if task.status != done
    )
    rest = left_out(context, "tasks_done", len(block.tasks) - len(still_open))
    return _entry(context, event, block._replace(tasks=still_open))._replace(rest=rest)


def work(context: EditionContext) -> Holds:
    """Tasks of events, then concerns: from opinion to action."""
    with_tasks = (event for event in context.of(Event) if event.tasks)
    return {
        "parts": entries(context, with_tasks),
        "records": entries(context, context.of(Concern)),
    }


def work_in_one_table(context: EditionContext) -> Holds:
    """Every open task in one table, overdue first, the finished ones in short; then each concern
    with its answer and result."""
    listed = short_tasks(context.formatter, tasks(context.formatter, _tasks(context)))
    done = context.formatter.choice(TaskStatus.DONE)
    return {
        "tasks": tuple(task for task in listed if task.status != done),
        "done": tuple(
            task._replace(due=in_year(context, task.due)) for task in listed if task.status == done
        ),
        "records": entries(context, context.of(Concern)),
    }


def _tasks(context: EditionContext) -> Iterator[Task]:
    """The tasks of all events and concerns; those of a concern end with its id."""
    for event in context.of(Event):
        yield from event.tasks
    for concern in context.of(Concern):
        for task in concern.tasks:
            yield task.model_copy(update={"do": f"{task.do} ({concern.id})"})


def near_forecast(context: EditionContext) -> Holds:
    """Forecasts that end within FORECAST_HOURS of the issue; the others are only counted."""
    scenarios = [scenario for record in with_outlook(context) for scenario in record.forecast]
    near = [scenario for scenario in scenarios if _is_near(context, scenario)]
    rest = left_out(context, "more_forecasts", len(scenarios) - len(near))
    return {"forecast": forecasts(context.formatter, near), "rest": rest}


def _is_near(context: EditionContext, scenario: Forecast) -> bool:
    last = context.edition.issued_at + timedelta(hours=FORECAST_HOURS)
    zone = context.edition.names.programme.zone
    return (
        scenario.until is None
        or context.formatter.as_of <= scenario.until <= last.astimezone(zone).date()
    )
